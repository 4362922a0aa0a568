#include "cli/proposals.hpp"

#include "cli/console.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {

namespace {

std::optional<Evaluated> evaluated(const model::Proposal& proposal, const compile::Choices& choices,
                                   diag::Diagnostics& findings) {
    auto plan = compile::compile(proposal, choices);
    findings.append(plan.diagnostics);
    if (findings.has_errors()) return std::nullopt;
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    findings.append(evaluate::check_finite(plan.value->book, figures));
    if (findings.has_errors()) return std::nullopt;
    return Evaluated{std::move(*plan.value), std::move(figures)};
}

/// Each stage that can be reached; findings of all of them are left in `findings`.
std::optional<Computed> carry_through(const std::string& path, compile::Choices choices, diag::Diagnostics& findings) {
    const auto proposal = input::read_proposal(path);
    findings.append(proposal.diagnostics);
    if (!proposal.value) return std::nullopt;
    auto first = evaluated(*proposal.value, choices, findings);
    if (!first) return std::nullopt;
    Computed computed{std::move(*first), std::nullopt};
    const auto& level = proposal.value->decided_in;
    if (!level || level->value == computed.plan.price_level) return computed;
    choices.restate_to = level->value;
    computed.decided = evaluated(*proposal.value, choices, findings);
    return computed.decided ? std::optional(std::move(computed)) : std::nullopt;
}

}  // namespace

std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages) {
    diag::Diagnostics findings;
    auto computed = carry_through(path, choices, findings);
    show(findings, messages);
    return computed;
}

}  // namespace provenu::cli
