#include "input/timing.hpp"

#include <algorithm>
#include <limits>

#include "input/names.hpp"
#include "provenu/diag/utf8.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::input {
namespace {

using quantity::Month;

constexpr std::array<Word<formula::Ramp>, 2> ramps{{{"linear", formula::Ramp::linear}, {"smooth", formula::Ramp::smooth}}};

/// `2028-06..2026-07`: two months or years in the wrong order.
bool is_backwards(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return false;
    const auto first = quantity::read_period(text.substr(0, dots));
    const auto last = quantity::read_period(text.substr(dots + 2));
    return first && last && last->from < first->from;
}

/// The first end of a period that was meant as a month and is none: `2027-13`, `2026-7`.
std::optional<std::string_view> no_month(std::string_view text) {
    while (true) {
        const std::string_view end = text.substr(0, text.find(".."));
        const bool meant = end.size() > 4 && end[4] == '-' && end.find(' ') == std::string_view::npos;
        if (meant && !quantity::read_month(end)) return end;
        if (end.size() == text.size()) return {};
        text.remove_prefix(end.size() + 2);
    }
}

/// A period that cannot be read; the month in it that is none is pointed out.
void report_no_period(Reading& reading, const Node& node) {
    const auto month = no_month(node.text);
    if (!month || !node.plain) {
        return report(reading, is_backwards(node.text) ? "P511" : "P207", node, {{"text", std::string(node.text)}});
    }
    diag::Place place = place_of(reading, node);
    place.column += static_cast<int>(month->data() - node.text.data());
    place.width = diag::count_characters(*month);
    reading.found.error("P206", place, {{"text", std::string(*month)}});
}

/// A period that cannot be read stands as all the years a table may have, so that nothing is said to have no period.
model::Spell read_one_period(Reading& reading, const Node& node) {
    const diag::Place place = place_of(reading, node);
    if (const auto period = quantity::read_period(node.text)) return {*period, place};
    report_no_period(reading, node);
    return {{quantity::month_of(earliest_year, 1), quantity::month_of(latest_year + 1, 1)}, place};
}

/// Months that stand in two periods would count twice.
void check_overlap(Reading& reading, std::vector<model::Spell> periods) {
    std::stable_sort(periods.begin(), periods.end(),
                     [](const auto& left, const auto& right) { return left.value.from < right.value.from; });
    for (std::size_t i = 1; i < periods.size(); ++i) {
        const auto& before = periods[i - 1].value;
        if (before.until && *before.until <= periods[i].value.from) continue;
        reading.found.error("P515", periods[i].place, {{"month", quantity::name(periods[i].value.from)}});
    }
}

model::RampProfile read_ramp(Reading& reading, const Node& node) {
    const auto draft = read_block(reading, node, ramp_fields());
    const bool both = draft.from.place.source && draft.to.place.source;
    if (both && draft.to.value < draft.from.value && draft.to.value.number != 0) {
        reading.found.error("P509", draft.to.place,
                            {{"from", quantity::name(draft.from.value)}, {"to", quantity::name(draft.to.value)}});
    }
    return {draft.shape, draft.from.value, Month{draft.to.value.number + 1}};
}

}  // namespace

const Fields<RampDraft>& ramp_fields() {
    static const Fields<RampDraft> fields(
        "ramp", {required<RampDraft>("ramp", {words(written(ramps))},
                                     [](Reading& r, const Node& n, RampDraft& ramp) { ramp.shape = read_word(r, n, ramps); }),
                 required<RampDraft>("from", {of_form(Form::month)},
                                     [](Reading& r, const Node& n, RampDraft& ramp) { ramp.from = read_month(r, n); }),
                 required<RampDraft>("to", {of_form(Form::month)},
                                     [](Reading& r, const Node& n, RampDraft& ramp) { ramp.to = read_month(r, n); })});
    return fields;
}

std::vector<Shape> period_shapes() {
    return {of_form(Form::period), list_of({of_form(Form::period)})};
}
std::vector<Shape> profile_shapes() {
    return {of_form(Form::series), block("ramp")};
}

std::vector<model::Spell> read_periods(Reading& reading, const Node& node) {
    std::vector<model::Spell> periods;
    if (node.kind == Node::Kind::scalar) {
        periods.push_back(read_one_period(reading, node));
        return periods;
    }
    const bool right_before = !reading.found.has_errors();
    for (const Node& item : node.children) {
        if (!fits(reading, item, "period", {of_form(Form::period)})) continue;
        periods.push_back(read_one_period(reading, item));
    }
    if (right_before && reading.found.has_errors()) return periods;
    check_overlap(reading, periods);
    return periods;
}

Placed<model::Profile> read_profile(Reading& reading, const Node& node) {
    const diag::Place place = place_of(reading, node);
    if (node.children.empty()) {
        report(reading, "P506", node);
        return {model::Series{}, place};
    }
    if (!is_series(node)) return {read_ramp(reading, node), place};
    model::Series shares = read_series(reading, node);
    for (const auto& share : shares.values) check_share(reading, share);
    return {std::move(shares), place};
}

Placed<quantity::Years> read_years(Reading& reading, const Node& node) {
    if (const auto years = quantity::read_years(node.text)) return {*years, place_of(reading, node)};
    report(reading, is_backwards(node.text) ? "P513" : "P205", node, {{"text", std::string(node.text)}});
    return {{0, 0}, place_of(reading, node)};
}

}  // namespace provenu::input
