#include "cli/proposals.hpp"

#include "cli/console.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {

namespace {

/// Each stage that can be reached; findings of all of them are left in `findings`.
std::optional<Computed> carry_through(const std::string& path, const compile::Choices& choices, diag::Diagnostics& findings) {
    const auto proposal = input::read_proposal(path);
    findings.append(proposal.diagnostics);
    if (!proposal.value) return std::nullopt;
    auto plan = compile::compile(*proposal.value, choices);
    findings.append(plan.diagnostics);
    if (findings.has_errors()) return std::nullopt;
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    findings.append(evaluate::check_finite(plan.value->book, figures));
    if (!findings.has_errors()) findings.append(evaluate::check_bounds(plan.value->book, figures));
    if (findings.has_errors()) return std::nullopt;
    return Computed{std::move(*plan.value), std::move(figures)};
}

}  // namespace

std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages) {
    diag::Diagnostics findings;
    auto computed = carry_through(path, choices, findings);
    show(findings, messages);
    return computed;
}

}  // namespace provenu::cli
