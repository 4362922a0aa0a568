#pragma once

#include <string_view>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/formula/node.hpp"

namespace provenu::formula {

/// Reads a formula or a single amount: `families * months * (home_price - family_price)`, `650 t.kr./FTE/year`, `3/17`, `50 %`,
/// `max(0; places - 20)`, `saving[2029]`. Arguments are separated by `;`. Every mistake becomes a diagnostic at its own column.
/// \param text the formula as written
/// \param place of its first character, for the messages
diag::Result<Tree> parse(std::string_view text, const diag::Place& place);

}  // namespace provenu::formula
