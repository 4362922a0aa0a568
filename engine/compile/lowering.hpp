#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "compile/names.hpp"
#include "compile/prices.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/formula/book.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::compile {

/// What a value is for, and so which units it may have. A bare number of money is in the file's unit.
enum class Wants {
    anything,
    amount_a_year,  ///< money, or money a year
    amount_once,    ///< money
    fte,            ///< FTE or a bare number
    rate,           ///< money per FTE and year
    share,          ///< a bare number
    years,          ///< years or a bare number
    hours,          ///< hours a year, with or without per FTE
};

/// A value the author wrote, to be checked once every name's unit is known.
struct Check {
    formula::Tree tree;
    diag::Place place;
    Wants wants = Wants::anything;
};

/// A definition in the making; its place in the order of dependency is not yet known.
struct Draft {
    formula::Definition definition;
    std::optional<quantity::Unit> declared;  ///< where it does not follow from the tree
};

/// A line's claim on a budget that it takes a share of: its size, without a sign.
struct Claim {
    std::string budget;
    formula::Tree amount;
    diag::Place place;
};

/// A compilation under way: what has been lowered so far, and what remains to be checked.
struct Lowering {
    const model::Proposal& proposal;
    quantity::Axis axis;
    model::Language language = model::Language::danish;  ///< of labels
    Vocabulary words{};
    PriceLevels prices{};
    std::unordered_map<std::string, const model::Input*> inputs{};  ///< by name
    std::vector<Draft> drafts{};
    std::vector<Check> checks{};
    std::vector<Written> written{};
    diag::Diagnostics found{};
    std::vector<formula::Bound> bounds{};
    std::vector<Claim> claims{};
    std::set<std::string, std::less<>> without_unit{};  ///< names whose formula has no unit; a mistake found where it stands
};

// Values (values.cpp)

/// The formula with its money in the file's unit, its names checked to exist and its unit marked to be checked.
formula::Tree lower(Lowering& lowering, const model::Value& value, Wants wants);
/// The same of a series: one operand a year.
formula::Tree lower(Lowering& lowering, const model::Series& series, Wants wants);
formula::Tree lower(Lowering& lowering, const model::Amount& amount, Wants wants);
/// The same, said to be something more particular than what it wants.
template <class Value>
formula::Tree lower(Lowering& lowering, const Value& value, Wants wants, Written::As as) {
    const std::size_t before = lowering.written.size();
    formula::Tree tree = lower(lowering, value, wants);
    for (std::size_t i = before; i < lowering.written.size(); ++i) lowering.written[i].as = as;
    return tree;
}
/// A number that was not written as a value of its own, such as a month of a period.
formula::Tree written(Lowering& lowering, Written number);
/// A text in the language of the compilation, or else in the other.
std::string in_language(const Lowering& lowering, const model::Text& text);

/// The findings for a name that is none: `near` where a candidate is near, `far`, which lists them all, where none is.
struct NameFindings {
    const char* near;
    const char* far;
};
/// What stands for a value that is not known: no number, and of no unit that could be wrong.
formula::Tree unknown();

/// Refuses a name; `meant` is what it stands for where that is known otherwise.
void refuse_name(Lowering& lowering, const model::Placed<std::string>& written, NameFindings findings, Names& candidates,
                 std::optional<std::string> meant = std::nullopt);

// Time (timing.cpp)

/// The share of a full year that a timing leaves of each year (months of the period / 12 x phase-in x what is not phased out);
/// none where nothing bounds it.
std::optional<formula::Tree> weight(Lowering& lowering, const model::Timing& timing);
/// Months of each year inside the periods.
formula::Tree months_inside(Lowering& lowering, const std::vector<model::Spell>& periods);
/// Months of each year from one month on, or up to another.
formula::Tree months_inside(formula::Tree from, std::optional<formula::Tree> until);
/// Years in which a yearly share and a part-year period meet and multiply; the author may have meant either alone.
std::vector<int> doubly_bounded_years(const model::Timing& timing, quantity::Years table);
/// Whether the timing says anything of a year.
bool covers(const model::Timing& timing, int year);

// Blocks of the file, each lowered to drafts

