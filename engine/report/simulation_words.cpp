#include "report/simulation_words.hpp"

#include <algorithm>
#include <cmath>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/frequency.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"

namespace provenu::report {
namespace {

using risk::Simulated;
using risk::Spread;

/// Errors that a reader of rounded figures does not see: of a share, and of a mean as a part of the deviation.
constexpr double fine_share = 0.005;
constexpr double fine_mean = 0.01;
/// Deviations between the plan and the middle of the futures that want a reason.
constexpr double well_off = 0.25;
/// Fewer draws than this are not enough, whatever their errors look like.
constexpr std::uint64_t fewest = 1'000;

/// A sentence that ends in an abbreviation, such as `kr.`, ends in one point only.
std::string words(const SimulationFindings& findings, const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
    std::string sentence = wording::text(findings.language, "simulation." + key, arguments);
    if (sentence.ends_with("..")) sentence.pop_back();
    return sentence;
}

/// Speaks of one proposal, or of all together.
struct Speaker {
    const SimulationFindings& findings;
    const Simulated& simulated;
    const compile::Plan& plan;

    [[nodiscard]] std::string amount(double value) const { return gain_or_loss(findings.language, value, plan.book.money); }
    [[nodiscard]] std::string share(const risk::Estimate& estimate) const { return frequency(findings.language, estimate.value); }
    [[nodiscard]] std::string last_year() const { return std::to_string(simulated.years.last); }

