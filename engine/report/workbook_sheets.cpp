#include "report/workbook_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

#include "provenu/formula/program.hpp"
#include "report/findings.hpp"

namespace provenu::report {
namespace {

using formula::Shape;
using formula::SheetRow;
using As = compile::Written::As;

std::string quoted(const std::string& sheet) {
    std::string text;
    for (const char letter : sheet) text += letter == '\'' ? "''" : std::string(1, letter);
    return "'" + text + "'";
}

/// So many characters of a text at the most.
std::string shortened(const std::string& text, std::size_t length) {
    std::size_t characters = 0;
    const auto is_one_too_many = [&](char byte) { return (byte & 0xC0) != 0x80 && ++characters > length; };
    return {text.begin(), std::ranges::find_if(text, is_one_too_many)};
}

/// A name that no other sheet has; spreadsheets take 31 characters, some of them not.
std::string sheet_name(std::string name, std::set<std::string>& taken) {
    constexpr std::size_t most = 31;
    for (char& letter : name)
        if (std::string_view("[]:*?/\\'").find(letter) != std::string_view::npos) letter = '-';
    const auto folded = [](std::string text) {
        std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    };
    std::string candidate = shortened(name, most);
    for (int count = 2; !taken.insert(folded(candidate)).second; ++count)
        candidate = shortened(name, most - 4) + " " + std::to_string(count);
    return candidate;
}

/// The figures of every row and column of a sheet of calculation.
class Worths {
 public:
    explicit Worths(const CaseSheets& sheets) : sheets_(sheets), axis_(sheets.book().axis) {}

    std::vector<std::vector<double>> run() {
        const auto& rows = sheets_.rows->rows();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const int columns = rows[row].shape == Shape::scalar ? 1 : axis_.columns();
            std::vector<double> values;
            for (int column = 0; column < columns; ++column) values.push_back(worth(rows[row], values, column));
            all_.push_back(std::move(values));
        }
        return std::move(all_);
    }

 private:
    [[nodiscard]] double of(std::size_t row, int column) const { return all_[row][static_cast<std::size_t>(column)]; }

    [[nodiscard]] double worth(const SheetRow& row, const std::vector<double>& so_far, int column) const {
        switch (row.of) {
            case SheetRow::Of::definition:
                return sheets_.of->figures.at(row.name, column);
            case SheetRow::Of::branch:
                return worth(row.tree, column);
            case SheetRow::Of::balance:
                return (column == 0 ? 0 : so_far.back()) + of(row.flow, column);
            case SheetRow::Of::crossing:
                return crossing(row, column);
            case SheetRow::Of::outlay:
                return of(row.flow, column) > noise(row.flow) ? 1 : 0;
            case SheetRow::Of::factor:
                return column == 0 ? 1 : so_far.back() / (1 + of(row.flow, column));
            case SheetRow::Of::sign:
                break;
        }
        const double flow = of(row.flow, column);
        if (std::abs(flow) <= noise(row.flow)) return column == 0 ? 0 : so_far.back();
        return flow < 0 ? -1 : 1;
    }

    /// Of a branch of the book; or of one that stands for a part of one too long for a cell.
    // NOLINTNEXTLINE(misc-no-recursion): a formula is a tree
    [[nodiscard]] double worth(const formula::Tree& tree, int column) const {
        if (sheets_.traced->has(tree)) return sheets_.traced->worth(tree, column);
        std::vector<double> of;
        for (const formula::Tree& operand : tree->operands) of.push_back(worth(operand, column));
        if (std::holds_alternative<formula::Add>(tree->operation)) return std::reduce(of.begin(), of.end());
        if (std::holds_alternative<formula::Multiply>(tree->operation))
            return std::reduce(of.begin(), of.end(), 1.0, std::multiplies{});
        const bool least = std::get<formula::Extreme>(tree->operation) == formula::Extreme::least;
        return least ? *std::ranges::min_element(of) : *std::ranges::max_element(of);
    }

    [[nodiscard]] double noise(std::size_t flow) const {
        constexpr double part = 1e-10;  // see evaluate
        double greatest = 0;
        for (int column = 0; column < axis_.payback_years(); ++column) greatest = std::max(greatest, std::abs(of(flow, column)));
        return part * greatest;
    }

    [[nodiscard]] double crossing(const SheetRow& row, int column) const {
        if (column == 0) return 0;
        const double zero = noise(sheets_.rows->rows()[row.flow].flow);
        const double before = of(row.flow, column - 1);
        const double after = of(row.flow, column);
        return before > zero && after <= zero ? column + std::min(1.0, before / (before - after)) : 0;
    }

