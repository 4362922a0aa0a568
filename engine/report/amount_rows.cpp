#include <algorithm>

#include "provenu/quantity/rounding.hpp"
#include "report/layout.hpp"
#include "report/marks.hpp"
#include "report/rows.hpp"

namespace provenu::report {
namespace {

using compile::PlannedLine;
using model::Section;
using model::TablePolicy;
using Given = std::vector<bool>;  // by year of the table

/// What a row says beside its figures.
struct Heading {
    Row::Role role = Row::Role::line;
    std::string section;
    std::string label;
    std::string area;  ///< id; empty: of all areas
    std::string mark;
};

/// Builds the rows one after the other.
class Rows {
 public:
    Rows(const Findings& findings, const Amounts& amounts) : findings_(findings), amounts_(amounts) {}

    std::vector<Row> build() {
        add_section(Section::recurring);
        add_section(Section::implementation);
        const Given any = given([](const PlannedLine&) { return true; });
        add({Row::Role::net, "net", words("table.net"), "", ""}, "net.total", any);
        add({Row::Role::net, "balance", words("table.balance"), "", ""}, "balance.total", Given(any.size(), true));
        return std::move(rows_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(findings_.language, key, arguments);
    }

    /// Years of which any of the chosen lines says something.
    template <class Chosen>
    [[nodiscard]] Given given(Chosen chosen) const {
        Given any(static_cast<std::size_t>(findings_.years().count()), false);
        for (const PlannedLine& line : findings_.plan.lines)
            for (std::size_t i = 0; chosen(line) && i < any.size(); ++i)
                any[i] = any[i] || (i < line.given.size() && line.given[i]);
        return any;
    }

    [[nodiscard]] bool is_blank(double value, bool given, double step) const {
        switch (findings_.plan.table.empty) {
            case TablePolicy::Empty::given:
                return !given && value == 0;
            case TablePolicy::Empty::blank:
                return quantity::round_half_away(value, step) == 0;
            case TablePolicy::Empty::zero:
                break;
        }
        return false;
    }

    void add(const Heading& heading, const std::string& name, const Given& given) {
        const std::vector<double>& values = amounts_.find(name)->second;
        const int steps = heading.role == Row::Role::line ? findings_.plan.table.round_lines_to : 1;
        const double step = steps * findings_.step();
        std::vector<Cell> cells{label_cell(heading.label), area_cell(heading.area)};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string where = address(name, findings_.years().first + static_cast<int>(i));
            const bool blank = heading.section != "balance" && is_blank(values[i], given[i], step);
            cells.push_back(blank ? Cell{{}, where, ""}
                                  : figure_cell({values[i], findings_.decimals(), steps == 1 ? 0 : step}, where));
        }
        rows_.push_back(row(heading.role, heading.section, std::move(cells), values.size() + 2));
        rows_.back().mark = heading.mark;
    }

    [[nodiscard]] Cell area_cell(const std::string& id) const {
        return id.empty() ? Cell{} : Cell{area_label(findings_, id), "", id};
    }

    void add_section(Section section) {
        const auto in_section = [section](const PlannedLine& line) { return line.section == section; };
        if (std::none_of(findings_.plan.lines.begin(), findings_.plan.lines.end(), in_section)) return;
        const std::string which = name(section);
        rows_.push_back(row(Row::Role::group, "", {label_cell(words("table." + which))},
                            static_cast<std::size_t>(findings_.years().count()) + 2));
        for (const PlannedLine& line : findings_.plan.lines)
            if (in_section(line)) add_line(line, which);
        add_subtotals(section);
        add({Row::Role::total, which + "_total", words("table." + which + ".total"), "", ""}, which + ".total",
            given(in_section));
    }

    void add_line(const PlannedLine& line, const std::string& section) {
        const std::string mark = line.converted_from.empty() ? "" : conversion_mark;
        add({Row::Role::line, section, in_words(line.label, findings_.language, line.id), line.area, mark}, line.id, line.given);
        notes_.refer(rows_.back(), line.note);
    }

    void add_subtotals(Section section) {
        const std::vector<model::Area> areas = areas_of(findings_.plan, section);
        const bool printed = areas.size() > 1 || findings_.plan.table.area_subtotals == TablePolicy::Subtotals::always;
        bool efficiency_to_come = section == Section::recurring && findings_.plan.has_conversion;
        for (const model::Area& area : areas) {
            if (printed) add_subtotal(section, area.id.value);
            if (area.id.value == "service" && std::exchange(efficiency_to_come, false)) add_net_efficiency();
        }
        if (efficiency_to_come) add_net_efficiency();
    }

    void add_subtotal(Section section, const std::string& area) {
        const std::string which = name(section);
        const bool converted = section == Section::recurring && area == "service" && findings_.plan.has_conversion;
        add({Row::Role::subtotal, which + "_total_" + area,
             words("table." + which + ".area", {{"area", area_label(findings_, area)}}), area, converted ? conversion_mark : ""},
            which + "." + area,
            given([&](const PlannedLine& line) { return line.section == section && !counted_in(line, area).empty(); }));
    }

    void add_net_efficiency() {
        add({Row::Role::of_which, "recurring_net_efficiency", words("table.recurring.net_efficiency"), "service",
             conversion_mark},
            "recurring.net_efficiency", given([](const PlannedLine& line) {
                return line.section == Section::recurring && (line.area == "service" || line.converted_from == "service");
            }));
    }

    const Findings& findings_;
    const Amounts& amounts_;
    NumberedNotes notes_;
    std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> amount_rows(const Findings& findings, const Amounts& amounts) {
    return Rows(findings, amounts).build();
}

}  // namespace provenu::report
