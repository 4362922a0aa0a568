#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/diag/text.hpp"
#include "provenu/tables/sheet.hpp"
#include "tables/styles.hpp"

namespace provenu::tables {

/// What the cells of a workbook refer to.
struct Shared {
    std::vector<std::string> texts;
    std::vector<NumberFormat> formats;
};

/// A text of a workbook on one line; control characters and broken UTF-8, which an XML file may hold, become spaces.
std::string plain_text(std::string_view text);

/// The text of `<si>` or `<is>`: its runs, without the reading aids of East Asian scripts.
std::string rich_text(const pugi::xml_node& node);

struct SheetRead {
    Sheet sheet;
    bool damaged = false;
    bool too_large = false;
};

/// The cells of a worksheet. A number is as its format shows it in size (`#,##0,` divides by 1,000), not in decimals. A formula
/// without a stored value is a text with a `=` in front.
SheetRead read_cells(const pugi::xml_node& worksheet, const Shared& shared, const diag::SourcePointer& source);

}  // namespace provenu::tables
