#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/diag/place.hpp"
#include "provenu/formula/node.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::model {

/// Something an author wrote, and where.
template <class T>
struct Placed {
    T value{};
    diag::Place place;
};

/// A text for readers, in one language or both; a language that was not written falls back on the other.
struct Text {
    std::string danish;
    std::string english;
};

/// A number, an amount with its unit, or a formula over named inputs.
struct Value {
    formula::Tree formula;
    diag::Place place;
};

/// Values of consecutive years; nothing outside them, or (`2029..:`) the last held from then on.
struct Series {
    int first = 0;
    std::vector<Value> values;
    bool holds = false;
    diag::Place place;
};

using Amount = std::variant<Value, Series>;

/// Places: of an amount as a whole.
diag::Place place_of(const Amount& amount);

/// Whether an amount says anything of a year, nought included; a single value speaks of all.
bool says(const Amount& amount, int year);

}  // namespace provenu::model
