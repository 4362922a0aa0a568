#include "report/payer_tables.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;

Data list_of(const Findings& findings, const std::string& definition) {
    const std::vector<double> values = yearly(findings, definition);
    return List(values.begin(), values.end());
}

/// The parts of lines that name this payer, with share and ceiling.
Data lines_of(const Findings& findings, const compile::PlannedPayer& payer) {
    List lines;
    for (const compile::PlannedLine& line : findings.plan.lines)
        for (const compile::PlannedShare& share : line.shares) {
            if (share.payer != payer.id || share.share.empty()) continue;
            Object object{{"line", line.id},
                          {"share", list_of(findings, share.share)},
                          {"values", list_of(findings, share.amount)},
                          {"realised", name(share.realised)}};
            if (!share.at_most.empty()) {
                object.emplace_back("at_most", list_of(findings, share.at_most));
                object.emplace_back("holds", years_over(findings, line, share).empty());
            }
            lines.emplace_back(std::move(object));
        }
    return lines;
}

Object payers(const Findings& findings) {
    Object all;
    for (const compile::PlannedPayer& payer : findings.plan.payers) {
        const std::string name = "payer." + payer.id;
        Object object{{"net", list_of(findings, name + ".net")},
                      {"balance", list_of(findings, name + ".balance")},
                      {"payback", payback_on(findings, "payback." + name)},
                      {"outside", payer.outside}};
        for (const model::Realised how : payer.apart)
            object.emplace_back(report::name(how), list_of(findings, name + "." + report::name(how)));
        object.emplace_back("lines", lines_of(findings, payer));
        all.emplace_back(payer.id, std::move(object));
    }
    return all;
}

/// A yearly figure of a frame, null in years for which it sets no limit.
Data where_given(const Findings& findings, const compile::PlannedFrame& frame, const std::string& what) {
    const std::vector<double> values = yearly(findings, "frame." + frame.id + "." + what);
    List list;
    for (std::size_t i = 0; i < values.size(); ++i) list.push_back(frame.given[i] ? Data(values[i]) : Data(nullptr));
    return list;
}

Data holds(const Findings& findings, const compile::PlannedFrame& frame) {
    const std::vector<int> missing = years_missing(standing_of(findings, frame));
    List list;
    for (std::size_t i = 0; i < frame.given.size(); ++i) {
        const int year = findings.years().first + static_cast<int>(i);
        const bool lacks = std::find(missing.begin(), missing.end(), year) != missing.end();
        list.push_back(frame.given[i] ? Data(!lacks) : Data(nullptr));
    }
    return list;
}

Data frames(const Findings& findings) {
    List list;
    for (const compile::PlannedFrame& frame : findings.plan.frames)
        list.emplace_back(Object{{"id", frame.id},
                                 {"limit", where_given(findings, frame, "limit")},
                                 {"used", list_of(findings, "frame." + frame.id + ".used")},
                                 {"holds", holds(findings, frame)},
                                 {"missing", where_given(findings, frame, "missing")}});
    return list;
}

Data changes(const Findings& findings) {
    List list;
    const int level = findings.plan.price_level;
    for (const BudgetChange& change : budget_changes(findings)) {
        const auto text = [](const std::string& written) { return written.empty() ? Data(nullptr) : Data(written); };
        list.emplace_back(Object{{"budget_line", text(change.line->budget_line)},
                                 {"owner", text(change.line->owner)},
                                 {"line", change.line->id},
                                 {"payer", change.share->payer},
                                 {"price_level", level == 0 ? Data(nullptr) : Data(level)},
                                 {"values", list_of(findings, change.share->amount)}});
    }
    return list;
}

Data claims(const Findings& findings) {
    List list;
    for (const compile::PlannedBudget& budget : findings.plan.claimed)
        list.emplace_back(Object{{"id", budget.id},
                                 {"budget", list_of(findings, "budget." + budget.id + ".amount")},
                                 {"claimed", list_of(findings, "budget." + budget.id + ".claimed")},
                                 {"share", list_of(findings, "budget." + budget.id + ".share")}});
    return list;
}

}  // namespace

Data::Object payer_data(const Findings& findings) {
    Object object;
    if (!findings.plan.payers.empty()) object.emplace_back("payers", payers(findings));
    if (!findings.plan.frames.empty()) object.emplace_back("frames", frames(findings));
    if (tells_frame_freed(findings))
        object.emplace_back("frame_freed_by", Object{{"efficiency", list_of(findings, "frame_freed.efficiency")},
                                                     {"conversion", list_of(findings, "frame_freed.conversion")},
                                                     {"implementation", list_of(findings, "frame_freed.implementation")}});
    if (!findings.plan.claimed.empty()) object.emplace_back("budgets", claims(findings));
    if (!budget_changes(findings).empty()) object.emplace_back("budget_changes", changes(findings));
    return object;
}

}  // namespace provenu::report
