#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace provenu::tables {

/// What a number format makes of a number, as far as a table of money is concerned.
struct NumberFormat {
    bool general = true;  ///< as many decimals as the number has
    int decimals = 0;
    int thousands = 0;  ///< how often it is divided by 1,000 before it is shown: `#,##0,`
};

/// Of the format of positive numbers; what is in quotation marks or brackets, or behind a backslash, is no digit.
NumberFormat number_format(std::string_view code);

/// The formats of a workbook's cell styles, by their number.
std::vector<NumberFormat> number_formats(const pugi::xml_node& style_sheet);

}  // namespace provenu::tables
