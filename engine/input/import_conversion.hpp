#pragma once

#include <vector>

#include "provenu/tables/published.hpp"

namespace provenu::input {

/// The recurring lines outside service that are paid for by a service saving: those that the printed net efficiency counts
/// besides the change in service. Empty where the table prints none, or where its figures fit no such lines in most years.
std::vector<const tables::PublishedRow*> converted_lines(const tables::PublishedTable& table);

}  // namespace provenu::input
