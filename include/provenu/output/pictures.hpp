#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// How a picture is drawn.
struct Look {
    wording::Language language = wording::Language::danish;
    double width = 720;  ///< pixels; a phone's is 360
    /// Inside a page: in the page's colours (`var(--chart-1)`), light or dark, without a background; else a file of its own.
    bool in_page = false;
    bool with_caption = true;  ///< at its top; it is the picture's title in any case
};

/// A drawing as SVG: with a title and a description for those who do not see it, figures along the axis as the language writes
/// them, series told apart by form as well as by colour. The same bytes each time.
std::string svg(const report::Chart& chart, const Look& look);
std::string svg(const report::Bars& bars, const Look& look);

/// The drawing as PNG, twice as many pixels each way; by `rsvg-convert`, which need not be installed (see convert).
diag::Result<std::string> png(const std::string& svg);

}  // namespace provenu::output
