#include <cstdint>
#include <string>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/layout.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/wording/catalogue.hpp"

/// Any bytes as a proposal: read, compile, evaluate, and put every finding into words. Nothing may be thrown or crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace provenu;
    auto proposal = input::read_proposal_text(std::string(bytes, bytes + size), "fuzzed.yaml");
    auto findings = proposal.diagnostics;
    if (proposal.ok()) {
        const auto plan = compile::compile(*proposal.value);
        findings.append(plan.diagnostics);
        if (plan.ok()) evaluate::evaluate(formula::flatten(plan.value->book));
    }
    for (const auto& finding : findings.sorted())
        for (const auto language : {wording::Language::danish, wording::Language::english})
            diag::lay_out(finding, wording::words(language, finding));
    return 0;
}
