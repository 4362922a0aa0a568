#include "report/run_data.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "provenu/report/run.hpp"
#include "report/amounts.hpp"
#include "report/decided.hpp"
#include "report/footnotes.hpp"
#include "report/indices.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;

Data list_of(const std::vector<double>& values) {
    return List(values.begin(), values.end());
}

Data years_of(const Findings& findings) {
    List years;
    for (int year = findings.years().first; year <= findings.years().last; ++year) years.emplace_back(year);
    return years;
}

/// The given areas first, then every other area of the plan.
std::vector<std::string> areas(const compile::Plan& plan, std::vector<std::string> ids) {
    for (const model::Area& area : plan.areas)
        if (std::find(ids.begin(), ids.end(), area.id.value) == ids.end()) ids.push_back(area.id.value);
    return ids;
}

Object section(const Findings& findings, model::Section which, std::vector<std::string> first) {
    const std::string prefix = name(which) + ".";
    Object object{{"total", list_of(yearly(findings, prefix + "total"))}};
    for (const std::string& area : areas(findings.plan, std::move(first)))
        object.emplace_back(area, list_of(yearly(findings, prefix + area)));
    return object;
}

Data recurring(const Findings& findings) {
    Object object = section(findings, model::Section::recurring, {"service", "transfers", "capital", "financing"});
    object.emplace_back("net_efficiency", list_of(yearly(findings, "recurring.net_efficiency")));
    return object;
}

Data peak(const Findings& findings) {
    const double value = findings.figures.scalar("peak");
    if (!(value > 0)) return Object{{"total", 0.0}, {"year", nullptr}};
    return Object{{"total", value}, {"year", whole(findings.figures.scalar("peak.year"))}};
}

std::string timing_name(formula::Discount timing) {
    switch (timing) {
        case formula::Discount::start:
            return "start";
        case formula::Discount::middle:
            return "middle";
        case formula::Discount::end:
            break;
    }
    return "end";
}

Data present_value(const Findings& findings) {
    Object object{{"schedule", findings.plan.schedule},
                  {"timing", timing_name(findings.plan.discount_timing)},
                  {"table", findings.figures.scalar("npv")},
                  {"horizon_years", findings.plan.horizon_years}};
    if (findings.plan.horizon_years != findings.years().count() && findings.figures.has("npv.horizon"))
        object.emplace_back("horizon", findings.figures.scalar("npv.horizon"));
    return object;
}

Data teams(const Findings& findings) {
    List teams;
    for (const compile::PlannedTeam& team : findings.plan.teams)
        teams.emplace_back(Object{{"id", team.id},
                                  {"label", in_words(team.label, findings.language, team.id)},
                                  {"implementation", list_of(yearly(findings, team.implementation))},
                                  {"recurring", list_of(yearly(findings, team.recurring))},
                                  {"total", list_of(yearly(findings, team.total))}});
    return teams;
}

/// The unit as files spell it, money with the size it is counted in: `1000 DKK/place`; a bare number has none.
Data unit_name(const Findings& findings, const quantity::Unit& unit) {
    if (unit.is_bare()) return nullptr;
    std::string name = quantity::name(unit);
    const bool counts_money = unit.of(quantity::Dimension::money) == 1 && name.starts_with("kr.");
    return counts_money ? name.replace(0, 3, money_name(findings.plan.book.money)) : name;
}

Data key_figures(const Findings& findings) {
    List figures;
    for (const compile::PlannedFigure& figure : findings.plan.figures) {
        Object object{{"id", figure.id},
                      {"label", in_words(figure.label, findings.language, figure.id)},
                      {"unit", unit_name(findings, figure.unit)}};
        if (findings.figures.block(figure.id).cols() > 1)
            object.emplace_back("values", list_of(yearly(findings, figure.id)));
        else
            object.emplace_back("value", findings.figures.scalar(figure.id));
        figures.emplace_back(std::move(object));
    }
    return figures;
}

Data notes(const Findings& findings) {
    const std::vector<std::string> notes = footnotes(findings, amounts_of(findings));
    return List(notes.begin(), notes.end());
}

}  // namespace

Data lines_data(const Findings& findings) {
    List lines;
    for (const compile::PlannedLine& line : findings.plan.lines)
        lines.emplace_back(Object{{"id", line.id},
                                  {"label", in_words(line.label, findings.language, line.id)},
                                  {"section", name(line.section)},
                                  {"area", line.area},
                                  {"values", list_of(yearly(findings, line.id))},
                                  {"then", findings.figures.carried(line.id)}});
    return lines;
}

Data by_basis_data(const Findings& findings, const std::string& prefix) {
    return Object{{"total", list_of(yearly(findings, prefix + ".total"))},
                  {"service", list_of(yearly(findings, prefix + ".service"))}};
}

std::string money_name(quantity::Money money) {
    return "1" + std::string(static_cast<std::size_t>(money.exponent), '0') + " DKK";
}

Data run_data(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language,
              const std::optional<Decided>& decided) {
    const Findings findings{plan, figures, language};
    Object object{{"id", plan.id},
                  {"title", in_words(plan.title, language, plan.id)},
                  {"unit", money_name(plan.book.money)},
                  {"price_level", plan.price_level == 0 ? Data(nullptr) : Data(plan.price_level)},
                  {"scenario", plan.scenario.id},
                  {"years", years_of(findings)},
                  {"lines", lines_data(findings)},
                  {"recurring", recurring(findings)},
                  {"implementation", section(findings, model::Section::implementation, {"service"})},
                  {"net", by_basis_data(findings, "net")},
                  {"balance", by_basis_data(findings, "balance")},
                  {"peak", peak(findings)},
                  {"investment_need", figures.scalar("investment_need")},
                  {"full_phase_in", figures.scalar("full_phase_in")},
                  {"payback", payback_data(findings)},
                  {"npv", present_value(findings)},
                  {"irr", figures.scalar("irr")},
                  {"frame_freed", list_of(yearly(findings, "frame_freed"))}};
    for (auto& [key, data] : payer_data(findings)) object.emplace_back(key, std::move(data));
    if (!plan.teams.empty()) object.emplace_back("fte", teams(findings));
    if (!plan.figures.empty()) object.emplace_back("key_figures", key_figures(findings));
    std::vector<Findings> tables{findings};
    if (decided) tables.push_back({decided->plan, decided->figures, language});
    if (List indices = index_data(tables); !indices.empty()) object.emplace_back("indices", std::move(indices));
    if (decided) object.emplace_back("decided_in", decided_data(tables.back()));
    object.emplace_back("notes", notes(findings));
    return object;
}

}  // namespace provenu::report
