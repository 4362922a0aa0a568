#include <cstdint>
#include <cstdlib>
#include <string>

#include "provenu/diag/layout.hpp"
#include "provenu/input/import.hpp"
#include "provenu/input/read.hpp"
#include "provenu/tables/published.hpp"
#include "provenu/wording/catalogue.hpp"

/// Any bytes as CSV or a workbook: cells, table, proposal. Nothing may be thrown or crash, and a proposal made of a table can be
/// read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace provenu;
    const auto sheet = tables::read_sheet_bytes(std::string(bytes, bytes + size), "fuzzed.csv");
    auto findings = sheet.diagnostics;
    const auto table = sheet.ok() ? tables::published(*sheet.value) : diag::Result<tables::PublishedTable>{};
    findings.append(table.diagnostics);
    if (table.ok()) {
        const auto made = input::proposal_of_table(*table.value, {wording::Language::danish, "/proc/self/exe", "fuzzed"});
        findings.append(made.diagnostics);
        if (made.ok() && input::read_proposal_text(*made.value, "made.yaml").diagnostics.has_errors()) std::abort();
    }
    for (const auto& finding : findings.sorted())
        for (const auto language : {wording::Language::danish, wording::Language::english})
            diag::lay_out(finding, wording::words(language, finding));
    return 0;
}
