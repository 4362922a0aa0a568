#include <algorithm>
#include <cmath>
#include <cstddef>

#include "output/picture_head.hpp"
#include "output/scale.hpp"
#include "provenu/output/pictures.hpp"

namespace provenu::output {
namespace {

using report::Chart;
using Kind = Chart::Series::Kind;

constexpr double plot_height = 280;
constexpr double below_plot = 34;  // for the categories
constexpr double widest_column = 56;
constexpr int intervals = 6;

std::vector<double> values_of(const Chart& chart) {
    std::vector<double> values{0};  // an outlay and a gain are told apart by the line of nought
    for (const Chart::Series& series : chart.series) {
        values.insert(values.end(), series.values.begin(), series.values.end());
        values.insert(values.end(), series.upper.begin(), series.upper.end());
    }
    return values;
}

/// Draws one chart: head, axis, series, marks, categories.
class Drawing {
 public:
    Drawing(const Chart& chart, const Look& look)
        : chart_(chart),
          look_(look),
          canvas_(palette(look.in_page)),
          styles_(styles_of(chart, canvas_.palette())),
          scale_(scale_of(values_of(chart), intervals)) {}

    std::string draw() {
        PictureHead head{chart_.caption, {}, chart_.unit};
        for (std::size_t i = 0; i < styles_.size(); ++i) head.legend.push_back({styles_[i], chart_.series[i].label});
        const double top = draw_head(canvas_, head, look_);
        const double left = picture_edge + widest_tick() + 8;
        plot_ = {left, top, look_.width - picture_edge - left, plot_height};
        plot_.y += lacking_above();
        draw_ticks();
        draw_series(Kind::band);
        draw_series(Kind::columns);
        draw_zero();
        draw_lines();
        for (const Chart::Mark& mark : chart_.marks) draw_mark(mark);
        draw_categories();
        return canvas_.document({look_.width, plot_.bottom() + below_plot, chart_.caption, chart_.alternative, look_.in_page});
    }

 private:
    [[nodiscard]] double x(double position) const {
        return plot_.x + plot_.width * (position + 0.5) / static_cast<double>(std::max<std::size_t>(chart_.categories.size(), 1));
    }
    [[nodiscard]] double y(double value) const { return plot_.bottom() - plot_.height * scale_.share(value); }
    /// What the words of the marks need more than there is between them and the top.
    [[nodiscard]] double lacking_above() const {
        constexpr double words_of_mark = 30;
        double lacking = 0;
        for (const Chart::Mark& mark : chart_.marks) lacking = std::max(lacking, words_of_mark - (y(mark.value) - plot_.y));
        return lacking;
    }
    [[nodiscard]] double step() const { return x(1) - x(0); }

    [[nodiscard]] double widest_tick() const {
        double widest = 0;
        for (const double tick : scale_.ticks)
            widest = std::max(widest, width_of(scale_.label(tick, look_.language), axis_letters));
        return widest;
    }

    void draw_ticks() {
        for (const double tick : scale_.ticks) {
            canvas_.line({plot_.x, y(tick)}, {plot_.right(), y(tick)},
                         {{"stroke", canvas_.palette().grid}, {"stroke-width", "1"}});
            canvas_.text({plot_.x - 8, y(tick) + 4}, scale_.label(tick, look_.language),
                         {axis_letters, Anchor::end, canvas_.palette().quiet, false, false});
        }
    }

    void draw_zero() {
        canvas_.line({plot_.x, y(0)}, {plot_.right(), y(0)}, {{"stroke", canvas_.palette().ink}, {"stroke-width", "1.5"}});
    }

    void draw_series(Kind kind) {
        std::size_t among = 0;
        for (std::size_t i = 0; i < styles_.size(); ++i) {
            if (chart_.series[i].kind != kind) continue;
            switch (kind) {
                case Kind::columns:
                    draw_columns(chart_.series[i], styles_[i], among++);
                    break;
                case Kind::band:
                    draw_between(chart_.series[i], styles_[i]);
                    break;
                case Kind::line:
                    break;
            }
        }
    }

    /// The first one on top, which the others are held against.
    void draw_lines() {
        for (std::size_t i = styles_.size(); i-- > 0;)
            if (chart_.series[i].kind == Kind::line) draw_points(chart_.series[i], styles_[i]);
    }

    /// Several series of columns stand side by side in each category.
    void draw_columns(const Chart::Series& series, const SeriesStyle& style, std::size_t among) {
        const auto all = static_cast<double>(
            std::ranges::count_if(chart_.series, [](const Chart::Series& each) { return each.kind == Kind::columns; }));
        const double width = std::min(step() * 0.62, widest_column * all) / all;
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            const double value = series.values[i];
            if (!std::isfinite(value) || value == 0) continue;
            const double left = x(static_cast<double>(i)) - width * all / 2 + width * static_cast<double>(among);
            const double upper = std::min(y(value), y(0));
            draw_column(canvas_, {left, upper, width, std::max(y(value), y(0)) - upper}, style);
        }
    }

    /// Where a year has no value the line is broken.
    void draw_points(const Chart::Series& series, const SeriesStyle& style) {
        std::vector<Point> points;
        for (std::size_t i = 0; i <= series.values.size(); ++i) {
            if (i < series.values.size() && std::isfinite(series.values[i])) {
                points.push_back({x(static_cast<double>(i)), y(series.values[i])});
            } else if (!points.empty()) {
                draw_line(canvas_, points, style);
                points.clear();
            }
        }
    }

    void draw_between(const Chart::Series& series, const SeriesStyle& style) {
        std::vector<Point> outline;
        for (std::size_t i = 0; i < series.upper.size(); ++i) outline.push_back({x(static_cast<double>(i)), y(series.upper[i])});
        for (std::size_t i = series.values.size(); i > 0; --i)
            outline.push_back({x(static_cast<double>(i - 1)), y(series.values[i - 1])});
        draw_band(canvas_, outline, style);
    }

    /// A ring, and its words above it; on the line of nought to the right, where what has turned is below.
    void draw_mark(const Chart::Mark& mark) {
        const Point at{x(mark.position), y(mark.value)};
        canvas_.circle(at, 6, {{"fill", canvas_.palette().paper}, {"stroke", canvas_.palette().ink}, {"stroke-width", "2"}});
        const double width = 1.08 * width_of(mark.words, axis_letters + 1);  // bold
        const double wanted = mark.value == 0 ? at.x + 4 : at.x - width / 2;
        const double left = std::clamp(wanted, plot_.x + 2, std::max(plot_.x + 2, plot_.right() - width));
        canvas_.text({left, at.y - 12}, mark.words, {axis_letters + 1, Anchor::start, canvas_.palette().ink, true, true});
    }

    /// As many as fit side by side, the first among them.
    void draw_categories() {
        double widest = 1;
        for (const std::string& category : chart_.categories) widest = std::max(widest, width_of(category, axis_letters));
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 8) / std::max(step(), 1e-3))));
        for (std::size_t i = 0; i < chart_.categories.size(); i += every)
            canvas_.text({x(static_cast<double>(i)), plot_.bottom() + 20}, chart_.categories[i],
                         {axis_letters, Anchor::middle, canvas_.palette().ink, false, false});
    }

    const Chart& chart_;
    const Look& look_;
    Canvas canvas_;
    std::vector<SeriesStyle> styles_;
    Scale scale_;
    Box plot_;
};

}  // namespace

std::string svg(const Chart& chart, const Look& look) {
    return Drawing(chart, look).draw();
}

}  // namespace provenu::output
