#include "evaluate/registers.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace provenu::evaluate {
namespace {

/// The finaliser of splitmix64: each bit of what goes in changes half of those that come out.
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

std::uint64_t mixed(std::uint64_t before, std::uint64_t next) {
    return mixed(before * 0x9e3779b97f4a7c15 + next);
}

std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = mixed(name.size(), 1);
    for (const char letter : name) key = mixed(key, static_cast<unsigned char>(letter));
    return key;
}

}  // namespace

Register Registers::input(std::string_view name, int position) {
    return add({Work::input, {}, {static_cast<double>(position)}}, key_of(name));
}

Register Registers::of(Value value) {
    std::uint64_t key = mixed(static_cast<std::uint64_t>(value.work), value.operands.size());
    for (const Register operand : value.operands) key = mixed(key, keys_[operand]);
    for (const double number : value.numbers) key = mixed(key, std::bit_cast<std::uint64_t>(number));
    return add(std::move(value), key);
}

Register Registers::product(std::vector<Register> factors) {
    std::vector<Register> all;
    for (const Register factor : factors) {
        const Value& value = values_[factor];
        if (value.work == Work::product)
            all.insert(all.end(), value.operands.begin(), value.operands.end());
        else
            all.push_back(factor);
    }
    if (all.size() == 1) return all.front();
    std::ranges::sort(all, [this](Register left, Register right) { return before(left, right); });
    return of({Work::product, std::move(all), {}});
}

Register Registers::combination(double constant, std::span<const Term> terms) {
    if (constant == 0 && terms.size() == 1 && terms.front().factor == 1) return terms.front().of;
    Value value{Work::combination, {}, {constant}};
    for (const Term& term : terms) {
        value.operands.push_back(term.of);
        value.numbers.push_back(term.factor);
    }
    return of(std::move(value));
}

Register Registers::add(Value value, std::uint64_t key) {
    for (auto known = known_.find(key); known != known_.end(); known = known_.find(key)) {
        if (values_[known->second] == value) return known->second;
        ++key;  // another value of the same key
    }
    const auto added = static_cast<Register>(values_.size());
    const bool is_sum = value.work == Work::combination || value.work == Work::product || value.work == Work::input;
    polynomial_.push_back(is_sum && std::ranges::all_of(value.operands, [this](Register each) { return is_polynomial(each); }));
    known_.emplace(key, added);
    keys_.push_back(key);
    values_.push_back(std::move(value));
    return added;
}

}  // namespace provenu::evaluate
