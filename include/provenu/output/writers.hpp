#pragma once

#include <span>
#include <string>
#include <string_view>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// Aligned columns for a terminal, at most as wide as it needs; every line ends in a newline, none in a blank.
std::string text(const report::Document& document, wording::Language language);

/// GitHub Markdown; figures right-aligned; `|` and other marks in labels are escaped.
std::string markdown(const report::Document& document, wording::Language language);

/// How a CSV file is spelled. Danish Excel wants a semicolon, a decimal comma and, to see UTF-8, a byte order mark.
struct CsvDialect {
    char separator = ';';
    char decimal = ',';
    bool byte_order_mark = false;
};
CsvDialect csv_dialect(wording::Language language);

/// The document's tables as one: `section;line;area;<years>;value;note`, figures rounded as printed, without thousands
/// separators; groups, headings and footnotes are left out. Texts that a spreadsheet would take for a formula are defused by
/// a leading apostrophe.
std::string csv(const report::Document& document, const CsvDialect& dialect);

/// Two-space indented JSON; numbers with as many digits as bring them back exactly; lists of numbers on one line.
std::string json(const report::Data& data);

/// A way to write any document, by the name that `--format` knows. (JSON is written from data, not from a document.)
struct Format {
    std::string_view name;
    std::string (*write)(const report::Document&, wording::Language);
};
std::span<const Format> formats();

}  // namespace provenu::output
