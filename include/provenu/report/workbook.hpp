#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// A formula, without `=`, and what it comes to now, so that the file reads right before anything has recalculated it.
struct LiveFormula {
    std::string formula;
    std::variant<double, std::string> worth;
};

/// What a cell is to the eye.
struct Look {
    enum class Role {
        text,
        title,
        quiet,    ///< small print
        heading,  ///< of a column
        group,
        label,
        figure,
        subtotal,
        of_which,
        total,
        net,
        input,    ///< somebody's number, to be changed
        follows,  ///< an input that is another one unless it is written over
        changed,  ///< an input that a scenario has changed
        helper,
    };
    enum class Format { general, whole, one_decimal, two_decimals, factor, percent, year, years, month };
    Role role = Role::text;
    Format format = Format::general;
    bool blank_zero = false;  ///< nought shows as nothing
    bool wrapped = false;
    bool right = false;
    bool indented = false;  ///< apart from the figures on its left
    friend auto operator<=>(const Look&, const Look&) = default;
};

/// Lines and columns count from 0.
struct SheetCell {
    int line = 0;
    int column = 0;
    std::variant<std::monostate, double, std::string, LiveFormula> content;
    Look look;
    int until_column = 0;  ///< merged up to this one; 0: not merged
};

/// A picture of ranges of the workbook, which follows them.
struct SheetChart {
    struct Series {
        std::string name;        ///< as text
        std::string categories;  ///< a range: `=Table!$C$5:$H$5`
        std::string values;
        bool line = false;  ///< else columns
    };
    std::string title;
    std::string unit;
    std::string alternative;  ///< what it shows, for those who do not see it
    std::vector<Series> series;
    int line = 0;
};

struct WorkSheet {
    std::string name;
    std::vector<SheetCell> cells;  ///< by line, then column
    std::vector<double> widths;    ///< by column, in characters
    int frozen_lines = 0;
    int frozen_columns = 0;
    std::pair<int, int> repeated{-1, -1};  ///< lines at the head of each printed page
    int printed_columns = 0;               ///< of the print area; 0: all
    bool on_one_page = false;
    std::vector<SheetChart> charts;
};

/// A spreadsheet file as data: formulas are live, somebody's numbers are inputs, everything else is protected.
struct Workbook {
    struct Name {
        std::string name;
        std::string range;  ///< `=Inputs!$D$5`
    };
    std::string title;
    std::string author;
    std::optional<quantity::Date> date;  ///< of making, as somebody says it: files of one day are the same to the byte
    std::vector<WorkSheet> sheets;
    std::vector<Name> names;
};

/// A proposal under one scenario.
struct WorkbookCase {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
    const model::Proposal& proposal;
};

struct WorkbookFindings {
    std::vector<WorkbookCase> cases;  ///< the first is the one that the committee's table shows; at least one
    std::optional<quantity::Date> date;
    std::string version;                       ///< of the program
    std::optional<Document> sensitivity = {};  ///< figures computed elsewhere, which do not follow the inputs
};

/// Inputs, calculation, the committee's table, charts, scenarios: everything a number of the table is made of, as live formulas.
Workbook workbook(const WorkbookFindings& findings, wording::Language language);

}  // namespace provenu::report
