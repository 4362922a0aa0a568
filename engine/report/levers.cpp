#include "report/levers.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

double rounded(double value, int decimals, Toward toward) {
    const double step = std::pow(10.0, -decimals);
    if (toward == Toward::up) return quantity::round_up(value / step) * step;
    if (toward == Toward::down) return quantity::round_down(value / step) * step;
    return value;
}

/// Enough for three digits of the smaller of a value and its base; next to nothing is no smaller.
int decimals_for(double value, double base) {
    constexpr double next_to_nothing = 1e-6;
    double size = std::abs(base);
    const bool counts = std::abs(value) > next_to_nothing * size;
    if (counts && (size == 0 || std::abs(value) < size)) size = std::abs(value);
    if (size == 0) return 0;
    constexpr int most = 12;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(size) + 1e-9)), 0, most);
}

}  // namespace

quantity::Money money_shown(const LeverScale& scale) {
    const bool has_price = scale.unit.of(quantity::Dimension::money) != 0 && !scale.is_factor && !scale.is_percent;
    return has_price && scale.base != 0 && std::abs(scale.base) < 1 ? quantity::Money{0} : scale.money;
}

std::string lever_unit(const LeverScale& scale, wording::Language language) {
    return unit_in_words(scale.unit, money_shown(scale), language);
}

std::string key_of(const risk::Lever& lever) {
    std::string key = lever.id;
    std::ranges::replace(key, '+', '.');
    return key;
}

std::string lever_name(const risk::Lever& lever, wording::Language language) {
    if (lever.of == risk::Lever::Of::joint) return wording::text(language, "lever." + key_of(lever));
    const std::string own = in_words(lever.label, language, lever.id.substr(0, lever.id.find('+')));
    if (!lever.definition.ends_with(risk::followers_too)) return own;
    return wording::text(language, "lever.with_followers", {{"name", own}});
}

std::string share_in_words(double share, int decimals, Toward toward, wording::Language language) {
    return wording::text(language, "lever.percent",
                         {{"number", wording::number(language, rounded(100 * share, decimals, toward), decimals)}});
}

std::string lever_value(double value, const LeverScale& scale, Toward toward, wording::Language language) {
    if (scale.is_factor || scale.is_percent) {
        const int decimals = 1 + scale.further_decimals;
        return wording::text(language, "lever.percent",
                             {{"number", wording::plain_number(language, rounded(100 * value, decimals, toward), decimals)}});
    }
    const int power = scale.unit.of(quantity::Dimension::money);
    const double factor = std::pow(quantity::factor(scale.money, money_shown(scale)), power);
    const int decimals = decimals_for(factor * value, factor * scale.base) + scale.further_decimals;
    return wording::plain_number(language, rounded(factor * value, decimals, toward), decimals);
}

std::vector<std::string> lever_values(const std::vector<double>& values, LeverScale scale, wording::Language language) {
    constexpr int most_further = 6;
    std::vector<std::string> shown;
    for (; scale.further_decimals <= most_further; ++scale.further_decimals) {
        shown.clear();
        for (const double each : values) shown.push_back(lever_value(each, scale, Toward::nearest, language));
        if (std::set<std::string>(shown.begin(), shown.end()).size() == shown.size()) break;
    }
    return shown;
}

std::string lever_value_said(double value, const LeverScale& scale, Toward toward, wording::Language language) {
    if (scale.is_factor || scale.is_percent || scale.unit.is_bare()) return lever_value(value, scale, toward, language);
    LeverScale shown = scale;
    const int power = scale.unit.of(quantity::Dimension::money);
    shown.money = quantity::Money{0};
    const double factor = std::pow(quantity::factor(scale.money, shown.money), power);
    shown.base *= factor;
    return lever_value(value * factor, shown, toward, language) + " " + unit_in_words(shown.unit, shown.money, language);
}

std::string amount_said(double amount, quantity::Money money, wording::Language language) {
    const double digit = std::pow(10.0, -decimals_of(money));
    const double kroner = quantity::round_half_away(std::abs(amount), digit) * quantity::factor(money, quantity::Money{0});
    return wording::number(language, kroner) + " " + wording::text(language, "table.money.0");
}

std::string unit_name(const LeverScale& scale) {
    if (scale.is_factor) return "factor";
    if (scale.unit.is_bare()) return "";
    std::string name = quantity::name(scale.unit);
    if (name.starts_with("kr.")) name.replace(0, 3, money_name(scale.money));
    return name;
}

}  // namespace provenu::report
