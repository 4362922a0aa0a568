#include "report/findings.hpp"

#include <algorithm>

namespace provenu::report {

std::string in_words(const model::Text& text, wording::Language language, const std::string& otherwise) {
    const bool danish = language == wording::Language::danish;
    const std::string& wanted = danish ? text.danish : text.english;
    const std::string& other = danish ? text.english : text.danish;
    if (!wanted.empty()) return wanted;
    return other.empty() ? otherwise : other;
}

void say_scenario(std::vector<Item>& items, const compile::Plan& plan, wording::Language language) {
    if (plan.scenario.id == model::Applied{}.id) return;
    const std::string scenario = in_words(plan.scenario.label, language, plan.scenario.id);
    items.emplace_back(Paragraph{wording::text(language, "scenario.shown", {{"scenario", scenario}})});
}

std::vector<double> yearly(const Findings& findings, const std::string& name) {
    if (findings.figures.has(name)) return findings.figures.table(name);
    return std::vector<double>(static_cast<std::size_t>(findings.years().count()), 0.0);
}

std::vector<model::Area> areas_of(const compile::Plan& plan, model::Section section) {
    std::vector<model::Area> areas;
    for (const model::Area& area : plan.areas)
        if (std::any_of(plan.lines.begin(), plan.lines.end(), [&](const compile::PlannedLine& line) {
                return line.section == section && !counted_in(line, area.id.value).empty();
            }))
            areas.push_back(area);
    return areas;
}

std::string counted_in(const compile::PlannedLine& line, const std::string& area) {
    if (line.area == area) return line.own.empty() ? line.id : line.own;
    return area == compile::outside_area ? line.others : "";
}

std::string area_label(const Findings& findings, const std::string& id) {
    for (const model::Area& area : findings.plan.areas)
        if (area.id.value == id) return in_words(area.label, findings.language, id);
    return id;
}

}  // namespace provenu::report
