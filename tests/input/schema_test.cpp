#include "provenu/input/schema.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "provenu/wording/catalogue.hpp"

namespace provenu::input {
namespace {

void collect_blocks(const std::vector<Shape>& shapes, std::set<std::string_view>& named) {
    for (const auto& shape : shapes) {
        if (shape.form == Form::block) named.insert(shape.block);
        collect_blocks(shape.of, named);
    }
}

TEST_CASE("Every key says what it means in both languages") {
    for (const auto& block : schema_blocks()) {
        for (const auto& field : block.fields) {
            const std::string key = "field." + std::string(block.name) + "." + std::string(field.key);
            INFO(key);
            CHECK(wording::has_text(wording::Language::danish, key));
            CHECK(wording::has_text(wording::Language::english, key));
        }
    }
}

TEST_CASE("Every block that a key takes is described, and every block is taken by a key or a file") {
    std::set<std::string_view> described;
    std::set<std::string_view> named{"proposal", "rates", "policy", "indices", "scenarios", "drivers"};
    for (const auto& block : schema_blocks()) {
        CHECK(described.insert(block.name).second);
        for (const auto& field : block.fields) collect_blocks(field.shapes, named);
    }
    CHECK(described == named);
}

TEST_CASE("Words are written where words are asked for") {
    for (const auto& block : schema_blocks()) {
        for (const auto& field : block.fields) {
            CHECK_FALSE(field.shapes.empty());
            for (const auto& shape : field.shapes) {
                CHECK((shape.form == Form::word || shape.form == Form::convention) == !shape.words.empty());
            }
        }
    }
}

}  // namespace
}  // namespace provenu::input
