#include "provenu/whatif/apply.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "provenu/diag/nearest.hpp"
#include "provenu/formula/node.hpp"
#include "whatif/caution.hpp"
#include "whatif/delay.hpp"
#include "whatif/index.hpp"
#include "whatif/selection.hpp"

namespace provenu::whatif {
namespace {

using model::Proposal;
using model::Selector;
using Names = std::vector<std::string>;

/// A name that is none, among those there are; no name where the words together fit nothing.
struct Miss {
    std::optional<model::Placed<std::string>> name;
    Names candidates;
};

/// What a change did: whether it hit anything, and what it named in vain.
struct Effect {
    bool hit = false;
    std::vector<Miss> misses;
};
const Effect full{true, {}};

Effect none(const model::Placed<std::string>& name, Names candidates) {
    return {false, {{name, std::move(candidates)}}};
}

Names input_names(const Proposal& proposal) {
    Names names;
    for (const model::Input& input : proposal.inputs) names.push_back(input.name.value);
    for (const model::Budget& budget : proposal.budgets) names.push_back(budget.id.value);
    return names;
}

bool is_among(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_among(const std::vector<model::Placed<std::string>>& names, const std::string& name) {
    return std::ranges::any_of(names, [&](const auto& each) { return each.value == name; });
}

/// Whether a selector is ids and nothing else.
bool is_ids_alone(const Selector& selector) {
    return selector.areas.empty() && selector.tags.empty() && selector.kinds.empty() && !selector.section;
}

/// A bare number that takes the place of `650 t.kr./FTE/year` is in that unit.
void inherit_unit(model::Value& value, const model::Amount& old) {
    const auto* before = std::get_if<model::Value>(&old);
    if (before == nullptr || before->formula == nullptr || value.formula == nullptr) return;
    const auto* unit = std::get_if<formula::Number>(&before->formula->operation);
    const auto* bare = std::get_if<formula::Number>(&value.formula->operation);
    if (unit == nullptr || bare == nullptr || !bare->unit.is_bare() || bare->style != formula::Style::plain) return;
    if (!unit->unit.is_bare()) value.formula = formula::number(bare->value, unit->unit, unit->money);
}

void inherit_units(model::Amount& amount, const model::Amount& old) {
    if (auto* value = std::get_if<model::Value>(&amount)) return inherit_unit(*value, old);
    for (model::Value& value : std::get<model::Series>(amount).values) inherit_unit(value, old);
}

void multiply(model::Amount& amount, const model::Value& factor) {
    const auto scale = [&](model::Value& value) { value.formula = formula::product({factor.formula, value.formula}); };
    if (auto* value = std::get_if<model::Value>(&amount)) return scale(*value);
    for (model::Value& value : std::get<model::Series>(amount).values) scale(value);
}

/// Whether a range holds another value: percentages follow it, amounts stay. What cannot be told here is told where it is drawn.
bool still_holds(const model::Range& range, const model::Amount& amount) {
    if (is_of_shares(range)) return true;
    const auto* value = std::get_if<model::Value>(&amount);
    if (value == nullptr) return false;
    const auto* number = value->formula ? std::get_if<formula::Number>(&value->formula->operation) : nullptr;
    if (number == nullptr) return true;
    for (const model::Bound& bound : bounds_of(range))
        if (bound.of == model::Bound::Of::amount && bound.unit != number->unit) return true;
    const double kroner = std::pow(10.0, number->unit.of(quantity::Dimension::money) * number->money.exponent);
    return holds(range, {number->value * kroner, kroner});
}

/// Makes one change; one overload a kind.
class Changing {
 public:
    explicit Changing(Outcome& outcome) : outcome_(outcome), proposal_(outcome.proposal) {}

    Effect operator()(const model::SetInput& set) {
        for (model::Input& input : proposal_.inputs)
            if (input.name.value == set.input.value) return put(set.to, input);
        for (model::Budget& budget : proposal_.budgets)
            if (budget.id.value == set.input.value) return put(set.to, budget);
        return none(set.input, input_names(proposal_));
    }

    /// An id alone may also be an input's or a budget's.
    Effect operator()(const model::Scale& scale) {
        Names names = addresses(proposal_);
        if (!is_ids_alone(scale.of)) return scale_lines(scale.of, scale.by, names);
        const Names inputs = input_names(proposal_);
        const bool hit = scale_inputs(scale);
        Selector lines = scale.of;
        std::erase_if(lines.ids, [&](const auto& id) { return is_among(inputs, id.value); });
        if (lines.ids.empty()) return {hit, {}};
        names.insert(names.end(), inputs.begin(), inputs.end());
        Effect effect = scale_lines(lines, scale.by, names);
        effect.hit = effect.hit || hit;
        return effect;
    }

    Effect operator()(const model::Delay& delayed) {
        const model::Placed<int>& months = delayed.months;
        if (const auto* selector = std::get_if<Selector>(&delayed.of)) {
            const Selection selection = select(proposal_, *selector);
            delay(proposal_, selection, months);
            return effect_of(*selector, selection, addresses(proposal_));
        }
        switch (std::get<model::Delay::Of>(delayed.of)) {
            case model::Delay::Of::effects:
                return delay_all(select_effects(proposal_), months);
            case model::Delay::Of::recurring:
                return delay_all(select_section(proposal_, model::Section::recurring), months);
            case model::Delay::Of::whole:
                break;
        }
        delay_whole(proposal_, months);
        return full;
    }

    Effect operator()(const model::SwitchOption& change) {
        Names names;
        for (model::Option& option : proposal_.options) {
            names.push_back(option.id.value);
            if (option.id.value != change.option.value) continue;
            option.included = change.on;
            return full;
        }
        return none(change.option, std::move(names));
    }

    Effect operator()(const model::ReplacePhaseIn& replace) {
        const Selection selection = select(proposal_, replace.lines);
        for (std::size_t i = 0; i < proposal_.lines.size(); ++i)
            for (std::size_t part = 0; part < selection.components[i].size(); ++part)
                if (const auto chosen = set_apart(proposal_.lines[i], part, selection.components[i][part]))
                    proposal_.lines[i].parts[*chosen].timing.phase_in = replace.to;
        return effect_of(replace.lines, selection, addresses(proposal_));
    }

    Effect operator()(const model::RestatePrices& restate) {
        proposal_.restated_to = restate.level;
        return full;
    }

    Effect operator()(const model::ReplaceIndex& replace) {
        const auto unknown = replace_index(proposal_, replace);
        if (!unknown) return full;
        Names names;
        for (const model::Index& index : proposal_.policies.indices) names.push_back(index.id.value);
        return none(*unknown, std::move(names));
    }

    Effect operator()(const model::Caution&) { return all_or_nothing(be_cautious(proposal_, adjusted_, outcome_.notes, asked_)); }
    Effect operator()(const model::OptimismBias& bias) {
        return all_or_nothing(allow_for_optimism(proposal_, bias.bound, adjusted_, outcome_.notes, asked_));
    }

    /// Where the change that is made next is written.
    void ask(const diag::Place& place) { asked_ = place; }

 private:
    /// Another value in place of an input's, whatever it has been multiplied by before.
    Effect put(const model::Amount& written, model::Input& input) {
        model::Amount to = written;
        if (const auto* old = std::get_if<model::Amount>(&input.value)) inherit_units(to, *old);
        if (input.range && !still_holds(*input.range, to)) {
            outcome_.notes.note("P829", model::place_of(written), {{"name", input.name.value}});
            input.range.reset();
        }
        input.value = std::move(to);
        input.factors.clear();
        input.source = place_name(written);
        input.note.clear();
        return full;
    }
    static Effect put(const model::Amount& written, model::Budget& budget) {
        model::Amount to = written;
        inherit_units(to, budget.amount);
        budget.amount = std::move(to);
        budget.source = place_name(written);
        return full;
    }

    /// Where the new value stands, for who asks where it comes from.
    static std::string place_name(const model::Amount& amount) {
        const diag::Place place = model::place_of(amount);
        return place.source ? place.source->path + ":" + std::to_string(place.line) : "";
    }

    bool scale_inputs(const model::Scale& scale) {
        bool hit = false;
        for (model::Input& input : proposal_.inputs)
            if (is_among(scale.of.ids, input.name.value)) {
                input.factors.push_back(scale.by);
                hit = true;
            }
        for (model::Budget& budget : proposal_.budgets)
            if (is_among(scale.of.ids, budget.id.value)) {
                multiply(budget.amount, scale.by);
                hit = true;
            }
        return hit;
    }

    Effect scale_lines(const Selector& selector, const model::Value& by, const Names& names) {
        const Selection selection = select(proposal_, selector);
        for (std::size_t i = 0; i < proposal_.lines.size(); ++i)
            for (std::size_t part = 0; part < selection.components[i].size(); ++part)
                for (std::size_t each = 0; each < selection.components[i][part].size(); ++each)
                    if (selection.components[i][part][each])
                        proposal_.lines[i].parts[part].components[each].adjustment.factors.push_back(by);
        for (std::size_t i = 0; i < proposal_.handovers.size(); ++i) {
            model::Handover& handover = proposal_.handovers[i];
            if (selection.implementation_sides[i]) handover.implementation.adjustment.factors.push_back(by);
            if (selection.recurring_sides[i]) handover.recurring.adjustment.factors.push_back(by);
        }
        return effect_of(selector, selection, names);
    }

    Effect delay_all(const Selection& selection, const model::Placed<int>& months) {
        if (selection.empty()) return all_or_nothing(false);
        delay(proposal_, selection, months);
        return full;
    }

    static Effect effect_of(const Selector& selector, const Selection& selection, const Names& names) {
        Effect effect{!selection.empty(), {}};
        for (const auto* written : {&selector.ids, &selector.areas, &selector.tags})
            for (const auto& each : *written)
                if (!is_among(names, each.value)) effect.misses.push_back({each, names});
        if (!effect.hit && effect.misses.empty()) effect.misses.push_back({});
        return effect;
    }

    static Effect all_or_nothing(bool any) { return any ? full : Effect{false, {Miss{}}}; }

    Outcome& outcome_;
    Proposal& proposal_;
    Adjusted adjusted_;
    diag::Place asked_;
};

diag::Diagnostic said(const Miss& miss, const Proposal& proposal, const model::Change& change) {
    std::vector<diag::Argument> arguments{{"proposal", proposal.id.value}};
    if (!miss.name) return {diag::Severity::error, "P712", change.place, std::move(arguments)};
    arguments.push_back({"name", miss.name->value});
    std::string all;
    for (const std::string& each : miss.candidates) all += (all.empty() ? "" : ", ") + each;
    if (const auto near = diag::nearest(miss.name->value, miss.candidates)) {
        arguments.push_back({"nearest", *near});
        return {diag::Severity::error, "P710", miss.name->place, std::move(arguments)};
    }
    if (all.empty()) return {diag::Severity::error, "P713", miss.name->place, std::move(arguments)};
    arguments.push_back({"all", all});
    return {diag::Severity::error, "P711", miss.name->place, std::move(arguments)};
}

/// Months in which a team is nowhere, because its recurring side alone is late.
void note_gaps(Outcome& outcome) {
    for (const model::Handover& handover : outcome.proposal.handovers) {
        const int late = months_of(handover.recurring_delays);
        if (late == 0) continue;
        const quantity::Month until{handover.at.value.number + late};
        outcome.notes.note(
            "P725", handover.id.place,
            {{"name", handover.id.value}, {"from", quantity::name(handover.at.value)}, {"until", quantity::name(until)}});
    }
}

}  // namespace

diag::Result<Outcome> apply(const Proposal& proposal, const std::vector<model::Change>& changes) {
    diag::Result<Outcome> result{Outcome{proposal, {}, {}}, {}};
    Changing changing(*result.value);
    bool any = false;
    for (const model::Change& change : changes) {
        changing.ask(change.place);
        const Effect effect = std::visit(changing, change.what);
        any = any || effect.hit;
        for (const Miss& miss : effect.misses) result.value->missed.push_back(said(miss, result.value->proposal, change));
    }
    result.value->proposal.scenario.changes_nothing = !changes.empty() && !any;
    note_gaps(*result.value);
    if (result.value->notes.has_errors()) {
        result.diagnostics = std::move(result.value->notes);
        result.value.reset();
    }
    return result;
}

}  // namespace provenu::whatif
