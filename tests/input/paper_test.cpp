#include <catch2/catch.hpp>

#include "provenu/input/read.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using Level = model::RiskAssessment::Level;

namespace {

const char* const lines = "recurring:\n  - {id: team, tags: [office], cost: 1}\n";

std::string mistake(const std::string& body) {
    const auto plan = support::plan_of(support::proposal(body + lines));
    const auto found = plan.diagnostics.sorted();
    return found.empty() ? "none" : support::located(found.front());
}

}  // namespace

TEST_CASE("what a paper says beside its figures is read, in one language or both") {
    const auto read =
        input::read_proposal_text(support::proposal("purpose: {da: Formål, en: Purpose}\n"
                                                    "follow_up:\n  - {target: Six, when: each spring}\n  - {target: Seven}\n"
                                                    "risk: {level: medium-to-high, risks: [{risk: Vacant posts}]}\n"
                                                    "heard:\n  - {who: The council, when: April 2026, says: Yes}\n"
                                                    "administration: {tags: [office]}\n" +
                                                    std::string(lines)),
                                  "case.yaml");
    REQUIRE(read.ok());
    const model::Paper& paper = read.value->paper;
    CHECK(paper.purpose.danish == "Formål");
    CHECK(paper.purpose.english == "Purpose");
    REQUIRE(paper.follow_up.size() == 2);
    CHECK(paper.follow_up[0].target.danish == "Six");
    CHECK(paper.follow_up[0].when.english == "each spring");
    CHECK(paper.risk.value().level == Level::medium_to_high);
    CHECK(paper.risk->risks.at(0).risk.english == "Vacant posts");
    CHECK(paper.heard.at(0).says.english == "Yes");
    CHECK(paper.administration.value().tags.at(0).value == "office");
}

TEST_CASE("administration must name lines and tags that are there") {
    CHECK(mistake("administration: {lines: [team]}\n") == "none");
    CHECK(mistake("administration: {lines: [teem]}\n") == "P920 team at 8:26");
    CHECK(mistake("administration: {lines: [director]}\n") == "P921 at 8:26");
    CHECK(mistake("administration: {tags: [ofice]}\n") == "P922 office at 8:25");
    CHECK(mistake("administration: {tags: [leadership]}\n") == "P923 at 8:25");
    CHECK(mistake("administration: {}\n").starts_with("P924"));
    CHECK(mistake("risk: {}\n").starts_with("P925"));
}
