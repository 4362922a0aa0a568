#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::compile {

/// Names that something may be called by: found at once, and in the file's order for `did you mean`.
struct Names {
    std::vector<std::string> in_order;
    std::unordered_set<std::string> known;
    int suggestions = 0;  ///< made so far
};

void add(Names& names, const std::string& name);
bool has(const Names& names, const std::string& name);
/// The name most likely meant. Each suggestion is a walk over all names, so a file that is wrong throughout gets only the first.
std::optional<std::string> nearest(Names& names, const std::string& written);
/// `a, b, c`, or nothing where there are too many to show.
std::string listed(const Names& names);
/// What the keys of a proposal may refer to.
struct Vocabulary {
    Names formula;    ///< in a formula of an input or a line: months, inputs and budgets; later results as well
    Names inputs;     ///< as a rate
    Names shareable;  ///< under `of`: budgets and lines
    Names lines;      ///< lines, those of handovers included
    Names areas;
    Names payers;
};

Vocabulary vocabulary_of(const model::Proposal& proposal);
/// Whether a name is a line's or a result's, on which inputs and lines cannot build.
bool is_result(const Vocabulary& words, const std::string& name);

}  // namespace provenu::compile
