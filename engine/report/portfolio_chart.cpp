#include <string>
#include <vector>

#include "provenu/report/portfolio.hpp"
#include "report/large_amounts.hpp"
#include "report/layout.hpp"

namespace provenu::report {

Chart portfolio_chart(const portfolio::Overview& overview, wording::Language language) {
    const quantity::Years years = overview.book.axis.table;
    const auto net = overview.figures.table("net");
    const auto balance = overview.figures.table("balance");
    const auto said = [&](double amount) { return spent_or_gained(language, amount, overview.book.money); };
    const std::vector<diag::Argument> arguments{{"first", std::to_string(years.first)},
                                                {"last", std::to_string(years.last)},
                                                {"at_first", said(net.front())},
                                                {"at_last", said(net.back())},
                                                {"end", said(balance.back())}};
    const auto words = [&](const std::string& key) { return wording::text(language, "portfolio.chart" + key, arguments); };
    Chart chart;
    chart.id = "net";
    chart.caption = words("");
    chart.alternative = words(".alternative");
    const std::string unit = unit_of_amounts(overview.book.money, overview.price_level, language);
    chart.unit = wording::text(language, "charts.unit", {{"unit", unit}});
    for (int year = years.first; year <= years.last; ++year) chart.categories.push_back(std::to_string(year));
    chart.series = {{Chart::Series::Kind::columns, words(".net"), net}, {Chart::Series::Kind::line, words(".balance"), balance}};
    return chart;
}

}  // namespace provenu::report
