#include <algorithm>
#include <set>
#include <string>

#include "provenu/diag/nearest.hpp"
#include "provenu/whatif/apply.hpp"

namespace provenu::whatif {
namespace {

using model::Scenario;
using model::ScenarioFile;

const Scenario* find(const ScenarioFile& file, std::string_view id) {
    const auto found = std::ranges::find_if(file.scenarios, [id](const Scenario& each) { return each.id.value == id; });
    return found == file.scenarios.end() ? nullptr : &*found;
}

diag::Diagnostic unknown(const ScenarioFile& file, const model::Placed<std::string>& written) {
    std::vector<std::string> ids;
    std::string all;
    for (const Scenario& scenario : file.scenarios) {
        ids.push_back(scenario.id.value);
        all += (all.empty() ? "" : ", ") + scenario.id.value;
    }
    const auto near = diag::nearest(written.value, ids);
    return {diag::Severity::error,
            near ? "P704" : "P705",
            written.place,
            {{"name", written.value}, {"nearest", near.value_or("")}, {"all", all}}};
}

/// Walks from a scenario to those it is based on, each once and before what is based on it.
class Lineage {
 public:
    Lineage(const ScenarioFile& file, diag::Diagnostics& found) : file_(file), found_(found) {}

    void walk(const Scenario& scenario) {
        if (done_.contains(&scenario)) return;
        const auto again = std::ranges::find(path_, &scenario);
        if (again != path_.end()) return refuse_circle(again);
        path_.push_back(&scenario);
        for (const auto& base : scenario.based_on) {
            if (const Scenario* found = find(file_, base.value))
                walk(*found);
            else
                add(unknown(file_, base));
        }
        path_.pop_back();
        done_.insert(&scenario);
        for (const model::Change& change : scenario.changes) changes_.push_back(change);
    }

    [[nodiscard]] std::vector<model::Change> changes() && { return std::move(changes_); }

 private:
    using Path = std::vector<const Scenario*>;

    void add(const diag::Diagnostic& each) { found_.error(each.code, each.place, each.arguments); }

    void refuse_circle(Path::iterator again) {
        std::string shown;
        for (auto each = again; each != path_.end(); ++each) shown += (*each)->id.value + " -> ";
        found_.error("P706", path_.back()->based_on.front().place, {{"path", shown + (*again)->id.value}});
    }

    const ScenarioFile& file_;
    diag::Diagnostics& found_;
    Path path_;
    std::set<const Scenario*> done_;
    std::vector<model::Change> changes_;
};

}  // namespace

diag::Diagnostics check(const ScenarioFile& file) {
    diag::Diagnostics found;
    Lineage lineage(file, found);
    for (const Scenario& scenario : file.scenarios) lineage.walk(scenario);
    return found;
}

diag::Result<std::vector<model::Change>> changes_of(const ScenarioFile& file, std::string_view id) {
    diag::Result<std::vector<model::Change>> result;
    const Scenario* scenario = find(file, id);
    if (scenario == nullptr) {
        const diag::Diagnostic refused = unknown(file, {std::string(id), {}});
        result.diagnostics.error(refused.code, {}, refused.arguments);
        return result;
    }
    Lineage lineage(file, result.diagnostics);
    lineage.walk(*scenario);
    if (!result.diagnostics.has_errors()) result.value = std::move(lineage).changes();
    return result;
}

}  // namespace provenu::whatif
