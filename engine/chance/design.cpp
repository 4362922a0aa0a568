#include "provenu/chance/design.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "chance/copula.hpp"
#include "chance/inverse.hpp"
#include "chance/philox.hpp"
#include "chance/points.hpp"

namespace provenu::chance {

namespace {

/// A marginal ready to be drawn from. Its stream is none where it is certain.
struct Column {
    Distribution distribution;
    Inverse inverse;
    std::optional<std::size_t> stream;
};

/// Streams that are correlated, directly or by others between them, with the rows of the lower factor of their copula.
struct Group {
    std::vector<std::size_t> streams;
    std::vector<std::vector<double>> weights;
    std::vector<std::vector<std::size_t>> columns;  ///< of each stream
};

struct alignas(64) Block : std::array<double, block_values> {};

}  // namespace

struct Design::State {
    Points points;
    const Kernels* kernels = nullptr;
    std::vector<Stream> streams;  ///< in the order of their names
    std::vector<Column> columns;
    std::vector<std::size_t> independent;
    std::vector<Group> groups;

    template <class Take>
    void each_mixed(const Group& group, std::uint64_t block, const std::vector<double*>& out, const Take& take) const;
};

namespace {

using StreamsByName = std::map<std::string, std::size_t>;

StreamsByName streams_of(const Sample& sample) {
    StreamsByName out;
    for (const auto& marginal : sample.marginals) {
        if (!is_certain(marginal.distribution)) out.emplace(marginal.stream, 0);
    }
    std::size_t next = 0;
    for (auto& [name, place] : out) place = next++;
    return out;
}

std::optional<std::size_t> stream_of_marginal(const Marginal& marginal, const StreamsByName& names) {
    if (is_certain(marginal.distribution)) return std::nullopt;
    return names.at(marginal.stream);
}

Stream stream_named(const std::string& name, std::size_t place, Method method) {
    Stream out{stream_of(name), {}};
    if (method == Method::sobol && place < sobol_dimensions()) out.dimension = sobol_dimension(place);
    return out;
}

/// The copula's matrix over all streams.
Eigen::MatrixXd matrix_of(const Sample& sample, const StreamsByName& names) {
    const auto size = static_cast<Eigen::Index>(names.size());
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(size, size);
    for (const auto& one : sample.correlations) {
        const auto first = stream_of_marginal(sample.marginals.at(one.first), names);
        const auto second = stream_of_marginal(sample.marginals.at(one.second), names);
        if (!first || !second || *first == *second) continue;
        const auto row = static_cast<Eigen::Index>(*first);
        const auto column = static_cast<Eigen::Index>(*second);
        matrix(row, column) = matrix(column, row) = parameter_of(one.value);
    }
    return matrix;
}

/// Streams that a chain of correlations ties together, each set in order; those tied to none are left out.
std::vector<std::vector<std::size_t>> tied(const Eigen::MatrixXd& matrix) {
    std::vector<std::vector<std::size_t>> out;
    std::vector<bool> seen(static_cast<std::size_t>(matrix.rows()), false);
    for (std::size_t start = 0; start < seen.size(); ++start) {
        if (seen[start]) continue;
        std::vector<std::size_t> found{start};
        seen[start] = true;
        for (std::size_t next = 0; next < found.size(); ++next) {
            for (std::size_t other = 0; other < seen.size(); ++other) {
                if (seen[other] || matrix(static_cast<Eigen::Index>(found[next]), static_cast<Eigen::Index>(other)) == 0)
                    continue;
                seen[other] = true;
                found.push_back(other);
            }
        }
        std::sort(found.begin(), found.end());
        if (found.size() > 1) out.push_back(found);
    }
    return out;
}

Group group_of(const std::vector<std::size_t>& streams, const Eigen::MatrixXd& matrix) {
    const std::vector<Eigen::Index> places(streams.begin(), streams.end());
    const Eigen::MatrixXd lower = lower_factor(matrix(places, places));
    Group out{streams, {}, std::vector<std::vector<std::size_t>>(streams.size())};
    for (Eigen::Index row = 0; row < lower.rows(); ++row) {
        auto& weights = out.weights.emplace_back();
        for (Eigen::Index column = 0; column <= row; ++column) weights.push_back(lower(row, column));
    }
    return out;
}

/// The group and the place in it of each stream that is in one.
std::map<std::size_t, std::pair<std::size_t, std::size_t>> places_in(const std::vector<Group>& groups) {
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> out;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (std::size_t place = 0; place < groups[group].streams.size(); ++place) {
            out[groups[group].streams[place]] = {group, place};
        }
    }
    return out;
}

}  // namespace

