#include "cli/progress.hpp"

#include <catch2/catch.hpp>

using provenu::cli::Progress;

TEST_CASE("A bar that begins again says which pass it is, and one that does not move says nothing") {
    Progress progress;
    CHECK(progress.bar(0.5) == "[" + std::string(20, '#') + std::string(20, '.') + "] 50 %");
    CHECK(progress.bar(0.501).empty());
    CHECK(progress.bar(0).ends_with("] 0 % (pass 2)"));
    CHECK(progress.bar(0.1).ends_with("] 10 % (pass 2)"));
    CHECK(progress.bar(0).ends_with("(pass 3)"));
}
