#include "provenu/whatif/scene.hpp"

#include <algorithm>
#include <utility>

#include "provenu/whatif/apply.hpp"

namespace provenu::whatif {
namespace {

using model::Option;

void add_switch(Scene& scene, const model::SwitchOption& turn) {
    scene.name.id += (turn.on ? "+" : "-") + turn.option.value;
    scene.switched.push_back(turn);
    scene.changes.push_back({turn, turn.option.place});
}

/// The scene with the options of a set the other way round.
Scene switched(Scene scene, const std::vector<Option>& options, const std::vector<bool>& turned) {
    scene.name.label = {};
    scene.switched.clear();
    for (std::size_t i = 0; i < options.size(); ++i)
        if (turned[i]) add_switch(scene, {options[i].id, !options[i].included});
    return scene;
}

/// `+ Open in the evenings`
std::string in_words(const model::SwitchOption& turn, const std::string& label) {
    return std::string(turn.on ? "+ " : "- ") + (label.empty() ? turn.option.value : label);
}

/// The options as a scene leaves them.
std::vector<Option> under(const Scene& scene, std::vector<Option> options) {
    for (const model::Change& change : scene.changes)
        if (const auto* turn = std::get_if<model::SwitchOption>(&change.what))
            for (Option& option : options)
                if (option.id.value == turn->option.value) option.included = turn->on;
    return options;
}

}  // namespace

Scene as_proposed() {
    return {};
}

diag::Result<Scene> scene_of(const model::ScenarioFile& file, std::string_view id) {
    auto changes = changes_of(file, id);
    diag::Result<Scene> result;
    result.diagnostics = std::move(changes.diagnostics);
    if (!changes.value) return result;
    const auto scenario = std::ranges::find_if(file.scenarios, [id](const model::Scenario& each) { return each.id.value == id; });
    result.value = Scene{{scenario->id.value, scenario->label}, std::move(*changes.value), {}, true};
    return result;
}

diag::Result<std::vector<Scene>> scenes_of(const model::ScenarioFile& file) {
    diag::Result<std::vector<Scene>> result{std::vector<Scene>{}, check(file)};
    if (result.diagnostics.has_errors()) {
        result.value.reset();
        return result;
    }
    for (const model::Scenario& scenario : file.scenarios) {
        auto scene = scene_of(file, scenario.id.value);
        scene.value->must_hit = !file.is_standard;
        result.value->push_back(std::move(*scene.value));
    }
    return result;
}

std::vector<Scene> combinations(const Scene& scene, const std::vector<Option>& proposed, std::size_t most) {
    const std::vector<Option> options = under(scene, proposed);
    const std::size_t count = options.size();
    std::vector<Scene> scenes;
    if (count < 20 && (std::size_t{1} << count) <= most) {
        for (std::size_t bits = 1; bits < (std::size_t{1} << count); ++bits) {
            std::vector<bool> turned(count);
            for (std::size_t i = 0; i < count; ++i) turned[i] = (bits >> i & 1) != 0;
            scenes.push_back(switched(scene, options, turned));
        }
        return scenes;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<bool> alone(count, false);
        alone[i] = true;
        scenes.push_back(switched(scene, options, alone));
    }
    std::vector<bool> to_all(count);
    for (std::size_t i = 0; i < count; ++i) to_all[i] = !options[i].included;
    scenes.push_back(switched(scene, options, to_all));
    return scenes;
}

Scene with_options(Scene scene, const std::vector<model::SwitchOption>& switched) {
    for (const model::SwitchOption& each : switched) add_switch(scene, each);
    return scene;
}

model::Text label_of(const Scene& scene, const model::Proposal& proposal) {
    model::Text label = scene.name.label;
    const auto append = [](std::string& text, const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
    for (const model::SwitchOption& turn : scene.switched) {
        const auto option =
            std::ranges::find_if(proposal.options, [&](const Option& each) { return each.id.value == turn.option.value; });
        const bool known = option != proposal.options.end();
        append(label.danish, in_words(turn, known ? option->label.danish : ""));
        append(label.english, in_words(turn, known ? option->label.english : ""));
    }
    return label;
}

}  // namespace provenu::whatif
