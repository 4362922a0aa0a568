#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

/// Whether the part has months or years of its own, so that it does not cost for ever without a word.
bool is_bounded(const model::Part& part) {
    if (!part.timing.periods.empty() || part.timing.phase_in || part.timing.phase_out) return true;
    return std::ranges::all_of(part.components, [](const model::Component& component) { return names_years(component); });
}

std::vector<bool> given_years(const Lowering& lowering, const model::Line& line) {
    std::vector<bool> given;
    for (int year = lowering.axis.table.first; year <= lowering.axis.table.last; ++year) {
        given.push_back(std::ranges::any_of(line.parts, [year](const model::Part& part) {
            return covers(part.timing, year) &&
                   std::ranges::any_of(part.components, [year](const auto& component) { return says(component, year); });
        }));
    }
    return given;
}

void want_one_of(Lowering& lowering, const model::Placed<std::string>& written, Names& known, const std::string& code) {
    if (written.value.empty() || known.has(written.value)) return;
    const auto near = known.nearest(written.value);
    lowering.found.error(code, written.place, {{"name", written.value}, {"nearest", near ? *near : known.listed()}});
}

void check_line(Lowering& lowering, const model::Line& line) {
    want_one_of(lowering, line.area, lowering.areas, "P655");
    if (line.converted_from) {
        want_one_of(lowering, *line.converted_from, lowering.areas, "P655");
        const std::string own = line.area.value.empty() ? "service" : line.area.value;
        if (line.converted_from->value == own) lowering.found.error("P656", line.converted_from->place, {{"area", own}});
    }
    if (line.follows) want_one_of(lowering, *line.follows, lowering.lines, "P657");
    if (line.section != model::Section::implementation) return;
    for (const model::Part& part : line.parts)
        if (!is_bounded(part)) lowering.found.error("P658", part.place, {{"name", line.id.value}});
}

/// A chain of `follows` that comes back to where it began.
void check_followers(Lowering& lowering) {
    std::map<std::string, const model::Placed<std::string>*> leaders;
    for (const model::Line& line : lowering.proposal.lines)
        if (line.follows) leaders.emplace(line.id.value, &*line.follows);
    std::set<std::string> walked;
    for (const auto& [start, first] : leaders) {
        std::vector<std::string> path;
        std::string at = start;
        while (leaders.contains(at) && walked.insert(at).second) {
            path.push_back(at);
            at = leaders.at(at)->value;
        }
        const auto again = std::ranges::find(path, at);
        if (again == path.end()) continue;
        std::string cycle;
        for (auto step = again; step != path.end(); ++step) cycle += *step + " -> ";
        lowering.found.error("P659", leaders.at(at)->place, {{"path", cycle + at}});
    }
}

Tree lower_parts(Lowering& lowering, const model::Line& line) {
    std::vector<Tree> amounts;
    for (const model::Part& part : line.parts)
        for (const model::Component& component : part.components) amounts.push_back(lower(lowering, component, part.timing));
    return formula::sum(std::move(amounts));
}

PlannedLine plan_line(const Lowering& lowering, const model::Line& line) {
    PlannedLine planned;
    planned.id = line.id.value;
    planned.label = line.label;
    planned.section = line.section;
    planned.area = line.area.value.empty() ? "service" : line.area.value;
    planned.given = given_years(lowering, line);
    planned.follows = line.follows ? line.follows->value : "";
    planned.tags = line.tags;
    planned.note = line.note;
    planned.converted_from = line.converted_from ? line.converted_from->value : "";
    return planned;
}

}  // namespace

void lower_lines(Lowering& lowering, Plan& plan) {
    for (const model::Line& line : lowering.proposal.lines) {
        check_line(lowering, line);
        formula::Definition definition;
        definition.name = line.id.value;
        definition.tree = lower_parts(lowering, line);
        definition.label = in_language(lowering, line.label);
        definition.source = line.source;
        definition.note = line.note;
        definition.place = line.id.place;
        lowering.drafts.push_back({std::move(definition), quantity::unit_of(quantity::Dimension::money)});
        plan.lines.push_back(plan_line(lowering, line));
    }
    check_followers(lowering);
}

}  // namespace provenu::compile
