#include "report/footnotes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "provenu/model/convention.hpp"
#include "provenu/wording/number.hpp"
#include "report/beyond.hpp"
#include "report/indices.hpp"
#include "report/marks.hpp"
#include "report/payback.hpp"

namespace provenu::report {
namespace {

using diag::Argument;

/// Notes in words, one after the other.
struct Notes {
    const Findings& findings;
    Under under;
    std::vector<std::string> all;

    [[nodiscard]] bool follow() const { return under == Under::formulas; }
    void add(const std::string& key, const std::vector<Argument>& arguments = {}) {
        all.push_back(wording::text(findings.language, key, arguments));
    }
    void add_text(std::string text) {
        if (!text.empty()) all.push_back(std::move(text));
    }
    /// A note that tells figures as they are now.
    void add_told(const std::string& note) {
        add_text(follow() ? wording::text(findings.language, "workbook.as_written", {{"note", note}}) : note);
    }
};

void add_marked(Notes& notes) {
    const Findings& findings = notes.findings;
    if (findings.plan.has_conversion)
        notes.add_text(std::string(conversion_mark) + " " + wording::text(findings.language, "table.note.conversion"));
    NumberedNotes numbered;
    Row row;
    for (const model::Section section : {model::Section::recurring, model::Section::implementation})
        for (const compile::PlannedLine& line : findings.plan.lines)
            if (line.section == section) numbered.refer(row, line.note);
    for (std::string& note : numbered.in_words()) notes.add_text(std::move(note));
}

void add_amounts(Notes& notes, const Amounts& amounts) {
    const compile::Plan& plan = notes.findings.plan;
    notes.add("table.note.sign");
    if (plan.price_level == 0)
        notes.add("table.note.no_price_level");
    else
        notes.add("table.note.price_level", {{"year", std::to_string(plan.price_level)}});
    if (plan.restated_from != 0) notes.add("prices.restated", {{"from", std::to_string(plan.restated_from)}});
    for (const std::string& passport : passports(notes.findings)) notes.add_told(passport);
    if (plan.table.round_lines_to != 1)
        notes.add("table.note.rounded_lines", {{"step", std::to_string(plan.table.round_lines_to)}});
    if (plan.table.totals == model::TablePolicy::Totals::rounded) notes.add("table.note.rounded_totals");
    const auto& areas = plan.areas;
    if (std::any_of(areas.begin(), areas.end(), [](const auto& area) { return area.id.value == compile::outside_area; }))
        notes.add("table.note.outside", {{"area", area_label(notes.findings, compile::outside_area)}});
    const auto& payers = plan.payers;
    if (std::any_of(payers.begin(), payers.end(), [](const auto& payer) { return !payer.apart.empty(); }))
        notes.add("table.note.not_cash");
    if (notes.follow() || !printed_rows_add_up(notes.findings, amounts)) notes.add("table.note.deviations");
}

void add_payback(Notes& notes) {
    notes.add("table.note.payback", {{"convention", convention_in_words(notes.findings)}});
    const bool strict = notes.findings.plan.basis == model::Basis::strict_service;
    notes.add(strict ? "table.note.basis.strict-service" : "table.note.basis.service-efficiency");
}

std::string timing_in_words(const Findings& findings) {
    switch (findings.plan.discount_timing) {
        case formula::Discount::start:
            return wording::text(findings.language, "table.timing.start");
        case formula::Discount::middle:
            return wording::text(findings.language, "table.timing.middle");
        case formula::Discount::end:
            break;
    }
    return wording::text(findings.language, "table.timing.end");
}

/// The first year's real rate, from the factors: one year's factor over the next.
double first_rate(const Findings& findings) {
    return findings.figures.at("discount_factor", 0) / findings.figures.at("discount_factor", 1) - 1;
}

void add_discounting(Notes& notes) {
    const Findings& findings = notes.findings;
    const std::string kind = findings.plan.schedule == "rate" ? "table.note.discount" : "table.note.discount.schedule";
    if (notes.follow()) {
        std::vector<Argument> arguments{{"sheet", wording::text(findings.language, "workbook.sheet.inputs")},
                                        {"timing", timing_in_words(findings)}};
        if (findings.plan.schedule != "rate") arguments.push_back({"schedule", findings.plan.schedule});
        return notes.add(kind + ".sheet", arguments);
    }
    std::vector<Argument> arguments{{"rate", wording::percent(findings.language, first_rate(findings))},
                                    {"timing", timing_in_words(findings)}};
    if (findings.plan.schedule != "rate") arguments.push_back({"schedule", findings.plan.schedule});
    notes.add(kind, arguments);
}

void add_crossings(Notes& notes, Basis basis) {
    for (const Crossing& crossing : earlier_crossings(notes.findings, basis))
        notes.add_told(wording::text(notes.findings.language, "table.note.crossing." + name(basis),
                                     {{"year", std::to_string(crossing.year)}, {"again", std::to_string(crossing.again)}}));
}

/// What comes after the table and its figures do not show.
void add_beyond(Notes& notes) {
    const Findings& findings = notes.findings;
    for (const compile::PlannedLine& line : findings.plan.lines) {
        const std::string label = in_words(line.label, findings.language, line.id);
        const auto last = runs_out_after(findings, line.id);
        const std::vector<Argument> arguments{{"line", label}, {"year", last ? std::to_string(*last) : ""}};
        if (line.section == model::Section::implementation && goes_on(findings, line.id))
            notes.add_told(wording::text(findings.language, "table.note.never_ends", arguments));
        else if (last)
            notes.add_told(wording::text(findings.language, "table.note.runs_out", arguments));
    }
}

void add_written(Notes& notes) {
    const Findings& findings = notes.findings;
    if (!findings.plan.source.empty()) notes.add("table.note.source", {{"source", findings.plan.source}});
    for (const model::Text& note : findings.plan.notes) notes.add_text(in_words(note, findings.language, ""));
    for (const diag::Diagnostic& found : findings.plan.scenario_notes.sorted())
        notes.add_told(wording::words(findings.language, found).message);
    for (const diag::Diagnostic& found : findings.plan.diagnostics.sorted())
        notes.add_told(wording::words(findings.language, found).message);
}

}  // namespace

std::string convention_in_words(const Findings& findings) {
    const model::Payback& payback = findings.plan.payback;
    const std::string written = model::name(payback);
    const std::string key = "table.convention." + written.substr(0, written.find(':'));
    std::vector<Argument> arguments;
    if (payback.convention == model::Convention::nearest_from)
        arguments.push_back({"date", written.substr(written.find(':') + 1)});
    return wording::text(findings.language, key, arguments);
}

std::vector<std::string> notes_on_amounts(const Findings& findings, const Amounts& amounts, Under under) {
    Notes notes{findings, under, {}};
    add_marked(notes);
    add_amounts(notes, amounts);
    return std::move(notes.all);
}

std::vector<std::string> notes_on_results(const Findings& findings, Under under) {
    Notes notes{findings, under, {}};
    add_payback(notes);
    add_discounting(notes);
    add_crossings(notes, Basis::service);
    add_crossings(notes, Basis::total);
    add_beyond(notes);
    add_written(notes);
    return std::move(notes.all);
}

std::vector<std::string> footnotes(const Findings& findings, const Amounts& amounts, Under under) {
    std::vector<std::string> all = notes_on_amounts(findings, amounts, under);
    for (std::string& note : notes_on_results(findings, under)) all.push_back(std::move(note));
    return all;
}

}  // namespace provenu::report
