#include "audit/written.hpp"

#include <cctype>
#include <cmath>
#include <string_view>
#include <variant>

#include "provenu/quantity/text.hpp"

namespace provenu::audit {
namespace {

/// How many decimals a number that can be read is written with: what follows its last separator, unless that groups thousands.
int decimals_of(std::string_view digits, double value) {
    const auto at = digits.find_last_of(".,");
    if (at == std::string_view::npos) return 0;
    const bool repeated = digits.find(digits[at]) != at;
    const bool whole = value == std::round(value);
    const std::size_t behind = digits.size() - at - 1;
    return repeated || (whole && behind == 3 && std::abs(value) >= 1000) ? 0 : static_cast<int>(behind);
}

std::optional<Written> figure_at(std::string_view text, std::size_t length) {
    const auto digits = text.substr(0, length);
    const auto read = quantity::read_number(digits);
    Written figure;
    if (const auto* value = std::get_if<double>(&read)) {
        figure.number = *value;
        figure.digit = std::pow(10.0, -decimals_of(digits, *value));
    } else if (std::holds_alternative<quantity::TwoReadings>(read)) {  // `1.234` in a Danish paper's words counts thousands
        std::string plain;
        for (const char letter : digits)
            if (std::isdigit(static_cast<unsigned char>(letter)) != 0) plain += letter;
        figure.number = std::stod(plain);
    } else {
        return std::nullopt;
    }
    const auto behind = text.substr(length);
    if (const auto unit = quantity::read_unit(behind); unit && unit->unit.of(quantity::Dimension::money) == 1)
        figure.money = unit->money;
    const auto sign = behind.find_first_not_of(' ');
    figure.percent = sign < 3 && behind[sign] == '%';
    return figure;
}

double factor_of(const Written& figure, quantity::Money unit) {
    if (figure.percent) return 0.01;
    return figure.money ? quantity::factor(*figure.money, unit) : 1;
}

}  // namespace

std::vector<Written> figures_in(const std::string& text) {
    std::vector<Written> figures;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = std::string_view(text).substr(at);
        const std::size_t length =
            std::isdigit(static_cast<unsigned char>(rest.front())) != 0 ? quantity::number_length(rest) : 0;
        if (length > 0)
            if (const auto figure = figure_at(rest, length)) figures.push_back(*figure);
        at += std::max<std::size_t>(length, 1);
    }
    return figures;
}

double amount_of(const Written& figure, quantity::Money unit) {
    return figure.number * factor_of(figure, unit);
}

double digit_of(const Written& figure, quantity::Money unit) {
    return figure.digit * factor_of(figure, unit);
}

}  // namespace provenu::audit
