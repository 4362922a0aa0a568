#include "input/stock.hpp"

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
    return std::move(stock);
}

}  // namespace provenu::input
