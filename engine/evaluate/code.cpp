#include "evaluate/code.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace provenu::evaluate {
namespace {

constexpr Place nowhere = std::numeric_limits<Place>::max();
constexpr std::size_t cache_line = 64;

/// Numbers from one working array to the next; a line more than it holds, so that not all lie at the same place of a page.
constexpr std::size_t stride = block + cache_line / sizeof(double);

class Assembly {
 public:
    Assembly(const Registers& registers, std::span<const Register> wanted, std::uint32_t drawn)
        : registers_(registers), readers_(registers.size()), places_(registers.size(), nowhere) {
        code_.drawn = drawn;
        code_.wanted = static_cast<std::uint32_t>(wanted.size());
        for (const Register each : wanted) ++readers_[each];
        for (Register each = static_cast<Register>(registers.size()); each-- > 0;)
            if (readers_[each] > 0)
                for (const Register operand : registers[each].operands) ++readers_[operand];
        place_ends(wanted);
    }

    Code run(std::span<const Register> wanted) {
        for (Register each = 0; each < registers_.size(); ++each)
            if (readers_[each] > 0 && registers_[each].work != Work::input) compute(each);
        for (std::uint32_t i = 0; i < wanted.size(); ++i)
            if (places_[wanted[i]] != code_.drawn + i) copy(places_[wanted[i]], code_.drawn + i);
        return std::move(code_);
    }

 private:
    /// What is drawn stands where it is given, what is wanted where it is asked for.
    void place_ends(std::span<const Register> wanted) {
        for (Register each = 0; each < registers_.size(); ++each)
            if (registers_[each].work == Work::input) places_[each] = static_cast<Place>(registers_[each].numbers.front());
        for (std::uint32_t i = 0; i < wanted.size(); ++i)
            if (places_[wanted[i]] == nowhere) places_[wanted[i]] = code_.drawn + i;
    }

    void compute(Register each) {
        const Value& value = registers_[each];
        Instruction instruction{value.work, operands(value.operands), numbers(value.numbers), 0};
        if (places_[each] == nowhere) places_[each] = fresh();
        instruction.out = places_[each];
        code_.instructions.push_back(instruction);
        for (const Register operand : value.operands)
            if (--readers_[operand] == 0) free_.push_back(places_[operand]);
    }

    void copy(Place from, Place to) {
        const Part operand{static_cast<std::uint32_t>(code_.operands.size()), 1};
        code_.operands.push_back(from);
        code_.instructions.push_back({Work::product, operand, {}, to});
    }

    Part operands(const std::vector<Register>& of) {
        const Part part{static_cast<std::uint32_t>(code_.operands.size()), static_cast<std::uint32_t>(of.size())};
        for (const Register operand : of) code_.operands.push_back(places_[operand]);
        return part;
    }

    Part numbers(const std::vector<double>& of) {
        const Part part{static_cast<std::uint32_t>(code_.numbers.size()), static_cast<std::uint32_t>(of.size())};
        code_.numbers.insert(code_.numbers.end(), of.begin(), of.end());
        return part;
    }

    Place fresh() {
        const Place first_working = code_.drawn + code_.wanted;
        while (!free_.empty()) {
            const Place last = free_.back();
            free_.pop_back();
            if (last >= first_working) return last;
        }
        return first_working + code_.working++;
    }

    const Registers& registers_;
    std::vector<std::uint32_t> readers_;  ///< not yet run, and those who want it
    std::vector<Place> places_;
    std::vector<Place> free_;
    Code code_;
};

/// The first number at or after the start of a line of cache.
double* aligned(std::vector<double>& numbers) {
    const std::size_t off = reinterpret_cast<std::uintptr_t>(numbers.data()) % cache_line;
    return numbers.data() + (off == 0 ? 0 : (cache_line - off) / sizeof(double));
}

}  // namespace

Code assemble(const Registers& registers, std::span<const Register> wanted, std::uint32_t drawn) {
    return Assembly(registers, wanted, drawn).run(wanted);
}

void run(const Code& code, const Arrays& arrays, processor::Instructions instructions, Memory& memory) {
    memory.numbers.resize(code.working * stride + cache_line / sizeof(double));
    memory.places.resize(code.drawn + code.wanted + code.working);
    memory.operands.resize(code.operands.size());
    double* const working = aligned(memory.numbers);
    for (std::size_t i = 0; i < code.working; ++i) memory.places[code.drawn + code.wanted + i] = working + i * stride;
    for (int first = 0; first < arrays.count; first += block) {
        for (std::size_t i = 0; i < code.drawn; ++i) memory.places[i] = const_cast<double*>(arrays.drawn[i]) + first;
        for (std::size_t i = 0; i < code.wanted; ++i) memory.places[code.drawn + i] = arrays.wanted[i] + first;
        for (std::size_t i = 0; i < code.operands.size(); ++i) memory.operands[i] = memory.places[code.operands[i]];
        const std::span<const double* const> operands(memory.operands);
        const std::span<const double> numbers(code.numbers);
        const int count = std::min(block, arrays.count - first);
        for (const Instruction& each : code.instructions)
            perform({each.work, operands.subspan(each.operands.first, each.operands.count),
                     numbers.subspan(each.numbers.first, each.numbers.count), memory.places[each.out], count},
                    instructions);
    }
}

}  // namespace provenu::evaluate
