#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/risk/breakeven.hpp"
#include "provenu/wording/catalogue.hpp"
#include "report/levers.hpp"

namespace provenu::report {

/// What a row's values are in.
LeverScale scale_of(const risk::BreakevenRow& row, const compile::Plan& plan);

/// Whether nothing less than its falling away altogether would do.
bool must_vanish(const risk::Threshold& threshold);

/// Required values are rounded up, tolerated ones down.
inline Toward toward(const risk::Threshold& threshold) {
    return threshold.holds_above ? Toward::up : Toward::down;
}

/// Whether each sentence stands for itself, or one after the other, and what they have in common is said once.
enum class Telling { apart, together };

/// Puts findings of break-even in sentences.
class BreakevenWords {
 public:
    BreakevenWords(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language)
        : found_(found), plan_(plan), language_(language) {}

    /// What the proposal comes to as planned.
    [[nodiscard]] std::vector<std::string> base() const;
    /// What must be true of a row, for the sum to be zero or for payback in time.
    [[nodiscard]] std::string sentence(const risk::BreakevenRow& row, risk::Goal::Kind kind) const;
    /// The same of several rows, one after the other, and of the joint ones which to go by; what they have in common is said
    /// once.
    [[nodiscard]] std::vector<std::string> sentences(const std::vector<const risk::BreakevenRow*>& rows,
                                                     risk::Goal::Kind kind) const;
    /// The same as a list under the beginning that the rows have in common.
    [[nodiscard]] std::vector<std::string> listed(const std::vector<const risk::BreakevenRow*>& rows,
                                                  risk::Goal::Kind kind) const;
    /// What all rows have in common that would not change the answer by being lost or doubled.
    [[nodiscard]] std::string others(risk::Goal::Kind kind, bool holds_at_base) const;
    /// The months that can be borne, of each kind of delay; left out is that of which nothing can be said, or nothing else.
    [[nodiscard]] std::vector<std::string> delays(const risk::Delays& delays, risk::Goal::Kind kind, Telling telling) const;
    [[nodiscard]] std::string in_years(int years) const;

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const;
    [[nodiscard]] std::string goal(risk::Goal::Kind kind, bool for_good) const;
    [[nodiscard]] std::string name(const risk::Lever& lever) const;
    [[nodiscard]] std::string condition(const risk::BreakevenRow& row, const risk::Threshold& threshold) const;
    [[nodiscard]] std::string beginning(const risk::BreakevenRow& row, risk::Goal::Kind kind) const;
    [[nodiscard]] std::string advice(const risk::Lever& lever) const;
    [[nodiscard]] std::string months(int count) const;

    const risk::Breakeven& found_;
    const compile::Plan& plan_;
    wording::Language language_;
};

}  // namespace provenu::report
