#pragma once

#include <string>
#include <vector>

#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// The footnotes of the committee's table in their order: marked ones; sign, price level, rounding; payback and discounting;
/// earlier crossings; the author's notes; the notes of the compilation.
std::vector<std::string> footnotes(const Findings& findings, const Amounts& amounts);

/// How the moment of payback becomes a number of years: a sentence.
std::string convention_in_words(const Findings& findings);

}  // namespace provenu::report
