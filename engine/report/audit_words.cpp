#include "report/audit_words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "provenu/wording/number.hpp"
#include "report/audit_causes.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

using audit::Difference;
using audit::Layer;

/// Of what is told to the last digit of such a step.
int decimals_of(double step) {
    constexpr int most = 9;
    return std::clamp(-static_cast<int>(std::floor(std::log10(step) + 1e-9)), 0, most);
}

/// What a difference is held against.
std::string source_of(const Difference& difference) {
    if (difference.layer != Layer::rows) return "model";
    const std::string& section = difference.where.section;
    if (section == "balance") return "balance";
    if (!difference.column.empty()) return "years";
    return section == "recurring" || section == "implementation" ? "totals" : "rows";
}

bool is_pure_money(const quantity::Unit& unit) {
    quantity::Unit money = quantity::unit_of(quantity::Dimension::money);
    return unit == money || unit == money / quantity::unit_of(quantity::Dimension::year);
}

std::string without_folders(const std::string& path) {
    return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

std::vector<DifferenceGroup> grouped(const std::vector<Difference>& differences) {
    std::vector<DifferenceGroup> groups;
    for (const Difference& each : differences) {
        if (!each.year && each.column.empty()) continue;  // told with the paybacks
        const auto same = std::ranges::find_if(groups, [&](const DifferenceGroup& group) {
            const Difference& first = *group.front();
            return first.where == each.where && first.cause == each.cause && first.layer == each.layer &&
                   first.column == each.column;
        });
        if (same != groups.end())
            same->push_back(&each);
        else
            groups.push_back({&each});
    }
    return groups;
}

std::string AuditWords::words(const std::string& key, const std::vector<diag::Argument>& arguments) const {
    return wording::text(language_, "audit." + key, arguments);
}

std::string AuditWords::amount(double value) const {
    return wording::number(language_, value, decimals_of(audited_.findings.step));
}

std::string AuditWords::listed(const std::vector<std::string>& parts, const std::string& last) const {
    std::string list = parts.empty() ? "" : parts.front();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) list += ", " + parts[i];
    return parts.size() < 2 ? list : words(last, {{"first", list}, {"last", parts.back()}});
}

std::string AuditWords::name(const audit::Where& where) const {
    const std::string key = "where." + where.section;
    const bool known = wording::has_text(language_, "audit." + key);
    return words(known ? key : "where.row", {{"label", where.label}});
}

std::string AuditWords::line_of(const diag::Place& place) const {
    if (place.source == nullptr || place.line == 0) return "";
    return " " + words("line", {{"file", without_folders(place.source->path)}, {"line", std::to_string(place.line)}});
}

std::string AuditWords::by_year(const DifferenceGroup& group, Amount of) const {
    std::vector<std::string> parts;
    for (const Difference* each : group)
        parts.push_back(words("in_year", {{"amount", amount(of(*each))}, {"year", std::to_string(each->year.value_or(0))}}));
    return listed(parts);
}

/// A row that stands on one side only.
std::string AuditWords::missing(const DifferenceGroup& group) const {
    const Difference& first = *group.front();
    const bool unknown = !first.computed;
    return words(
        unknown ? "row.unknown" : "row.not_printed",
        {{"name", name(first.where)},
         {"amounts", by_year(group, [](const Difference& each) { return each.printed.value_or(0) + each.computed.value_or(0); })},
         {"line", unknown ? line_of(first.place) : ""}});
}

std::string AuditWords::sentences(const DifferenceGroup& group) const {
    const Difference& first = *group.front();
    const bool row_missing =
        first.layer == Layer::model && first.cause && std::holds_alternative<audit::MissingRow>(*first.cause);
    if (!first.computed || row_missing) return missing(group);
    std::vector<std::string> years;
    std::vector<std::string> printed;
    std::vector<std::string> computed;
    for (const Difference* each : group) {
        years.push_back(each->year ? std::to_string(*each->year) : words("where.row", {{"label", each->column}}));
        printed.push_back(each->printed ? amount(*each->printed) : words("nothing"));
        computed.push_back(amount(each->computed.value_or(0)));
    }
    const std::string why = cause(group);
    return words(group.size() == 1 ? "off.one" : "off.many", {{"name", name(first.where)},
                                                              {"years", listed(years)},
                                                              {"printed", listed(printed)},
                                                              {"source", words("source." + source_of(first))},
                                                              {"computed", listed(computed)},
                                                              {"line", line_of(first.place)}}) +
           (why.empty() ? "" : " " + why);
}

