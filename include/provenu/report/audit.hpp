#pragma once

#include <string>

#include "provenu/audit/findings.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What was audited, and how: a proposal with what its paper prints, or a table alone.
struct Audited {
    std::string file;  ///< as it was named
    std::string id;    ///< of the proposal; empty: a table alone
    std::string title;
    const audit::Findings& findings;
};

/// A letter to the author: one sentence first, then what does not fit and why, the text's figures, the paybacks, and notes.
Document audit(const Audited& audited, wording::Language language);

/// The same as one table of bare figures, for spreadsheets.
Document audit_sheet(const Audited& audited, wording::Language language);

/// The same as data, unrounded (docs/reference/json.md).
Data audit_data(const Audited& audited, wording::Language language);

}  // namespace provenu::report
