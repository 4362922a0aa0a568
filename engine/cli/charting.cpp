#include "cli/charting.hpp"

#include <string>
#include <utility>

#include "cli/options.hpp"
#include "provenu/report/charts.hpp"
#include "provenu/report/portfolio.hpp"
#include "provenu/report/tornado.hpp"

namespace provenu::cli {
namespace {

using Picture = diag::Result<report::Item>;

Picture tornado_of(const PaperOf& proposal, wording::Language language) {
    auto found = sensitivity_of(proposal);
    if (!found.value) return {std::nullopt, std::move(found.diagnostics)};
    return {report::tornado_bars(*found.value, proposal.scenes.front().plan, language), std::move(found.diagnostics)};
}

Picture fan_of(const PaperOf& proposal, wording::Language language) {
    auto simulation = simulation_of(proposal);
    if (!simulation.value) return {std::nullopt, std::move(simulation.diagnostics)};
    return {report::fan_chart(simulation.value->proposals.front(), proposal.scenes.front().plan, language),
            std::move(simulation.diagnostics)};
}

std::string chart_asked(const Asked& asked) {
    return asked.value("chart").value_or("net");
}

}  // namespace

Option chart_option() {
    return {
        "chart", "", Takes::text, "WHICH", "What an .svg or .png shows (default: net)", {"net", "scenarios", "tornado", "fan"}};
}

Picture picture_of(const PaperOf& proposal, const Asked& asked) {
    const Computed& first = proposal.scenes.front();
    const auto language = language_of_output(asked, first.plan.language);
    const std::string chart = chart_asked(asked);
    if (chart == "scenarios") return {report::scenarios_chart(cases_of(proposal.scenes), language), {}};
    if (chart == "tornado") return tornado_of(proposal, language);
    if (chart == "fan") return fan_of(proposal, language);
    return {report::net_chart(first.plan, first.figures, language), {}};
}

Picture picture_of(const Together& together, const Asked& asked) {
    Picture picture;
    if (chart_asked(asked) != "net")
        picture.diagnostics.error("P958", {}, {{"written", chart_asked(asked)}, {"of", "--chart"}, {"all", "net"}});
    else if (together.sums)
        picture.value = report::portfolio_chart(*together.sums, language_of_output(asked, language_of(together.ranking)));
    return picture;
}

}  // namespace provenu::cli
