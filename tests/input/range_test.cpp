#include "provenu/model/range.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

namespace fs = std::filesystem;
using model::Bound;

/// The range of an input worth 650 t.kr.
model::Range of_input(const std::string& range) {
    return *proposal("inputs:\n  price:\n    value: 650 t.kr.\n    range: " + range + "\n" + one_line).inputs.front().range;
}
std::vector<std::string> codes_of(const std::string& range) {
    return codes("inputs:\n  price:\n    value: 650 t.kr.\n    range: " + range + "\n" + one_line);
}

template <class Shape>
Shape shape_of(const std::string& range) {
    return std::get<Shape>(of_input(range).shape);
}

class Folder {
 public:
    Folder() : path_(fs::temp_directory_path() / ("provenu-draws-" + std::to_string(getpid()))) { fs::create_directories(path_); }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
    }
    [[nodiscard]] diag::Result<model::Proposal> read(const std::string& content) const {
        return read_proposal_text(heading + content, (path_ / "proposal.yaml").string());
    }
    [[nodiscard]] model::Column column(const std::string& csv, const std::string& name = "price") const {
        put("draws.csv", csv);
        const auto found = read("inputs: {price: {value: 3, range: {draws: draws.csv, column: " + name + "}}}\n" + one_line);
        if (!found.ok()) throw std::runtime_error(shown(found.diagnostics));
        return std::get<model::Column>(found.value->inputs.front().range->shape);
    }

 private:
    fs::path path_;
};

TEST_CASE("A number of a range is a share of the value, a bare number, or an amount in kroner") {
    const auto shares = shape_of<model::Pert>("{pert: [70%, 100%, 110%]}");
    CHECK(shares.low.of == Bound::Of::share);
    CHECK(shares.low.number == 0.7);
    CHECK(shares.shape == 4);
    const auto bare = shape_of<model::Triangular>("{triangular: [600, 650, 720]}");
    CHECK(bare.high.of == Bound::Of::bare);
    CHECK(bare.high.number == 720);
    const auto amounts = shape_of<model::Uniform>("{uniform: [600 t.kr., \"0,72 mio. kr.\"]}");
    CHECK(amounts.low.of == Bound::Of::amount);
    CHECK(amounts.low.number == 600 * 1000);
    CHECK(amounts.high.number == Approx(720 * 1000));
}

TEST_CASE("Every kind of range is read") {
    CHECK(shape_of<model::Pert>("{pert: [70%, 100%, 110%], shape: 6}").shape == 6);
    const auto normal = shape_of<model::Bell>("{normal: {mean: 100%, deviation: 10%}}");
    CHECK(normal.kind == model::Bell::Kind::normal);
    CHECK(std::get<model::MeanAndDeviation>(normal.by).deviation.number == 0.1);
    const auto lognormal = shape_of<model::Bell>("{lognormal: {p10: 80%, p90: 130%}}");
    CHECK(lognormal.kind == model::Bell::Kind::lognormal);
    CHECK(std::get<model::Percentiles>(lognormal.by).p90.number == 1.3);
    const auto discrete = shape_of<model::Discrete>("{discrete: {70%: 1/3, 100%: 1/3, 115%: 1/3}}");
    CHECK(discrete.values.size() == 3);
    CHECK(discrete.probabilities[0] == Approx(1.0 / 3).epsilon(1e-15));
    CHECK(shape_of<model::Empirical>("{empirical: [95%, 100%, 102%, 110%]}").values.size() == 4);
    const auto cut = of_input("{normal: {mean: 650, deviation: 65}, at_least: 0, at_most: 900, source: guess, note: wide}");
    CHECK(cut.least->number == 0);
    CHECK(cut.most->number == 900);
    CHECK(cut.source == "guess");
    CHECK(cut.note == "wide");
}