    const CaseSheets& sheets_;
    const quantity::Axis& axis_;
    std::vector<std::vector<double>> all_;
};

/// An input's cell in a formula: its name, or its reference; months as numbers.
std::string spelling(const CaseSheets& sheets, const Inputs::Cell& cell) {
    const InputRow& row = sheets.inputs.rows[cell.row];
    if (const auto name = sheets.names.find(cell.row); cell.column < 0 && name != sheets.names.end()) return name->second;
    const int column = cell.column < 0 ? value_at : years_at + cell.column;
    const std::string where = reference(sheets.inputs_sheet, sheets.lines[cell.row], column);
    if (row.as == As::from || row.as == As::at) return fmt::format("12*YEAR({0})+MONTH({0})-1", where);
    if (row.as == As::until) return fmt::format("12*YEAR({0})+MONTH({0})", where);
    return where;
}

formula::Spreadsheet::Inputs spellings(const CaseSheets& sheets) {
    std::map<const formula::Node*, std::string> known;
    for (const auto& [node, cell] : sheets.inputs.cells) known.emplace(node, spelling(sheets, cell));
    if (const auto* months = sheets.book().find("months")) known.emplace(months->tree.get(), "12");
    return [known = std::move(known)](const formula::Tree& tree) {
        const auto found = known.find(tree.get());
        return found == known.end() ? std::nullopt : std::optional(found->second);
    };
}

std::vector<std::string> names_in(const std::vector<DefinitionGroup>& groups) {
    std::vector<std::string> names;
    for (const DefinitionGroup& group : groups) names.insert(names.end(), group.names.begin(), group.names.end());
    return names;
}

/// Rows under headings: a helper stands over the definition it helps.
formula::Grid grid_of(const CaseSheets& sheets) {
    std::vector<std::size_t> group_of;
    for (std::size_t group = 0; group < sheets.groups.size(); ++group)
        group_of.resize(group_of.size() + sheets.groups[group].names.size(), group);
    std::optional<std::size_t> current;
    formula::Grid grid;
    grid.value_column = value_at;
    grid.first_column = years_at;
    grid.year_line = header_line + 1;
    int line = header_line + 2;
    for (const SheetRow& row : sheets.rows->rows()) {
        if (current != group_of[row.asked]) ++line;  // the heading
        current = group_of[row.asked];
        grid.lines.push_back(line++);
    }
    return grid;
}

/// Puts the inputs of a further case on the lines of those before it; what only it has goes to the end.
void lay(InputLines& lines, std::vector<CaseSheets>& cases, std::size_t which, std::map<std::string, std::size_t>& known) {
    CaseSheets& sheets = cases[which];
    std::map<std::string, int> ordinals;
    for (std::size_t i = 0; i < sheets.inputs.rows.size(); ++i) {
        const InputRow& row = sheets.inputs.rows[i];
        const std::string role = row.definition + "|" + row.what;
        const std::string turn = role + "|" + std::to_string(ordinals[role]++);
        auto found = known.find(row.key);
        if (found == known.end() || lines.lines[found->second].rows[which]) found = known.find(turn);
        const bool is_new = found == known.end() || lines.lines[found->second].rows[which].has_value();
        const std::size_t position = is_new ? lines.lines.size() : found->second;
        if (is_new) lines.lines.push_back({0, "", std::vector<std::optional<std::size_t>>(cases.size()), ""});
        lines.lines[position].rows[which] = i;
        if (is_new) {
            known.emplace(row.key, position);
            known.emplace(turn, position);
        }
        for (const InputValue& value : row.values) lines.year_columns = std::max(lines.year_columns, value.column + 1);
    }
}

/// Names of inputs that stand in one cell, each once whatever the spelling of capitals and hyphens.
void name_inputs(InputLines& lines, CaseSheets& base) {
    std::map<std::string, int> rows_of;
    for (const InputRow& row : base.inputs.rows) ++rows_of[row.definition];
    std::set<std::string> taken;
    for (InputLines::Line& line : lines.lines) {
        if (!line.heading.empty() || !line.rows.front()) continue;
        const InputRow& row = base.inputs.rows[*line.rows.front()];
        const bool of_input = base.groups.front().key == "workbook.group.inputs" &&
                              std::ranges::find(base.groups.front().names, row.definition) != base.groups.front().names.end();
        if (!of_input || rows_of[row.definition] != 1) continue;
        line.name = cell_name("in_", row.definition, taken);
        const bool month = row.as == As::from || row.as == As::until || row.as == As::at;
        if (row.values.size() == 1 && row.values.front().column < 0 && !month) base.names.emplace(*line.rows.front(), line.name);
    }
}

}  // namespace

std::string reference(const std::string& sheet, int line, int column) {
    return fmt::format("{}!${}${}", quoted(sheet), formula::column_letters(column), line + 1);
}

std::string reference(const std::string& sheet, int line, int first_column, int last_column) {
    return fmt::format("{}:${}${}", reference(sheet, line, first_column), formula::column_letters(last_column), line + 1);
}

