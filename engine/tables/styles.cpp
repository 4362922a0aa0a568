#include "tables/styles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "tables/xml.hpp"

namespace provenu::tables {
namespace {

/// Formats that a file names by number alone (ECMA-376, part 1, 18.8.30); dates and the like are left general.
constexpr std::array<std::pair<int, std::string_view>, 15> built_in{{{1, "0"},
                                                                     {2, "0.00"},
                                                                     {3, "#,##0"},
                                                                     {4, "#,##0.00"},
                                                                     {5, "#,##0"},
                                                                     {6, "#,##0"},
                                                                     {7, "#,##0.00"},
                                                                     {8, "#,##0.00"},
                                                                     {37, "#,##0"},
                                                                     {38, "#,##0"},
                                                                     {39, "#,##0.00"},
                                                                     {40, "#,##0.00"},
                                                                     {41, "#,##0"},
                                                                     {43, "#,##0.00"},
                                                                     {44, "#,##0.00"}}};

/// The format's digits, marks and percent signs, without texts, colours and fillers.
std::string bare(std::string_view code) {
    std::string signs;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"' || code[i] == '[') {
            i = std::min(code.find(code[i] == '"' ? '"' : ']', i + 1), code.size());
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else {
            signs += code[i];
        }
    }
    return signs;
}

}  // namespace

NumberFormat number_format(std::string_view code) {
    const std::string signs = bare(code);
    const auto last_digit = signs.find_last_of("0#?");
    if (last_digit == std::string::npos) return {};
    NumberFormat format{false, 0, 0};
    const auto point = signs.find('.');
    if (point != std::string::npos)
        for (std::size_t i = point + 1; i < signs.size() && std::string_view("0#?").find(signs[i]) != std::string_view::npos; ++i)
            format.decimals = std::min(format.decimals + 1, 15);
    for (std::size_t i = last_digit + 1; i < signs.size() && signs[i] == ','; ++i)
        format.thousands = std::min(format.thousands + 1, 4);
    return format;
}

std::vector<NumberFormat> number_formats(const pugi::xml_node& style_sheet) {
    std::map<int, NumberFormat> by_number;
    for (const auto& [number, code] : built_in) by_number[number] = number_format(code);
    for (const auto& each : child(style_sheet, "numFmts"))
        by_number[each.attribute("numFmtId").as_int()] = number_format(each.attribute("formatCode").value());
    std::vector<NumberFormat> formats;
    for (const auto& each : child(style_sheet, "cellXfs")) {
        const auto found = by_number.find(each.attribute("numFmtId").as_int());
        formats.push_back(found == by_number.end() ? NumberFormat{} : found->second);
    }
    return formats;
}

}  // namespace provenu::tables
