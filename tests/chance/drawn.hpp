#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "provenu/chance/design.hpp"

namespace provenu::chance {

using Columns = std::vector<std::vector<double>>;

/// All draws of a sample, a column for each marginal; or the uniform numbers behind them.
inline Columns drawn(const Sample& sample, bool uniforms = false) {
    const Design design(sample);
    const auto size = static_cast<std::size_t>(design.blocks()) * block_size;
    Columns columns(sample.marginals.size(), std::vector<double>(size));
    for (std::uint64_t block = 0; block < design.blocks(); ++block) {
        std::vector<double*> out;
        for (auto& column : columns) out.push_back(column.data() + block * block_size);
        uniforms ? design.fill_uniforms(block, out) : design.fill(block, out);
    }
    for (auto& column : columns) column.resize(sample.draws);
    return columns;
}

inline Marginal marginal(const std::string& name, const Shape& shape) {
    return {name, {shape, {}, {}}};
}

inline double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// Pearson's correlation.
inline double correlation_of(const std::vector<double>& x, const std::vector<double>& y) {
    const double mean_x = mean_of(x);
    const double mean_y = mean_of(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    return xy / std::sqrt(xx * yy);
}

}  // namespace provenu::chance
