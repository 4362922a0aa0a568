#pragma once

#include <string>

#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// A run of text, and a paragraph of it, as WordprocessingML. \param properties XML inside `w:pPr`, behind the style
std::string word_run(std::string_view text, std::string_view properties = "");
std::string word_paragraph(std::string_view style, std::string_view text, std::string_view properties = "");

/// A table with its caption above and its notes below, as wide as the room (twentieths of a point).
std::string word_table(const report::Table& table, wording::Language language, int room);

}  // namespace provenu::output
