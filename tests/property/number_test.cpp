#include "provenu/wording/number.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <string>

#include "provenu/quantity/rounding.hpp"
#include "provenu/quantity/text.hpp"

using namespace provenu;

namespace {

/// Amounts of all sizes that a budget may hold, to `decimals` digits behind the separator.
double amount(std::int64_t digits, int decimals) {
    return static_cast<double>(digits) / std::pow(10.0, decimals);
}

rc::Gen<std::int64_t> any_digits() {
    return rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
}

rc::Gen<int> any_decimals() {
    return rc::gen::inRange(0, 6);
}

/// Whether the text reads as the value, or reads in two ways of which it is one.
bool reads_as(const std::string& text, double value) {
    const auto reading = quantity::read_number(text);
    if (const auto* number = std::get_if<double>(&reading)) return *number == value;
    const auto* two = std::get_if<quantity::TwoReadings>(&reading);
    if (two == nullptr) return false;
    const auto whole = quantity::read_number(two->whole);
    const auto decimal = quantity::read_number(two->decimal);
    return std::get<double>(whole) == value || std::get<double>(decimal) == value;
}

}  // namespace

TEST_CASE("printed numbers read back as themselves, in both languages") {
    for (const auto language : {wording::Language::danish, wording::Language::english}) {
        const std::string name = language == wording::Language::danish ? "Danish" : "English";
        rc::prop(name + ", as a table prints them", [=] {
            const int decimals = *any_decimals();
            const double value = amount(*any_digits(), decimals);
            RC_ASSERT(reads_as(wording::number(language, value, decimals), value));
        });
        rc::prop(name + ", as a chain of reasoning shows them", [=] {
            const int decimals = *any_decimals();
            const double value = amount(*any_digits(), decimals);
            RC_ASSERT(reads_as(wording::plain_number(language, value, decimals), value));
        });
    }
}

TEST_CASE("a number in two readings is refused in neither of them") {
    rc::prop("each reading, written plainly, reads in one way", [] {
        const std::string first = std::to_string(*rc::gen::inRange(1, 1000));
        const std::string group = std::to_string(*rc::gen::inRange(1000, 2000)).substr(1);
        const auto reading = quantity::read_number(first + *rc::gen::element(".", ",") + group);
        const auto& two = std::get<quantity::TwoReadings>(reading);
        RC_ASSERT(std::get<double>(quantity::read_number(two.whole)) == std::stoi(first) * 1000 + std::stoi(group));
        RC_ASSERT(std::holds_alternative<double>(quantity::read_number(two.decimal)));
    });
}

TEST_CASE("any text at all is a number, two readings or none, and never more than the text") {
    rc::prop("reading is safe", [](const std::string& text) {
        quantity::read_number(text);
        RC_ASSERT(quantity::number_length(text) <= text.size());
        const auto unit = quantity::read_unit(text);
        RC_ASSERT(!unit || unit->length <= text.size());
        quantity::read_money(text);
    });
}

TEST_CASE("rounding") {
    const auto any_step = rc::gen::element(1.0, 5.0, 10.0, 0.1, 0.01, 0.25);
    rc::prop("is symmetric: minus the value gives minus the result", [=] {
        const double value = amount(*any_digits(), *any_decimals());
        const double step = *any_step;
        RC_ASSERT(quantity::round_half_away(-value, step) == -quantity::round_half_away(value, step));
    });
    rc::prop("is idempotent: a rounded value stays", [=] {
        const double step = *any_step;
        const double once = quantity::round_half_away(amount(*any_digits(), *any_decimals()), step);
        RC_ASSERT(quantity::round_half_away(once, step) == once);
    });
    rc::prop("moves a value by half a step at most, noise apart", [=] {
        const double step = *any_step;
        const double value = amount(*any_digits(), *any_decimals());
        RC_ASSERT(std::abs(quantity::round_half_away(value, step) - value) <= (0.5 + 0.01) * step);
    });
}
