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
struct Monomial {
    double factor = 0;
    std::vector<int> inputs;
};

/// constant + sum of terms; each product of inputs occurs once
struct Polynomial {
    double constant = 0;
    std::vector<Monomial> terms;
};

/// A program reduced to what some results need of some drawn values: what is certain is folded, what is equal is computed once,
/// and the rest is a short list of operations on whole blocks of draws.
///
/// What is added is added in an order of its own, by the names of what was drawn, and in the order of the program's operands
/// where all is certain; so results do not depend on the order of definitions. Equal to evaluate() of the same draws to the bit.
class Batch {
 public:
    /// One thread's working memory, for any number of batches one after the other.
    class Scratch {
     public:
        Scratch();
        ~Scratch();
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;

     private:
        friend class Batch;
        struct Held;
        std::unique_ptr<Held> held_;
    };

    /// \param drawn names of scalar definitions whose values are given
    Batch(const formula::Program& program, std::span<const std::string> drawn, std::span<const Wanted> wanted,
          processor::Instructions instructions = processor::best());
    ~Batch();
    Batch(Batch&&) noexcept;
    Batch& operator=(Batch&&) noexcept;

    /// Values of `count` draws. Bit for bit the same for one draw alone as among others, and for all sets of instructions.
    /// Several threads may run one batch, each with a scratch of its own.
    /// \param drawn one array of `count` values for each name drawn
    /// \param out one array of `count` values for each result wanted; none may overlap another or what is drawn
    /// \param count any number; `most_draws` at a time is a good one
    void run(std::span<const double* const> drawn, std::span<double* const> out, int count, Scratch& scratch) const;

    /// A result as a polynomial in the drawn values, if it is one: no division by them, no payback.
    [[nodiscard]] std::optional<Polynomial> polynomial(std::size_t wanted) const;

    static constexpr int most_draws = 1024;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace provenu::evaluate
