#pragma once

#include "provenu/diag/text.hpp"
#include "provenu/tables/sheet.hpp"

namespace provenu::tables {

/// The mark between the cells of a text: what stands on at least half of its lines outside quotation marks, a tab before a
/// semicolon before a comma; what a first line `sep=;` says goes before all. Decimal commas and commas in labels are so told from
/// separators.
char separator_of(std::string_view text);

/// Cells by RFC 4180: a cell in quotation marks may hold separators, line ends and doubled quotation marks. Rows may have
/// different lengths, lines end with LF or CR LF. The apostrophe with which this program shields a text that would be a
/// formula is taken away again. Nothing, and a finding, where a quotation mark is left open or is followed by more text, or
/// where there are more cells than `most_cells`.
std::optional<Sheet> sheet_of(const diag::SourcePointer& source, diag::Diagnostics& found);

}  // namespace provenu::tables
