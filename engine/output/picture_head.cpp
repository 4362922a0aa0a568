#include "output/picture_head.hpp"

#include <algorithm>

namespace provenu::output {
namespace {

constexpr double caption_letters = 15;
constexpr double legend_letters = 13;
constexpr double row_height = 19;
constexpr double sample_width = 26;
constexpr double between = 22;  // entries in one row

double draw_caption(Canvas& canvas, const std::string& caption, double width) {
    double y = picture_edge;
    for (const std::string& line : lines_in(caption, {width - 2 * picture_edge, caption_letters}))
        canvas.text({picture_edge, y += 20}, line, {caption_letters, Anchor::start, canvas.palette().ink, true, false});
    return y;
}

/// Entries flow from left to right; one too wide for what is left of a row begins the next.
double draw_legend(Canvas& canvas, const std::vector<LegendEntry>& legend, Point at, double width) {
    const double room = width - 2 * picture_edge - sample_width - 8;
    double x = at.x;
    double lowest = at.y;
    for (const LegendEntry& entry : legend) {
        const auto lines = lines_in(entry.label, {room, legend_letters});
        double widest = 0;
        for (const std::string& line : lines) widest = std::max(widest, width_of(line, legend_letters));
        if (x > at.x && x + sample_width + 8 + widest > width - picture_edge) {
            x = at.x;
            at.y = lowest;
        }
        draw_sample(canvas, {x, at.y + 5, sample_width, 11}, entry.style);
        double y = at.y - 4;
        for (const std::string& line : lines)
            canvas.text({x + sample_width + 8, y += row_height}, line,
                        {legend_letters, Anchor::start, canvas.palette().ink, false, false});
        lowest = std::max(lowest, y + 4);
        x += sample_width + 8 + widest + between;
    }
    return lowest;
}

}  // namespace

double draw_head(Canvas& canvas, const PictureHead& head, const Look& look) {
    double y = look.with_caption && !head.caption.empty() ? draw_caption(canvas, head.caption, look.width) + 8 : 4;
    if (!head.legend.empty()) y = draw_legend(canvas, head.legend, {picture_edge, y}, look.width) + 4;
    for (const std::string& line : lines_in(head.unit, {look.width - 2 * picture_edge, axis_letters}))
        if (!line.empty())
            canvas.text({picture_edge, y += 17}, line, {axis_letters, Anchor::start, canvas.palette().quiet, false, false});
    return y + 14;
}

}  // namespace provenu::output
