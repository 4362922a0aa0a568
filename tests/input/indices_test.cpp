#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

namespace fs = std::filesystem;

/// A folder of index files beside a proposal, gone at the end.
class Folder {
 public:
    Folder() : path_(fs::temp_directory_path() / ("provenu-indices-" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void put(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
    [[nodiscard]] diag::Result<model::Proposal> read(const std::string& content) const {
        return read_proposal_text(heading + content, (path_ / "proposal.yaml").string());
    }
    [[nodiscard]] std::string codes(const std::string& index_file) const {
        put("checked.yaml", index_file);
        std::string all;
        for (const auto& each : check_indices((path_ / "checked.yaml").string()).sorted())
            all += (all.empty() ? "" : " ") + each.code;
        return all;
    }

 private:
    fs::path path_;
};

const std::string file = "kind: indices\nformat: 1\n";

double share(const model::Value& value) {
    return std::get<formula::Number>(value.formula->operation).value;
}

}  // namespace

TEST_CASE("An index takes from its file what it does not say itself") {
    const Folder folder;
    folder.put("kl.yaml", file + R"(source: the letter
vintage: 2026-06
valid_until: 2027-06-30
illustrative: yes
indices:
  - id: service
    years: {2026: 2.6%, 2027: {level_correction: 11.5%, forecast: 2.3%}}
  - id: building
    label: {da: Byggeri, en: Building}
    source: the builders
    vintage: 2026-03
    valid_until: 2026-12-31
    years: {2027: 2.5 %}
)");
    const auto read = folder.read("uses: [kl.yaml]\n" + one_line);
    REQUIRE(read.ok());
    const auto& indices = read.value->policies.indices;
    REQUIRE(indices.size() == 2);
    CHECK(indices[0].source == "the letter");
    CHECK(indices[0].vintage == "2026-06");
    CHECK(indices[0].valid_until->value == quantity::Date{2027, 6, 30});
    CHECK(indices[0].illustrative);
    REQUIRE(indices[0].years.size() == 2);
    CHECK(indices[0].years[0].year == 2026);
    CHECK(share(indices[0].years[0].parts.at(0)) == Approx(0.026));
    REQUIRE(indices[0].years[1].parts.size() == 2);
    CHECK(share(indices[0].years[1].parts[0]) == Approx(0.115));
    CHECK(share(indices[0].years[1].parts[1]) == Approx(0.023));
    CHECK(indices[1].source == "the builders");
    CHECK(indices[1].vintage == "2026-03");
    CHECK(indices[1].valid_until->value == quantity::Date{2026, 12, 31});
    CHECK(indices[1].label.english == "Building");
}

TEST_CASE("A later file of indices wins over an earlier, index by index") {
    const Folder folder;
    folder.put("own.yaml", file + "indices: [{id: service, years: {2027: 9 %}}]\n");
    const auto read = folder.read("uses: [std/indices-illustrative, own.yaml]\n" + one_line);
    REQUIRE(read.ok());
    const auto& indices = read.value->policies.indices;
    CHECK(indices.size() == 5);
    for (const auto& each : indices) {
        if (each.id.value != "service") continue;
        CHECK(each.years.size() == 1);
        CHECK_FALSE(each.illustrative);
    }
}

TEST_CASE("The indices inside the program are marked as made up, and no proposal stands on them unasked") {
    const Folder folder;
    CHECK(folder.read(one_line).value->policies.indices.empty());
    const auto read = folder.read("uses: [std/indices-illustrative]\n" + one_line);
    REQUIRE(read.value->policies.indices.size() == 5);
    for (const auto& each : read.value->policies.indices) {
        CHECK(each.illustrative);
        CHECK(each.years.front().year == 2019);
        CHECK(each.years.back().year == 2030);
    }
    for (const auto& area : read.value->policies.areas) CHECK(area.index.has_value());
}

TEST_CASE("Mistakes in a file of indices are found") {
    const Folder folder;
    const std::pair<std::string, std::string> cases[] = {
        {"indices: [{id: a, years: {2027: 2.5%}}]\n", ""},
        {"indices: [{id: a, years: {2027: 2.5%}}, {id: a, years: {2027: 2.5%}}]\n", "P339"},
        {"indices: [{id: a, years: {2027: 2.5%, 2029: 2.5%}}]\n", "P502"},
        {"indices: [{id: a, years: {2027: 2.5%, 2028..: 2.5%}}]\n", "P739"},
        {"indices: [{id: a, years: {2027: 2.5}}]\n", "P740"},
        {"indices: [{id: a, years: {2027: 0.3}}]\n", "P740"},
        {"indices: [{id: a, years: {2027: 0}}]\n", ""},
        {"indices: [{id: a, years: {2027: b + 1 %}}]\n", "P741"},
        {"indices: [{id: a, years: {2027: 2.5 kr.}}]\n", "P741"},
        {"indices: [{id: a, years: {2027: -100%}}]\n", "P742"},
        {"indices: [{id: a, years: {}}]\n", "P743"},
        {"indices: [{id: a, years: {2027: {correction: 2 %}}}]\n", "P302"},
        {"valid_until: 2026-13-01\nindices: [{id: a, years: {2027: 2 %}}]\n", "P749"},
        {"indices: [{id: a}]\n", "P303"},
        {"", "P303"},
    };
    for (const auto& [content, codes] : cases) {
        CAPTURE(content);
        CHECK(folder.codes(file + content) == codes);
    }
    CHECK(folder.codes("kind: rates\nformat: 1\n") == "P322");
}

TEST_CASE("Amounts say their price level and their index; a card says them for all it holds") {
    const Folder folder;
    folder.put("card.yaml",
               "kind: rates\nformat: 1\nprice_level: 2025\nindex: pay\nrates: {adviser: 650, clerk: {value: 500, index: wages}}\n"
               "inputs: {place: {value: 700 t.kr., price_level: 2019}}\n");
    const auto read = folder.read(
        "decided_in: 2026\ndate: 2026-05-01\nuses: [card.yaml]\n"
        "budgets: {pool: {value: 5, price_level: 2024, index: prices}}\n"
        "recurring: [{id: a, cost: 1, price_level: 2023, index: building}]\n");
    INFO(shown(read.diagnostics));
    REQUIRE(read.ok());
    const auto& inputs = read.value->inputs;
    REQUIRE(inputs.size() == 3);
    CHECK(inputs[0].prices.level->value == 2025);
    CHECK(inputs[0].prices.of_file);
    CHECK(inputs[0].prices.index->value == "pay");
    CHECK(inputs[1].prices.index->value == "wages");
    CHECK(inputs[2].prices.level->value == 2019);
    CHECK_FALSE(inputs[2].prices.of_file);
    CHECK(read.value->budgets[0].prices.level->value == 2024);
    CHECK(read.value->lines[0].prices.index->value == "building");
    CHECK(read.value->decided_in->value == 2026);
    CHECK(*read.value->date == quantity::Date{2026, 5, 1});
}

}  // namespace provenu::input
