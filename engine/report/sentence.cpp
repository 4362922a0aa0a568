#include <algorithm>
#include <cmath>

#include "provenu/quantity/rounding.hpp"
#include "provenu/report/paper.hpp"
#include "report/findings.hpp"
#include "report/levers.hpp"
#include "report/payback.hpp"
#include "report/prose.hpp"

namespace provenu::report {
namespace {

using risk::Threshold;

/// What the savings of the table come to, and how much of them may fail to come.
struct Savings {
    bool none = false;                       ///< there are no savings to fail
    bool covered = false;                    ///< as proposed, the table's years come to no expenditure
    std::optional<double> may_fail = {};     ///< share; what is left of them is enough
    std::optional<double> more_wanted = {};  ///< share that they must be greater by
};

Savings savings_of(const risk::Breakeven& found) {
    Savings savings;
    savings.covered = found.sum <= 0;
    const auto row = std::ranges::find(found.rows, risk::all_savings, [](const auto& each) { return each.lever.id; });
    if (row == found.rows.end() || row->amount == 0) {
        savings.none = true;
        return savings;
    }
    const Threshold& threshold = row->sum;
    if (threshold.state == Threshold::State::always) savings.may_fail = 1;
    if (threshold.state != Threshold::State::crosses || threshold.crossings.size() != 1 || !threshold.holds_above) return savings;
    if (threshold.holds_at_base)
        savings.may_fail = std::clamp(1 - threshold.switching, 0.0, 1.0);
    else
        savings.more_wanted = threshold.switching - 1;
    return savings;
}

class Sentence {
 public:
    Sentence(const Findings& findings, const risk::Breakeven* breakeven)
        : findings_(findings), payback_(payback_of(findings, Basis::total)) {
        if (breakeven != nullptr) savings_ = savings_of(*breakeven);
    }

    [[nodiscard]] std::string words() const {
        if (savings_ && savings_->none && payback_.state != Payback::State::pays_back) return without_savings();
        switch (payback_.state) {
            case Payback::State::at_once:
                return say("at_once" + tail());
            case Payback::State::pays_back:
                break;
            case Payback::State::never:
                return savings_ && savings_->covered ? say("never.covered") : say("never") + needed();
        }
        if (!payback_.beyond_table) return say("pays_back" + tail());
        if (savings_ && savings_->covered) return say("beyond.covered");
        return say(savings_ && savings_->more_wanted ? "beyond.more" : "beyond");
    }

 private:
    /// What the savings may lose, as the end of a key.
    [[nodiscard]] std::string tail() const {
        if (!savings_ || !savings_->may_fail || !savings_->covered) return "";
        if (*savings_->may_fail >= 1) return ".any";
        return percent_that_may_fail() < 1 ? ".none" : ".some";
    }

    [[nodiscard]] double percent_that_may_fail() const { return quantity::round_down(100 * savings_->may_fail.value_or(0)); }

    [[nodiscard]] std::string without_savings() const {
        const Course all = course_of(findings_, "net.total");
        if (is_nothing(all)) return say("nothing");
        if (payback_.state == Payback::State::at_once) return say("at_once");
        return say(findings_.figures.scalar("full_phase_in") == 0 ? "no_savings" : "no_savings.recurring");
    }

    /// Where it never pays back: what would make it.
    [[nodiscard]] std::string needed() const {
        if (!payback_.needed_saving) return "";
        const double step = findings_.step();
        const double saving = quantity::round_up(*payback_.needed_saving / step) * step;
        return " " + wording::text(findings_.language, "paper.sentence.needed",
                                   {{"saving", amount_said(saving, findings_.plan.book.money, findings_.language)},
                                    {"year", std::to_string(findings_.years().first + 1)},
                                    {"years", std::to_string(payback_.needed_within)}});
    }

    [[nodiscard]] std::string say(const std::string& key) const {
        const std::string percent =
            savings_ ? share_in_words(savings_->may_fail.value_or(0), 0, Toward::down, findings_.language) : "";
        const std::string more =
            savings_ ? share_in_words(savings_->more_wanted.value_or(0), 0, Toward::up, findings_.language) : "";
        const double balance = findings_.figures.table("balance.total").back();
        return with_one_stop(wording::text(findings_.language, "paper.sentence." + key,
                                           {{"year", std::to_string(payback_.turn_year)},
                                            {"first", std::to_string(findings_.years().first)},
                                            {"last", std::to_string(findings_.years().last)},
                                            {"percent", percent},
                                            {"more", more},
                                            {"cost", amount_in_prose(findings_, std::abs(balance))},
                                            {"full", amount_in_prose(findings_, findings_.figures.scalar("full_phase_in"))}}));
    }

    const Findings& findings_;
    Payback payback_;
    std::optional<Savings> savings_;
};

}  // namespace

std::string payback_sentence(const compile::Plan& plan, const evaluate::Figures& figures, const risk::Breakeven* breakeven,
                             wording::Language language) {
    const Findings findings{plan, figures, language};
    return Sentence(findings, breakeven).words();
}

}  // namespace provenu::report
