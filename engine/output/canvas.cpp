#include "output/canvas.hpp"

#include <fmt/format.h>

#include <cmath>

#include "output/lettering.hpp"
#include "output/markup.hpp"

namespace provenu::output {
namespace {

constexpr const char* letters = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/// Of an em; as Arial has them, in a few classes.
double width_of(char letter) {
    constexpr std::string_view narrow = " .,:;'|ijlI!()[]ft-/";
    constexpr std::string_view wide = "mwMW%@";
    if (narrow.find(letter) != std::string_view::npos) return 0.31;
    if (wide.find(letter) != std::string_view::npos) return 0.87;
    return letter >= 'A' && letter <= 'Z' ? 0.69 : 0.56;
}

bool goes_on(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

const char* name(Anchor anchor) {
    switch (anchor) {
        case Anchor::start:
            return "start";
        case Anchor::middle:
            return "middle";
        case Anchor::end:
            break;
    }
    return "end";
}

}  // namespace

Palette palette(bool in_page) {
    if (!in_page)
        return {"#1b2430",
                "#56606c",
                "#d9dee4",
                "#ffffff",
                {"#2f6ea5", "#b3500f", "#2c7a51", "#7a4aa5", "#a8324e", "#0d7a86", "#7d6300", "#56606c"}};
    Palette palette{"var(--ink)", "var(--quiet)", "var(--grid)", "var(--paper)", {}};
    for (int i = 1; i <= 8; ++i) palette.series.push_back(fmt::format("var(--chart-{})", i));
    return palette;
}

double width_of(std::string_view text, double size) {
    double ems = 0;
    for (const char letter : text)
        if (!goes_on(letter)) ems += width_of(letter);
    return ems * size;
}

std::vector<std::string> lines_in(const std::string& text, const Room& room) {
    std::vector<std::string> lines{""};
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        const std::string word(rest.substr(0, blank));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
        const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (lines.back().empty() || width_of(longer, room.size) <= room.width)
            lines.back() = longer;
        else
            lines.push_back(word);
    }
    return lines;
}

std::string digits(double pixels) {
    std::string text = fmt::format("{:.2f}", std::round(pixels * 100) / 100 + 0.0);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

void Canvas::element(std::string_view name, const Attributes& place, const Attributes& attributes) {
    out_ += fmt::format("<{}", name);
    for (const Attributes* each : {&place, &attributes})
        for (const auto& [key, value] : *each) out_ += fmt::format(" {}=\"{}\"", key, value);
    out_ += "/>\n";
}

void Canvas::line(Point from, Point to, const Attributes& attributes) {
    element("line", {{"x1", digits(from.x)}, {"y1", digits(from.y)}, {"x2", digits(to.x)}, {"y2", digits(to.y)}}, attributes);
}

void Canvas::box(const Box& box, const Attributes& attributes) {
    element("rect", {{"x", digits(box.x)}, {"y", digits(box.y)}, {"width", digits(box.width)}, {"height", digits(box.height)}},
            attributes);
}

void Canvas::circle(Point centre, double radius, const Attributes& attributes) {
    element("circle", {{"cx", digits(centre.x)}, {"cy", digits(centre.y)}, {"r", digits(radius)}}, attributes);
}

void Canvas::polygon(const std::vector<Point>& points, bool closed, const Attributes& attributes) {
    std::string places;
    for (const Point& point : points) places += (places.empty() ? "" : " ") + digits(point.x) + "," + digits(point.y);
    element(closed ? "polygon" : "polyline", {{"points", places}}, attributes);
}

void Canvas::text(Point at, std::string_view words, const Lettering& lettering) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"", digits(at.x), digits(at.y),
                        digits(lettering.size), name(lettering.anchor), lettering.color);
    if (lettering.bold) out_ += " font-weight=\"600\"";
    if (lettering.haloed)
        out_ += fmt::format(" stroke=\"{}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"", palette_.paper);
    out_ += ">" + in_markup(words) + "</text>\n";
}

std::string Canvas::document(const Frame& frame) const {
    const std::string place =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" font-family=\"{}\"",
                    digits(frame.width), digits(frame.height), letters);
    // A page shows a title when the mouse rests on it, over the picture; a label it does not.
    if (frame.in_page)
        return place + " aria-label=\"" + in_markup(frame.title.empty() ? frame.description : frame.title) + "\">\n" + out_ +
               "</svg>\n";
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + place;
    out += fmt::format(" width=\"{}\" height=\"{}\">\n", digits(frame.width), digits(frame.height));
    out += "<title>" + in_markup(frame.title) + "</title>\n";
    out += "<desc>" + in_markup(frame.description) + "</desc>\n";
    out += fmt::format("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n", palette_.paper);
    return out + out_ + "</svg>\n";
}

}  // namespace provenu::output
