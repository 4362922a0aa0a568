#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/audit/cause.hpp"
#include "provenu/diag/place.hpp"
#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::audit {

/// What a printed figure was held against.
enum class Layer { rows, model, text };

/// A printed figure that is not what it should be. Amounts are in the table's unit, costs positive.
struct Difference {
    Layer layer = Layer::rows;
    Where where;
    std::optional<int> year;         ///< none: of the row as a whole
    std::optional<double> printed;   ///< none: nothing is printed
    std::optional<double> computed;  ///< none: there is nothing to hold it against
    std::optional<Cause> cause;
    diag::Place place;        ///< of the printed figure
    std::string column = {};  ///< heading of the column of sums over the years, where it stands there

    [[nodiscard]] double difference() const { return printed.value_or(0) - computed.value_or(0); }
};

/// A figure of the text held against what it should be; both in the file's unit.
struct Claim {
    std::string says;
    double stated = 0;
    double computed = 0;
    quantity::Unit unit;
    double digit = 1;       ///< what the last digit of the stated figure is worth
    quantity::Money money;  ///< the size of money it is stated in
    bool percent = false;   ///< it is stated as a percentage
    bool holds = true;
    std::optional<Cause> cause;
    diag::Place place;
};

/// A stated payback, and the conventions by which the figures give it.
struct Payback {
    std::string basis;  ///< `service`, `total`
    double stated = 0;
    double digit = 1;  ///< what its last digit is worth
    double exact = 0;  ///< infinite: never; minus infinite: at once
    std::optional<int> turn_year;
    std::vector<std::string> conventions;  ///< that reproduce it
    diag::Place place;
};

// What a reader may want to know, though nothing is wrong

/// A figure is off by what rounding alone can do.
struct Rounding {
    Where where;
    int year = 0;
    double printed = 0;
    double computed = 0;
};
/// A row is printed in a coarser unit than its table.
struct CoarseRow {
    Where where;
    double unit = 10;
    std::vector<Rounding> figures;  ///< that it makes another
};
/// A row that is the same part of another in some years and not in others.
struct Drift {
    struct Share {
        int year = 0;
        double share = 0;
    };
    Where row;
    Where of;
    bool follows = false;  ///< the proposal says that it follows the other
    std::vector<Share> shares;
};
/// What is moved between areas could not be told from the table: no set of rows explains the net efficiency.
struct NoConversion {
    Where where;
};
/// A column that is headed as a sum over the years and is none.
struct NoSumColumn {
    std::string heading;
};
/// A total of which nothing is printed that it could be held against.
struct NotChecked {
    Where where;
};
using Note = std::variant<Rounding, CoarseRow, Drift, NoConversion, NotChecked, NoSumColumn>;

/// What an audit found. Nothing here is in words.
struct Findings {
    quantity::Years years;
    std::optional<quantity::Money> unit;  ///< of the table's amounts
    quantity::Money money;                ///< of a proposal's figures and its text's
    double step = 1;                      ///< the last digit of the table's figures
    int rows = 0;                         ///< printed rows that were read
    int totals = 0;                       ///< of the table that were held against what they add
    std::vector<Difference> differences;
    std::vector<Claim> claims;
    std::vector<Payback> paybacks;
    std::vector<Note> notes;

    /// Whether the author has nothing to mend.
    [[nodiscard]] bool is_clean() const;
};

}  // namespace provenu::audit
