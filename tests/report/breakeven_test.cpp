#include "provenu/report/breakeven.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "report/breakeven_words.hpp"
#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;
using risk::Goal;
using State = risk::Threshold::State;

namespace {

struct Answered {
    compile::Plan plan;  ///< of the levered proposal
    risk::Breakeven found;
};

Answered answered(const std::string& path) {
    const auto proposal = *input::read_proposal(path).value;
    const auto levered = risk::with_levers(proposal, risk::levers_of(proposal));
    return {*compile::compile(levered.proposal).value, *risk::breakeven(proposal, {}, {0, 5, {}}).value};
}

/// The percentage of what is planned that a sentence says.
double percent_in(const std::string& sentence) {
    const auto end = sentence.rfind(" %");
    const auto begin = sentence.find_last_not_of("0123456789.,", end - 1) + 1;
    std::string digits = sentence.substr(begin, end - begin);
    std::erase(digits, ',');
    const bool further = sentence.find(" % more than planned") != std::string::npos;
    return std::stod(digits) + (further ? 100 : 0);
}

double sum_at(const Answered& of, const risk::Lever& lever, double value) {
    const auto figures =
        evaluate::evaluate(formula::flatten(of.plan.book), {{lever.definition, Eigen::ArrayXd::Constant(1, value)}});
    double sum = 0;
    for (const double net : figures.table("net.total")) sum += net;
    return sum;
}

}  // namespace

TEST_CASE("every sentence of every example is true at the percentage it says") {
    int told = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PROVENU_EXAMPLES)) {
        if (entry.path().extension() != ".yaml" || !input::read_proposal(entry.path().string()).ok()) continue;
        const Answered of = answered(entry.path().string());
        const report::BreakevenWords words(of.found, of.plan, wording::Language::english);
        for (const auto& row : of.found.rows) {
            const bool said = row.sum.state == State::crosses && row.sum.crossings.size() == 1 && row.base != 0;
            if (!said || report::must_vanish(row.sum)) continue;
            const std::string sentence = words.sentence(row, Goal::Kind::sum);
            INFO(entry.path().string() + ": " + sentence);
            CHECK(sum_at(of, row.lever, row.base * percent_in(sentence) / 100) <= 1e-6);
            ++told;
        }
    }
    CHECK(told > 40);
}

TEST_CASE("a date is said by its end, never within: senest ved udgangen af 2031") {
    const Answered of = answered(PROVENU_EXAMPLES "/copenhagen/specialist-teams/proposal.yaml");
    const report::BreakevenWords danish(of.found, of.plan, wording::Language::danish);
    CHECK(danish.sentence(of.found.rows.front(), Goal::Kind::sum) ==
          "Forslaget er tjent hjem senest ved udgangen af 2031, hvis mindst 85 % af besparelserne realiseres.");
}

TEST_CASE("what several sentences have in common is said once, and which percentage to use beside the first") {
    const Answered of = answered(PROVENU_EXAMPLES "/copenhagen/specialist-teams/proposal.yaml");
    const report::BreakevenWords words(of.found, of.plan, wording::Language::english);
    CHECK(words.sentences({&of.found.rows[0], &of.found.rows[1]}, Goal::Kind::sum) ==
          std::vector<std::string>{
              "The proposal is paid back by the end of 2031 if at least 85 % of the savings are realised. This is the cautious "
              "figure, and the one to use: costs are counted as planned, even when the savings do not come.",
              "The same holds if at least 69 % of the net recurring effect is realised. That takes for granted that running "
              "costs shrink in step with the savings, and so promises more."});
    CHECK(words.listed({&of.found.rows[2], &of.found.rows[3]}, Goal::Kind::sum) ==
          std::vector<std::string>{"The proposal is paid back by the end of 2031 if (one at a time, all else as planned):",
                                   "\"Lasting effect of the social team\" is at least 69 % of what is planned",
                                   "\"Yearly running of the social team\" is at most 61 % more than planned"});
}
