#include "tables/structure.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace provenu::tables {
namespace {

constexpr double noise = 1e-6;
using Rows = std::vector<std::size_t>;

/// In how many years a total is the sum of some rows, within rounding, of how many in which there is anything to add.
struct Fit {
    int years = 0;
    int of = 0;
    double chance = 1;  ///< that figures which have nothing to do with each other fit as well
    [[nodiscard]] bool is_nearly_whole() const { return of > 1 && of - years <= of / 4; }  // one slip in four years
    [[nodiscard]] bool is_better_than(const Fit& other) const {
        return years > other.years && of - years < other.of - other.years && 2 * years > of;
    }
};

bool is_total(const PublishedRow& row) {
    return row.section == "net" || row.section == "subtotal" || row.section.find("_total") != std::string::npos;
}

std::string area_of(const PublishedRow& row) {
    return row.area.empty() ? "service" : row.area;
}

/// The rows of a table, and which of them each total adds.
class Structure {
 public:
    Structure(PublishedTable& table, const std::vector<Sign>& signs)
        : table_(table), signs_(signs), unit_(rounding_units(table).front()), parts_(table.rows.size()) {}

    /// Totals from the top; returns in how many years they are explained, all together.
    int settle() {
        int explained = 0;
        Rows open;  // rows that no total has added yet
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (is_total(table_.rows[row])) explained += settle(row, open);
            if (is_total(table_.rows[row]) || is_line(table_.rows[row])) open.push_back(row);
        }
        return explained;
    }

    /// The rows above a line that it adds up in all years but for a slip, which is no chance; empty where it does not.
    [[nodiscard]] Rows added_by_line(std::size_t line) const {
        constexpr double most_chance = 1e-4;
        Rows open;
        for (std::size_t row = 0; row < line; ++row) {
            if (is_total(table_.rows[row])) open.clear();
            if (is_line(table_.rows[row])) open.push_back(row);
        }
        for (const Rows& rows : endings(open)) {
            const Fit fit = fit_of(line, rows);
            if (rows.size() > 1 && fit.is_nearly_whole() && fit.chance < most_chance) return rows;
        }
        return {};
    }

 private:
    int settle(std::size_t row, Rows& open) {
        Rows best = said(row, table_.rows[row].section);
        Fit fit = fit_of(row, best);
        bool changed = false;
        for (const Rows& rows : candidates(row, open)) {
            const Fit other = fit_of(row, rows);
            if (!other.is_better_than(fit)) continue;
            fit = other;
            best = rows;
            changed = true;
        }
        if (changed) rename(row, best);
        parts_[row] = best;
        close(open, row);
        return fit.years;
    }

