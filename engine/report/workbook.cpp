#include "provenu/report/workbook.hpp"

#include <algorithm>

#include "provenu/evaluate/evaluate.hpp"
#include "report/findings.hpp"
#include "report/workbook_printed.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

/// In characters as widths count them: figures; letters in bold are about as wide.
double width_of_longest_word(const std::string& text) {
    double longest = 0;
    double length = 0;
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
        length = byte == ' ' ? 0 : length + (continues ? 0 : 1);
        longest = std::max(longest, length);
        if (byte == '-') length = 0;
    }
    return longest;
}

void order(WorkSheet& sheet) {
    std::ranges::stable_sort(sheet.cells, {}, [](const SheetCell& cell) { return std::pair(cell.line, cell.column); });
}

}  // namespace

void fit_words(WorkSheet& sheet) {
    constexpr double room = 2;
    constexpr double most = 40;
    for (const SheetCell& cell : sheet.cells) {
        const auto* text = std::get_if<std::string>(&cell.content);
        const auto column = static_cast<std::size_t>(cell.column);
        if (text == nullptr || !cell.look.wrapped || cell.until_column > cell.column || column >= sheet.widths.size()) continue;
        const double needed = width_of_longest_word(*text) + room + (cell.look.indented ? 1 : 0);
        sheet.widths[column] = std::max(sheet.widths[column], std::min(needed, most));
    }
}

std::vector<Workbook::Name> names_of(const CaseSheets& base, const InputLines& lines) {
    std::vector<Workbook::Name> names;
    std::set<std::string> taken;
    std::set<std::string> named;
    for (const InputLines::Line& line : lines.lines) {
        if (line.name.empty()) continue;
        const InputRow& row = base.inputs.rows[*line.rows.front()];
        int last = -1;
        int first = lines.year_columns;
        for (const InputValue& value : row.values) last = std::max(last, value.column);
        for (const InputValue& value : row.values) first = std::min(first, value.column);
        const bool single = last < 0;
        names.push_back({line.name, "=" + (single ? reference(base.inputs_sheet, line.line, value_at)
                                                  : reference(base.inputs_sheet, line.line, years_at + std::max(first, 0),
                                                              years_at + last))});
        cell_name(line.name, "", taken);
        named.insert(row.definition);
    }
    const auto row_name = [&](const std::string& prefix, const std::string& definition) {
        const auto row = base.rows->row_of(definition);
        if (!row) return;
        const int line = base.grid.lines[*row] - 1;
        const bool scalar = base.rows->rows()[*row].shape == formula::Shape::scalar;
        const int last = years_at + base.book().axis.table.count() - 1;
        const std::string range =
            scalar ? reference(base.calculation_sheet, line, value_at) : reference(base.calculation_sheet, line, years_at, last);
        names.push_back({cell_name(prefix, definition, taken), "=" + range});
    };
    for (const model::Input& input : base.of->proposal.inputs)
        if (!named.contains(input.name.value)) row_name("in_", input.name.value);
    for (const compile::PlannedLine& line : base.plan().lines) row_name("line_", line.id);
    return names;
}

namespace {

Workbook made(const WorkbookFindings& findings, wording::Language language) {
    InputLines lines;
    const std::vector<CaseSheets> cases = case_sheets(findings, language, lines);
    const CaseSheets& base = cases.front();
    Workbook workbook;
    workbook.title = in_words(base.plan().title, language, base.plan().id);
    workbook.author = base.plan().owner;
    workbook.date = findings.date;
    workbook.sheets.push_back(table_sheet(base, language));
    workbook.sheets.push_back(charts_sheet(base, language));
    workbook.sheets.push_back(inputs_sheet(cases, 0, lines, language));
    workbook.sheets.push_back(calculation_sheet(base, language));
    if (cases.size() > 1) workbook.sheets.push_back(scenarios_sheet(cases, language));
    for (std::size_t i = 1; i < cases.size(); ++i) {
        workbook.sheets.push_back(inputs_sheet(cases, i, lines, language));
        workbook.sheets.push_back(calculation_sheet(cases[i], language));
    }
    if (findings.sensitivity) workbook.sheets.push_back(sensitivity_sheet(*findings.sensitivity, language));
    workbook.sheets.push_back(about_sheet(findings, language));
    for (WorkSheet& sheet : workbook.sheets) {
        order(sheet);
        fit_words(sheet);
    }
    workbook.names = names_of(base, lines);
    return workbook;
}

}  // namespace

Workbook workbook(const WorkbookFindings& findings, wording::Language language) {
    const WorkbookCase& base = findings.cases.front();
    if (base.plan.table.totals != model::TablePolicy::Totals::rounded) return made(findings, language);
    const compile::Plan plan = with_printed(base.plan);
    const evaluate::Figures figures = evaluate::evaluate(formula::flatten(plan.book));
    WorkbookFindings printed = findings;
    printed.cases.clear();
    printed.cases.push_back({plan, figures, base.proposal});
    for (std::size_t i = 1; i < findings.cases.size(); ++i) printed.cases.push_back(findings.cases[i]);
    return made(printed, language);
}

}  // namespace provenu::report
