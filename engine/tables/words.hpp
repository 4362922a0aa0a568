#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace provenu::tables {

/// A column of a table with a section column, beside those of years.
enum class Heading { section, label, area, value, note };

/// What a heading is called, in Danish or English: `line`, `linje`, `område` ...
std::optional<Heading> heading_named(std::string_view text);

/// What a row's label says it is.
enum class Role {
    line,
    recurring_heading,
    implementation_heading,
    group_heading,  ///< of rows that are of the same kind as those above: more spending, income, an area
    recurring_total,
    implementation_total,
    total,  ///< of whatever stands above
    net_efficiency,
    net,
    balance,
    payback_service,
    payback_total,
    of_which,  ///< a part of the row above
    other      ///< a result that belongs to no Table 1: present value, FTE ...
};

struct Label {
    Role role = Role::line;
    std::string area;  ///< id, where the label ends with an area's name: `Samlet varig ændring, service`
};

/// Marks (`*`, `1)`) and capitals say nothing.
Label label_of(std::string_view text);

/// The id of a control area by one of its names, `Overførsler` or `transfers`; nothing where it is none that we know.
std::optional<std::string> area_named(std::string_view text);

/// Whether a section is one of a Table 1: `recurring`, `recurring_total_service`, `net` ...
bool is_section(std::string_view name);

/// Whether a section is one that this program prints beside a Table 1: `npv`, `fte`, `payer_net` ...
bool is_other_section(std::string_view name);

/// The sections of a Table 1, `<area>` standing for an area's id.
std::vector<std::string> sections();

/// Of `recurring_total_service` and `implementation_total_service` the area; else empty.
std::string area_of_section(std::string_view section);

}  // namespace provenu::tables
