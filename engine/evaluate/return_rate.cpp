#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"

namespace provenu::evaluate {
namespace {

using Polynomial = std::vector<double>;  ///< coefficients from the constant on

/// Flows this much smaller than the greatest are binary noise, and so is the value of a polynomial this near to nought.
constexpr double flow_noise = 1e-10;
constexpr double value_noise = 1e-13;

double value(const Polynomial& polynomial, double x) {
    double sum = 0;
    for (auto coefficient = polynomial.rbegin(); coefficient != polynomial.rend(); ++coefficient) sum = sum * x + *coefficient;
    return sum;
}

/// The sign of the value, 0 within noise of the terms that cancel (0 <= x).
int sign(const Polynomial& polynomial, double x) {
    double size = 0;
    for (auto term = polynomial.rbegin(); term != polynomial.rend(); ++term) size = size * x + std::abs(*term);
    const double found = value(polynomial, x);
    if (std::abs(found) <= value_noise * size) return 0;
    return found < 0 ? -1 : 1;
}

/// The slope, made smaller by the degree: only its sign is asked for, and the factorials of a long flow grow out of bounds.
Polynomial slope_of(const Polynomial& polynomial) {
    Polynomial slope;
    const auto degree = static_cast<double>(polynomial.size() - 1);
    for (std::size_t power = 1; power < polynomial.size(); ++power)
        slope.push_back(polynomial[power] * (static_cast<double>(power) / degree));
    return slope;
}

/// Where the polynomial changes sign between two points that have different signs, to the last bits.
double bisect(const Polynomial& polynomial, double low, double high) {
    const bool rising = value(polynomial, low) < 0;
    for (int step = 0; step < 200 && low < high; ++step) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high) break;
        ((value(polynomial, middle) < 0) == rising ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// Roots in (0, 1], each once: between two neighbouring extremes there is at most one, and a double one is an extreme.
std::vector<double> roots_in_unit(const Polynomial& polynomial) {
    if (polynomial.size() < 2) return {};
    std::vector<double> points = roots_in_unit(slope_of(polynomial));
    points.insert(points.begin(), 0.0);
    if (points.back() < 1) points.push_back(1.0);
    std::vector<double> roots;
    int before = sign(polynomial, 0);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const int after = sign(polynomial, points[i]);
        if (after == 0)
            roots.push_back(points[i]);
        else if (before * after < 0)
            roots.push_back(bisect(polynomial, points[i - 1], points[i]));
        before = after;
    }
    return roots;
}

/// The flow without the noughts at its ends.
Polynomial trimmed(std::span<const double> flow) {
    double greatest = 0;
    for (const double each : flow) greatest = std::max(greatest, std::abs(each));
    const auto counts = [greatest](double each) { return std::abs(each) > greatest * flow_noise; };
    const auto first = std::ranges::find_if(flow, counts);
    auto last = flow.end();
    while (last != first && !counts(*(last - 1))) --last;
    return {first, last};
}

/// Rates in (-1, inf) at which the flow's present value is zero. With x = 1/(1+r) the value is a polynomial; x in (0, 1] are the
/// rates from 0 up, and reversing the coefficients brings x > 1 into (0, 1).
std::vector<double> rates(std::span<const double> flow) {
    Polynomial coefficients = trimmed(flow);
    std::vector<double> found;
    for (double x : roots_in_unit(coefficients)) found.push_back(1 / x - 1);
    std::ranges::reverse(coefficients);
    for (double z : roots_in_unit(coefficients))
        if (z < 1) found.push_back(z - 1);
    return found;
}

}  // namespace

double return_rate(formula::ReturnRate::Ask ask, std::span<const double> flow) {
    const std::vector<double> found = rates(flow);
    if (ask == formula::ReturnRate::Ask::count) return static_cast<double>(found.size());
    return found.size() == 1 ? found.front() : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace provenu::evaluate
