#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evaluate/work.hpp"

namespace provenu::evaluate {

/// The number of a value that draws give: a block of one number a draw.
using Register = std::uint32_t;

struct Term {
    Register of = 0;
    double factor = 0;
    friend bool operator==(const Term&, const Term&) = default;
};

/// How a register comes about, from earlier ones.
struct Value {
    Work work = Work::input;
    std::vector<Register> operands;
    std::vector<double> numbers;
    friend bool operator==(const Value&, const Value&) = default;
};

/// All registers of a lowering; what is computed alike is one register.
///
/// A register's key follows from the names of inputs and from what is done to them alone, not from the order in which it was
/// asked for, so that terms sorted by key are added in the same order whatever else is in the file.
class Registers {
 public:
    Register input(std::string_view name, int position);
    Register of(Value value);
    /// Of all, in the order of their keys; products among them are taken apart first.
    Register product(std::vector<Register> factors);
    Register combination(double constant, std::span<const Term> terms);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] const Value& operator[](Register each) const { return values_[each]; }
    [[nodiscard]] bool before(Register left, Register right) const {
        return keys_[left] != keys_[right] ? keys_[left] < keys_[right] : left < right;
    }
    /// Whether it is a polynomial in the inputs, and so never infinite.
    [[nodiscard]] bool is_polynomial(Register each) const { return polynomial_[each]; }

 private:
    Register add(Value value, std::uint64_t key);

    std::vector<Value> values_;
    std::vector<std::uint64_t> keys_;
    std::vector<bool> polynomial_;
    std::unordered_map<std::uint64_t, Register> known_;
};

}  // namespace provenu::evaluate
