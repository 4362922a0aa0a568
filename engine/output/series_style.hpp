#pragma once

#include <string>
#include <vector>

#include "output/canvas.hpp"
#include "provenu/report/document.hpp"

namespace provenu::output {

/// How one series is told from the others: by colour, and without colours by dashes and by the form of its points.
struct SeriesStyle {
    report::Chart::Series::Kind kind = report::Chart::Series::Kind::line;
    std::string color;
    std::string dashes;  ///< as of `stroke-dasharray`; empty: an unbroken line
    int form = 0;        ///< of its points
    double depth = 0;    ///< of a band: how much it covers
};
std::vector<SeriesStyle> styles_of(const report::Chart& chart, const Palette& palette);

/// A line through points, kept clear of what lies under it, with a form on each point.
void draw_line(Canvas& canvas, const std::vector<Point>& points, const SeriesStyle& style);
void draw_column(Canvas& canvas, const Box& box, const SeriesStyle& style);
/// \param outline along the upper edge and back along the lower
void draw_band(Canvas& canvas, const std::vector<Point>& outline, const SeriesStyle& style);

/// What a series looks like, for a legend, in a box of about 26 x 12.
void draw_sample(Canvas& canvas, const Box& box, const SeriesStyle& style);

}  // namespace provenu::output
