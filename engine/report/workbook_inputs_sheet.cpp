#include <fmt/format.h>

#include <algorithm>

#include "provenu/quantity/time.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using As = compile::Written::As;
using Role = Look::Role;
using Format = Look::Format;

bool is_month(As as) {
    return as == As::from || as == As::until || as == As::at;
}

bool is_percent(As as, const formula::Tree& tree) {
    if (as == As::share || as == As::phase_in || as == As::phase_out || as == As::payer_share || as == As::discount_rate ||
        as == As::index || as == As::factor)
        return true;
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    return number != nullptr && number->style == formula::Style::percent;
}

/// The first day of a month as spreadsheets count days: from 30 December 1899, by the civil calendar.
double day_number(int month) {
    const int year = month / 12;
    const int of_year = month % 12 + 1;
    const int shifted = of_year <= 2 ? year - 1 : year;
    const int era = shifted / 400;
    const int of_era = shifted - era * 400;
    const int day_of_year = (153 * (of_year + (of_year > 2 ? -3 : 9)) + 2) / 5;
    const int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
    constexpr int until_1899 = 693899;  // days from 1 March of year 0 to 30 December 1899
    return era * 146097 + day_of_era - until_1899;
}

Format format_of(const InputRow& row, const InputValue& value) {
    if (is_month(row.as)) return Format::month;
    if (is_percent(row.as, value.tree)) return Format::percent;
    const bool great = std::abs(value.worth) >= 1000 && value.worth == std::floor(value.worth);
    return great ? Format::whole : Format::general;
}

class Sheet {
 public:
    Sheet(const std::vector<CaseSheets>& cases, std::size_t which, const InputLines& lines, wording::Language language)
        : cases_(cases), which_(which), lines_(lines), language_(language) {
        sheet_.name = cases[which].inputs_sheet;
    }

    WorkSheet build() {
        add_head();
        for (const InputLines::Line& line : lines_.lines) line.heading.empty() ? add_line(line) : add_group(line);
        sheet_.widths = {34, 25, 19, 10};
        const int columns = years_at + lines_.year_columns;
        sheet_.widths.resize(static_cast<std::size_t>(columns), 8);
        sheet_.widths.insert(sheet_.widths.end(), {2, 32, 22, 9, 20});
        sheet_.frozen_lines = header_line + 1;
        sheet_.frozen_columns = 1;
        sheet_.repeated = {header_line, header_line};
        return std::move(sheet_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }
    [[nodiscard]] const CaseSheets& own() const { return cases_[which_]; }
    [[nodiscard]] int after_years() const { return years_at + lines_.year_columns + 1; }  // a gap between

    void add(int line, int column, decltype(SheetCell::content) content, Look look) {
        sheet_.cells.push_back({line, column, std::move(content), look, 0});
    }

    void add_head() {
        const bool base = which_ == 0;
        add(0, 0, words("workbook.sheet.inputs") + ": " + in_words(own().plan().title, language_, own().plan().id),
            {Role::title});
        add(1, 0,
            base ? words("workbook.inputs.note")
                 : words("workbook.inputs.scenario", {{"scenario", scenario_of(own().plan(), language_)}}),
            {Role::quiet});
        for (const auto& [column, key] : {std::pair{label_at, "workbook.label"},
                                          {second_at, "workbook.what"},
                                          {unit_at, "workbook.unit"},
                                          {value_at, "table.value"}})
            add(header_line, column, words(key), {Role::heading});
        const int first = own().book().axis.table.first;
        for (int column = 0; column < lines_.year_columns; ++column)
            add(header_line, years_at + column, static_cast<double>(first + column),
                {Role::heading, Format::year, false, false, true});
        int column = after_years();
        for (const char* key : {"workbook.source", "workbook.range", "workbook.place", "workbook.name"})
            add(header_line, column++, words(key), {Role::heading});
    }

    void add_group(const InputLines::Line& line) {
        for (int column = 0; column < after_years() + 4; ++column)
            add(line.line, column, column == 0 ? decltype(SheetCell::content)(line.heading) : std::monostate{}, {Role::group});
    }

    /// What is said of the input: by this case, or by the one that has it.
    [[nodiscard]] const InputRow& said(const InputLines::Line& line) const {
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            const std::size_t each = (which_ + i) % cases_.size();
            if (line.rows[each]) return cases_[each].inputs.rows[*line.rows[each]];
        }
        return own().inputs.rows.front();
    }

