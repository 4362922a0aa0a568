#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace provenu::output {

/// Pixels from the picture's upper left corner.
struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

/// Attributes of an element besides where it is: name and value.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Colours by what they are for: of a page (`var(--ink)`), or plain.
struct Palette {
    std::string ink;
    std::string quiet;
    std::string grid;
    std::string paper;
    std::vector<std::string> series;

    [[nodiscard]] const std::string& of(std::size_t series_at) const { return series[series_at % series.size()]; }
};
Palette palette(bool in_page);

enum class Anchor { start, middle, end };

struct Lettering {
    double size = 12;
    Anchor anchor = Anchor::start;
    std::string color;
    bool bold = false;
    bool haloed = false;  ///< kept clear of what it stands on
};

/// About how many pixels a text takes; letters of a sans serif.
double width_of(std::string_view text, double size);

/// The text in lines that are at most so wide, broken between words.
struct Room {
    double width = 0;
    double size = 12;
};
std::vector<std::string> lines_in(const std::string& text, const Room& room);

/// A coordinate with at most two decimals.
std::string digits(double pixels);

/// Puts elements one after the other.
class Canvas {
 public:
    explicit Canvas(Palette palette) : palette_(std::move(palette)) {}

    [[nodiscard]] const Palette& palette() const { return palette_; }
    void line(Point from, Point to, const Attributes& attributes);
    void box(const Box& box, const Attributes& attributes);
    void circle(Point centre, double radius, const Attributes& attributes);
    /// From point to point; `closed` back to the first.
    void polygon(const std::vector<Point>& points, bool closed, const Attributes& attributes);
    void text(Point at, std::string_view words, const Lettering& lettering);

    /// The elements as a document of its own, or to stand in a page.
    struct Frame {
        double width = 0;
        double height = 0;
        std::string title;
        std::string description;
        bool in_page = false;
    };
    [[nodiscard]] std::string document(const Frame& frame) const;

 private:
    void element(std::string_view name, const Attributes& place, const Attributes& attributes);

    Palette palette_;
    std::string out_;
};

}  // namespace provenu::output
