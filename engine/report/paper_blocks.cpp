#include <algorithm>

#include "report/layout.hpp"
#include "report/paper_sections.hpp"

namespace provenu::report {
namespace {

using model::RiskAssessment;
using model::Text;
using Texts = std::vector<std::string>;

/// A section's heading and what stands under it.
class Section {
 public:
    Section(const Findings& findings, const std::string& key) : language_(findings.language), key_("paper." + key) {
        items_.emplace_back(Heading{wording::text(language_, key_), 2});
    }

    [[nodiscard]] std::string said(const Text& text) const { return in_words(text, language_, ""); }

    void add(const std::string& paragraph) {
        if (!paragraph.empty()) items_.emplace_back(Paragraph{paragraph});
    }

    /// A table of texts; a column that no row has anything in is left out.
    void add_table(const Texts& columns, const std::vector<Texts>& rows) {
        Table table;
        std::vector<std::size_t> shown;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (std::ranges::any_of(rows, [i](const Texts& row) { return !row[i].empty(); })) shown.push_back(i);
        for (const std::size_t i : shown)
            table.columns.push_back({wording::text(language_, key_ + "." + columns[i]), columns[i], Column::Align::left});
        for (const Texts& each : rows) {
            std::vector<Cell> cells;
            for (const std::size_t i : shown) cells.push_back(label_cell(each[i]));
            table.rows.push_back(row(Row::Role::line, key_, std::move(cells), shown.size()));
        }
        if (!rows.empty()) items_.emplace_back(std::move(table));
    }

    [[nodiscard]] Items items() && { return std::move(items_); }

 private:
    wording::Language language_;
    std::string key_;
    Items items_;
};

std::string name(RiskAssessment::Level level) {
    switch (level) {
        case RiskAssessment::Level::low:
            return "low";
        case RiskAssessment::Level::low_to_medium:
            return "low-to-medium";
        case RiskAssessment::Level::medium:
            return "medium";
        case RiskAssessment::Level::medium_to_high:
            return "medium-to-high";
        case RiskAssessment::Level::high:
            break;
    }
    return "high";
}

}  // namespace

Items purpose_and_summary(const Findings& findings) {
    Items items;
    const auto add = [&](const std::string& key, const Text& text) {
        const std::string words = in_words(text, findings.language, "");
        if (words.empty()) return;
        Section section(findings, key);
        section.add(words);
        std::ranges::move(std::move(section).items(), std::back_inserter(items));
    };
    add("purpose", findings.plan.paper.purpose);
    add("summary", findings.plan.paper.summary);
    return items;
}

Items follow_up(const Findings& findings) {
    if (findings.plan.paper.follow_up.empty()) return {};
    Section section(findings, "follow_up");
    std::vector<Texts> rows;
    for (const model::FollowUp& each : findings.plan.paper.follow_up)
        rows.push_back(
            {section.said(each.target), section.said(each.measured_by), section.said(each.responsible), section.said(each.when)});
    section.add_table({"target", "measured_by", "responsible", "when"}, rows);
    return std::move(section).items();
}

Items risk_assessment(const Findings& findings) {
    const auto& risk = findings.plan.paper.risk;
    if (!risk) return {};
    Section section(findings, "risk");
    if (risk->level) {
        const std::string level = wording::text(findings.language, "paper.risk.level." + name(*risk->level));
        section.add(wording::text(findings.language, "paper.risk.level", {{"level", level}}));
    }
    section.add(section.said(risk->text));
    std::vector<Texts> rows;
    for (const model::Hazard& each : risk->risks) rows.push_back({section.said(each.risk), section.said(each.mitigation)});
    section.add_table({"risk", "mitigation"}, rows);
    return std::move(section).items();
}

Items who_was_heard(const Findings& findings) {
    if (findings.plan.paper.heard.empty()) return {};
    Section section(findings, "heard");
    std::vector<Texts> rows;
    for (const model::Heard& each : findings.plan.paper.heard)
        rows.push_back({section.said(each.who), section.said(each.when), section.said(each.says)});
    section.add_table({"who", "when", "says"}, rows);
    return std::move(section).items();
}

}  // namespace provenu::report
