#pragma once

#include <string_view>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

inline constexpr int earliest_year = 1900;
inline constexpr int latest_year = 2200;

bool is_identifier(std::string_view text);  ///< [a-z][a-z0-9_-]*
bool is_name(std::string_view text);        ///< [a-zæøå][a-zæøå0-9_]*
/// What the text may be written as: `Åbningstid på lørdag` is `aabningstid-paa-loerdag` and `åbningstid_på_lørdag`.
std::string as_identifier(std::string_view text, std::size_t longest = 40);
std::string as_name(std::string_view text);

/// Lines, handovers and their sides, inputs, budgets and key figures share one set of addresses: finds each that stands twice.
void check_addresses(const model::Proposal& proposal, diag::Diagnostics& found);

}  // namespace provenu::input
