#include <cstdio>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"

/// Prints the net of a proposal's first year.
int main(int, char** words) {
    using namespace provenu;
    const auto proposal = input::read_proposal(words[1]);
    if (!proposal.ok()) return 1;
    const auto plan = compile::compile(*proposal.value);
    if (!plan.ok()) return 1;
    const auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    std::printf("%.1f\n", figures.table("net.total").front());
}
