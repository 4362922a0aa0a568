#pragma once

#include <string>
#include <vector>

#include "provenu/report/workbook.hpp"

namespace provenu::output {

/// The picture with the series that are lines drawn as lines: the library can only draw all as columns.
/// \param chart the part of the file, in which the series stand in order
std::string with_lines(const std::string& chart, const std::vector<report::SheetChart::Series>& series);

/// A file with some of its pictures mended, otherwise as it was; the same file gives the same bytes. Empty where there is no
/// memory for it.
/// \param charts in the order of their parts
std::string with_lines(const std::string& file, const std::vector<report::SheetChart>& charts);

}  // namespace provenu::output
