#include "input/funding.hpp"

namespace provenu::input {
namespace {

using model::Amount;
using model::PayerShare;
using model::Realised;

constexpr std::string_view rest = "rest";
constexpr std::array<Word<Realised>, 3> realised{
    {{"cash", Realised::cash}, {"capacity", Realised::capacity}, {"in-kind", Realised::in_kind}}};

/// A share, by year or for all; none for `rest`.
std::optional<Amount> read_part(Reading& reading, const Node& node) {
    if (node.text == rest) return std::nullopt;
    Amount amount = read_amount(reading, node);
    if (const auto* value = std::get_if<model::Value>(&amount)) check_share(reading, *value);
    if (const auto* series = std::get_if<model::Series>(&amount))
        for (const model::Value& value : series->values) check_share(reading, value);
    return amount;
}

PayerShare read_share(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::map && !is_series(node)) return read_block(reading, node, payer_share_fields());
    PayerShare share;
    share.share = read_part(reading, node);
    return share;
}

}  // namespace

std::vector<std::string_view> realised_words() {
    return written(realised);
}

Realised read_realised(Reading& reading, const Node& node) {
    return read_word(reading, node, realised);
}

std::vector<Shape> shares_shapes() {
    return {map_of({of_form(Form::value), of_form(Form::series), block("payer_share")})};
}

const Fields<PayerShare>& payer_share_fields() {
    using Share = PayerShare;
    static const Fields<Share> fields(
        "payer_share",
        {optional<Share>("share", amount_shapes(), [](Reading& r, const Node& n, Share& s) { s.share = read_part(r, n); }),
         optional<Share>("at_most", {of_form(Form::value)},
                         [](Reading& r, const Node& n, Share& s) {
                             s.at_most = read_value(r, n);
                             check_share(r, *s.at_most);
                         }),
         optional<Share>("realised", {words(realised_words())},
                         [](Reading& r, const Node& n, Share& s) { s.realised = read_realised(r, n); })});
    return fields;
}

void read_payer(Reading& reading, const Node& node, model::Funding& funding) {
    PayerShare all;
    all.payer = read_reference(reading, node);
    funding.payers.push_back(std::move(all));
}

void read_shares(Reading& reading, const Node& map, model::Funding& funding) {
    if (!funding.payers.empty()) return report(reading, "P750", map);
    if (map.children.empty()) return report(reading, "P752", map);
    std::optional<std::string> takes_rest;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (is_split(reading, map, i / 2)) continue;
        const Node& key = map.children[i];
        const Node& node = map.children[i + 1];
        if (!fits(reading, node, key.text, shares_shapes().front().of)) continue;
        PayerShare share = read_share(reading, node);
        share.payer = read_reference(reading, key);
        const bool is_block = node.kind == Node::Kind::map && !is_series(node);
        const bool misspelt = is_block && !knows_all_keys(node, payer_share_fields().schema);
        if (!share.share && takes_rest && !misspelt)
            report(reading, "P751", key, {{"payer", share.payer.value}, {"other", *takes_rest}});
        if (!share.share && !misspelt) takes_rest = share.payer.value;
        funding.payers.push_back(std::move(share));
    }
}

}  // namespace provenu::input
