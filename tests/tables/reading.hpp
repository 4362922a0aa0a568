#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "provenu/diag/layout.hpp"
#include "provenu/tables/published.hpp"
#include "provenu/wording/catalogue.hpp"
#include "tables/csv.hpp"

namespace provenu::tables {

inline diag::Result<PublishedTable> read_text(const std::string& text) {
    diag::Result<PublishedTable> result;
    const auto source = diag::as_text(text, "table.csv", result.diagnostics);
    const auto sheet = source ? sheet_of(source, result.diagnostics) : std::nullopt;
    if (!sheet) return result;
    auto read = published(*sheet);
    read.diagnostics.append(result.diagnostics);
    return read;
}

/// What an author is told, notes too, in English.
inline std::string findings(const diag::Diagnostics& found) {
    std::string page;
    for (const auto& each : found.sorted()) page += diag::lay_out(each, wording::words(wording::Language::english, each));
    return page;
}
inline std::string findings(const std::string& text) {
    return findings(read_text(text).diagnostics);
}

/// The table of a text that has no mistakes.
inline PublishedTable read(const std::string& text) {
    auto result = read_text(text);
    INFO(findings(result.diagnostics));
    REQUIRE(result.ok());
    return *result.value;
}

/// The table of a file of the repository.
inline PublishedTable read_file(const std::string& path, const std::string& name = {}) {
    const auto sheet = read_sheet(PROVENU_TESTS "/../" + path, name);
    INFO(findings(sheet.diagnostics));
    REQUIRE(sheet.ok());
    auto table = published(*sheet.value);
    INFO(findings(table.diagnostics));
    REQUIRE(table.ok());
    return *table.value;
}

}  // namespace provenu::tables
