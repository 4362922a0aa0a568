#pragma once

#include "input/tree.hpp"

namespace provenu::input {

/// Whether a node can be a key: a text, and no merge key.
bool is_key(const Node& node);

struct KeyCheck {
    const SourcePointer& source;
    diag::Diagnostics& found;
};

/// Every key of a map is a text, no merge key, and stands once; a doubled key is found at its second place, and taken out.
void check_keys(const KeyCheck& check, Node& map);

}  // namespace provenu::input
