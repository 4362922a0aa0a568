#include "provenu/quantity/unit.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace provenu::quantity {

namespace {

constexpr int greatest_power = 100;  // far beyond sense, and safe to add

Unit combine(const Unit& left, const Unit& right, int sign) {
    Unit result;
    for (std::size_t i = 0; i < result.power.size(); ++i) {
        const int power = left.power[i] + sign * right.power[i];
        result.power[i] = static_cast<signed char>(std::clamp(power, -greatest_power, greatest_power));
    }
    return result;
}

struct Spelling {
    std::string_view one;
    std::string_view many;
};

constexpr std::array<Spelling, dimension_count> spellings{{{"kr.", "kr."},
                                                           {"FTE", "FTE"},
                                                           {"person", "persons"},
                                                           {"place", "places"},
                                                           {"hour", "hours"},
                                                           {"week", "weeks"},
                                                           {"month", "months"},
                                                           {"year", "years"}}};

}  // namespace

Unit unit_of(Dimension dimension, int power) {
    Unit unit;
    unit.power[static_cast<std::size_t>(dimension)] =
        static_cast<signed char>(std::clamp(power, -greatest_power, greatest_power));
    return unit;
}

Unit operator*(const Unit& left, const Unit& right) {
    return combine(left, right, 1);
}

Unit operator/(const Unit& left, const Unit& right) {
    return combine(left, right, -1);
}

std::string name(const Unit& unit) {
    if (unit.is_bare()) return "a bare number";
    std::string above;
    std::string below;
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        const int power = unit.power[i];
        const std::string exponent = power * power > 1 ? "^" + std::to_string(std::abs(power)) : "";
        if (power > 0) above += (above.empty() ? "" : " x ") + std::string(spellings[i].many) + exponent;
        if (power < 0) below += "/" + std::string(spellings[i].one) + exponent;
    }
    return (above.empty() ? "1" : above) + below;
}

double factor(Money from, Money to) {
    return std::pow(10.0, from.exponent - to.exponent);
}

}  // namespace provenu::quantity
