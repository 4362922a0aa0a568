#include "provenu/tables/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "provenu/quantity/text.hpp"
#include "tables/drafts.hpp"
#include "tables/figures.hpp"
#include "tables/structure.hpp"

namespace provenu::tables {
namespace {

bool is_payback(const PublishedRow& row) {
    return row.section.starts_with("payback_");
}

std::vector<const Cell*> amounts_of(const TableDraft& draft) {
    std::vector<const Cell*> cells;
    for (const RowDraft& row : draft.rows) {
        for (const Cell* cell : row.figures)
            if (cell != nullptr) cells.push_back(cell);
        if (row.sum != nullptr && !row.sum->text.empty() && !is_payback(row.row)) cells.push_back(row.sum);
    }
    return cells;
}

std::vector<const Cell*> with_values(std::vector<const Cell*> cells, const TableDraft& draft) {
    for (const RowDraft& row : draft.rows)
        if (row.value != nullptr) cells.push_back(row.value);
    return cells;
}

/// The figure at the beginning of `4 år (præcis 4,1)`; of `2034, beyond the table (8 years)` that in the parentheses.
std::optional<double> leading_figure(std::string_view text) {
    const auto reading = quantity::read_number(text.substr(0, quantity::number_length(text)));
    const auto* value = std::get_if<double>(&reading);
    if (value == nullptr) return {};
    const auto inside = text.find('(');
    const bool is_year = *value >= 1900 && *value <= 2200;
    if (is_year) return inside == std::string_view::npos ? std::nullopt : leading_figure(text.substr(inside + 1));
    return *value;
}

/// A payback stands in the value column, or where the first year's figure would.
void read_payback(RowDraft& draft) {
    std::vector<const Cell*> cells{draft.value};
    cells.insert(cells.end(), draft.figures.begin(), draft.figures.end());
    for (const Cell* cell : cells) {
        if (cell == nullptr || cell->text.empty() || draft.row.value) continue;
        draft.row.value = cell->number ? cell->number : leading_figure(cell->text);
        if (!draft.row.value && draft.row.note.empty()) draft.row.note = cell->text;
    }
    draft.row.values.assign(draft.figures.size(), std::nullopt);
}

void read_figures(RowDraft& draft, Figures& figures, diag::Diagnostics& found) {
    for (const Cell* cell : draft.figures) {
        draft.row.places.push_back(cell != nullptr ? cell->place : diag::Place{});
        if (!is_payback(draft.row)) draft.row.values.push_back(cell != nullptr ? figures.read(*cell, found) : std::nullopt);
    }
    if (draft.sum != nullptr && !is_payback(draft.row)) {
        draft.row.sum = figures.read(*draft.sum, found);
        draft.row.sum_place = draft.sum->place;
    }
    if (is_payback(draft.row))
        read_payback(draft);
    else if (draft.value != nullptr && !draft.value->text.empty())
        draft.row.value = figures.read(*draft.value, found);
}

/// What was detected, for whoever wonders about a figure.
void note_detected(const Sheet& sheet, const Figures& figures, diag::Diagnostics& found) {
    const diag::Place place{std::make_shared<diag::Source>(diag::Source{sheet.path, {}}), 0, 0, 1};
    const auto& [mark, reason] = figures.decimal();
    if (mark != 0)
        found.note("P892", place,
                   {{"what", fmt::format("{{tables.decimal.{}}}: {{{}}}", mark == ',' ? "comma" : "point", reason), true}});
    if (figures.dashes() > 0)
        found.note("P893", place, {{"what", "tables.dashes", true}, {"text", std::to_string(figures.dashes())}});
    if (sheet.hidden_rows > 0)
        found.note("P893", place, {{"what", "tables.hidden_rows", true}, {"text", std::to_string(sheet.hidden_rows)}});
}

double step_of(const std::vector<const Cell*>& cells, const DecimalMark& decimal) {
    int most = 0;
    for (const Cell* cell : cells) most = std::max(most, decimals_of(*cell, decimal));
    return std::pow(10.0, -most);
}

}  // namespace

diag::Result<PublishedTable> published(const Sheet& sheet) {
    diag::Result<PublishedTable> result;
    auto draft = by_sections(sheet, result.diagnostics);
    const bool by_labels = !draft;
    if (!draft && !result.diagnostics.has_errors()) draft = by_headings(sheet, result.diagnostics);
    if ((!draft || draft->rows.empty()) && result.diagnostics.has_errors()) return result;
    if (!draft || draft->rows.empty()) {
        result.diagnostics.error("P881", {std::make_shared<diag::Source>(diag::Source{sheet.path, {}}), 0, 0, 1},
                                 {{"problem", draft ? "tables.no_lines" : "tables.no_years", true}});
        return result;
    }
    const auto amounts = amounts_of(*draft);
    Figures figures(with_values(amounts, *draft), draft->written_unit, sheet.separator, result.diagnostics);
    for (RowDraft& row : draft->rows) {
        read_figures(row, figures, result.diagnostics);
        draft->table.rows.push_back(std::move(row.row));
    }
    note_detected(sheet, figures, result.diagnostics);
    draft->table.path = sheet.path;
    draft->table.sheet = sheet.name;
    draft->table.step = step_of(amounts, figures.decimal());
    settle_headed(draft->table, draft->headed);
    if (by_labels) settle_totals(draft->table, signs_of(*draft));
    if (!result.diagnostics.has_errors()) result.value = std::move(draft->table);
    return result;
}

}  // namespace provenu::tables
