#include "risk/response.hpp"

#include <algorithm>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"

namespace provenu::risk {

Response::Response(const compile::Plan& plan) : program_(formula::flatten(plan.book)), base_(evaluate::evaluate(program_)) {}

evaluate::Figures Response::at(const Turns& turns) const {
    evaluate::Draws draws;
    for (const auto& [definition, values] : turns) {
        Eigen::ArrayXd column(static_cast<Eigen::Index>(values.size()));
        for (std::size_t i = 0; i < values.size(); ++i) column(static_cast<Eigen::Index>(i)) = values[i];
        draws.emplace(definition, std::move(column));
    }
    return evaluate::evaluate(program_, draws);
}

evaluate::Figures Response::at(const std::string& definition, const std::vector<double>& values) const {
    return at(Turns{{definition, values}});
}

double value_of(const evaluate::Block& block, int draw, int column) {
    return block(block.rows() == 1 ? 0 : draw, block.cols() == 1 ? 0 : column);
}

double value_of(const evaluate::Figures& figures, const evaluate::Wanted& measure, int draw) {
    return value_of(figures.block(measure.name), draw, measure.column);
}

quantity::Unit unit_of(const compile::Plan& plan, const Lever& lever) {
    return lever.what == Lever::What::value ? plan.book.find(lever.id)->unit : quantity::Unit{};
}

bool is_percent(const model::Proposal& proposal, const Lever& lever) {
    const auto found = std::ranges::find_if(proposal.inputs, [&](const auto& each) { return each.name.value == lever.id; });
    if (found == proposal.inputs.end()) return false;
    const auto* amount = std::get_if<model::Amount>(&found->value);
    const auto* value = amount != nullptr ? std::get_if<model::Value>(amount) : nullptr;
    const auto* number = value != nullptr ? std::get_if<formula::Number>(&value->formula->operation) : nullptr;
    return number != nullptr && number->style == formula::Style::percent;
}

}  // namespace provenu::risk
