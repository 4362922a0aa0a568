#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "provenu/report/comparison.hpp"
#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/run_data.hpp"
#include "report/traced.hpp"

namespace provenu::report {
namespace {

using whatif::Difference;
using whatif::InputDifference;
using whatif::LineDifference;
using whatif::YearDifference;
using Where = LineDifference::Where;

/// Tells a difference in words.
class Telling {
 public:
    Telling(const Difference& difference, wording::Language language)
        : difference_(difference),
          language_(language),
          before_{*difference.before.plan, *difference.before.figures, language},
          after_{*difference.after.plan, *difference.after.figures, language},
          traced_before_(before_.plan, language),
          traced_after_(after_.plan, language) {}

    [[nodiscard]] Document tell() const {
        Document document;
        document.items.emplace_back(Heading{words("difference.heading", {{"before", called(before_.plan, after_.plan)},
                                                                         {"after", called(after_.plan, before_.plan)}}),
                                            1});
        if (before_.plan.price_level != after_.plan.price_level)
            document.items.emplace_back(
                Paragraph{words("difference.price_levels", {{"before", std::to_string(before_.plan.price_level)},
                                                            {"after", std::to_string(after_.plan.price_level)}})});
        if (difference_.lines.empty() && difference_.payers.empty()) {
            document.items.emplace_back(Paragraph{words("difference.none")});
            return document;
        }
        document.items.emplace_back(table());
        document.items.emplace_back(reasons());
        for (const Basis basis : {Basis::total, Basis::service}) document.items.emplace_back(payback(basis));
        return document;
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }
    [[nodiscard]] std::string amount(double value) const { return wording::number(language_, value, after_.decimals()); }

    /// A plan's title, and its scenario where that is what tells the two apart.
    [[nodiscard]] std::string called(const compile::Plan& plan, const compile::Plan& other) const {
        const std::string title = in_words(plan.title, language_, plan.id);
        if (title != in_words(other.title, language_, other.id)) return title;
        if (plan.scenario.id != other.scenario.id) return in_words(plan.scenario.label, language_, words("compare.base"));
        return plan.id == other.id ? path_of(plan).value_or(title) : plan.id;
    }

    /// The file it is written in.
    static std::optional<std::string> path_of(const compile::Plan& plan) {
        for (const compile::PlannedLine& line : plan.lines)
            if (const auto* definition = plan.book.find(line.id); definition != nullptr && definition->place.source)
                return definition->place.source->path;
        return std::nullopt;
    }

    [[nodiscard]] Table table() const {
        Table table;
        table.caption = words("difference.caption");
        table.unit = unit_of_amounts(after_.plan.book.money, after_.plan.price_level, language_);
        table.columns.push_back(label_column());
        add_year_columns(table.columns, after_.years());
        for (const LineDifference& line : difference_.lines)
            table.rows.push_back(change_row(line, in_words(line.label, language_, line.id), "difference"));
        for (const LineDifference& payer : difference_.payers)
            table.rows.push_back(change_row(payer, payer_label(payer), "difference_payer"));
        std::vector<Cell> net{label_cell(words("table.net"))};
        for (const double value : difference_.net) net.push_back(figure_cell({value, after_.decimals(), 0}, ""));
        table.rows.push_back(row(Row::Role::net, "difference_net", std::move(net), table.columns.size()));
        return table;
    }

    [[nodiscard]] std::string payer_label(const LineDifference& payer) const {
        return words("difference.payer", {{"payer", in_words(payer.label, language_, payer.id)}});
    }

    [[nodiscard]] Row change_row(const LineDifference& line, std::string label, std::string section) const {
        const quantity::Years years = after_.years();
        std::vector<Cell> cells(static_cast<std::size_t>(years.count()) + 1);
        cells.front() = label_cell(std::move(label));
        for (const YearDifference& each : line.years)
            if (years.contains(each.year))
                cells[static_cast<std::size_t>(each.year - years.first) + 1] =
                    figure_cell({each.after - each.before, after_.decimals(), 0}, "");
        const std::size_t columns = cells.size();
        return row(Row::Role::line, std::move(section), std::move(cells), columns);
    }

