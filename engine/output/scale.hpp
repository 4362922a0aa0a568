#pragma once

#include <string>
#include <vector>

#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// The values an axis runs between, and the round ones along it.
struct Scale {
    double low = 0;
    double high = 1;
    std::vector<double> ticks;  ///< from low to high
    int decimals = 0;           ///< with which a tick is written

    /// Where a value lies between low (0) and high (1); what is beyond, at the end.
    [[nodiscard]] double share(double value) const;
    [[nodiscard]] std::string label(double tick, wording::Language language) const;
};

/// Ends at round values, 1, 2 or 5 times a power of ten apart, about `intervals` of them.
/// \param values that must find room; those that are not finite are passed over
Scale scale_of(const std::vector<double>& values, int intervals);

}  // namespace provenu::output
