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

/// Where in the map's children the doubled keys stand, in order.
std::vector<std::size_t> report_doubled(const KeyCheck& check, std::vector<const Node*> keys, const Node& map) {
    std::stable_sort(keys.begin(), keys.end(), [](const Node* left, const Node* right) { return left->text < right->text; });
    std::vector<std::size_t> doubled;
    const Node* first = nullptr;
    for (const Node* key : keys) {
        if (first == nullptr || first->text != key->text) {
            first = key;
            continue;
        }
        const std::string line = std::to_string(first->line);
        check.found.error("P306", place_of(check.source, *key), {{"key", std::string(key->text)}, {"line", line}});
        doubled.push_back(static_cast<std::size_t>(key - map.children.data()));
    }
    std::sort(doubled.begin(), doubled.end());
    return doubled;
}

/// \param keys where the keys of the pairs stand among the children, in order
void take_out(Node& map, const std::vector<std::size_t>& keys) {
    std::vector<Node> kept;
    auto next = keys.begin();
    for (std::size_t i = 0; i < map.children.size(); i += 2) {
        if (next != keys.end() && *next == i) {
            ++next;
            continue;
        }
        kept.push_back(std::move(map.children[i]));
        kept.push_back(std::move(map.children[i + 1]));
    }
    map.children = std::move(kept);
}

}  // namespace

bool is_key(const Node& node) {
    return node.kind == Node::Kind::scalar && !is_merge(node);
}

void check_keys(const KeyCheck& check, Node& map) {
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
    const std::vector<std::size_t> doubled = report_doubled(check, std::move(keys), map);
    if (!doubled.empty()) take_out(map, doubled);
}

}  // namespace provenu::input
