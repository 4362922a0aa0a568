#pragma once

#include "input/values.hpp"
#include "provenu/model/policy.hpp"

namespace provenu::input {

/// A file of price indices: what it says of all of them, and each.
struct IndexFile {
    std::string source;
    std::string vintage;
    std::optional<Placed<quantity::Date>> valid_until;
    bool illustrative = false;
    std::vector<model::Index> indices;  ///< each with what it does not say itself taken from the file
};
const Fields<IndexFile>& index_file_fields();
const Fields<model::Index>& index_fields();

/// What a year's percentage is added from.
struct PercentageDraft {
    std::vector<model::Value> parts;
};
const Fields<PercentageDraft>& percentage_fields();

/// A year-by-year map of percentages as an index has them: P739-P743, and the findings of any series.
std::vector<model::Index::Year> read_percentages(Reading& reading, const Node& map);
IndexFile read_index_file(Reading& reading, const Node& root);
/// An index goes in place of one of the same id, or to the end.
void lay_indices(std::vector<model::Index>& under, std::vector<model::Index> over);

/// The keys `price_level` and `index` of a block that holds its prices in `prices_of`.
void read_price_level(Reading& reading, const Node& node, model::Prices& prices);
void read_index(Reading& reading, const Node& node, model::Prices& prices);

/// The fields of a block whose model is found by `prices_of(block)`.
template <class Block, model::Prices& (*prices_of)(Block&)>
std::vector<Field<Block>> price_fields() {
    return {optional<Block>("price_level", {of_form(Form::year)},
                            [](Reading& r, const Node& n, Block& block) { read_price_level(r, n, prices_of(block)); }),
            optional<Block>("index", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Block& block) { read_index(r, n, prices_of(block)); })};
}

/// A date as `2026-12-31`; none, and a finding, where it is none.
std::optional<Placed<quantity::Date>> read_date(Reading& reading, const Node& node);

}  // namespace provenu::input
