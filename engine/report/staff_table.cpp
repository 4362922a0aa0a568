#include "provenu/quantity/rounding.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"
#include "report/small_tables.hpp"

namespace provenu::report {
namespace {

constexpr double tenth = 0.1;
using Values = std::vector<double>;

Values rounded(Values values) {
    for (double& value : values) value = quantity::round_half_away(value, tenth);
    return values;
}

Values combined(Values left, const Values& right, double sign) {
    for (std::size_t i = 0; i < left.size(); ++i) left[i] += sign * right[i];
    return rounded(std::move(left));
}

class Staff {
 public:
    explicit Staff(const Findings& findings) : findings_(findings) {
        table_.caption = wording::text(findings.language, "table.fte");
        table_.columns.push_back(label_column());
        add_year_columns(table_.columns, findings.years());
    }

    Table build() {
        Values all(static_cast<std::size_t>(findings_.years().count()), 0.0);
        for (const compile::PlannedTeam& team : findings_.plan.teams) all = combined(all, add_team(team), 1);
        if (findings_.plan.teams.size() > 1) add(Row::Role::total, wording::text(findings_.language, "table.fte.total"), "", all);
        return std::move(table_);
    }

 private:
    /// Rounds the team and its implementation; what is left is recurring.
    Values add_team(const compile::PlannedTeam& team) {
        const Values total = rounded(yearly(findings_, team.total));
        const Values before = rounded(yearly(findings_, team.implementation));
        add(Row::Role::line, label("table.fte.implementation", team) + paid_by(team.implementation_payers), team.implementation,
            before);
        add(Row::Role::line, label("table.fte.recurring", team) + paid_by(team.recurring_payers), team.recurring,
            combined(total, before, -1));
        add(Row::Role::subtotal, label("table.fte.team", team), team.total, total);
        return total;
    }

    [[nodiscard]] std::string label(const char* key, const compile::PlannedTeam& team) const {
        return wording::text(findings_.language, key, {{"team", in_words(team.label, findings_.language, team.id)}});
    }

    /// ` (the region)`, where the two sides have different payers.
    [[nodiscard]] std::string paid_by(const std::vector<std::string>& payers) const {
        std::string labels;
        for (const std::string& payer : payers) labels += (labels.empty() ? "" : ", ") + payer_label(findings_, payer);
        return labels.empty() ? "" : " (" + labels + ")";
    }

    void add(Row::Role role, std::string label, const std::string& name, const Values& values) {
        std::vector<Cell> cells{label_cell(std::move(label))};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int year = findings_.years().first + static_cast<int>(i);
            const std::string where = name.empty() ? "" : address(name, year);
            const bool blank = values[i] == 0 && findings_.plan.table.empty != model::TablePolicy::Empty::zero;
            cells.push_back(blank ? Cell{{}, where, ""} : figure_cell({values[i], 1, 0}, where));
        }
        table_.rows.push_back(row(role, role == Row::Role::line ? "fte" : "fte_total", std::move(cells), table_.columns.size()));
    }

    const Findings& findings_;
    Table table_;
};

}  // namespace

Table staff_table(const Findings& findings) {
    return Staff(findings).build();
}

}  // namespace provenu::report
