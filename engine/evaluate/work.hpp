#pragma once

#include <cstdint>
#include <span>

#include "provenu/processor/instructions.hpp"

namespace provenu::evaluate {

/// What is done to blocks of draws, one number a draw. `numbers` are the same for all draws.
enum class Work : std::uint8_t {
    input,             ///< numbers: position among the drawn
    combination,       ///< numbers: constant, then one factor an operand: constant + factor x operand + ...
    product,           ///< of all operands
    divide,            ///< two operands
    power,             ///< two operands
    root,              ///< square root
    least,             ///< two operands
    greatest,          ///< two operands
    round_down,        ///< see quantity::round_down
    round_up,          ///< see quantity::round_up
    round_nearest,     ///< see quantity::round_half_away
    months,            ///< operands: from, until; numbers: first month of the year (see months_within)
    ramp_linear,       ///< operands: from, until; numbers: first month of the year (see ramp_share)
    ramp_smooth,       ///< the same
    weight,            ///< operand: months or years; numbers: formula::Kernel, distance in years
    turn,              ///< operands: a flow; numbers: how many years in a row each operand stands for
    first_outlay,      ///< the same
    only_rate,         ///< the same (see return_rate)
    count_rates,       ///< the same
    greatest_of,       ///< the same
    year_of_greatest,  ///< the same; years are counted from 0
};

/// Some work on arrays of `count` draws.
struct Call {
    Work work = Work::combination;
    std::span<const double* const> operands;
    std::span<const double> numbers;
    double* out = nullptr;
    int count = 0;
};

/// Does it. Each draw's result depends on that draw alone, and not on the set of instructions.
void perform(const Call& call, processor::Instructions instructions);

/// The result for a single draw.
double perform_once(Work work, std::span<const double> operands, std::span<const double> numbers);

}  // namespace provenu::evaluate
