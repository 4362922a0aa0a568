#pragma once

#include <string>

#include "provenu/audit/cause.hpp"
#include "report/audit_words.hpp"

namespace provenu::report {

/// A cause and what its sentence speaks of.
struct CauseSaid {
    const AuditWords& words;
    const audit::Cause& cause;
    std::string difference;  ///< `Forskellen, 1.680, er`
    double printed = 0;
    std::string term = {};  ///< of a sum, that was left out; or the figures of a row that was
};
std::string cause_in_words(const CauseSaid& said);

/// What programs call it: `times-row`, `swapped-digits`.
std::string name_of(const audit::Cause& cause);

}  // namespace provenu::report
