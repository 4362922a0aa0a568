#pragma once

#include <string>
#include <vector>

#include "provenu/report/document.hpp"
#include "report/findings.hpp"

namespace provenu::report {

inline constexpr const char* conversion_mark = "*";

/// Footnotes numbered `1)`, `2)` in the order in which rows refer to them; equal texts share one.
class NumberedNotes {
 public:
    /// Gives the row its number and note; nothing where there is no note.
    void refer(Row& row, const std::string& note);
    /// `1) ...`
    [[nodiscard]] std::vector<std::string> in_words() const;

 private:
    std::vector<std::string> notes_;
};

}  // namespace provenu::report
