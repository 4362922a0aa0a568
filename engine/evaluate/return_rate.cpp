#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"

namespace provenu::evaluate {
namespace {

using Polynomial = std::vector<double>;  ///< coefficients from the constant on

double value(const Polynomial& polynomial, double x) {
    double sum = 0;
    for (auto coefficient = polynomial.rbegin(); coefficient != polynomial.rend(); ++coefficient) sum = sum * x + *coefficient;
    return sum;
}

Polynomial derivative(const Polynomial& polynomial) {
    Polynomial slope;
    for (std::size_t power = 1; power < polynomial.size(); ++power)
        slope.push_back(polynomial[power] * static_cast<double>(power));
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

/// Changes of sign in (0, 1]: between two neighbouring extremes there is at most one.
std::vector<double> roots_in_unit(const Polynomial& polynomial) {
    if (polynomial.size() < 2) return {};
    std::vector<double> points = roots_in_unit(derivative(polynomial));
    points.insert(points.begin(), 0.0);
    points.push_back(1.0);
    std::vector<double> roots;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double left = value(polynomial, points[i]);
        const double right = value(polynomial, points[i + 1]);
        if (right == 0 && points[i + 1] > 0)
            roots.push_back(points[i + 1]);
        else if (left != 0 && (left < 0) != (right < 0))
            roots.push_back(bisect(polynomial, points[i], points[i + 1]));
    }
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    return roots;
}

/// Rates in (-1, inf) at which the flow's present value is zero. With x = 1/(1+r) the value is a polynomial; x in (0, 1] are the
/// rates from 0 up, and reversing the coefficients brings x > 1 into (0, 1).
std::vector<double> rates(std::span<const double> flow) {
    Polynomial coefficients(flow.begin(), flow.end());
    while (!coefficients.empty() && coefficients.back() == 0) coefficients.pop_back();
    const auto first = std::ranges::find_if(coefficients, [](double value) { return value != 0; });
    coefficients.erase(coefficients.begin(), first);
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
