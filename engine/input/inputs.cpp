#include "input/inputs.hpp"

#include "input/indices.hpp"
#include "input/policy.hpp"
#include "input/range.hpp"
#include "input/stock.hpp"

namespace provenu::input {
namespace {

using model::Budget;
using model::Input;
using model::Rate;

constexpr std::array<Word<Rate::Per>, 2> per_words{{{"fte", Rate::Per::fte}, {"hour", Rate::Per::hour}}};

bool is_short(const Node& node) {
    return node.kind == Node::Kind::scalar || is_series(node);
}

void check_overhead(Reading& reading, const model::Value& overhead) {
    const auto number = literal(overhead);
    if (number && number->value < 0) reading.found.error("P210", overhead.place);
}

/// A draft says one of value, stock and rate.
Input input_of(Reading& reading, InputDraft draft, const Node& node) {
    const int said = int{draft.value.has_value()} + int{draft.stock.has_value()} + int{draft.rate.has_value()};
    const bool refused = find(node, "value") != nullptr || find(node, "stock") != nullptr || find(node, "rate") != nullptr;
    const bool silent = said == 0 && !refused && knows_all_keys(node, input_fields().schema);
    if (said > 1 || silent) report(reading, "P617", node);
    const bool is_series = draft.value && std::holds_alternative<model::Series>(*draft.value);
    if (draft.input.range && (is_series || draft.stock || draft.rate))
        check_shares(reading, *draft.input.range);
    else if (draft.input.range)
        check_range(reading, *draft.input.range, draft.value);
    if (draft.stock) {
        draft.input.value = std::move(*draft.stock);
    } else if (draft.rate) {
        draft.input.value = std::move(*draft.rate);
    } else {
        draft.input.value = draft.value ? std::move(*draft.value) : model::Value{unread(), {}};
    }
    return std::move(draft.input);
}

model::Prices& prices_of(InputDraft& draft) {
    return draft.input.prices;
}
model::Prices& prices_of(BudgetDraft& draft) {
    return draft.budget.prices;
}

Rate read_rate(Reading& reading, const Node& map) {
    Rate rate = read_block(reading, map, rate_fields());
    if (rate.per == Rate::Per::hour && find(map, "hours") == nullptr) reading.found.error("P616", rate.pay.place);
    return rate;
}

}  // namespace

const Fields<Rate>& rate_fields() {
    static const Fields<Rate> fields(
        "rate", {required<Rate>("pay", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Rate& rate) { rate.pay = read_value(r, n); }),
                 optional<Rate>("overhead", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Rate& rate) {
                                    rate.overhead = read_value(r, n);
                                    check_overhead(r, *rate.overhead);
                                }),
                 optional<Rate>("overhead_in_cash", {of_form(Form::truth)},
                                [](Reading& r, const Node& n, Rate& rate) { rate.overhead_in_cash = read_truth(r, n); }),
                 optional<Rate>("hours", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Rate& rate) { rate.hours = read_value(r, n); }),
                 optional<Rate>("per", {words(written(per_words))},
                                [](Reading& r, const Node& n, Rate& rate) { rate.per = read_word(r, n, per_words); })});
    return fields;
}

const Fields<InputDraft>& input_fields() {
    using Draft = InputDraft;
    static const Fields<Draft> fields("input", [] {
        std::vector<Field<Draft>> all{
            optional<Draft>("value", amount_shapes(), [](Reading& r, const Node& n, Draft& d) { d.value = read_amount(r, n); }),
            optional<Draft>("stock", {block("stock")}, [](Reading& r, const Node& n, Draft& d) { d.stock = read_stock(r, n); }),
            optional<Draft>("rate", {block("rate")}, [](Reading& r, const Node& n, Draft& d) { d.rate = read_rate(r, n); }),
            optional<Draft>("range", range_shapes(),
                            [](Reading& r, const Node& n, Draft& d) { d.input.range = read_range(r, n); }),
            optional<Draft>("label", label_shapes(),
                            [](Reading& r, const Node& n, Draft& d) { d.input.label = read_label(r, n); }),
            optional<Draft>("source", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.input.source = read_text(r, n); }),
            optional<Draft>("grade", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Draft& d) { d.input.grade = read_reference(r, n); }),
            optional<Draft>("note", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.input.note = read_text(r, n); })};
        append(all, price_fields<Draft, prices_of>());
        return all;
    }());
    return fields;
}