    /// Single rows that a total of a section adds, wherever they stand.
    [[nodiscard]] Rows said(std::size_t total, const std::string& section) const {
        const PublishedRow& row = table_.rows[total];
        if (section == "subtotal") return row.parts;
        const std::string lines = section.substr(0, section.find('_'));
        const bool of_area = section.find("_total_") != std::string::npos;
        Rows rows;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const PublishedRow& each = table_.rows[i];
            const bool mine = section == "net" || each.section == lines;
            if (is_line(each) && mine && (!of_area || area_of(each) == area_of(row))) rows.push_back(i);
        }
        return rows;
    }

    /// The rows at the end of a list that begin where a group of rows or a total does; the shortest first.
    [[nodiscard]] std::vector<Rows> endings(const Rows& open) const {
        std::vector<Rows> all;
        for (std::size_t from = open.size(); from-- > 0;) {
            const bool first = from == 0;
            const auto is_sum = [&](std::size_t at) { return is_total(table_.rows[open[at]]); };
            if (!first && !is_sum(from) && !is_sum(from - 1) && signs_[open[from]].group == signs_[open[from - 1]].group)
                continue;
            all.emplace_back(open.begin() + static_cast<std::ptrdiff_t>(from), open.end());
        }
        return all;
    }

    [[nodiscard]] std::vector<Rows> candidates(std::size_t total, const Rows& open) const {
        std::vector<Rows> all = endings(open);
        Rows totals;
        std::ranges::copy_if(open, std::back_inserter(totals), [&](std::size_t row) { return is_total(table_.rows[row]); });
        all.push_back(std::move(totals));
        all.push_back(below(total));
        // One total alone is no sum: a net that is the total above it has forgotten something.
        std::erase_if(all,
                      [&](const Rows& rows) { return rows.empty() || (rows.size() == 1 && is_total(table_.rows[rows[0]])); });
        return all;
    }

    /// The rows of its group that follow a total.
    [[nodiscard]] Rows below(std::size_t total) const {
        Rows rows;
        for (std::size_t row = total + 1; row < table_.rows.size() && is_line(table_.rows[row]); ++row) {
            if (signs_[row].group != signs_[total].group) break;
            rows.push_back(row);
        }
        return rows;
    }

    [[nodiscard]] Fit fit_of(std::size_t total, const Rows& rows) const {
        const double tolerance = (static_cast<double>(rows.size()) + 1) / 2 * unit_;
        Fit fit;
        for (std::size_t year = 0; year < table_.rows[total].values.size(); ++year) {
            const double printed = table_.rows[total].values[year].value_or(0);
            double sum = 0;
            bool any = printed != 0;
            for (const std::size_t row : rows) {
                sum += table_.rows[row].values[year].value_or(0);
                any = any || table_.rows[row].values[year].value_or(0) != 0;
            }
            if (!any) continue;
            const bool fits = std::abs(printed - sum) <= tolerance + noise;
            fit.years += fits ? 1 : 0;
            if (fits) fit.chance *= std::min(1.0, (2 * tolerance + unit_) / std::max(std::abs(printed), unit_));
            ++fit.of;
        }
        return fit;
    }

    /// The single rows beneath others.
    [[nodiscard]] std::set<std::size_t> lines_of(const Rows& rows) const {
        std::set<std::size_t> lines;
        for (const std::size_t row : rows) {
            const auto beneath = is_line(table_.rows[row]) ? std::set<std::size_t>{row} : lines_of(parts_[row]);
            lines.insert(beneath.begin(), beneath.end());
        }
        return lines;
    }

    /// The section that adds these rows, its own before others, where no other row has it; else they are named one by one.
    void rename(std::size_t total, const Rows& rows) {
        PublishedRow& row = table_.rows[total];
        const auto lines = lines_of(rows);
        const auto adds_them = [&](const std::string& section) {
            const Rows named = said(total, section);
            return std::set<std::size_t>(named.begin(), named.end()) == lines;
        };
        if (adds_them(row.section)) return;
        for (const std::string section : {"net", "recurring_total", "implementation_total"}) {
            const bool taken =
                std::ranges::any_of(table_.rows, [&](const PublishedRow& each) { return each.section == section; });
            if (taken || !adds_them(section)) continue;
            row.section = section;
            return;
        }
        row.section = "subtotal";
        row.parts = rows;
    }

    /// Takes what a total has added out of the list.
    void close(Rows& open, std::size_t total) const {
        const auto added = lines_of(parts_[total]);
        std::erase_if(open, [&](std::size_t row) {
            const auto own = lines_of({row});
            return std::ranges::includes(added, own);
        });
    }

    PublishedTable& table_;
    const std::vector<Sign>& signs_;
    double unit_;
    std::vector<Rows> parts_;  ///< by row: what a total adds
};

/// Rows whose label says nothing that are the sum of those above them, where the totals then agree with more.
void find_totals_without_words(PublishedTable& table, const std::vector<Sign>& signs) {
    PublishedTable trial = table;
    int own = 0;  // years of such rows, which they explain as totals
    for (std::size_t row = 0; row < trial.rows.size(); ++row) {
        if (!is_line(trial.rows[row]) || signs[row].role != Role::line) continue;
        Rows parts = Structure(trial, signs).added_by_line(row);
        if (parts.empty()) continue;
        trial.rows[row].section = "subtotal";
        trial.rows[row].parts = std::move(parts);
        own += static_cast<int>(trial.rows[row].values.size());
    }
    if (own == 0) return;
    PublishedTable as_lines = table;
    PublishedTable as_totals = trial;
    if (Structure(as_totals, signs).settle() > Structure(as_lines, signs).settle() + own) table = std::move(trial);
}

}  // namespace

std::vector<Sign> signs_of(const TableDraft& draft) {
    std::vector<Sign> signs;
    for (const RowDraft& row : draft.rows) signs.push_back({row.role, row.group});
    return signs;
}

void settle_totals(PublishedTable& table, const std::vector<Sign>& signs) {
    const bool shared =
        std::ranges::any_of(table.rows, [](const PublishedRow& row) { return row.section.ends_with("_total_outside"); });
    constexpr std::size_t most_rows = 300;  // beyond which trying takes its time, and no paper's table goes
    if (table.rows.size() > most_rows) return;
    if (shared) return;  // rows that others pay part of belong to several totals
    find_totals_without_words(table, signs);
    Structure(table, signs).settle();
}

}  // namespace provenu::tables
