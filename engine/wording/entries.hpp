#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace provenu::wording {

/// One line `key = text` of a catalogue; `\n` in it is a line end.
struct Entry {
    std::string_view key;
    std::string text;
};

/// All entries of a catalogue file, in its order, repeats included. Empty lines and lines that begin with `#` are skipped; a line
/// of any other form is our bug.
std::vector<Entry> entries(std::string_view file);

}  // namespace provenu::wording
