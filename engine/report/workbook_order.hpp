#pragma once

#include <string>
#include <vector>

#include "provenu/report/workbook.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// Definitions that stand together on a sheet.
struct DefinitionGroup {
    std::string key;  ///< of its heading in the catalogues
    std::vector<std::string> names;
};

/// Every definition that a reader may look for, in the order of the sheets: inputs, lines, totals, results.
std::vector<DefinitionGroup> groups_of(const WorkbookCase& each);

/// What a definition is called: its own label, or the program's words for what it computes.
std::string label_of(const WorkbookCase& each, const formula::Definition& definition, wording::Language language);

}  // namespace provenu::report
