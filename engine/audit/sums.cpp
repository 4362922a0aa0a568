#include "audit/sums.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;
constexpr std::string_view of_recurring = "recurring_total_";
constexpr std::string_view of_implementation = "implementation_total_";

bool starts(const std::string& text, std::string_view with) {
    return text.rfind(with, 0) == 0;
}

using Rows = std::vector<RowIndex>;

void append(Rows& rows, const Rows& others) {
    rows.insert(rows.end(), others.begin(), others.end());
}

/// Whether the table prints subtotals of several areas and does not say which rows are of which.
bool hides_areas(const Board& board, const std::string& section) {
    const Rows lines = lines_of(board, section);
    const bool says_none = std::ranges::all_of(lines, [&](RowIndex row) { return board.row(row).area.empty(); });
    const bool of_others = std::ranges::any_of(board.table.rows, [&](const tables::PublishedRow& row) {
        return starts(row.section, section + "_total_") && row.section != section + "_total_service";
    });
    return !lines.empty() && says_none && of_others;
}

/// Whether rows cannot be held against the totals of areas: others than the municipality have parts of them, so that a row does
/// not belong to one area alone, or the table does not say which rows are of which.
bool is_split(const Board& board, const std::string& section) {
    return first_of(board, section + "_total_outside").has_value() || hides_areas(board, section);
}

/// Every subtotal of a section.
Rows area_totals(const Board& board, const std::string& section) {
    Rows rows;
    for (RowIndex row = 0; row < board.table.rows.size(); ++row)
        if (starts(board.row(row).section, section + "_total_")) rows.push_back(row);
    return rows;
}

/// Totals of areas of which no single row is printed. A single one beside no row at all says nothing of what else there is.
Rows totals_without_lines(const Board& board, const std::string& section) {
    if (is_split(board, section)) return {};
    Rows rows = area_totals(board, section);
    const std::size_t prefix = (section + "_total_").size();
    std::erase_if(rows, [&](RowIndex row) { return !lines_of(board, section, board.row(row).section.substr(prefix)).empty(); });
    if (rows.size() == 1 && lines_of(board, section).empty()) rows.clear();
    return rows;
}

/// Subtotals of a section where they are printed, its single rows where not.
Rows subtotals_of(const Board& board, const std::string& section) {
    if (is_split(board, section)) return area_totals(board, section);
    Rows rows;
    std::set<std::string> areas;
    for (const RowIndex line : lines_of(board, section)) areas.insert(area_of(board.row(line)));
    for (const std::string& area : areas) {
        const auto total = first_of(board, section + "_total_" + area);
        if (total)
            rows.push_back(*total);
        else
            append(rows, lines_of(board, section, area));
    }
    append(rows, totals_without_lines(board, section));
    return rows;
}

/// The least that a section is made of: its single rows, and totals where no single row is printed.
Rows least_of(const Board& board, const std::string& section) {
    Rows rows = lines_of(board, section);
    append(rows, totals_without_lines(board, section));
    const auto total = first_of(board, section + "_total");
    if (rows.empty() && total) rows.push_back(*total);
    return rows;
}

/// The printed total of a section, or else what it would be made of.
Rows total_of(const Board& board, const std::string& section) {
    if (const auto total = first_of(board, section + "_total")) return {*total};
    return subtotals_of(board, section);
}

/// The single rows beneath the parts of a subtotal.
Rows lines_beneath(const Board& board, RowIndex row) {
    if (board.row(row).section != "subtotal") return {row};
    Rows lines;
    for (const RowIndex part : board.row(row).parts) append(lines, lines_beneath(board, part));
    return lines;
}

/// The same rows with subtotals in the place of what they add.
Rows with_subtotals(const Board& board, const Rows& lines, RowIndex total) {
    std::set<RowIndex> left(lines.begin(), lines.end());
    for (RowIndex row = board.table.rows.size(); row-- > 0;) {
        if (board.row(row).section != "subtotal" || row == total) continue;
        const Rows beneath = lines_beneath(board, row);
        const bool has_all = std::ranges::all_of(beneath, [&](RowIndex each) { return left.contains(each); });
        if (beneath.empty() || !has_all || beneath.size() == left.size()) continue;
        for (const RowIndex each : beneath) left.erase(each);
        left.insert(row);
    }
    return {left.begin(), left.end()};
}

Sum sum_of(const Board& board, RowIndex total, Rows lines, Rows subtotals) {
    Sum sum{total, lines, {lines}, board.unit};
    const Rows shorter = with_subtotals(board, lines, total);
    if (shorter != lines) sum.bases.push_back(shorter);
    if (subtotals != lines) sum.bases.push_back(std::move(subtotals));
    lines.push_back(total);
    sum.step = step_of(board, lines);
    return sum;
}

// What is converted out of service

