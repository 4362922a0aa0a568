#include <algorithm>
#include <cmath>
#include <string>

#include "provenu/model/convention.hpp"
#include "report/payback.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;

std::string state_name(Payback::State state) {
    switch (state) {
        case Payback::State::pays_back:
            return "pays-back";
        case Payback::State::at_once:
            return "at-once";
        case Payback::State::never:
            break;
    }
    return "never";
}

Data payback_years(const Findings& findings, double years) {
    if (findings.plan.payback.convention == model::Convention::exact) return years;
    return whole(years);
}

/// The total basis in every convention that needs no date, and in the chosen one.
Data conventions(const Findings& findings) {
    const bool pays_back = payback_of(findings, Basis::total).state == Payback::State::pays_back;
    Object object;
    for (const auto& each : model::conventions) {
        if (each.convention == model::Convention::exact || each.convention == model::Convention::nearest_from) continue;
        const std::string convention(each.name);
        const double years = findings.figures.scalar("payback.total." + convention);
        object.emplace_back(convention, pays_back ? whole(years) : Data(nullptr));
    }
    const std::string chosen = model::name(findings.plan.payback);
    if (std::none_of(object.begin(), object.end(), [&](const auto& entry) { return entry.first == chosen; }))
        object.emplace_back(chosen,
                            pays_back ? payback_years(findings, findings.figures.scalar("payback.total")) : Data(nullptr));
    return object;
}

}  // namespace

Data whole(double value) {
    if (!std::isfinite(value)) return nullptr;
    return static_cast<std::int64_t>(std::llround(value));
}

Data payback_on(const Findings& findings, const std::string& name) {
    const Payback payback = payback_of(findings, name);
    if (payback.state != Payback::State::pays_back)
        return Object{{"state", state_name(payback.state)},
                      {"years", nullptr},
                      {"exact", nullptr},
                      {"turn_year", nullptr},
                      {"beyond_table", nullptr},
                      {"discounted_exact", nullptr}};
    return Object{{"state", state_name(payback.state)},
                  {"years", payback_years(findings, payback.years)},
                  {"exact", payback.exact},
                  {"turn_year", payback.turn_year},
                  {"beyond_table", payback.beyond_table},
                  {"discounted_exact", payback.discounted_exact ? Data(*payback.discounted_exact) : Data(nullptr)}};
}

Data payback_data(const Findings& findings) {
    return Object{{"convention", model::name(findings.plan.payback)},
                  {"total", payback_on(findings, "payback.total")},
                  {"service", payback_on(findings, "payback.service")},
                  {"conventions", conventions(findings)}};
}

}  // namespace provenu::report
