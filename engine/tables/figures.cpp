#include "tables/figures.hpp"

#include <algorithm>
#include <array>

#include "provenu/quantity/text.hpp"
#include "tables/letters.hpp"

namespace provenu::tables {
namespace {

constexpr std::array<std::string_view, 3> minus_signs{"-", "\u2212", "\u2013"};

/// Takes a minus sign away from the start of `text`.
bool take_minus(std::string_view& text) {
    for (const auto sign : minus_signs) {
        if (!text.starts_with(sign)) continue;
        text = trimmed(text.substr(sign.size()));
        return true;
    }
    return false;
}

bool is_dash(std::string_view text) {
    return text == "\u2014" || std::ranges::find(minus_signs, text) != minus_signs.end();
}

bool take_minus_behind(std::string_view& text) {
    if (text.size() < 2 || !text.ends_with('-')) return false;
    text = trimmed(text.substr(0, text.size() - 1));
    return true;
}

bool take_parentheses(std::string_view& text) {
    if (!text.starts_with('(') || !text.ends_with(')')) return false;
    text = trimmed(text.substr(1, text.size() - 2));
    return true;
}

char other(char mark) {
    return mark == '.' ? ',' : '.';
}

/// What cells say of the decimal mark, and one that says the other.
struct Evidence {
    const Cell* of_point = nullptr;
    const Cell* of_comma = nullptr;
    int in_two_ways = 0;       ///< `1.234`
    char mark_of_those = 0;    ///< the mark in them, where all have the same
    bool small_plain = false;  ///< a whole figure from 1 to 999
    bool large_plain = false;  ///< a whole figure from 1000 without any mark
};

void weigh(Evidence& evidence, const Cell& cell) {
    const auto written = written_figure(cell.text);
    if (!written || written->digits.empty()) return;
    const auto& digits = written->digits;
    const auto reading = quantity::read_number(digits);
    const char mark = decimal_mark_of(digits);
    if (mark == '.' && evidence.of_point == nullptr) evidence.of_point = &cell;
    if (mark == ',' && evidence.of_comma == nullptr) evidence.of_comma = &cell;
    if (std::holds_alternative<quantity::TwoReadings>(reading)) {
        const char here = digits[digits.find_first_of(".,")];
        evidence.mark_of_those = evidence.in_two_ways == 0 || evidence.mark_of_those == here ? here : char{0};
        ++evidence.in_two_ways;
    }
    if (digits.find_first_not_of("0123456789") != std::string::npos || digits == "0") return;
    (digits.size() < 4 ? evidence.small_plain : evidence.large_plain) = true;
}

DecimalMark mark_of(const Evidence& evidence, std::string_view unit, char separator) {
    if (evidence.of_point != nullptr) return {'.', "tables.mark.figures"};
    if (evidence.of_comma != nullptr) return {',', "tables.mark.figures"};
    if (evidence.in_two_ways == 0) return {};
    const auto in_unit = unit.find_first_of(".,");
    if (in_unit != std::string_view::npos && in_unit > 0 && unit[in_unit - 1] >= '0' && unit[in_unit - 1] <= '9')
        return {other(unit[in_unit]), "tables.mark.unit"};
    if (evidence.mark_of_those != 0 && evidence.small_plain && !evidence.large_plain)
        return {other(evidence.mark_of_those), "tables.mark.whole"};
    if (separator == ';') return {',', "tables.mark.semicolon"};
    return {};
}

/// `#REF!`, or a formula whose result is not in the file.
void find_no_number(const Cell& cell, diag::Diagnostics& found) {
    const bool of_a_sheet = cell.text.starts_with('=') || cell.text.starts_with('#');
    found.error(of_a_sheet ? "P890" : "P883", cell.place, {{"text", cell.text}});
}

}  // namespace

std::optional<WrittenFigure> written_figure(std::string_view text) {
    text = trimmed(text);
    if (is_dash(text)) return WrittenFigure{};
    while (text.ends_with('*')) text = trimmed(text.substr(0, text.size() - 1));
    WrittenFigure figure;
    figure.negative = take_parentheses(text) || take_minus(text) || take_minus_behind(text);
    if (!figure.negative && text.starts_with('+')) text = trimmed(text.substr(1));
    if (text.empty() || text.find_first_of("0123456789") == std::string_view::npos) return {};
    figure.digits = std::string(text);
    return figure;
}

char decimal_mark_of(std::string_view digits) {
    if (!std::holds_alternative<double>(quantity::read_number(digits))) return 0;
    const std::size_t last = digits.find_last_of(".,");
    if (last == std::string_view::npos) return 0;
    const bool grouping = std::count(digits.begin(), digits.end(), digits[last]) > 1;
    return grouping ? other(digits[last]) : digits[last];
}

Figures::Figures(const std::vector<const Cell*>& cells, std::string_view unit, char separator, diag::Diagnostics& found) {
    Evidence evidence;
    for (const Cell* cell : cells)
        if (!cell->number) weigh(evidence, *cell);
    if (evidence.of_point != nullptr && evidence.of_comma != nullptr) {
        found.error("P891", evidence.of_comma->place, {{"comma", evidence.of_comma->text}, {"point", evidence.of_point->text}});
        return;
    }
    decimal_ = mark_of(evidence, unit, separator);
}

std::optional<double> Figures::read(const Cell& cell, diag::Diagnostics& found) {
    if (cell.number) return cell.number;
    if (cell.text.empty()) return {};
    const auto written = written_figure(cell.text);
    if (!written) {
        find_no_number(cell, found);
        return {};
    }
    if (written->digits.empty()) {
        ++dashes_;
        return {};
    }
    auto reading = quantity::read_number(written->digits);
    const char mark = decimal_mark_of(written->digits);
    if (const auto* two = std::get_if<quantity::TwoReadings>(&reading)) {
        if (decimal_.mark == 0) {
            found.error("P882", cell.place, {{"text", cell.text}, {"whole", two->whole}, {"decimal", two->decimal}});
            return {};
        }
        const bool has_decimals = written->digits.find(decimal_.mark) != std::string::npos;
        reading = quantity::read_number(has_decimals ? two->decimal : two->whole);
    }
    const auto* value = std::get_if<double>(&reading);
    if (value == nullptr || (mark != 0 && decimal_.mark != 0 && mark != decimal_.mark)) {
        find_no_number(cell, found);
        return {};
    }
    return written->negative ? 0.0 - *value : *value;
}

int decimals_of(const Cell& cell, const DecimalMark& decimal) {
    if (cell.number) return cell.decimals;
    if (decimal.mark == 0) return 0;
    const auto written = written_figure(cell.text);
    const std::size_t at = written ? written->digits.find(decimal.mark) : std::string::npos;
    return at == std::string::npos ? 0 : static_cast<int>(written->digits.size() - at - 1);
}

}  // namespace provenu::tables
