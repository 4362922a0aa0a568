#include "input/stock.hpp"

#include <charconv>
#include <utility>

namespace provenu::input {
namespace {

using model::Stock;
using Entry = Stock::Entry;

constexpr std::array<Word<Entry>, 2> entries{{{"start", Entry::start}, {"middle", Entry::middle}}};

model::Value read_stay_years(Reading& reading, const Node& node) {
    model::Value years = read_value(reading, node);
    const auto number = literal(years);
    if (number && number->value <= 0) reading.found.error("P519", years.place, {{"text", std::string(node.text)}});
    return years;
}

/// `3`, or `{2026: 3, 2028: 2.5}`: entrants of those years and later.
std::vector<Stock::Stay> read_stay(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::scalar) return {{0, read_stay_years(reading, node)}};
    std::vector<Stock::Stay> stays;
    if (node.children.empty()) report(reading, "P506", node);
    for (const Step& step : read_year_steps(reading, node)) {
        if (step.value == nullptr || !fits(reading, *step.value, step.key->text, {of_form(Form::value)})) continue;
        stays.push_back({step.number, read_stay_years(reading, *step.value)});
    }
    return stays;
}

/// `1`, `4..`
std::optional<Step> year_since_entry(const Node& key) {
    std::string_view digits = key.text;
    const bool holds = digits.ends_with("..");
    if (holds) digits.remove_suffix(2);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || number < 1) return {};
    return Step{number, holds, &key, nullptr};
}

/// `{1: 50%, 2: 100%, 3..: 30%}`: years since entry from 1 on, each once and in order.
Stock::Fade read_fade(Reading& reading, const Node& map) {
    Stock::Fade fade;
    bool lost = false;
    if (map.children.empty()) report(reading, "P523", map, {{"text", "{}"}, {"next", "1"}});
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        const Node& key = map.children[i];
        if (is_split(reading, map, i / 2)) continue;
        const int next = static_cast<int>(fade.shares.size()) + 1;
        const auto step = year_since_entry(key);
        const bool in_order = step && step->number == next && !fade.holds;
        if (!in_order && !std::exchange(lost, true))
            report(reading, "P523", key, {{"text", std::string(key.text)}, {"next", std::to_string(next)}});
        fade.holds = fade.holds || (step && step->holds);
        const Node& value = map.children[i + 1];
        const bool usable = !is_cut(map, i / 2) && fits(reading, value, key.text, {of_form(Form::value)});
        fade.shares.push_back(usable ? read_value(reading, value) : model::Value{unread(), {}});
        check_share(reading, fade.shares.back());
    }
    return fade;
}

void read_initial(Reading& reading, const Node& node, StockDraft& draft) {
    if (node.kind == Node::Kind::scalar) {
        draft.stock.initial = read_value(reading, node);
        return;
    }
    InitialDraft initial = read_block(reading, node, initial_fields());
    draft.stock.initial = std::move(initial.count);
    draft.stock.initial_stay = std::move(initial.stay);
}

}  // namespace

const Fields<InitialDraft>& initial_fields() {
    using Draft = InitialDraft;
    static const Fields<Draft> fields(
        "initial", {required<Draft>("count", {of_form(Form::value)},
                                    [](Reading& r, const Node& n, Draft& d) { d.count = read_value(r, n); }),
                    optional<Draft>("stay", {of_form(Form::value)},
                                    [](Reading& r, const Node& n, Draft& d) { d.stay = read_stay_years(r, n); })});
    return fields;
}

const Fields<StockDraft>& stock_fields() {
    using Draft = StockDraft;
    static const Fields<Draft> fields(
        "stock",
        {required<Draft>("add", amount_shapes(), [](Reading& r, const Node& n, Draft& d) { d.stock.add = read_amount(r, n); }),
         optional<Draft>("from", {of_form(Form::year)},
                         [](Reading& r, const Node& n, Draft& d) { d.stock.from = read_year(r, n).value; }),
         optional<Draft>("until", {of_form(Form::year)},
                         [](Reading& r, const Node& n, Draft& d) {
                             const auto year = read_year(r, n);
                             d.stock.until = year.value;
                             d.until = year.place;
                         }),
         optional<Draft>("stay", {of_form(Form::value), of_form(Form::steps)},
                         [](Reading& r, const Node& n, Draft& d) { d.stock.stay = read_stay(r, n); }),
         optional<Draft>("fade", {of_form(Form::steps)},
                         [](Reading& r, const Node& n, Draft& d) {
                             d.stock.fade = read_fade(r, n);
                             d.fade = place_of(r, n);
                         }),
         optional<Draft>("entry", {words(written(entries))},
                         [](Reading& r, const Node& n, Draft& d) { d.stock.entry = read_word(r, n, entries); }),
         optional<Draft>("ceiling", {of_form(Form::value)},
                         [](Reading& r, const Node& n, Draft& d) { d.stock.ceiling = read_value(r, n); }),
         optional<Draft>("initial", {of_form(Form::value), block("initial")}, read_initial)});
    return fields;
}

Stock read_stock(Reading& reading, const Node& map) {
    StockDraft draft = read_block(reading, map, stock_fields());
    Stock& stock = draft.stock;
    const bool by_year = std::holds_alternative<model::Series>(stock.add);
    const bool add_written = find(map, "add") != nullptr;
    if (add_written && !by_year && find(map, "from") == nullptr) {
        reading.found.error("P517", model::place_of(stock.add));
    }
    if (stock.from && stock.until && *stock.from > *stock.until && *stock.until != 0) {
        reading.found.error("P516", draft.until,
                            {{"from", std::to_string(*stock.from)}, {"until", std::to_string(*stock.until)}});
    }
    if (draft.fade && find(map, "stay") != nullptr) reading.found.error("P521", *draft.fade);
    if (draft.fade && find(map, "initial") != nullptr) reading.found.error("P522", *draft.fade);
    return std::move(stock);
}

}  // namespace provenu::input
