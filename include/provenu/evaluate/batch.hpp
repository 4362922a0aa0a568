#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "provenu/formula/program.hpp"
#include "provenu/processor/instructions.hpp"

namespace provenu::evaluate {

/// One number of a program: a result in one column (see quantity::Axis); of a scalar, column 0.
struct Wanted {
    std::string name;
    int column = 0;
};

/// A product of drawn values: `factor x inputs[0] x inputs[1] ...`; positions among the drawn, a repeated one a power.
struct Term {
    double factor = 0;
    std::vector<int> inputs;
};

/// constant + sum of terms
struct Polynomial {
    double constant = 0;
    std::vector<Term> terms;
};

/// A program reduced to what some results need of some drawn values: what is certain is folded, what is equal is computed once,
/// and the rest is a short list of operations on whole blocks of draws.
///
/// Sums do not depend on the order of their operands, so neither do results on the order of lines in a file.
class Batch {
 public:
    /// \param drawn names of scalar definitions whose values are given
    Batch(const formula::Program& program, std::span<const std::string> drawn, std::span<const Wanted> wanted,
          processor::Instructions instructions = processor::best());
    ~Batch();
    Batch(Batch&&) noexcept;
    Batch& operator=(Batch&&) noexcept;

    /// Values of `count` draws. Bit for bit the same for one draw alone as among others.
    /// \param drawn one array of `count` values for each name drawn
    /// \param out one array of `count` values for each result wanted
    /// \param count at most `most_draws`
    void run(std::span<const double* const> drawn, std::span<double* const> out, int count) const;

    /// A result as a polynomial in the drawn values, if it is one: no division by them, no payback.
    [[nodiscard]] std::optional<Polynomial> polynomial(std::size_t wanted) const;

    static constexpr int most_draws = 1024;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace provenu::evaluate
