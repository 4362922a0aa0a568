#include <cmath>
#include <string>
#include <utility>

#include "provenu/report/comparison.hpp"
#include "provenu/report/portfolio.hpp"
#include "report/portfolio_tables.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;
using portfolio::Overview;

Data list(const std::vector<double>& values) {
    return List(values.begin(), values.end());
}

Data section(const Overview& overview, const std::string& name) {
    Object object{{"total", list(overview.figures.table(name + ".total"))}};
    for (const model::Area& area : overview.areas)
        object.emplace_back(area.id.value, list(overview.figures.table(name + "." + area.id.value)));
    return object;
}

Data payers(const Overview& overview) {
    Object object;
    for (const compile::PlannedPayer& payer : overview.payers) {
        const std::string name = "payer." + payer.id;
        object.emplace_back(payer.id, Object{{"net", list(overview.figures.table(name + ".net"))},
                                             {"balance", list(overview.figures.table(name + ".balance"))}});
    }
    return object;
}

Data frames(const Overview& overview) {
    List all;
    for (const portfolio::SharedFrame& frame : overview.frames) {
        const std::string name = "frame." + frame.id;
        const auto missing = years_missing(standing_of(overview, frame));
        const auto values = [&](const std::string& what, bool where_given) {
            List out;
            const auto figures = overview.figures.table(name + what);
            for (std::size_t i = 0; i < figures.size(); ++i)
                out.push_back(!where_given || frame.given[i] ? Data(figures[i]) : Data(nullptr));
            return out;
        };
        List holds;
        for (std::size_t i = 0; i < frame.given.size(); ++i) {
            const int year = overview.book.axis.year(static_cast<int>(i));
            holds.push_back(frame.given[i] ? Data(std::find(missing.begin(), missing.end(), year) == missing.end())
                                           : Data(nullptr));
        }
        all.emplace_back(Object{{"id", frame.id},
                                {"limit", values(".limit", true)},
                                {"used", values(".used", false)},
                                {"holds", std::move(holds)},
                                {"missing", values(".missing", true)},
                                {"proposals", List(frame.proposals.begin(), frame.proposals.end())}});
    }
    return all;
}

Data budgets(const Overview& overview) {
    List all;
    const double to_unit = quantity::factor(quantity::Money{0}, overview.book.money);
    for (const portfolio::Claim& claim : overview.claims) {
        List claimed;
        for (const double amount : claim.claimed) claimed.emplace_back(to_unit * amount);
        List years;
        for (int year = claim.years.first; year <= claim.years.last; ++year) years.emplace_back(whole(year));
        all.emplace_back(Object{{"id", claim.budget},
                                {"years", std::move(years)},
                                {"claimed", std::move(claimed)},
                                {"share", list(claim.share)},
                                {"proposals", List(claim.proposals.begin(), claim.proposals.end())}});
    }
    return all;
}

Data sums(const Overview& overview) {
    return Object{{"recurring", section(overview, "recurring")},
                  {"implementation", section(overview, "implementation")},
                  {"net", list(overview.figures.table("net"))},
                  {"balance", list(overview.figures.table("balance"))},
                  {"turn_year", whole(overview.figures.scalar("turn_year"))},
                  {"investment_need", overview.figures.scalar("investment_need")},
                  {"full_phase_in", overview.figures.scalar("full_phase_in")}};
}

}  // namespace

Data portfolio_data(const PortfolioFindings& findings, wording::Language language) {
    List years;
    for (int year = findings.ranking.years.first; year <= findings.ranking.years.last; ++year) years.emplace_back(whole(year));
    Object object{{"unit", money_name(findings.ranking.unit)},
                  {"years", std::move(years)},
                  {"rows", comparison_rows(findings.ranking, language)}};
    if (findings.together == nullptr) {
        object.emplace_back("sums", nullptr);
        return object;
    }
    const Overview& overview = *findings.together;
    object.emplace_back("price_level", overview.price_level == 0 ? Data(nullptr) : whole(overview.price_level));
    object.emplace_back("sums", sums(overview));
    if (!overview.payers.empty()) object.emplace_back("payers", payers(overview));
    if (!overview.frames.empty()) object.emplace_back("frames", frames(overview));
    if (!overview.claims.empty()) object.emplace_back("budgets", budgets(overview));
    return object;
}

}  // namespace provenu::report
