#include <algorithm>
#include <cmath>

#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

constexpr double noise = 1e-9;

template <class Chosen>
std::vector<int> years_where(const Findings& findings, Chosen chosen) {
    std::vector<int> years;
    for (int column = 0; column < findings.years().count(); ++column)
        if (chosen(column)) years.push_back(findings.years().first + column);
    return years;
}

}  // namespace

bool tells_payers(const Findings& findings) {
    const auto is_plain = [](const compile::PlannedShare& share) {
        return share.share.empty() && share.realised == model::Realised::cash;
    };
    const auto plain = [&](const compile::PlannedLine& line) {
        return std::all_of(line.shares.begin(), line.shares.end(), is_plain);
    };
    return !std::all_of(findings.plan.lines.begin(), findings.plan.lines.end(), plain);
}

bool tells_frame_freed(const Findings& findings) {
    const auto of_area = [](const compile::PlannedFrame& frame) { return !frame.area.empty(); };
    return findings.plan.has_conversion || std::any_of(findings.plan.frames.begin(), findings.plan.frames.end(), of_area);
}

bool has_part(const Findings& findings, const compile::PlannedShare& share) {
    return (findings.figures.block(share.amount).row(0).abs() > noise).any();
}

bool has_part(const Findings& findings, const compile::PlannedPayer& payer) {
    for (const compile::PlannedLine& line : findings.plan.lines)
        for (const compile::PlannedShare& share : line.shares)
            if (share.payer == payer.id && has_part(findings, share)) return true;
    return false;
}

std::vector<int> years_over(const Findings& findings, const compile::PlannedLine& line, const compile::PlannedShare& share) {
    if (share.at_most.empty()) return {};
    return years_where(findings, [&](int column) {
        const bool counts = findings.figures.at(line.id, column) != 0;
        return counts && findings.figures.at(share.share, column) > findings.figures.at(share.at_most, column) + noise;
    });
}

FrameStanding standing_of(const Findings& findings, const compile::PlannedFrame& frame) {
    return {findings.years(), frame.given, yearly(findings, "frame." + frame.id + ".missing"), findings.plan.book.money};
}

std::string in_words(const std::vector<int>& years) {
    std::string words;
    for (std::size_t i = 0; i < years.size(); ++i) {
        const std::size_t first = i;
        while (i + 1 < years.size() && years[i + 1] == years[i] + 1) ++i;
        words += (words.empty() ? "" : ", ") + std::to_string(years[first]);
        if (i > first) words += "-" + std::to_string(years[i]);
    }
    return words;
}

std::string payer_label(const Findings& findings, const std::string& id) {
    for (const compile::PlannedPayer& payer : findings.plan.payers)
        if (payer.id == id) return in_words(payer.label, findings.language, id);
    return id;
}

std::string name(model::Realised realised) {
    switch (realised) {
        case model::Realised::cash:
            return "cash";
        case model::Realised::capacity:
            return "capacity";
        case model::Realised::in_kind:
            break;
    }
    return "in-kind";
}

std::vector<Cell> year_cells(const Findings& findings, const std::string& definition) {
    const std::vector<double> values = yearly(findings, definition);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < values.size(); ++i)
        cells.push_back(
            figure_cell({values[i], findings.decimals(), 0}, address(definition, findings.years().first + static_cast<int>(i))));
    return cells;
}

std::vector<Cell> amount_cells(const Findings& findings, const std::string& definition) {
    std::vector<Cell> cells = year_cells(findings, definition);
    if (findings.plan.table.empty == model::TablePolicy::Empty::zero) return cells;
    for (Cell& cell : cells)
        if (const auto* figure = std::get_if<Figure>(&cell.content); figure != nullptr && std::abs(figure->value) < noise)
            cell.content = {};
    return cells;
}

Table yearly_table(const Findings& findings, const std::string& caption) {
    Table table;
    table.caption = wording::text(findings.language, caption);
    table.unit = unit_of_amounts(findings.plan.book.money, findings.plan.price_level, findings.language);
    table.columns.push_back(label_column());
    add_year_columns(table.columns, findings.years());
    return table;
}

std::vector<Table> payer_tables(const Findings& findings) {
    std::vector<Table> tables;
    if (tells_payers(findings)) {
        tables.push_back(payer_table(findings));
        if (Table shares = share_table(findings); !shares.rows.empty()) tables.push_back(std::move(shares));
    }
    if (!findings.plan.frames.empty()) tables.push_back(frame_table(findings));
    if (tells_frame_freed(findings)) tables.push_back(frame_freed_table(findings));
    if (!findings.plan.claimed.empty()) tables.push_back(claim_table(findings));
    if (!budget_changes(findings).empty()) tables.push_back(budget_change_table(findings));
    return tables;
}

}  // namespace provenu::report
