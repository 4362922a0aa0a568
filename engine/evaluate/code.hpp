#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "evaluate/form.hpp"
#include "evaluate/work.hpp"

namespace provenu::evaluate {

/// The number of an array: first those drawn, then those wanted, then working memory.
using Place = std::uint32_t;

/// Some of the code's operands and numbers.
struct Part {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct Instruction {
    Work work = Work::combination;
    Part operands;
    Part numbers;
    Place out = 0;
};

/// What is run for each block of draws: only what the wanted results need, each register once, in memory that is used again as
/// soon as nobody reads it any more.
struct Code {
    std::vector<Instruction> instructions;
    std::vector<Place> operands;
    std::vector<double> numbers;
    std::uint32_t drawn = 0;
    std::uint32_t wanted = 0;
    std::uint32_t working = 0;  ///< arrays of `block` draws
};

/// How many draws go through all instructions together: what they touch stays in the nearest cache.
inline constexpr int block = 256;

Code assemble(const Registers& registers, std::span<const Register> wanted, std::uint32_t drawn);

/// One thread's memory for running code.
struct Memory {
    std::vector<double> numbers;
    std::vector<double*> places;
    std::vector<const double*> operands;
};

/// Where a run reads and writes: arrays of `count` draws.
struct Arrays {
    std::span<const double* const> drawn;
    std::span<double* const> wanted;
    int count = 0;
};

void run(const Code& code, const Arrays& arrays, processor::Instructions instructions, Memory& memory);

}  // namespace provenu::evaluate
