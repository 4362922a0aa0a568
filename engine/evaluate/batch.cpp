#include "provenu/evaluate/batch.hpp"

#include "evaluate/code.hpp"
#include "evaluate/lowering.hpp"
#include "evaluate/polynomial.hpp"
#include "provenu/diag/bug.hpp"

namespace provenu::evaluate {

struct Batch::State {
    Registers registers;
    std::vector<Register> wanted;
    Code code;
    processor::Instructions instructions;
};

struct Batch::Scratch::Held {
    Memory memory;
};

Batch::Scratch::Scratch() : held_(std::make_unique<Held>()) {}
Batch::Scratch::~Scratch() = default;
Batch::Scratch::Scratch(Scratch&&) noexcept = default;
Batch::Scratch& Batch::Scratch::operator=(Scratch&&) noexcept = default;

Batch::Batch(const formula::Program& program, std::span<const std::string> drawn, std::span<const Wanted> wanted,
             processor::Instructions instructions)
    : state_(std::make_unique<State>()) {
    std::vector<formula::Slot> slots;
    for (const Wanted& each : wanted) {
        const auto found = program.slots.find(each.name);
        if (found == program.slots.end()) diag::bug("a batch wants an unknown name " + each.name);
        slots.push_back(found->second);
    }
    Lowering lowering(program, drawn);
    lowering.lower(slots);
    const Algebra algebra(lowering.registers());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        state_->wanted.push_back(algebra.held(lowering.row(slots[i]).at(wanted[i].column)));
    state_->registers = std::move(lowering.registers());
    state_->code = assemble(state_->registers, state_->wanted, static_cast<std::uint32_t>(drawn.size()));
    state_->instructions = instructions;
}

Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;

void Batch::run(std::span<const double* const> drawn, std::span<double* const> out, int count, Scratch& scratch) const {
    evaluate::run(state_->code, {drawn, out, count}, state_->instructions, scratch.held_->memory);
}

std::optional<Polynomial> Batch::polynomial(std::size_t wanted) const {
    return expanded(state_->registers, state_->wanted[wanted]);
}

}  // namespace provenu::evaluate
