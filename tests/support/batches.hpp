#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "provenu/evaluate/batch.hpp"
#include "provenu/evaluate/figures.hpp"

namespace provenu::support {

inline std::vector<std::string> names_of(const evaluate::Draws& draws) {
    std::vector<std::string> names;
    for (const auto& [name, values] : draws) names.push_back(name);
    return names;
}

/// One column of draws for each result wanted.
inline Eigen::ArrayXXd run_batch(const evaluate::Batch& batch, const evaluate::Draws& draws, std::size_t wanted) {
    std::vector<const double*> drawn;
    for (const auto& [name, values] : draws) drawn.push_back(values.data());
    Eigen::ArrayXXd results(draws.empty() ? 1 : draws.begin()->second.size(), static_cast<Eigen::Index>(wanted));
    std::vector<double*> out;
    for (Eigen::Index i = 0; i < results.cols(); ++i) out.push_back(results.col(i).data());
    evaluate::Batch::Scratch scratch;
    batch.run(drawn, out, static_cast<int>(results.rows()), scratch);
    return results;
}

inline Eigen::ArrayXXd run_batch(const formula::Program& program, const evaluate::Draws& draws,
                                 const std::vector<evaluate::Wanted>& wanted,
                                 processor::Instructions instructions = processor::best()) {
    const std::vector<std::string> names = names_of(draws);
    return run_batch(evaluate::Batch(program, names, wanted, instructions), draws, wanted.size());
}

}  // namespace provenu::support
