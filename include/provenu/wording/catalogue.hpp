#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/diag/layout.hpp"

namespace provenu::wording {

enum class Language { danish, english };

/// The text under `key` in the catalogues (`engine/wording/catalogue/*.da.txt`, `*.en.txt`), with each `{name}` replaced by
/// the argument of that name (or, where the argument is a key itself, by the text under it). A key or an argument that is missing
/// is our bug and stops the program; tests walk all keys.
std::string text(Language language, std::string_view key, const std::vector<diag::Argument>& arguments = {});

/// Whether the catalogues have `key` (hints are optional).
bool has_text(Language language, std::string_view key);

/// Every key of one language's catalogues, sorted: for tests and for the generated page of errors.
std::vector<std::string> keys(Language language);

/// A finding in words, ready to be laid out. A hint that names an argument which was not given is left out: `did you mean
/// {nearest}?` is said only where something is near.
diag::Words words(Language language, const diag::Diagnostic& diagnostic);

}  // namespace provenu::wording
