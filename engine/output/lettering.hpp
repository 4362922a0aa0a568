#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// What a reader sees of a cell; control characters and line breaks become blanks.
std::string shown(const report::Cell& cell, wording::Language language);

/// The first cell of a row with its mark and its footnote's number; that has a no-break space before it.
std::string shown_label(const report::Row& row, wording::Language language);

/// A text on one line, free of control characters (a terminal would obey them).
std::string on_one_line(std::string_view text);

/// The text with its no-break spaces made plain.
std::string with_plain_spaces(std::string_view text);

/// A figure rounded as it is printed.
double as_printed(const report::Figure& figure);

/// Characters, not bytes, of UTF-8.
std::size_t width(std::string_view text);

/// `text` broken between words into lines of at most `most` characters; a longer word is cut. At least one line.
/// A no-break space does not break and becomes a plain one.
std::vector<std::string> wrap(std::string_view text, std::size_t most);

/// `text` filled up with blanks to `wanted` characters.
std::string filled(std::string_view text, std::size_t wanted, report::Column::Align align);

/// Bars as lines of text, with their caption above and notes below.
std::string drawn(const report::Bars& bars);

/// The heading of a column; the first, where it has none, carries the table's unit, as the papers do.
std::string heading(const report::Table& table, std::size_t column);

}  // namespace provenu::output
