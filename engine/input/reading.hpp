#pragma once

#include <string>
#include <vector>

#include "input/tree.hpp"
#include "provenu/model/value.hpp"

namespace provenu::input {

/// What all that read one file share.
struct Reading {
    SourcePointer source;
    diag::Diagnostics& found;
    bool names_lost = false;  ///< a block that defines names could not be read
};

/// Where a node stands; a block without brackets stands at its first key.
diag::Place place_of(const Reading& reading, const Node& node);

void report(Reading& reading, std::string code, const Node& at, std::vector<diag::Argument> arguments = {});

/// A number as a message shows it: `400`, `0.04`; `0,04` where the author writes decimal commas.
std::string plain(double value, std::string_view as_in = {});

}  // namespace provenu::input
