#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "provenu/risk/simulate.hpp"

namespace provenu::risk {

/// A record of every draw, for whoever wants to go through them: what was drawn, and what came of it. Any draw is the one that
/// `figures_of_draw` gives.
class Record {
 public:
    struct Column {
        enum class What { input, factor, amount, years };  ///< years of payback, exact: -inf at once, +inf never
        What what = What::amount;
        /// As explanations know it: `adviser`, `net[2026]`; of several proposals with the proposal's id and a point in front,
        /// `together` of their sum.
        std::string address;
    };
    /// Draws in a row, one array a column; whether to go on.
    using Visitor = std::function<bool(std::span<const double* const> columns, int count)>;

    /// \param proposals with the same unit and price level where there are several
    Record(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing);
    ~Record();
    Record(Record&&) noexcept;
    Record& operator=(Record&&) noexcept;

    [[nodiscard]] const std::vector<Column>& columns() const;
    /// From the first draw on.
    void read(const Visitor& visitor) const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace provenu::risk
