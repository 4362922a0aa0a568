#include "report/traced.hpp"

namespace provenu::report {

Traced::Traced(const compile::Plan& plan, wording::Language language)
    : program_(formula::flatten(plan.book)), results_(evaluate::trace(program_)), reading_{plan.book, language, {}} {
    reading_.worth = [this](const formula::Tree& branch, int column) { return worth(branch, column); };
}

double Traced::worth(const formula::Tree& branch, int column) const {
    const evaluate::Block& block = results_[program_.nodes.at(branch.get())];
    return block(0, block.cols() == 1 ? 0 : column);
}

std::string Traced::in_words(const formula::Definition& definition, int column) const {
    return formula::in_words(definition.tree, column, reading_);
}

std::string Traced::value_in_words(const formula::Definition& definition, int column) const {
    return formula::value_in_words(definition, column, reading_);
}

}  // namespace provenu::report
