#include "input/scalars.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "input/names.hpp"
#include "provenu/diag/nearest.hpp"
#include "provenu/model/reserved.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::input {
namespace {

std::string quoted(const Node& node) {
    return std::string(node.text);
}

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool leading_zero = text.size() > 1 && text[0] == '0';
    if (error != std::errc{} || end != text.data() + text.size() || leading_zero) return {};
    return value;
}

}  // namespace

std::string read_text(Reading&, const Node& node) {
    return std::string(node.text);
}

const Fields<model::Text>& label_fields() {
    using model::Text;
    static const Fields<Text> fields(
        "label", {optional<Text>("da", {of_form(Form::text)},
                                 [](Reading& r, const Node& n, Text& text) { text.danish = read_text(r, n); }),
                  optional<Text>("en", {of_form(Form::text)},
                                 [](Reading& r, const Node& n, Text& text) { text.english = read_text(r, n); })});
    return fields;
}

model::Text read_label(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::scalar) return {std::string(node.text), std::string(node.text)};
    model::Text text = read_block(reading, node, label_fields());
    if (text.danish.empty()) text.danish = text.english;
    if (text.english.empty()) text.english = text.danish;
    return text;
}

bool read_truth(Reading& reading, const Node& node) {
    for (const std::string_view word : {"yes", "true", "ja"}) {
        if (node.text == word) return true;
    }
    for (const std::string_view word : {"no", "false", "nej"}) {
        if (node.text == word) return false;
    }
    report(reading, "P201", node, {{"text", quoted(node)}});
    return true;
}

Placed<int> read_whole(Reading& reading, const Node& node) {
    const auto value = whole(node.text);
    if (!value) report(reading, "P202", node, {{"text", quoted(node)}});
    return {value.value_or(0), place_of(reading, node)};
}

Placed<int> read_year(Reading& reading, const Node& node) {
    const auto value = whole(node.text);
    const bool right = value && *value >= earliest_year && *value <= latest_year;
    if (!right) report(reading, "P204", node, {{"text", quoted(node)}});
    return {right ? *value : 0, place_of(reading, node)};
}

Placed<quantity::Month> read_month(Reading& reading, const Node& node) {
    const auto month = quantity::read_month(node.text);
    if (!month) report(reading, "P206", node, {{"text", quoted(node)}});
    return {month.value_or(quantity::Month{}), place_of(reading, node)};
}

Placed<std::string> read_identifier(Reading& reading, const Node& node) {
    if (!is_identifier(node.text)) report(reading, "P330", node, {{"text", quoted(node)}, {"near", as_identifier(node.text)}});
    return {std::string(node.text), place_of(reading, node)};
}

Placed<std::string> read_address(Reading& reading, const Node& node) {
    if (model::is_reserved(node.text)) report(reading, "P332", node, {{"text", quoted(node)}});
    return read_identifier(reading, node);
}

Placed<std::string> read_name(Reading& reading, const Node& node) {
    if (!is_name(node.text)) report(reading, "P331", node, {{"text", quoted(node)}, {"near", as_name(node.text)}});
    if (model::is_reserved(node.text)) report(reading, "P332", node, {{"text", quoted(node)}});
    return {std::string(node.text), place_of(reading, node)};
}

Placed<std::string> read_reference(Reading& reading, const Node& node) {
    return {std::string(node.text), place_of(reading, node)};
}

std::vector<std::string> read_texts(Reading& reading, const Node& list) {
    std::vector<std::string> texts;
    for (const Node& item : list.children) {
        if (fits(reading, item, "-", {of_form(Form::text)})) texts.push_back(read_text(reading, item));
    }
    return texts;
}

void report_no_word(Reading& reading, const Node& node, const std::vector<std::string_view>& allowed) {
    const std::vector<std::string> candidates(allowed.begin(), allowed.end());
    const auto near = diag::nearest(node.text, candidates);
    const std::string all = fmt::format("{}", fmt::join(candidates, ", "));
    report(reading, near ? "P334" : "P335", node, {{"text", quoted(node)}, {"near", near.value_or("")}, {"all", all}});
}

}  // namespace provenu::input