bool has_mark_of(const Board& board, RowIndex row, RowIndex total) {
    const auto mark = [&](RowIndex of) {
        const std::string& label = board.row(of).label;
        const std::string behind = label.substr(without_marks(label).size());
        return behind.find('*') != std::string::npos ? behind : board.row(of).note;
    };
    return !mark(row).empty() && mark(row) == mark(total);
}

/// Sets of rows that may have been converted, the likeliest first: as the proposal says; marked as the total is; every row
/// outside service; some of them; none.
std::vector<Rows> candidates(const Board& board, RowIndex total) {
    constexpr std::size_t most = 8;  // rows of which every selection is tried
    Rows outside;
    for (const RowIndex line : lines_of(board, "recurring"))
        if (area_of(board.row(line)) != "service") outside.push_back(line);
    std::vector<Rows> sets;
    if (board.converted) sets.push_back(*board.converted);
    Rows marked;
    std::ranges::copy_if(outside, std::back_inserter(marked), [&](RowIndex row) { return has_mark_of(board, row, total); });
    if (!marked.empty()) sets.push_back(marked);
    sets.push_back(outside);
    for (std::size_t selection = 1; outside.size() <= most && selection < std::size_t{1} << outside.size(); ++selection) {
        Rows some;
        for (std::size_t i = 0; i < outside.size(); ++i)
            if ((selection >> i & 1U) != 0) some.push_back(outside[i]);
        sets.push_back(std::move(some));
    }
    sets.emplace_back();
    return sets;
}

Sum efficiency_with(const Board& board, RowIndex total, const Rows& converted) {
    Rows lines = lines_of(board, "recurring", "service");
    Rows subtotals = lines;
    if (const auto service = first_of(board, "recurring_total_service")) subtotals = {*service};
    if (is_split(board, "recurring")) lines = subtotals;
    append(lines, converted);
    append(subtotals, converted);
    return sum_of(board, total, std::move(lines), std::move(subtotals));
}

int years_explained(const Board& board, const Sum& sum) {
    int years = 0;
    for (int column = 0; column < board.columns(); ++column) {
        const auto printed = board.printed(sum.total, column);
        const auto tolerance = (static_cast<double>(sum.lines.size()) + 1) / 2 * sum.step;
        if (!printed) continue;
        for (const Rows& base : sum.bases) {
            double value = 0;
            for (const RowIndex row : base) value += board.figure(row, column);
            if (std::abs(*printed - value) > tolerance + noise) continue;
            ++years;
            break;
        }
    }
    return years;
}

/// The likeliest set that explains most years.
Sum efficiency(const Board& board, RowIndex total) {
    Sum best;
    int explained = -1;
    for (const Rows& converted : candidates(board, total)) {
        Sum sum = efficiency_with(board, total, converted);
        const int years = years_explained(board, sum);
        if (years <= explained) continue;
        explained = years;
        best = std::move(sum);
    }
    return best;
}

// Holding a total against what it is made of

const Sum* find(const std::vector<Sum>& sums, RowIndex total) {
    const auto found = std::ranges::find_if(sums, [&](const Sum& sum) { return sum.total == total && !sum.lines.empty(); });
    return found == sums.end() ? nullptr : &*found;
}

/// A value that may stand for a row, and how many rounded figures it is made of.
struct Reading {
    double value = 0;
    int figures = 0;
};

int figures_of(const Board& board, const Rows& rows, int column) {
    return static_cast<int>(
        std::ranges::count_if(rows, [&](RowIndex row) { return board.printed(row, column).has_value() && !board.added[row]; }));
}

enum class Take { either, printed, lines };
struct Forced {
    RowIndex row = 0;
    Take take = Take::either;
};

std::vector<Reading> readings(const Board& board, const Sum* beneath, RowIndex row, int column, Take take) {
    std::vector<Reading> all;
    const auto printed = board.printed(row, column);
    if (take != Take::lines || beneath == nullptr) all.push_back({printed.value_or(0), printed ? 1 : 0});
    if (beneath != nullptr && (take == Take::lines || (take == Take::either && printed)))
        all.push_back({from_lines(board, *beneath, column), figures_of(board, beneath->lines, column)});
    if (beneath != nullptr && take == Take::either && !printed)
        all = {{from_lines(board, *beneath, column), figures_of(board, beneath->lines, column)}};
    return all;
}

/// Every sum of a base that takes each of its totals as printed or as its rows give it.
std::vector<Reading> sums_over(const Board& board, const std::vector<Sum>& sums, const Rows& base, int column, Forced forced) {
    constexpr std::size_t most = 1024;  // beyond which totals are taken as printed
    std::vector<Reading> all{{0, 0}};
    for (const RowIndex row : base) {
        const Take free = all.size() < most ? Take::either : Take::printed;
        const Take take = row == forced.row && forced.take != Take::either ? forced.take : free;
        std::vector<Reading> longer;
        for (const Reading& so_far : all)
            for (const Reading& next : readings(board, find(sums, row), row, column, take))
                longer.push_back({so_far.value + next.value, so_far.figures + next.figures});
        all = std::move(longer);
    }
    return all;
}

