#include <algorithm>
#include <set>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/diag/nearest.hpp"

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

std::vector<std::string> ids_of_areas(const Lowering& lowering) {
    std::vector<std::string> ids;
    for (const model::Area& area : lowering.proposal.policies.areas) ids.push_back(area.id.value);
    return ids;
}

void want_one_of(Lowering& lowering, const model::Placed<std::string>& written, const std::vector<std::string>& known,
                 const std::string& code) {
    if (written.value.empty() || std::ranges::find(known, written.value) != known.end()) return;
    std::string all;
    for (const std::string& candidate : known) all += (all.empty() ? "" : ", ") + candidate;
    const auto near = diag::nearest(written.value, known);
    lowering.found.error(code, written.place, {{"name", written.value}, {"nearest", near.value_or(all)}});
}

void check_line(Lowering& lowering, const model::Line& line, const std::vector<std::string>& lines) {
    const std::vector<std::string> areas = ids_of_areas(lowering);
    want_one_of(lowering, line.area, areas, "P655");
    if (line.converted_from) {
        want_one_of(lowering, *line.converted_from, areas, "P655");
        const std::string own = line.area.value.empty() ? "service" : line.area.value;
        if (line.converted_from->value == own) lowering.found.error("P656", line.converted_from->place, {{"area", own}});
    }
    if (line.follows) want_one_of(lowering, *line.follows, lines, "P657");
    if (line.section != model::Section::implementation) return;
    for (const model::Part& part : line.parts)
        if (!is_bounded(part)) lowering.found.error("P658", part.place, {{"name", line.id.value}});
}

/// A chain of `follows` that comes back to where it began.
void check_followers(Lowering& lowering) {
    const auto leader = [&](const std::string& id) -> const model::Placed<std::string>* {
        for (const model::Line& line : lowering.proposal.lines)
            if (line.id.value == id && line.follows) return &*line.follows;
        return nullptr;
    };
    for (const model::Line& line : lowering.proposal.lines) {
        std::string path = line.id.value;
        std::set<std::string> seen{line.id.value};
        const auto* next = leader(line.id.value);
        while (next != nullptr && seen.insert(next->value).second) {
            path += " -> " + next->value;
            next = leader(next->value);
        }
        if (next == nullptr || next->value != line.id.value) continue;
        lowering.found.error("P659", line.follows->place, {{"path", path + " -> " + line.id.value}});
        return;
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
    std::vector<std::string> ids;
    for (const model::Line& line : lowering.proposal.lines) ids.push_back(line.id.value);
    for (const model::Line& line : lowering.proposal.lines) {
        check_line(lowering, line, ids);
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
