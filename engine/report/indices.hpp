#pragma once

#include <string>
#include <vector>

#include "provenu/report/data.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// The passport of each index that figures of the table rest on: what it is, what it carries from where to where, its source and
/// vintage, until when it is valid; loudly so where it is expired or made up.
std::vector<std::string> passports(const Findings& findings);

/// The indices of one or several tables as data, each way of each index once.
Data::List index_data(const std::vector<Findings>& tables);

}  // namespace provenu::report
