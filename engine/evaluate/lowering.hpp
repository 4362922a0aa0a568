#pragma once

#include <span>
#include <string>
#include <vector>

#include "evaluate/form.hpp"
#include "evaluate/registers.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::evaluate {

/// A program's steps as rows of cells, column by column, with some definitions' values left open.
class Lowering {
 public:
    /// \param drawn names of definitions; register i holds the draws of name i
    Lowering(const formula::Program& program, std::span<const std::string> drawn);

    void lower_all();
    /// Only what these need.
    void lower(std::span<const formula::Slot> wanted);

    [[nodiscard]] const Row& row(formula::Slot slot) const { return rows_[slot]; }
    [[nodiscard]] Registers& registers() { return registers_; }

 private:
    void lower_step(formula::Slot slot);

    const formula::Program& program_;
    Registers registers_;
    std::vector<Row> rows_;
    std::vector<bool> given_;  ///< steps whose values are drawn
};

}  // namespace provenu::evaluate
