#include "provenu/diag/layout.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

using namespace provenu::diag;

namespace {

struct Span {
    int line = 0;
    int column = 0;
    int width = 1;
};

Diagnostic finding(const std::string& text, Span span) {
    const auto source = std::make_shared<Source>(Source{"school.yaml", text});
    return {Severity::error, "P203", Place{source, span.line, span.column, span.width}, {}};
}

std::string shown(const std::string& text, Span span) {
    return lay_out(finding(text, span), {"wrong", ""});
}

}  // namespace

TEST_CASE("a finding shows its place, its line, what is underlined and a hint") {
    const std::string text = "kind: proposal\n  discount_rate: 4.0\nid: x\n";
    const Words words{"discount rate 4.0 would mean 400 % a year", "write 4 % or 0.04"};
    CHECK(lay_out(finding(text, {2, 18, 3}), words) ==
          "school.yaml:2:18: error P203: discount rate 4.0 would mean 400 % a year\n"
          "    2 |   discount_rate: 4.0\n"
          "      |                  ^^^\n"
          "   hint: write 4 % or 0.04\n");
}

TEST_CASE("the line number is right-aligned and the gutter grows with it") {
    CHECK(shown(std::string(13, '\n') + "a: b", {14, 4, 1}) ==
          "school.yaml:14:4: error P203: wrong\n"
          "   14 | a: b\n"
          "      |    ^\n");
    CHECK(shown(std::string(123455, '\n') + "a", {123456, 1, 1}) ==
          "school.yaml:123456:1: error P203: wrong\n"
          "123456 | a\n"
          "       | ^\n");
}

TEST_CASE("severity is an English word") {
    Diagnostic diagnostic = finding("a", {0, 0, 1});
    diagnostic.severity = Severity::warning;
    CHECK(lay_out(diagnostic, {"x", ""}) == "school.yaml: warning P203: x\n");
    diagnostic.severity = Severity::note;
    CHECK(lay_out(diagnostic, {"x", ""}) == "school.yaml: note P203: x\n");
}

TEST_CASE("a place may be a whole file, a whole line, or nowhere") {
    CHECK(shown("a: b", {0, 0, 1}) == "school.yaml: error P203: wrong\n");
    CHECK(shown("a: b", {-1, 3, 1}) == "school.yaml: error P203: wrong\n");
    CHECK(shown("a: b", {1, 0, 1}) == "school.yaml:1: error P203: wrong\n    1 | a: b\n");
    CHECK(lay_out({Severity::error, "P901", {}, {}}, {"no such file", "look again"}) ==
          "error P901: no such file\n   hint: look again\n");
}

TEST_CASE("columns count characters, not bytes") {
    CHECK(shown("årsværk: æøå", {1, 10, 3}) ==
          "school.yaml:1:10: error P203: wrong\n"
          "    1 | årsværk: æøå\n"
          "      |          ^^^\n");
}

TEST_CASE("tabs become spaces, and line ends of Windows are no part of a line") {
    CHECK(shown("a\r\n\tb: c\r\nd", {2, 5, 9}) ==
          "school.yaml:2:5: error P203: wrong\n"
          "    2 |  b: c\n"
          "      |     ^\n");
}

TEST_CASE("control characters and broken UTF-8 are shown as question marks") {
    CHECK(shown("a\x1b[31m\xff\xc3(\x80 \u202E b", {1, 2, 1}) ==
          "school.yaml:1:2: error P203: wrong\n"
          "    1 | a?[31m??? ? b\n"
          "      |  ^\n");
    const Diagnostic diagnostic = finding("", {0, 0, 1});
    CHECK(lay_out(diagnostic, {"key \x1b]0;\x07", "\x9b"}) == "school.yaml: error P203: key ?]0;?\n   hint: ?\n");
    CHECK(lay_out({Severity::error, "P901", {std::make_shared<Source>(Source{"a\nb", ""})}, {}}, {"x", ""}) ==
          "a?b: error P901: x\n");
}

TEST_CASE("a place past the end is safe") {
    CHECK(shown("ab", {1, 99, 5}) ==
          "school.yaml:1:99: error P203: wrong\n"
          "    1 | ab\n"
          "      |   ^\n");
    CHECK(shown("ab\n", {2, 1, 1}) ==
          "school.yaml:2:1: error P203: wrong\n"
          "    2 |\n"
          "      | ^\n");
    CHECK(shown("ab", {2, 1, 1}) == "school.yaml:2:1: error P203: wrong\n");
    CHECK(shown("", {2147483647, 2147483647, 2147483647}) == "school.yaml:2147483647:2147483647: error P203: wrong\n");
    CHECK(shown("abc", {1, 2, 2147483647}) ==
          "school.yaml:1:2: error P203: wrong\n"
          "    1 | abc\n"
          "      |  ^^\n");
    CHECK(shown("abc", {1, 2, -7}) ==
          "school.yaml:1:2: error P203: wrong\n"
          "    1 | abc\n"
          "      |  ^\n");
}

TEST_CASE("a long line is cut around the place") {
    const std::string line = std::string(200, 'a') + "here" + std::string(200, 'b');
    CHECK(shown(line, {1, 201, 4}) ==
          "school.yaml:1:201: error P203: wrong\n"
          "    1 | ..." +
              std::string(60, 'a') + "here" + std::string(110 - 64, 'b') +
              "...\n"
              "      |    " +
              std::string(60, ' ') + "^^^^\n");
    CHECK(shown(line, {1, 1, 2}) ==
          "school.yaml:1:1: error P203: wrong\n"
          "    1 | " +
              std::string(110, 'a') +
              "...\n"
              "      | ^^\n");
    CHECK(shown(std::string(10'000'000, 'a'), {1, 9'999'999, 9}).size() < 300);
}

TEST_CASE("further lines of a hint stand under its first") {
    CHECK(lay_out(finding("", {0, 0, 1}), {"a\nb", "c\nd"}) == "school.yaml: error P203: a\nb\n   hint: c\n         d\n");
}
