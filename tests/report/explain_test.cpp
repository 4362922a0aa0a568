#include "provenu/report/explain.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using wording::Language;

namespace {

const std::string teams = proposal(R"(
inputs:
  adviser: {value: 650 t.kr./FTE/year, source: "paper, section 2"}
  leader: 700
  share: 16,1 %
  places: {stock: {add: 2, from: 2027}}
  price: {2027: 30, 2028..: 40}
recurring:
  - id: effect
    label: {da: Effekt, en: Effect}
    saving: places * price * 12
  - id: running
    label: Running
    staff: {adviser: 3, leader: 1}
    period: 2027-07..
    source: paper, table 1
  - id: unused
    label: Unused
    cost: {2026: 0}
implementation:
  - id: anchoring
    label: Anchoring
    staff: {adviser: 4}
    period: 2026-07..2027-06
)");

std::vector<std::string> told(const std::string& address, const std::string& text = teams) {
    const auto result = report::explain(*plan_of(text).value, address, Language::english);
    if (!result.ok()) return {shown(result.diagnostics.sorted().front())};
    std::vector<std::string> lines;
    for (const auto& link : std::get<report::Chain>(result.value->items.at(0)).links)
        lines.push_back(std::string(static_cast<std::size_t>(link.depth), '.') + link.text);
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a cell is told from its line down to the inputs and their sources") {
    CHECK(told("running[2027]") == Lines{
                                       "running: Running",
                                       "running[2027]: 1,325 = 6/12 x (3 x 650 + 700)  (source: paper, table 1)",
                                       ".adviser: 650  (source: paper, section 2)",
                                       ".leader: 700",
                                   });
    CHECK(told("share") == Lines{"share", "share: 16.1 %"});
}

TEST_CASE("a line's label is told in the proposal's language") {
    CHECK(told("effect[2026]").at(0) == "effect: Effekt");
}

TEST_CASE("without a year all years of the table are told, each name's cell once") {
    const Lines lines = told("anchoring");
    CHECK(lines == Lines{
                       "anchoring: Anchoring",
                       "anchoring[2026]: 1,300 = 6/12 x (4 FTE x 650)",
                       ".adviser: 650  (source: paper, section 2)",
                       "anchoring[2027]: 1,300 = 6/12 x (4 FTE x 650)",
                       "anchoring[2028]: 0 = 0/12 x (4 FTE x 650)",
                       "anchoring[2029]: 0 = 0/12 x (4 FTE x 650)",
                       "anchoring[2030]: 0 = 0/12 x (4 FTE x 650)",
                       "anchoring[2031]: 0 = 0/12 x (4 FTE x 650)",
                   });
}

TEST_CASE("a stock is told by those who came") {
    CHECK(told("effect[2028]") == Lines{
                                      "effect: Effekt",
                                      "effect[2028]: -1,920 = -4 x 40 x 12",
                                      ".places[2028]: 4 = 2 + 2",
                                      ".price[2028]: 40",
                                  });
}

TEST_CASE("a subtotal, the net, the balance, payback and present value are told by their terms") {
    CHECK(told("net[2027]") == Lines{
                                   "net",
                                   "net[2027]: 1,905",
                                   ".net.total[2027]: 1,905 = 605 + 1,300",
                                   "..recurring.total[2027]: 605 = -720 + 1,325",
                                   "...effect[2027]: -720 = -2 x 30 x 12",
                                   "....places[2027]: 2",
                                   "....price[2027]: 30",
                                   "...running[2027]: 1,325 = 6/12 x (3 x 650 + 700)  (source: paper, table 1)",
                                   "....adviser: 650  (source: paper, section 2)",
                                   "....leader: 700",
                                   "..implementation.total[2027]: 1,300",
                                   "...anchoring[2027]: 1,300 = 6/12 x (4 FTE x 650)",
                               });
    CHECK(told("balance.total[2027]").at(1) == "balance.total[2027]: 3,205 = 1,300 + 1,905");
    CHECK(told("payback.total").at(2) == ".payback.total.turn-year: 6 = (6.1174 rounded up) - 1");
    CHECK(told("npv").at(1).substr(0, 27) == "npv: 767.3 = 1,300 + 1,840.");
    CHECK(told("full_phase_in").at(2) == ".recurring.total[2031..]: -2,150 = -4,800 + 2,650");
}

TEST_CASE("what never pays back, and what does at once, is said in words") {
    const std::string costs = proposal("recurring:\n  - {id: a, label: A, cost: 5}\n");
    CHECK(told("payback.total", costs).at(1) == "payback.total: the balance never falls to zero for good");
    const std::string savings = proposal("recurring:\n  - {id: a, label: A, saving: 5}\n");
    CHECK(told("payback.total", savings).at(1) == "payback.total: the balance is never above zero");
}

TEST_CASE("an address that names nothing is refused with the nearest one") {
    CHECK(told("nett").at(0) == "P931: there is no figure nett | did you mean net? at 0:0");
    CHECK(told("runing[2027]").at(0) == "P931: there is no figure runing | did you mean running? at 0:0");
    CHECK(told("qqqqqqqq").at(0).substr(0, 34) == "P932: there is no figure qqqqqqqq ");
    CHECK(told("net[2099]").at(0) ==
          "P933: 2099 is outside the years that are computed | choose a year from 2026 to 2061 at 0:0");
    for (const std::string wrong : {"net[", "net[]", "net[2027", "net[2027]x", "net[x]", "net[ 2027]", "net[99999999999]"})
        CHECK(told(wrong).at(0).substr(0, 4) == "P930");
}
