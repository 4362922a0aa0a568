#pragma once

#include <string>
#include <vector>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// Table 2: the rows of amounts in the price level in which the proposal is carried out.
/// \param said notes that stand under the first table already
Table decided_table(const Findings& decided, const std::vector<std::string>& said);

/// The same as data: `price_level`, `lines`, `net`, `balance`.
Data decided_data(const Findings& decided);

}  // namespace provenu::report
