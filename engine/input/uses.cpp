#include "input/uses.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "input/indices.hpp"
#include "input/policy.hpp"
#include "input/proposal.hpp"
#include "input/range.hpp"
#include "input/rates.hpp"
#include "input/standard.hpp"
#include "input/syntax.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

using diag::Diagnostics;
using diag::Place;
using model::Proposal;

void refuse_standard(const std::string& name, const Place& asked, Diagnostics& found) {
    std::vector<std::string> names;
    for (const auto& file : standard_files()) names.push_back(fmt::format("{}{}", standard_prefix, file.name));
    const auto near = diag::nearest(name, names);
    found.error(near ? "P326" : "P328", asked,
                {{"text", name}, {"near", near.value_or("")}, {"all", fmt::format("{}", fmt::join(names, ", "))}});
}

/// The text of a used file; none, and a finding, where there is none.
SourcePointer used_source(Reading& reading, const Node& node) {
    const bool is_standard = node.text.starts_with(standard_prefix);
    const std::string path = is_standard ? std::string(node.text) : beside(reading.source->path, node.text);
    return load_named(path, place_of(reading, node), reading.found);
}

/// A card of a price level needs one of the proposal to come home to, and one in another money unit must say its units.
void check_card(const RateCard& card, const Place& asked, const Proposal& proposal, Diagnostics& found) {
    const int own = proposal.price_level.value;
    const std::string path = card.price_level.place.source ? card.price_level.place.source->path : std::string();
    const std::vector<diag::Argument> levels{
        {"path", path}, {"card", std::to_string(card.price_level.value)}, {"own", std::to_string(own)}};
    if (card.price_level.value != 0 && own == 0) found.error("P608", asked, levels);
    if (card.unit != proposal.unit) check_card_inputs(card, found);
}

/// What the card says of all its amounts, as far as they do not say it themselves.
template <class Thing>
void say_prices(const RateCard& card, std::vector<Thing>& things, const Place& asked) {
    for (Thing& thing : things) {
        if (!thing.prices.level) {
            thing.prices.level = {card.price_level.value, asked};
            thing.prices.of_file = true;
        }
        if (!thing.prices.index) thing.prices.index = card.index;
    }
}

void lay_rates(Reading& used, const Node& root, const Place& asked, Proposal& proposal) {
    RateCard card = read_block(used, root, rate_card_fields());
    check_card(card, asked, proposal, used.found);
    say_prices(card, card.rates, asked);
    say_prices(card, card.inputs, asked);
    say_prices(card, card.budgets, asked);
    lay_over(proposal.inputs, std::move(card.rates));
    lay_over(proposal.inputs, std::move(card.inputs));
    lay_over(proposal.budgets, std::move(card.budgets));
    lay_correlations(proposal.correlations, std::move(card.correlations));
}

void lay_policy(Reading& used, const Node& root, Proposal& proposal) {
    PolicyFile file{std::move(proposal.policies)};
    read_fields(used, root, policy_fields(), file);
    proposal.policies = std::move(file.policies);
}

void lay_file(const SourcePointer& source, const Place& asked, Diagnostics& found, Proposal& proposal) {
    const bool names_lost = std::exchange(proposal.names_lost, true);  // until the file is read
    if (!source || !is_plain_yaml(source, found)) return;
    const auto document = read_tree(source, found);
    if (!document) return;
    Reading used{source, found};
    if (const auto kind = find(document->root, "kind");
        kind != nullptr && (kind->text == "proposal" || kind->text == "drivers")) {
        found.error("P327", asked, {{"path", source->path}, {"text", std::string(kind->text)}});
        return;
    }
    if (!is_of_kind(used, document->root, {"rates", "policy", "indices"})) return;
    const std::string_view kind = find(document->root, "kind")->text;
    if (kind == "rates") {
        lay_rates(used, document->root, asked, proposal);
    } else if (kind == "policy") {
        lay_policy(used, document->root, proposal);
    } else {
        lay_indices(proposal.policies.indices, read_index_file(used, document->root).indices);
    }
    proposal.names_lost = names_lost || used.names_lost;
}

/// Things by name: in place of what another file calls the same, or to the end.
template <class Thing>
void lay(std::vector<Thing>& under, std::vector<Thing> over, Placed<std::string> Thing::* name) {
    std::unordered_map<std::string, std::size_t> there;
    for (std::size_t i = 0; i < under.size(); ++i) there.emplace((under[i].*name).value, i);
    for (auto& thing : over) {
        const auto same = there.find((thing.*name).value);
        const bool over_it = same != there.end() && (under[same->second].*name).place.source != (thing.*name).place.source;
        if (!over_it) {
            under.push_back(std::move(thing));
        } else {
            under[same->second] = std::move(thing);
        }
    }
}

bool is_itself(const Reading& reading, const Node& node) {
    const std::filesystem::path own(reading.source->path);
    return beside(reading.source->path, node.text) == own.lexically_normal().string();
}

}  // namespace

SourcePointer load_named(const std::string& path, const Place& asked, Diagnostics& found) {
    if (!path.starts_with(standard_prefix)) return load(path, asked, found);
    const auto* file = find_standard(std::string_view(path).substr(standard_prefix.size()));
    if (file != nullptr) return as_text(std::string(file->text), path, found);
    refuse_standard(path, asked, found);
    return nullptr;
}

std::string beside(const std::string& using_file, std::string_view written) {
    const std::filesystem::path path{std::string(written)};
    if (path.is_absolute()) return path.string();
    return (std::filesystem::path(using_file).parent_path() / path).lexically_normal().string();
}

void lay_over(std::vector<model::Input>& under, std::vector<model::Input> over) {
    lay(under, std::move(over), &model::Input::name);
}

void lay_over(std::vector<model::Budget>& under, std::vector<model::Budget> over) {
    lay(under, std::move(over), &model::Budget::id);
}

void lay_standard(Diagnostics& found, Proposal& proposal) {
    for (const std::string_view name : {"areas", "payers", "fm-2023"}) {
        const auto* file = find_standard(name);
        lay_file(as_text(std::string(file->text), fmt::format("std/{}", name), found), {}, found, proposal);
    }
}

void read_uses(Reading& reading, const Node& list, Proposal& proposal) {
    constexpr std::size_t most = 50;
    for (const Node& item : list.children) {
        if (&item - list.children.data() == most) return report(reading, "P338", item, {{"limit", std::to_string(most)}});
        if (!fits(reading, item, "uses", {of_form(Form::path)})) continue;
        if (is_itself(reading, item)) {
            report(reading, "P327", item, {{"path", std::string(item.text)}, {"text", "proposal"}});
            continue;
        }
        lay_file(used_source(reading, item), place_of(reading, item), reading.found, proposal);
    }
}

}  // namespace provenu::input
