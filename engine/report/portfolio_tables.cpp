#include "report/portfolio_tables.hpp"

#include <algorithm>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

using portfolio::SharedFrame;

class Sheet {
 public:
    Sheet(const Together& together, const std::string& caption) : together_(together) {
        table_.caption = words(caption);
        table_.unit = unit_of_amounts(together.overview.book.money, together.overview.price_level, together.language);
        table_.columns.push_back(label_column());
        add_year_columns(table_.columns, years());
    }

    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(together_.language, key, arguments);
    }
    [[nodiscard]] quantity::Years years() const { return together_.overview.book.axis.table; }
    [[nodiscard]] int decimals() const { return decimals_of(together_.overview.book.money); }

    void group(const std::string& label) {
        table_.rows.push_back(row(Row::Role::group, "", {label_cell(label)}, table_.columns.size()));
    }

    struct Heading {
        Row::Role role;
        std::string section;
        std::string label;
        std::string code;
    };
    void add(const Heading& heading, const std::string& name) {
        add(heading, together_.overview.figures.table(name), std::vector<bool>(static_cast<std::size_t>(years().count()), true));
    }
    void add(const Heading& heading, const std::vector<double>& values, const std::vector<bool>& given) {
        std::vector<Cell> cells{{heading.label, "", heading.code}};
        for (std::size_t i = 0; i < values.size(); ++i)
            cells.push_back(given[i] ? figure_cell({values[i], decimals(), 0}, "") : Cell{});
        table_.rows.push_back(row(heading.role, heading.section, std::move(cells), table_.columns.size()));
    }
    void add(const Heading& heading, Outcome outcome) {
        table_.rows.push_back(row(heading.role, heading.section, {{heading.label, "", heading.code}}, table_.columns.size()));
        table_.rows.back().outcome = std::move(outcome);
    }
    void note(std::string note) { table_.notes.push_back(std::move(note)); }

    Table take() { return std::move(table_); }

 private:
    const Together& together_;
    Table table_;
};

std::string label_of(const Together& together, const std::string& payer) {
    const auto& payers = together.overview.payers;
    const auto found = std::ranges::find(payers, payer, &compile::PlannedPayer::id);
    const std::string otherwise = payer == "municipality" ? wording::text(together.language, "portfolio.municipality") : payer;
    return found == payers.end() ? otherwise : in_words(found->label, together.language, otherwise);
}

std::string label_of(const Together& together, const SharedFrame& frame) {
    std::string otherwise = frame.payer.empty() ? "" : label_of(together, frame.payer);
    for (const model::Area& area : together.overview.areas)
        if (area.id.value == frame.area)
            otherwise += (otherwise.empty() ? "" : ", ") + in_words(area.label, together.language, frame.area);
    if (otherwise.empty()) otherwise = wording::text(together.language, "frames.whole");
    return in_words(frame.label, together.language, otherwise);
}

void add_section(Sheet& sheet, const Together& together, const std::string& section) {
    sheet.group(sheet.words("table." + section));
    for (const model::Area& area : together.overview.areas) {
        const std::string name = section + "." + area.id.value;
        const auto values = together.overview.figures.table(name);
        if (std::ranges::all_of(values, [](double value) { return value == 0; })) continue;
        sheet.add({Row::Role::line, section + "_total_" + area.id.value, in_words(area.label, together.language, area.id.value),
                   area.id.value},
                  name);
    }
    sheet.add({Row::Role::total, section + "_total", sheet.words("table." + section + ".total"), ""}, section + ".total");
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& each : names) all += (all.empty() ? "" : ", ") + each;
    return all;
}

}  // namespace

FrameStanding standing_of(const portfolio::Overview& overview, const SharedFrame& frame) {
    return {overview.book.axis.table, frame.given, overview.figures.table("frame." + frame.id + ".missing"), overview.book.money};
}

Table sums_by_area(const Together& together) {
    Sheet sheet(together, "portfolio.sums");
    for (const std::string section : {"recurring", "implementation"}) add_section(sheet, together, section);
    sheet.add({Row::Role::net, "net", sheet.words("table.net"), ""}, "net");
    sheet.add({Row::Role::net, "balance", sheet.words("table.balance"), ""}, "balance");
    sheet.note(sheet.words("table.note.sign"));
    if (together.overview.continues) sheet.note(sheet.words("portfolio.note.continues"));
    return sheet.take();
}

Table sums_by_payer(const Together& together) {
    Sheet sheet(together, "portfolio.payers");
    for (const compile::PlannedPayer& payer : together.overview.payers) {
        sheet.group(label_of(together, payer.id));
        for (const std::string what : {"net", "balance"})
            sheet.add({Row::Role::line, "payer_" + what, sheet.words("table." + what), payer.id},
                      "payer." + payer.id + "." + what);
    }
    return sheet.take();
}

Table shared_frames(const Together& together) {
    Sheet sheet(together, "portfolio.frames");
    const auto& frames = together.overview.frames;
    for (const SharedFrame& frame : frames) {
        sheet.group(label_of(together, frame));
        const std::string name = "frame." + frame.id;
        const auto values = [&](const std::string& what) { return together.overview.figures.table(name + what); };
        sheet.add({Row::Role::line, "frame_limit", sheet.words("frames.limit"), frame.id}, values(".limit"), frame.given);
        sheet.add({Row::Role::line, "frame_used", sheet.words("frames.used"), frame.id}, name + ".used");
        sheet.add({Row::Role::line, "frame_missing", sheet.words("frames.missing"), frame.id}, values(".missing"), frame.given);
    }
    for (const SharedFrame& frame : frames) {
        const std::string said = in_words(standing_of(together.overview, frame), together.language);
        sheet.add({Row::Role::result, "frame_holds", label_of(together, frame), frame.id}, Outcome{said, {}, said});
        sheet.note(
            sheet.words("portfolio.note.frame", {{"frame", label_of(together, frame)}, {"proposals", joined(frame.proposals)}}));
    }
    return sheet.take();
}

Table shared_budgets(const Together& together) {
    Sheet sheet(together, "portfolio.budgets");
    const quantity::Years table = sheet.years();
    const double to_unit = quantity::factor(quantity::Money{0}, together.overview.book.money);
    for (const portfolio::Claim& claim : together.overview.claims) {
        std::vector<double> values(static_cast<std::size_t>(table.count()));
        for (int year = claim.years.first; year <= claim.years.last; ++year)
            values[static_cast<std::size_t>(year - table.first)] =
                to_unit * claim.claimed[static_cast<std::size_t>(year - claim.years.first)];
        const std::string budget = in_words(claim.label, together.language, claim.budget);
        sheet.add({Row::Role::line, "budget_claimed", sheet.words("claims.claimed", {{"budget", budget}}), claim.budget}, values,
                  std::vector<bool>(values.size(), true));
        const double most = *std::ranges::max_element(claim.share);
        sheet.note(sheet.words(
            "portfolio.note.budget",
            {{"budget", budget}, {"proposals", joined(claim.proposals)}, {"share", wording::percent(together.language, most)}}));
    }
    return sheet.take();
}

}  // namespace provenu::report
