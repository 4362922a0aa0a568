#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "provenu/output/writers.hpp"

using namespace provenu;
using report::Data;
using List = Data::List;
using Object = Data::Object;

TEST_CASE("JSON brings every number back with the fewest digits and tells a decimal number from a count") {
    CHECK(output::json(0.1 + 0.2) == "0.30000000000000004\n");
    CHECK(output::json(1417.5) == "1417.5\n");
    CHECK(output::json(-7200.0) == "-7200.0\n");
    CHECK(output::json(100000.0) == "100000.0\n");
    CHECK(output::json(5e-324) == "5e-324\n");
    CHECK(output::json(1.7976931348623157e308) == "1.7976931348623157e+308\n");
    CHECK(output::json(2026) == "2026\n");
}

TEST_CASE("JSON knows no minus nought and no number that is not finite") {
    CHECK(output::json(-0.0) == "0.0\n");
    CHECK(output::json(std::nan("")) == "null\n");
    CHECK(output::json(-std::numeric_limits<double>::infinity()) == "null\n");
}

TEST_CASE("JSON keeps the order of keys, puts numbers on one line and everything else on its own") {
    const Data data = Object{{"years", List{2026, 2027}}, {"values", List{0.0, -7200.0}}, {"notes", List{"a", "b"}},
                             {"empty", List{}},           {"nothing", Object{}},          {"irr", nullptr},
                             {"beyond_table", false}};
    CHECK(output::json(data) == R"({
  "years": [2026, 2027],
  "values": [0.0, -7200.0],
  "notes": [
    "a",
    "b"
  ],
  "empty": [],
  "nothing": {},
  "irr": null,
  "beyond_table": false
}
)");
}

TEST_CASE("JSON escapes what a string may not hold, keeps Danish letters and replaces bytes that are no UTF-8") {
    CHECK(output::json(std::string("\"Årlig\"\t\\\n\x01")) == "\"\\\"Årlig\\\"\\t\\\\\\n\\u0001\"\n");
    CHECK(output::json(std::string("\xE6r")) == "\"\xEF\xBF\xBDr\"\n");
}
