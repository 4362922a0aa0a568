#pragma once

#include <string>
#include <utility>
#include <vector>

#include "provenu/formula/book.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::support {

/// A book of definitions, each after all that it names, for the years 2026..2031 and four beyond.
inline formula::Book book(const std::vector<std::pair<std::string, formula::Tree>>& definitions) {
    formula::Book book;
    book.axis = {{2026, 2031}, 4};
    for (const auto& [name, tree] : definitions) {
        formula::Definition definition;
        definition.name = name;
        definition.tree = tree;
        definition.shape = formula::shape_of(tree, [&](const std::string& each) { return book.find(each)->shape; });
        book.index.emplace(name, book.definitions.size());
        book.definitions.push_back(std::move(definition));
    }
    return book;
}

}  // namespace provenu::support
