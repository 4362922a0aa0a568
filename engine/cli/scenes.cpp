#include "cli/scenes.hpp"

#include <algorithm>
#include <utility>

#include "cli/options.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {
namespace {

constexpr std::string_view standard = "std/standard";

/// As a shell reads it as one word.
std::string quoted(const std::string& value) {
    const bool plain = value.find_first_of(" \t\"'\\$&|;<>()*?#~`") == std::string::npos;
    if (plain && !value.empty()) return value;
    std::string word = "'";
    for (const char each : value) word += each == '\'' ? std::string("'\\''") : std::string(1, each);
    return word + "'";
}

/// The file of `--scenarios`, or the program's own.
std::optional<model::ScenarioFile> scenarios_asked(const Asked& asked, diag::Diagnostics& found) {
    auto file = input::read_scenarios(asked.value("scenarios").value_or(std::string(standard)));
    found.append(file.diagnostics);
    return std::move(file.value);
}

/// The scenario files of the command line, and the proposals beside them.
struct Sorted {
    std::vector<std::string> proposals;
    std::vector<model::ScenarioFile> scenario_files;
};

Sorted sorted_by_kind(const std::vector<std::string>& files, diag::Diagnostics& found) {
    Sorted sorted;
    for (const std::string& path : files) {
        if (input::kind_of(path) != "scenarios") {
            sorted.proposals.push_back(path);
            continue;
        }
        auto file = input::read_scenarios(path);
        found.append(file.diagnostics);
        if (file.value) sorted.scenario_files.push_back(std::move(*file.value));
    }
    return sorted;
}

/// Every scene of the files in their order.
void add_all(const std::vector<model::ScenarioFile>& files, diag::Result<Programme>& result) {
    auto& scenes = result.value->question.scenes;
    for (const model::ScenarioFile& file : files) {
        auto all = whatif::scenes_of(file);
        result.diagnostics.append(all.diagnostics);
        if (all.value) scenes.insert(scenes.end(), all.value->begin(), all.value->end());
    }
}

/// The scene of that id, from the first file that has it.
void add_asked(const std::vector<model::ScenarioFile>& files, const std::string& id, diag::Result<Programme>& result) {
    diag::Diagnostics refused;
    for (const model::ScenarioFile& file : files) {
        auto scene = whatif::scene_of(file, id);
        if (scene.value) return result.value->question.scenes.push_back(std::move(*scene.value));
        refused = std::move(scene.diagnostics);
    }
    result.diagnostics.append(refused);
}

}  // namespace

std::vector<model::SwitchOption> switched_asked(const Asked& asked) {
    std::vector<model::SwitchOption> options;
    for (const auto& id : asked.all("with")) options.push_back({{id, {}}, true});
    for (const auto& id : asked.all("without")) options.push_back({{id, {}}, false});
    return options;
}

std::vector<Option> scene_options(bool several) {
    return {{"scenario", "", Takes::text, "ID", "Under this scenario: late, weaker, late-and-weak ...", {}, several},
            {"scenarios", "", Takes::file, "FILE", "File of scenarios (default: std/standard)", {}},
            {"with", "", Takes::text, "OPTION", "With this add-on", {}, true},
            {"without", "", Takes::text, "OPTION", "Without this add-on", {}, true}};
}

std::string options_of_scene(const Asked& asked) {
    std::string options;
    for (const char* option : {"scenario", "scenarios", "with", "without", "price-level"})
        for (const std::string& value : asked.all(option)) options += std::string(" --") + option + " " + quoted(value);
    return options;
}

diag::Result<Question> question_asked(const Asked& asked) {
    auto choices = choices_asked(asked);
    diag::Result<Question> result{std::nullopt, std::move(choices.diagnostics)};
    if (result.diagnostics.has_errors()) return result;
    Question question;
    question.choices = *choices.value;
    if (asked.has("scenarios") && !asked.has("scenario")) {
        result.diagnostics.error("P968", {}, {});
        return result;
    }
    if (const auto id = asked.value("scenario")) {
        const auto file = scenarios_asked(asked, result.diagnostics);
        if (!file) return result;
        auto scene = whatif::scene_of(*file, *id);
        result.diagnostics.append(scene.diagnostics);
        if (!scene.value) return result;
        question.scenes = {std::move(*scene.value)};
    }
    question.scenes.front() = whatif::with_options(std::move(question.scenes.front()), switched_asked(asked));
    result.value = std::move(question);
    return result;
}

diag::Result<Programme> programme_asked(const Asked& asked) {
    auto choices = choices_asked(asked);
    diag::Result<Programme> result{Programme{}, std::move(choices.diagnostics)};
    if (!result.diagnostics.has_errors()) result.value->question.choices = *choices.value;
    Sorted sorted = sorted_by_kind(asked.all("FILE"), result.diagnostics);
    result.value->files = sorted.proposals;
    for (const model::ScenarioFile& file : sorted.scenario_files)
        for (const auto& proposal : file.proposals)
            if (!file.is_standard) result.value->files.push_back(proposal.value);  // whose example is not at hand
    if (result.value->files.empty() && !result.diagnostics.has_errors()) result.diagnostics.error("P966", {}, {});
    if (sorted.scenario_files.empty() || asked.has("scenarios")) {
        if (auto file = scenarios_asked(asked, result.diagnostics)) sorted.scenario_files.push_back(std::move(*file));
    }
    result.value->question.scenes.clear();
    if (!asked.has("scenario")) add_all(sorted.scenario_files, result);
    for (const std::string& id : asked.all("scenario")) add_asked(sorted.scenario_files, id, result);
    for (whatif::Scene& scene : result.value->question.scenes)
        scene = whatif::with_options(std::move(scene), switched_asked(asked));
    return result;
}

bool names_scenes(const Asked& asked) {
    const auto files = asked.all("FILE");
    return asked.has("scenario") || asked.has("scenarios") ||
           std::ranges::any_of(files, [](const std::string& path) { return input::kind_of(path) == "scenarios"; });
}

}  // namespace provenu::cli
