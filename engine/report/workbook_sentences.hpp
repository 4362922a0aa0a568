#pragma once

#include <string>
#include <vector>

#include "report/workbook_sheets.hpp"

namespace provenu::report {

/// A text of the catalogues with formulas in the place of its arguments, as a formula that says it.
std::string sentence(wording::Language language, const std::string& key, const std::vector<diag::Argument>& formulas = {});

/// A text as it is said in a formula.
std::string in_quotes(const std::string& text);

/// Cells that are 1 in the years in which something does not hold (a year of which nothing is said has none), those in which the
/// years stand, and what says those years as tables print them: `2027-2031, 2033`.
struct Broken {
    std::vector<std::string> cells;
    std::vector<std::string> years;
    std::string said;
};

/// What a year adds to the years said before it: `, 2027`, or `-2031` where a run ends.
std::string year_sentence(const Broken& broken, std::size_t year);

/// What the table says of a payer's ceiling on its share of a line, and of a frame; of the latter the years that it limits.
std::string ceiling_sentence(const CaseSheets& sheets, const compile::PlannedShare& share, const Broken& broken,
                             wording::Language language);
std::string frame_sentence(const CaseSheets& sheets, const compile::PlannedFrame& frame, const Broken& broken,
                           wording::Language language);

/// A number as the reader's own program spells it, with so many decimals.
std::string spelled(const std::string& number, int decimals);

/// What the table says of a payback, by the name of its definitions: `payback.total`.
std::string payback_sentence(const CaseSheets& sheets, const std::string& name, wording::Language language);

/// What it says of another result: `irr`, `peak`, `full_phase_in`; empty for one that is a bare figure.
std::string result_sentence(const CaseSheets& sheets, const std::string& section, wording::Language language);

}  // namespace provenu::report
