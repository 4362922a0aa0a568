#include "chance/kernels.hpp"

#if defined(__AVX512F__)
#include "chance/lanes_avx512.hpp"
// The loops are written in terms of these lanes.
#include "chance/loops.hpp"

namespace provenu::chance {
const Kernels* avx512_kernels() {
    return &own_kernels;
}
}  // namespace provenu::chance
#else
namespace provenu::chance {
const Kernels* avx512_kernels() {
    return nullptr;
}
}  // namespace provenu::chance
#endif
