#pragma once

#include <string>
#include <vector>

#include "report/workbook_sheets.hpp"

namespace provenu::report {

/// A text of the catalogues with formulas in the place of its arguments, as a formula that says it.
std::string sentence(wording::Language language, const std::string& key, const std::vector<diag::Argument>& formulas = {});

/// A number as the reader's own program spells it, with so many decimals.
std::string spelled(const std::string& number, int decimals);

/// What the table says of a payback, by the name of its definitions: `payback.total`.
std::string payback_sentence(const CaseSheets& sheets, const std::string& name, wording::Language language);

/// What it says of another result: `irr`, `peak`, `full_phase_in`; empty for one that is a bare figure.
std::string result_sentence(const CaseSheets& sheets, const std::string& section, wording::Language language);

}  // namespace provenu::report
