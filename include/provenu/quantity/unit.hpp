#pragma once

#include <array>
#include <compare>
#include <string>

namespace provenu::quantity {

enum class Dimension { money, fte, person, place, hour, week, month, year };
inline constexpr int dimension_count = 8;

/// What a number counts, as powers of the dimensions: `t.kr./FTE/year` is money 1, fte -1, year -1. All zero is a bare number.
/// The size of the money unit (kr., t.kr., mio. kr.) is not part of it: see `Money`.
struct Unit {
    std::array<signed char, dimension_count> power{};

    friend bool operator==(const Unit&, const Unit&) = default;
    [[nodiscard]] int of(Dimension dimension) const { return power[static_cast<std::size_t>(dimension)]; }
    [[nodiscard]] bool is_bare() const { return *this == Unit{}; }
};

Unit unit_of(Dimension dimension, int power = 1);
Unit operator*(const Unit& left, const Unit& right);
Unit operator/(const Unit& left, const Unit& right);

/// The unit in the author's spelling: `kr./FTE/year`, `months/year`, `a bare number`.
std::string name(const Unit& unit);

/// The size of a money unit as a power of ten of kroner: 0 kr., 3 t.kr., 6 mio. kr., 9 mia. kr.
struct Money {
    int exponent = 3;
    friend bool operator==(const Money&, const Money&) = default;
};

/// What an amount in one size of money is multiplied by to be in another: 1,000 from t.kr. to kr.
double factor(Money from, Money to);

}  // namespace provenu::quantity
