#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "input/reading.hpp"
#include "provenu/input/schema.hpp"

namespace provenu::input {

/// One key of a block: what the schema says of it, and how its value is put into the block.
template <class Block>
struct Field {
    SchemaField schema;
    void (*read)(Reading&, const Node&, Block&);
};

template <class Block>
Field<Block> required(std::string_view key, std::vector<Shape> shapes, void (*read)(Reading&, const Node&, Block&)) {
    return {{key, true, std::move(shapes)}, read};
}

template <class Block>
Field<Block> optional(std::string_view key, std::vector<Shape> shapes, void (*read)(Reading&, const Node&, Block&)) {
    return {{key, false, std::move(shapes)}, read};
}

/// A block of keys, as data: the reader goes by it and the schema is made from it.
template <class Block>
struct Fields {
    Fields(std::string_view name, std::vector<Field<Block>> fields) : schema{name, {}} {
        for (auto& field : fields) {
            schema.fields.push_back(std::move(field.schema));
            readers.push_back(field.read);
        }
    }
    SchemaBlock schema;
    std::vector<void (*)(Reading&, const Node&, Block&)> readers;
};

/// The value of each field in a map, in the table's order; none where it is not written or cannot be read. Unknown keys, missing
/// ones, keys without a value and values of a wrong kind are found.
std::vector<const Node*> match(Reading& reading, const Node& map, const SchemaBlock& block);

/// Whether a node is of the kind that one of the shapes takes; if not, that is found. `key` is what the message calls it.
bool fits(Reading& reading, const Node& node, std::string_view key, const std::vector<Shape>& shapes);

/// Whether pair `i` of a map in {} is what a comma cut off the value before it, as in `{2027: 1,5}`; that is found: P305, P307.
bool is_split(Reading& reading, const Node& map, std::size_t i);

/// Whether the value of pair `i` is what such a comma left of it, and so not what was meant.
bool is_cut(const Node& map, std::size_t i);

/// Whether every key of a map is one of the block's; if not, what seems to be missing may have been misspelt.
bool knows_all_keys(const Node& map, const SchemaBlock& block);

/// Reads a map into a block, field by field in the table's order, so that a field may rely on those above it.
template <class Block>
void read_fields(Reading& reading, const Node& map, const Fields<Block>& fields, Block& into) {
    const std::vector<const Node*> values = match(reading, map, fields.schema);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] != nullptr) fields.readers[i](reading, *values[i], into);
    }
}

/// The same for a block that starts empty.
template <class Block>
Block read_block(Reading& reading, const Node& map, const Fields<Block>& fields) {
    Block block;
    read_fields(reading, map, fields, block);
    return block;
}

/// Shapes, shortly.
Shape of_form(Form form);
Shape block(std::string_view name);
Shape words(std::vector<std::string_view> words);
Shape list_of(std::vector<Shape> of);
Shape map_of(std::vector<Shape> of);
std::vector<Shape> amount_shapes();  ///< a value or a series
std::vector<Shape> label_shapes();   ///< a text, or one for each language

/// What one may write for a shape: `650 t.kr.`, `2026-07`, the first of its words.
std::string example(const Shape& shape);
/// The same under a key, whose series may be one of shares.
std::string example(std::string_view key, const Shape& shape);

}  // namespace provenu::input