/// Gives the mixed normal numbers of each stream of a group, the last first: the arrays of `out` hold the others meanwhile.
template <class Take>
void Design::State::each_mixed(const Group& group, std::uint64_t block, const std::vector<double*>& out, const Take& take) const {
    Block buffer;
    std::vector<const double*> parts;
    for (std::size_t place = 0; place < group.streams.size(); ++place) {
        fill_uniform(points, streams[group.streams[place]], block, *kernels, buffer.data());
        double* z = out[group.columns[place].front()];
        to_normal(*kernels, buffer.data(), z);
        parts.push_back(z);
    }
    for (std::size_t place = group.streams.size(); place-- > 0;) {
        kernels->mix({group.weights[place].data(), parts.data(), static_cast<int>(place) + 1}, buffer.data());
        for (const auto column : group.columns[place]) take(columns[column], buffer.data(), out[column]);
    }
}

Design::Design(const Sample& sample) : state_(std::make_unique<State>()) {
    auto& state = *state_;
    state.kernels = &kernels(sample.instructions);
    state.points = {sample.method, sample.seed, extent_of(sample)};
    const auto names = streams_of(sample);
    for (const auto& [name, place] : names) state.streams.push_back(stream_named(name, place, sample.method));
    if (!sample.correlations.empty()) {
        const auto matrix = matrix_of(sample, names);
        for (const auto& streams : tied(matrix)) state.groups.push_back(group_of(streams, matrix));
    }
    const auto places = places_in(state.groups);
    for (std::size_t i = 0; i < sample.marginals.size(); ++i) {
        const auto& marginal = sample.marginals[i];
        const auto stream = stream_of_marginal(marginal, names);
        const auto place = stream ? places.find(*stream) : places.end();
        const bool correlated = place != places.end();
        state.columns.push_back({marginal.distribution,
                                 correlated ? from_normal(marginal.distribution, *state.kernels)
                                            : from_uniform(marginal.distribution, *state.kernels),
                                 stream});
        if (correlated) {
            state.groups[place->second.first].columns[place->second.second].push_back(i);
        } else {
            state.independent.push_back(i);
        }
    }
}

Design::~Design() = default;
Design::Design(Design&&) noexcept = default;
Design& Design::operator=(Design&&) noexcept = default;

int Design::replicates() const {
    return state_->points.extent.replicates;
}
std::uint64_t Design::blocks() const {
    return blocks_of(state_->points.extent);
}
int Design::count(std::uint64_t block) const {
    return count_of(state_->points.extent, block);
}

void Design::fill(std::uint64_t block, const std::vector<double*>& out) const {
    const auto& state = *state_;
    Block u;
    for (const auto i : state.independent) {
        const auto& column = state.columns[i];
        if (column.stream) fill_uniform(state.points, state.streams[*column.stream], block, *state.kernels, u.data());
        apply(column.inverse, column.distribution, *state.kernels, {u.data(), out[i]});
    }
    for (const auto& group : state.groups) {
        state.each_mixed(group, block, out, [&](const Column& column, double* z, double* values) {
            apply(column.inverse, column.distribution, *state.kernels, {z, values});
        });
    }
}

void Design::fill_uniforms(std::uint64_t block, const std::vector<double*>& out) const {
    const auto& state = *state_;
    for (const auto i : state.independent) {
        const auto& column = state.columns[i];
        if (!column.stream) {
            std::fill_n(out[i], block_values, 0.5);
            continue;
        }
        fill_uniform(state.points, state.streams[*column.stream], block, *state.kernels, out[i]);
        if (const auto* observed = std::get_if<ByPosition>(&column.inverse)) ranks_of_positions(*observed, out[i]);
    }
    for (const auto& group : state.groups) {
        state.each_mixed(group, block, out, [&](const Column&, double* z, double* u) { to_uniform(*state.kernels, z, u); });
    }
}

}  // namespace provenu::chance