TEST_CASE("Three thirds are certain within 1e-9, and 99.9 % is not") {
    CHECK(codes_of("{discrete: {90%: 33.3333333333%, 100%: 33.3333333333%, 110%: 33.3333333333%}}") == Findings{});
    CHECK(codes_of("{discrete: {90%: 33.3%, 100%: 33.3%, 110%: 33.3%}}") == Findings{"P806"});
}

TEST_CASE("A range holds its value, what it is cut off at included; the end is inside") {
    CHECK(codes_of("{uniform: [650, 700]}") == Findings{});
    CHECK(codes_of("{uniform: [\"0,65 mio. kr.\", \"0,7 mio. kr.\"]}") == Findings{});
    CHECK(codes_of("{uniform: [651, 700]}") == Findings{"P213"});
    CHECK(codes_of("{triangular: [600, 620, 700]}") == Findings{});  // the most likely need not be the value
    CHECK(codes_of("{normal: {mean: 600, deviation: 50}}") == Findings{});
    CHECK(codes_of("{normal: {mean: 600, deviation: 50}, at_most: 640}") == Findings{"P213"});
    CHECK(codes_of("{normal: {mean: 100%, deviation: 5%}, at_least: 101%}") == Findings{"P215"});
}

TEST_CASE("Nought is a share as well as an amount") {
    CHECK(codes_of("{pert: [0, 100%, 110%]}") == Findings{});
    CHECK(codes_of("{uniform: [0, 700 t.kr.]}") == Findings{});
    CHECK(codes("recurring:\n  - {id: line, saving: 100, range: {normal: {mean: 100%, deviation: 10%}, at_least: 0}}\n") ==
          Findings{});
}

TEST_CASE("Without a spread a range is right") {
    CHECK(codes_of("{pert: [100%, 100%, 100%]}") == Findings{});
    CHECK(codes_of("{normal: {mean: 100%, deviation: 0}}") == Findings{});
}

TEST_CASE("Series, stocks, rates from parts, lines and handovers take shares alone") {
    const std::string amounts = "range: {uniform: [1, 9]}";
    CHECK(codes("inputs:\n  a: {value: {2026..: 5}, " + amounts + "}\n" + one_line) == Findings{"P802"});
    CHECK(codes("inputs:\n  a: {stock: {add: 5, from: 2027}, " + amounts + "}\n" + one_line) == Findings{"P802"});
    CHECK(codes("inputs:\n  a: {rate: {pay: 5 t.kr.}, " + amounts + "}\n" + one_line) == Findings{"P802"});
    CHECK(codes("recurring:\n  - {id: line, saving: 5, " + amounts + "}\n") == Findings{"P802"});
    const std::string team =
        "inputs: {adviser: 650 t.kr./FTE/year}\nhandovers:\n  - id: team\n    staff: {adviser: 2}\n"
        "    from: 2026-07\n    at: 2028-01\n    implementation: {id: a}\n    recurring: {id: b}\n    ";
    CHECK(codes(team + amounts + "\n") == Findings{"P802"});
    CHECK(proposal(team + "range: {uniform: [90%, 120%]}\n").handovers.front().range);
}

TEST_CASE("A range by grade is the grade's, with the grade's source, and keeps a cut of its own") {
    const Folder folder;
    folder.put("grades.yaml",
               "kind: policy\nformat: 1\nid: g\ntitle: G\ngrades:\n"
               "  - {id: weak, cost: 1%, effect: 1%, source: survey, range: {uniform: [50%, 150%]}}\n");
    const auto read = folder.read(
        "uses: [grades.yaml]\ninputs:\n  a: {value: 5, grade: weak, range: grade}\n"
        "  b: {value: 5, range: {grade: weak, at_least: 75%}}\n" +
        one_line);
    REQUIRE(read.ok());
    for (const model::Input& input : read.value->inputs) {
        CHECK(std::get<model::Uniform>(input.range->shape).low.number == 0.5);
        CHECK(input.range->grade->value == "weak");
        CHECK(input.range->source == "survey");
    }
    CHECK_FALSE(read.value->inputs[0].range->least);
    CHECK(read.value->inputs[1].range->least->number == 0.75);
}

