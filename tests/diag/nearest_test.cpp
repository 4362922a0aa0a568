#include "provenu/diag/nearest.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace provenu::diag;

namespace {

const std::vector<std::string> keys{"title", "recurring", "implementation", "price_level", "årsværk", "id", "cost"};

}  // namespace

TEST_CASE("a misspelt name finds the one it meant") {
    CHECK(nearest("recuring", keys) == "recurring");       // a letter left out
    CHECK(nearest("tilte", keys) == "title");              // neighbours swapped: 1, at most 5/3 = 1
    CHECK(nearest("price-level", keys) == "price_level");  // a letter replaced
    CHECK(nearest("implementatin", keys) == "implementation");
    CHECK(nearest("implmntaton", keys) == "implementation");  // 3 letters of 14
    CHECK(nearest("arsværk", keys) == "årsværk");             // one character, though two bytes
    CHECK(nearest("costs", keys) == "cost");
}

TEST_CASE("capitals are no distance") {
    CHECK(nearest("ID", keys) == "id");
    CHECK(nearest("ÅRSVÆRK", keys) == "årsværk");
}

TEST_CASE("what is not near is not suggested") {
    CHECK_FALSE(nearest("saving", keys));
    CHECK_FALSE(nearest("ix", keys));          // 1 of 2
    CHECK_FALSE(nearest("implmntatn", keys));  // 4 letters
    CHECK_FALSE(nearest("", keys));
    CHECK_FALSE(nearest("title", {}));
    CHECK_FALSE(nearest(std::string(1'000'000, 'x'), keys));
}

TEST_CASE("the least distance wins, and the first of equals") {
    const std::vector<std::string> names{"adviser_a", "adviser_b", "advisers"};
    CHECK(nearest("adviser", names) == "advisers");
    CHECK(nearest("adviser_c", names) == "adviser_a");
}
