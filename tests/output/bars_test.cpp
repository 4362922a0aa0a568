#include <catch2/catch.hpp>
#include <limits>

#include "provenu/output/writers.hpp"

using namespace provenu;
using report::Bars;

TEST_CASE("bars share one scale, with a line across them") {
    Bars bars;
    bars.caption = "Udsving";
    bars.bars = {{"Løn", -50, 50, "bredest"}, {"Husleje", 0, 25, ""}};
    bars.line = 0;
    bars.notes = {"Stregen er planen."};
    CHECK(output::text({{bars}}, wording::Language::danish) ==
          "Udsving\n\n"
          "Løn      █████████████████████████│████████████████████████   bredest\n"
          "Husleje                           │████████████\n"
          "Stregen er planen.\n");
}

TEST_CASE("a bar without length is not drawn, one without end goes to the edge") {
    Bars bars;
    bars.bars = {{"a", 0, 0, ""}, {"b", 0, 10, ""}, {"c", 5, std::numeric_limits<double>::infinity(), ""}};
    const std::string text = output::text({{bars}}, wording::Language::english);
    CHECK(text.find("a\n") == 0);
    CHECK(text.find("c  " + std::string(25, ' ') + "█") != std::string::npos);
}
