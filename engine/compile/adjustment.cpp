#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {

formula::Tree scaled(Lowering& lowering, const std::vector<model::Value>& factors, formula::Tree amount) {
    for (const model::Value& factor : factors)
        amount = formula::product({lower(lowering, factor, Wants::share, Written::As::factor), std::move(amount)});
    return amount;
}

formula::Tree adjusted(Lowering& lowering, const model::Adjustment& adjustment, formula::Tree amount) {
    amount = scaled(lowering, adjustment.factors, std::move(amount));
    if (adjustment.delay_months == 0) return amount;
    formula::Tree months = written(lowering, {formula::number(adjustment.delay_months), Written::As::months});
    return formula::make(formula::Kernel::delay, {std::move(amount), std::move(months)});
}

}  // namespace provenu::compile
