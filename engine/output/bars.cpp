#include <algorithm>
#include <cmath>
#include <limits>

#include "output/lettering.hpp"

namespace provenu::output {
namespace {

using report::Bars;

constexpr int longest = 50;  // characters of a bar over the whole scale
constexpr std::size_t widest_label = 36;
constexpr std::size_t widest_note = 100;

/// Values between which the bars lie, the marked line among them; what is not finite lies at an end.
struct Scale {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] int position(double value) const {
        if (!(high > low)) return 0;
        return static_cast<int>(std::lround(std::clamp((value - low) / (high - low), 0.0, 1.0) * longest));
    }
};

Scale scale_of(const Bars& bars) {
    Scale scale;
    for (const Bars::Bar& bar : bars.bars) {
        scale.take(bar.from);
        scale.take(bar.to);
    }
    if (bars.line) scale.take(*bars.line);
    return scale;
}

std::string drawn(const Bars::Bar& bar, const Scale& scale, std::optional<double> line) {
    const int from = scale.position(std::min(bar.from, bar.to));
    const int to = scale.position(std::max(bar.from, bar.to));
    const int marked = line ? scale.position(*line) : -1;
    std::string out;
    for (int at = 0; at <= longest; ++at) {
        const bool filled = at >= from && at < std::max(to, bar.from == bar.to ? from : from + 1);
        out += at == marked ? "│" : filled ? "█" : " ";
    }
    return out;
}

}  // namespace

std::string drawn(const Bars& bars) {
    std::string out;
    if (!bars.caption.empty()) out += on_one_line(bars.caption) + "\n\n";
    const Scale scale = scale_of(bars);
    std::size_t labels = 0;
    for (const Bars::Bar& bar : bars.bars) labels = std::max(labels, std::min(width(on_one_line(bar.label)), widest_label));
    for (const Bars::Bar& bar : bars.bars) {
        const std::vector<std::string> label = wrap(on_one_line(bar.label), widest_label);
        for (std::size_t i = 0; i + 1 < label.size(); ++i) out += label[i] + "\n";
        std::string line = filled(label.back(), labels, report::Column::Align::left) + "  " + drawn(bar, scale, bars.line) +
                           "  " + on_one_line(bar.words);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    for (const std::string& note : bars.notes)
        for (const std::string& line : wrap(on_one_line(note), widest_note)) out += line + "\n";
    return out;
}

}  // namespace provenu::output
