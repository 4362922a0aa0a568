#include "provenu/risk/lever.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "provenu/diag/bug.hpp"
#include "provenu/formula/program.hpp"
#include "risk/turning.hpp"

namespace provenu::risk {
namespace {

using formula::Shape;
using formula::Tree;
using model::Input;
using model::Proposal;

/// Authors cannot write a point in a name, so no name of theirs is hit.
std::string definition_of(const std::string& id) {
    return "lever." + id;
}

const Input* find_input(const Proposal& proposal, std::string_view name) {
    const auto found = std::ranges::find_if(proposal.inputs, [name](const Input& each) { return each.name.value == name; });
    return found == proposal.inputs.end() ? nullptr : &*found;
}

const model::Value* single_value(const Input& input) {
    const auto* amount = std::get_if<model::Amount>(&input.value);
    return amount != nullptr ? std::get_if<model::Value>(amount) : nullptr;
}

/// Whether names stand for one value or one a year; each is looked into once.
class Shapes {
 public:
    explicit Shapes(const Proposal& proposal) : proposal_(proposal) {}

    Shape of(const Tree& tree) {
        return formula::shape_of(tree, [this](const std::string& name) { return of(name); });
    }

 private:
    Shape of(const std::string& name) {
        if (const auto known = known_.find(name); known != known_.end()) return known->second;
        return known_[name] = found(name);
    }

    Shape found(const std::string& name) {
        if (name == "months") return Shape::scalar;
        if (const Input* input = find_input(proposal_, name)) {
            if (const model::Value* value = single_value(*input)) return of(value->formula);
            const auto* rate = std::get_if<model::Rate>(&input->value);
            return rate != nullptr ? of(*rate) : Shape::yearly;
        }
        for (const model::Budget& budget : proposal_.budgets)
            if (const auto* value = std::get_if<model::Value>(&budget.amount); value != nullptr && budget.id.value == name)
                return of(value->formula);
        return Shape::yearly;
    }

    Shape of(const model::Rate& rate) {
        const auto is_yearly = [this](const std::optional<model::Value>& value) {
            return value && of(value->formula) == Shape::yearly;
        };
        const bool any = is_yearly(rate.pay) || is_yearly(rate.overhead) || is_yearly(rate.hours);
        return any ? Shape::yearly : Shape::scalar;
    }