void lower_inputs(Lowering& lowering);                         // inputs.cpp
formula::Tree lower(Lowering& lowering, const model::Stock&);  // stock.cpp
formula::Tree lower(Lowering& lowering, const model::Rate&);   // inputs.cpp
/// Whether what belongs to an option is in the table.
bool is_taken(const model::Proposal& proposal, const std::optional<model::Placed<std::string>>& option);  // lines.cpp
void lower_lines(Lowering& lowering, Plan& plan);                                                         // lines.cpp
formula::Tree lower(Lowering& lowering, const model::Component& component, const model::Timing& timing);  // components.cpp
formula::Tree lower(Lowering& lowering, const std::vector<model::StaffPost>& staff);                      // components.cpp
/// A month that scenarios may have moved: what was written, and the months of each delay that it counts.
formula::Tree later(Lowering& lowering, const Written& month, const model::Delays& delays);  // adjustment.cpp
/// The months of each delay, inputs of their own.
std::vector<formula::Tree> months_late(Lowering& lowering, const model::Delays& delays);  // adjustment.cpp
/// The amount as scenarios have changed it: multiplied, then later.
formula::Tree adjusted(Lowering& lowering, const model::Adjustment& adjustment, formula::Tree amount);     // adjustment.cpp
formula::Tree scaled(Lowering& lowering, const std::vector<model::Value>& factors, formula::Tree amount);  // adjustment.cpp
/// Whether the component says anything of a year, nought included.
bool says(const model::Component& component, int year);  // components.cpp
/// Whether it is written year by year, as a series.
bool names_years(const model::Component& component);   // components.cpp
void lower_handovers(Lowering& lowering, Plan& plan);  // handover.cpp
/// Who pays for a line: its shares, and what of it counts in its area; a line that only others pay stands outside. (funding.cpp)
void plan_funding(Lowering& lowering, PlannedLine& line, const model::Placed<std::string>& area, const model::Funding& funding);
/// How far bounds and claims have come, to drop those of a line that is not taken. (funding.cpp)
struct Mark {
    std::size_t bounds = 0;
    std::size_t claims = 0;
};
Mark mark(const Lowering& lowering);
void drop_since(Lowering& lowering, Mark mark);
void lower_payers(Lowering& lowering, Plan& plan);         // payers.cpp
void lower_frames(Lowering& lowering, Plan& plan);         // frames.cpp
void lower_claims(Lowering& lowering, Plan& plan);         // claims.cpp
void check_evidence(Lowering& lowering);                   // evidence.cpp: grades and bias types that are named
void lower_totals(Lowering& lowering, const Plan& plan);   // totals.cpp
void lower_worth(Lowering& lowering, Plan& plan);          // worth.cpp: discounting, present value, return
void lower_payback(Lowering& lowering, const Plan& plan);  // payback.cpp
void lower_key_figures(Lowering& lowering, Plan& plan);    // inputs.cpp
void lower_printed(Lowering& lowering, Plan& plan);        // printed.cpp: figures of the paper's text
/// What is stated and what it should be are one value each, and count the same. (printed.cpp)
void check_printed(Lowering& lowering, const Plan& plan);
/// What a paper says beside its figures: that the lines and tags it names exist; and what of it a plan carries. (paper.cpp)
void check_paper(Lowering& lowering);
void plan_paper(const model::Proposal& proposal, Plan& plan);

/// A yearly flow that may pay back: the prefix of its results, and its amounts as they are and discounted.
struct PaidFlow {
    std::string payback;
    std::string net;
    std::string discounted;
};
void define_payback(Lowering& lowering, const Plan& plan, const PaidFlow& flow);  // payback.cpp

/// A result of ours: no place, money a year unless said otherwise.
void define(Lowering& lowering, std::string name, formula::Tree tree, std::optional<quantity::Unit> unit = std::nullopt);

// The whole

/// The drafts in order of dependency, with shapes and units; a cycle is an error that shows its path. (order.cpp)
formula::Book bind(Lowering& lowering);
/// Holds every value written against the unit its place wants. (units.cpp)
void check_units(Lowering& lowering, const formula::Book& book);

/// The unit of a formula, given the book's names; none where units are mixed, or a name in it has none. (units.cpp)
std::optional<quantity::Unit> unit_of(const Lowering& lowering, const formula::Tree& tree, const formula::Book& book);

}  // namespace provenu::compile
