#include <cstdint>
#include <string>

#include "provenu/diag/layout.hpp"
#include "provenu/formula/parse.hpp"
#include "provenu/wording/catalogue.hpp"

/// Any bytes as a formula; its mistakes are put into words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace provenu;
    const auto source = std::make_shared<const diag::Source>(diag::Source{"fuzzed", std::string(bytes, bytes + size)});
    const auto tree = formula::parse(source->text, {source, 1, 1, 1});
    for (const auto& finding : tree.diagnostics.sorted())
        diag::lay_out(finding, wording::words(wording::Language::english, finding));
    return 0;
}
