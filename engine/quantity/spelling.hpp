#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "provenu/quantity/unit.hpp"

namespace provenu::quantity {

/// A single unit as written, without what it is divided by.
struct Spelled {
    Dimension dimension = Dimension::money;
    Money money{0};          ///< of no meaning unless the dimension is money
    std::size_t length = 0;  ///< bytes
};

/// The longest unit that stands at the very start of `text` as a whole word, in Danish or English, in capitals or not.
std::optional<Spelled> read_spelling(std::string_view text);

/// A way of saying "each year" that is no division in form: ` om året`, ` a month`. Leading spaces belong to it.
std::optional<Spelled> read_each(std::string_view text);

}  // namespace provenu::quantity
