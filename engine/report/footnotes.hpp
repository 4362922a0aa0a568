#pragma once

#include <string>
#include <vector>

#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// What notes stand under: figures that stay as they are, or formulas whose inputs a reader changes. Under formulas a note that
/// tells figures says that they are the proposal's as written.
enum class Under { figures, formulas };

/// The footnotes of the committee's table in their order: marked ones; sign, price level, rounding; payback and discounting;
/// earlier crossings; the author's notes; the notes of the compilation.
std::vector<std::string> footnotes(const Findings& findings, const Amounts& amounts, Under under = Under::figures);

/// The same in two parts, where a paper has a section of notes: what one must know to read the amounts, under the table; and how
/// the results are worked out, with what the author and the program have to say.
std::vector<std::string> notes_on_amounts(const Findings& findings, const Amounts& amounts, Under under = Under::figures);
std::vector<std::string> notes_on_results(const Findings& findings, Under under = Under::figures);

/// How the moment of payback becomes a number of years: a sentence.
std::string convention_in_words(const Findings& findings);

}  // namespace provenu::report
