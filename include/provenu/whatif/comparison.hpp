#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"

namespace provenu::whatif {

/// One proposal under one scenario, computed.
struct Case {
    const compile::Plan* plan = nullptr;
    const evaluate::Figures* figures = nullptr;
};

/// Key figures of a case, in the comparison's money unit. Years of payback are exact: +inf never, -inf at once.
struct KeyFigures {
    std::vector<std::optional<double>> net;  ///< by year of the comparison; none outside the years shown of the proposal
    double npv = 0;
    double peak = 0;
    double investment_need = 0;
    double full_phase_in = 0;
    double payback_total = 0;
    double payback_service = 0;
};

/// What a payer pays or gains, by year of the comparison, in its money unit; none outside the years shown of the proposal.
struct PayerFlow {
    std::string id;
    model::Text label;
    std::vector<std::optional<double>> net;
};

struct Compared {
    Case of;
    KeyFigures figures;
    /// Against the proposal's first scenario; none for that one, and for one in another price level.
    std::optional<KeyFigures> change;
    std::vector<PayerFlow> payers;  ///< that have cash in it; none where the file does not speak of payers
};

/// Which years are shown of a proposal whose table ends before the others': those of its own table, or also what its lines go on
/// with, as sums need it.
enum class YearsShown { own, all };

/// Cases side by side, the scenarios of a proposal together.
struct Comparison {
    quantity::Money unit;   ///< the first case's
    quantity::Years years;  ///< from the earliest table's first to the latest's last
    std::vector<Compared> rows;
    Case base;  ///< the first proposal's first scenario as given, whatever the order of the rows
    std::size_t proposals = 0;
    std::size_t most_scenarios = 0;  ///< of a proposal
    YearsShown shown = YearsShown::own;
};

enum class Order { given, name, payback, payback_service, npv, peak, investment_need, full_phase_in };

/// The order called `payback`, `npv` ...; none where no order is called so.
std::optional<Order> read_order(std::string_view text);
std::vector<std::string_view> names_of_orders();

/// \param proposals the scenarios of each proposal, the one to compare with first; none of them empty
/// \param order of the proposals by their first scenario, or of the scenarios where there is one proposal; best first, equal ones
/// as given
Comparison compare(const std::vector<std::vector<Case>>& proposals, Order order, YearsShown shown = YearsShown::own);

}  // namespace provenu::whatif