    const Proposal& proposal_;
    std::map<std::string, Shape, std::less<>> known_;
};

bool is_elsewhere(const Proposal& proposal, const Input& input) {
    return input.prices.level && input.prices.level->value != 0 && input.prices.level->value != proposal.price_level.value;
}

const formula::Number* number_of(const model::Value& value) {
    return std::get_if<formula::Number>(&value.formula->operation);
}

bool is_date(const Input& input) {
    const model::Value* value = single_value(input);
    const formula::Number* number = value != nullptr ? number_of(*value) : nullptr;
    return number != nullptr && (number->style == formula::Style::month || number->style == formula::Style::year);
}

Input lever_input(const std::string& id, model::Value value) {
    Input input;
    input.name = {definition_of(id), value.place};
    input.value = model::Amount(std::move(value));
    return input;
}

/// The value stands in an input of its own, and the input is that one.
void set_apart(Proposal& proposal, Input& input) {
    Input raw = lever_input(input.name.value, *single_value(input));
    raw.is_rate = input.is_rate;
    input.value = model::Amount(model::Value{formula::name(raw.name.value), raw.name.place});
    proposal.inputs.push_back(std::move(raw));
}

/// The same where an index carries the input to the file's prices: it must see an amount, so the input is one unit of it, times
/// the number drawn.
void set_number_apart(Proposal& proposal, Input& input) {
    const model::Value written = *single_value(input);
    formula::Number one = *number_of({formula::in_money(written.formula, proposal.unit), {}});
    const double value = std::exchange(one.value, 1);
    input.value = model::Amount(model::Value{formula::make(one), written.place});
    input.factors.insert(input.factors.begin(), {formula::name(definition_of(input.name.value)), written.place});
    proposal.inputs.push_back(lever_input(input.name.value, {formula::number(value), written.place}));
}

Lever::What turn_input(Proposal& proposal, Shapes& shapes, const std::string& id) {
    Input input = *find_input(proposal, id);
    auto what = Lever::What::value;
    const model::Value* value = single_value(input);
    const bool single = value != nullptr && shapes.of(value->formula) == Shape::scalar;
    const formula::Number* number = single ? number_of(*value) : nullptr;
    if (single && !is_elsewhere(proposal, input)) {
        set_apart(proposal, input);
    } else if (number != nullptr && number->value != 0) {
        set_number_apart(proposal, input);
    } else {
        what = Lever::What::factor;
        input.factors.push_back({formula::name(definition_of(id)), input.name.place});
        proposal.inputs.push_back(lever_input(id, {formula::number(1), input.name.place}));
    }
    *std::ranges::find_if(proposal.inputs, [&](const Input& each) { return each.name.value == id; }) = std::move(input);
    return what;
}

void turn_lines(Proposal& proposal, const std::string& id, const Turned& turned) {
    multiply(proposal, turned, {formula::name(definition_of(id)), proposal.id.place});
    proposal.inputs.push_back(lever_input(id, {formula::number(1), proposal.id.place}));
}

/// What a lever is called and what it turns, by the id without `+followers`.
void describe(const Proposal& proposal, std::string id, Lever& lever) {
    if (id.ends_with(followers_too)) id.erase(id.find('+'));
    lever.of = Lever::Of::joint;
    const auto is = [&](Lever::Of of, const model::Placed<std::string>& name, const model::Text& label) {
        if (name.value != id) return;
        lever.of = of;
        lever.label = label;
    };
    for (const Input& input : proposal.inputs) is(Lever::Of::input, input.name, input.label);
    for (const model::Line& line : proposal.lines) is(Lever::Of::line, line.id, line.label);
    for (const model::Handover& handover : proposal.handovers) {
        is(Lever::Of::handover, handover.id, handover.label);
        is(Lever::Of::line, handover.implementation.id, handover.implementation.label);
        is(Lever::Of::line, handover.recurring.id, handover.recurring.label);
    }
}

/// The id, and it together with what follows.
void add(const Proposal& proposal, const std::string& id, std::vector<std::string>& ids) {
    ids.push_back(id);
    if (has_followers(proposal, *turned_by(proposal, id))) ids.push_back(id + followers_too);
}

}  // namespace

bool is_taken(const Proposal& proposal, const std::optional<model::Placed<std::string>>& option) {
    return !option || std::ranges::any_of(proposal.options, [&](const model::Option& each) {
        return each.id.value == option->value && each.included;
    });
}

std::vector<std::string> levers_of(const Proposal& proposal) {
    std::vector<std::string> ids;
    add(proposal, all_savings, ids);
    add(proposal, all_recurring, ids);
    for (const model::Line& line : proposal.lines)
        if (is_taken(proposal, line.option)) add(proposal, line.id.value, ids);
    for (const model::Handover& handover : proposal.handovers) {
        if (!is_taken(proposal, handover.option)) continue;
        for (const auto* id : {&handover.id, &handover.implementation.id, &handover.recurring.id}) add(proposal, id->value, ids);
    }
    for (const Input& input : proposal.inputs)
        if (!is_date(input)) ids.push_back(input.name.value);
    return ids;
}

std::string lever_of_range(const Proposal& proposal, const std::string& id) {
    const auto turned = turned_by(proposal, id);
    return turned && has_followers(proposal, *turned) ? id + followers_too : id;
}

Levered with_levers(const Proposal& proposal, const std::vector<std::string>& ids) {
    Levered levered{proposal, {}};
    Shapes shapes(proposal);
    for (const std::string& id : ids) {
        Lever lever{id, definition_of(id), Lever::What::factor, Lever::Of::joint, {}};
        describe(proposal, id, lever);
        if (const auto turned = turned_by(proposal, id))
            turn_lines(levered.proposal, id, *turned);
        else if (find_input(proposal, id) != nullptr)
            lever.what = turn_input(levered.proposal, shapes, id);
        else
            diag::bug("no lever " + id);
        levered.levers.push_back(std::move(lever));
    }
    return levered;
}

}  // namespace provenu::risk
