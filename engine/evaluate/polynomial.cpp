#include "evaluate/polynomial.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace provenu::evaluate {
namespace {

constexpr std::size_t most_terms = 100'000;

/// Factors by the inputs they multiply, in rising order; none: the constant.
using Expansion = std::map<std::vector<int>, double>;

class Expander {
 public:
    explicit Expander(const Registers& registers) : registers_(registers) {}

    /// Empty where it has grown out of bounds.
    const Expansion& of(Register each) {
        if (const auto known = known_.find(each); known != known_.end()) return known->second;
        Expansion found = computed(registers_[each]);
        if (found.size() > most_terms) is_too_long = true;
        return known_.emplace(each, is_too_long ? Expansion{} : std::move(found)).first->second;
    }

    bool is_too_long = false;

 private:
    Expansion computed(const Value& value) {
        if (value.work == Work::input) return {{{static_cast<int>(value.numbers.front())}, 1}};
        if (value.work == Work::combination) return sum(value);
        Expansion product{{{}, 1}};
        for (const Register factor : value.operands) product = times(product, of(factor));
        return product;
    }

    Expansion sum(const Value& value) {
        Expansion all{{{}, value.numbers.front()}};
        for (std::size_t i = 0; i < value.operands.size(); ++i)
            for (const auto& [inputs, factor] : of(value.operands[i])) all[inputs] += factor * value.numbers[i + 1];
        return all;
    }

    Expansion times(const Expansion& left, const Expansion& right) {
        Expansion product;
        if (left.size() * right.size() > most_terms) is_too_long = true;
        if (is_too_long) return product;
        for (const auto& [inputs, factor] : left)
            for (const auto& [others, other] : right) {
                std::vector<int> all = inputs;
                all.insert(all.end(), others.begin(), others.end());
                std::ranges::sort(all);
                product[std::move(all)] += factor * other;
            }
        return product;
    }

    const Registers& registers_;
    std::map<Register, Expansion> known_;
};

}  // namespace

std::optional<Polynomial> expanded(const Registers& registers, Register each) {
    if (!registers.is_polynomial(each)) return std::nullopt;
    Expander expander(registers);
    const Expansion& expansion = expander.of(each);
    if (expander.is_too_long) return std::nullopt;
    Polynomial polynomial;
    for (const auto& [inputs, factor] : expansion)
        if (inputs.empty())
            polynomial.constant = factor;
        else if (factor != 0)
            polynomial.terms.push_back({factor, inputs});
    return polynomial;
}

}  // namespace provenu::evaluate
