#include "provenu/output/long_table.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

namespace fs = std::filesystem;
using namespace provenu::output;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Three draws in two blocks.
LongTable table() {
    static const double prices[]{650, 0.1, -1.5e-7};
    static const double shares[]{1, 0.5, 1.25};
    static const double years[]{infinite, -infinite, 4.75};
    LongTable table{"draw",
                    {{"price", LongTable::Kind::number}, {"effect", LongTable::Kind::share}, {"payback", LongTable::Kind::years}},
                    nullptr};
    table.read = [](const LongTable::Visitor& visit) {
        const double* first[]{prices, shares, years};
        const double* second[]{prices + 2, shares + 2, years + 2};
        if (visit(first, 2)) visit(second, 1);
    };
    return table;
}

template <class Write>
std::string written(Write write) {
    const std::string path = (fs::temp_directory_path() / ("provenu-long-" + std::to_string(::getpid()))).string();
    FileWriter file(path);
    write(file);
    REQUIRE_FALSE(file.finish());
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    fs::remove(path);
    return content;
}

}  // namespace

TEST_CASE("A long table as CSV has all digits, shares in percent, and says years that are none in words") {
    CHECK(written([](FileWriter& file) { write_csv(file, table(), {',', '.', false}); }) ==
          "draw,price,effect,payback\n1,650,100%,never\n2,0.1,50%,at-once\n3,-1.5e-07,125%,4.75\n");
    CHECK(written([](FileWriter& file) { write_csv(file, table(), {';', ',', true}); }) ==
          "\xEF\xBB\xBF"
          "draw;price;effect;payback\n1;650;100%;never\n2;0,1;50%;at-once\n3;-1,5e-07;125%;4,75\n");
}

TEST_CASE("A SIPmath library holds plain arrays of numbers, and no date that it was not given") {
    const std::string head = "{\n  \"name\": \"case\",\n  \"objectType\": \"sipModel\",\n  \"libraryType\": \"SIPmath_3_0\",\n";
    const std::string library = written([](FileWriter& file) { write_sipmath(file, table(), {"case", "from \"here\"", ""}); });
    CHECK(library.starts_with(head + "  \"provenance\": \"from \\\"here\\\"\","));
    CHECK(library.find("\"arguments\": {\"type\": \"array\", \"value\": [650, 0.1, -1.5e-07]}") != std::string::npos);
    CHECK(library.find("[1, 0.5, 1.25]") != std::string::npos);
    CHECK(library.find("payback") == std::string::npos);
    const std::string dated = written([](FileWriter& file) { write_sipmath(file, table(), {"case", "here", "2026-05-01"}); });
    CHECK(dated.find("\"dateCreated\": \"2026-05-01\"") != std::string::npos);
}
