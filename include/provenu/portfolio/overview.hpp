#pragma once

#include <span>
#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/book.hpp"
#include "provenu/portfolio/claims.hpp"

namespace provenu::portfolio {

/// A frame that several proposals draw on.
struct SharedFrame {
    std::string id;
    model::Text label;
    std::string area;                    ///< empty: all
    std::string payer;                   ///< empty: the municipality's budget
    std::vector<bool> given;             ///< by year: whether there is a limit
    std::vector<std::string> proposals;  ///< ids of those whose use of it is counted
};

/// Proposals added up, year by year.
///
/// Names of the book: `recurring.<area>|total`, `implementation.<area>|total`, `net`, `balance`, `turn`, `turn_year`,
/// `investment_need`, `full_phase_in`; `payer.<payer>.net|balance`; `frame.<frame>.limit|used|missing`. In each year a proposal
/// counts with what its lines come to then, also before and after its own table.
struct Overview {
    formula::Book book;
    evaluate::Figures figures;
    int price_level = 0;
    std::vector<model::Area> areas;             ///< that any proposal has lines in, as they come
    std::vector<compile::PlannedPayer> payers;  ///< empty where no proposal speaks of payers
    std::vector<SharedFrame> frames;
    std::vector<Claim> claims;
    bool continues = false;  ///< whether a proposal's table ends before the last year
};

/// Adds up proposals, each under one scenario. Without a value where there are none, or where they are in different price levels
/// (P980): their amounts are not added. Frames of one id that are not the same are left out, which is a warning (P981); a
/// proposal that does not speak of a frame that others have, too (P982).
diag::Result<Overview> overview(std::span<const Member> proposals);

}  // namespace provenu::portfolio
