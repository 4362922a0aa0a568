#pragma once

#include "provenu/audit/findings.hpp"
#include "provenu/tables/published.hpp"

namespace provenu::audit {

/// Holds a table's totals against its own rows, and its stated paybacks against its net effect; no proposal is needed.
Findings audit_table(const tables::PublishedTable& table);

}  // namespace provenu::audit
