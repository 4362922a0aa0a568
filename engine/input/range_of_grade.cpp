#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "input/items.hpp"
#include "input/range.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

using model::Grade;
using model::Range;

void refuse_grade(Reading& reading, const Placed<std::string>& written, const std::vector<Grade>& grades) {
    std::vector<std::string> ids;
    for (const Grade& grade : grades) ids.push_back(grade.id.value);
    const auto near = diag::nearest(written.value, ids);
    const char* code = ids.empty() ? "P672" : near ? "P665" : "P670";
    reading.found.error(
        code, written.place,
        {{"name", written.value}, {"nearest", near.value_or("")}, {"all", fmt::format("{}", fmt::join(ids, ", "))}});
}

class Grades {
 public:
    Grades(Reading& reading, const model::Proposal& proposal)
        : reading_(reading), grades_(proposal.policies.grades), lost_(proposal.names_lost || reading.names_lost) {}

    /// \param own the grade of what carries the range, if it has one
    void take(std::optional<Range>& range, const std::optional<Placed<std::string>>& own) {
        if (!range || !range->grade) return;
        const bool says = !range->grade->value.empty();
        if (!says && !own) return reading_.found.error("P814", range->place);
        const Placed<std::string>& id = says ? *range->grade : *own;
        const auto grade = std::ranges::find_if(grades_, [&](const Grade& each) { return each.id.value == id.value; });
        if (grade == grades_.end()) {
            if (says && !lost_) refuse_grade(reading_, id, grades_);
            return;
        }
        if (!grade->range) return reading_.found.error("P816", range->place, {{"grade", id.value}});
        range->grade->value = id.value;
        range->shape = grade->range->shape;
        if (!range->least) range->least = grade->range->least;
        if (!range->most) range->most = grade->range->most;
        if (range->source.empty()) range->source = grade->range->source.empty() ? grade->source : grade->range->source;
        if (range->note.empty()) range->note = grade->range->note;
    }

 private:
    Reading& reading_;
    const std::vector<Grade>& grades_;
    bool lost_;
};

}  // namespace

void take_ranges_of_grades(Reading& reading, model::Proposal& proposal) {
    Grades grades(reading, proposal);
    for (auto& input : proposal.inputs) grades.take(input.range, input.grade);
    for (auto& line : proposal.lines) grades.take(line.range, line.grade);
    for (auto& handover : proposal.handovers) grades.take(handover.range, {});
}

}  // namespace provenu::input
