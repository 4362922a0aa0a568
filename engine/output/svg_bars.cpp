#include <algorithm>
#include <cmath>

#include "output/picture_head.hpp"
#include "output/scale.hpp"
#include "provenu/output/pictures.hpp"

namespace provenu::output {
namespace {

using report::Bars;

constexpr double letters = 13;
constexpr double line_height = 17;
constexpr double bar_height = 18;
constexpr double between = 12;
constexpr double behind = 8;  // between a bar and its words

/// The two parts of a bar that is parted by the marked line, and a bar that is not: full and light.
SeriesStyle full(const Palette& palette) {
    return {report::Chart::Series::Kind::columns, palette.of(0), "", 0, 0};
}
SeriesStyle light(const Palette& palette) {
    return {report::Chart::Series::Kind::band, palette.of(1), "", 0, 0.25};
}

SeriesStyle neutral(const Palette& palette) {
    return {report::Chart::Series::Kind::columns, palette.of(7), "", 0, 0};
}

/// Draws bars one under the other: labels to the left, words behind, figures below.
class Drawing {
 public:
    Drawing(const Bars& bars, const Look& look)
        : bars_(bars), look_(look), canvas_(palette(look.in_page)), scale_(scale_of(values(), look.width < 500 ? 3 : 6)) {}

    std::string draw() {
        PictureHead head{bars_.caption, {}, bars_.unit};
        if (is_parted()) head.legend = {{full(canvas_.palette()), bars_.from_name}, {light(canvas_.palette()), bars_.to_name}};
        const double top = draw_head(canvas_, head, look_);
        lay_out(top);
        draw_ticks();
        double y = top;
        for (std::size_t i = 0; i < bars_.bars.size(); ++i) y = draw_row(i, y);
        draw_marked();
        const double bottom = draw_notes(plot_.bottom() + 24);
        return canvas_.document({look_.width, bottom + 8, bars_.caption, bars_.alternative, look_.in_page});
    }

 private:
    [[nodiscard]] std::vector<double> values() const {
        std::vector<double> values;
        for (const Bars::Bar& bar : bars_.bars) values.insert(values.end(), {bar.from, bar.to});
        if (bars_.line) values.push_back(*bars_.line);
        return values;
    }
    [[nodiscard]] bool is_parted() const { return bars_.line.has_value() && !bars_.from_name.empty(); }

    /// Labels take at most two fifths of the width, what is behind the bars what it needs.
    void lay_out(double top) {
        const double most = look_.width * 0.4;
        double widest = 0;
        double words = 0;
        for (const Bars::Bar& bar : bars_.bars) {
            labels_.push_back(lines_in(bar.label, {most, letters}));
            for (const std::string& line : labels_.back()) widest = std::max(widest, width_of(line, letters));
            words = std::max(words, width_of(bar.words, letters));
        }
        double height = between / 2;
        for (const auto& label : labels_) height += row_height(label);
        const double left = picture_edge + widest + 12;
        const double right = look_.width - picture_edge - (words > 0 ? words + behind : 12);
        plot_ = {left, top, std::max(right - left, 40.0), height};
    }

    static double row_height(const std::vector<std::string>& label) {
        return std::max(bar_height, line_height * static_cast<double>(label.size())) + between;
    }
    [[nodiscard]] double x(double value) const { return plot_.x + plot_.width * scale_.share(value); }

    /// Round values that find room beside the one before.
    void draw_ticks() {
        double free = -1;
        for (const double tick : scale_.ticks) {
            canvas_.line({x(tick), plot_.y}, {x(tick), plot_.bottom()},
                         {{"stroke", tick == 0 ? canvas_.palette().quiet : canvas_.palette().grid}, {"stroke-width", "1"}});
            const std::string label = scale_.label(tick, look_.language);
            const double half = width_of(label, axis_letters) / 2;
            if (x(tick) - half < free) continue;
            canvas_.text({x(tick), plot_.bottom() + 18}, label,
                         {axis_letters, Anchor::middle, canvas_.palette().quiet, false, false});
            free = x(tick) + half + 8;
        }
    }

    double draw_row(std::size_t at, double y) {
        const Bars::Bar& bar = bars_.bars[at];
        const double height = row_height(labels_[at]);
        const double middle = y + (height + between) / 2 - between / 4;
        double line = middle - line_height * static_cast<double>(labels_[at].size()) / 2 - 4;
        for (const std::string& words : labels_[at])
            canvas_.text({plot_.x - 12, line += line_height}, words, {letters, Anchor::end, canvas_.palette().ink, false, false});
        if (is_parted() && bar.from == *bars_.line) {  // not from a low to a high
            draw_part({bar.from, bar.to}, middle, neutral(canvas_.palette()));
        } else if (is_parted()) {
            draw_part({*bars_.line, bar.from}, middle, full(canvas_.palette()));
            draw_part({*bars_.line, bar.to}, middle, light(canvas_.palette()));
        } else {
            draw_part({bar.from, bar.to}, middle, full(canvas_.palette()));
        }
        if (!bar.words.empty())
            canvas_.text({std::max(x(bar.from), x(bar.to)) + behind, middle + 5}, bar.words,
                         {letters, Anchor::start, canvas_.palette().ink, false, true});
        return y + height;
    }

    void draw_part(std::pair<double, double> ends, double middle, const SeriesStyle& style) {
        const double left = std::min(x(ends.first), x(ends.second));
        const double right = std::max(x(ends.first), x(ends.second));
        if (!(right > left)) return;
        const Box box{left, middle - bar_height / 2, right - left, bar_height};
        if (style.kind == report::Chart::Series::Kind::band)
            draw_band(canvas_, {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}}, style);
        else
            draw_column(canvas_, box, style);
    }

    /// A page says them under its caption.
    double draw_notes(double y) {
        if (look_.in_page) return y;
        for (const std::string& note : bars_.notes)
            for (const std::string& line : lines_in(note, {look_.width - 2 * picture_edge, axis_letters}))
                canvas_.text({picture_edge, y += line_height}, line,
                             {axis_letters, Anchor::start, canvas_.palette().quiet, false, false});
        return y;
    }

    void draw_marked() {
        if (!bars_.line || !std::isfinite(*bars_.line)) return;
        canvas_.line({x(*bars_.line), plot_.y - 4}, {x(*bars_.line), plot_.bottom()},
                     {{"stroke", canvas_.palette().ink}, {"stroke-width", "2"}});
    }

    const Bars& bars_;
    const Look& look_;
    Canvas canvas_;
    Scale scale_;
    std::vector<std::vector<std::string>> labels_;
    Box plot_;
};

}  // namespace

std::string svg(const Bars& bars, const Look& look) {
    return Drawing(bars, look).draw();
}

}  // namespace provenu::output