const Fields<BudgetDraft>& budget_fields() {
    using Draft = BudgetDraft;
    static const Fields<Draft> fields("budget", [] {
        std::vector<Field<Draft>> all{
            required<Draft>("value", amount_shapes(),
                            [](Reading& r, const Node& n, Draft& d) { d.budget.amount = read_amount(r, n); }),
            optional<Draft>("label", label_shapes(),
                            [](Reading& r, const Node& n, Draft& d) { d.budget.label = read_label(r, n); }),
            optional<Draft>("source", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.budget.source = read_text(r, n); }),
            optional<Draft>("note", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.budget.note = read_text(r, n); })};
        all.push_back(optional<Draft>("reasonable", {of_form(Form::value)}, [](Reading& r, const Node& n, Draft& d) {
            d.budget.reasonable = read_value(r, n);
            check_share(r, *d.budget.reasonable);
        }));
        append(all, price_fields<Draft, prices_of>());
        return all;
    }());
    return fields;
}

std::vector<Shape> inputs_shapes() {
    return {map_of({of_form(Form::value), of_form(Form::series), block("input")})};
}
std::vector<Shape> budgets_shapes() {
    return {map_of({of_form(Form::value), of_form(Form::series), block("budget")})};
}

namespace {

/// Reads a map of names to things, each written shortly as an amount or as a block. What cannot be read keeps its name and is
/// worth nought, so that those who use it are not told it is missing.
template <class Thing>
struct NamedThings {
    Placed<std::string> (*read_name)(Reading&, const Node&);
    std::vector<Shape> shapes;
    Thing (*of_amount)(model::Amount);
    Thing (*of_block)(Reading&, const Node&);
    Placed<std::string> Thing::* name;
};

template <class Thing>
std::vector<Thing> read_named(Reading& reading, const Node& map, const NamedThings<Thing>& kind) {
    std::vector<Thing> things;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (is_split(reading, map, i / 2)) continue;
        const Node& key = map.children[i];
        const Node& node = map.children[i + 1];
        auto name = kind.read_name(reading, key);
        const bool readable = fits(reading, node, key.text, kind.shapes.front().of);
        if (!readable)
            things.push_back(kind.of_amount(model::Value{unread(), {}}));
        else
            things.push_back(is_short(node) ? kind.of_amount(read_amount(reading, node)) : kind.of_block(reading, node));
        things.back().*kind.name = std::move(name);
    }
    return things;
}

}  // namespace

std::vector<Input> read_inputs(Reading& reading, const Node& map) {
    const NamedThings<Input> inputs{
        read_name, inputs_shapes(),
        [](model::Amount amount) {
            Input input;
            input.value = std::move(amount);
            return input;
        },
        [](Reading& r, const Node& node) { return input_of(r, read_block(r, node, input_fields()), node); }, &Input::name};
    return read_named(reading, map, inputs);
}

std::vector<Budget> read_budgets(Reading& reading, const Node& map) {
    const NamedThings<Budget> budgets{read_address, budgets_shapes(),
                                      [](model::Amount amount) {
                                          Budget budget;
                                          budget.amount = std::move(amount);
                                          return budget;
                                      },
                                      [](Reading& r, const Node& node) { return read_block(r, node, budget_fields()).budget; },
                                      &Budget::id};
    return read_named(reading, map, budgets);
}

}  // namespace provenu::input
