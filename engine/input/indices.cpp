#include "input/indices.hpp"

#include <algorithm>

#include "input/items.hpp"
#include "input/policy.hpp"
#include "input/proposal.hpp"
#include "input/syntax.hpp"
#include "provenu/input/read.hpp"

namespace provenu::input {
namespace {

using model::Index;

/// A percentage of one year, or a part of it, above -100 %. A bare 0.3 may be 0.3 % or 30 %: only nought needs no sign.
model::Value read_percentage(Reading& reading, const Node& node) {
    model::Value percentage = read_value(reading, node);
    const auto number = literal(percentage);
    const bool has_unit = number && !number->number.unit.is_bare();
    if (is_unread(percentage)) return percentage;
    if (!number || has_unit) {
        reading.found.error("P741", percentage.place);
    } else if (number->is_bare() && number->value != 0) {
        const std::string text(node.text);
        reading.found.error("P740", percentage.place, {{"text", text}, {"percent", plain(number->value * 100, text)}});
    } else if (number->value <= -1) {
        reading.found.error("P742", percentage.place, {{"text", std::string(node.text)}});
    }
    return percentage;
}

void add_part(Reading& reading, const Node& node, PercentageDraft& draft) {
    draft.parts.push_back(read_percentage(reading, node));
}

std::vector<model::Value> read_parts(Reading& reading, const Step& step) {
    const bool usable =
        step.value != nullptr && fits(reading, *step.value, step.key->text, {of_form(Form::value), block("index_percentage")});
    if (!usable) return {model::Value{unread(), {}}};
    if (step.value->kind == Node::Kind::scalar) return {read_percentage(reading, *step.value)};
    auto parts = read_block(reading, *step.value, percentage_fields()).parts;
    if (parts.empty() && knows_all_keys(*step.value, percentage_fields().schema)) report(reading, "P743", *step.value);
    if (parts.empty()) parts.push_back({unread(), {}});
    return parts;
}

void read_years(Reading& reading, const Node& map, Index& index) {
    index.years = read_percentages(reading, map);
}

void read_indices_of_file(Reading& reading, const Node& list, IndexFile& file) {
    read_items(reading, list, "indices", index_fields(), file.indices);
}

}  // namespace

std::optional<Placed<quantity::Date>> read_date(Reading& reading, const Node& node) {
    const auto date = quantity::read_date(node.text);
    if (!date) report(reading, "P749", node, {{"text", std::string(node.text)}});
    return date ? std::optional(Placed<quantity::Date>{*date, place_of(reading, node)}) : std::nullopt;
}

std::vector<Index::Year> read_percentages(Reading& reading, const Node& map) {
    std::vector<Index::Year> years;
    if (map.children.empty()) report(reading, "P743", map);
    for (const Step& step : read_year_steps(reading, map)) {
        if (step.holds) report(reading, "P739", *step.key, {{"year", std::to_string(step.number)}});
        const int next = years.empty() ? step.number : years.back().year + 1;
        if (step.number != next)
            report(reading, "P502", *step.key, {{"year", std::to_string(next)}, {"next", std::to_string(step.number)}});
        years.push_back({step.number, read_parts(reading, step), place_of(reading, *step.key)});
    }
    return years;
}

void read_price_level(Reading& reading, const Node& node, model::Prices& prices) {
    prices.level = read_year(reading, node);
}

void read_index(Reading& reading, const Node& node, model::Prices& prices) {
    prices.index = read_reference(reading, node);
}

const Fields<PercentageDraft>& percentage_fields() {
    using Draft = PercentageDraft;
    static const Fields<Draft> fields("index_percentage", {optional<Draft>("level_correction", {of_form(Form::value)}, add_part),
                                                           optional<Draft>("forecast", {of_form(Form::value)}, add_part)});
    return fields;
}

const Fields<Index>& index_fields() {
    static const Fields<Index> fields(
        "index",
        {required<Index>("id", {of_form(Form::identifier)},
                         [](Reading& r, const Node& n, Index& index) { index.id = read_identifier(r, n); }),
         optional<Index>("label", label_shapes(),
                         [](Reading& r, const Node& n, Index& index) { index.label = read_label(r, n); }),
         optional<Index>("source", {of_form(Form::text)},
                         [](Reading& r, const Node& n, Index& index) { index.source = read_text(r, n); }),
         optional<Index>("vintage", {of_form(Form::text)},
                         [](Reading& r, const Node& n, Index& index) { index.vintage = read_text(r, n); }),
         optional<Index>("valid_until", {of_form(Form::date)},
                         [](Reading& r, const Node& n, Index& index) { index.valid_until = read_date(r, n); }),
         required<Index>("years", {{Form::percentages, {}, {}, {of_form(Form::value), block("index_percentage")}}}, read_years)});
    return fields;
}

const Fields<IndexFile>& index_file_fields() {
    using File = IndexFile;
    static const Fields<File> fields("indices", [] {
        auto all = file_fields<File>("indices");
        all.push_back(described<File>("id", {of_form(Form::identifier)}));
        all.push_back(described<File>("title", label_shapes()));
        all.push_back(optional<File>("source", {of_form(Form::text)},
                                     [](Reading& r, const Node& n, File& file) { file.source = read_text(r, n); }));
        all.push_back(optional<File>("vintage", {of_form(Form::text)},
                                     [](Reading& r, const Node& n, File& file) { file.vintage = read_text(r, n); }));
        all.push_back(optional<File>("valid_until", {of_form(Form::date)},
                                     [](Reading& r, const Node& n, File& file) { file.valid_until = read_date(r, n); }));
        all.push_back(optional<File>("illustrative", {of_form(Form::truth)},
                                     [](Reading& r, const Node& n, File& file) { file.illustrative = read_truth(r, n); }));
        all.push_back(required<File>("indices", {list_of({block("index")})}, read_indices_of_file));
        return all;
    }());
    return fields;
}

IndexFile read_index_file(Reading& reading, const Node& root) {
    IndexFile file = read_block(reading, root, index_file_fields());
    for (Index& index : file.indices) {
        if (index.source.empty()) index.source = file.source;
        if (index.vintage.empty()) index.vintage = file.vintage;
        if (!index.valid_until) index.valid_until = file.valid_until;
        index.illustrative = file.illustrative;
    }
    return file;
}

void lay_indices(std::vector<Index>& under, std::vector<Index> over) {
    for (Index& index : over) put(under, std::move(index));
}

diag::Diagnostics check_indices(const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = load(path, {}, found);
    const auto document = read_document(source, "indices", found);
    if (!document) return found;
    Reading reading{source, found};
    read_index_file(reading, document->root);
    return found;
}

}  // namespace provenu::input
