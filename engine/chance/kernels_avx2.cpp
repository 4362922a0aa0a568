#include "chance/kernels.hpp"

#if defined(__AVX2__)
#include "chance/lanes_avx2.hpp"
// The loops are written in terms of these lanes.
#include "chance/loops.hpp"

namespace provenu::chance {
const Kernels* avx2_kernels() {
    return &own_kernels;
}
}  // namespace provenu::chance
#else
namespace provenu::chance {
const Kernels* avx2_kernels() {
    return nullptr;
}
}  // namespace provenu::chance
#endif
