#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "evaluate/registers.hpp"

namespace provenu::evaluate {

/// constant + factor x register + ..., by the registers' order and each register once; certain without terms.
struct Cell {
    double constant = 0;
    std::span<const Term> terms;
    [[nodiscard]] bool is_certain() const { return terms.empty(); }
};

/// A cell that holds its terms.
struct Form {
    double constant = 0;
    std::vector<Term> terms;
    [[nodiscard]] Cell cell() const { return {constant, terms}; }
};

/// The result of a step: one cell a column, or one for all.
class Row {
 public:
    Row() = default;
    /// A certain one.
    explicit Row(std::vector<double> constants) : constants_(std::move(constants)) {}

    [[nodiscard]] int width() const { return static_cast<int>(constants_.size()); }
    [[nodiscard]] bool is_certain() const { return terms_.empty(); }
    [[nodiscard]] const std::vector<double>& constants() const { return constants_; }
    [[nodiscard]] double constant(int column) const { return constants_[place(column)]; }
    [[nodiscard]] Cell at(int column) const;
    /// Whether a column, not the first, is worth what the one before it is.
    [[nodiscard]] bool repeats(int column) const;

    void expect(int width) { constants_.reserve(static_cast<std::size_t>(width)); }
    void push(const Form& form);
    /// Gives a column its terms, which are none so far; columns one after the other.
    void push_terms(int column, std::span<const Term> terms);

 private:
    [[nodiscard]] std::size_t place(int column) const { return constants_.size() == 1 ? 0 : static_cast<std::size_t>(column); }

    std::vector<double> constants_;
    std::vector<Term> terms_;          ///< of all columns
    std::vector<std::uint32_t> ends_;  ///< where each column's terms end; empty while all is certain
};

/// Arithmetic on cells. What is certain is computed as a draw is, so that a table and a draw cannot differ.
class Algebra {
 public:
    explicit Algebra(Registers& registers) : registers_(registers) {}

    /// sum += factor x addend; the sum's terms are in no order until it is `settled`.
    static void add(Form& sum, Cell addend, double factor = 1);
    /// Sorts, adds what belongs to the same register (in an order that no operand's place decides), and makes a register of what
    /// has grown long.
    void settle(Form& sum) const;

    [[nodiscard]] Form product(std::span<const Cell> factors) const;
    [[nodiscard]] Form quotient(Cell dividend, Cell divisor) const;
    [[nodiscard]] Form negative(Cell cell) const;
    /// Any other work.
    [[nodiscard]] Form apply(Work work, std::span<const Cell> operands, std::vector<double> numbers = {}) const;

    /// The register that holds the cell, certain or not.
    [[nodiscard]] Register held(Cell cell) const;

 private:
    [[nodiscard]] Form scaled(Cell cell, double factor) const;

    Registers& registers_;
};

}  // namespace provenu::evaluate
