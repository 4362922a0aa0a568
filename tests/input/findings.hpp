#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "provenu/diag/layout.hpp"
#include "provenu/input/read.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::input {

inline const std::string heading = "kind: proposal\nformat: 1\nid: school\ntitle: School\nyears: 2026..2031\nprice_level: 2027\n";
inline const std::string one_line = "recurring:\n  - {id: line, saving: 100}\n";

/// The findings as an author sees them.
inline std::string shown(const diag::Diagnostics& found, wording::Language language = wording::Language::english) {
    std::string text;
    for (const auto& each : found.sorted()) text += diag::lay_out(each, wording::words(language, each));
    return text;
}

/// `line:column code` of each finding, by place, in a file of these bytes.
inline std::vector<std::string> findings(const std::string& bytes) {
    const auto result = read_proposal_text(bytes, "school.yaml");
    shown(result.diagnostics, wording::Language::danish);  // has words for each, with every argument
    shown(result.diagnostics);
    std::vector<std::string> each;
    for (const auto& one : result.diagnostics.sorted()) {
        each.push_back(std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + " " + one.code);
    }
    return each;
}

/// The codes alone, of a proposal that ends with this content.
inline std::vector<std::string> codes(const std::string& content) {
    std::vector<std::string> each = findings(heading + content);
    for (auto& one : each) one = one.substr(one.find(' ') + 1);
    return each;
}

/// The proposal that ends with this content; a failing test shows what is wrong with it.
inline model::Proposal proposal(const std::string& content) {
    const auto result = read_proposal_text(heading + content, "school.yaml");
    if (!result.ok()) throw std::runtime_error(shown(result.diagnostics));
    return *result.value;
}

using Findings = std::vector<std::string>;

}  // namespace provenu::input