    void add_line(const InputLines::Line& line) {
        const InputRow& row = said(line);
        add(line.line, label_at, row.label, {Role::label, Format::general, false, true});
        add(line.line, second_at, row.what + (row.holds ? words("workbook.holds") : ""),
            {Role::label, Format::general, false, true});
        add(line.line, unit_at, row.unit, {Role::quiet, Format::general, false, true});
        if (line.rows[which_])
            for (const InputValue& value : own().inputs.rows[*line.rows[which_]].values) add_value(line, value);
        int column = after_years();
        for (const std::string& text : {row.source, row.range, row.place, line.name})
            add(line.line, column++, text, {Role::quiet, Format::general, false, column <= after_years() + 2});
    }

    /// The base's own number; a scenario's where it is another; else the base's by reference, so that it moves with it.
    void add_value(const InputLines::Line& line, const InputValue& value) {
        const InputRow& row = own().inputs.rows[*line.rows[which_]];
        const int column = value.column < 0 ? value_at : years_at + value.column;
        Look look{Role::input, format_of(row, value), false, false, true};
        const InputValue* base =
            which_ > 0 && line.rows[0] ? value_in(cases_[0].inputs.rows[*line.rows[0]], value.column) : nullptr;
        if (base != nullptr && base->worth == value.worth) {
            look.role = Role::follows;
            add(line.line, column, LiveFormula{reference(cases_[0].inputs_sheet, line.line, column), shown(row, value)}, look);
            return;
        }
        if (which_ > 0) look.role = Role::changed;
        if (std::holds_alternative<formula::Number>(value.tree->operation))
            add(line.line, column, shown(row, value), look);
        else if (is_month(row.as))
            add(line.line, column, LiveFormula{later_month(row, value), shown(row, value)}, look);
        else
            add(line.line, column, LiveFormula{formula::arithmetic(value.tree), value.worth}, look);
    }

    /// The proposal's own month and the months of each delay: `DATE(YEAR(month),MONTH(month)+delay,1)`.
    [[nodiscard]] std::string later_month(const InputRow& row, const InputValue& value) const {
        const auto& months = value.tree->operands;
        std::string delays;
        for (std::size_t i = 1; i < months.size(); ++i)
            if (const auto cell = own().inputs.cells.find(months[i].get()); cell != own().inputs.cells.end())
                delays += "+" + reference(own().inputs_sheet, own().lines[cell->second.row], value_at);
        const std::vector<InputRow>& rows = cases_[0].inputs.rows;
        const auto base = std::ranges::find(rows, row.place_key, &InputRow::key);
        if (base == rows.end()) {
            const int written =
                static_cast<int>(std::get<formula::Number>(months.front()->operation).value) - (row.as == As::until ? 1 : 0);
            return fmt::format("DATE({},{}{},1)", written / 12, written % 12 + 1, delays);
        }
        const int line = cases_[0].lines[static_cast<std::size_t>(base - rows.begin())];
        return fmt::format("DATE(YEAR({0}),MONTH({0}){1},1)", reference(cases_[0].inputs_sheet, line, value_at), delays);
    }

    static const InputValue* value_in(const InputRow& row, int column) {
        const auto found = std::ranges::find_if(row.values, [column](const InputValue& each) { return each.column == column; });
        return found == row.values.end() ? nullptr : &*found;
    }

    static double shown(const InputRow& row, const InputValue& value) {
        return is_month(row.as) ? day_number(static_cast<int>(value.worth)) : value.worth;
    }

    const std::vector<CaseSheets>& cases_;
    std::size_t which_;
    const InputLines& lines_;
    wording::Language language_;
    WorkSheet sheet_;
};

}  // namespace

void number_lines(InputLines& lines, const CaseSheets& base, wording::Language language) {
    std::map<std::string, std::string> heading_of;
    for (const DefinitionGroup& group : base.groups)
        for (const std::string& name : group.names) heading_of.emplace(name, wording::text(language, group.key));
    std::vector<InputLines::Line> numbered;
    std::string heading;
    int line = header_line + 1;
    for (InputLines::Line& each : lines.lines) {
        const bool of_base = each.heading.empty() && each.rows.front().has_value();
        std::string own = of_base ? heading_of[base.inputs.rows[*each.rows.front()].definition] : each.heading;
        if (!own.empty() && own != heading) {
            numbered.push_back({line++, own, {}, ""});
            heading = own;
        }
        if (!each.heading.empty()) continue;
        each.line = line++;
        numbered.push_back(std::move(each));
    }
    lines.lines = std::move(numbered);
}

WorkSheet inputs_sheet(const std::vector<CaseSheets>& cases, std::size_t which, const InputLines& lines,
                       wording::Language language) {
    return Sheet(cases, which, lines, language).build();
}

}  // namespace provenu::report
