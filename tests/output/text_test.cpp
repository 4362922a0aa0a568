#include <catch2/catch.hpp>

#include "documents.hpp"
#include "provenu/output/writers.hpp"

using namespace provenu;
using namespace provenu::output::documents;
using Role = Row::Role;
constexpr auto danish = wording::Language::danish;

TEST_CASE("a table's figures stand under their years, whatever letters the labels hold") {
    const auto document = table({row(Role::group, "", "Varige ændringer", {{}, {}}),
                                 row(Role::line, "recurring", "Åben rådgivning", {figure(-7200), {}}),
                                 row(Role::line, "recurring", "Drift", {figure(1958.8), figure(0)}),
                                 row(Role::total, "recurring_total", "I alt", {figure(-5241.2), figure(0)}),
                                 row(Role::net, "net", "Netto", {figure(-5241.2), figure(0)})});
    CHECK(output::text(document, danish) == R"(Tabel 1

1.000 kr.          Område     2026  2027
────────────────────────────────────────
Varige ændringer   Service
  Åben rådgivning  Service  -7.200
  Drift            Service   1.959     0
I alt              Service  -5.241     0
────────────────────────────────────────
Netto              Service  -5.241     0
────────────────────────────────────────
)");
}

TEST_CASE("a long label takes several lines and has its figures on the last") {
    const std::string label = "Medarbejdere til specialiserede teams i implementeringsperioden og i de to år derefter";
    const std::string text = output::text(table({row(Role::line, "recurring", label, {figure(1), figure(2)})}), danish);
    CHECK(text.find("\n  Medarbejdere til specialiserede teams i implementeringsperioden\n") ==
          std::string::npos);  // 65 characters
    CHECK(text.find("\n  Medarbejdere til specialiserede teams i\n") != std::string::npos);
    CHECK(text.find("\n  implementeringsperioden og i de to år derefter ") != std::string::npos);
    CHECK(text.find("derefter") < text.find("1     2"));
}

TEST_CASE("a footnote's number never stands alone on a line") {
    Row referring = row(Role::line, "x", "Medarbejdere til specialiserede teams i implementeringsperio", {figure(1), figure(2)});
    referring.reference = "12)";
    CHECK(output::text(table({referring}), danish).find("\n  implementeringsperio 12) ") != std::string::npos);
}

TEST_CASE("a result's words stand beside its label, over the columns, and are broken between words") {
    Row result = row(Role::result, "payback_total", "Tilbagebetalingstid", {{}, {}});
    result.outcome = {"tilbagebetales ikke; kræver en årlig besparelse på 2.100 fra 2027", {}, ""};
    const std::string text = output::text(table({result}), danish);
    CHECK(text.find("Tilbagebetalingstid  tilbagebetales ikke; kræver en årlig\n"
                    "                     besparelse på 2.100 fra 2027\n") != std::string::npos);
}

TEST_CASE("a word longer than a line is cut, and control characters never reach the terminal") {
    const std::string text =
        output::text(table({row(Role::line, "x", std::string(70, 'a') + "\x1B[2J", {figure(1), figure(2)})}), danish);
    CHECK(text.find('\x1B') == std::string::npos);
    CHECK(text.find(std::string(61, 'a')) == std::string::npos);
}

TEST_CASE("no line of text ends in a blank, every one ends in a newline") {
    const std::string text =
        output::text(table({row(Role::group, "", "Gruppe", {{}, {}}), row(Role::line, "x", "a", {{}, {}})}), danish);
    CHECK(text.find(" \n") == std::string::npos);
    CHECK(text.back() == '\n');
}

TEST_CASE("headings are underlined as wide as they are long in characters") {
    const report::Document document{{report::Heading{"Årsværk", 1}, report::Paragraph{"Tal."}}};
    CHECK(output::text(document, danish) == "Årsværk\n=======\n\nTal.\n");
}

TEST_CASE("figures round half away from zero, to a house's step, and never show minus nought") {
    const std::string text = output::text(table({row(Role::line, "x", "a", {figure(1417.4999999999998), figure(-0.5)}),
                                                 row(Role::line, "x", "b", {figure(1353.6, 0, 5), figure(-0.4)}),
                                                 row(Role::line, "x", "c", {figure(2.162, 1), figure(-0.04, 1)})}),
                                          danish);
    CHECK(text.find("1.418    -1\n") != std::string::npos);
    CHECK(text.find("1.355     0\n") != std::string::npos);
    CHECK(text.find("2,2   0,0\n") != std::string::npos);
}

TEST_CASE("a line does not end between a number and what it counts") {
    const std::string words(115, 'a');
    const report::Document document{{report::Paragraph{words + " bliver 84 % nok"}}};
    CHECK(output::text(document, danish) == words + " bliver\n84 % nok\n");
}
