#pragma once

#include <functional>
#include <string>
#include <vector>

#include "provenu/formula/book.hpp"
#include "provenu/portfolio/claims.hpp"

namespace provenu::portfolio {

/// A book under construction in which figures of several proposals are added.
class Adding {
 public:
    Adding(quantity::Years years, quantity::Money money);

    void define(const std::string& name, formula::Tree tree, formula::Shape shape = formula::Shape::yearly);
    /// One proposal's figure, year by year in the book's money; nought before its table.
    [[nodiscard]] formula::Tree figure(const Member& member, const std::string& name) const;
    /// The sum of what proposals have under a name; those without it have nought.
    [[nodiscard]] formula::Tree sum(std::span<const Member> members, const std::string& name) const;

    formula::Book book;
};

}  // namespace provenu::portfolio
