#include "report/workbook_order.hpp"

#include <algorithm>
#include <set>

#include "report/layout.hpp"

namespace provenu::report {
namespace {

using compile::PlannedLine;

/// Ids of lines that are written but not in the table, because their option is not taken.
std::set<std::string, std::less<>> not_taken(const WorkbookCase& each) {
    std::set<std::string, std::less<>> ids;
    for (const model::Line& line : each.proposal.lines) ids.insert(line.id.value);
    for (const model::Handover& handover : each.proposal.handovers)
        ids.insert({handover.implementation.id.value, handover.recurring.id.value, handover.id.value});
    for (const PlannedLine& line : each.plan.lines) ids.erase(line.id);
    for (const compile::PlannedTeam& team : each.plan.teams) ids.erase(team.id);
    return ids;
}

bool begins(const std::string& name, std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(starts, [&](std::string_view start) { return name.starts_with(start); });
}

/// The group of a figure of the program's own.
std::string group_of(const std::string& name) {
    if (begins(name, {"printed."})) return "workbook.group.printed";
    if (begins(name, {"index."})) return "workbook.group.indices";
    if (begins(name, {"recurring.", "implementation.", "net.", "balance.", "investment_need", "full_phase_in", "peak"}))
        return "workbook.group.totals";
    if (begins(name, {"discount_factor", "discounted.", "npv", "irr"})) return "workbook.group.worth";
    if (begins(name, {"payback."})) return "workbook.group.payback";
    if (begins(name, {"fte."})) return "workbook.group.staff";
    if (begins(name, {"payer.", "payers.", "own.", "others.", "budget_changes"})) return "workbook.group.payers";
    if (begins(name, {"frame.", "frame_freed", "budget."})) return "workbook.group.frames";
    return "workbook.group.others";
}

/// Names that only stand for another, or are made of figures alone; and figures of the paper's text, which are the audit's.
bool is_alias(const std::string& name) {
    return name == "net" || name == "balance" || name == "payback" || name == "months" || name.starts_with("claim.");
}

/// Of an area that has no lines.
bool is_empty_sum(const formula::Definition& definition) {
    return std::holds_alternative<formula::Add>(definition.tree->operation) && definition.tree->operands.empty();
}

class Grouping {
 public:
    explicit Grouping(const WorkbookCase& each) : each_(each), untaken_(not_taken(each)) {}

    std::vector<DefinitionGroup> run() {
        add_own("workbook.group.indices");
        add_written();
        for (const char* key :
             {"workbook.group.payers", "workbook.group.totals", "workbook.group.worth", "workbook.group.payback",
              "workbook.group.staff", "workbook.group.frames", "workbook.group.others", "workbook.group.printed"})
            add_own(key);
        std::vector<std::string> figures;
        for (const compile::PlannedFigure& figure : each_.plan.figures) figures.push_back(figure.id);
        add("workbook.group.figures", figures);
        return std::move(groups_);
    }

 private:
    void add(const std::string& key, const std::vector<std::string>& names) {
        DefinitionGroup group{key, {}};
        for (const std::string& name : names)
            if (each_.plan.book.find(name) != nullptr && placed_.insert(name).second) group.names.push_back(name);
        if (!group.names.empty()) groups_.push_back(std::move(group));
    }

    void add_written() {
        std::vector<std::string> inputs;
        for (const model::Input& input : each_.proposal.inputs) inputs.push_back(input.name.value);
        for (const model::Budget& budget : each_.proposal.budgets) inputs.push_back(budget.id.value);
        add("workbook.group.inputs", inputs);
        for (const model::Section section : {model::Section::recurring, model::Section::implementation}) {
            std::vector<std::string> lines;
            for (const PlannedLine& line : each_.plan.lines)
                if (line.section == section) lines.push_back(line.id);
            add(section == model::Section::recurring ? "table.recurring" : "table.implementation", lines);
        }
    }

    [[nodiscard]] bool is_untaken(const std::string& name) const {
        const auto last = name.substr(name.find_last_of('.') + 1);
        if (untaken_.contains(name) || untaken_.contains(last)) return true;
        return std::ranges::any_of(untaken_, [&](const std::string& id) { return name.starts_with("fte." + id + "."); });
    }

    void add_own(const std::string& key) {
        std::vector<std::string> names;
        const auto is_figure = [&](const std::string& name) {
            return std::ranges::any_of(each_.plan.figures, [&](const auto& figure) { return figure.id == name; });
        };
        for (const formula::Definition& definition : each_.plan.book.definitions)
            if (group_of(definition.name) == key && !is_alias(definition.name) && !is_untaken(definition.name) &&
                !is_figure(definition.name) && !is_empty_sum(definition))
                names.push_back(definition.name);
        add(key, names);
    }

    const WorkbookCase& each_;
    std::set<std::string, std::less<>> untaken_;
    std::set<std::string, std::less<>> placed_;
    std::vector<DefinitionGroup> groups_;
};

/// Words for names that are made of others: `payer.fund.amount.plan`.
class Calling {
 public:
    Calling(const WorkbookCase& each, wording::Language language) : findings_{each.plan, each.figures, language}, each_(each) {}

