#include "input/values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "input/names.hpp"
#include "provenu/formula/parse.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::input {
namespace {

bool stands_verbatim(const Reading& reading, const Node& node) {
    const std::string& text = reading.source->text;
    const std::less_equal<const char*> not_after;
    return not_after(text.data(), node.text.data()) && not_after(node.text.data() + node.text.size(), text.data() + text.size());
}

/// Where the value's first character stands: behind a quotation mark.
diag::Place place_of_text(const Reading& reading, const Node& node) {
    diag::Place place = place_of(reading, node);
    if (!node.plain) {
        ++place.column;
        place.width = std::max(1, place.width - 2);
    }
    return place;
}

/// Findings inside a text that the file writes otherwise (folded lines, escapes) stand at the text as a whole.
void append_at(Reading& reading, const diag::Diagnostics& inside, const diag::Place& place) {
    for (const auto& each : inside.sorted()) {
        switch (each.severity) {
            case diag::Severity::error:
                reading.found.error(each.code, place, each.arguments);
                break;
            case diag::Severity::warning:
                reading.found.warning(each.code, place, each.arguments);
                break;
            case diag::Severity::note:
                reading.found.note(each.code, place, each.arguments);
                break;
        }
    }
}

std::optional<Literal> literal_of(const formula::Tree& tree);

std::optional<Literal> negated(const formula::Node& node) {
    auto inner = literal_of(node.operands[0]);
    if (inner) inner->value = -inner->value;
    return inner;
}

std::optional<Literal> fraction(const formula::Node& node) {
    const auto above = literal_of(node.operands[0]);
    const auto below = literal_of(node.operands[1]);
    if (!above || !below || !above->is_bare() || !below->is_bare() || below->value == 0) return {};
    return Literal{above->value / below->value, {}};
}

std::optional<Literal> literal_of(const formula::Tree& tree) {
    if (const auto* number = std::get_if<formula::Number>(&tree->operation)) {
        if (std::isnan(number->value)) return {};  // not read
        const int money = number->unit.of(quantity::Dimension::money);
        return Literal{number->value * std::pow(10.0, money * number->money.exponent), *number};
    }
    if (std::holds_alternative<formula::Negate>(tree->operation)) return negated(*tree);
    if (std::holds_alternative<formula::Divide>(tree->operation)) return fraction(*tree);
    return {};
}

/// `2029` or `2029..`
std::optional<Step> year_step(const Node& key) {
    std::string_view digits = key.text;
    const bool holds = digits.ends_with("..");
    if (holds) digits.remove_suffix(2);
    const bool right =
        digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!right) return {};
    int year = 0;
    for (const char digit : digits) year = year * 10 + (digit - '0');
    return Step{year, holds, &key, nullptr};
}

}  // namespace

formula::Tree unread() {
    return formula::number(std::numeric_limits<double>::quiet_NaN());
}

bool is_unread(const model::Value& value) {
    const auto* number = value.formula ? std::get_if<formula::Number>(&value.formula->operation) : nullptr;
    return number != nullptr && std::isnan(number->value);
}

model::Value read_value(Reading& reading, const Node& node) {
    const diag::Place place = place_of_text(reading, node);
    auto parsed = formula::parse(node.text, place);
    if (stands_verbatim(reading, node)) {
        reading.found.append(parsed.diagnostics);
    } else {
        append_at(reading, parsed.diagnostics, place);
    }
    return {parsed.value ? *parsed.value : unread(), place};
}

bool is_series(const Node& map) {
    if (map.kind != Node::Kind::map || map.children.empty()) return false;
    for (std::size_t i = 0; i < map.children.size(); i += 2) {
        const std::string_view key = map.children[i].text;
        const bool split = map.flow && map.children[i + 1].kind == Node::Kind::empty;
        if (!split && !key.empty() && key[0] >= '0' && key[0] <= '9') return true;
    }
    return false;
}

model::Amount read_amount(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::map) return read_series(reading, node);
    return read_value(reading, node);
}

std::vector<Step> read_year_steps(Reading& reading, const Node& map) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        const Node& key = map.children[i];
        if (is_split(reading, map, i / 2)) continue;
        auto step = year_step(key);
        if (!step) {
            report(reading, "P501", key, {{"text", std::string(key.text)}});
        } else if (step->number < earliest_year || step->number > latest_year) {
            report(reading, "P504", key, {{"text", std::string(key.text)}});
        } else {
            if (!is_cut(map, i / 2)) step->value = &map.children[i + 1];
            steps.push_back(*step);
        }
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) { return left.number < right.number; });
    const auto doubled = std::unique(steps.begin(), steps.end(), [&](const Step& left, const Step& right) {
        if (left.number != right.number) return false;
        report(reading, "P505", *right.key, {{"year", std::to_string(left.number)}, {"line", std::to_string(left.key->line)}});
        return true;
    });
    steps.erase(doubled, steps.end());
    return steps;
}

model::Series read_series(Reading& reading, const Node& map) {
    model::Series series{0, {}, false, place_of(reading, map)};
    const std::vector<Step> steps = read_year_steps(reading, map);
    if (map.children.empty()) report(reading, "P506", map);
    for (const Step& step : steps) {
        const int next = series.first + static_cast<int>(series.values.size());
        if (series.values.empty()) {
            series.first = step.number;
        } else if (step.number != next) {
            report(reading, "P502", *step.key, {{"year", std::to_string(next)}, {"next", std::to_string(step.number)}});
            series.first += step.number - next;
        }
        if (step.holds && &step != &steps.back()) {
            report(reading, "P503", *step.key, {{"year", std::to_string(step.number)}});
        }
        series.holds = step.holds;
        const bool usable = step.value != nullptr && fits(reading, *step.value, step.key->text, {of_form(Form::value)});
        series.values.push_back(usable ? read_value(reading, *step.value) : model::Value{unread(), {}});
    }
    return series;
}

std::optional<Literal> literal(const model::Value& value) {
    if (!value.formula) return {};  // a required value that is missing: found already
    return literal_of(value.formula);
}

void check_share(Reading& reading, const model::Value& value) {
    const auto share = literal(value);
    if (!share) return;
    if (share->value < 0) {
        reading.found.error("P508", value.place);
    } else if (share->value > 1 && share->is_bare()) {
        const bool may_be_meant = share->value < 2;
        reading.found.error(
            may_be_meant ? "P510" : "P507", value.place,
            {{"share", plain(share->value)}, {"percent", plain(share->value * 100)}, {"hundredth", plain(share->value / 100)}});
    }
}

}  // namespace provenu::input
