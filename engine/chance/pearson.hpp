#pragma once

#include <array>
#include <vector>

namespace provenu::chance {

/// A density f of Pearson's system: f'(y)/f(y) = -(r0 + r1 y)/(p0 + p1 y + p2 y^2). Normal: 1 below and y above; beta: y - y^2
/// below and
/// -(a-1) + (a+b-2) y above.
///
/// Its quantile y(u) solves y'' (p0 + p1 y + p2 y^2) = y'^2 (r0 + r1 y). That holds for y(c + s u) too, so for a part of it.
struct Pearson {
    double p0 = 1, p1 = 0, p2 = 0;
    double r0 = 0, r1 = 1;
};

/// Values at the four nodes of each cell.
using Nodes = std::vector<std::array<double, 4>>;

struct Slope {
    double value = 0;
    double slope = 0;
};

/// The first cell of a side of octaves: its middle.
double first_middle();

/// Values of the quantile at the nodes of every cell of one side (see octaves and cubic_nodes), from value and slope at the first
/// cell's middle, by Taylor's series from cell to cell.
Nodes quantile_nodes(const Pearson& law, Slope start);

}  // namespace provenu::chance
