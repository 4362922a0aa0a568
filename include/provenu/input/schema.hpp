#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace provenu::input {

/// What may stand behind a key. Where a key takes several forms, its shapes are alternatives.
enum class Form {
    text,         ///< any text
    word,         ///< one of `words`
    truth,        ///< yes or no
    whole,        ///< a whole number
    year,         ///< `2027`
    years,        ///< `2026..2031`
    month,        ///< `2026-07`
    date,         ///< `2026-05-01`
    period,       ///< `2026-07..2028-06`, `2028-07..`
    identifier,   ///< `outreach-team`: the address of something
    name,         ///< `team_leader`: something formulas use
    path,         ///< of a file, or `std/NAME`
    money,        ///< `1000 DKK`
    convention,   ///< of payback: one of `words`, or `nearest-from:2026-05-01`
    value,        ///< a number, an amount with its unit, or a formula
    series,       ///< values by year: `{2027: 7200, 2028..: 12400}`
    steps,        ///< values by years of age: `{0: 3.5%, 36: 2.5%}`, `{1: 50%, 2..: 100%}`, or by years
    percentages,  ///< by year, each of `of`: `{2027: 2.5%, 2028: {level_correction: 11.5%, forecast: 2.3%}}`
    chances,      ///< probabilities by value: `{70%: 20%, 100%: 60%, 115%: 20%}`
    block,        ///< the keys of `block`
    list,         ///< of `of`
    map,          ///< from names to `of`
};

struct Shape {
    Form form = Form::text;
    std::string_view block = {};
    std::vector<std::string_view> words = {};
    std::vector<Shape> of = {};
};

/// One key of a block. Its meaning in a sentence is in the catalogues under `field.<block>.<key>`.
struct SchemaField {
    std::string_view key;
    bool required = false;
    std::vector<Shape> shapes;
};

struct SchemaBlock {
    std::string_view name;
    std::vector<SchemaField> fields;
};

/// Every block of the file format, from the very tables that the reader goes by; `proposal`, `rates`, `policy` and `indices` are
/// whole files.
std::vector<SchemaBlock> schema_blocks();

}  // namespace provenu::input
