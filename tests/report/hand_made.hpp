#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/node.hpp"

namespace provenu::report::hand_made {

using Values = std::vector<double>;

/// A line of a table with the figures of its years; `nothing` leaves a year without a word.
inline constexpr double nothing = -0.125;

/// A plan and figures put together without a compilation: lines are handed in, sums follow from them, and whatever else a test
/// speaks of is set by hand.
class Proposal {
 public:
    explicit Proposal(quantity::Years years);

    /// Amounts of the table's years; the last goes on beyond the table.
    compile::PlannedLine& line(const std::string& id, model::Section section, const std::string& area, Values values);
    void area(const std::string& id, const std::string& danish, const std::string& english);
    void scalar(const std::string& name, double value);
    void yearly(const std::string& name, const Values& values, double then = 0);
    /// Payback on one basis as the compilation would state it; both infinities as of `payback.B.turn`.
    void payback(const std::string& basis, double turn, double first_outlay);
    /// The sums of all lines handed in so far; service counts net efficiency and all implementation.
    evaluate::Figures figures();

    compile::Plan plan;

 private:
    void sum(const std::string& name, const std::vector<std::pair<std::string, double>>& terms);
    void sum_section(model::Section section);
    void run(const std::string& flow, const std::string& balance);

    std::map<std::string, evaluate::Block, std::less<>> blocks_;
};

/// Copenhagen's specialist teams, with the table's figures as the drivers give them (published.csv is these rounded).
Proposal specialist_teams();

}  // namespace provenu::report::hand_made
