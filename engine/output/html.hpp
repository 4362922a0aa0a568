#pragma once

#include <string>
#include <string_view>

#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// How wide a table is to be on paper.
enum class Breadth { portrait, landscape, dense };
Breadth breadth_of(const report::Table& table);

/// A table with its caption and notes. \param id of the caption, unique in the page
std::string table_in_html(const report::Table& table, std::string_view id, wording::Language language);

/// `<p class="lead">...</p>`, the text being no markup.
std::string element(std::string_view name, std::string_view text, std::string_view attributes = "");

}  // namespace provenu::output
