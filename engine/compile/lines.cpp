#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compile/lowering.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

/// Whether the part has months or years of its own, so that it does not cost for ever without a word.
bool is_bounded(const model::Part& part) {
    if (!part.timing.periods.empty() || part.timing.phase_in || part.timing.phase_out) return true;
    return std::ranges::all_of(part.components, [](const model::Component& component) {
        return names_years(component) || std::holds_alternative<model::Total>(component.measure);  // P652 is for totals
    });
}

/// Whether a component says anything of a year, nought included; one that is late says it later.
bool is_given(const model::Part& part, const model::Component& component, int year) {
    const auto says_of = [&](int each) { return covers(part.timing, each) && says(component, each); };
    const int late = model::months_of(component.adjustment.delays);
    return says_of(year - late / 12) || (late % 12 != 0 && says_of(year - late / 12 - 1));
}

bool is_given(const model::Line& line, int year) {
    return std::ranges::any_of(line.parts, [year](const model::Part& part) {
        return std::ranges::any_of(part.components, [&](const auto& component) { return is_given(part, component, year); });
    });
}

std::vector<bool> given_years(const Lowering& lowering, const model::Line& line) {
    std::vector<bool> given;
    for (int year = lowering.axis.table.first; year <= lowering.axis.table.last; ++year) given.push_back(is_given(line, year));
    return given;
}

/// The id of the area whose label, in either language, is nearly this text: `overførsler` is `transfers`.
std::optional<std::string> area_called(const Lowering& lowering, const std::string& text) {
    for (const model::Area& area : lowering.proposal.policies.areas) {
        const std::vector<std::string> labels{area.label.danish, area.label.english};
        if (diag::nearest(text, labels)) return area.id.value;
    }
    return std::nullopt;
}

void check_area(Lowering& lowering, const model::Placed<std::string>& written) {
    if (written.value.empty() || has(lowering.words.areas, written.value)) return;
    refuse_name(lowering, written, {"P655", "P662"}, lowering.words.areas, area_called(lowering, written.value));
}

void check_line(Lowering& lowering, const model::Line& line) {
    check_area(lowering, line.area);
    if (line.converted_from) {
        check_area(lowering, *line.converted_from);
        const std::string own = model::area_of(line.area);
        if (line.converted_from->value == own) lowering.found.error("P656", line.converted_from->place, {{"area", own}});
    }
    if (line.follows && !has(lowering.words.lines, line.follows->value))
        refuse_name(lowering, *line.follows, {"P657", "P663"}, lowering.words.lines);
    if (line.section != model::Section::implementation) return;
    for (const model::Part& part : line.parts)
        if (!is_bounded(part)) lowering.found.error("P658", part.place, {{"name", line.id.value}});
}

void refuse_circle(Lowering& lowering, const std::vector<const model::Line*>& path, const model::Line* again) {
    std::string shown;
    for (auto line = std::ranges::find(path, again); line != path.end(); ++line) shown += (*line)->id.value + " -> ";
    lowering.found.error("P659", again->follows->place, {{"path", shown + again->id.value}});
}

/// Chains of `follows` that come back to where they began. Each line is walked over once.
void check_followers(Lowering& lowering) {
    std::unordered_map<std::string, const model::Line*> lines;
    for (const model::Line& line : lowering.proposal.lines) lines.emplace(line.id.value, &line);
    std::unordered_map<const model::Line*, const model::Line*> walked_from;
    for (const model::Line& start : lowering.proposal.lines) {
        std::vector<const model::Line*> path;
        const model::Line* line = &start;
        while (line != nullptr && walked_from.emplace(line, &start).second) {
            path.push_back(line);
            const auto leader = line->follows ? lines.find(line->follows->value) : lines.end();
            line = leader != lines.end() ? leader->second : nullptr;
        }
        if (line != nullptr && walked_from[line] == &start) refuse_circle(lowering, path, line);
    }
}

/// What a note calls the line.
std::string called(const Lowering& lowering, const model::Line& line) {
    const std::string label = in_language(lowering, line.label);
    return label.empty() ? line.id.value : label;
}

