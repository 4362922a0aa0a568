#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "provenu/formula/spreadsheet.hpp"
#include "report/workbook_inputs.hpp"
#include "report/workbook_order.hpp"

namespace provenu::report {

/// Columns that the sheets of inputs and of calculation share, so that a year stands in the same column in both.
inline constexpr int label_at = 0;
inline constexpr int second_at = 1;  ///< of what an input is, or a figure's address
inline constexpr int unit_at = 2;
inline constexpr int value_at = 3;
inline constexpr int years_at = 4;
inline constexpr int header_line = 3;  ///< in which the years stand, from 0

/// `'Forudsætninger'!$D$5`; lines and columns from 0.
std::string reference(const std::string& sheet, int line, int column);
std::string reference(const std::string& sheet, int line, int first_column, int last_column);

/// How an amount in the proposal's unit is shown.
Look::Format amount_format(quantity::Money money, int more_decimals = 0);
/// How a definition's values are shown.
Look::Format format_of(const formula::Definition& definition, quantity::Money money);

/// A number as a cell shows it: what is not finite has another spelling there, what is no number none.
std::variant<double, std::string> in_cells(double value);

/// Where the rows of all cases' inputs stand: the same in every sheet of inputs.
struct InputLines {
    struct Line {
        int line = 0;
        std::string heading;                           ///< of a group; empty for an input
        std::vector<std::optional<std::size_t>> rows;  ///< by case: its row, where it has the input
        std::string name;                              ///< of its cell or cells; may be empty
    };
    std::vector<Line> lines;
    int year_columns = 0;
};

/// One case in the making.
struct CaseSheets {
    const WorkbookCase* of = nullptr;
    std::string inputs_sheet;
    std::string calculation_sheet;
    std::vector<DefinitionGroup> groups;
    std::shared_ptr<const Traced> traced;
    Inputs inputs;
    std::vector<int> lines;                    ///< by row of its inputs
    std::map<std::size_t, std::string> names;  ///< by row of its inputs: what its one cell is called, where formulas may say so
    std::shared_ptr<const formula::Spreadsheet> rows;
    formula::Grid grid;
    std::vector<std::vector<double>> worth;  ///< by row and column

    [[nodiscard]] const compile::Plan& plan() const { return of->plan; }
    [[nodiscard]] const formula::Book& book() const { return of->plan.book; }
    /// A definition's figure, in a formula of another sheet, and what it comes to.
    [[nodiscard]] std::string standing(const std::string& definition, int column = 0) const;
    /// How often the flow behind a rate of return changes its sign: more than once is beyond a cell.
    [[nodiscard]] int changes_of_sign(const std::string& definition) const;
    /// The table's years of a yearly definition.
    [[nodiscard]] std::string years_of(const std::string& definition) const;
};

/// The cases with their names of sheets and their rows; nothing of it is a cell yet.
std::vector<CaseSheets> case_sheets(const WorkbookFindings& findings, wording::Language language, InputLines& lines);

WorkSheet inputs_sheet(const std::vector<CaseSheets>& cases, std::size_t which, const InputLines& lines,
                       wording::Language language);
WorkSheet calculation_sheet(const CaseSheets& sheets, wording::Language language);
WorkSheet table_sheet(const CaseSheets& sheets, wording::Language language);
WorkSheet charts_sheet(const CaseSheets& sheets, wording::Language language);
WorkSheet scenarios_sheet(const std::vector<CaseSheets>& cases, wording::Language language);
WorkSheet sensitivity_sheet(const Document& tornado, wording::Language language);
WorkSheet about_sheet(const WorkbookFindings& findings, wording::Language language);

/// Widens columns in which a word of a wrapped text would be broken.
void fit_words(WorkSheet& sheet);

/// A name for cells, `in_adviser`: letters, figures and underscores, told apart from those taken whatever their capitals.
std::string cell_name(const std::string& prefix, const std::string& id, std::set<std::string>& taken);

/// Gives every input its line, under the headings of the base case's groups.
void number_lines(InputLines& lines, const CaseSheets& base, wording::Language language);

/// Names of cells for formulas and for people.
std::vector<Workbook::Name> names_of(const CaseSheets& base, const InputLines& lines);

/// Label of a case's scenario.
std::string scenario_of(const compile::Plan& plan, wording::Language language);

}  // namespace provenu::report
