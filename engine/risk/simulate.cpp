#include "provenu/risk/simulate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "risk/study.hpp"
#include "risk/together.hpp"
#include "risk/valueless.hpp"

namespace provenu::risk {
namespace {

using compile::Plan;
using evaluate::Wanted;

constexpr double noise = 1e-6;  // of a limit that holds exactly
constexpr double greatest = std::numeric_limits<double>::max();
constexpr int bars = 16;

/// Results wanted of each proposal and sums of them, and what is asked of each.
struct Questions {
    std::vector<std::vector<Wanted>> wanted;       ///< by proposal
    std::vector<std::vector<std::size_t>> totals;  ///< the results that each is the sum of; they stand behind those of proposals
    std::vector<Asked> asked;

    std::size_t add(Wanted result, Asked question) {
        wanted.back().push_back(std::move(result));
        asked.push_back(std::move(question));
        return asked.size() - 1;
    }
    std::size_t add_total(std::vector<std::size_t> of, Asked question) {
        totals.push_back(std::move(of));
        asked.push_back(std::move(question));
        return asked.size() - 1;
    }
};

Asked whole_spread() {
    return {.moments = true, .percentiles = {percentile_shares.begin(), percentile_shares.end()}};
}

Asked spread_with_tail(int bars_wanted) {
    Asked asked = whole_spread();
    asked.thresholds = {0};
    asked.worst_shares = {worst_share};
    asked.bars = bars_wanted;
    return asked;
}

Asked of_payback(int years) {
    Asked asked{.percentiles = {percentile_shares.begin(), percentile_shares.end()}};
    for (int year = 1; year <= years; ++year) asked.thresholds.push_back(year + noise * noise);
    asked.thresholds.push_back(greatest);
    return asked;
}

/// Where the results of a proposal stand among all.
struct Positions {
    std::size_t net = 0;  ///< by year from here on, as are all that are yearly
    std::size_t balance = 0;
    std::size_t npv = 0;
    std::size_t payback = 0;           ///< exact and turn, in total and of service
    std::vector<std::size_t> missing;  ///< by frame
    std::vector<std::size_t> ever;     ///< missing in all years together, by frame
};

std::vector<std::size_t> range(std::size_t first, std::size_t count) {
    std::vector<std::size_t> positions(count);
    std::iota(positions.begin(), positions.end(), first);
    return positions;
}

Positions ask(Questions& questions, const Plan& plan) {
    Positions at;
    questions.wanted.emplace_back();
    const int years = plan.book.axis.table.count();
    const auto yearly = [&](const std::string& name, const auto& question) {
        const std::size_t first = questions.asked.size();
        for (int year = 0; year < years; ++year) questions.add({name, year}, question(year));
        return first;
    };
    at.net = yearly("net.total", [](int) { return whole_spread(); });
    at.balance =
        yearly("balance.total", [years](int year) { return year + 1 < years ? whole_spread() : spread_with_tail(bars); });
    at.npv = questions.add({"npv", 0}, spread_with_tail(0));
    at.payback = questions.asked.size();
    for (const std::string basis : {"total", "service"}) {
        questions.add({"payback." + basis + ".exact", 0}, of_payback(years));
        questions.add({"payback." + basis + ".turn", 0}, {.thresholds = {years + noise * noise}});
    }
    for (const compile::PlannedFrame& frame : plan.frames)
        at.missing.push_back(yearly("frame." + frame.id + ".missing", [](int) { return Asked{.thresholds = {noise}}; }));
    return at;
}

/// A frame is missed in some year when what is missing in all years is more than nought.
void ask_ever(Questions& questions, Positions& at, std::size_t years) {
    for (const std::size_t missing : at.missing)
        at.ever.push_back(questions.add_total(range(missing, years), {.thresholds = {noise}}));
}

/// From the first proposal's first year to the last one's last.
quantity::Years years_of(const std::vector<const Uncertainty*>& proposals) {
    quantity::Years years = proposals.front()->plan.book.axis.table;
    for (const Uncertainty* proposal : proposals) {
        years.first = std::min(years.first, proposal->plan.book.axis.table.first);
        years.last = std::max(years.last, proposal->plan.book.axis.table.last);
    }
    return years;
}

/// Sums over all proposals; the balance adds up what is known of every year until then.
Positions ask_together(Questions& questions, const std::vector<const Uncertainty*>& proposals,
                       const std::vector<Positions>& each) {
    const quantity::Years years = years_of(proposals);
    std::vector<std::vector<std::size_t>> net(static_cast<std::size_t>(years.count()));
    std::vector<std::size_t> npv;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const quantity::Years own = proposals[i]->plan.book.axis.table;
        for (int year = own.first; year <= own.last; ++year)
            net[static_cast<std::size_t>(year - years.first)].push_back(each[i].net + static_cast<std::size_t>(year - own.first));
        npv.push_back(each[i].npv);
    }
    Positions at;
    at.net = questions.asked.size();
    for (const auto& of : net) questions.add_total(of, whole_spread());
    at.balance = questions.asked.size();
    std::vector<std::size_t> until;
    for (const auto& of : net) {
        until.insert(until.end(), of.begin(), of.end());
        const bool last = &of == &net.back();
        questions.add_total(until, last ? spread_with_tail(bars) : whole_spread());
    }
    at.npv = questions.add_total(npv, spread_with_tail(0));
    return at;
}

Spread spread_of(const Answer& answer) {
    Spread spread{answer.mean, answer.deviation, {}};
    std::ranges::copy(answer.percentiles, spread.percentiles.begin());
    return spread;
}

Estimate rest_of(const Estimate& share) {
    return {1 - share.value, share.error};
}

PaybackSpread payback_of(const Answer& exact, const Answer& turn) {
    PaybackSpread spread;
    spread.within.assign(exact.at_most.begin(), exact.at_most.end() - 1);
    spread.within_table = turn.at_most.front();
    spread.never = rest_of(exact.at_most.back());
    std::ranges::copy(exact.percentiles, spread.percentiles.begin());
    return spread;
}

/// Yearly figures and present value of a proposal, or of all.
Simulated figures_of(const std::vector<Answer>& answers, const Positions& at, quantity::Years years) {
    Simulated simulated;
    simulated.years = years;
    for (std::size_t year = 0; year < static_cast<std::size_t>(years.count()); ++year) {
        simulated.net.push_back(spread_of(answers[at.net + year]));
        simulated.balance.push_back(spread_of(answers[at.balance + year]));
    }
    const Answer& last = answers[at.balance + simulated.balance.size() - 1];
    simulated.good_balance = last.at_most.front();
    simulated.worst_balance = last.worst_means.front();
    simulated.balance_bars = last.histogram;
    simulated.npv = spread_of(answers[at.npv]);
    simulated.good_npv = answers[at.npv].at_most.front();
    simulated.worst_npv = answers[at.npv].worst_means.front();
    return simulated;
}

Simulated simulated_of(const std::vector<Answer>& answers, const Positions& at, const Plan& plan) {
    Simulated simulated = figures_of(answers, at, plan.book.axis.table);
    const auto planned = evaluate::evaluate(formula::flatten(plan.book));
    simulated.planned_net = planned.table("net.total");
    simulated.planned_balance = planned.table("balance.total");
    simulated.planned_npv = planned.scalar("npv");
    simulated.total = payback_of(answers[at.payback], answers[at.payback + 1]);
    simulated.service = payback_of(answers[at.payback + 2], answers[at.payback + 3]);
    for (std::size_t i = 0; i < plan.frames.size(); ++i) {
        FrameRisk risk{plan.frames[i].id, plan.frames[i].label, {}, rest_of(answers[at.ever[i]].at_most.front())};
        for (std::size_t year = 0; year < simulated.net.size(); ++year)
            risk.exceeded.push_back(rest_of(answers[at.missing[i] + year].at_most.front()));
        simulated.frames.push_back(std::move(risk));
    }
    return simulated;
}

/// What is planned of all together, which each proposal already has.
void add_planned(Simulated& all, const std::vector<Simulated>& each) {
    all.planned_net.assign(static_cast<std::size_t>(all.years.count()), 0);
    for (const Simulated& one : each) {
        for (int year = one.years.first; year <= one.years.last; ++year)
            all.planned_net[static_cast<std::size_t>(year - all.years.first)] +=
                one.planned_net[static_cast<std::size_t>(year - one.years.first)];
        all.planned_npv += one.planned_npv;
    }
    all.planned_balance.resize(all.planned_net.size());
    std::partial_sum(all.planned_net.begin(), all.planned_net.end(), all.planned_balance.begin());
}

std::vector<std::size_t> sizes_of(const std::vector<std::vector<Wanted>>& wanted) {
    std::vector<std::size_t> sizes;
    for (const auto& each : wanted) sizes.push_back(each.size());
    return sizes;
}

}  // namespace

