#pragma once

#include <Eigen/Core>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/formula/program.hpp"

namespace provenu::evaluate {

/// Values of one step: `draws x columns`; one row where the value is certain, one column where it is a scalar.
using Block = Eigen::ArrayXXd;

/// Uncertain values in place of a definition's own: a column of draws by name.
using Draws = std::map<std::string, Eigen::ArrayXd, std::less<>>;

/// Results of a program, by name of definition.
class Figures {
 public:
    Figures(quantity::Axis axis, std::map<std::string, Block, std::less<>> blocks) : axis_(axis), blocks_(std::move(blocks)) {}

    [[nodiscard]] const quantity::Axis& axis() const { return axis_; }
    [[nodiscard]] bool has(std::string_view name) const { return blocks_.find(name) != blocks_.end(); }
    /// `draws x columns` (see Block). An unknown name is our bug.
    [[nodiscard]] const Block& block(std::string_view name) const;
    /// The first draw's value in a column (see quantity::Axis), or of a scalar.
    [[nodiscard]] double at(std::string_view name, int column) const;
    [[nodiscard]] double scalar(std::string_view name) const { return at(name, 0); }
    /// The first draw's values of the table's years.
    [[nodiscard]] std::vector<double> table(std::string_view name) const;
    [[nodiscard]] double carried(std::string_view name) const { return at(name, axis_.carried()); }

 private:
    quantity::Axis axis_;
    std::map<std::string, Block, std::less<>> blocks_;
};

}  // namespace provenu::evaluate
