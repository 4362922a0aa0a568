#pragma once

#include <algorithm>

#include "input/scalars.hpp"

namespace provenu::input {

/// Something with an id goes in place of what had it before, or to the end.
template <class Item>
void put(std::vector<Item>& items, Item item) {
    const auto same = std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.id.value == item.id.value; });
    if (same == items.end()) {
        items.push_back(std::move(item));
    } else {
        *same = std::move(item);
    }
}

/// Reads a list of blocks with ids over what the files underneath say; an id that stands twice in the list is found.
template <class Item>
void read_items(Reading& reading, const Node& list, const Fields<Item>& fields, std::vector<Item>& items) {
    std::vector<Placed<std::string>> ids;
    for (const Node& node : list.children) {
        if (!fits(reading, node, fields.schema.name, {block(fields.schema.name)})) continue;
        Item item = read_block(reading, node, fields);
        const auto same = std::find_if(ids.begin(), ids.end(), [&](const auto& id) { return id.value == item.id.value; });
        if (same != ids.end() && !item.id.value.empty()) {
            reading.found.error("P339", item.id.place, {{"id", item.id.value}, {"line", std::to_string(same->place.line)}});
        }
        ids.push_back(item.id);
        put(items, std::move(item));
    }
}

}  // namespace provenu::input
