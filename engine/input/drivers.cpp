#include "input/drivers.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "input/names.hpp"
#include "input/policy.hpp"
#include "input/proposal.hpp"
#include "input/syntax.hpp"
#include "input/timing.hpp"
#include "provenu/input/read.hpp"

namespace provenu::input {
namespace {

using model::Drivers;
using model::Labelled;
using model::Language;

constexpr std::array<Word<Language>, 2> languages{{{"da", Language::danish}, {"en", Language::english}}};

/// The items of a list, each with an id that none before it has.
template <class Item>
std::vector<Item> read_items(Reading& reading, const Node& list, const Fields<Item>& fields) {
    std::vector<Item> items;
    for (const Node& node : list.children) {
        if (!fits(reading, node, fields.schema.name, {block(fields.schema.name)})) continue;
        Item item = read_block(reading, node, fields);
        const auto same =
            std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.id.value == item.id.value; });
        if (same != items.end() && !item.id.value.empty())
            reading.found.error("P789", item.id.place, {{"id", item.id.value}, {"line", std::to_string(same->id.place.line)}});
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Field<Labelled>> labelled() {
    return {
        required<Labelled>("id", {of_form(Form::identifier)},
                           [](Reading& r, const Node& n, Labelled& l) { l.id = read_identifier(r, n); }),
        optional<Labelled>("label", label_shapes(), [](Reading& r, const Node& n, Labelled& l) { l.label = read_label(r, n); })};
}

void read_notes(Reading& reading, const Node& list, Drivers& file) {
    for (const Node& item : list.children)
        if (fits(reading, item, "notes", label_shapes())) file.notes.push_back(read_label(reading, item));
}

void read_drivers_list(Reading& reading, const Node& list, Drivers& file) {
    if (list.children.empty()) report(reading, "P795", list);
    file.drivers = read_items(reading, list, driver_fields());
}

std::vector<Field<Drivers>> heading_fields() {
    using D = Drivers;
    return {
        optional<D>("language", {words(written(languages))},
                    [](Reading& r, const Node& n, D& d) { d.language = read_word(r, n, languages); }),
        required<D>("id", {of_form(Form::identifier)}, [](Reading& r, const Node& n, D& d) { d.id = read_identifier(r, n); }),
        required<D>("title", label_shapes(), [](Reading& r, const Node& n, D& d) { d.title = read_label(r, n); }),
        optional<D>("owner", {of_form(Form::text)}, [](Reading& r, const Node& n, D& d) { d.owner = read_text(r, n); }),
        required<D>("year", {of_form(Form::year)}, [](Reading& r, const Node& n, D& d) { d.year = read_year(r, n); }),
        optional<D>("next_years", {of_form(Form::years)},
                    [](Reading& r, const Node& n, D& d) { d.next_years = read_years(r, n); }),
        optional<D>("unit", {of_form(Form::money)}, [](Reading& r, const Node& n, D& d) { d.unit = read_money(r, n); }),
        optional<D>("price_level", {of_form(Form::year)},
                    [](Reading& r, const Node& n, D& d) { d.price_level = read_year(r, n).value; }),
    };
}

std::vector<Field<Drivers>> content_fields() {
    using D = Drivers;
    return {
        optional<D>("source", {of_form(Form::text)}, [](Reading& r, const Node& n, D& d) { d.source = read_text(r, n); }),
        optional<D>("notes", {list_of(label_shapes())}, read_notes),
        optional<D>("areas", {list_of({block("driver_area")})},
                    [](Reading& r, const Node& n, D& d) { d.areas = read_items(r, n, driver_area_fields()); }),
        optional<D>("revisions", {list_of({block("driver_revision")})},
                    [](Reading& r, const Node& n, D& d) { d.revisions = read_items(r, n, driver_revision_fields()); }),
        required<D>("drivers", {list_of({block("driver")})}, read_drivers_list),
    };
}

diag::Result<Drivers> read_source(const SourcePointer& source, diag::Diagnostics found) {
    const auto document = read_document(source, "drivers", found);
    if (!document) return {std::nullopt, std::move(found)};
    Reading reading{source, found};
    Drivers file = read_block(reading, document->root, drivers_fields());
    if (file.year.value == 0) return {std::nullopt, std::move(found)};
    return {std::move(file), std::move(found)};
}

}  // namespace

const Fields<Drivers>& drivers_fields() {
    static const Fields<Drivers> fields("drivers", [] {
        auto all = file_fields<Drivers>("drivers");
        append(all, heading_fields());
        append(all, content_fields());
        return all;
    }());
    return fields;
}

const Fields<Labelled>& driver_area_fields() {
    static const Fields<Labelled> fields("driver_area", labelled());
    return fields;
}

const Fields<Labelled>& driver_revision_fields() {
    static const Fields<Labelled> fields("driver_revision", labelled());
    return fields;
}

diag::Result<Drivers> read_drivers(const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = load(path, {}, found);
    return read_source(source, std::move(found));
}

diag::Result<Drivers> read_drivers_text(std::string text, const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = as_text(std::move(text), path, found);
    return read_source(source, std::move(found));
}

}  // namespace provenu::input
