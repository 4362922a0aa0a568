#include "cli/driver_files.hpp"

#include "cli/console.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {
namespace {

std::optional<Drivers> carry_through(const std::string& path, diag::Diagnostics& findings) {
    auto file = input::read_drivers(path);
    findings.append(file.diagnostics);
    if (!file.value) return std::nullopt;
    findings.append(drivers::check(*file.value));
    if (findings.has_errors()) return std::nullopt;
    auto plan = drivers::lower(*file.value);
    auto figures = evaluate::evaluate(formula::flatten(plan.book));
    findings.append(evaluate::check_finite(plan.book, figures));
    findings.append(drivers::check_activities(plan, figures));
    if (findings.has_errors()) return std::nullopt;
    return Drivers{std::move(plan), std::move(figures)};
}

}  // namespace

std::optional<Drivers> compute_drivers(const std::string& path, wording::Language messages) {
    diag::Diagnostics findings;
    auto computed = carry_through(path, findings);
    show(findings, messages);
    return computed;
}

}  // namespace provenu::cli
