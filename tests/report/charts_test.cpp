#include "provenu/report/charts.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "hand_made.hpp"
#include "report/large_amounts.hpp"

using namespace provenu;
using namespace provenu::report::hand_made;
using model::Section;
using report::Chart;
constexpr auto danish = wording::Language::danish;
constexpr auto english = wording::Language::english;
constexpr double infinite = std::numeric_limits<double>::infinity();

namespace {

/// 100 out, then 40 a year in: -> the balance is 100, 60, 20.
Proposal slow() {
    Proposal proposal({2026, 2028});
    proposal.line("project", Section::implementation, "service", {100, nothing, nothing});
    proposal.line("saving", Section::recurring, "service", {nothing, -40, -40});
    return proposal;
}

Chart net_of(Proposal& proposal, wording::Language language = danish) {
    return report::net_chart(proposal.plan, proposal.figures(), language);
}

}  // namespace

// Figures: the table of the paper (see committee_table_test).
TEST_CASE("net and balance of the specialist teams, with the highest point and where it turns") {
    Proposal proposal = specialist_teams();
    const Chart chart = net_of(proposal);
    CHECK(chart.categories == std::vector<std::string>{"2026", "2027", "2028", "2029", "2030", "2031"});
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[0].values[3] == Approx(-15450));
    CHECK(chart.series[1].values[1] == Approx(31459).margin(1));
    REQUIRE(chart.marks.size() == 2);
    CHECK(chart.marks[0].position == 1);  // 2027
    CHECK(chart.marks[0].words == "31,5 mio. kr.");
    CHECK(chart.marks[1].position == Approx(3.7914));  // 15,354 / (15,354 + 4,046) = 0.7914 of the way from 2029 to 2030
    CHECK(chart.marks[1].value == 0);
    CHECK(chart.marks[1].words == "tjent hjem i 2030");
    CHECK(chart.alternative ==
          "Søjlerne viser nettoeffekten år for år: en udgift på 14,8 mio. kr. i 2026, en gevinst på 21,1 mio. kr. i 2031. "
          "Balancen er højest 31,5 mio. kr. i 2027 og er tilbage på nul i 2030. "
          "Ved udgangen af 2031 er balancen en gevinst på 25,1 mio. kr.");
}

TEST_CASE("a proposal that does not pay back has no turn in its picture, and the words say so") {
    Proposal proposal = slow();
    const Chart chart = net_of(proposal, english);
    CHECK(chart.marks.size() == 1);
    CHECK(chart.alternative ==
          "Columns show the net effect year by year: an expenditure of DKK 100,000 in 2026, a gain of DKK 40,000 in 2028. "
          "The balance is highest at DKK 100,000 in 2026 and does not come back to zero within 33 years. "
          "By the end of 2028 the balance is an expenditure of DKK 20,000.");
}

TEST_CASE("a turn after the table's years is said but not drawn") {
    Proposal proposal = slow();
    proposal.payback("total", 3.5, 0);  // 20 left, 40 a year: half of 2029
    const Chart chart = net_of(proposal);
    CHECK(chart.marks.size() == 1);
    CHECK(chart.alternative.find("er først tilbage på nul i 2029, efter tabellens år.") != std::string::npos);
}

TEST_CASE("a proposal that gains from the start has a balance that is never above zero") {
    Proposal proposal({2026, 2027});
    proposal.line("saving", Section::recurring, "service", {-40, -40});
    proposal.payback("total", -infinite, 0);
    const Chart chart = net_of(proposal);
    CHECK(chart.marks.empty());
    CHECK(chart.alternative.find("Balancen er aldrig over nul.") != std::string::npos);
}

TEST_CASE("scenarios are lines of their balances, at most eight, and the rest is said to be missing") {
    Proposal proposal = slow();
    const auto figures = proposal.figures();
    Proposal late = slow();
    late.plan.scenario = {"late", {"Et år senere", "A year late"}};
    const std::vector<whatif::Case> two{{&proposal.plan, &figures}, {&late.plan, &figures}};
    const Chart chart = report::scenarios_chart(two, danish);
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[0].label == "Som foreslået");
    CHECK(chart.series[1].label == "Et år senere");
    CHECK(chart.series[1].values == std::vector<double>{100, 60, 20});
    CHECK(chart.alternative ==
          "En linje for hvert scenarie viser balancen ved årets udgang. "
          "Som foreslået: kommer ikke tilbage på nul; ved udgangen af 2028 en udgift på 20.000 kr. "
          "Et år senere: kommer ikke tilbage på nul; ved udgangen af 2028 en udgift på 20.000 kr.");
    const Chart many = report::scenarios_chart(std::vector<whatif::Case>(12, two.back()), danish);
    CHECK(many.series.size() == 8);
    CHECK(many.caption == "Balancen under de første 8 af 12 scenarier 2026-2028");
}

TEST_CASE("the fan of the balance lies between the percentiles of each year") {
    Proposal proposal = slow();
    risk::Simulated simulated;
    simulated.years = {2026, 2027};
    for (const double year : {100.0, -2000.0}) {
        risk::Spread spread;
        for (std::size_t i = 0; i < 5; ++i) spread.percentiles[i].value = year + 10 * static_cast<double>(i);
        simulated.balance.push_back(spread);
    }
    simulated.planned_balance = {110, -2500};
    const Chart chart = report::fan_chart(simulated, proposal.plan, danish);
    REQUIRE(chart.series.size() == 4);
    CHECK(chart.series[0].values == std::vector<double>{100, -2000});  // 5 and 95 of 100
    CHECK(chart.series[0].upper == std::vector<double>{140, -1960});
    CHECK(chart.series[1].values == std::vector<double>{110, -1990});  // 10 and 90
    CHECK(chart.series[1].upper == std::vector<double>{130, -1970});
    CHECK(chart.series[2].values == std::vector<double>{120, -1980});
    CHECK(chart.series[3].values == std::vector<double>{110, -2500});
    CHECK(chart.alternative ==
          "Viften bliver bredere, jo længere frem der ses. Ved udgangen af 2027 ligger balancen i 8 ud af 10 forløb mellem en "
          "gevinst på 2,0 mio. kr. og en gevinst på 2,0 mio. kr.; midten er en gevinst på 2,0 mio. kr. "
          "Som planlagt er den en gevinst på 2,5 mio. kr.");
}

TEST_CASE("amounts are said in the size that people use") {
    const quantity::Money thousand{3};
    CHECK(report::large_amount(danish, 31459, thousand) == "31,5 mio. kr.");
    CHECK(report::large_amount(danish, -999, thousand) == "999.000 kr.");
    CHECK(report::large_amount(danish, 1250000, thousand) == "1,3 mia. kr.");  // half away from zero
    CHECK(report::large_amount(english, 46.2, quantity::Money{6}) == "DKK 46.2 million");
    CHECK(report::spent_or_gained(danish, 0.4, thousand) == "nul");  // as the table prints it
}
