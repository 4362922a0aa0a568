#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "drivers/lowering.hpp"
#include "drivers/units.hpp"
#include "provenu/diag/nearest.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::drivers {
namespace {

using model::Driver;
using model::Level;
using model::Value;
using quantity::Unit;
using Written = std::optional<Value>;

struct Findings {
    const model::Drivers& file;
    diag::Diagnostics found;
};

void refuse_unknown(Findings& findings, const model::Placed<std::string>& written, const std::vector<model::Labelled>& known,
                    const std::array<const char*, 2>& codes) {  // the second lists what there is, where nothing is near
    std::vector<std::string> ids;
    for (const model::Labelled& each : known) ids.push_back(each.id.value);
    if (std::ranges::find(ids, written.value) != ids.end()) return;
    std::vector<diag::Argument> arguments{{"name", written.value}};
    const auto near = diag::nearest(written.value, ids);
    if (near) arguments.push_back({"nearest", *near});
    if (!ids.empty()) arguments.push_back({"all", fmt::format("{}", fmt::join(ids, ", "))});
    findings.found.error(near || ids.empty() ? codes[0] : codes[1], written.place, std::move(arguments));
}

/// Whether it could not be read, which has been found.
bool was_not_read(const formula::Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    return number != nullptr && std::isnan(number->value);
}

/// A value without names; there is nothing here for a name to mean.
bool is_plain(Findings& findings, const Written& value) {
    if (!value || value->formula == nullptr || was_not_read(value->formula)) return false;
    bool plain = true;
    formula::for_each_name(value->formula, [&](const formula::Name& name) {
        if (plain) findings.found.error("P793", value->place, {{"name", name.name}});
        plain = false;
    });
    return plain;
}

/// Units of one driver: all its activities count the same, all its prices are of one of that.
class Units {
 public:
    explicit Units(Findings& findings) : findings_(findings) {}

    void activity(const Written& value) {
        if (!is_plain(findings_, value)) return;
        const auto unit = unit_of(value->formula);
        const auto counts = unit ? counted(*unit) : std::nullopt;
        if (!counts) return refuse("P790", *value, unit);
        if (!counted_.is_bare() && !counts->is_bare() && *counts != counted_)
            findings_.found.error("P792", value->place, {{"unit", quantity::name(*counts)}, {"other", quantity::name(counted_)}});
        if (counted_.is_bare()) counted_ = *counts;
    }

    void price(const Written& value) {
        if (!is_plain(findings_, value)) return;
        const auto unit = unit_of(value->formula);
        if (!unit || !is_price_of(*unit, counted_)) refuse("P791", *value, unit);
    }

    void amount(const Written& value) {
        if (!is_plain(findings_, value)) return;
        const auto unit = unit_of(value->formula);
        const bool fits = unit && (unit->is_bare() || *unit == quantity::unit_of(quantity::Dimension::money));
        if (!fits) refuse("P796", *value, unit);
    }

 private:
    /// Where units are mixed inside the value there is none to name.
    void refuse(const char* code, const Value& value, const std::optional<Unit>& unit) {
        findings_.found.error(code, value.place, {{"unit", unit ? quantity::name(*unit) : "?"}});
    }

    Findings& findings_;
    Unit counted_;
};

void check_units(Findings& findings, const Driver& driver) {
    Units units(findings);
    std::vector<const Level*> levels{&driver.budget, &driver.expected};
    for (const auto& revised : driver.revisions) levels.push_back(&revised.level);
    for (const auto& next : driver.next_years) levels.push_back(&next.level);
    for (const Level* level : levels) units.activity(level->activity);
    units.activity(driver.level_at_year_end);
    if (driver.so_far) {
        units.activity(driver.so_far->activity);
        units.activity(driver.so_far->rest);
        units.amount(driver.so_far->spent);
    }
    for (const Level* level : levels) units.price(level->price);
}

/// Years that are asked for at the top, but not as years to come: found already.
bool asks_too_early(const model::Drivers& file) {
    return file.next_years && years_to_come(file).count() < 1;
}

void check_next_years(Findings& findings, const Driver& driver) {
    const quantity::Years years = years_to_come(findings.file);
    if (asks_too_early(findings.file)) return;
    if (driver.level_at_year_end && !findings.file.next_years) findings.found.error("P777", driver.level_at_year_end->place);
    for (const auto& next : driver.next_years)
        if (!years.contains(next.year.value))
            findings.found.error("P787", next.year.place, {{"year", std::to_string(next.year.value)}});
}

void check_driver(Findings& findings, const Driver& driver) {
    if (driver.id.value == "total" || driver.id.value == "area")
        findings.found.error("P794", driver.id.place, {{"id", driver.id.value}});
    if (driver.area) refuse_unknown(findings, *driver.area, findings.file.areas, {"P786", "P778"});
    for (const auto& revised : driver.revisions)
        refuse_unknown(findings, revised.revision, findings.file.revisions, {"P799", "P779"});
    check_next_years(findings, driver);
    check_units(findings, driver);
}

}  // namespace

diag::Diagnostics check(const model::Drivers& file) {
    Findings findings{file, {}};
    if (asks_too_early(file)) findings.found.error("P788", file.next_years->place, {{"year", std::to_string(file.year.value)}});
    for (const Driver& driver : file.drivers) check_driver(findings, driver);
    return std::move(findings.found);
}

diag::Diagnostics check_activities(const Plan& plan, const evaluate::Figures& figures) {
    diag::Diagnostics found;
    for (const formula::Definition& definition : plan.book.definitions) {
        const bool is_activity = definition.name.ends_with(".activity") && definition.place.source != nullptr;
        if (is_activity && figures.scalar(definition.name) < 0)
            found.error("P783", definition.place, {{"text", definition.name}});
    }
    return found;
}

}  // namespace provenu::drivers
