#include "provenu/report/drawn.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "provenu/report/simulation.hpp"
#include "provenu/wording/number.hpp"
#include "report/distributions.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"
#include "report/simulation_words.hpp"

namespace provenu::report {
namespace {

using risk::Uncertain;

/// Builds the tables of what is drawn.
class Sheets {
 public:
    Sheets(const risk::Uncertainty& proposal, const risk::Drawing& drawing, wording::Language language)
        : proposal_(proposal), drawing_(drawing), language_(language) {
        for (const Uncertain& input : proposal.inputs) as_written_.push_back(&input);
        std::ranges::stable_sort(as_written_, {}, [](const Uncertain* input) {
            const diag::Place& place = input->place;
            return std::tuple(place.source ? place.source->path : std::string(), place.line, place.column);
        });
    }

    [[nodiscard]] Table quantities() const {
        Table table;
        table.caption = text("caption");
        table.columns = {label_column(),   {text("distribution"), "distribution", Column::Align::left},
                         column("base"),   column("low"),
                         column("middle"), column("high")};
        for (const Uncertain* input : as_written_) table.rows.push_back(quantity_row(*input, table.columns.size()));
        table.notes.push_back(text("note"));
        for (std::string& source : sources()) table.notes.push_back(std::move(source));
        return table;
    }

    [[nodiscard]] Table correlations() const {
        Table table;
        table.caption = text("correlations");
        table.columns = {label_column(), column("asked"), column("realised")};
        const auto realised = risk::realised(proposal_, drawing_);
        for (std::size_t i = 0; i < proposal_.correlations.size(); ++i) {
            const chance::RankCorrelation& each = proposal_.correlations[i];
            table.rows.push_back(
                row(Row::Role::line, "drawn_correlation",
                    {label_cell(text("pair", {{"first", quoted(name(each.first))}, {"second", quoted(name(each.second))}})),
                     figure_cell({each.value, 3, 0}, ""), figure_cell({realised[i], 3, 0}, "")},
                    table.columns.size()));
        }
        table.notes.push_back(text("correlations.note"));
        return table;
    }

    /// What is drawn row by row from one file of draws, a sentence for each such file.
    [[nodiscard]] std::vector<std::string> rows_of_files() const {
        std::vector<std::pair<const Uncertain*, std::string>> files;  // the first of each, and all names
        std::vector<bool> several;
        for (const Uncertain* input : as_written_) {
            if (input->file.empty()) continue;
            const std::string name = quoted(lever_name(input->lever, language_));
            const auto found =
                std::ranges::find(files, input->marginal.stream, [](const auto& file) { return file.first->marginal.stream; });
            if (found == files.end()) {
                files.emplace_back(input, name);
                several.push_back(false);
                continue;
            }
            found->second += ", " + name;
            several[static_cast<std::size_t>(found - files.begin())] = true;
        }
        std::vector<std::string> said;
        for (std::size_t i = 0; i < files.size(); ++i)
            if (several[i]) said.push_back(text("rows", {{"names", files[i].second}, {"file", files[i].first->file}}));
        return said;
    }

 private:
    [[nodiscard]] std::string quoted(const std::string& name) const {
        return wording::text(language_, "lever.quoted", {{"name", name}});
    }
    [[nodiscard]] std::string text(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, "drawn." + key, arguments);
    }
    [[nodiscard]] Column column(const std::string& key) const { return {text(key), key, Column::Align::right}; }
    [[nodiscard]] std::string name(std::size_t input) const { return lever_name(proposal_.inputs[input].lever, language_); }

    /// Each source once, with what it is the source of; that is left out where it is all.
    [[nodiscard]] std::vector<std::string> sources() const {
        std::vector<std::pair<std::string, std::string>> names;  // by source, in the order they occur
        std::size_t of_first = 0;
        for (const Uncertain* each : as_written_) {
            const Uncertain& input = *each;
            if (input.source.empty()) continue;
            const std::string name = lever_name(input.lever, language_);
            const auto found = std::ranges::find(names, input.source, &std::pair<std::string, std::string>::first);
            if (found == names.end())
                names.emplace_back(input.source, name);
            else
                found->second += ", " + name;
            of_first += input.source == names.front().first ? 1 : 0;
        }
        if (of_first == proposal_.inputs.size()) return {text("source.all", {{"source", names.front().first}})};
        std::vector<std::string> said;
        for (const auto& [source, of] : names) said.push_back(text("source", {{"name", of}, {"source", source}}));
        return said;
    }

    [[nodiscard]] Row quantity_row(const Uncertain& input, std::size_t columns) const {
        const LeverScale scale = scale_of(input, proposal_.plan);
        const chance::Distribution& distribution = input.marginal.distribution;
        const auto value = [&](double number) -> Cell {
            return {lever_value(number, scale, Toward::nearest, language_), "", ""};
        };
        std::string words = distribution_in_words(input, scale, language_);
        std::string label = lever_name(input.lever, language_);
        if (const auto unit = lever_unit(scale, language_); !unit.empty() && !scale.is_factor) label += " (" + unit + ")";
        return row(Row::Role::line, "drawn",
                   {{label, "", input.lever.id},
                    label_cell(std::move(words)),
                    value(input.base),
                    value(chance::quantile(distribution, 0.1)),
                    value(chance::quantile(distribution, 0.5)),
                    value(chance::quantile(distribution, 0.9))},
                   columns);
    }

    const risk::Uncertainty& proposal_;
    const risk::Drawing& drawing_;
    wording::Language language_;
    std::vector<const Uncertain*> as_written_;
};

}  // namespace

Document drawn(const Drawn& what, std::string_view version, wording::Language language) {
    const auto& [proposal, drawing, scene] = what;
    const auto text = [language](const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
        return wording::text(language, key, arguments);
    };
    Document document;
    document.items.emplace_back(
        Heading{text("drawn.heading", {{"title", in_words(proposal.plan.title, language, proposal.plan.id)}}), 1});
    say_scenario(document.items, proposal.plan, language);
    if (proposal.inputs.empty()) {
        document.items.emplace_back(Paragraph{text("simulation.certain")});
        return document;
    }
    document.items.emplace_back(
        Paragraph{text("drawn.how", {{"draws", wording::number(language, static_cast<double>(drawing.draws))},
                                     {"method", text("simulation.method." + name(drawing.method))},
                                     {"seed", std::to_string(drawing.seed)},
                                     {"version", std::string(version)}})});
    document.items.emplace_back(Paragraph{text("drawn.method." + name(drawing.method))});
    const Sheets sheets(proposal, drawing, language);
    document.items.emplace_back(sheets.quantities());
    const auto rows = sheets.rows_of_files();
    for (const std::string& each : rows) document.items.emplace_back(Paragraph{each});
    if (!proposal.correlations.empty())
        document.items.emplace_back(sheets.correlations());
    else if (proposal.inputs.size() > 1)
        document.items.emplace_back(Paragraph{text(rows.empty() ? "drawn.independent" : "drawn.independent.else")});
    const std::uint64_t any = std::min<std::uint64_t>(drawing.draws, 4711);
    document.items.emplace_back(Paragraph{text("drawn.again", {{"options", options_of_draw(drawing, any) + scene}})});
    return document;
}

}  // namespace provenu::report
