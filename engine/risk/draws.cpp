#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/risk/simulate.hpp"
#include "risk/together.hpp"

namespace provenu::risk {
namespace {

/// Room for one block of every marginal.
struct Blocks {
    std::vector<double> values;
    std::vector<double*> of;

    explicit Blocks(std::size_t marginals) : values(marginals * chance::block_size) {
        for (std::size_t i = 0; i < marginals; ++i) of.push_back(values.data() + i * chance::block_size);
    }
};

/// Adds up what the correlation of two columns of numbers takes.
struct Products {
    double count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;

    /// \param a, b around nought, so that sums keep their digits
    void add(double a, double b) {
        count += 1;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    [[nodiscard]] double correlation() const {
        return (xy - x * y / count) / std::sqrt((xx - x * x / count) * (yy - y * y / count));
    }
};

/// Enough to tell three digits.
constexpr std::uint64_t most_looked_at = 1'000'000;

}  // namespace

std::vector<std::pair<std::string, double>> values_of_draw(const Uncertainty& proposal, const Drawing& drawing,
                                                           std::uint64_t draw) {
    const Together drawn = together({&proposal}, drawing, processor::best());
    const Blocks blocks(drawn.sample.marginals.size());
    chance::Design(drawn.sample).fill((draw - 1) / chance::block_size, blocks.of);
    std::vector<std::pair<std::string, double>> named;
    for (std::size_t i = 0; i < proposal.inputs.size(); ++i)
        if (const auto position = drawn.drawn.front()[i])
            named.emplace_back(proposal.inputs[i].lever.definition, blocks.of[*position][(draw - 1) % chance::block_size]);
    return named;
}

evaluate::Figures figures_of_draw(const Uncertainty& proposal, const Drawing& drawing, std::uint64_t draw) {
    evaluate::Draws draws;
    for (const auto& [name, value] : values_of_draw(proposal, drawing, draw)) draws[name] = Eigen::ArrayXd::Constant(1, value);
    return evaluate::evaluate(formula::flatten(proposal.plan.book), draws);
}

std::vector<double> realised(const Uncertainty& proposal, const Drawing& drawing) {
    const Together drawn = together({&proposal}, drawing, processor::best());
    const chance::Design design(drawn.sample);
    const Blocks blocks(drawn.sample.marginals.size());
    std::vector<Products> products(proposal.correlations.size());
    const std::uint64_t until = std::min(design.blocks(), most_looked_at / chance::block_size);
    for (std::uint64_t block = 0; block < until; ++block) {
        design.fill_uniforms(block, blocks.of);  // the uniform number of a draw is its rank
        for (std::size_t i = 0; i < products.size(); ++i) {
            const auto first = drawn.drawn.front()[proposal.correlations[i].first];
            const auto second = drawn.drawn.front()[proposal.correlations[i].second];
            if (!first || !second) continue;
            for (int draw = 0; draw < design.count(block); ++draw)
                products[i].add(blocks.of[*first][draw] - 0.5, blocks.of[*second][draw] - 0.5);
        }
    }
    std::vector<double> found;
    for (const Products& each : products) found.push_back(each.correlation());
    return found;
}

}  // namespace provenu::risk
