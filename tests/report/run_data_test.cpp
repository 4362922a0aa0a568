#include <catch2/catch.hpp>
#include <limits>

#include "hand_made.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/run.hpp"

using namespace provenu;
using namespace provenu::report::hand_made;
using model::Section;
using report::Data;
constexpr double infinite = std::numeric_limits<double>::infinity();

namespace {

Data data_of(Proposal& proposal) {
    return report::run_data(proposal.plan, proposal.figures(), wording::Language::english);
}

std::vector<std::string> keys(const Data& data) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : std::get<Data::Object>(data.value)) keys.push_back(key);
    return keys;
}

const Data& at(const Data& data, const std::string& key) {
    for (const auto& [name, value] : std::get<Data::Object>(data.value))
        if (name == key) return value;
    throw std::out_of_range(key);
}

std::string json(const Data& data) {
    std::string text = output::json(data);
    text.pop_back();
    return text;
}

Proposal costs() {
    Proposal proposal({2026, 2027});
    proposal.line("a", Section::recurring, "supply", {nothing, -3.5}).label = {"Besparelse", "Saving"};
    proposal.area("supply", "Forsyning", "Supply");
    proposal.line("b", Section::implementation, "service", {10, nothing});
    return proposal;
}

}  // namespace

TEST_CASE("the keys of a run stand as others rely on them") {
    Proposal proposal = costs();
    const Data data = data_of(proposal);
    CHECK(keys(data) == std::vector<std::string>{"id", "title", "unit", "price_level", "scenario", "years", "lines", "recurring",
                                                 "implementation", "net", "balance", "peak", "investment_need", "full_phase_in",
                                                 "payback", "npv", "irr", "frame_freed", "notes"});
    CHECK(keys(at(data, "recurring")) ==
          std::vector<std::string>{"total", "service", "transfers", "capital", "financing", "supply", "net_efficiency"});
    CHECK(keys(at(data, "implementation")) == std::vector<std::string>{"total", "service", "supply"});
    CHECK(json(at(at(data, "recurring"), "supply")) == "[0.0, -3.5]");
    CHECK(json(at(at(data, "recurring"), "capital")) == "[0.0, 0.0]");
    CHECK(json(at(data, "unit")) == "\"1000 DKK\"");
    CHECK(json(at(data, "irr")) == "null");
    CHECK(json(std::get<Data::List>(at(data, "lines").value)[0]) == R"({
  "id": "a",
  "label": "Saving",
  "section": "recurring",
  "area": "supply",
  "values": [0.0, -3.5],
  "then": -3.5
})");
}

TEST_CASE("payback as data has a state, and nulls where there is no year") {
    Proposal proposal = costs();
    proposal.payback("total", 4.75, 0);
    proposal.scalar("payback.total.discounted_exact", 5.25);
    proposal.payback("service", infinite, 0);
    CHECK(json(at(data_of(proposal), "payback")) == R"({
  "convention": "turn-year",
  "total": {
    "state": "pays-back",
    "years": 4,
    "exact": 4.75,
    "turn_year": 2030,
    "beyond_table": true,
    "discounted_exact": 5.25
  },
  "service": {
    "state": "never",
    "years": null,
    "exact": null,
    "turn_year": null,
    "beyond_table": null,
    "discounted_exact": null
  },
  "conventions": {
    "turn-year": 4,
    "calendar-years": 5,
    "ceiling": 5
  }
})");
    proposal.payback("total", -infinite, 0);
    CHECK(json(at(at(at(data_of(proposal), "payback"), "total"), "state")) == "\"at-once\"");
    CHECK(json(at(at(at(data_of(proposal), "payback"), "conventions"), "ceiling")) == "null");
}

TEST_CASE("a chosen convention of another kind joins the list of conventions") {
    Proposal proposal = costs();
    proposal.payback("total", 4.75, 0);
    proposal.plan.payback.convention = model::Convention::exact;
    proposal.scalar("payback.total", 4.75);
    CHECK(json(at(at(at(data_of(proposal), "payback"), "conventions"), "exact")) == "4.75");
    proposal.plan.payback = {model::Convention::nearest_from, {2026, 5, 1}};
    proposal.scalar("payback.total", 4);
    CHECK(json(at(at(at(data_of(proposal), "payback"), "conventions"), "nearest-from:2026-05-01")) == "4");
    CHECK(json(at(at(data_of(proposal), "payback"), "convention")) == "\"nearest-from:2026-05-01\"");
}

TEST_CASE("another horizon has its own present value") {
    Proposal proposal = costs();
    proposal.scalar("npv", 6.5);
    CHECK(json(at(data_of(proposal), "npv")) == R"({
  "schedule": "fm-2023",
  "timing": "start",
  "table": 6.5,
  "horizon_years": 2
})");
    proposal.plan.horizon_years = 10;
    proposal.scalar("npv.horizon", -17.25);
    CHECK(json(at(at(data_of(proposal), "npv"), "horizon")) == "-17.25");
}

TEST_CASE("teams and key figures are there only when the file speaks of them") {
    Proposal proposal = costs();
    proposal.plan.teams.push_back({"team", {"Holdet", "The team"}, "fte.i", "fte.r", "fte.t"});
    proposal.yearly("fte.i", {8.25, 0});
    proposal.yearly("fte.r", {8.75, 17});
    proposal.yearly("fte.t", {17, 17});
    const auto per_place = quantity::unit_of(quantity::Dimension::money) / quantity::unit_of(quantity::Dimension::place);
    proposal.plan.figures.push_back({"cost-per-place", {"Udgift pr. plads", "Cost per place"}, per_place, ""});
    proposal.scalar("cost-per-place", 35);
    const Data data = data_of(proposal);
    CHECK(json(std::get<Data::List>(at(data, "fte").value)[0]) == R"({
  "id": "team",
  "label": "The team",
  "implementation": [8.25, 0.0],
  "recurring": [8.75, 17.0],
  "total": [17.0, 17.0]
})");
    CHECK(json(std::get<Data::List>(at(data, "key_figures").value)[0]) == R"({
  "id": "cost-per-place",
  "label": "Cost per place",
  "unit": "1000 DKK/place",
  "value": 35.0
})");
}

TEST_CASE("notes are the table's footnotes") {
    Proposal proposal = costs();
    proposal.plan.notes.push_back({"Foreløbigt.", "Preliminary."});
    const Data data = data_of(proposal);
    const auto& notes = std::get<Data::List>(at(data, "notes").value);
    CHECK(json(notes.front()) == "\"Positive figures are costs; negative figures are savings and income.\"");
    CHECK(json(notes.back()) == "\"Preliminary.\"");
}