/// The line's own note and its parts'.
std::string notes_of(const model::Line& line) {
    std::string notes = line.note;
    for (const model::Part& part : line.parts)
        if (!part.note.empty()) notes += (notes.empty() ? "" : " ") + part.note;
    return notes;
}

void note_double_bounds(Lowering& lowering, const model::Line& line, const model::Timing& timing) {
    for (const int year : doubly_bounded_years(timing, lowering.axis.table))
        lowering.found.note("P560", timing.phase_in->place, {{"line", called(lowering, line)}, {"year", std::to_string(year)}});
}

/// One-off costs of months before the table are in no column; the reader of the table should know.
void note_months_before(Lowering& lowering, const model::Line& line, const model::Part& part) {
    const bool has_total = std::ranges::any_of(part.components, [](const model::Component& component) {
        return std::holds_alternative<model::Total>(component.measure);
    });
    if (line.section != model::Section::implementation && !has_total) return;
    const int first = lowering.axis.table.first;
    for (const auto& period : part.timing.periods)
        if (period.value.from < quantity::month_of(first, 1))
            lowering.found.note("P565", period.place, {{"line", called(lowering, line)}, {"first", std::to_string(first)}});
}

Tree lower_parts(Lowering& lowering, const model::Line& line) {
    std::vector<Tree> amounts;
    for (const model::Part& part : line.parts) {
        note_double_bounds(lowering, line, part.timing);
        note_months_before(lowering, line, part);
        for (const model::Component& component : part.components) amounts.push_back(lower(lowering, component, part.timing));
    }
    return formula::sum(std::move(amounts));
}

PlannedLine plan_line(const Lowering& lowering, const model::Line& line) {
    PlannedLine planned;
    planned.id = line.id.value;
    planned.label = line.label;
    planned.section = line.section;
    planned.area = model::area_of(line.area);
    planned.given = given_years(lowering, line);
    planned.follows = line.follows ? line.follows->value : "";
    planned.tags = line.tags;
    planned.note = notes_of(line);
    planned.converted_from = line.converted_from ? line.converted_from->value : "";
    return planned;
}

/// A period or series that misses the table altogether is more likely a slip than meant.
void warn_if_absent(Lowering& lowering, const model::Line& line, const PlannedLine& planned) {
    if (std::ranges::any_of(planned.given, [](bool given) { return given; })) return;
    bool elsewhere = false;  // a line that says nothing at all has another finding
    for (int year = 1900; year <= 2200 && !elsewhere; ++year) elsewhere = is_given(line, year);
    if (!elsewhere) return;
    const quantity::Years table = lowering.axis.table;
    lowering.found.warning(
        "P564", line.id.place,
        {{"name", line.id.value}, {"first", std::to_string(table.first)}, {"last", std::to_string(table.last)}});
}

}  // namespace

bool is_taken(const model::Proposal& proposal, const std::optional<model::Placed<std::string>>& option) {
    if (!option) return true;
    const auto found =
        std::ranges::find_if(proposal.options, [&](const model::Option& each) { return each.id.value == option->value; });
    return found == proposal.options.end() || found->included;
}

void lower_lines(Lowering& lowering, Plan& plan) {
    plan.lines.reserve(lowering.proposal.lines.size() + 2 * lowering.proposal.handovers.size());
    for (const model::Line& line : lowering.proposal.lines) {
        check_line(lowering, line);
        const Mark before = mark(lowering);
        formula::Definition definition;
        definition.name = line.id.value;
        definition.tree = brought_home(lowering, line, lower_parts(lowering, line));
        definition.label = in_language(lowering, line.label);
        definition.source = line.source;
        definition.note = line.note;
        definition.place = line.id.place;
        add_line(lowering, std::move(definition), line.prices, model::area_of(line.area));
        PlannedLine planned = plan_line(lowering, line);
        plan_funding(lowering, planned, line.area, line.funding);
        warn_if_absent(lowering, line, planned);
        if (is_taken(lowering.proposal, line.option))
            plan.lines.push_back(std::move(planned));
        else
            drop_since(lowering, before);
    }
    check_followers(lowering);
}

}  // namespace provenu::compile
