#pragma once

#include "input/values.hpp"
#include "provenu/model/input.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

/// `normal: {mean: 100%, deviation: 10%}`
struct BellDraft {
    std::optional<model::Bound> mean;
    std::optional<model::Bound> deviation;
    std::optional<model::Bound> p10;
    std::optional<model::Bound> p90;
};
const Fields<BellDraft>& bell_fields();

/// A range as written.
struct RangeDraft {
    std::vector<decltype(model::Range::shape)> shapes;
    std::optional<Placed<double>> pert_shape;
    const Node* draws = nullptr;
    const Node* column = nullptr;
    model::Range range;
};
const Fields<RangeDraft>& range_fields();
std::vector<Shape> range_shapes();

/// `range: {pert: [70%, 100%, 110%]}`, or `range: grade`. What cannot be read is certain.
model::Range read_range(Reading& reading, const Node& node);

/// What can be wrong with a range whatever it is of.
void check_alone(Reading& reading, const model::Range& range);
/// Of a single value: the range holds it, as far as both are plain numbers.
void check_range(Reading& reading, const model::Range& range, const std::optional<model::Amount>& value);
/// The range of a factor on a line, a handover, or whatever is of a grade: nothing in it is an amount.
model::Range read_factor(Reading& reading, const Node& node);
/// Of a series, a stock, a line, a grade: nothing in the range is an amount, and bare numbers of a column are factors.
void check_shares(Reading& reading, model::Range& range);

/// A number of a range; no number where it cannot be read.
model::Bound read_bound(Reading& reading, const Node& node);

/// The column of a file of draws; none, and a finding, where there is none.
std::optional<model::Column> read_draws(Reading& reading, const Node& file, const Node& column);

/// Ranges that are those of a grade take the grade's.
void take_ranges_of_grades(Reading& reading, model::Proposal& proposal);

struct CorrelationDraft {
    model::Correlation correlation;
};
const Fields<CorrelationDraft>& correlation_fields();
/// Those of a shared file, over what files before it say of the same pairs.
void lay_correlations(std::vector<model::Correlation>& under, std::vector<model::Correlation> over);
/// Adds them to those there are: of a pair that another file speaks of, in its place.
void read_correlations(Reading& reading, const Node& list, std::vector<model::Correlation>& correlations);
/// Both ends carry ranges.
void check_correlations(Reading& reading, model::Proposal& proposal);

}  // namespace provenu::input