TEST_CASE("A column of draws has a decimal point or comma, and is of shares where it says so") {
    const Folder folder;
    CHECK(folder.column("price,places\n1.5,2\n4e0,3\n").numbers == std::vector<double>{1.5, 4});
    CHECK(folder.column("price;places\r\n1,5;2\r\n\r\n4;3\r\n").numbers == std::vector<double>{1.5, 4});
    CHECK(folder.column("\"places\"\t\"price\"\n2\t\"1.5\"\n3\t4\n").numbers == std::vector<double>{1.5, 4});
    const auto shares = folder.column("price\n95%\n110 %\n");
    CHECK(shares.of == Bound::Of::share);
    CHECK(shares.numbers == std::vector<double>{0.95, 1.1});
}

TEST_CASE("Columns of one file share their rows, wherever the file lies") {
    const Folder folder;
    const std::string csv = "price,wage\n1,2\n4,3\n";
    const auto price = folder.column(csv);
    CHECK(price.stream == folder.column("price,wage\n1,2\n4,3\n", "wage").stream);
    CHECK(price.stream != folder.column("price,wage\n1,2\n4,4\n").stream);
    folder.put("deeper/draws.csv", csv);
    const auto deeper = folder.read("inputs: {price: {value: 3, range: {draws: deeper/draws.csv, column: price}}}\n" + one_line);
    CHECK(std::get<model::Column>(deeper.value->inputs.front().range->shape).stream == price.stream);
}

TEST_CASE("Bare numbers in a column are factors on a line") {
    const Folder folder;
    folder.put("draws.csv", "effect\n0.9\n1.1\n");
    const auto read = folder.read("recurring:\n  - {id: line, saving: 5, range: {draws: draws.csv, column: effect}}\n");
    REQUIRE(read.ok());
    CHECK(std::get<model::Column>(read.value->lines.front().range->shape).of == Bound::Of::share);
    folder.put("draws.csv", "effect\n90\n110\n");
    const auto amounts = folder.read("recurring:\n  - {id: line, saving: 5, range: {draws: draws.csv, column: effect}}\n");
    CHECK(amounts.diagnostics.sorted().front().code == "P215");
}

TEST_CASE("The proposal's correlation of a pair takes the place of a rate card's, and a card may speak of what is certain here") {
    const Folder folder;
    folder.put("card.yaml",
               "kind: rates\nformat: 1\nid: c\ntitle: C\nprice_level: 2027\nrates:\n"
               "  adviser: {value: 650, range: {uniform: [90%, 120%]}}\n"
               "  leader: {value: 700, range: {uniform: [90%, 120%]}}\n  clerk: 500\n"
               "correlations:\n  - {between: [adviser, leader], rank: 0.9}\n"
               "  - {between: [adviser, clerk], rank: 0.9}\n");
    const auto from_card = folder.read("uses: [card.yaml]\n" + one_line);
    REQUIRE(from_card.ok());
    REQUIRE(from_card.value->correlations.size() == 1);
    CHECK(from_card.value->correlations[0].rank == 0.9);
    const auto own =
        folder.read("uses: [card.yaml]\n" + one_line + "correlations:\n  - {between: [leader, adviser], rank: 0.4}\n");
    REQUIRE(own.ok());
    REQUIRE(own.value->correlations.size() == 1);
    CHECK(own.value->correlations[0].rank == 0.4);
}

TEST_CASE("A range that cannot be read does not make its input certain to a correlation") {
    CHECK(codes("inputs:\n  a: {value: 5, range: {pert: [1, 2]}}\n  b: {value: 5, range: {uniform: [4, 6]}}\n" + one_line +
                "correlations:\n  - {between: [a, b], rank: 0.5}\n") == Findings{"P211"});
}

}  // namespace
}  // namespace provenu::input
