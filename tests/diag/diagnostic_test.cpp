#include "provenu/diag/diagnostic.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "provenu/diag/bug.hpp"

using namespace provenu::diag;

namespace {

std::string codes(const Diagnostics& diagnostics) {
    std::string result;
    for (const auto& diagnostic : diagnostics.sorted()) result += diagnostic.code + " ";
    return result;
}

}  // namespace

TEST_CASE("findings are shown in the order of the file, equal places in the order of finding") {
    const auto a = std::make_shared<Source>(Source{"a.yaml", ""});
    const auto b = std::make_shared<Source>(Source{"b.yaml", ""});
    Diagnostics found;
    found.error("P1", {b, 1, 1});
    found.error("P2", {a, 9, 1});
    found.note("P3", {a, 2, 7});
    found.warning("P4", {a, 2, 3});
    found.error("P5", {a, 2, 3});
    found.error("P6", {});
    CHECK(codes(found) == "P6 P4 P5 P3 P2 P1 ");
}

TEST_CASE("exact repeats are shown once, also where another finding stands between them") {
    const auto source = std::make_shared<Source>(Source{"a.yaml", ""});
    const auto same_file = std::make_shared<Source>(Source{"a.yaml", ""});
    Diagnostics found;
    found.error("P1", {source, 1, 1}, {{"name", "x"}});
    found.error("P2", {source, 1, 1});
    found.error("P1", {same_file, 1, 1}, {{"name", "x"}});
    found.error("P1", {source, 1, 1}, {{"name", "y"}});
    CHECK(codes(found) == "P1 P2 P1 ");
}

TEST_CASE("only errors are errors, and lists may be joined, also with themselves") {
    Diagnostics found;
    CHECK(found.empty());
    found.warning("P1", {});
    found.note("P2", {});
    CHECK_FALSE(found.has_errors());
    CHECK(Result<int>{1, found}.ok());
    Diagnostics others;
    others.error("P3", {});
    found.append(others);
    found.append(found);
    CHECK(found.has_errors());
    CHECK(codes(found) == "P1 P2 P3 ");
    CHECK_FALSE(Result<int>{1, found}.ok());
    CHECK_FALSE(Result<int>{}.ok());
}

TEST_CASE("a bug names its line inside the project") {
    CHECK_THROWS_WITH(bug("impossible"), Catch::StartsWith("tests/diag/diagnostic_test.cpp:") && Catch::EndsWith(": impossible"));
}
