#pragma once

#include <string>
#include <vector>

#include "provenu/diag/bug.hpp"
#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "support/proposals.hpp"

namespace provenu::support {

/// What every file of cost drivers begins with.
inline std::string driver_file(const std::string& body) {
    return "kind: drivers\nformat: 1\nid: case\ntitle: A case\nlanguage: en\nyear: 2021\n" + body;
}

/// One driver budgeted at 40 x 900 with these keys besides.
inline std::string one_driver(const std::string& keys, const std::string& body = "") {
    return driver_file(body + "drivers:\n  - id: homes\n    budget: {activity: 40, price: 900}\n    " + keys + "\n");
}

inline diag::Diagnostics driver_findings(const std::string& text) {
    auto file = input::read_drivers_text(text, "drivers.yaml");
    if (file.value) file.diagnostics.append(drivers::check(*file.value));
    if (file.diagnostics.has_errors()) return file.diagnostics;
    const auto plan = drivers::lower(*file.value);
    const auto figures = evaluate::evaluate(formula::flatten(plan.book));
    file.diagnostics.append(evaluate::check_finite(plan.book, figures));
    file.diagnostics.append(drivers::check_activities(plan, figures));
    return file.diagnostics;
}

/// The codes of all mistakes, `P783 P786`, in the order of the file.
inline std::string driver_codes(const std::string& text) {
    std::string all;
    for (const auto& each : driver_findings(text).sorted()) all += (all.empty() ? "" : " ") + each.code;
    return all;
}

struct Driven {
    drivers::Plan plan;
    evaluate::Figures figures;

    [[nodiscard]] double operator[](const std::string& name) const { return figures.scalar(name); }
    [[nodiscard]] double at(const std::string& name, int year) const { return figures.at(name, plan.book.axis.column(year)); }
};

/// A file that is known to be right, with its figures.
inline Driven drive(const std::string& text) {
    const auto found = driver_findings(text);
    if (found.has_errors()) diag::bug("not a file of cost drivers: " + shown(found.sorted().front()));
    auto plan = drivers::lower(*input::read_drivers_text(text, "drivers.yaml").value);
    auto figures = evaluate::evaluate(formula::flatten(plan.book));
    return {std::move(plan), std::move(figures)};
}

}  // namespace provenu::support