std::string cell_name(const std::string& prefix, const std::string& id, std::set<std::string>& taken) {
    constexpr std::size_t readable = 50;  // a book takes 255, a formula many of them
    std::string name = shortened(prefix + id, readable);
    for (char& letter : name)
        if (letter == '-' || letter == '.') letter = '_';
    std::string folded = name;
    std::ranges::transform(folded, folded.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string distinct = folded;
    for (int count = 2; !taken.insert(distinct).second; ++count) distinct = folded + "_" + std::to_string(count);
    return name + distinct.substr(folded.size());
}

Look::Format amount_format(quantity::Money money, int more_decimals) {
    constexpr std::array<Look::Format, 4> formats{Look::Format::whole, Look::Format::one_decimal, Look::Format::two_decimals,
                                                  Look::Format::two_decimals};
    return formats[static_cast<std::size_t>(std::min(decimals_of(money) + more_decimals, 3))];
}

Look::Format format_of(const formula::Definition& definition, quantity::Money money) {
    using quantity::Dimension;
    if (definition.is_calendar_year) return Look::Format::year;
    if (definition.is_share || definition.name == "irr" || definition.name.starts_with("index.")) {
        const bool factor = definition.name.starts_with("index.") && definition.name.find('-') != std::string::npos;
        return factor ? Look::Format::factor : Look::Format::percent;
    }
    if (definition.unit == quantity::unit_of(Dimension::year)) return Look::Format::years;
    if (definition.unit.of(Dimension::money) != 0) return amount_format(money, 1);
    if (definition.name == "discount_factor") return Look::Format::factor;
    if (definition.unit.of(Dimension::fte) == 1) return Look::Format::two_decimals;
    return Look::Format::general;
}

std::variant<double, std::string> in_cells(double value) {
    if (std::isnan(value)) return "–";
    if (std::isinf(value)) return value > 0 ? formula::never_in_cells : formula::at_once_in_cells;
    return value == 0 ? 0.0 : value;
}

std::string scenario_of(const compile::Plan& plan, wording::Language language) {
    const bool base = plan.scenario.id == model::Applied{}.id;
    return in_words(plan.scenario.label, language, base ? wording::text(language, "compare.base") : plan.scenario.id);
}

std::string CaseSheets::standing(const std::string& definition, int column) const {
    const formula::Spreadsheet::Standing found = rows->standing(definition, column, grid);
    return found.in_sheet ? quoted(calculation_sheet) + "!" + found.text : found.text;
}

int CaseSheets::changes_of_sign(const std::string& definition) const {
    const auto& all = rows->rows();
    const auto signs =
        std::ranges::find_if(all, [&](const SheetRow& row) { return row.of == SheetRow::Of::sign && row.name == definition; });
    if (signs == all.end()) return 0;
    const std::vector<double>& values = worth[static_cast<std::size_t>(signs - all.begin())];
    int changes = 0;
    for (int column = 0; column + 1 < book().axis.table.count(); ++column) {
        const auto at = static_cast<std::size_t>(column);
        changes += values[at] != 0 && values[at] != values[at + 1] ? 1 : 0;
    }
    return changes;
}

std::string CaseSheets::years_of(const std::string& definition) const {
    const int line = grid.lines[*rows->row_of(definition)] - 1;
    return reference(calculation_sheet, line, years_at, years_at + book().axis.table.count() - 1);
}

std::vector<CaseSheets> case_sheets(const WorkbookFindings& findings, wording::Language language, InputLines& lines) {
    std::vector<CaseSheets> cases(findings.cases.size());
    std::set<std::string> taken;
    for (const char* key : {"table", "charts", "scenarios", "sensitivity", "about"})
        sheet_name(wording::text(language, std::string("workbook.sheet.") + key), taken);
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CaseSheets& sheets = cases[i];
        sheets.of = &findings.cases[i];
        const std::string suffix = i == 0 ? "" : " " + sheets.plan().scenario.id;
        sheets.inputs_sheet = sheet_name(wording::text(language, "workbook.sheet.inputs") + suffix, taken);
        sheets.calculation_sheet = sheet_name(wording::text(language, "workbook.sheet.calculation") + suffix, taken);
        sheets.groups = groups_of(*sheets.of);
        sheets.traced = std::make_shared<const Traced>(sheets.plan(), language);
        sheets.inputs = inputs_of(*sheets.of, names_in(sheets.groups), *sheets.traced);
        lines.year_columns = std::max(lines.year_columns, sheets.book().axis.table.count());
        if (i == 1) lines.lines.push_back({0, wording::text(language, "workbook.group.scenarios"), {}, ""});
        lay(lines, cases, i, known);
    }
    number_lines(lines, cases.front(), language);
    name_inputs(lines, cases.front());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CaseSheets& sheets = cases[i];
        sheets.lines.resize(sheets.inputs.rows.size());
        for (const InputLines::Line& line : lines.lines)
            if (line.heading.empty() && line.rows[i]) sheets.lines[*line.rows[i]] = line.line;
        sheets.rows = std::make_shared<const formula::Spreadsheet>(sheets.book(), names_in(sheets.groups), spellings(sheets));
        sheets.grid = grid_of(sheets);
        sheets.worth = Worths(sheets).run();
    }
    return cases;
}

}  // namespace provenu::report
