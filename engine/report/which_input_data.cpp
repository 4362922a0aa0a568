#include "provenu/report/data.hpp"
#include "report/levers.hpp"
#include "report/which_input.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;
using risk::Influence;
using risk::Influences;
using risk::Sharing;

/// What other programs call a measure; the balance at the end of the table is `balance`.
std::string name_of(const risk::Measure& measure) {
    return measure.kind == risk::Measure::Kind::sum ? "balance" : risk::name(measure);
}

/// What does not apply is null.
Data if_shared(Sharing sharing, Sharing by, double value) {
    return sharing == by ? Data(value) : Data(nullptr);
}

void add_influence(Object& object, const Influence& influence, Sharing sharing) {
    const bool sobol = sharing == Sharing::sobol;
    object.emplace_back("first_order", if_shared(sharing, Sharing::sobol, influence.first_order.value));
    object.emplace_back("total", if_shared(sharing, Sharing::sobol, influence.total.value));
    object.emplace_back("spearman", influence.spearman.value);
    object.emplace_back("share", sharing == Sharing::none ? Data(nullptr) : Data(influence.share));
    Object errors;
    if (sobol) {
        errors.emplace_back("first_order", influence.first_order.error);
        errors.emplace_back("total", influence.total.error);
    }
    errors.emplace_back("spearman", influence.spearman.error);
    if (sharing == Sharing::shapley) {
        object.emplace_back("shapley", influence.shapley.value);
        errors.emplace_back("shapley", influence.shapley.error);
    }
    object.emplace_back("errors", std::move(errors));
}

Data input_object(const WhichFindings& findings, std::size_t factor) {
    const risk::WhichInput& which = findings.which;
    const auto lever = [&](std::size_t input) -> const risk::Lever& { return findings.proposal.inputs[input].lever; };
    const risk::Factor& inputs = which.factors[factor];
    Object object{{"id", lever(inputs.front()).id}, {"label", lever_name(lever(inputs.front()), findings.language)}};
    List others;
    for (std::size_t i = 1; i < inputs.size(); ++i) others.emplace_back(lever(inputs[i]).id);
    if (!others.empty()) object.emplace_back("together_with", std::move(others));
    add_influence(object, which.measures.front().factors[factor], which.sharing);
    Object by_measure;
    for (const Influences& measure : which.measures) {
        Object own;
        add_influence(own, measure.factors[factor], which.sharing);
        by_measure.emplace_back(name_of(measure.measure), std::move(own));
    }
    object.emplace_back("by_measure", std::move(by_measure));
    return object;
}

std::string method_of(const Influences& measure, Sharing sharing) {
    if (sharing == Sharing::none) return "none";
    return measure.exact ? "exact" : "estimated";
}

std::string name(Sharing sharing) {
    switch (sharing) {
        case Sharing::sobol:
            return "sobol";
        case Sharing::shapley:
            return "shapley";
        case Sharing::none:
            return "none";
    }
    return {};
}

}  // namespace

void add_which_input(Data::Object& object, const WhichFindings& findings) {
    const risk::WhichInput& which = findings.which;
    List inputs;
    for (std::size_t factor = 0; factor < which.factors.size(); ++factor) inputs.emplace_back(input_object(findings, factor));
    object.emplace_back("inputs", std::move(inputs));
    Object measures;
    for (const Influences& measure : which.measures)
        measures.emplace_back(name_of(measure.measure),
                              Object{{"method", method_of(measure, which.sharing)},
                                     {"interaction", if_shared(which.sharing, Sharing::sobol, measure.interaction)}});
    object.emplace_back("which_input", Object{{"measure", "npv"},
                                              {"shares", name(which.sharing)},
                                              {"points", static_cast<std::int64_t>(which.probing.points)},
                                              {"payback_at_most", std::int64_t{which.years}},
                                              {"by_measure", std::move(measures)}});
}

}  // namespace provenu::report