Agreement nearest(const Board& board, const std::vector<Sum>& sums, const Sum& sum, int column, Forced forced) {
    const double printed = board.figure(sum.total, column);
    Agreement best{printed, from_lines(board, sum, column), 0, false};
    best.tolerance = (figures_of(board, sum.lines, column) + 1) / 2.0 * sum.step;
    best.blur = best.tolerance / sum.step * board.unit;
    for (const Rows& base : sum.bases)
        for (const Reading& reading : sums_over(board, sums, base, column, forced)) {
            const double tolerance = (reading.figures + 1) / 2.0 * sum.step;
            const double away = std::abs(printed - reading.value);
            if (away > tolerance + noise || (best.agrees && away >= std::abs(best.difference()))) continue;
            best = {printed, reading.value, tolerance, true};
        }
    return best;
}

bool has_figures(const Board& board, RowIndex row) {
    for (int column = 0; column < board.columns(); ++column)
        if (board.printed(row, column)) return true;
    return false;
}

}  // namespace

double from_lines(const Board& board, const Sum& sum, int column) {
    double total = 0;
    for (const RowIndex row : sum.lines) total += board.figure(row, column);
    return total;
}

std::vector<Sum> sums_of(const Board& board) {
    std::vector<Sum> areas;
    std::vector<Sum> totals;
    for (RowIndex row = 0; row < board.table.rows.size(); ++row) {
        const std::string& section = board.row(row).section;
        const auto of_area = [&](const std::string& lines, std::string_view prefix) {
            if (is_split(board, lines)) {
                if (hides_areas(board, lines)) areas.push_back({row, {}, {{}}, board.unit});
                return;
            }
            const Rows rows = lines_of(board, lines, section.substr(prefix.size()));
            areas.push_back(sum_of(board, row, rows, rows));
        };
        const auto of_all = [&](const std::string& lines) {
            Rows least = lines_of(board, lines);
            append(least, totals_without_lines(board, lines));
            totals.push_back(sum_of(board, row, std::move(least), subtotals_of(board, lines)));
        };
        if (starts(section, of_recurring)) of_area("recurring", of_recurring);
        if (starts(section, of_implementation)) of_area("implementation", of_implementation);
        if (section == "subtotal") areas.push_back(sum_of(board, row, lines_beneath(board, row), board.row(row).parts));
        if (section == "recurring_total") of_all("recurring");
        if (section == "implementation_total") of_all("implementation");
        if (section == "recurring_net_efficiency") totals.push_back(efficiency(board, row));
    }
    std::ranges::move(totals, std::back_inserter(areas));
    for (RowIndex net = 0; net < board.table.rows.size(); ++net) {
        if (board.row(net).section != "net") continue;
        Rows lines = least_of(board, "recurring");
        append(lines, least_of(board, "implementation"));
        Rows printed = total_of(board, "recurring");
        append(printed, total_of(board, "implementation"));
        areas.push_back(sum_of(board, net, std::move(lines), std::move(printed)));
    }
    return areas;
}

bool lacks_conversion(const Board& board, const Sum& sum) {
    return board.row(sum.total).section == "recurring_net_efficiency" && years_explained(board, sum) == 0;
}

std::optional<Agreement> agreement(const Board& board, const std::vector<Sum>& sums, const Sum& sum, int column) {
    if (sum.lines.empty()) return std::nullopt;
    const auto found = nearest(board, sums, sum, column, {});
    // A row that leaves years without a cost empty is right; one that has figures and is empty where there is a cost is not.
    const bool is_empty = !board.printed(sum.total, column);
    if (is_empty && (found.agrees || !has_figures(board, sum.total))) return std::nullopt;
    return found;
}

bool is_confirmed(const Board& board, const std::vector<Sum>& sums, const Sum& sum, int column) {
    return std::ranges::any_of(sums, [&](const Sum& above) {
        const bool counts_it =
            std::ranges::any_of(above.bases, [&](const Rows& base) { return std::ranges::count(base, sum.total) > 0; });
        if (!counts_it || !board.printed(above.total, column)) return false;
        Sum through = above;  // only the bases that go by this total tell
        std::erase_if(through.bases, [&](const Rows& base) { return std::ranges::count(base, sum.total) == 0; });
        return nearest(board, sums, through, column, {sum.total, Take::printed}).agrees &&
               !nearest(board, sums, through, column, {sum.total, Take::lines}).agrees;
    });
}

}  // namespace provenu::audit
