#pragma once

namespace provenu::processor {

/// Sets of instructions that the innermost loops are compiled for. All give the same bits: no loop adds in another order, and
/// none uses a fused multiply-add.
enum class Instructions { baseline, avx2, avx512 };

/// Whether this processor has them.
bool has(Instructions instructions);

/// The best that this processor has.
Instructions best();

}  // namespace provenu::processor
