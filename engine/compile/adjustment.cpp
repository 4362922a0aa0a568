#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {

std::vector<formula::Tree> months_late(Lowering& lowering, const model::Delays& delays) {
    std::vector<formula::Tree> months;
    for (const auto& [delay, place] : delays)
        months.push_back(written(lowering, {formula::number(delay), Written::As::months, place}));
    return months;
}

formula::Tree later(Lowering& lowering, const Written& month, const model::Delays& delays) {
    if (delays.empty()) return written(lowering, month);
    std::vector<formula::Tree> terms = months_late(lowering, delays);
    const double moved = std::get<formula::Number>(month.tree->operation).value - model::months_of(delays);
    terms.insert(terms.begin(), formula::month({static_cast<int>(moved)}));
    return written(lowering, {formula::sum(std::move(terms)), month.as, month.place, month.part});
}

formula::Tree scaled(Lowering& lowering, const std::vector<model::Value>& factors, formula::Tree amount) {
    for (const model::Value& factor : factors)
        amount = formula::product({lower(lowering, factor, Wants::share, Written::As::factor), std::move(amount)});
    return amount;
}

formula::Tree adjusted(Lowering& lowering, const model::Adjustment& adjustment, formula::Tree amount) {
    amount = scaled(lowering, adjustment.factors, std::move(amount));
    if (model::months_of(adjustment.delays) == 0) return amount;
    return formula::make(formula::Kernel::delay, {std::move(amount), formula::sum(months_late(lowering, adjustment.delays))});
}

}  // namespace provenu::compile
