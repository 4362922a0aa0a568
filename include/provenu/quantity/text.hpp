#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "provenu/quantity/unit.hpp"

namespace provenu::quantity {

/// A number that reads in two ways: `1.234` is 1234 to a Dane and 1.234 to a computer.
struct TwoReadings {
    std::string whole;    ///< the reading with a thousands separator, as one would write it plainly: `1234`
    std::string decimal;  ///< the reading with a decimal separator, plainly and safely: `1.2340` or `1,2340`
};

struct NotANumber {};

using NumberReading = std::variant<double, TwoReadings, NotANumber>;

/// A number as Danes or the English write it: `1.234.567,89`, `1,234,567.89`, `1234.5`, `0,125`, `.5`, `1 234` (also with a
/// no-break space), `1e5`, `-3` (also with U+2212). Refused as two readings: one to three digits, one separator, three
/// digits, first group not zero. Not numbers: `010`, `5.`, `1e999`, `.nan`, `0x10`, mixed or misplaced separators.
NumberReading read_number(std::string_view text);

/// How many bytes at the start of `text` belong to a number in the sense above: digits, separators between digits, a space before
/// exactly three digits, an exponent. The sign is not among them; what they hold may still be no number (`1.2.3`).
std::size_t number_length(std::string_view text);

/// A unit written behind a number, and the size of its money.
struct WrittenUnit {
    Unit unit;
    Money money{0};          ///< of no meaning where the unit has no money
    std::size_t length = 0;  ///< bytes of `text` it takes, leading spaces included
};

/// The longest unit at the start of `text`, as a whole word: `kr.`, `t.kr.`, `mio. kr.`, `DKK`, `FTE`, `årsværk`, `persons`,
/// `places`, `hours`, `weeks`, `months`, `years`, in Danish or English, singular or plural, capitals or not, each followed by any
/// number of `/unit` without spaces, ` pr. unit`, ` per unit` or ` om året`. None where no unit stands there.
/// Money stands in it once: of `kr./kr.` only the first is read.
std::optional<WrittenUnit> read_unit(std::string_view text);

/// The money unit of a file: `1000 DKK`, `1.000 kr.`, `1 DKK`, `DKK`, `kr.`, `t.kr.`, `1000000 DKK`, `mio. kr.`.
std::optional<Money> read_money(std::string_view text);

}  // namespace provenu::quantity
