#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "input/findings.hpp"
#include "input/standard.hpp"
#include "provenu/input/template.hpp"

namespace provenu::input {
namespace {

namespace fs = std::filesystem;
using Case = std::pair<std::string, Findings>;

/// A folder of shared files beside a proposal, gone at the end.
class Folder {
 public:
    Folder() : path_(fs::temp_directory_path() / ("provenu-uses-" + std::to_string(getpid()))) { fs::create_directories(path_); }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void put(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
    [[nodiscard]] diag::Result<model::Proposal> read(const std::string& content) const {
        return read_proposal_text(heading + content, (path_ / "proposal.yaml").string());
    }
    [[nodiscard]] Findings codes(const std::string& content) const {
        Findings found;
        for (const auto& each : read(content).diagnostics.sorted()) found.push_back(each.code);
        shown(read(content).diagnostics, wording::Language::danish);
        return found;
    }

 private:
    fs::path path_;
};

const std::string card = "kind: rates\nformat: 1\nprice_level: 2027\n";
const std::string policy = "kind: policy\nformat: 1\n";

const model::Input& input(const model::Proposal& proposal, const std::string& name) {
    for (const auto& each : proposal.inputs) {
        if (each.name.value == name) return each;
    }
    throw std::runtime_error("no input " + name);
}

const formula::Number& number(const model::Input& input) {
    return std::get<formula::Number>(std::get<model::Value>(std::get<model::Amount>(input.value)).formula->operation);
}

TEST_CASE("Areas and the Danish discount schedule are under every proposal") {
    const auto read = proposal(one_line);
    REQUIRE(read.policies.areas.size() == 6);
    CHECK(read.policies.areas[1].label.danish == "Overførsler");
    REQUIRE(read.policies.schedules.size() == 1);
    const auto& steps = read.policies.schedules[0].steps;
    REQUIRE(steps.size() == 3);
    CHECK(steps[1].after == 36);
    CHECK(steps[2].after == 71);
    CHECK(read.policies.discounting->schedule.value == "fm-2023");
}

TEST_CASE("A shared file in the program is used by name") {
    const auto read = proposal("uses: [std/uk-green-book]\n" + one_line);
    CHECK(read.policies.schedules.size() == 2);
    CHECK(read.policies.discounting->schedule.value == "uk-green-book");
    CHECK(read.policies.schedules[1].steps[1].after == 31);
    CHECK(codes("uses: [std/fm-2032]\n" + one_line) == Findings{"P326"});
    CHECK(codes("uses: [std/zebra]\n" + one_line) == Findings{"P328"});
}

TEST_CASE("A later file wins over an earlier one, and the proposal over both") {
    const Folder folder;
    folder.put("a.yaml", policy + "payback: exact\nbasis: strict-service\ntable: {empty: zero, totals: rounded}\n");
    folder.put("b.yaml", policy + "payback: ceiling\ntable: {empty: blank}\n");
    const auto read = folder.read("uses: [a.yaml, b.yaml]\ntable: {round_lines_to: 5}\n" + one_line);
    REQUIRE(read.ok());
    CHECK(read.value->policies.payback->convention == model::Convention::ceiling);
    CHECK(read.value->policies.basis == model::Basis::strict_service);
    CHECK(read.value->policies.table->empty == model::TablePolicy::Empty::blank);
    CHECK(read.value->policies.table->totals == model::TablePolicy::Totals::rounded);
    CHECK(read.value->policies.table->round_lines_to == 5);
}

TEST_CASE("Bare rates are money per FTE and year in the card's unit; the proposal's own win") {
    const Folder folder;
    folder.put("r.yaml", card + "unit: 1 DKK\nrates: {adviser: 650000, leader: 700 t.kr., clerk: 1}\n");
    const auto read = folder.read("uses: [r.yaml]\ninputs: {clerk: 2}\n" + one_line);
    REQUIRE(read.ok());
    const auto& adviser = number(input(*read.value, "adviser"));
    CHECK(adviser.value == 650000);
    CHECK(adviser.money.exponent == 0);
    CHECK(adviser.unit ==
          unit_of(quantity::Dimension::money) / unit_of(quantity::Dimension::fte) / unit_of(quantity::Dimension::year));
    CHECK(number(input(*read.value, "leader")).money.exponent == 3);
    CHECK(input(*read.value, "adviser").is_rate);
    CHECK(number(input(*read.value, "clerk")).value == 2);
    CHECK_FALSE(input(*read.value, "clerk").is_rate);
    CHECK(read.value->inputs.size() == 3);
}

TEST_CASE("A card says its price level, and its units where its money is another") {
    const Folder folder;
    folder.put("old.yaml", "kind: rates\nformat: 1\nprice_level: 2025\nrates: {adviser: 650}\n");
    folder.put("bare.yaml", card + "unit: 1 DKK\ninputs: {weeks: 52, price: 116 t.kr./month}\n");
    folder.put("none.yaml", "kind: rates\nformat: 1\nrates: {adviser: 650}\n");
    CHECK(folder.codes("uses: [old.yaml]\n" + one_line).empty());  // an index may bring it home: compile looks for one
    CHECK(folder.codes("uses: [bare.yaml]\n" + one_line) == Findings{"P607"});
    CHECK(folder.codes("unit: 1 DKK\nuses: [bare.yaml]\n" + one_line).empty());
    CHECK(folder.codes("uses: [none.yaml]\n" + one_line) == Findings{"P303"});
}

TEST_CASE("Mistakes in a used file carry its own path and place") {
    const Folder folder;
    folder.put("r.yaml", card + "rates:\n  adviser: 1.234\n");
    const auto text = shown(folder.read("uses: [r.yaml]\n" + one_line).diagnostics);
    CHECK(text.find("r.yaml:5:12: error P401") != std::string::npos);
    folder.put("p.yaml", heading + one_line);
    CHECK(folder.codes("uses: [p.yaml]\n" + one_line) == Findings{"P327"});
    CHECK(folder.codes("uses: [no.yaml]\n" + one_line) == Findings{"P102"});
    folder.put("u.yaml", policy + "uses: [r.yaml]\n");
    CHECK(folder.codes("uses: [u.yaml]\n" + one_line) == Findings{"P302"});
    folder.put("l.yaml", card + "rates: {line: 650}\n");
    CHECK(folder.codes("uses: [l.yaml]\n" + one_line) == Findings{"P336"});
}

TEST_CASE("A discount rate that would take everything is told how it is written") {
    const auto result = read_proposal_text(heading + "discount: {rate: 4.0}\n" + one_line, "school.yaml");
    CHECK(shown(result.diagnostics) ==
          "school.yaml:7:18: error P203: discount rate 4.0 would mean 400 % a year\n"
          "    7 | discount: {rate: 4.0}\n"
          "      |                  ^^^\n"
          "   hint: write 4 % or 0.04\n");
}

TEST_CASE("Mistakes of policies are found") {
    const auto each = GENERATE(values<Case>({
        {"discount: {rate: 4 %, timing: middle}", {}},
        {"discount: {rate: 4 %, schedule: fm-2023}", {"P612"}},
        {"discount: {rate: -100 %}", {"P217"}},
        {"discount: {timing: begin}", {"P335"}},
        {"payback: turnyear", {"P334"}},
        {"payback: nearest-from:2026-05-01", {}},
        {"payback: nearest-from", {"P208"}},
        {"payback: nearest-from:2026-02-30", {"P208"}},
        {"basis: service", {"P335"}},
        {"unit: 1000 EUR", {"P209"}},
        {"table: {round_lines_to: 0}", {"P216"}},
        {"table: {round_lines_to: five}", {"P202"}},
        {"printed: {table: no-such.csv}", {"P337"}},
        {"printed: {claims: [{says: x, value: 1}]}", {"P303"}},
    }));
    INFO(each.first);
    CHECK(codes(each.first + "\n" + one_line) == each.second);
}

TEST_CASE("A schedule begins with its first year") {
    const Folder folder;
    folder.put("a.yaml", policy + "discount_schedules: [{id: x, steps: {1: 3 %}}]\n");
    folder.put("b.yaml", policy + "discount_schedules: [{id: x, steps: {0: 3 %, first: 4 %}}]\n");
    folder.put("c.yaml", policy + "areas: [{id: x}, {id: x}]\n");
    CHECK(folder.codes("uses: [a.yaml]\n" + one_line) == Findings{"P613"});
    CHECK(folder.codes("uses: [b.yaml]\n" + one_line) == Findings{"P218"});
    CHECK(folder.codes("uses: [c.yaml]\n" + one_line) == Findings{"P339"});
}

TEST_CASE("Every shared file in the program and both templates read without a word") {
    for (const auto& file : standard_files()) {
        const std::string name = "std/" + std::string(file.name);
        if (kind_of(name) == "scenarios") {
            CHECK(shown(read_scenarios(name).diagnostics).empty());
            continue;
        }
        CHECK(codes("uses: [std/" + std::string(file.name) + "]\n" + one_line).empty());
    }
    for (const auto language : {wording::Language::danish, wording::Language::english}) {
        CHECK(shown(read_proposal_text(std::string(proposal_template(language)), "template.yaml").diagnostics).empty());
    }
}

}  // namespace
}  // namespace provenu::input
