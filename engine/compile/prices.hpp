#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/formula/node.hpp"

namespace provenu::compile {

struct Lowering;

/// An amount with a price level of its own, to be looked at once every name's unit is known.
struct PriceCheck {
    std::string name;
    formula::Tree tree;  ///< before it was brought home
    const model::Prices* prices = nullptr;
    bool brought_home = false;
    bool is_money = false;  ///< by what it is for: a bare number is money
};

/// The price levels of a compilation, and the indices it has used so far.
struct PriceLevels {
    int file = 0;       ///< in which formulas meet; 0: not stated
    int table = 0;      ///< in which lines are shown
    diag::Place asked;  ///< where the table's level is asked for
    std::vector<PlannedIndex> used{};
    std::set<std::string, std::less<>> defined{};  ///< of the indices' definitions
    std::vector<PriceCheck> checks{};
};

/// From which price level to which, by which index, and what asks for it.
struct Conversion {
    model::Placed<std::string> index;
    int from = 0;
    int to = 0;
    diag::Place place;
};

/// What a missing index means where it is asked for: a code, and what its message says beside the index and the levels.
struct WithoutIndex {
    std::string code;
    std::vector<diag::Argument> arguments;
};

/// What amounts are multiplied by, defined where it is not yet; none, and a finding, where there is no such index or it has no
/// percentage for one of the years.
std::optional<formula::Tree> factor(Lowering& lowering, const Conversion& conversion, const WithoutIndex& without);

PriceLevels price_levels(const model::Proposal& proposal, const Choices& choices);

/// A table cannot be restated from a price level that is not stated.
void check_level_asked(Lowering& lowering);

/// Every index that somebody names is among those at hand, whether or not anything is carried by it: P732, P733, P729.
void check_index_names(Lowering& lowering);

/// The amount in the price level of the file, where it is written in another.
formula::Tree brought_home(Lowering& lowering, const model::Input& input, formula::Tree tree);
formula::Tree brought_home(Lowering& lowering, const model::Budget& budget, formula::Tree tree);
formula::Tree brought_home(Lowering& lowering, const model::Line& line, formula::Tree tree);

/// Whether the table is shown in another price level than the file's.
bool is_restated(const Lowering& lowering);

/// An amount of the file's price level in the table's, by the line's index or else by that of its area.
formula::Tree restated(Lowering& lowering, formula::Tree tree, const model::Prices& prices, const std::string& area);

/// What a line's figures in the price level of the file are called: the line itself unless the table is restated.
std::string name_at_home(const Lowering& lowering, const std::string& line);

/// Adds the draft of a line whose tree is in the price level of the file.
void add_line(Lowering& lowering, formula::Definition line, const model::Prices& prices, const std::string& area);

/// A key figure's formula with every amount of the file in the table's price level; results in it are there already.
/// \param units a book that knows the unit of every name
formula::Tree key_figure_restated(Lowering& lowering, const formula::Book& units, const formula::Tree& tree);

/// Price levels said of what has no money in it, or of what is made of amounts that have come home already.
void check_prices(Lowering& lowering, const formula::Book& book);

/// The indices that figures of the table rest on; those that are expired at the date are found.
std::vector<PlannedIndex> indices_of(const Lowering& lowering, const formula::Book& book);
void mark_expired(std::vector<PlannedIndex>& indices, const Lowering& lowering, const Choices& choices, diag::Diagnostics& found);

}  // namespace provenu::compile
