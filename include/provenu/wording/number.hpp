#pragma once

#include <string>

#include "provenu/wording/catalogue.hpp"

namespace provenu::wording {

/// A number as a table prints it: rounded half away from zero to `decimals` (binary noise does not flip a half), grouped by
/// thousands, `1.418` in Danish and `1,418` in English; never "-0". Not finite is our bug.
std::string number(Language language, double value, int decimals = 0);

/// A number with as few decimals as it needs, at most `most_decimals`: `1,417.5`, `0.5`, `650`.
std::string plain_number(Language language, double value, int most_decimals);

/// A number as an author writes it, of any size: tenths of what is a hundred or more, else at most four decimals, and three
/// digits of what is smaller than a hundredth: `1,417.5`, `0.125`, `0.00082`.
std::string written_number(Language language, double value);

/// A share as percent, `50 %`, `16.1 %`, with as few decimals as it needs, at most three.
std::string percent(Language language, double share);

}  // namespace provenu::wording
