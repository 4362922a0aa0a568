#include "cli/proposals.hpp"

#include "cli/console.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {

std::optional<compile::Plan> plan_of(const std::string& path, const compile::Choices& choices, wording::Language messages) {
    auto proposal = input::read_proposal(path);
    auto findings = std::move(proposal.diagnostics);
    std::optional<compile::Plan> plan;
    if (proposal.value && !findings.has_errors()) {
        auto compiled = compile::compile(*proposal.value, choices);
        findings.append(compiled.diagnostics);
        if (compiled.value) findings.append(compiled.value->diagnostics);
        if (compiled.ok()) plan = std::move(compiled.value);
    }
    show(findings, messages);
    return plan;
}

std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages) {
    auto plan = plan_of(path, choices, messages);
    if (!plan) return std::nullopt;
    auto figures = evaluate::evaluate(formula::flatten(plan->book));
    return Computed{std::move(*plan), std::move(figures)};
}

}  // namespace provenu::cli
