#include <algorithm>

#include "provenu/wording/number.hpp"
#include "report/frame_standing.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

using compile::PlannedFrame;

/// Its label, or else what it is a frame of.
std::string label_of(const Findings& findings, const PlannedFrame& frame) {
    std::string otherwise = frame.payer.empty() ? "" : payer_label(findings, frame.payer);
    if (!frame.area.empty()) otherwise += (otherwise.empty() ? "" : ", ") + area_label(findings, frame.area);
    if (otherwise.empty()) otherwise = wording::text(findings.language, "frames.whole");
    return in_words(frame.label, findings.language, otherwise);
}

void add_row(const Findings& findings, Table& table, const PlannedFrame& frame, const std::string& what) {
    const std::string definition = "frame." + frame.id + "." + what;
    std::vector<Cell> cells{{wording::text(findings.language, "frames." + what), "", frame.id}};
    std::vector<Cell> years = year_cells(findings, definition);
    for (std::size_t i = 0; i < years.size(); ++i) {
        const bool silent = !frame.given[i] && what != "used";
        if (silent) years[i].content = {};
        cells.push_back(std::move(years[i]));
    }
    table.rows.push_back(row(Row::Role::line, "frame_" + what, std::move(cells), table.columns.size()));
}

void add_outcome(const Findings& findings, Table& table, const PlannedFrame& frame) {
    const std::string said = in_words(standing_of(findings, frame), findings.language);
    const std::string label = wording::text(findings.language, "frames.holds", {{"frame", label_of(findings, frame)}});
    table.rows.push_back(row(Row::Role::result, "frame_holds", {{label, "", frame.id}}, table.columns.size()));
    table.rows.back().outcome = Outcome{said, {}, said};
}

}  // namespace

Table frame_table(const Findings& findings) {
    Table table = yearly_table(findings, "frames.caption");
    for (const PlannedFrame& frame : findings.plan.frames) {
        const bool net = frame.counts == model::Frame::Counts::net;
        const std::string counts = wording::text(findings.language, net ? "frames.net" : "frames.gross");
        const std::string group =
            wording::text(findings.language, "frames.group", {{"frame", label_of(findings, frame)}, {"counts", counts}});
        table.rows.push_back(row(Row::Role::group, "", {label_cell(group)}, table.columns.size()));
        for (const char* what : {"limit", "used", "missing"}) add_row(findings, table, frame, what);
    }
    for (const PlannedFrame& frame : findings.plan.frames) add_outcome(findings, table, frame);
    table.notes.push_back(wording::text(findings.language, "frames.note"));
    return table;
}

Table frame_freed_table(const Findings& findings) {
    Table table = yearly_table(findings, "frame_freed.caption");
    const auto add = [&](Row::Role role, const std::string& key, const std::string& definition) {
        std::vector<Cell> cells{label_cell(wording::text(findings.language, key))};
        for (Cell& cell : year_cells(findings, definition)) cells.push_back(std::move(cell));
        const std::string section = "frame_freed" + (key == "frame_freed.all" ? "" : "_" + key.substr(key.find('.') + 1));
        table.rows.push_back(row(role, section, std::move(cells), table.columns.size()));
    };
    add(Row::Role::subtotal, "frame_freed.all", "frame_freed");
    for (const std::string part : {"frame_freed.efficiency", "frame_freed.conversion"}) add(Row::Role::of_which, part, part);
    add(Row::Role::subtotal, "frame_freed.implementation", "frame_freed.implementation");
    table.notes.push_back(wording::text(findings.language, "frame_freed.note"));
    return table;
}

}  // namespace provenu::report
