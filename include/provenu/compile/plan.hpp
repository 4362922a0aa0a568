#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/formula/book.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::compile {

/// The area of what payers outside the municipality's budget have of lines.
inline constexpr const char* outside_area = "outside";

/// Share of a budget that proposals may claim together before it is worth a warning, unless the budget says otherwise.
inline constexpr double reasonable_claim = 0.2;

/// One payer's part of a line.
struct PlannedShare {
    std::string payer;
    std::string share;    ///< name of the definition of its share, by year; empty: all of the line, and nobody wrote so
    std::string amount;   ///< name of the definition of its amount
    std::string at_most;  ///< name of the definition of its ceiling, or empty
    model::Realised realised = model::Realised::cash;
    bool outside = false;
};

/// A line of the table: its figures are the book's definition of the same name as its id.
struct PlannedLine {
    std::string id;
    model::Text label;
    model::Section section = model::Section::recurring;
    std::string area;
    std::string written_area;  ///< as the author says it or by default; `area` is outside where others alone pay
    std::vector<bool> given;   ///< by year of the table: whether the author says anything of it (nought included)
    std::string follows;       ///< id of the line it follows, or empty
    std::vector<std::string> tags;
    std::string note;
    std::string converted_from;  ///< area the money was moved from, or empty
    std::string own;     ///< name of the definition of what counts in its area: the line, or the municipality's part of it
    std::string others;  ///< name of the definition of what payers outside the municipality's budget have of it, or empty
    std::vector<PlannedShare> shares;  ///< at least one
    std::string owner;
    std::string budget_line;
};

/// One of the full-time equivalents' lines: figures under `fte.<id>`.
struct PlannedTeam {
    std::string id;  ///< of the handover
    model::Text label;
    std::string implementation;  ///< names of the definitions, by side and together
    std::string recurring;
    std::string total;
    std::vector<std::string> implementation_payers = {};  ///< ids; none where both sides have the same payers
    std::vector<std::string> recurring_payers = {};
};

/// Who has a part of some line: figures under `payer.<id>`.
struct PlannedPayer {
    std::string id;
    model::Text label;
    bool outside = false;
    bool has_cash = false;                    ///< a part of some line in its balance
    std::vector<model::Realised> apart = {};  ///< how parts of it are realised that are not in its balance
};

/// A yearly limit: figures under `frame.<id>`.
struct PlannedFrame {
    std::string id;
    model::Text label;
    std::string area;   ///< empty: all
    std::string payer;  ///< empty: the municipality's budget
    model::Frame::Counts counts = model::Frame::Counts::net;
    std::vector<bool> given;  ///< by year of the table: whether there is a limit
    std::string source;
};

/// A budget that lines take a share of: figures under `budget.<id>`.
struct PlannedBudget {
    std::string id;
    model::Text label;
};

/// A figure of the paper's text, and what it should be: two definitions of the book, both one value.
struct PlannedClaim {
    std::string says;
    std::string written;  ///< the figure as it stands in the file
    std::string stated;
    std::string is;
    std::vector<std::string> parts = {};  ///< what `is` is the sum of, where it is written as one
    diag::Place place = {};
};

struct PlannedFigure {
    std::string id;
    model::Text label;
    quantity::Unit unit;
    std::string note;
};

/// An index that carries amounts of the table from one price level to another.
struct PlannedIndex {
    struct Year {
        int year = 0;
        std::string percentage;  ///< the definition of its percentage, a share
    };
    std::string id;
    model::Text label;
    std::string source;  ///< may be empty, as may the vintage
    std::string vintage;
    std::optional<quantity::Date> valid_until;
    bool expired = false;  ///< that day has passed at the date of the paper
    bool illustrative = false;
    int from = 0;  ///< price levels
    int to = 0;
    std::string factor;       ///< the definition of what amounts are multiplied by
    std::vector<Year> years;  ///< chained, the earliest first
};

/// A number that somebody wrote, and the branch of the book's formulas that it has become: what a workbook lets its reader
/// change. Everything else in a formula is structure (12 months a year, a sign).
struct Written {
    enum class As {
        value,
        amount,  ///< a year
        total,
        fte,
        rate,
        share,
        phase_in,
        phase_out,
        payer_share,
        discount_rate,
        index,
        factor,
        years,
        hours,
        months,
        from,   ///< the first month
        until,  ///< the last month; the branch is the month after it
        at,     ///< the month in which one thing ends and another begins
    };
    formula::Tree tree;
    As as = As::value;
    diag::Place place = {};  ///< branches written in one place are one number; so are their parts
    int part = 0;            ///< of what stands in that place: 1 for the end of a period
};

/// A named value that the author wrote or laid underneath: the book's definition of that name.
struct PlannedInput {
    std::string id;
    model::Text label;
    bool is_budget = false;
    bool is_used = false;  ///< some line or key figure comes to it, straight or by way of other inputs
};

