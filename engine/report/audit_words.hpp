#pragma once

#include <string>
#include <vector>

#include "provenu/report/audit.hpp"

namespace provenu::report {

/// Differences of one row with one cause, told together: most slips are in several years.
using DifferenceGroup = std::vector<const audit::Difference*>;
std::vector<DifferenceGroup> grouped(const std::vector<audit::Difference>& differences);

/// Sentences of the letter.
class AuditWords {
 public:
    AuditWords(const Audited& audited, wording::Language language) : audited_(audited), language_(language) {}

    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const;
    [[nodiscard]] std::string amount(double value) const;
    /// A row as the author knows it.
    [[nodiscard]] std::string name(const audit::Where& where) const;
    /// What is wrong, where and by how much; then why, if that can be told.
    [[nodiscard]] std::string sentences(const DifferenceGroup& group) const;
    /// Why alone; empty where that cannot be told.
    [[nodiscard]] std::string cause(const DifferenceGroup& group) const;
    [[nodiscard]] std::string sentences(const audit::Claim& claim) const;
    [[nodiscard]] std::string cause(const audit::Claim& claim) const;
    /// `21,0 mio. kr.`: a claim's figure with one digit more than it was stated with.
    [[nodiscard]] std::string computed(const audit::Claim& claim) const;
    [[nodiscard]] std::string sentence(const audit::Payback& payback) const;
    [[nodiscard]] std::string sentence(const audit::CoarseRow& row) const;
    [[nodiscard]] std::string sentence(const audit::Drift& drift) const;
    /// Roundings of one row.
    [[nodiscard]] std::string sentence(const std::vector<const audit::Rounding*>& roundings) const;
    /// Every note, those of one row together.
    [[nodiscard]] std::vector<std::string> notes() const;
    /// `a`, `a and b`, `a, b and c`
    [[nodiscard]] std::string listed(const std::vector<std::string>& parts, const std::string& last = "and") const;

 private:
    [[nodiscard]] std::string missing(const DifferenceGroup& group) const;
    using Amount = double (*)(const audit::Difference& difference);
    [[nodiscard]] std::string by_year(const DifferenceGroup& group, Amount of) const;
    [[nodiscard]] std::string line_of(const diag::Place& place) const;
    [[nodiscard]] std::string unit_of(const audit::Claim& claim, double value) const;

    const Audited& audited_;
    wording::Language language_;
};

}  // namespace provenu::report
