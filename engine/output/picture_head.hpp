#pragma once

#include <string>
#include <vector>

#include "output/canvas.hpp"
#include "output/series_style.hpp"
#include "provenu/output/pictures.hpp"

namespace provenu::output {

constexpr double picture_edge = 10;  ///< pixels free around a picture
constexpr double axis_letters = 12;  ///< size of figures along an axis

/// A series and what it is called.
struct LegendEntry {
    SeriesStyle style;
    std::string label;
};

/// What stands above a picture's plot.
struct PictureHead {
    std::string caption;
    std::vector<LegendEntry> legend;
    std::string unit;
};

/// Draws the caption where one is wanted, the legend in as many rows as it takes, and the unit. \return where the plot may begin
double draw_head(Canvas& canvas, const PictureHead& head, const Look& look);

}  // namespace provenu::output
