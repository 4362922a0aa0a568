#include "chance/kernels.hpp"

namespace provenu::chance {

const Kernels& kernels(processor::Instructions instructions) {
    const Kernels* found = nullptr;
    if (instructions == processor::Instructions::avx512) found = avx512_kernels();
    if (found == nullptr && instructions != processor::Instructions::baseline) found = avx2_kernels();
    return found != nullptr ? *found : *baseline_kernels();
}

}  // namespace provenu::chance
