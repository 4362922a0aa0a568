#include <cmath>
#include <optional>

#include "report/audit_words.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

std::string layer_name(audit::Layer layer) {
    return layer == audit::Layer::rows ? "rows" : layer == audit::Layer::model ? "model" : "text";
}

/// A figure as it is, with as many decimals as it needs up to four.
Cell bare(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return {};
    int decimals = 0;
    for (double scaled = *value; decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-7; scaled *= 10) ++decimals;
    return {Figure{*value, decimals, 0}, "", ""};
}

struct Line {
    std::string section;
    std::string label;
    std::string layer;
    std::string year;  ///< or the heading of a column of sums
    std::optional<double> printed;
    std::optional<double> computed;
    std::string cause;
};

Row row_of(const Line& line) {
    std::vector<Cell> cells{label_cell(line.label), label_cell(line.layer), {}, bare(line.printed), bare(line.computed), {}};
    if (!line.year.empty()) cells[2] = label_cell(line.year);
    if (line.printed && line.computed) cells[5] = bare(*line.printed - *line.computed);
    Row row;
    row.section = line.section;
    row.cells = std::move(cells);
    row.note = line.cause;
    return row;
}

}  // namespace

Document audit_sheet(const Audited& audited, wording::Language language) {
    const AuditWords words(audited, language);
    Table table;
    for (const std::string key : {"line", "layer", "year", "printed", "computed", "difference"})
        table.columns.push_back({key, key, key == "line" || key == "layer" ? Column::Align::left : Column::Align::right});
    for (const audit::Difference& each : audited.findings.differences)
        table.rows.push_back(row_of({each.where.section, each.where.label, layer_name(each.layer),
                                     each.year ? std::to_string(*each.year) : each.column, each.printed, each.computed,
                                     words.cause(DifferenceGroup{&each})}));
    for (const audit::Claim& claim : audited.findings.claims)
        if (!claim.holds)
            table.rows.push_back(row_of({"claim", claim.says, "text", "", claim.stated, claim.computed, words.cause(claim)}));
    Document document;
    document.items.emplace_back(std::move(table));
    return document;
}

}  // namespace provenu::report
