#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/model/value.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::model {

/// A number that a range is made of.
struct Bound {
    enum class Of {
        share,   ///< of the value: 1 is the value itself
        bare,    ///< an amount in the unit of the value
        amount,  ///< an amount with its own unit; money in kroner
    };
    double number = 0;
    Of of = Of::share;
    quantity::Unit unit = {};  ///< of an amount
    diag::Place place = {};
};

/// Straight lines from the lowest up to the most likely and down to the highest.
struct Triangular {
    Bound low;
    Bound mode;
    Bound high;
};

/// Smooth between lowest and highest; the greater `shape`, the more weight near the most likely.
struct Pert {
    Bound low;
    Bound mode;
    Bound high;
    double shape = 4;
};

struct Uniform {
    Bound low;
    Bound high;
};

struct MeanAndDeviation {
    Bound mean;
    Bound deviation;
};

/// What the quantity stays under in 10 % and in 90 % of all cases.
struct Percentiles {
    Bound p10;
    Bound p90;
};

/// A normal distribution, or one whose logarithm is normal.
struct Bell {
    enum class Kind { normal, lognormal };
    Kind kind = Kind::normal;
    std::variant<MeanAndDeviation, Percentiles> by;
};

struct Discrete {
    std::vector<Bound> values;
    std::vector<double> probabilities;  ///< sum 1
};

/// Observed values, each as likely as the others.
struct Empirical {
    std::vector<Bound> values;
};

/// Draws that somebody else has made: a column of a file. Columns of one file are drawn row by row together.
struct Column {
    std::string file;  ///< as the author wrote it
    std::string name;
    std::string stream;  ///< the same for all columns of files with this content, wherever they lie
    Bound::Of of = Bound::Of::bare;
    std::vector<double> numbers;
};

/// How uncertain a value is.
struct Range {
    std::variant<Triangular, Pert, Uniform, Bell, Discrete, Empirical, Column> shape;
    std::optional<Bound> least;  ///< what it is cut off at
    std::optional<Bound> most;
    std::optional<Placed<std::string>> grade;  ///< the range is that of an evidence grade; empty: of its own grade
    std::string source;
    std::string note;
    diag::Place place;
};

/// A rank correlation (Spearman's) of two inputs, lines or handovers that carry ranges.
struct Correlation {
    Placed<std::string> first;
    Placed<std::string> second;
    double rank = 0;
    bool of_file = false;  ///< said by a shared file, which may speak of more than a proposal leaves uncertain
    diag::Place place;
};

/// Every number of a range but those of a column: first those of its shape, then what it is cut off at.
std::vector<Bound> bounds_of(const Range& range);

/// Whether nothing of it is an amount; nought is a share as well.
bool is_of_shares(const Range& range);

/// A value as the numbers of a range see it.
struct Worth {
    double value = 0;
    double bare = 1;    ///< what a bare number counts: 1,000 where the value is `46.2 mio. kr.` and is worth 46,200
    double kroner = 1;  ///< that make one of the value: 1,000 where it is worth 46,200
};

/// A bound as a number in the value's terms.
double in_terms_of(const Worth& worth, const Bound& bound);

/// What a range can come to, what it is cut off at included; infinite where nothing ends it.
struct Reach {
    double low = 0;
    double high = 0;
};
Reach reach(const Range& range, const Worth& worth);

/// Whether the value is one that its range can come to.
bool holds(const Range& range, const Worth& worth);

}  // namespace provenu::model
