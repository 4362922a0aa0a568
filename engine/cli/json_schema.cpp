#include "cli/json_schema.hpp"

#include <string>
#include <vector>

#include "provenu/input/schema.hpp"

namespace provenu::cli {
namespace {

using input::Form;
using report::Data;

Data pattern(std::string expression) {
    return Data::Object{{"type", std::string("string")}, {"pattern", std::move(expression)}};
}

Data types(const std::vector<std::string>& names) {
    return Data::Object{{"type", Data::List(names.begin(), names.end())}};
}

Data any_of(Data::List alternatives) {
    if (alternatives.size() == 1) return std::move(alternatives.front());
    return Data::Object{{"anyOf", std::move(alternatives)}};
}

Data one_of(const std::vector<std::string_view>& words) {
    Data::List values;
    for (const auto word : words) values.emplace_back(std::string(word));
    return Data::Object{{"enum", std::move(values)}};
}

Data value() {
    return types({"number", "string"});
}

/// A map whose keys follow a pattern.
Data keyed(std::string expression, Data values) {
    return Data::Object{{"type", std::string("object")},
                        {"patternProperties", Data::Object{{std::move(expression), std::move(values)}}},
                        {"additionalProperties", false},
                        {"minProperties", std::int64_t{1}}};
}

Data any_shape(const std::vector<input::Shape>& shapes);

Data reference(std::string_view block) {
    return Data::Object{{"$ref", "#/definitions/" + std::string(block)}};
}

Data shape_of(const input::Shape& shape) {
    switch (shape.form) {
        case Form::text:
            return types({"string", "number", "boolean"});
        case Form::word:
            return one_of(shape.words);
        case Form::truth:
            return any_of({types({"boolean"}), one_of({"yes", "no", "ja", "nej"})});
        case Form::whole:
            return types({"integer"});
        case Form::year:
            return Data::Object{
                {"type", std::string("integer")}, {"minimum", std::int64_t{1900}}, {"maximum", std::int64_t{2200}}};
        case Form::years:
            return pattern(R"(^\d{4}\.\.\d{4}$)");
        case Form::month:
            return pattern(R"(^\d{4}-\d{2}$)");
        case Form::date:
            return pattern(R"(^\d{4}-\d{2}-\d{2}$)");
        case Form::period:
            return any_of({pattern(R"(^\d{4}(-\d{2})?(\.\.(\d{4}(-\d{2})?)?)?$)"), types({"integer"})});
        case Form::identifier:
            return pattern("^[a-z][a-z0-9_-]*$");
        case Form::name:
            return pattern("^[a-zæøå][a-zæøå0-9_]*$");
        case Form::path:
            return types({"string"});
        case Form::money:
            return types({"string"});
        case Form::convention:
            return any_of({one_of(shape.words), pattern(R"(^nearest-from:\d{4}-\d{2}-\d{2}$)")});
        case Form::value:
            return value();
        case Form::series:
            return keyed(R"(^\d{4}(\.\.)?$)", value());
        case Form::steps:
            return keyed(R"(^\d+(\.\.)?$)", value());
        case Form::percentages:
            return keyed(R"(^\d{4}$)", any_shape(shape.of));
        case Form::chances:
            return keyed("^.+$", value());
        case Form::block:
            return reference(shape.block);
        case Form::list:
            return Data::Object{{"type", std::string("array")}, {"items", any_shape(shape.of)}};
        case Form::map:
            return keyed("^.+$", any_shape(shape.of));
    }
    return {};
}

Data any_shape(const std::vector<input::Shape>& shapes) {
    Data::List alternatives;
    for (const auto& shape : shapes) alternatives.push_back(shape_of(shape));
    return any_of(std::move(alternatives));
}

Data described(Data shape, const std::string& key, wording::Language language) {
    auto& keys = std::get<Data::Object>(shape.value);
    if (wording::has_text(language, key)) keys.insert(keys.begin(), {"description", wording::text(language, key)});
    return shape;
}

Data block_of(const input::SchemaBlock& block, wording::Language language) {
    Data::Object properties;
    Data::List required;
    for (const auto& field : block.fields) {
        const std::string key(field.key);
        properties.emplace_back(key,
                                described(any_shape(field.shapes), "field." + std::string(block.name) + "." + key, language));
        if (field.required) required.emplace_back(key);
    }
    return Data::Object{{"type", std::string("object")},
                        {"properties", std::move(properties)},
                        {"required", std::move(required)},
                        {"additionalProperties", false}};
}

}  // namespace

Data json_schema(std::string_view kind, wording::Language language) {
    Data::Object definitions;
    for (const auto& block : input::schema_blocks()) definitions.emplace_back(std::string(block.name), block_of(block, language));
    return Data::Object{{"$schema", std::string("http://json-schema.org/draft-07/schema#")},
                        {"title", "Provenu: " + std::string(kind)},
                        {"$ref", "#/definitions/" + std::string(kind)},
                        {"definitions", std::move(definitions)}};
}

}  // namespace provenu::cli
