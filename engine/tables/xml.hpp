#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace provenu::tables {

/// A name without the prefix of its namespace: some programs write `<x:row>`.
inline std::string_view local(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline bool is(const pugi::xml_node& node, std::string_view name) {
    return local(node.name()) == name;
}

inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& each) { return is(each, name); });
}

}  // namespace provenu::tables
