#pragma once

#include <cstdint>
#include <span>

#include "provenu/processor/instructions.hpp"

namespace provenu::risk {

/// Where values fall in a row of bins of equal width; below and above the row, in its first and last bin.
struct Scale {
    double low = 0;
    double per_unit = 0;  ///< bins in one unit of the value
    int bins = 1;

    /// Never falls as the value rises. A value that is not a number falls in the first bin.
    [[nodiscard]] int bin(double value) const {
        const double position = (value - low) * per_unit;
        const double inside = position > 0 ? position : 0;
        return static_cast<int>(inside < bins - 1 ? inside : bins - 1);
    }
};

/// The innermost loops over the values of a block. Sums add in one fixed order, whatever the instructions.
struct Loops {
    double (*sum)(std::span<const double> values, double around);      ///< sum of v - around
    double (*squares)(std::span<const double> values, double around);  ///< sum of (v - around)^2
    /// What each value has above it, at least 0; at most 1,024 of them.
    void (*excess)(std::span<const double> values, double above, double* out);
    /// Adds to each.
    void (*add)(std::span<const double> values, double* out);
    std::uint64_t (*count_at_most)(std::span<const double> values, double most);
    /// The bin of each value, at most 1,024 of them.
    void (*bins)(std::span<const double> values, const Scale& scale, std::int32_t* out);
};

const Loops& loops(processor::Instructions instructions);

}  // namespace provenu::risk
