#include "input/scenarios.hpp"

#include <algorithm>

#include "input/indices.hpp"
#include "input/items.hpp"
#include "input/policy.hpp"
#include "input/timing.hpp"
#include "input/uses.hpp"

namespace provenu::input {
namespace {

using model::Alteration;
using model::Delay;
using model::Kind;
using model::OptimismBias;
using model::Scenario;
using model::ScenarioFile;
using model::Section;
using model::Selector;

constexpr std::array<Word<Kind>, 4> kinds{
    {{"saving", Kind::saving}, {"income", Kind::income}, {"cost", Kind::cost}, {"staff", Kind::staff}}};
constexpr std::array<Word<Section>, 2> sections{{{"recurring", Section::recurring}, {"implementation", Section::implementation}}};
constexpr std::array<Word<Delay::Of>, 3> delays{
    {{"effects", Delay::Of::effects}, {"recurring", Delay::Of::recurring}, {"whole", Delay::Of::whole}}};
constexpr std::array<Word<OptimismBias::Bound>, 3> bounds{{{"upper", OptimismBias::Bound::upper},
                                                           {"lower", OptimismBias::Bound::lower},
                                                           {"mitigated", OptimismBias::Bound::mitigated}}};
constexpr std::array<Word<int>, 1> cautions{{{"by-grade", 0}}};

std::vector<Shape> one_or_more(Shape shape) {
    return {shape, list_of({shape})};
}

/// Calls `read` with the node, or with each item of a list; a list of nothing would leave everything selected.
template <class Read>
void each(Reading& reading, const Node& node, std::string_view key, const Shape& shape, Read read) {
    if (node.kind != Node::Kind::list) return read(node);
    if (node.children.empty()) report(reading, "P702", node);
    for (const Node& item : node.children)
        if (fits(reading, item, key, {shape})) read(item);
}

std::vector<Placed<std::string>> read_references(Reading& reading, const Node& node, std::string_view key) {
    std::vector<Placed<std::string>> names;
    each(reading, node, key, of_form(Form::text), [&](const Node& item) { names.push_back(read_reference(reading, item)); });
    return names;
}

std::vector<Shape> selector_shapes() {
    return {of_form(Form::text), block("selector")};
}

std::vector<Shape> delay_shapes() {
    return {words(written(delays)), of_form(Form::text), block("selector")};
}

std::variant<Delay::Of, Selector> read_delayed(Reading& reading, const Node& node) {
    for (const auto& word : delays)
        if (node.kind == Node::Kind::scalar && node.text == word.written) return word.meaning;
    return read_selector(reading, node);
}

std::vector<Field<ChangeDraft>> leading_fields() {
    using Draft = ChangeDraft;
    return {
        optional<Draft>(
            "set", {of_form(Form::text)},
            [](Reading& r, const Node& n, Draft& d) { d.alterations.emplace_back(model::SetInput{read_reference(r, n), {}}); }),
        optional<Draft>(
            "scale", selector_shapes(),
            [](Reading& r, const Node& n, Draft& d) { d.alterations.emplace_back(model::Scale{read_selector(r, n), {}}); }),
        optional<Draft>("delay", delay_shapes(),
                        [](Reading& r, const Node& n, Draft& d) { d.alterations.emplace_back(Delay{read_delayed(r, n), {}}); }),
        optional<Draft>("turn_on", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) {
                            d.alterations.emplace_back(model::SwitchOption{read_reference(r, n), true});
                        }),
        optional<Draft>("turn_off", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) {
                            d.alterations.emplace_back(model::SwitchOption{read_reference(r, n), false});
                        }),
        optional<Draft>("phase_in", selector_shapes(),
                        [](Reading& r, const Node& n, Draft& d) {
                            d.alterations.emplace_back(model::ReplacePhaseIn{read_selector(r, n), {}});
                        }),
        optional<Draft>(
            "price_level", {of_form(Form::year)},
            [](Reading& r, const Node& n, Draft& d) { d.alterations.emplace_back(model::RestatePrices{read_year(r, n)}); }),
        optional<Draft>("index", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) {
                            d.alterations.emplace_back(model::ReplaceIndex{read_reference(r, n), {}});
                        }),
        optional<Draft>("cautious", {words(written(cautions))},
                        [](Reading& r, const Node& n, Draft& d) {
                            read_word(r, n, cautions);
                            d.alterations.emplace_back(model::Caution{});
                        }),
        optional<Draft>(
            "optimism_bias", {words(written(bounds))},
            [](Reading& r, const Node& n, Draft& d) { d.alterations.emplace_back(OptimismBias{read_word(r, n, bounds)}); }),
    };
}

