// Bits in opposite order where bytes cannot be looked up in a table. Included by such lanes at their end.

namespace provenu::chance {
namespace {
namespace lanes {

template <int distance>
inline Words swapped(Words x, std::uint64_t mask) {
    const Words lower = words(mask);
    return (shift_right<distance>(x) & lower) | shift_left<distance>(x & lower);
}

/// All 64 bits in opposite order.
inline Words reversed(Words x) {
    x = swapped<1>(x, 0x5555555555555555U);
    x = swapped<2>(x, 0x3333333333333333U);
    x = swapped<4>(x, 0x0F0F0F0F0F0F0F0FU);
    x = swapped<8>(x, 0x00FF00FF00FF00FFU);
    x = swapped<16>(x, 0x0000FFFF0000FFFFU);
    return shift_left<32>(x) | shift_right<32>(x);
}

}  // namespace lanes
}  // namespace
}  // namespace provenu::chance
