#include "input/keys.hpp"

#include <algorithm>

namespace provenu::input {
namespace {

diag::Place place_of(const SourcePointer& source, const Node& node) {
    return {source, node.line, node.column, node.width};
}

bool is_merge(const Node& node) {
    return node.plain && node.text == "<<";
}

}  // namespace

bool is_key(const Node& node) {
    return node.kind == Node::Kind::scalar && !is_merge(node);
}

void check_keys(const KeyCheck& check, const Node& map) {
    std::vector<const Node*> keys;
    keys.reserve(map.children.size() / 2);
    for (std::size_t i = 0; i < map.children.size(); i += 2) {
        const Node& key = map.children[i];
        if (key.kind != Node::Kind::scalar) {
            check.found.error("P127", place_of(check.source, key));
        } else if (is_merge(key)) {
            check.found.error("P123", place_of(check.source, key));
        } else {
            keys.push_back(&key);
        }
    }
    std::stable_sort(keys.begin(), keys.end(), [](const Node* left, const Node* right) { return left->text < right->text; });
    const Node* first = nullptr;
    for (const Node* key : keys) {
        if (first != nullptr && first->text == key->text) {
            const std::string line = std::to_string(first->line);
            check.found.error("P306", place_of(check.source, *key), {{"key", std::string(key->text)}, {"line", line}});
        } else {
            first = key;
        }
    }
}

}  // namespace provenu::input