    [[nodiscard]] std::string call(const std::string& name) const {
        if (name.find('.') == std::string::npos) return known("workbook.of." + name, {}).value_or(name);
        const auto dot = name.find('.');
        const std::string first = name.substr(0, dot);
        const std::string rest = name.substr(dot + 1);
        if (first == "recurring" || first == "implementation") return section(first, rest);
        if (first == "payback") return payback(rest);
        if (first == "payer") return payer(rest);
        if (first == "fte") return staff(rest);
        if (first == "own" || first == "others") return words("workbook.of." + first, {{"line", line(rest)}});
        const auto last = name.find_last_of('.');
        const std::string subject = last > dot ? name.substr(dot + 1, last - dot - 1) : "";
        const std::string key = "workbook.of." + first + "." + name.substr(last + 1);
        if (const auto exact = known("workbook.of." + name, {})) return *exact;
        if (!subject.empty()) return known(key, {{"of", frame(subject)}}).value_or(name);
        return name;
    }

 private:
    using Arguments = std::vector<diag::Argument>;

    [[nodiscard]] std::string words(const std::string& key, const Arguments& arguments) const {
        return wording::text(findings_.language, key, arguments);
    }
    [[nodiscard]] std::optional<std::string> known(const std::string& key, const Arguments& arguments) const {
        if (!wording::has_text(findings_.language, key)) return std::nullopt;
        return words(key, arguments);
    }

    [[nodiscard]] std::string section(const std::string& which, const std::string& rest) const {
        if (rest == "total" || rest == "net_efficiency") return words("table." + which + "." + rest, {});
        if (rest == "own") return words("workbook.of.implementation.own", {});
        std::string area = area_label(findings_, rest);
        for (const model::Area& each : each_.proposal.policies.areas)
            if (each.id.value == rest) area = in_words(each.label, findings_.language, rest);
        return words("table." + which + ".area", {{"area", area}});
    }

    [[nodiscard]] std::string line(const std::string& id) const {
        for (const PlannedLine& each : each_.plan.lines)
            if (each.id == id) return in_words(each.label, findings_.language, id);
        return id;
    }
    [[nodiscard]] std::string payer_called(const std::string& id) const {
        for (const compile::PlannedPayer& each : each_.plan.payers)
            if (each.id == id) return in_words(each.label, findings_.language, id);
        return id;
    }
    [[nodiscard]] std::string frame(const std::string& id) const {
        for (const compile::PlannedFrame& each : each_.plan.frames)
            if (each.id == id) return in_words(each.label, findings_.language, id);
        for (const compile::PlannedBudget& each : each_.plan.claimed)
            if (each.id == id) return in_words(each.label, findings_.language, id);
        for (const compile::PlannedIndex& each : each_.plan.indices)
            if (each.id == id) return in_words(each.label, findings_.language, id);
        return id;
    }

    /// `total.turn`, `payer.fund.exact`, `service`
    [[nodiscard]] std::string payback(const std::string& rest) const {
        const auto [whose, what] = whose_payback(rest);
        const std::string key = what.empty() ? "workbook.of.payback" : "workbook.of.payback." + what;
        return known(key, {{"of", whose}}).value_or("payback." + rest);
    }
    [[nodiscard]] std::pair<std::string, std::string> whose_payback(const std::string& rest) const {
        const bool of_payer = rest.starts_with("payer.");
        const auto from = of_payer ? rest.find('.', 6) : rest.find('.');
        const std::string who = rest.substr(0, from);
        const std::string what = from == std::string::npos ? "" : rest.substr(from + 1);
        if (of_payer) return {payer_called(who.substr(6)), what};
        return {words(who == "payers" ? "payers.all" : "workbook.basis." + who, {}), what};
    }

    /// `fund.net`, `fund.of.plan`, `fund.amount.plan`
    [[nodiscard]] std::string payer(const std::string& rest) const {
        const auto dot = rest.find('.');
        const std::string who = payer_called(rest.substr(0, dot));
        const std::string what = rest.substr(dot + 1);
        const auto second = what.find('.');
        const std::string of = second == std::string::npos ? "" : line(what.substr(second + 1));
        return known("workbook.of.payer." + what.substr(0, second), {{"payer", who}, {"line", of}}).value_or("payer." + rest);
    }

    /// `team`, `team.implementation`
    [[nodiscard]] std::string staff(const std::string& rest) const {
        for (const compile::PlannedTeam& team : each_.plan.teams) {
            const std::string called = in_words(team.label, findings_.language, team.id);
            if (rest == team.id) return words("table.fte.team", {{"team", called}});
            if (rest.starts_with(team.id + ".")) return words("table.fte." + rest.substr(team.id.size() + 1), {{"team", called}});
        }
        return "fte." + rest;
    }

    Findings findings_;
    const WorkbookCase& each_;
};

}  // namespace

std::vector<DefinitionGroup> groups_of(const WorkbookCase& each) {
    return Grouping(each).run();
}

std::string label_of(const WorkbookCase& each, const formula::Definition& definition, wording::Language language) {
    for (const PlannedLine& line : each.plan.lines)
        if (line.id == definition.name) return in_words(line.label, language, line.id);
    for (const model::Input& input : each.proposal.inputs)
        if (input.name.value == definition.name) return in_words(input.label, language, readable(definition.name));
    for (const model::Budget& budget : each.proposal.budgets)
        if (budget.id.value == definition.name) return in_words(budget.label, language, readable(definition.name));
    for (const compile::PlannedFigure& figure : each.plan.figures)
        if (figure.id == definition.name) return in_words(figure.label, language, definition.name);
    if (!definition.label.empty()) return definition.label;
    if (constexpr std::string_view printed = "printed."; definition.name.starts_with(printed))
        if (const auto* of = each.plan.book.find(definition.name.substr(printed.size())); of != nullptr)
            return wording::text(language, "workbook.of.printed", {{"of", label_of(each, *of, language)}});
    return Calling(each, language).call(definition.name);
}

}  // namespace provenu::report
