#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "provenu/model/policy.hpp"

namespace provenu::model {

struct ConventionName {
    std::string_view name;
    Convention convention;
};

/// Every convention of payback under the name that files, the command line and JSON call it by. `nearest-from` takes a date
/// behind a colon.
inline constexpr std::array<ConventionName, 5> conventions{{{"turn-year", Convention::turn_year},
                                                            {"exact", Convention::exact},
                                                            {"calendar-years", Convention::calendar_years},
                                                            {"ceiling", Convention::ceiling},
                                                            {"nearest-from", Convention::nearest_from}}};

std::string_view name(Convention convention);
std::string name(const Payback& payback);  ///< with its date, if it takes one: `nearest-from:2026-05-01`

/// Reads what `name` writes; none where it is no convention or its date is none.
std::optional<Payback> read_payback(std::string_view text);

}  // namespace provenu::model
