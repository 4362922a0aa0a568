#pragma once

#include <string>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// What a page is made of.
struct Page {
    wording::Language language;
    std::string title;  ///< where it is empty, the first heading
    const report::Document& document;
    const report::Data& data;  ///< kept in the page for other programs
};

/// One self-contained file of HTML: it asks nothing of any network, is light or dark as its reader has it, fits a phone and
/// prints on A4. A figure that carries an explanation shows it when it is pointed at, tapped or reached by the keyboard. The data
/// stand in `<script type="application/json" id="figures">`, as `json` writes them but for each `<`, which is `\u003c`.
std::string html(const Page& page);

}  // namespace provenu::output
