#include "output/scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "provenu/wording/number.hpp"

namespace provenu::output {
namespace {

constexpr double largest = 1e300;  // beyond which a range could not be held

/// The smallest of 1, 2, 5, 10 times a power of ten that is at least `wanted`, as digit and power.
struct Step {
    int digit = 1;
    int power = 0;
    [[nodiscard]] double size() const { return power < 0 ? digit / std::pow(10.0, -power) : digit * std::pow(10.0, power); }
    /// Divided rather than multiplied below one, so that 3 x 0.1 is 0.3.
    [[nodiscard]] double times(double count) const {
        return power < 0 ? count * digit / std::pow(10.0, -power) : count * digit * std::pow(10.0, power);
    }
};

Step step_of(double wanted) {
    Step step{1, static_cast<int>(std::floor(std::log10(wanted)))};
    for (const int digit : {1, 2, 5}) {
        step.digit = digit;
        if (step.size() >= wanted * (1 - 1e-9)) return step;
    }
    return {1, step.power + 1};
}

}  // namespace

double Scale::share(double value) const {
    if (std::isnan(value)) return 0;
    return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

std::string Scale::label(double tick, wording::Language language) const {
    return wording::number(language, tick, decimals);
}

Scale scale_of(const std::vector<double>& values, int intervals) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        least = std::min(least, std::clamp(value, -largest, largest));
        most = std::max(most, std::clamp(value, -largest, largest));
    }
    if (!(least <= most)) least = most = 0;
    constexpr double noise = 1e-12;  // of the size: not a range, and below what can be counted in steps
    if (most - least <= noise * std::max(std::abs(least), std::abs(most))) {
        least = most;
        const double around = least == 0 ? 1 : std::abs(least) / 2;
        least -= least > 0 || least < 0 ? around : 0;
        most += around;
    }
    const Step step = step_of((most - least) / std::max(intervals, 1));
    const double first = std::floor(least / step.size() + 1e-9);
    const double last = std::ceil(most / step.size() - 1e-9);
    Scale scale{step.times(first), step.times(last), {}, std::clamp(-step.power, 0, 12)};
    const long steps = std::lround(last - first);
    for (long count = 0; count <= steps; ++count) scale.ticks.push_back(step.times(first + static_cast<double>(count)) + 0.0);
    return scale;
}

}  // namespace provenu::output
