#pragma once

#include <string>

#include "provenu/tables/sheet.hpp"

namespace provenu::tables {

/// Whether bytes begin as a zip archive does, which a workbook is.
bool looks_like_workbook(const std::string& bytes);

/// A sheet of an Excel workbook (`.xlsx`, `.xlsm`): numbers as stored, texts, stored results of formulas; hidden rows are left
/// out.
/// \param name of the sheet; empty: the first visible one with a table of years and words that we know, else with years, else the
/// first
diag::Result<Sheet> read_workbook(const std::string& bytes, const std::string& path, const std::string& name);

}  // namespace provenu::tables
