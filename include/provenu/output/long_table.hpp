#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "provenu/output/file.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {

/// A table of numbers with more rows than are held at a time.
struct LongTable {
    /// What a column's numbers are: `years` may be infinite, and is then said in words.
    enum class Kind { number, share, years };
    struct Column {
        std::string heading;
        Kind kind = Kind::number;
    };
    /// Some rows in a row, one array a column; whether to go on.
    using Visitor = std::function<bool(std::span<const double* const> columns, int rows)>;

    std::string counter;  ///< heading of the column that counts the rows from 1
    std::vector<Column> columns;
    std::function<void(const Visitor&)> read;  ///< goes through all rows from the first; may be called several times
};

/// One line a row, with all digits; shares as percent, years that never come `never`, those that have come from the start
/// `at-once`. Column by column it can be read again as a file of draws.
void write_csv(FileWriter& file, const LongTable& table, const CsvDialect& dialect);

/// What stands at the head of a SIPmath library.
struct SipLibrary {
    std::string name;
    std::string provenance;
    std::string date;  ///< 2026-05-01; empty: not said
};

/// The columns as SIPs of the SIPmath 3.0 Standard of ProbabilityManagement.org, each a plain array (`SIP_Array`) picked from by
/// the number of the trial. Columns of years are left out: a SIP holds numbers only.
void write_sipmath(FileWriter& file, const LongTable& table, const SipLibrary& library);

}  // namespace provenu::output