/// A proposal ready to be evaluated: all formulas in dependency order, and the table's layout by name.
///
/// Names of the book beside inputs and lines (yearly unless said otherwise):
/// `recurring.total`, `recurring.<area>`, `recurring.net_efficiency`, `implementation.total`, `implementation.<area>`,
/// `implementation.own` (without what payers outside the municipality's budget have),
/// `net.total|service`, `balance.total|service` (`net` and `balance` stand for `.total`), `discounted.total|service`,
/// `fte.<handover>`, `frame_freed`, `frame_freed.efficiency|conversion|implementation`, `discount_factor`,
/// for a line with payers inside and outside the municipality's budget `own.<line>` and `others.<line>`,
/// `payer.<payer>.of.<line>` (its share), `payer.<payer>.amount.<line>`, `payer.<payer>.at_most.<line>`,
/// where the file speaks of payers `payer.<payer>.net|balance|capacity|in-kind` and `payers.net|balance` (all together),
/// `frame.<frame>.limit|used|missing`, `budget.<budget>.amount|claimed|share`, `budget_changes`; and scalars: `peak` (0 where the
/// balance is never above it), `peak.year`, `investment_need`, `full_phase_in`, `npv`, `npv.horizon`, `irr` (NaN where there is
/// not exactly one), `irr.count`; and for each basis B of `total` and `service`, each `payer.<payer>` and `payers`: `payback.B`
/// (in the chosen convention; `payback` is `payback.total`) with
/// `.exact`, `.turn`, `.turn_year`, `.turn-year`, `.calendar-years`, `.ceiling`, `.nearest-from` (only if chosen),
/// `.first_outlay`,
/// `.discounted_exact`, `.needed_saving`, `.with_needed_saving` (exact payback with it). A turn of -inf pays back at once, +inf
/// never.
/// Of each figure of the text `claim.<n>.stated`, `claim.<n>` (what it should be) and, where that is a sum, `claim.<n>.<term>`.
/// Of each index in use `index.<id>.<year>` (the year's percentage) and `index.<id>.<from>-<to>` (the factor); and where the
/// table is restated `<line>.<level>-prices`, the line in the price level of the file.
struct Plan {
    std::string id;
    model::Text title;
    std::string owner;  ///< may be empty, as may the source
    std::string source;
    model::Language language = model::Language::danish;
    int price_level = 0;    ///< of the table; 0: not stated
    int restated_from = 0;  ///< the price level of the file, where the table is shown in another; else 0
    std::vector<PlannedIndex> indices;
    formula::Book book;
    std::vector<Written> written;  ///< some of it may be of no use to any formula
    model::Applied scenario;
    std::vector<model::Option> options;
    std::vector<PlannedLine> lines;  ///< in the file's order, without those of options that are not included
    std::vector<model::Area> areas;  ///< that have lines, in the policy's order
    std::vector<PlannedTeam> teams;
    std::vector<PlannedInput> inputs;  ///< in the order of the file, budgets last
    std::vector<PlannedFigure> figures;
    std::vector<PlannedPayer> payers;  ///< in the policy's order; empty where the file does not speak of payers
    std::vector<PlannedFrame> frames;
    std::vector<PlannedBudget> claimed;  ///< budgets that lines take a share of
    std::vector<PlannedClaim> claims;    ///< figures of the paper's text
    bool all_realised = false;           ///< capacity and work in kind count in the payers' balances as cash does
    bool has_conversion = false;
    std::string schedule;  ///< id of the discount schedule, or `rate`
    formula::Discount discount_timing = formula::Discount::start;
    int horizon_years = 0;  ///< of `npv.horizon`; the table's unless asked otherwise
    model::Payback payback;
    model::Basis basis = model::Basis::service_efficiency;
    model::TablePolicy table;
    std::vector<model::Text> notes;           ///< the author's
    model::Paper paper;                       ///< what is said beside the figures
    std::vector<std::string> administration;  ///< ids of the lines that are administration, in the order of the lines
    diag::Diagnostics diagnostics;            ///< notes and warnings of the compilation
    diag::Diagnostics scenario_notes;         ///< what the scenario changed, or could not, that a reader must know
};

/// What the command line may ask beside the file.
struct Choices {
    std::optional<model::Payback> payback;
    std::optional<model::Basis> basis;
    std::optional<model::Language> language;  ///< of labels in explanations; else the file's
    bool all_realised = false;                ///< count capacity and work in kind in the payers' balances
    std::optional<int> horizon_years;         ///< years of `npv.horizon`, from the table's first year
    std::optional<int> restate_to;            ///< price level to show the table in; else the proposal's
    std::optional<quantity::Date> date;       ///< of the paper, over the proposal's own: what indices must be valid at
    std::optional<quantity::Date> today;      ///< where neither says a date; none: no index is expired
};

/// Binds names, checks units, and lowers every line, subtotal, balance, payback and present value to formulas.
diag::Result<Plan> compile(const model::Proposal& proposal, const Choices& choices = {});

}  // namespace provenu::compile
