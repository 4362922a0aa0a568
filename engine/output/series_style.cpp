#include "output/series_style.hpp"

#include <array>
#include <utility>

namespace provenu::output {
namespace {

using Kind = report::Chart::Series::Kind;

constexpr std::array<const char*, 5> dashes{"", "7 4", "2 3", "10 3 2 3", "14 4"};
constexpr int forms = 4;
constexpr std::size_t most_marked = 16;  // points of a line; more would hide it

void draw_form(Canvas& canvas, Point at, const SeriesStyle& style) {
    const Attributes look{{"fill", style.color}, {"stroke", canvas.palette().paper}, {"stroke-width", "1.5"}};
    constexpr double half = 4;
    switch (style.form) {
        case 0:
            return canvas.circle(at, half + 0.5, look);
        case 1:
            return canvas.box({at.x - half, at.y - half, 2 * half, 2 * half}, look);
        case 2:
            return canvas.polygon({{at.x, at.y - half - 1}, {at.x + half + 1, at.y + half}, {at.x - half - 1, at.y + half}}, true,
                                  look);
        default:
            return canvas.polygon(
                {{at.x, at.y - half - 1.5}, {at.x + half + 1.5, at.y}, {at.x, at.y + half + 1.5}, {at.x - half - 1.5, at.y}},
                true, look);
    }
}

void draw_stroke(Canvas& canvas, const std::vector<Point>& points, const SeriesStyle& style) {
    Attributes look{{"fill", "none"}, {"stroke", canvas.palette().paper}, {"stroke-width", "5"}, {"stroke-linejoin", "round"}};
    canvas.polygon(points, false, look);
    look[1].second = style.color;
    look[2].second = "2.5";
    if (!style.dashes.empty()) look.emplace_back("stroke-dasharray", style.dashes);
    canvas.polygon(points, false, look);
}

}  // namespace

std::vector<SeriesStyle> styles_of(const report::Chart& chart, const Palette& palette) {
    std::vector<SeriesStyle> styles;
    std::size_t drawn = 0;
    std::size_t lines = 0;
    int bands = 0;
    for (const report::Chart::Series& series : chart.series) {
        SeriesStyle style{series.kind, palette.of(0), "", 0, 0};
        if (series.kind == Kind::band)
            style.depth = 0.14 + 0.16 * bands++;
        else
            style.color = palette.of(drawn++);
        if (series.kind == Kind::line) {
            style.dashes = dashes[lines % dashes.size()];
            style.form = static_cast<int>(lines++) % forms;
        }
        styles.push_back(std::move(style));
    }
    return styles;
}

void draw_line(Canvas& canvas, const std::vector<Point>& points, const SeriesStyle& style) {
    if (points.size() > 1) draw_stroke(canvas, points, style);
    if (points.size() > most_marked) return;
    for (const Point& point : points) draw_form(canvas, point, style);
}

void draw_column(Canvas& canvas, const Box& box, const SeriesStyle& style) {
    canvas.box(box, {{"fill", style.color}});
}

void draw_band(Canvas& canvas, const std::vector<Point>& outline, const SeriesStyle& style) {
    canvas.polygon(
        outline, true,
        {{"fill", style.color}, {"fill-opacity", digits(style.depth)}, {"stroke", style.color}, {"stroke-width", "1"}});
}

void draw_sample(Canvas& canvas, const Box& box, const SeriesStyle& style) {
    const double middle = box.y + box.height / 2;
    switch (style.kind) {
        case Kind::columns:
            return draw_column(canvas, {box.right() - 16, box.y, 16, box.height}, style);
        case Kind::line:
            draw_stroke(canvas, {{box.x, middle}, {box.right(), middle}}, style);
            return draw_form(canvas, {box.x + box.width / 2, middle}, style);
        case Kind::band:
            return draw_band(canvas, {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}},
                             style);
    }
}

}  // namespace provenu::output
