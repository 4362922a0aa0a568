#include <catch2/catch.hpp>

#include "documents.hpp"
#include "provenu/output/writers.hpp"

using namespace provenu;
using namespace provenu::output::documents;
using Role = Row::Role;
constexpr auto danish = wording::Language::danish;

TEST_CASE("Markdown has one pipe table with figures to the right, and results in a table of their own") {
    Row converted = row(Role::line, "recurring", "Huslejetilskud", {{}, figure(-1180)});
    converted.mark = "*";
    converted.reference = "1)";
    Row result = row(Role::result, "payback_total", "Tilbagebetalingstid", {{}, {}});
    result.outcome = {"4 år (vender i 2030)", {}, ""};
    auto document = table({row(Role::group, "", "Varige", {{}, {}}), converted, result});
    std::get<report::Table>(document.items[0]).notes = {"* flyttet", "1) foreløbigt", "- ikke en liste"};
    CHECK(output::markdown(document, danish) == R"(**Tabel 1**

| 1.000 kr.           | Område  | 2026 |   2027 |
|---------------------|---------|-----:|-------:|
| **Varige**          | Service |      |        |
| Huslejetilskud\* 1) | Service |      | -1.180 |

| Resultat            |                      |
|---------------------|----------------------|
| Tilbagebetalingstid | 4 år (vender i 2030) |

- \* flyttet
- 1\) foreløbigt
- \- ikke en liste
)");
}

TEST_CASE("Markdown takes no author's text for a mark of its own") {
    const std::string text =
        output::markdown(table({row(Role::line, "x", "a|b *c* <d> [e](f) _g_\nh \\", {figure(1), {}})}), danish);
    CHECK(text.find(R"(| a\|b \*c\* \<d\> \[e\](f) \_g\_ h \\ |)") != std::string::npos);
}

TEST_CASE("Markdown headings have their level") {
    CHECK(output::markdown({{report::Heading{"Et", 1}, report::Heading{"To", 2}, report::Paragraph{"# tre"}}}, danish) ==
          "# Et\n\n## To\n\n\\# tre\n");
}
