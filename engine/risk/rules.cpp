#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <string>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/risk/simulate.hpp"
#include "risk/passage.hpp"
#include "risk/together.hpp"

namespace provenu::risk {
namespace {

/// Steps of a program that what is drawn reaches.
std::vector<bool> reached(const formula::Program& program, const Uncertainty& proposal) {
    std::vector<bool> is_reached(program.steps.size(), false);
    for (const Uncertain& input : proposal.inputs) is_reached[program.slots.at(input.lever.definition)] = true;
    for (formula::Slot slot = 0; slot < program.steps.size(); ++slot)
        for (const formula::Slot operand : program.steps[slot].operands)
            if (is_reached[operand]) is_reached[slot] = true;
    return is_reached;
}

/// A rule in one year: the positions, among the results of all proposals, of what it takes to tell.
struct Trial {
    std::size_t rule = 0;
    std::size_t held = 0;
    std::optional<std::size_t> most;
    std::optional<std::size_t> where;
};

/// Rules that draws may break or not, and the results they need.
class Rules {
 public:
    void add(const Uncertainty& proposal, std::size_t number) {
        wanted_.emplace_back();
        const formula::Book& book = proposal.plan.book;
        if (book.bounds.empty()) return;
        const formula::Program program = formula::flatten(book);
        const std::vector<bool> is_reached = reached(program, proposal);
        const auto is_drawn = [&](const std::string& name) { return !name.empty() && is_reached[program.slots.at(name)]; };
        const evaluate::Figures planned = evaluate::evaluate(program);
        for (const formula::Bound& bound : book.bounds) {
            if (!is_drawn(bound.name) && !is_drawn(bound.most_of) && !is_drawn(bound.where)) continue;
            formula::Book alone;  // a rule that the plan itself breaks has been told
            alone.bounds = {bound};
            if (!evaluate::check_bounds(alone, planned).empty()) continue;
            add(bound, program, number);
        }
    }

    [[nodiscard]] const std::vector<std::vector<evaluate::Wanted>>& wanted() const { return wanted_; }
    [[nodiscard]] bool empty() const { return bounds_.empty(); }

    /// Counts the draws of a block that break rules; several threads may, in turns.
    void count(std::uint64_t block, Results results, int draws) {
        std::array<bool, chance::block_size> is_broken{};
        for (std::size_t next = 0; next < trials_.size();) {
            const std::size_t rule = trials_[next].rule;
            is_broken.fill(false);
            for (; next < trials_.size() && trials_[next].rule == rule; ++next)
                for (int draw = 0; draw < draws; ++draw)
                    is_broken[static_cast<std::size_t>(draw)] |= breaks(trials_[next], results, draw);
            const auto first = std::ranges::find(is_broken, true);
            if (first == is_broken.end()) continue;
            const std::lock_guard lock(mutex_);
            Broken& broken = broken_[rule];
            broken.draws += static_cast<std::uint64_t>(std::ranges::count(is_broken, true));
            const std::uint64_t number = block * chance::block_size + static_cast<std::uint64_t>(first - is_broken.begin()) + 1;
            if (broken.first == 0 || number < broken.first) broken.first = number;
        }
    }

    [[nodiscard]] std::vector<Broken> broken() const {
        std::vector<Broken> all;
        std::ranges::copy_if(broken_, std::back_inserter(all), [](const Broken& each) { return each.draws > 0; });
        return all;
    }

 private:
    void add(const formula::Bound& bound, const formula::Program& program, std::size_t proposal) {
        const bool warns = bound.finding.severity != diag::Severity::error;
        const int columns = warns ? program.axis.table.count() : program.axis.columns();
        const auto want = [&](const std::string& name, int column) -> std::optional<std::size_t> {
            if (name.empty()) return std::nullopt;
            const bool is_scalar = program.steps[program.slots.at(name)].shape == formula::Shape::scalar;
            wanted_.back().push_back({name, is_scalar ? 0 : column});
            return results_++;
        };
        for (int column = 0; column < columns; ++column)
            trials_.push_back(
                {bounds_.size(), *want(bound.name, column), want(bound.most_of, column), want(bound.where, column)});
        bounds_.push_back(bound);
        broken_.push_back({bound.finding, proposal, 0, 0});
    }

    [[nodiscard]] bool breaks(const Trial& trial, Results results, int draw) const {
        const formula::Bound& bound = bounds_[trial.rule];
        const double most = trial.most ? results[*trial.most][draw] : bound.most.value_or(evaluate::no_limit);
        if (trial.where && results[*trial.where][draw] == 0) return false;
        return evaluate::breaks(bound, results[trial.held][draw], {most});
    }

    std::vector<std::vector<evaluate::Wanted>> wanted_;  ///< by proposal
    std::size_t results_ = 0;
    std::vector<formula::Bound> bounds_;
    std::vector<Trial> trials_;
    std::vector<Broken> broken_;
    std::mutex mutex_;
};

}  // namespace

std::vector<Broken> broken_rules(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing, const Effort& effort) {
    Rules rules;
    for (std::size_t i = 0; i < proposals.size(); ++i) rules.add(*proposals[i], i);
    if (rules.empty()) return {};
    const Together drawn = together(proposals, drawing, effort.instructions);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        parts.push_back(part_of(*proposals[i], drawn.drawn[i], rules.wanted()[i], effort.instructions));
    const Source source(drawn.sample, std::move(parts), {});
    Effort once = effort;
    once.room = 0;
    Passage passage(source, once);
    passage.run(0, passage.lots(),
                {[&](int, std::uint64_t block, Results results, int count) { rules.count(block, results, count); }});
    return rules.broken();
}

}  // namespace provenu::risk
