#include "input/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "input/keys.hpp"
#include "input/other_words.hpp"
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

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
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
    const std::string_view text = before.value.text;
    const std::string_view rest = stray.key.text;
    const bool number = !text.empty() && !rest.empty() && is_digit(text.back()) && is_digit(rest.front());
    report(reading, number ? "P307" : "P305", stray.key,
           {{"rest", std::string(rest)}, {"key", std::string(before.key.text)}, {"text", std::string(text)}});
}

std::vector<std::string> keys_of(const SchemaBlock& block) {
    std::vector<std::string> keys;
    for (const auto& field : block.fields) keys.emplace_back(field.key);
    return keys;
}

bool is_known(std::string_view key, const SchemaBlock& block) {
    return std::any_of(block.fields.begin(), block.fields.end(), [&](const SchemaField& field) { return field.key == key; });
}

/// The keys that unknown ones of a map were meant for.
class Meant {
 public:
    explicit Meant(const SchemaBlock& block) : allowed_(keys_of(block)) {}

    void report_unknown(Reading& reading, const Node& key) {
        const std::string written(key.text);
        if (written.find("\xC2\xA0") != std::string::npos) {
            report(reading, "P131", key);
        } else if (const auto colon = written.find(':'); key.plain && colon != std::string::npos) {
            const std::string spaced = written.substr(0, colon + 1) + " " + written.substr(colon + 1);
            report(reading, "P329", key, {{"key", written}, {"spaced", spaced}});
        } else if (const auto near = meant_by(key)) {
            report(reading, "P301", key, {{"key", written}, {"near", *near}});
        } else {
            report(reading, "P302", key, {{"key", written}, {"keys", fmt::format("{}", fmt::join(allowed_, ", "))}});
        }
    }

    /// What is misspelt is not missing as well.
    [[nodiscard]] bool holds(std::string_view key) const { return std::find(found_.begin(), found_.end(), key) != found_.end(); }

 private:
    std::optional<std::string> meant_by(const Node& key) {
        constexpr int most = 100;  // each costs a comparison with every key
        if (++asked_ > most) return {};
        auto near = diag::nearest(key.text, allowed_);
        if (!near) near = in_other_words(key.text, allowed_);
        if (near) found_.push_back(*near);
        return near;
    }

    std::vector<std::string> allowed_;
    std::vector<std::string> found_;
    int asked_ = 0;
};

/// Reads nothing; says which field a pair belongs to and whether its value can be read.
const Node* usable(Reading& reading, const Pair& pair, const SchemaField& field) {
    if (pair.value.kind == Kind::empty) {
        report(reading, "P304", pair.key,
               {{"key", std::string(field.key)}, {"example", example(field.key, field.shapes.front())}});
        return nullptr;
    }
    return fits(reading, pair.value, field.key, field.shapes) ? &pair.value : nullptr;
}

void report_missing(Reading& reading, const Node& map, const SchemaBlock& block, const std::vector<bool>& written) {
    for (std::size_t i = 0; i < block.fields.size(); ++i) {
        const SchemaField& field = block.fields[i];
        if (!field.required || written[i]) continue;
        report(reading, "P303", map, {{"key", std::string(field.key)}, {"example", example(field.key, field.shapes.front())}});
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
            case Form::percentages:
            case Form::chances:
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

/// A list where none fits was meant for years, if the key takes years.
const Shape& instead_of_list(const std::vector<Shape>& shapes) {
    const auto series = std::find_if(shapes.begin(), shapes.end(), [](const Shape& shape) { return shape.form == Form::series; });
    return series == shapes.end() ? shapes.front() : *series;
}

/// Keys at the top of a file that hold names others refer to.
constexpr std::array<std::string_view, 11> keys_of_names{"inputs",         "budgets",   "uses",  "rates",  "recurring",
                                                         "implementation", "handovers", "areas", "payers", "discount_schedules",
                                                         "indices"};

/// Whether names are among what could not be read: under a key that holds some, or under an unknown one with more than one value.
bool loses_names(const Node& map, const SchemaBlock& block, const std::vector<const Node*>& values) {
    const bool top = block.name == "proposal" || block.name == "rates" || block.name == "policy" || block.name == "indices";
    for (std::size_t i = 0; top && 2 * i < map.children.size(); ++i) {
        const auto [key, value] = pair_at(map, i);
        const bool holds_names = std::find(keys_of_names.begin(), keys_of_names.end(), key.text) != keys_of_names.end();
        const bool read = std::find(values.begin(), values.end(), &value) != values.end();
        if (!read && (holds_names || (value.kind != Kind::scalar && !is_known(key.text, block)))) return true;
    }
    return false;
}

}  // namespace

std::vector<const Node*> match(Reading& reading, const Node& map, const SchemaBlock& block) {
    std::vector<const Node*> values(block.fields.size(), nullptr);
    std::vector<bool> written(block.fields.size(), false);
    Meant meant(block);
    for (std::size_t i = 0; 2 * i < map.children.size(); ++i) {
        const Pair pair = pair_at(map, i);
        if (!is_key(pair.key)) continue;
        const auto field = std::find_if(block.fields.begin(), block.fields.end(),
                                        [&](const SchemaField& each) { return each.key == pair.key.text; });
        if (field == block.fields.end()) {
            if (!is_split(reading, map, i)) meant.report_unknown(reading, pair.key);
            continue;
        }
        const auto at = static_cast<std::size_t>(field - block.fields.begin());
        written[at] = true;
        if (!is_cut(map, i)) values[at] = usable(reading, pair, *field);
    }
    for (std::size_t i = 0; i < block.fields.size(); ++i) written[i] = written[i] || meant.holds(block.fields[i].key);
    report_missing(reading, map, block, written);
    reading.names_lost = reading.names_lost || loses_names(map, block, values);
    return values;
}

bool is_cut(const Node& map, std::size_t i) {
    return 2 * i + 3 < map.children.size() && split_by_comma(map, i + 1);
}

bool is_split(Reading& reading, const Node& map, std::size_t i) {
    if (!split_by_comma(map, i)) return false;
    report_split(reading, map, i);
    return true;
}

bool knows_all_keys(const Node& map, const SchemaBlock& block) {
    for (std::size_t i = 0; i < map.children.size(); i += 2) {
        if (!is_key(map.children[i]) || !is_known(map.children[i].text, block)) return false;
    }
    return true;
}

bool fits(Reading& reading, const Node& node, std::string_view key, const std::vector<Shape>& shapes) {
    const Taken taken = taken_by(shapes);
    const bool right = (node.kind == Kind::scalar && taken.scalar) || (node.kind == Kind::list && taken.list) ||
                       (node.kind == Kind::map && taken.map);
    if (right) return true;
    const Shape& shape = node.kind == Kind::list ? instead_of_list(shapes) : shapes.front();
    const std::string code = node.kind == Kind::empty ? "P304" : code_for(taken);
    report(reading, code, node, {{"key", std::string(key)}, {"example", example(key, shape)}});
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
