#pragma once

#include <functional>
#include <string>

#include "provenu/formula/book.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::formula {

/// What it takes to say a formula in words. `worth` reads a branch's value in a column from a program's results; nothing is
/// computed a second time.
struct Reading {
    const Book& book;
    wording::Language language = wording::Language::danish;
    std::function<double(const Tree& branch, int column)> worth;
};

/// The formula of one column with its figures: `6/12 x (3 FTE x 810) + 6/12 x (0.5 FTE x 810)`. Terms of nought and factors of
/// one are left out, and in a sum of several posts the word FTE as well. Names stand as their values.
std::string in_words(const Tree& tree, int column, const Reading& reading);

/// A value of the book as a chain shows it: as percent where it was written so or is a rate of return.
std::string value_in_words(const Definition& definition, int column, const Reading& reading);

}  // namespace provenu::formula