std::string AuditWords::cause(const DifferenceGroup& group) const {
    if (!group.front()->cause) return "";
    std::vector<std::string> amounts;
    for (const Difference* each : group) amounts.push_back(amount(std::abs(each->difference())));
    const std::string difference =
        words(group.size() == 1 ? "difference.one" : "difference.many", {{"amounts", listed(amounts)}});
    const std::string row = by_year(group, [](const Difference& each) { return each.difference(); });
    return cause_in_words({*this, *group.front()->cause, difference, group.front()->printed.value_or(0), row});
}

std::string AuditWords::unit_of(const audit::Claim& claim, double value) const {
    const quantity::Money own = audited_.findings.money;
    const auto decimals = [](double digit) {
        return std::clamp(1 - static_cast<int>(std::floor(std::log10(digit) + 1e-9)), 0, 4);
    };
    if (claim.percent) return wording::plain_number(language_, 100 * value, decimals(100 * claim.digit)) + " %";
    if (!is_pure_money(claim.unit)) {
        const bool staff = claim.unit.of(quantity::Dimension::fte) == 1 && claim.unit.of(quantity::Dimension::money) == 0;
        const auto fte = quantity::unit_of(quantity::Dimension::fte);  // of a year or for a year
        const std::string unit = unit_in_words(staff ? fte : claim.unit, own, language_);
        return wording::plain_number(language_, value, decimals(claim.digit)) + (unit.empty() ? "" : " " + unit);
    }
    quantity::Money money = claim.money;
    double digit = claim.digit * quantity::factor(own, money);
    double shown = value * quantity::factor(own, money);
    if (money.exponent < 6 && std::abs(shown) >= 1e6) {
        shown *= quantity::factor(money, {6});
        money = {6};
        digit = 0.1;
    }
    return wording::plain_number(language_, shown, decimals(digit)) + " " + words("money." + std::to_string(money.exponent));
}

std::string AuditWords::computed(const audit::Claim& claim) const {
    return std::isfinite(claim.computed) ? unit_of(claim, claim.computed) : words("no_value");
}

std::string AuditWords::cause(const audit::Claim& claim) const {
    if (!claim.cause) return "";
    const std::string difference =
        words("difference.one", {{"amounts", unit_of(claim, std::abs(claim.stated - claim.computed))}});
    std::string term;
    if (const auto* left_out = std::get_if<audit::TermLeftOut>(&*claim.cause)) term = unit_of(claim, std::abs(left_out->value));
    return cause_in_words({*this, *claim.cause, difference, claim.stated, term});
}

std::string AuditWords::sentences(const audit::Claim& claim) const {
    const std::string why = cause(claim);
    return words("claim.off", {{"says", claim.says}, {"computed", computed(claim)}, {"line", line_of(claim.place)}}) +
           (why.empty() ? "" : " " + why);
}

std::string AuditWords::sentence(const audit::Payback& payback) const {
    const int decimals = std::max(1, decimals_of(payback.digit));
    const auto in_years = [&](double years) {
        const bool one = years == 1;
        return wording::text(language_, one ? "table.years.one" : "table.years.many",
                             {{"count", wording::plain_number(language_, years, decimals)}});
    };
    std::vector<std::string> conventions;
    for (const std::string& each : payback.conventions) {
        const std::string kind = each.substr(0, each.find(':'));
        const std::string date = each.size() > kind.size() ? each.substr(kind.size() + 1) : "";
        conventions.push_back(words("convention." + kind, {{"date", date}}));
    }
    std::vector<diag::Argument> arguments{{"basis", words("basis." + payback.basis)},
                                          {"stated", in_years(payback.stated)},
                                          {"conventions", listed(conventions, "or")},
                                          {"line", line_of(payback.place)}};
    if (std::isfinite(payback.exact)) arguments.push_back({"exact", in_years(payback.exact)});
    if (payback.turn_year) arguments.push_back({"year", std::to_string(*payback.turn_year)});
    const std::string by_rows = audited_.id.empty() ? ".rows" : "";  // of a table alone
    if (!std::isfinite(payback.exact)) return words(payback.exact < 0 ? "payback.at_once" : "payback.never", arguments);
    const std::string exactly = words("payback.exactly" + by_rows, arguments);
    return words(conventions.empty() ? "payback.none" : "payback.by", arguments) + " " + exactly;
}

}  // namespace provenu::report
