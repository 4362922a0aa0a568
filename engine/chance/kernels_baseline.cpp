#if defined(__SSE2__)
#include "chance/lanes_sse2.hpp"
#else
#include "chance/lanes_one.hpp"
#endif
// The loops are written in terms of these lanes.
#include "chance/loops.hpp"

namespace provenu::chance {
const Kernels* baseline_kernels() {
    return &own_kernels;
}
}  // namespace provenu::chance