    [[nodiscard]] Chain reasons() const {
        Chain chain;
        for (const LineDifference& line : difference_.lines) {
            chain.links.push_back({0, in_words(line.label, language_, line.id) + " (" + line.id + ")"});
            for (const YearDifference& year : line.years)
                chain.links.push_back({1, words("difference.year", {{"year", std::to_string(year.year)},
                                                                    {"before", amount(year.before)},
                                                                    {"after", amount(year.after)}})});
            if (line.beyond)
                chain.links.push_back({1, words("difference.beyond", {{"before", amount(line.beyond->before)},
                                                                      {"after", amount(line.beyond->after)}})});
            for (std::string& reason : why(line)) chain.links.push_back({1, std::move(reason)});
        }
        return chain;
    }

    [[nodiscard]] std::string value(const InputDifference& cause, const std::optional<double>& worth) const {
        if (!worth) return words("difference.absent");
        if (cause.is_percent) return wording::percent(language_, *worth);
        return wording::written_number(language_, *worth);
    }

    [[nodiscard]] std::vector<std::string> why(const LineDifference& line) const {
        if (line.where == Where::before) return {words("difference.only_before")};
        if (line.where == Where::after) return {words("difference.only_after")};
        std::vector<std::string> reasons;
        for (const InputDifference& cause : line.causes)
            reasons.push_back(words("difference.because", {{"name", cause.label.empty() ? cause.name : cause.label},
                                                           {"before", value(cause, cause.before)},
                                                           {"after", value(cause, cause.after)}}));
        if (line.is_written_otherwise) reasons.push_back(written_otherwise(line));
        return reasons;
    }

    [[nodiscard]] std::string written_otherwise(const LineDifference& line) const {
        const int year = line.years.empty() ? after_.years().last : line.years.front().year;
        const auto said = [&](const Findings& in, const Traced& traced) {
            const quantity::Axis& axis = in.plan.book.axis;
            const int column = line.years.empty() ? axis.carried() : axis.column(year);
            const bool inside = column >= 0 && column < axis.columns();
            return inside ? traced.in_words(*in.plan.book.find(line.id), column) : words("difference.absent");
        };
        return words(
            "difference.written",
            {{"year", std::to_string(year)}, {"before", said(before_, traced_before_)}, {"after", said(after_, traced_after_)}});
    }

    [[nodiscard]] Paragraph payback(Basis basis) const {
        return {words("difference.payback." + name(basis),
                      {{"before", payback_outcome(before_, basis).words}, {"after", payback_outcome(after_, basis).words}})};
    }

    const Difference& difference_;
    wording::Language language_;
    Findings before_;
    Findings after_;
    Traced traced_before_;
    Traced traced_after_;
};

using Object = Data::Object;
using List = Data::List;

std::string name(Where where) {
    switch (where) {
        case Where::before:
            return "before";
        case Where::after:
            return "after";
        case Where::both:
            break;
    }
    return "both";
}

Data line_data(const LineDifference& line, wording::Language language) {
    List years;
    for (const YearDifference& each : line.years)
        years.emplace_back(Object{{"year", each.year}, {"before", each.before}, {"after", each.after}});
    List causes;
    for (const InputDifference& cause : line.causes)
        causes.emplace_back(Object{{"name", cause.name},
                                   {"before", cause.before ? Data(*cause.before) : Data(nullptr)},
                                   {"after", cause.after ? Data(*cause.after) : Data(nullptr)}});
    Object object{{"id", line.id},
                  {"label", in_words(line.label, language, line.id)},
                  {"in", name(line.where)},
                  {"years", std::move(years)}};
    if (line.beyond) object.emplace_back("then", Object{{"before", line.beyond->before}, {"after", line.beyond->after}});
    object.emplace_back("causes", std::move(causes));
    return object;
}

Data side_data(const whatif::Case& side, wording::Language language) {
    const Findings findings{*side.plan, *side.figures, language};
    return Object{{"proposal", side.plan->id},
                  {"scenario", side.plan->scenario.id},
                  {"payback", Object{{"total", payback_on(findings, "payback.total")},
                                     {"service", payback_on(findings, "payback.service")}}}};
}

}  // namespace

Document difference(const Difference& difference, wording::Language language) {
    return Telling(difference, language).tell();
}

Data difference_data(const Difference& difference, wording::Language language) {
    List lines;
    for (const LineDifference& line : difference.lines) lines.push_back(line_data(line, language));
    List payers;
    for (const LineDifference& payer : difference.payers) payers.push_back(line_data(payer, language));
    return Object{{"unit", money_name(difference.after.plan->book.money)},
                  {"before", side_data(difference.before, language)},
                  {"after", side_data(difference.after, language)},
                  {"lines", std::move(lines)},
                  {"payers", std::move(payers)},
                  {"net", List(difference.net.begin(), difference.net.end())}};
}

}  // namespace provenu::report