std::vector<Shape> to_shapes() {
    return {of_form(Form::value), of_form(Form::series), block("ramp")};
}

/// A factor that no name could make anything at all.
void check_factor(Reading& reading, const model::Value& factor) {
    if (is_unread(factor)) return;
    const auto number = literal(factor);
    if (!number || !number->number.unit.is_bare()) return reading.found.error("P709", factor.place);
    check_share(reading, factor);
}

std::vector<Field<ChangeDraft>> following_fields() {
    using Draft = ChangeDraft;
    return {optional<Draft>("to", to_shapes(), [](Reading&, const Node& n, Draft& d) { d.to = &n; }),
            optional<Draft>("by", {of_form(Form::value)},
                            [](Reading& r, const Node& n, Draft& d) {
                                d.by = read_value(r, n);
                                check_factor(r, *d.by);
                            }),
            optional<Draft>("months", {of_form(Form::whole)},
                            [](Reading& r, const Node& n, Draft& d) { d.months = read_whole(r, n); })};
}

/// Nought where it is not a whole number, which has been found.
void check_months(Reading& reading, const Placed<int>& months, const Node& written) {
    constexpr int most = 1200;
    const bool says_nought = written.text == "0" || written.text == "-0";
    if (months.value < 0 || says_nought) reading.found.error("P707", months.place);
    if (months.value > most) reading.found.error("P708", months.place, {{"months", std::to_string(months.value)}});
}

/// The percentages of an index as a series of whole percentages, their parts added.
model::Series read_percentage_series(Reading& reading, const Node& map) {
    model::Series series{0, {}, false, place_of(reading, map)};
    for (model::Index::Year& year : read_percentages(reading, map)) {
        if (series.values.empty()) series.first = year.year;
        std::vector<formula::Tree> parts;
        for (const model::Value& part : year.parts) parts.push_back(part.formula);
        const diag::Place place = year.parts.front().place;
        series.values.push_back({parts.size() == 1 ? parts.front() : formula::sum(std::move(parts)), place});
    }
    return series;
}

/// Puts `to`, `by` and `months` where they belong; each kind of change takes one of them or none.
struct Completing {
    Reading& reading;
    const Node& change;
    ChangeDraft& draft;
    bool used_to = false;
    bool used_by = false;
    bool used_months = false;

    void missing(std::string_view key, std::string_view example) const {
        if (find(change, key) == nullptr)
            report(reading, "P303", change, {{"key", std::string(key)}, {"example", std::string(example)}});
    }

    void operator()(model::SetInput& set) {
        used_to = true;
        if (draft.to == nullptr) return missing("to", "690");
        if (fits(reading, *draft.to, "to", amount_shapes()) && (draft.to->kind == Node::Kind::scalar || is_series(*draft.to)))
            set.to = read_amount(reading, *draft.to);
    }
    void operator()(model::Scale& scale) {
        used_by = true;
        if (draft.by) scale.by = *draft.by;
        missing("by", "80 %");
    }
    void operator()(Delay& delay) {
        used_months = true;
        if (draft.months) {
            delay.months = *draft.months;
            check_months(reading, delay.months, *find(change, "months"));
        }
        missing("months", "6");
    }
    void operator()(model::ReplacePhaseIn& replace) {
        used_to = true;
        if (draft.to == nullptr) return missing("to", "{2027: 50 %, 2028: 100 %}");
        if (fits(reading, *draft.to, "to", profile_shapes())) replace.to = read_profile(reading, *draft.to);
    }
    void operator()(model::ReplaceIndex& replace) {
        used_to = true;
        if (draft.to == nullptr) return missing("to", "{2027: 4 %}");
        if (is_series(*draft.to))
            replace.by = read_percentage_series(reading, *draft.to);
        else if (fits(reading, *draft.to, "to", {of_form(Form::identifier), of_form(Form::series)}))
            replace.by = read_reference(reading, *draft.to);
    }
    void operator()(model::SwitchOption&) {}
    void operator()(model::RestatePrices&) {}
    void operator()(model::Caution&) {}
    void operator()(OptimismBias&) {}
};

