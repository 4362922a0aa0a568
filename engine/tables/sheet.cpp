#include "provenu/tables/sheet.hpp"

#include "provenu/diag/text.hpp"
#include "tables/csv.hpp"

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

}  // namespace

diag::Result<Sheet> read_sheet(const std::string& path, const std::string&) {
    diag::Result<Sheet> result;
    auto bytes = diag::read_bytes(path, {}, result.diagnostics);
    if (!bytes) return result;
    const auto source = diag::as_text(std::move(*bytes), path, result.diagnostics);
    if (!source) return result;
    result.value = sheet_of(source, result.diagnostics);
    if (!result.value) return result;
    result.diagnostics.note("P892", whole_file(path), {{"what", std::string(name_of(result.value->separator)), true}});
    return result;
}

}  // namespace provenu::tables
