#pragma once

#include <algorithm>

#include "input/scalars.hpp"

namespace provenu::input {

template <class Item>
auto find_item(std::vector<Item>& items, std::string_view id) {
    return std::find_if(items.begin(), items.end(), [id](const Item& each) { return each.id.value == id; });
}

/// Something with an id goes in place of what had it before, or to the end.
template <class Item>
void put(std::vector<Item>& items, Item item) {
    const auto same = find_item(items, item.id.value);
    if (same == items.end()) {
        items.push_back(std::move(item));
    } else {
        *same = std::move(item);
    }
}

/// What a file underneath says of the same id, which holds where the block over it is silent; else an empty one.
template <class Item>
Item underneath(std::vector<Item>& items, const Node& block) {
    const Node* id = find(block, "id");
    const auto same = id == nullptr ? items.end() : find_item(items, id->text);
    return same == items.end() ? Item{} : *same;
}

/// Reads a list of blocks with ids over what the files underneath say; an id that stands twice in the list is found.
/// \param key what messages call the list
template <class Item>
void read_items(Reading& reading, const Node& list, std::string_view key, const Fields<Item>& fields, std::vector<Item>& items) {
    std::vector<Placed<std::string>> ids;
    for (const Node& node : list.children) {
        if (!fits(reading, node, key, {block(fields.schema.name)})) continue;
        Item item = underneath(items, node);
        read_fields(reading, node, fields, item);
        const auto same = std::find_if(ids.begin(), ids.end(), [&](const auto& id) { return id.value == item.id.value; });
        if (same != ids.end() && !item.id.value.empty())
            reading.found.error("P339", item.id.place, {{"id", item.id.value}, {"line", std::to_string(same->place.line)}});
        ids.push_back(item.id);
        put(items, std::move(item));
    }
}

}  // namespace provenu::input
