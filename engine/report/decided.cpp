#include "report/decided.hpp"

#include <algorithm>

#include "report/indices.hpp"
#include "report/layout.hpp"
#include "report/rows.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

/// Rows of their own in tables as CSV, without the addresses, which name the figures of the first table.
std::vector<Row> own_rows(std::vector<Row> rows) {
    for (Row& row : rows) {
        if (!row.section.empty()) row.section = "decided_in_" + row.section;
        for (Cell& cell : row.cells) cell.address.clear();
        row.reference.clear();
        row.mark.clear();
    }
    return rows;
}

}  // namespace

Table decided_table(const Findings& decided, const std::vector<std::string>& said) {
    const int level = decided.plan.price_level;
    const Amounts amounts = amounts_of(decided);
    Table table;
    table.caption = wording::text(decided.language, "prices.decided.caption", {{"year", std::to_string(level)}});
    table.unit = unit_of_amounts(decided.plan.book.money, level, decided.language);
    table.columns = {label_column(), {wording::text(decided.language, "table.area"), "area", Column::Align::left}};
    add_year_columns(table.columns, decided.years());
    table.rows = own_rows(amount_rows(decided, amounts));
    table.notes.push_back(wording::text(decided.language, "table.note.price_level", {{"year", std::to_string(level)}}));
    if (!printed_rows_add_up(decided, amounts)) table.notes.push_back(wording::text(decided.language, "table.note.deviations"));
    for (std::string& note : passports(decided))
        if (std::find(said.begin(), said.end(), note) == said.end()) table.notes.push_back(std::move(note));
    return table;
}

Data decided_data(const Findings& decided) {
    return Data::Object{{"price_level", decided.plan.price_level},
                        {"lines", lines_data(decided)},
                        {"net", by_basis_data(decided, "net")},
                        {"balance", by_basis_data(decided, "balance")}};
}

}  // namespace provenu::report
