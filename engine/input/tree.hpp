#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/text.hpp"

namespace provenu::input {

/// One value of a file, small because there may be a million of them.
struct Node {
    enum class Kind : unsigned char { empty, scalar, list, map };

    Kind kind = Kind::empty;
    bool plain = true;  ///< a scalar without quotation marks
    bool flow = false;  ///< a list in [] or a map in {}
    int line = 0;
    int column = 0;
    int width = 1;
    std::string_view text;       ///< of a scalar
    std::vector<Node> children;  ///< of a list; of a map key, value, key, value ...
};

/// A file as a tree. Texts point into the source, or into `texts` where the file writes them otherwise (escapes, folded lines).
struct Document {
    SourcePointer source;
    Node root;
    std::deque<std::string> texts;
};

/// Reads a text that is plain YAML. Keys that are not texts, merge keys and doubled keys are found.
std::optional<Document> read_tree(const SourcePointer& source, diag::Diagnostics& found);

/// The value under `key` of a map; none where there is none.
const Node* find(const Node& map, std::string_view key);

}  // namespace provenu::input
