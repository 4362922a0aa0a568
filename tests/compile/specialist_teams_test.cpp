#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using model::Convention;

// Copenhagen 2026, specialist outreach teams, price level 2027: the printed table, training as printed (350 and 700).

namespace {

const std::string teams = proposal(R"(
inputs:
  adviser: 650 t.kr./FTE/year
  social_leader: 700
  psychologist: 800
  coordinator: 910
  case_officer: 630
  average: 660
  academic: 810
recurring:
  - id: social-effect
    label: Varig effekt ved den socialfaglige team
    saving: {2027: 7200, 2028: 12400, 2029: 18400, 2030: 20000, 2031..: 21400}
  - id: social-running
    label: Årlig drift af den socialfaglige team
    staff: {adviser: 16, social_leader: 1}
    phase_in: {2027: 3/17, 2028: 50%, 2029: 100%}
  - id: health-effect
    label: Varig effekt ved den sundhedsfaglige team
    saving: {2027: 2900, 2028: 7450, 2029: 11900, 2030..: 12500}
  - id: health-running
    label: Årlig drift af den sundhedsfaglige team
    staff: {adviser: 11, psychologist: 1}
    phase_in: {2027: 2/12, 2028: 50%, 2029: 100%}
  - id: support-effect
    label: Varig effekt ved den driftsunderstøttende team
    saving: {2027: 3250, 2028: 6000, 2029: 7060, 2030: 8810, 2031..: 9060}
  - id: support-running
    label: Årlig drift af den driftsunderstøttende team
    staff: {adviser: 3, coordinator: 1}
    phase_in: {2028: 50%, 2029: 100%}
implementation:
  - id: staff
    label: Medarbejdere til specialiserede teams i implementeringsperioden
    parts:
      - {staff: {adviser: 16, social_leader: 1}, period: [2026-07..2026-12, 2028-01..2028-06]}
      - {staff: {adviser: 11, psychologist: 1}, period: [2026-07..2026-12, 2028-01..2028-06]}
      - {staff: {adviser: 3, coordinator: 1}, period: [2026-07..2026-12, 2028-01..2028-06]}
      - {staff: {case_officer: 4}, period: [2026-07..2026-12, 2028-01..2028-06]}
      - {staff: {average: 33}, period: 2027}
  - id: management
    label: Tværgående programledelse
    staff: {academic: 2}
    period: 2026-07..2028-06
  - id: anchoring
    label: Frikøb til faglig udvikling og forankring
    parts:
      - {staff: {academic: 3}, period: 2026-07..2028-06}
      - {staff: {academic: 0.5}, period: 2026-07..2027-06}
  - id: training
    label: Kompetenceudvikling i specialiserede teams
    cost: {2026: 350, 2027: 700}
)");

Computed with(model::Payback convention) {
    compile::Choices choices;
    choices.payback = convention;
    return compute(teams, choices);
}

}  // namespace

TEST_CASE("the specialist teams' rows are the printed ones, unrounded") {
    const Computed found = compute(teams);
    using Row = std::vector<double>;
    const auto row = [&](const std::string& name) { return found.table(name); };
    CHECK(row("staff") == Row{0.5 * (11'100 + 7'950 + 2'860 + 4 * 630), 33 * 660, 12'215, 0, 0, 0});
    CHECK(row("management") == Row{810, 1620, 810, 0, 0, 0});
    CHECK(row("anchoring") == Row{0.5 * 3.5 * 810, 3 * 810 + 0.5 * 0.5 * 810, 0.5 * 3 * 810, 0, 0, 0});
    CHECK(row("training") == Row{350, 700, 0, 0, 0, 0});
    CHECK(row("implementation.total") == Row{14'792.5, 26'732.5, 14'240, 0, 0, 0});
    CHECK(row("social-running")[1] == Approx(11'100 * 3.0 / 17).epsilon(1e-15));
    CHECK(row("health-running")[1] == Approx(1'325).epsilon(1e-15));
    CHECK(row("support-running") == Row{0, 0, 1'430, 2'860, 2'860, 2'860});
}

TEST_CASE("the specialist teams' net, payback and present value are the known ones") {
    const Computed found = compute(teams);
    const double net_2027 = 26'732.5 - (7'200 + 2'900 + 3'250) + 11'100 * 3.0 / 17 + 7'950 * 2.0 / 12;  // 16,666.3
    const double expected[] = {14'792.5, net_2027, -655, -15'450, -19'400, -21'050};
    for (int year = 2026; year <= 2031; ++year)
        CHECK(found.at("net.total", year) == Approx(expected[year - 2026]).epsilon(1e-14));
    CHECK(net_2027 == Approx(16'666.3).margin(0.05));
    CHECK(found["payback.total.exact"] == Approx(4.791).margin(0.0005));
    CHECK(found["payback.service.exact"] == found["payback.total.exact"]);  // all of it is service
    CHECK(found["payback.total.turn_year"] == 2030);
    CHECK(found["npv"] == Approx(-18'280.75).margin(0.005));
    CHECK(found["npv.horizon"] == found["npv"]);
    CHECK(found["investment_need"] == 14'792.5 + 26'732.5 + 14'240);
    CHECK(found["full_phase_in"] == -21'050);
    CHECK(found["peak"] == Approx(14'792.5 + net_2027).epsilon(1e-14));
    CHECK(found["peak.year"] == 2027);
    CHECK(found["payback.total.discounted_exact"] == Approx(4.967).margin(0.0005));
}

TEST_CASE("each convention makes its own number of years of the same moment") {
    const Computed found = compute(teams);
    CHECK(found["payback.total"] == 4);  // turn-year is the default
    CHECK(found["payback.total.turn-year"] == 4);
    CHECK(found["payback.total.calendar-years"] == 5);
    CHECK(found["payback.total.ceiling"] == 5);
    CHECK(with({Convention::calendar_years, {}})["payback.total"] == 5);
    CHECK(with({Convention::ceiling, {}})["payback.service"] == 5);
    CHECK(with({Convention::exact, {}})["payback"] == Approx(4.791).margin(0.0005));
    // 4.791 - 4/12 = 4.458 years after 1 May 2026
    CHECK(with({Convention::nearest_from, {2026, 5, 1}})["payback.total"] == 4);
    CHECK(with({Convention::nearest_from, {2026, 1, 1}})["payback.total"] == 5);
    CHECK_FALSE(found.figures.has("payback.total.nearest-from"));
}
