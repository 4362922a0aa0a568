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