    /// On service alone too, where that is another answer.
    [[nodiscard]] std::string on_service() const {
        const risk::Estimate& service = simulated.service->within_table;
        if (share(service) == share(simulated.total->within_table)) return "";
        return " " + words(findings, "paid_back.service", {{"share", share(service)}});
    }
    [[nodiscard]] std::string paid_back() const {
        const std::string said =
            words(findings, "paid_back", {{"share", share(simulated.total->within_table)}, {"year", last_year()}}) + on_service();
        const double never = simulated.total->never.value;
        if (simulated.total->within_table.value == 1) return said;
        const std::string key = never == 0 ? "never.none" : never == 1 ? "never.all" : "never";
        return said + " " +
               words(findings, key,
                     {{"share", share(simulated.total->never)}, {"years", std::to_string(plan.book.axis.payback_years())}});
    }
    [[nodiscard]] std::string spread(const std::string& key, const risk::Estimate& good, const Spread& spread) const {
        const std::string middle = amount(spread.percentiles[2].value);
        if (spread.deviation.value == 0) return words(findings, key + ".certain", {{"year", last_year()}, {"middle", middle}});
        return words(findings, key, {{"share", share(good)}, {"year", last_year()}}) + " " +
               words(findings, "middle_of",
                     {{"middle", middle},
                      {"low", amount(spread.percentiles[1].value)},
                      {"high", amount(spread.percentiles[3].value)}});
    }
    /// Why the plan is not in the middle, where it lies well off it.
    [[nodiscard]] std::string planned_beside_middle() const {
        const Spread& last = simulated.balance.back();
        const double off = last.percentiles[2].value - simulated.planned_balance.back();
        if (std::abs(off) <= well_off * last.deviation.value) return "";
        return " " + words(findings, off > 0 ? "planned.better" : "planned.worse",
                           {{"planned", amount(simulated.planned_balance.back())}});
    }
    [[nodiscard]] std::vector<std::string> all() const {
        std::vector<std::string> said;
        if (simulated.total) said.push_back(paid_back());
        said.push_back(spread("balance", simulated.good_balance, simulated.balance.back()) + planned_beside_middle());
        if (simulated.has_npv) said.push_back(spread("npv", simulated.good_npv, simulated.npv));
        said.push_back(words(findings, "worst", {{"year", last_year()}, {"value", amount(simulated.worst_balance.value)}}));
        for (const risk::FrameRisk& frame : simulated.frames)
            said.push_back(words(findings, "frame",
                                 {{"share", share(frame.ever)}, {"frame", in_words(frame.label, findings.language, frame.id)}}));
        return said;
    }
};

std::string intro(const SimulationFindings& findings, std::size_t inputs) {
    return words(findings, inputs == 1 ? "intro.one" : "intro",
                 {{"draws", wording::number(findings.language, static_cast<double>(findings.simulation.drawing.draws))},
                  {"count", std::to_string(inputs)}});
}

void add_all(std::vector<Item>& items, const Speaker& speaker) {
    for (std::string& each : speaker.all()) items.emplace_back(Paragraph{std::move(each)});
}

/// An amount in kroner, up to the next hundred.
std::string rounded_up(double amount, const SimulationFindings& findings) {
    constexpr double hundred = 100;
    const quantity::Money kroner{0};
    const double exact = amount * quantity::factor(findings.proposals.front()->plan.book.money, kroner);
    return amount_said(std::max(std::ceil(exact / hundred), 1.0) * hundred, kroner, findings.language);
}

/// Four times the draws halve the error of independent ones; that of even points falls by more, or by less.
std::string how_to_do_better(const SimulationFindings& findings) {
    const risk::Drawing& drawing = findings.simulation.drawing;
    if (drawing.draws >= risk::most_draws) return words(findings, "better.none");
    const bool halves = drawing.method == chance::Method::random && drawing.draws <= risk::most_draws / 4;
    const std::uint64_t draws = std::min(drawing.draws, risk::most_draws / 4) * 4;
    return words(findings, halves ? "better.halved" : "better", {{"draws", std::to_string(draws)}});
}

/// The greatest errors of any proposal's shares, and of its present value against its deviation.
struct Precision {
    double share = 0;
    double npv = 0;
    double npv_part = 0;
};

void take(Precision& precision, const Simulated& simulated) {
    std::vector<risk::Estimate> shares{simulated.good_npv, simulated.good_balance};
    if (simulated.total) {
        shares.insert(shares.end(), simulated.total->within.begin(), simulated.total->within.end());
        shares.push_back(simulated.total->within_table);
        shares.push_back(simulated.total->never);
    }
    for (const risk::FrameRisk& frame : simulated.frames) shares.push_back(frame.ever);
    for (const risk::Estimate& each : shares) precision.share = std::max(precision.share, each.error);
    if (!simulated.has_npv) return;
    const risk::Estimate& mean = simulated.npv.mean;
    precision.npv = std::max(precision.npv, mean.error);
    if (mean.error > 0) precision.npv_part = std::max(precision.npv_part, mean.error / simulated.npv.deviation.value);
}

}  // namespace

std::string name(chance::Method method) {
    switch (method) {
        case chance::Method::sobol:
            return "sobol";
        case chance::Method::random:
            return "random";
        case chance::Method::latin:
            return "latin";
    }
    return {};
}

std::string options_of_draw(const risk::Drawing& drawing, std::uint64_t draw) {
    const risk::Drawing usual;
    std::string options = "--draw " + std::to_string(draw);
    if (drawing.draws != usual.draws) options += " --draws " + std::to_string(drawing.draws);
    if (drawing.seed != usual.seed) options += " --seed " + std::to_string(drawing.seed);
    if (drawing.method != usual.method) options += " --method " + name(drawing.method);
    return options;
}

bool can_show_draws(const std::vector<const risk::Uncertainty*>& proposals, const risk::Drawing& drawing) {
    return proposals.size() == 1 || drawing.method == chance::Method::random;
}

std::vector<Item> answers_in_words(const SimulationFindings& findings, std::size_t proposal) {
    const risk::Uncertainty& of = *findings.proposals[proposal];
    std::vector<Item> items;
    items.emplace_back(
        Heading{words(findings, "heading", {{"title", in_words(of.plan.title, findings.language, of.plan.id)}}), 1});
    say_scenario(items, of.plan, findings.language);
    items.emplace_back(Paragraph{of.inputs.empty() ? words(findings, "certain") : intro(findings, of.inputs.size())});
    if (!of.inputs.empty()) add_all(items, {findings, findings.simulation.proposals[proposal], of.plan});
    return items;
}

std::vector<Item> answers_together(const SimulationFindings& findings) {
    std::vector<Item> items;
    items.emplace_back(Heading{words(findings, "heading.together", {{"count", std::to_string(findings.proposals.size())}}), 1});
    add_all(items, {findings, *findings.simulation.together, findings.proposals.front()->plan});
    return items;
}

std::string convergence_in_words(const SimulationFindings& findings) {
    const std::uint64_t draws = findings.simulation.drawing.draws;
    if (draws < fewest)
        return words(findings, "few", {{"draws", wording::number(findings.language, static_cast<double>(draws))}});
    Precision precision;
    for (const Simulated& each : findings.simulation.proposals) take(precision, each);
    if (findings.simulation.together) take(precision, *findings.simulation.together);
    const bool enough = precision.share <= fine_share && precision.npv_part <= fine_mean;
    const std::string several = findings.simulation.together ? ".several" : "";
    const std::string said = words(findings, (enough ? "enough" : "more") + several,
                                   {{"npv", rounded_up(2 * precision.npv, findings)},
                                    {"points", wording::number(findings.language, 200 * precision.share, 2)}});
    return enough ? said : said + " " + how_to_do_better(findings);
}

std::string method_in_words(const SimulationFindings& findings) {
    const risk::Drawing& drawing = findings.simulation.drawing;
    const bool shown = can_show_draws(findings.proposals, drawing);
    return words(findings, shown ? "how" : "how.several",
                 {{"option", name(drawing.method)},
                  {"method", words(findings, "method." + name(drawing.method))},
                  {"seed", std::to_string(drawing.seed)},
                  {"options", options_of_draw(drawing, 1) + findings.scene}});
}

}  // namespace provenu::report
