#include "provenu/tables/sheet.hpp"

#include <algorithm>

#include "provenu/diag/text.hpp"
#include "tables/csv.hpp"
#include "tables/encoding.hpp"
#include "tables/workbook.hpp"

namespace provenu::tables {
namespace {

diag::Place whole_file(const std::string& path) {
    return {std::make_shared<diag::Source>(diag::Source{path, {}}), 0, 0, 1};
}

std::string_view name_of(char separator) {
    return separator == ';'    ? "tables.separator.semicolon"
           : separator == '\t' ? "tables.separator.tab"
                               : "tables.separator.comma";
}

/// Old Excel files, and workbooks with a password.
bool is_compound_file(const std::string& bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0");
}

std::optional<Sheet> read_csv(std::string bytes, const std::string& path, diag::Diagnostics& found) {
    diag::Diagnostics of_text;
    if (auto decoded = from_windows_1252(bytes)) {
        bytes = std::move(*decoded);
        of_text.warning("P898", whole_file(path));
    }
    const auto source = diag::as_text(std::move(bytes), path, of_text);
    const auto all = of_text.sorted();
    const bool binary = std::ranges::any_of(all, [](const diag::Diagnostic& each) { return each.code == "P130"; });
    if (binary)
        found.error("P888", whole_file(path), {{"problem", "tables.workbook.none", true}});
    else
        found.append(of_text);
    auto sheet = source ? sheet_of(source, found) : std::nullopt;
    if (sheet) found.note("P892", whole_file(path), {{"what", std::string(name_of(sheet->separator)), true}});
    return sheet;
}

}  // namespace

diag::Result<Sheet> read_sheet(const std::string& path, const std::string& sheet) {
    diag::Result<Sheet> result;
    auto bytes = diag::read_bytes(path, {}, result.diagnostics);
    return bytes ? read_sheet_bytes(std::move(*bytes), path, sheet) : result;
}

diag::Result<Sheet> read_sheet_bytes(std::string bytes, const std::string& path, const std::string& sheet) {
    if (looks_like_workbook(bytes)) return read_workbook(bytes, path, sheet);
    diag::Result<Sheet> result;
    if (is_compound_file(bytes))
        result.diagnostics.error("P887", whole_file(path));
    else if (!sheet.empty())
        result.diagnostics.error("P889", whole_file(path), {{"name", sheet}});
    else
        result.value = read_csv(std::move(bytes), path, result.diagnostics);
    return result;
}

}  // namespace provenu::tables
