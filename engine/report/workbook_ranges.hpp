#pragma once

#include <string>

#include "provenu/report/workbook.hpp"

namespace provenu::report {

/// How uncertain an input or a line is, in words: `trekant: 105, 116, 125`; empty where nobody says so.
std::string range_of(const WorkbookCase& each, const formula::Definition& definition, wording::Language language);

}  // namespace provenu::report
