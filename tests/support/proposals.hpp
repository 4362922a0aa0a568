#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/bug.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::support {

/// What every proposal begins with; `body` holds the blocks that a case is about.
inline std::string proposal(const std::string& body, const std::string& years = "2026..2031") {
    return "kind: proposal\nformat: 1\nid: case\ntitle: A case\nyears: " + years + "\nunit: 1000 DKK\nprice_level: 2027\n" + body;
}

inline diag::Result<compile::Plan> plan_of(const std::string& text, const compile::Choices& choices = {}) {
    const auto read = input::read_proposal_text(text, "case.yaml");
    if (!read.ok()) return {std::nullopt, read.diagnostics};
    return compile::compile(*read.value, choices);
}

/// `P420: there is no advisor | did you mean adviser? at 12:5`
inline std::string shown(const diag::Diagnostic& found) {
    const diag::Words words = wording::words(wording::Language::english, found);
    return found.code + ": " + words.message + " | " + words.hint + " at " + std::to_string(found.place.line) + ":" +
           std::to_string(found.place.column);
}

/// What a mistake says whatever its words: `P420 adviser at 12:5` with the nearest name or the path of a cycle.
inline std::string located(const diag::Diagnostic& found) {
    std::string text = found.code;
    for (const diag::Argument& argument : found.arguments)
        if (argument.name == "nearest" || argument.name == "path") text += " " + argument.value;
    return text + " at " + std::to_string(found.place.line) + ":" + std::to_string(found.place.column);
}

inline std::vector<std::string> mistakes(const std::string& text) {
    std::vector<std::string> all;
    for (const auto& found : plan_of(text).diagnostics.sorted())
        if (found.severity == diag::Severity::error) all.push_back(located(found));
    return all;
}

/// The codes of all mistakes, `P420 P422`.
inline std::string codes(const std::string& text) {
    std::string all;
    for (const std::string& each : mistakes(text)) all += (all.empty() ? "" : " ") + each.substr(0, 4);
    return all;
}

/// A proposal that is known to be right, with its figures.
struct Computed {
    compile::Plan plan;
    evaluate::Figures figures;

    [[nodiscard]] double at(const std::string& name, int year) const { return figures.at(name, plan.book.axis.column(year)); }
    [[nodiscard]] double operator[](const std::string& name) const { return figures.scalar(name); }
    [[nodiscard]] std::vector<double> table(const std::string& name) const { return figures.table(name); }
    [[nodiscard]] double carried(const std::string& name) const { return figures.carried(name); }
};

inline Computed compute(const std::string& text, const compile::Choices& choices = {}) {
    auto plan = plan_of(text, choices);
    if (!plan.ok()) diag::bug("not a proposal: " + shown(plan.diagnostics.sorted().front()));
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    return {std::move(*plan.value), std::move(figures)};
}

}  // namespace provenu::support