std::optional<model::Change> read_change(Reading& reading, const Node& node) {
    ChangeDraft draft = read_block(reading, node, change_fields());
    if (draft.alterations.size() != 1) {
        if (knows_all_keys(node, change_fields().schema) && !reading.found.has_errors()) report(reading, "P700", node);
        return std::nullopt;
    }
    Completing completing{reading, node, draft};
    std::visit(completing, draft.alterations.front());
    const std::array<std::pair<std::string_view, bool>, 3> keys{
        {{"to", completing.used_to}, {"by", completing.used_by}, {"months", completing.used_months}}};
    for (const auto& [key, used] : keys)
        if (const Node* stray = find(node, key); stray != nullptr && !used)
            report(reading, "P701", *stray, {{"key", std::string(key)}});
    return model::Change{std::move(draft.alterations.front()), place_of(reading, node)};
}

void read_changes(Reading& reading, const Node& list, Scenario& scenario) {
    for (const Node& item : list.children) {
        if (!fits(reading, item, "changes", {block("change")})) continue;
        if (auto change = read_change(reading, item)) scenario.changes.push_back(std::move(*change));
    }
}

void read_scenario_list(Reading& reading, const Node& list, ScenarioFile& file) {
    read_items(reading, list, "scenarios", scenario_fields(), file.scenarios);
}

}  // namespace

model::Selector read_selector(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::map) {
        if (node.children.empty()) report(reading, "P702", node);
        return read_block(reading, node, selector_fields());
    }
    Selector selector;
    selector.ids.push_back(read_reference(reading, node));
    return selector;
}

const Fields<Selector>& selector_fields() {
    static const Fields<Selector> fields(
        "selector", {optional<Selector>("id", one_or_more(of_form(Form::text)),
                                        [](Reading& r, const Node& n, Selector& s) { s.ids = read_references(r, n, "id"); }),
                     optional<Selector>("section", {words(written(sections))},
                                        [](Reading& r, const Node& n, Selector& s) { s.section = read_word(r, n, sections); }),
                     optional<Selector>("area", one_or_more(of_form(Form::identifier)),
                                        [](Reading& r, const Node& n, Selector& s) { s.areas = read_references(r, n, "area"); }),
                     optional<Selector>("tag", one_or_more(of_form(Form::text)),
                                        [](Reading& r, const Node& n, Selector& s) { s.tags = read_references(r, n, "tag"); }),
                     optional<Selector>("kind", one_or_more(words(written(kinds))), [](Reading& r, const Node& n, Selector& s) {
                         each(r, n, "kind", words(written(kinds)),
                              [&](const Node& item) { s.kinds.push_back(read_word(r, item, kinds)); });
                     })});
    return fields;
}

const Fields<ChangeDraft>& change_fields() {
    static const Fields<ChangeDraft> fields("change", [] {
        auto all = leading_fields();
        append(all, following_fields());
        return all;
    }());
    return fields;
}

const Fields<Scenario>& scenario_fields() {
    static const Fields<Scenario> fields(
        "scenario",
        {required<Scenario>("id", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Scenario& s) { s.id = read_identifier(r, n); }),
         optional<Scenario>("label", label_shapes(), [](Reading& r, const Node& n, Scenario& s) { s.label = read_label(r, n); }),
         optional<Scenario>("based_on", one_or_more(of_form(Form::identifier)),
                            [](Reading& r, const Node& n, Scenario& s) { s.based_on = read_references(r, n, "based_on"); }),
         optional<Scenario>("changes", {list_of({block("change")})}, read_changes),
         optional<Scenario>("note", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Scenario& s) { s.note = read_text(r, n); })});
    return fields;
}

const Fields<ScenarioFile>& scenario_file_fields() {
    using File = ScenarioFile;
    static const Fields<File> fields("scenarios", [] {
        auto all = file_fields<File>("scenarios");
        all.push_back(described<File>("id", {of_form(Form::identifier)}));
        all.push_back(described<File>("title", label_shapes()));
        all.push_back(described<File>("source", {of_form(Form::text)}));
        all.push_back(optional<File>("proposals", {list_of({of_form(Form::path)})}, [](Reading& r, const Node& n, File& file) {
            for (const Node& item : n.children)
                if (fits(r, item, "proposals", {of_form(Form::path)}))
                    file.proposals.push_back({beside(r.source->path, item.text), place_of(r, item)});
        }));
        all.push_back(required<File>("scenarios", {list_of({block("scenario")})}, read_scenario_list));
        return all;
    }());
    return fields;
}

}  // namespace provenu::input
