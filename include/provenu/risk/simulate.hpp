#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "provenu/chance/design.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/risk/statistics.hpp"
#include "provenu/risk/uncertain.hpp"

namespace provenu::risk {

/// The percentiles that a simulation gives: shares of draws.
inline constexpr std::array<double, 5> percentile_shares{0.05, 0.10, 0.50, 0.90, 0.95};

/// Share of draws that the mean of the worst is taken of.
inline constexpr double worst_share = 0.05;

/// How many draws may be asked for.
inline constexpr std::uint64_t most_draws = 1'000'000'000;

/// What a simulation draws; all that its figures depend on beside the proposals.
struct Drawing {
    chance::Method method = chance::Method::sobol;
    std::uint64_t seed = 1;
    std::uint64_t draws = 65'536;
};

/// How the work is done; no figure depends on it.
struct Effort {
    int threads = 1;
    std::size_t room = std::size_t{12} << 20;        ///< bytes for draws that are kept
    std::function<void(double)> progress = nullptr;  ///< called now and then with the share that is done
    processor::Instructions instructions = processor::best();
};

/// A figure over all draws, in the table's money unit.
struct Spread {
    Estimate mean;
    Estimate deviation;
    std::array<Estimate, percentile_shares.size()> percentiles;
};

/// When it pays back, over all draws; in years, exact: -inf at once, +inf never.
struct PaybackSpread {
    std::vector<Estimate> within;  ///< share of draws that pay back within 1, 2 ... years
    Estimate within_table;         ///< by the end of the table
    Estimate never;
    std::array<Estimate, percentile_shares.size()> percentiles;
};

/// How often a yearly limit does not hold.
struct FrameRisk {
    std::string id;
    model::Text label;
    std::vector<Estimate> exceeded;  ///< share of draws, by year of the table
    Estimate ever;                   ///< in some year of the table
};

/// What the draws of one proposal, or of all together, come to.
struct Simulated {
    quantity::Years years;
    std::vector<double> planned_net;  ///< by year, as the file has it without uncertainty
    std::vector<double> planned_balance;
    double planned_npv = 0;
    bool has_npv = true;          ///< false: of several proposals whose present values are of different years or rates
    std::vector<Spread> net;      ///< by year
    std::vector<Spread> balance;  ///< at the end of each year
    Spread npv;
    Estimate good_npv;                   ///< share of draws with a present value of at most nought: it is worth it
    Estimate good_balance;               ///< the same of the balance at the end of the table
    Estimate worst_npv;                  ///< mean of the worst draws
    Estimate worst_balance;              ///< of the balance at the end of the table
    Histogram balance_bars;              ///< of the balance at the end of the table
    std::optional<PaybackSpread> total;  ///< none for several proposals together
    std::optional<PaybackSpread> service;
    std::vector<FrameRisk> frames;
};

/// Draws in which a result is not a number: a formula divided by zero, or grew out of all bounds.
struct Valueless {
    std::size_t proposal = 0;  ///< of the first such draw
    std::uint64_t first = 0;   ///< counted from 1
    std::uint64_t draws = 0;
};

struct Simulation {
    Drawing drawing;
    std::vector<Simulated> proposals;
    std::optional<Simulated> together;   ///< where there are several
    std::optional<Valueless> valueless;  ///< if set, there are no figures
};

/// What proposals that are drawn together say against each other: two rank correlations of one pair and correlations that cannot
/// all be had are errors; two ranges of what is drawn by one number is a warning.
diag::Diagnostics check_together(const std::vector<const Uncertainty*>& proposals);

/// Whether present values of the proposals are money of the same year, so that they can be added: the same first year and the
/// same discount factors.
bool have_one_present(const std::vector<const Uncertainty*>& proposals);

/// Draws the proposals together: inputs of the same name are the same draw.
/// \param proposals with the same unit and price level where there are several
Simulation simulate(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing, const Effort& effort);

/// A rule of the proposal (see formula::Bound) that some draws break.
struct Broken {
    diag::Diagnostic finding;  ///< as one table would give it
    std::size_t proposal = 0;
    std::uint64_t first = 0;  ///< draw, counted from 1
    std::uint64_t draws = 0;
};

/// Rules that hold or not as things are drawn, and that some draw breaks; by proposal, in the order of its book.
std::vector<Broken> broken_rules(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing, const Effort& effort);

/// What one draw of a simulation is made of: the values of the levers that vary, by name of definition. \param draw counted from
/// 1
std::vector<std::pair<std::string, double>> values_of_draw(const Uncertainty& proposal, const Drawing& drawing,
                                                           std::uint64_t draw);

/// Every result of the proposal in one draw.
evaluate::Figures figures_of_draw(const Uncertainty& proposal, const Drawing& drawing, std::uint64_t draw);

/// Spearman's rank correlations of the draws, for the pairs that the proposal correlates, in their order.
std::vector<double> realised(const Uncertainty& proposal, const Drawing& drawing);

}  // namespace provenu::risk
