#include "evaluate/lowering.hpp"

#include "evaluate/steps.hpp"
#include "provenu/diag/bug.hpp"

namespace provenu::evaluate {
namespace {

quantity::Years payback_years(const quantity::Axis& axis) {
    return {axis.table.first, axis.table.first + axis.payback_years() - 1};
}

Work work_of(formula::Round mode) {
    switch (mode) {
        case formula::Round::down:
            return Work::round_down;
        case formula::Round::up:
            return Work::round_up;
        case formula::Round::nearest:
            return Work::round_nearest;
    }
    diag::bug("unknown rounding");
}

/// Visits the step's operation; one overload a kind, so that a new kind does not compile until it is performed.
struct Performer {
    const Ground& ground;
    Rows of;

    Row operator()(const formula::Number& number) const { return Row({number.value}); }
    Row operator()(const formula::Name& name) const { diag::bug("unbound name " + name.name); }
    Row operator()(const formula::Yearly& values) const { return yearly(ground, values, of); }
    Row operator()(formula::Add) const { return add(ground, of); }
    Row operator()(formula::Multiply) const { return multiply(ground, of); }
    Row operator()(formula::Divide) const { return divide(ground, of); }
    Row operator()(formula::Power) const { return fold(ground, Work::power, of); }
    Row operator()(formula::Negate) const { return negate(ground, *of.front()); }
    Row operator()(formula::Extreme extreme) const {
        return fold(ground, extreme == formula::Extreme::least ? Work::least : Work::greatest, of);
    }
    Row operator()(formula::Overlap) const { return overlap(ground, of); }
    Row operator()(formula::Ramp shape) const { return ramp(ground, shape, of); }
    Row operator()(formula::Kernel kernel) const { return convolve(ground, kernel, of); }
    Row operator()(formula::Discount timing) const { return discount(ground, timing, *of.front()); }
    Row operator()(const formula::SumOver& sum) const { return sum_over(ground, sum.years, *of.front()); }
    Row operator()(const formula::GreatestOver& greatest) const {
        return of_flow(ground, Work::greatest_of, greatest.years, *of.front());
    }
    Row operator()(const formula::GreatestYear& greatest) const {
        const Row first({static_cast<double>(greatest.years.first)});
        const Row year = of_flow(ground, Work::year_of_greatest, greatest.years, *of.front());
        return add(ground, std::vector{&first, &year});
    }
    Row operator()(const formula::Pick& pick) const { return column(*of.front(), ground.axis.column(pick.year)); }
    Row operator()(formula::PickCarried) const { return column(*of.front(), ground.axis.carried()); }
    Row operator()(formula::Moment which) const {
        const Work work = which == formula::Moment::turn ? Work::turn : Work::first_outlay;
        return of_flow(ground, work, payback_years(ground.axis), *of.front());
    }
    Row operator()(const formula::ReturnRate& rate) const {
        const bool only = rate.ask == formula::ReturnRate::Ask::only;
        return of_flow(ground, only ? Work::only_rate : Work::count_rates, rate.years, *of.front());
    }
    Row operator()(formula::Round mode) const { return fold(ground, work_of(mode), of); }
};

}  // namespace

Lowering::Lowering(const formula::Program& program, std::span<const std::string> drawn)
    : program_(program), rows_(program.steps.size()), given_(program.steps.size()) {
    for (std::size_t position = 0; position < drawn.size(); ++position) {
        const auto found = program.slots.find(drawn[position]);
        if (found == program.slots.end()) diag::bug("draws of an unknown name " + drawn[position]);
        const Register input = registers_.input(drawn[position], static_cast<int>(position));
        rows_[found->second].push({0, {{input, 1}}});
        given_[found->second] = true;
    }
}

void Lowering::lower_all() {
    for (formula::Slot slot = 0; slot < program_.steps.size(); ++slot) lower_step(slot);
}

void Lowering::lower(std::span<const formula::Slot> wanted) {
    std::vector<bool> needed(program_.steps.size());
    for (const formula::Slot slot : wanted) needed[slot] = true;
    for (formula::Slot slot = needed.size(); slot-- > 0;)
        if (needed[slot] && !given_[slot])
            for (const formula::Slot operand : program_.steps[slot].operands) needed[operand] = true;
    for (formula::Slot slot = 0; slot < needed.size(); ++slot)
        if (needed[slot]) lower_step(slot);
}

void Lowering::lower_step(formula::Slot slot) {
    if (given_[slot]) return;
    const Algebra algebra(registers_);
    std::vector<const Row*> operands;
    for (const formula::Slot operand : program_.steps[slot].operands) operands.push_back(&rows_[operand]);
    rows_[slot] = std::visit(Performer{{program_.axis, algebra}, operands}, program_.steps[slot].operation);
}

}  // namespace provenu::evaluate
