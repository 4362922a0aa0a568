#pragma once

#include <string>
#include <vector>

#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// The footnotes of the committee's table in their order: marked ones; sign, price level, rounding; payback and discounting;
/// earlier crossings; the author's notes; the notes of the compilation.
std::vector<std::string> footnotes(const Findings& findings, const Amounts& amounts);

/// The same in two parts, where a paper has a section of notes: what one must know to read the amounts, under the table; and how
/// the results are worked out, with what the author and the program have to say.
std::vector<std::string> notes_on_amounts(const Findings& findings, const Amounts& amounts);
std::vector<std::string> notes_on_results(const Findings& findings);

/// How the moment of payback becomes a number of years: a sentence.
std::string convention_in_words(const Findings& findings);

}  // namespace provenu::report
