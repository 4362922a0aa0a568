#include "input/policy.hpp"

#include <algorithm>

#include "input/evidence.hpp"
#include "input/items.hpp"
#include "input/payers.hpp"
#include "provenu/model/convention.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::input {
namespace {

using model::Area;
using model::Basis;
using model::Convention;
using model::DiscountSchedule;
using model::Policies;
using model::TablePolicy;
using Subtotals = TablePolicy::Subtotals;
using Empty = TablePolicy::Empty;
using Totals = TablePolicy::Totals;

constexpr std::array<Word<Basis>, 2> bases{
    {{"service-efficiency", Basis::service_efficiency}, {"strict-service", Basis::strict_service}}};
constexpr std::array<Word<Subtotals>, 2> subtotal_words{{{"always", Subtotals::always}, {"several", Subtotals::several}}};
constexpr std::array<Word<Empty>, 3> empty_words{{{"given", Empty::given}, {"blank", Empty::blank}, {"zero", Empty::zero}}};
constexpr std::array<Word<Totals>, 2> total_words{{{"unrounded", Totals::unrounded}, {"rounded", Totals::rounded}}};

void read_rounding(Reading& reading, const Node& node, TablePolicy& table) {
    const auto units = read_whole(reading, node);
    if (units.value >= 1) table.round_lines_to = units.value;
    if (units.value < 1 && node.text.find_first_not_of("-0123456789") == std::string_view::npos) report(reading, "P216", node);
}

}  // namespace

std::vector<std::string_view> convention_words() {
    std::vector<std::string_view> words;  // those that stand alone; the one with a date has a shape of its own
    for (const auto& each : model::conventions)
        if (each.convention != Convention::nearest_from) words.push_back(each.name);
    return words;
}
std::vector<std::string_view> basis_words() {
    return written(bases);
}

void check_format(Reading& reading, const Node& node) {
    if (node.text != "1") report(reading, "P323", node, {{"text", std::string(node.text)}});
}

void read_payback(Reading& reading, const Node& node, Policies& policies) {
    policies.payback = model::read_payback(node.text);
    if (policies.payback) return;
    if (node.text.starts_with(model::name(Convention::nearest_from)))
        report(reading, "P208", node, {{"text", std::string(node.text)}});
    else
        report_no_word(reading, node, convention_words());
}

void read_basis(Reading& reading, const Node& node, Policies& policies) {
    policies.basis = read_word(reading, node, bases);
}

void read_table(Reading& reading, const Node& node, Policies& policies) {
    TablePolicy table = policies.table.value_or(TablePolicy{});
    read_fields(reading, node, table_fields(), table);
    policies.table = table;
}

const Fields<TablePolicy>& table_fields() {
    using Table = TablePolicy;
    static const Fields<Table> fields(
        "table",
        {optional<Table>("area_subtotals", {words(written(subtotal_words))},
                         [](Reading& r, const Node& n, Table& table) { table.area_subtotals = read_word(r, n, subtotal_words); }),
         optional<Table>("empty", {words(written(empty_words))},
                         [](Reading& r, const Node& n, Table& table) { table.empty = read_word(r, n, empty_words); }),
         optional<Table>("round_lines_to", {of_form(Form::whole)}, read_rounding),
         optional<Table>("totals", {words(written(total_words))},
                         [](Reading& r, const Node& n, Table& table) { table.totals = read_word(r, n, total_words); })});
    return fields;
}

const Fields<Area>& area_fields() {
    static const Fields<Area> fields(
        "area",
        {required<Area>("id", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Area& area) { area.id = read_identifier(r, n); }),
         optional<Area>("label", label_shapes(), [](Reading& r, const Node& n, Area& area) { area.label = read_label(r, n); }),
         optional<Area>("source", {of_form(Form::text)},
                        [](Reading& r, const Node& n, Area& area) { area.source = read_text(r, n); }),
         optional<Area>("frame", {words(counts_words())},
                        [](Reading& r, const Node& n, Area& area) { area.frame = read_counts(r, n); }),
         optional<Area>("index", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Area& area) { area.index = read_reference(r, n); })});
    return fields;
}

const Fields<PolicyFile>& policy_fields() {
    using File = PolicyFile;
    static const Fields<File> fields("policy", [] {
        std::vector<Field<File>> all = file_fields<File>("policy");
        all.push_back(described<File>("id", {of_form(Form::identifier)}));
        all.push_back(described<File>("title", label_shapes()));
        all.push_back(described<File>("source", {of_form(Form::text)}));
        all.push_back(optional<File>("discount_schedules", {list_of({block("discount_schedule")})},
                                     [](Reading& r, const Node& n, File& file) {
                                         read_items(r, n, "discount_schedules", schedule_fields(), file.policies.schedules);
                                     }));
        all.push_back(optional<File>("areas", {list_of({block("area")})}, [](Reading& r, const Node& n, File& file) {
            read_items(r, n, "areas", area_fields(), file.policies.areas);
        }));
        append(all, evidence_tables());
        append(all, payer_policy_fields<File>());
        append(all, policy_choice_fields<File>());
        return all;
    }());
    return fields;
}

}  // namespace provenu::input
