#include "input/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "input/keys.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

using Kind = Node::Kind;

struct Pair {
    const Node& key;
    const Node& value;
};

Pair pair_at(const Node& map, std::size_t i) {
    return {map.children[2 * i], map.children[2 * i + 1]};
}

/// `{label: Teams, projects}` is two keys to YAML, the second without a value.
bool split_by_comma(const Node& map, std::size_t i) {
    if (!map.flow || i == 0) return false;
    const Pair before = pair_at(map, i - 1);
    return pair_at(map, i).value.kind == Kind::empty && before.value.kind == Kind::scalar;
}

void report_split(Reading& reading, const Node& map, std::size_t i) {
    const Pair before = pair_at(map, i - 1);
    const Pair stray = pair_at(map, i);
    report(
        reading, "P305", stray.key,
        {{"rest", std::string(stray.key.text)}, {"key", std::string(before.key.text)}, {"text", std::string(before.value.text)}});
}

void report_unknown(Reading& reading, const Node& key, const SchemaBlock& block) {
    std::vector<std::string> allowed;
    for (const auto& field : block.fields) allowed.emplace_back(field.key);
    const std::string written(key.text);
    if (const auto near = diag::nearest(written, allowed)) {
        report(reading, "P301", key, {{"key", written}, {"near", *near}});
    } else {
        report(reading, "P302", key, {{"key", written}, {"keys", fmt::format("{}", fmt::join(allowed, ", "))}});
    }
}

/// Reads nothing; says which field a pair belongs to and whether its value can be read.
const Node* usable(Reading& reading, const Pair& pair, const SchemaField& field) {
    if (pair.value.kind == Kind::empty) {
        report(reading, "P304", pair.key, {{"key", std::string(field.key)}, {"example", example(field.shapes.front())}});
        return nullptr;
    }
    return fits(reading, pair.value, field.key, field.shapes) ? &pair.value : nullptr;
}

void report_missing(Reading& reading, const Node& map, const SchemaBlock& block, const std::vector<bool>& written) {
    for (std::size_t i = 0; i < block.fields.size(); ++i) {
        const SchemaField& field = block.fields[i];
        if (!field.required || written[i]) continue;
        report(reading, "P303", map, {{"key", std::string(field.key)}, {"example", example(field.shapes.front())}});
    }
}

/// Which kinds of node the shapes take.
struct Taken {
    bool scalar = false;
    bool list = false;
    bool map = false;
};

Taken taken_by(const std::vector<Shape>& shapes) {
    Taken taken;
    for (const Shape& shape : shapes) {
        switch (shape.form) {
            case Form::list:
                taken.list = true;
                break;
            case Form::series:
            case Form::steps:
            case Form::block:
            case Form::map:
                taken.map = true;
                break;
            default:
                taken.scalar = true;
                break;
        }
    }
    return taken;
}

std::string code_for(const Taken& taken) {
    if (taken.scalar && taken.map) return "P314";
    if (taken.scalar && taken.list) return "P315";
    if (taken.list && taken.map) return "P316";
    if (taken.list) return "P312";
    if (taken.map) return "P313";
    return "P311";
}

}  // namespace

std::vector<const Node*> match(Reading& reading, const Node& map, const SchemaBlock& block) {
    std::vector<const Node*> values(block.fields.size(), nullptr);
    std::vector<bool> written(block.fields.size(), false);
    for (std::size_t i = 0; 2 * i < map.children.size(); ++i) {
        const Pair pair = pair_at(map, i);
        if (!is_key(pair.key)) continue;
        const auto field = std::find_if(block.fields.begin(), block.fields.end(),
                                        [&](const SchemaField& each) { return each.key == pair.key.text; });
        if (field == block.fields.end()) {
            if (split_by_comma(map, i)) {
                report_split(reading, map, i);
            } else {
                report_unknown(reading, pair.key, block);
            }
            continue;
        }
        const auto at = static_cast<std::size_t>(field - block.fields.begin());
        written[at] = true;
        values[at] = usable(reading, pair, *field);
    }
    report_missing(reading, map, block, written);
    return values;
}

bool fits(Reading& reading, const Node& node, std::string_view key, const std::vector<Shape>& shapes) {
    const Taken taken = taken_by(shapes);
    const bool right = (node.kind == Kind::scalar && taken.scalar) || (node.kind == Kind::list && taken.list) ||
                       (node.kind == Kind::map && taken.map);
    if (right) return true;
    if (node.kind == Kind::empty) {
        report(reading, "P304", node, {{"key", std::string(key)}, {"example", example(shapes.front())}});
    } else {
        report(reading, code_for(taken), node, {{"key", std::string(key)}, {"example", example(shapes.front())}});
    }
    return false;
}

Shape of_form(Form form) {
    return {form, {}, {}, {}};
}
Shape block(std::string_view name) {
    return {Form::block, name, {}, {}};
}
Shape words(std::vector<std::string_view> words) {
    return {Form::word, {}, std::move(words), {}};
}
Shape list_of(std::vector<Shape> of) {
    return {Form::list, {}, {}, std::move(of)};
}
Shape map_of(std::vector<Shape> of) {
    return {Form::map, {}, {}, std::move(of)};
}
std::vector<Shape> amount_shapes() {
    return {of_form(Form::value), of_form(Form::series)};
}
std::vector<Shape> label_shapes() {
    return {of_form(Form::text), block("label")};
}

}  // namespace provenu::input
