#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/formula/words.hpp"

namespace provenu::report {

/// A plan with the value of every branch of its formulas, so that any of them can be said with its figures.
class Traced {
 public:
    Traced(const compile::Plan& plan, wording::Language language);
    Traced(const Traced&) = delete;
    Traced& operator=(const Traced&) = delete;

    /// Whether it is a branch of one of the plan's formulas.
    [[nodiscard]] bool has(const formula::Tree& branch) const { return program_.nodes.contains(branch.get()); }
    [[nodiscard]] double worth(const formula::Tree& branch, int column) const;
    /// `6/12 x (3 x 650)`
    [[nodiscard]] std::string in_words(const formula::Definition& definition, int column) const;
    [[nodiscard]] std::string value_in_words(const formula::Definition& definition, int column) const;
    [[nodiscard]] wording::Language language() const { return reading_.language; }

 private:
    formula::Program program_;
    std::vector<evaluate::Block> results_;
    formula::Reading reading_;
};

}  // namespace provenu::report
