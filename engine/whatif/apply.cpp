#include "provenu/whatif/apply.hpp"

#include <algorithm>
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

/// Nothing is hit: the first name that is none with the nearest one, or that the words together fit nothing.
struct Miss {
    std::optional<model::Placed<std::string>> name;
    Names candidates;
};

Names input_names(const Proposal& proposal) {
    Names names;
    for (const model::Input& input : proposal.inputs) names.push_back(input.name.value);
    for (const model::Budget& budget : proposal.budgets) names.push_back(budget.id.value);
    return names;
}

bool is_among(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

std::optional<model::Placed<std::string>> first_unknown(const Selector& selector, const Names& names) {
    for (const auto* written : {&selector.ids, &selector.areas, &selector.tags})
        for (const auto& each : *written)
            if (!is_among(names, each.value)) return each;
    return std::nullopt;
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

/// Makes one change; one overload a kind.
class Changing {
 public:
    explicit Changing(Outcome& outcome) : outcome_(outcome), proposal_(outcome.proposal) {}

    std::optional<Miss> operator()(const model::SetInput& set) {
        for (model::Input& input : proposal_.inputs)
            if (input.name.value == set.input.value) return put(set.to, input);
        for (model::Budget& budget : proposal_.budgets)
            if (budget.id.value == set.input.value) {
                model::Amount to = set.to;
                inherit_units(to, budget.amount);
                budget.amount = std::move(to);
                return std::nullopt;
            }
        return Miss{set.input, input_names(proposal_)};
    }

    std::optional<Miss> operator()(const model::Scale& scale) {
        const bool inputs = scale_inputs(scale);
        Selector rest = scale.of;
        std::erase_if(rest.ids, [&](const auto& id) { return is_among(input_names(proposal_), id.value); });
        if (inputs && rest.ids.empty()) return std::nullopt;
        const Selection selection = select(proposal_, rest);
        scale_lines(selection, scale.by);
        Names names = addresses(proposal_);
        const Names more = input_names(proposal_);
        names.insert(names.end(), more.begin(), more.end());
        return miss(rest, selection, names);
    }

    std::optional<Miss> operator()(const model::Delay& delayed) {
        const int months = delayed.months.value;
        if (const auto* selector = std::get_if<Selector>(&delayed.of)) {
            const Selection selection = select(proposal_, *selector);
            delay(proposal_, selection, months);
            return miss(*selector, selection, addresses(proposal_));
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
        return std::nullopt;
    }

    std::optional<Miss> operator()(const model::SwitchOption& change) {
        Names names;
        for (model::Option& option : proposal_.options) {
            names.push_back(option.id.value);
            if (option.id.value != change.option.value) continue;
            option.included = change.on;
            return std::nullopt;
        }
        return Miss{change.option, std::move(names)};
    }

    std::optional<Miss> operator()(const model::ReplacePhaseIn& replace) {
        const Selection selection = select(proposal_, replace.lines);
        for (std::size_t i = 0; i < proposal_.lines.size(); ++i)
            for (std::size_t part = 0; part < selection.components[i].size(); ++part)
                if (const auto chosen = set_apart(proposal_.lines[i], part, selection.components[i][part]))
                    proposal_.lines[i].parts[*chosen].timing.phase_in = replace.to;
        return miss(replace.lines, selection, addresses(proposal_));
    }

    std::optional<Miss> operator()(const model::RestatePrices& restate) {
        proposal_.restated_to = restate.level;
        return std::nullopt;
    }

    std::optional<Miss> operator()(const model::ReplaceIndex& replace) {
        if (const auto unknown = replace_index(proposal_, replace)) {
            Names names;
            for (const model::Index& index : proposal_.policies.indices) names.push_back(index.id.value);
            return Miss{*unknown, std::move(names)};
        }
        return std::nullopt;
    }

    std::optional<Miss> operator()(const model::Caution&) {
        return hits(be_cautious(proposal_, adjusted_, outcome_.notes, asked_));
    }
    std::optional<Miss> operator()(const model::OptimismBias& bias) {
        return hits(allow_for_optimism(proposal_, bias.bound, adjusted_, outcome_.notes, asked_));
    }

    /// Where the change that is made next is written.
    void ask(const diag::Place& place) { asked_ = place; }

 private:
    std::optional<Miss> put(const model::Amount& written, model::Input& input) {
        model::Amount to = written;
        if (const auto* old = std::get_if<model::Amount>(&input.value)) inherit_units(to, *old);
        input.value = std::move(to);
        input.range.reset();
        input.source = place_name(written);
        input.note.clear();
        return std::nullopt;
    }

    /// Where the new value stands, for who asks where it comes from.
    static std::string place_name(const model::Amount& amount) {
        const diag::Place place = model::place_of(amount);
        return place.source ? place.source->path + ":" + std::to_string(place.line) : "";
    }

    bool scale_inputs(const model::Scale& scale) {
        bool hit = false;
        for (const auto& id : scale.of.ids) {
            for (model::Input& input : proposal_.inputs)
                if (input.name.value == id.value) {
                    input.factors.push_back(scale.by);
                    hit = true;
                }
            for (model::Budget& budget : proposal_.budgets)
                if (budget.id.value == id.value) {
                    multiply(budget.amount, scale.by);
                    hit = true;
                }
        }
        return hit;
    }

    void scale_lines(const Selection& selection, const model::Value& by) {
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
    }

    std::optional<Miss> delay_all(const Selection& selection, int months) {
        if (selection.empty()) return Miss{};
        delay(proposal_, selection, months);
        return std::nullopt;
    }

    static std::optional<Miss> miss(const Selector& selector, const Selection& selection, const Names& names) {
        if (const auto unknown = first_unknown(selector, names)) return Miss{unknown, names};
        if (selection.empty()) return Miss{};
        return std::nullopt;
    }

    static std::optional<Miss> hits(bool any) { return any ? std::nullopt : std::optional(Miss{}); }

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
    arguments.push_back({"all", all.empty() ? "-" : all});
    return {diag::Severity::error, "P711", miss.name->place, std::move(arguments)};
}

}  // namespace

diag::Result<Outcome> apply(const Proposal& proposal, const std::vector<model::Change>& changes) {
    diag::Result<Outcome> result{Outcome{proposal, {}, {}}, {}};
    Changing changing(*result.value);
    for (const model::Change& change : changes) {
        changing.ask(change.place);
        if (const auto missed = std::visit(changing, change.what))
            result.value->missed.push_back(said(*missed, result.value->proposal, change));
    }
    if (result.value->notes.has_errors()) {
        result.diagnostics = std::move(result.value->notes);
        result.value.reset();
    }
    return result;
}

}  // namespace provenu::whatif
