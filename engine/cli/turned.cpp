#include "cli/turned.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/console.hpp"
#include "cli/mistakes.hpp"
#include "cli/options.hpp"
#include "cli/scenes.hpp"
#include "provenu/diag/nearest.hpp"
#include "provenu/risk/lever.hpp"

namespace provenu::cli {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace

Turnable turnable(const Asked& asked, wording::Language messages) {
    auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return {std::nullopt, {}, status_of(question.diagnostics)};
    question.value->with_proposal = true;
    auto answer = compute(asked.all("FILE"), *question.value, messages);
    if (answer.proposals.empty()) return {std::nullopt, {}, answer.status};
    return {std::move(answer.proposals.front().front()), question.value->choices, answer.status};
}

void check_levers(const model::Proposal& proposal, const std::vector<std::string>& ids, diag::Diagnostics& found) {
    static constexpr Said danish[] = {{"besparelser", "savings"},
                                      {"besparelserne", "savings"},
                                      {"varig", "recurring"},
                                      {"varige", "recurring"},
                                      {"nettoeffekt", "recurring"}};
    const auto known = risk::levers_of(proposal);
    for (const std::string& id : ids) {
        if (std::ranges::find(known, id) != known.end()) continue;
        std::vector<diag::Argument> arguments{{"written", id}, {"proposal", proposal.id.value}};
        const auto near = name_meant(id, known, danish);
        arguments.push_back(near ? diag::Argument{"nearest", *near} : diag::Argument{"all", listed(known)});
        found.error(near ? "P830" : "P831", {}, std::move(arguments));
    }
}

std::optional<int> whole_number_asked(const Asked& asked, const WholeNumber& wanted, diag::Diagnostics& found) {
    const auto written = asked.value(wanted.option);
    if (!written) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(written->data(), written->data() + written->size(), number);
    const bool whole = error == std::errc{} && end == written->data() + written->size();
    if (whole && number >= wanted.least && number <= wanted.most) return number;
    found.error(wanted.code, {},
                {{"written", *written}, {"most", std::to_string(wanted.most)}, {"option", "--" + wanted.option}});
    return std::nullopt;
}

Option measure_option() {
    return {"measure",
            "",
            Takes::text,
            "MEASURE",
            "What to judge by: sum of the table's years, sum:4 of the first four, net[2028] of one year, npv the present value, "
            "payback "
            "in years; with .service on service alone, as in payback.service (default: sum)",
            {}};
}

std::optional<risk::Measure> measure_asked(const Asked& asked, const compile::Plan& plan, diag::Diagnostics& found) {
    const auto written = asked.value("measure");
    if (!written) return risk::Measure{};
    const auto measure = risk::read_measure(*written);
    const quantity::Years years = plan.book.axis.all();
    if (measure && risk::is_within(*measure, plan)) return measure;
    const auto names = risk::names_of_measures(plan.book.axis.table);
    if (measure)
        found.error("P835", {},
                    {{"written", *written}, {"first", std::to_string(years.first)}, {"last", std::to_string(years.last)}});
    else if (const auto near = diag::nearest(*written, names))
        found.error("P833", {}, {{"written", *written}, {"nearest", *near}});
    else
        found.error("P834", {}, {{"written", *written}, {"all", listed(names)}});
    return std::nullopt;
}

std::vector<Option> convention_options() {
    return {basis_option(), horizon_option()};
}

void add_shared_options(std::vector<Option>& options) {
    for (Option& option : std::vector<Option>{language_option(), price_level_option(), date_option()})
        options.push_back(std::move(option));
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
}

}  // namespace provenu::cli
