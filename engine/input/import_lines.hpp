#pragma once

#include <set>
#include <string>

#include "provenu/input/import.hpp"

namespace provenu::input {

/// Any text as YAML takes it, in quotation marks.
std::string quoted(std::string_view text);

/// A label without the marks of footnotes behind it.
std::string_view without_marks(std::string_view label);

/// Ids from labels: each once, none that the program itself uses, of about 48 letters at most.
class Ids {
 public:
    std::string next(std::string_view label);

 private:
    std::set<std::string, std::less<>> given_;
};

/// Whether a row says anything in any year.
bool has_amounts(const tables::PublishedRow& row);

/// The keys of a line's amounts, each behind `indent`: `saving: {2027: 5090, 2028..: 10180}`. Years between two empty cells are
/// parts of their own, so that the empty cells stay empty; a row whose signs change has its costs and its savings side by side.
/// With `goes_on` the last year's amount holds from then on.
std::string amounts_of(const tables::PublishedRow& row, quantity::Years years, bool goes_on, std::string_view indent);

}  // namespace provenu::input
