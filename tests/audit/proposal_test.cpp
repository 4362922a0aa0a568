#include "provenu/audit/proposal.hpp"

#include <catch2/catch.hpp>

#include "audit/tables.hpp"
#include "audit/told.hpp"
#include "support/proposals.hpp"

namespace provenu {
namespace {

using support::none;
using support::row;
using support::Told;

const char* const body = R"(inputs:
  adviser: 600 t.kr./FTE/year
  leader: 700 t.kr./FTE/year
recurring:
  - id: effect
    label: {da: Besparelse på køb, en: Fewer places}
    saving: {2027: 5090, 2028: 10180, 2029: 20940, 2030: 23320, 2031..: 25120}
  - id: support
    label: {da: Støtte i eget hjem, en: Support}
    follows: effect
    cost: {2027: 820, 2028: 1640, 2029: 3030, 2030: 3010, 2031..: 3240}
  - id: rent
    label: {da: Huslejetilskud, en: Rent}
    area: transfers
    converted_from: service
    cost: {2027: 180, 2028: 370, 2029: 760, 2030: 840, 2031..: 910}
implementation:
  - id: team
    label: {da: Team, en: Team}
    staff: {adviser: 10, leader: 1}
    period: 2026-07..2027-12
printed:
  payback: {total: 2}
  claims:
)";

/// What the proposal itself would print.
tables::PublishedTable table() {
    tables::PublishedTable table;
    table.path = "printed.csv";
    table.years = {2026, 2031};
    table.rows = {
        row("recurring", "Besparelse på køb", "service", {none, -5090, -10180, -20940, -23320, -25120}),
        row("recurring", "Støtte i eget hjem", "service", {none, 820, 1640, 3030, 3010, 3240}),
        row("recurring", "Huslejetilskud *", "transfers", {none, 180, 370, 760, 840, 910}),
        row("recurring_total_service", "Varig, service", "service", {0, -4270, -8540, -17910, -20310, -21880}),
        row("recurring_total", "Varig", "", {0, -4090, -8170, -17150, -19470, -20970}),
        row("implementation", "Team", "service", {3350, 6700, none, none, none, none}),
        row("implementation_total", "Implementering", "", {3350, 6700, 0, 0, 0, 0}),
        row("net", "Netto", "", {3350, 2610, -8170, -17150, -19470, -20970}),
        row("balance", "Balance", "", {3350, 5960, -2210, -19360, -38830, -59800}),
    };
    return table;
}

std::string claim(const std::string& says, const std::string& value, const std::string& is) {
    return "    - {says: \"" + says + "\", value: \"" + value + "\", is: \"" + is + "\"}\n";
}

audit::Findings audited(const tables::PublishedTable& printed, const std::string& claims = claim("x", "1", "1")) {
    const auto text = support::proposal(body + claims);
    const auto read = input::read_proposal_text(text, "case.yaml");
    const auto computed = support::compute(text);
    return audit::audit_proposal({computed.plan, computed.figures, *read.value->printed, &printed, std::nullopt});
}

TEST_CASE("A table as the proposal gives it has no difference, and its payback is the turn year's", "[audit]") {
    const auto found = audited(table());
    CHECK(support::differences(found) == Told{});
    CHECK(found.is_clean());
    REQUIRE(found.paybacks.size() == 1);
    CHECK(found.paybacks[0].conventions == Told{"turn-year"});
    CHECK(found.paybacks[0].exact == Approx(2 + 5960.0 / 8170));
}

TEST_CASE("A row's own difference is told once, whether the totals carry it or not", "[audit]") {
    auto wrong = support::with(table(), "Støtte i eget hjem", 2029, 3290);
    const Told expected{"Støtte i eget hjem 2029: 3290 for 3030"};
    CHECK(support::differences(audited(wrong)) == expected);
    for (const char* total : {"Varig, service", "Varig", "Netto"}) support::find(wrong, total).values[3].value() += 260;
    for (std::size_t year = 3; year < 6; ++year) support::find(wrong, "Balance").values[year].value() += 260;
    CHECK(support::differences(audited(wrong)) == expected);
}

struct Planted {
    const char* title;
    tables::PublishedTable table;
    Told found;
};

TEST_CASE("Each slip against the proposal is found once, with its cause", "[audit]") {
    const auto right = table();
    auto renamed = right;
    support::find(renamed, "Støtte i eget hjem").label = "STØTTE I  EGET HJEM**";
    support::find(renamed, "Team").label = "Medarbejdere i opstarten";
    auto shifted = right;
    support::find(shifted, "Besparelse på køb").values = {-5090, -10180, -20940, -23320, -25120, none};
    auto extra = right;
    extra.rows.push_back(row("implementation", "Møbler", "service", {50, none, none, none, none, none}));
    tables::PublishedTable totals = right;
    std::erase_if(totals.rows, [](const tables::PublishedRow& each) { return tables::is_line(each); });
    const std::vector<Planted> cases{
        {"labels spelled otherwise", renamed, {}},
        {"digits", support::with(right, "Huslejetilskud *", 2029, 670), {"Huslejetilskud 2029: 670 for 760: swapped digits"}},
        {"a sign",
         support::with(right, "Besparelse på køb", 2028, 10180),
         {"Besparelse på køb 2028: 10180 for -10180: other sign"}},
        {"a digit", support::with(right, "Team", 2027, 670), {"Team 2027: 670 for 6700: a digit too few"}},
        {"a row a year too early",
         shifted,
         {"Besparelse på køb 2026: -5090 for 0: shifted 1", "Besparelse på køb 2027: -10180 for -5090: shifted 1",
          "Besparelse på køb 2028: -20940 for -10180: shifted 1", "Besparelse på køb 2029: -23320 for -20940: shifted 1",
          "Besparelse på køb 2030: -25120 for -23320: shifted 1", "Besparelse på køb 2031: nothing for -25120: shifted 1"}},
        {"a row of the proposal that is not printed",
         support::without(right, "Støtte i eget hjem"),
         {"Støtte i eget hjem 2027: nothing for 820: missing row", "Støtte i eget hjem 2028: nothing for 1640: missing row",
          "Støtte i eget hjem 2029: nothing for 3030: missing row", "Støtte i eget hjem 2030: nothing for 3010: missing row",
          "Støtte i eget hjem 2031: nothing for 3240: missing row"}},
        {"a printed row that the proposal has not", extra, {"Møbler 2026: 50 for nothing: unknown row"}},
        {"the net", support::with(right, "Netto", 2029, -17150 + 2 * 760), {"net 2029: -15630 for -17150: 2 x Huslejetilskud"}},
        {"the balance", support::with(right, "Balance", 2029, -2210), {"balance 2029: -2210 for -19360: without 2029"}},
        {"totals alone", totals, {}},
        {"totals alone, one wrong",
         support::with(totals, "Varig", 2030, -19740),
         {"recurring_total 2030: -19740 for -19470: swapped digits"}},
    };
    for (const Planted& planted : cases) {
        INFO(planted.title);
        CHECK(support::differences(audited(planted.table)) == planted.found);
    }
}

TEST_CASE("Rows that a paper rounds to 5 or 10 are right, and a note says so", "[audit]") {
    auto coarse = table();
    support::find(coarse, "Støtte i eget hjem").values = {none, 820, 1640, 3030, 3010, 3240};
    const auto found = audited(coarse);
    CHECK(std::ranges::none_of(found.notes, [](const auto& note) { return std::holds_alternative<audit::CoarseRow>(note); }));
    std::string text = support::proposal(body + claim("x", "1", "1"));
    text.replace(text.find("2028: 1640"), 10, "2028: 1644");
    const auto read = input::read_proposal_text(text, "case.yaml");
    const auto computed = support::compute(text);
    const auto rounded = audit::audit_proposal({computed.plan, computed.figures, *read.value->printed, &coarse, std::nullopt});
    CHECK(support::differences(rounded) == Told{});
    const auto note =
        std::ranges::find_if(rounded.notes, [](const auto& each) { return std::holds_alternative<audit::CoarseRow>(each); });
    REQUIRE(note != rounded.notes.end());
    CHECK(std::get<audit::CoarseRow>(*note).unit == 10);
    REQUIRE(std::get<audit::CoarseRow>(*note).figures.size() == 1);
    CHECK(std::get<audit::CoarseRow>(*note).figures[0].computed == 1644);
}

struct Said {
    const char* says;
    const char* value;
    const char* is;
    const char* found;  ///< `holds`, or the cause
};

std::string found_of(const audit::Claim& claim) {
    if (claim.holds) return "holds";
    return claim.cause ? std::visit(support::CauseTold{}, *claim.cause) : "wrong";
}

TEST_CASE("A figure of the text holds within half of its last digit, and says why where it does not", "[audit]") {
    const auto wrong = support::with(table(), "Netto", 2031, -20970 + 2 * 910);  // -19150
    const std::vector<Said> cases{
        {"21,1 mio. kr.", "21,1 mio. kr.", "21.05 mio. kr.", "holds"},
        {"12,2 mio. kr.", "12,2 mio. kr.", "12.25 mio. kr.", "holds"},
        {"12,3 mio. kr.", "12,3 mio. kr.", "12249 t.kr.", "wrong"},
        {"21,00 mio. kr.", "21,00 mio. kr.", "-recurring.total[2031]", "wrong"},  // 20.97
        {"21,0 mio. kr.", "21,0 mio. kr.", "-recurring.total[2031]", "holds"},
        {"21 mio. kr.", "21000", "-recurring.total[2031]", "holds"},  // the words are rougher than the file
        {"som nævnt", "21000", "-recurring.total[2031]", "wrong"},
        {"19,2 mio. kr.", "19,2 mio. kr.", "-net[2031]", "carries on Netto 2031"},  // 19.15 in the table, 20.97 is right
        {"1,5 kr.", "1,5 kr.", "1530 t.kr.", "power of ten -6"},
        {"1,5 kr.", "1,5 mio. kr.", "1530 t.kr.", "power of ten -6"},
        {"1,5 t.kr.", "1,5 t.kr.", "1530 t.kr.", "power of ten -3"},
        {"97,20 mio. kr.", "97,20 mio. kr.", "-recurring.total[2031]", "wrong"},
        {"29,07 mio. kr.", "29,07 mio. kr.", "-recurring.total[2031]", "swapped digits"},  // 20.97
        {"5,7 mio. kr.", "5,7 mio. kr.", "5265 t.kr.", "a digit too few"},
        {"27,2 årsværk", "27,2 FTE", "13.56 FTE", "2 times"},
        {"et halvt", "0,5 FTE", "1 FTE", "1/2"},
        {"6,0 mio. kr.", "6,0 mio. kr.", "10 FTE * adviser + 1 FTE * leader", "without term 2"},
        {"-21,0 mio. kr.", "-21,0 mio. kr.", "-recurring.total[2031]", "other sign"},
        {"16,1 %", "16,1 %", "820/5090", "holds"},
        {"61,1 %", "61,1 %", "820/5090", "swapped digits"},
        {"payback 3", "3", "payback.total.exact", "holds"},
    };
    std::string claims;
    for (const Said& said : cases) claims += claim(said.says, said.value, said.is);
    const auto found = audited(wrong, claims);
    REQUIRE(found.claims.size() == cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO(cases[i].says << " for " << cases[i].is);
        CHECK(found_of(found.claims[i]) == cases[i].found);
    }
}

TEST_CASE("A figure of the text that is one a year, or of another kind, is refused", "[audit]") {
    const auto codes = [](const std::string& each) { return support::codes(support::proposal(body + each)); };
    CHECK(codes(claim("x", "1", "recurring.total")) == "P895");
    CHECK(codes(claim("x", "1 mio. kr.", "2 FTE")) == "P896");
    CHECK(codes(claim("x", "1 mio. kr.", "net[2031]")).empty());
    CHECK(codes(claim("x", "1", "net[2031]")).empty());
}

}  // namespace
}  // namespace provenu