Simulation simulate(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing, const Effort& effort) {
    Questions questions;
    std::vector<Positions> at;
    for (const Uncertainty* proposal : proposals) at.push_back(ask(questions, proposal->plan));
    for (std::size_t i = 0; i < proposals.size(); ++i)
        ask_ever(questions, at[i], static_cast<std::size_t>(proposals[i]->plan.book.axis.table.count()));
    const bool several = proposals.size() > 1;
    const Positions of_all = several ? ask_together(questions, proposals, at) : Positions{};

    const Together drawn = together(proposals, drawing, effort.instructions);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        parts.push_back(part_of(*proposals[i], drawn.drawn[i], questions.wanted[i], effort.instructions));
    const Source source(drawn.sample, std::move(parts), questions.totals);
    Simulation simulation{drawing, {}, {}, {}};
    std::vector<Answer> answers;
    try {
        answers = study(source, questions.asked, effort);
    } catch (const NotANumber&) {
        simulation.valueless = valueless_of(source, questions.asked, sizes_of(questions.wanted), effort);
        return simulation;
    }
    for (std::size_t i = 0; i < proposals.size(); ++i)
        simulation.proposals.push_back(simulated_of(answers, at[i], proposals[i]->plan));
    if (several) {
        simulation.together = figures_of(answers, of_all, years_of(proposals));
        add_planned(*simulation.together, simulation.proposals);
        simulation.together->has_npv = have_one_present(proposals);
    }
    return simulation;
}

}  // namespace provenu::risk
