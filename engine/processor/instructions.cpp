#include "provenu/processor/instructions.hpp"

namespace provenu::processor {

bool has(Instructions instructions) {
#if defined(__x86_64__)
    switch (instructions) {
        case Instructions::baseline:
            return true;
        case Instructions::avx2:
            return __builtin_cpu_supports("avx2") != 0;
        case Instructions::avx512:
            return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                   __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    }
#endif
    return instructions == Instructions::baseline;
}

Instructions best() {
    if (has(Instructions::avx512)) return Instructions::avx512;
    return has(Instructions::avx2) ? Instructions::avx2 : Instructions::baseline;
}

}  // namespace provenu::processor
