#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/lever.hpp"
#include "provenu/risk/measure.hpp"

namespace provenu::risk {

/// A measure by two levers.
struct Grid {
    struct Side {
        Lever lever;
        double base = 0;
        quantity::Unit unit = {};
        bool is_percent = false;
        bool assumed = false;  ///< it carries no range: 80 % to 120 % of its base
        std::vector<double> values;
        std::size_t planned = 0;  ///< which of the values is the base
    };
    Measure measure;
    double base = 0;
    Side x;
    Side y;
    std::vector<std::vector<double>> values;  ///< by y, then x
};

struct GridQuestion {
    std::string x;  ///< ids of two levers
    std::string y;
    int steps = 5;  ///< values on each side, at least 2; the planned one comes on top where it is none of them
};

/// Values from low to high (P10 to P90) of what carries a range, else 80 % to 120 %.
diag::Result<Grid> grid(const model::Proposal& proposal, const compile::Choices& choices, const GridQuestion& question,
                        const Measure& measure);

}  // namespace provenu::risk
