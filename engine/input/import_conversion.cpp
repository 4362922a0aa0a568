#include "input/import_conversion.hpp"

#include <algorithm>
#include <cmath>

namespace provenu::input {
namespace {

using tables::PublishedRow;
using tables::PublishedTable;
using Rows = std::vector<const PublishedRow*>;

Rows recurring_lines(const PublishedTable& table, bool of_service) {
    Rows rows;
    for (const PublishedRow& row : table.rows)
        if (row.section == "recurring" && (row.area.empty() || row.area == "service") == of_service) rows.push_back(&row);
    return rows;
}

double sum_in(const Rows& rows, std::size_t year) {
    double sum = 0;
    for (const PublishedRow* row : rows) sum += year < row->values.size() ? row->values[year].value_or(0) : 0;
    return sum;
}

/// Whether net efficiency is the change in service and these lines, in more than half of the years in which the lines say
/// anything: a slip in a year or two must not hide it.
bool fits(const PublishedTable& table, const PublishedRow& net, const Rows& lines) {
    const Rows service = recurring_lines(table, true);
    const double tolerance = table.step * static_cast<double>(service.size() + lines.size() + 1) / 2;
    int asked = 0;
    int met = 0;
    for (std::size_t year = 0; year < net.values.size(); ++year) {
        if (!net.values[year] || sum_in(lines, year) == 0) continue;
        ++asked;
        met += std::abs(*net.values[year] - sum_in(service, year) - sum_in(lines, year)) <= tolerance ? 1 : 0;
    }
    return asked > 0 && 2 * met > asked;
}

}  // namespace

std::vector<const PublishedRow*> converted_lines(const PublishedTable& table) {
    const auto net = std::ranges::find(table.rows, std::string_view("recurring_net_efficiency"), &PublishedRow::section);
    if (net == table.rows.end()) return {};
    const Rows others = recurring_lines(table, false);
    if (!others.empty() && fits(table, *net, others)) return others;
    for (const PublishedRow* each : others)
        if (fits(table, *net, {each})) return {each};
    return {};
}

}  // namespace provenu::input
