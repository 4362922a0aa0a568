#include <cmath>
#include <cstdint>

#include "report/audit_causes.hpp"
#include "report/audit_words.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;

Data maybe(const std::optional<double>& value) {
    return value ? Data(*value) : Data(nullptr);
}

Data maybe(const std::optional<int>& value) {
    return value ? Data(static_cast<std::int64_t>(*value)) : Data(nullptr);
}

std::string layer_name(audit::Layer layer) {
    return layer == audit::Layer::rows ? "rows" : layer == audit::Layer::model ? "model" : "text";
}

/// A line by its label, a total by its section: what tables as CSV call it.
std::string where_of(const audit::Where& where) {
    return where.section == "recurring" || where.section == "implementation" ? where.label : where.section;
}

Data cause_data(const std::optional<audit::Cause>& cause, const std::string& words) {
    return cause ? Data(words) : Data(nullptr);
}

Data kind_data(const std::optional<audit::Cause>& cause) {
    return cause ? Data(name_of(*cause)) : Data(nullptr);
}

Data line_data(const diag::Place& place) {
    return place.source != nullptr && place.line > 0 ? Data(static_cast<std::int64_t>(place.line)) : Data(nullptr);
}

Data file_data(const diag::Place& place) {
    return place.source != nullptr ? Data(place.source->path) : Data(nullptr);
}

Data difference_data(const audit::Difference& each, const AuditWords& words) {
    const bool both = each.printed && each.computed;
    return Object{{"where", where_of(each.where)},
                  {"section", each.where.section},
                  {"label", each.where.label},
                  {"layer", layer_name(each.layer)},
                  {"year", maybe(each.year)},
                  {"column", each.column.empty() ? Data(nullptr) : Data(each.column)},
                  {"printed", maybe(each.printed)},
                  {"computed", maybe(each.computed)},
                  {"difference", both ? Data(each.difference()) : Data(nullptr)},
                  {"cause", cause_data(each.cause, words.cause(DifferenceGroup{&each}))},
                  {"kind", kind_data(each.cause)},
                  {"file", file_data(each.place)},
                  {"line", line_data(each.place)}};
}

Data claim_data(const audit::Claim& claim, const AuditWords& words) {
    return Object{{"says", claim.says},
                  {"stated", claim.stated},
                  {"computed", claim.computed},
                  {"holds", claim.holds},
                  {"difference", claim.stated - claim.computed},
                  {"cause", cause_data(claim.cause, words.cause(claim))},
                  {"kind", kind_data(claim.cause)},
                  {"line", line_data(claim.place)}};
}

Data conventions_data(const audit::Findings& findings) {
    Object bases;
    for (const std::string basis : {"service", "total"}) {
        List names;
        for (const audit::Payback& payback : findings.paybacks) {
            if (payback.basis != basis || !names.empty()) continue;
            for (const std::string& each : payback.conventions) names.emplace_back(each);
        }
        bases.emplace_back(basis, std::move(names));
    }
    return bases;
}

Data payback_data(const audit::Payback& payback) {
    return Object{
        {"basis", payback.basis}, {"stated", payback.stated}, {"exact", payback.exact}, {"turn_year", maybe(payback.turn_year)}};
}

}  // namespace

Data audit_data(const Audited& audited, wording::Language language) {
    const AuditWords words(audited, language);
    List differences;
    List claims;
    List paybacks;
    List notes;
    for (const audit::Difference& each : audited.findings.differences) differences.push_back(difference_data(each, words));
    for (const audit::Claim& claim : audited.findings.claims) claims.push_back(claim_data(claim, words));
    for (const audit::Payback& payback : audited.findings.paybacks) paybacks.push_back(payback_data(payback));
    for (const std::string& note : words.notes()) notes.emplace_back(note);
    return Object{{"file", audited.file},
                  {"id", audited.id.empty() ? Data(nullptr) : Data(audited.id)},
                  {"title", audited.title},
                  {"clean", audited.findings.is_clean()},
                  {"totals_checked", static_cast<std::int64_t>(audited.findings.totals)},
                  {"differences", std::move(differences)},
                  {"claims", std::move(claims)},
                  {"conventions_that_reproduce_stated_payback", conventions_data(audited.findings)},
                  {"stated_paybacks", std::move(paybacks)},
                  {"notes", std::move(notes)}};
}

}  // namespace provenu::report
