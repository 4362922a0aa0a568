#include "risk/threshold.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "risk/goal.hpp"

namespace provenu::risk {
namespace {

using State = Threshold::State;

/// Multiples of the base that show whether a straight line goes through all.
constexpr std::array<double, 9> probes{0, 0.25, 0.5, 0.75, 1, 1.5, 2, 5, reach};

std::vector<double> few(double base) {
    std::vector<double> values;
    for (const double times : probes) values.push_back((base == 0 ? 1 : base) * times);
    return values;
}

/// Values to look at where it does not: fine up to twice the base, coarse from there to `reach` times.
std::vector<double> grid(double base) {
    const double unit = base == 0 ? 1 : base;
    std::vector<double> values;
    for (int i = 0; i <= 80; ++i) values.push_back(unit * i / 40);
    for (double times = 2.25; times <= reach; times += 0.25) values.push_back(unit * times);
    if (unit < 0) std::ranges::reverse(values);
    return values;
}

/// What the goal lacks by value of the lever.
struct Curve {
    std::vector<double> values;
    std::vector<double> lacks;
};

class Search {
 public:
    Search(const Response& response, const Lever& lever, const Goal& goal)
        : response_(response), lever_(lever), goal_(goal), noise_(noise(response.base())) {}

    [[nodiscard]] Curve curve(std::vector<double> values) const {
        Curve curve{std::move(values), {}};
        const auto figures = response_.at(lever_.definition, curve.values);
        for (std::size_t i = 0; i < curve.values.size(); ++i) curve.lacks.push_back(lack(goal_, figures, static_cast<int>(i)));
        return curve;
    }

    [[nodiscard]] double lack_at(double value) const { return lack(goal_, response_.at(lever_.definition, {value})); }
    [[nodiscard]] bool reached(double lack) const { return lack <= noise_; }

    [[nodiscard]] bool is_flat(const Curve& curve) const {
        return std::ranges::all_of(curve.lacks, [&](double each) { return std::abs(each - curve.lacks.front()) <= noise_; });
    }

    /// Lack by value, if all points lie on one line.
    [[nodiscard]] bool is_linear(const Curve& curve) const {
        const double slope = slope_of(curve);
        for (std::size_t i = 0; i < curve.values.size(); ++i) {
            const double expected = curve.lacks.front() + slope * (curve.values[i] - curve.values.front());
            if (!(std::abs(curve.lacks[i] - expected) <= noise_ + 1e-10 * std::abs(expected))) return false;
        }
        return true;
    }

    static double slope_of(const Curve& curve) {
        return (curve.lacks.back() - curve.lacks.front()) / (curve.values.back() - curve.values.front());
    }

    /// Where the goal changes between two neighbours, by Alefeld, Potra and Shi's algorithm 748; none where it jumps over zero at
    /// a pole.
    [[nodiscard]] std::optional<double> between(double low, double high) const {
        const auto margin = [this](double value) { return lack_at(value) - noise_; };
        std::uintmax_t steps = 200;
        const auto [left, right] = boost::math::tools::toms748_solve(margin, low, high, margin(low), margin(high),
                                                                     boost::math::tools::eps_tolerance<double>(50), steps);
        const double least = std::min(std::abs(margin(left)), std::abs(margin(right)));
        const bool pole = goal_.kind == Goal::Kind::sum && least > 1e6 * noise_;
        return pole ? std::nullopt : std::optional((left + right) / 2);
    }

 private:
    const Response& response_;
    const Lever& lever_;
    Goal goal_;
    double noise_;
};

std::vector<double> crossings(const Search& search, const Curve& curve) {
    std::vector<double> found;
    for (std::size_t i = 1; i < curve.values.size(); ++i) {
        if (!std::isfinite(curve.lacks[i - 1]) || !std::isfinite(curve.lacks[i])) continue;
        if (search.reached(curve.lacks[i - 1]) == search.reached(curve.lacks[i])) continue;
        if (const auto at = search.between(curve.values[i - 1], curve.values[i])) found.push_back(*at);
    }
    return found;
}

/// The root of a straight line, if it lies on the base's side of zero.
std::vector<double> root(const Curve& curve, double base) {
    const double at = curve.values.front() - curve.lacks.front() / Search::slope_of(curve);
    if (base != 0 && at / base < 0) return {};
    return {at};
}

double nearest(const std::vector<double>& values, double base) {
    return *std::ranges::min_element(values, {}, [base](double each) { return std::abs(each - base); });
}

bool is_nought(double value, double base) {
    return base != 0 && std::abs(value) <= 1e-9 * std::abs(base);
}

/// On which side of the crossing the goal is reached, and whether for good.
void look_around(const Response& response, const Lever& lever, const Goal& goal, double base, Threshold& found) {
    const double step = 1e-4 * (base == 0 ? 1 : std::abs(base));
    const auto figures = response.at(lever.definition, {found.switching - step, found.switching + step});
    found.holds_above = lack(goal, figures, 1) < lack(goal, figures, 0);
    found.for_good = highest_after(figures, goal.years, found.holds_above ? 1 : 0) <= noise(response.base());
}

}  // namespace

Threshold threshold(const Response& response, const Lever& lever, double base, const Goal& goal) {
    const Search search(response, lever, goal);
    Curve curve = search.curve(few(base));
    Threshold found;
    const double at_base = lack(goal, response.base());
    found.holds_at_base = search.reached(at_base);
    found.for_good = search.reached(highest_after(response.base(), goal.years));
    found.linear = search.is_linear(curve);
    if (!found.linear) curve = search.curve(grid(base));
    if (search.is_flat(curve)) return found;
    found.crossings = found.linear ? root(curve, base) : crossings(search, curve);
    if (found.crossings.empty()) {
        found.state = found.holds_at_base ? State::always : State::never;
        return found;
    }
    found.state = State::crosses;
    found.switching = nearest(found.crossings, base);
    look_around(response, lever, goal, base, found);
    if (found.holds_at_base && is_nought(found.switching, base)) found.state = State::always;  // any part of it will do
    return found;
}

}  // namespace provenu::risk
