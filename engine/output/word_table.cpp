#include "output/word_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "output/lettering.hpp"
#include "output/markup.hpp"
#include "output/word_widths.hpp"

namespace provenu::output {
namespace {

using report::Column;
using report::Row;
using report::Table;

constexpr std::size_t most_rows_on_a_page = 45;
constexpr std::string_view bold = "<w:b/>";

/// What a row looks like.
struct RowLook {
    bool is_bold = false;
    bool is_italic = false;
    int indent = 0;
    std::string_view border;  ///< above it
};

RowLook look_of(Row::Role role) {
    constexpr std::string_view thin = R"(<w:top w:val="single" w:sz="4" w:space="0" w:color="1F3A4D"/>)";
    constexpr std::string_view thick = R"(<w:top w:val="single" w:sz="8" w:space="0" w:color="1F3A4D"/>)";
    constexpr int step = 100;
    switch (role) {
        case Row::Role::group:
            return {true, false, 0, ""};
        case Row::Role::line:
            return {false, false, 0, ""};
        case Row::Role::subtotal:
            return {false, false, 0, thin};
        case Row::Role::of_which:
            return {false, true, step, ""};
        case Row::Role::total:
            return {true, false, 0, thin};
        case Row::Role::net:
            return {true, false, 0, thick};
        case Row::Role::result:
            break;
    }
    return {};
}

/// One cell: how many columns it takes, and its text.
struct WordCell {
    int width = 0;
    std::size_t columns = 1;
    std::string text;
    bool is_right = false;
    bool is_figure = false;
    bool is_label = false;
};

class TableXml {
 public:
    TableXml(const Table& table, wording::Language language, int room)
        : table_(table), language_(language), widths_(column_widths(table, language, room)), room_(room) {}

    [[nodiscard]] std::string xml() const {
        std::string out = R"(<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/>)";
        out += fmt::format(R"(<w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>)", room_);
        out +=
            R"(<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>)";
        if (!table_.caption.empty()) out += fmt::format(R"(<w:tblCaption w:val="{}"/>)", in_markup(table_.caption));
        out += "</w:tblPr><w:tblGrid>";
        for (const int width : widths_) out += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
        out += "</w:tblGrid>" + heading_row();
        for (std::size_t i = 0; i < table_.rows.size(); ++i) out += body_row(table_.rows[i], i + 1 == table_.rows.size());
        return out + "</w:tbl>";
    }

 private:
    [[nodiscard]] std::string cell_xml(const WordCell& cell, const RowLook& look, bool keep_next) const {
        std::string out = fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", cell.width);
        if (cell.columns > 1) out += fmt::format(R"(<w:gridSpan w:val="{}"/>)", cell.columns);
        if (!look.border.empty()) out += fmt::format("<w:tcBorders>{}</w:tcBorders>", look.border);
        if (cell.is_figure) out += "<w:noWrap/>";
        out += has_figures_ ? R"(<w:vAlign w:val="bottom"/></w:tcPr>)" : "</w:tcPr>";
        std::string properties = keep_next ? "<w:keepNext/>" : "";
        if (look.indent > 0 && cell.is_label) properties += fmt::format(R"(<w:ind w:left="{}"/>)", look.indent);
        if (cell.is_right) properties += R"(<w:jc w:val="right"/>)";
        out += R"(<w:p><w:pPr><w:pStyle w:val="TableText"/>)" + properties + "</w:pPr>";
        const std::string letters = std::string(look.is_bold ? bold : "") + (look.is_italic ? "<w:i/>" : "");
        if (!cell.text.empty()) out += word_run(cell.text, letters);
        return out + "</w:p></w:tc>";
    }

    [[nodiscard]] std::string row_xml(const std::vector<WordCell>& cells, const RowLook& look, bool is_heading,
                                      bool keep_next) const {
        std::string out = R"(<w:tr><w:trPr><w:cantSplit/>)";
        if (is_heading) out += "<w:tblHeader/>";
        out += "</w:trPr>";
        for (const WordCell& cell : cells) out += cell_xml(cell, look, keep_next);
        return out + "</w:tr>";
    }

    [[nodiscard]] std::string heading_row() const {
        std::vector<WordCell> cells;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            cells.push_back({widths_[i], 1, heading(table_, i), table_.columns[i].align == Column::Align::right, false});
        return row_xml(cells, {.is_bold = true}, true, true);
    }

    /// A short table stays on one page.
    [[nodiscard]] bool keeps(bool is_last) const { return !is_last && table_.rows.size() <= most_rows_on_a_page; }

    [[nodiscard]] std::string body_row(const Row& row, bool is_last) const {
        return row_xml(cells_of(row), look_of(row.role), false, keeps(is_last));
    }

    [[nodiscard]] int width_of(std::size_t from, std::size_t until) const {
        return std::accumulate(widths_.begin() + static_cast<std::ptrdiff_t>(from),
                               widths_.begin() + static_cast<std::ptrdiff_t>(until), 0);
    }

    [[nodiscard]] std::vector<WordCell> cells_of(const Row& row) const {
        const std::size_t count = table_.columns.size();
        const std::string label = shown_label(row, language_);
        if (row.role == Row::Role::group) return {{room_, count, label, false, false}};
        if (row.outcome && count > 1) {
            const std::size_t split = first_of_figures();
            return {{width_of(0, split), split, label, false, false},
                    {width_of(split, count), count - split, row.outcome->words, false, false}};
        }
        std::vector<WordCell> cells;
        for (std::size_t i = 0; i < count; ++i) {
            const bool is_figure = i < row.cells.size() && std::holds_alternative<report::Figure>(row.cells[i].content);
            const std::string text = i == 0 ? label : i < row.cells.size() ? shown(row.cells[i], language_) : "";
            cells.push_back({widths_[i], 1, text, table_.columns[i].align == Column::Align::right, is_figure, i == 0});
        }
        return cells;
    }

    /// Where the columns of figures begin; what a row says in words stands there.
    [[nodiscard]] std::size_t first_of_figures() const {
        for (std::size_t i = 1; i < table_.columns.size(); ++i)
            if (table_.columns[i].align == Column::Align::right) return i;
        return 1;
    }

    const Table& table_;
    wording::Language language_;
    std::vector<int> widths_;
    int room_;
    bool has_figures_ = std::ranges::any_of(table_.rows, [](const Row& row) {
        return std::ranges::any_of(row.cells,
                                   [](const report::Cell& cell) { return std::holds_alternative<report::Figure>(cell.content); });
    });
};

}  // namespace

std::string word_run(std::string_view text, std::string_view properties) {
    const std::string looks = properties.empty() ? "" : fmt::format("<w:rPr>{}</w:rPr>", properties);
    return fmt::format(R"(<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>)", looks, in_markup(text));
}

std::string word_paragraph(std::string_view style, std::string_view text, std::string_view properties) {
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, properties, word_run(text));
}

std::string word_table(const Table& table, wording::Language language, int room) {
    std::string out;
    if (!table.caption.empty()) out += word_paragraph("Caption", table.caption);
    if (!table.columns.empty()) out += TableXml(table, language, room).xml();
    for (const std::string& note : table.notes) out += word_paragraph("TableNote", note);
    return out + word_paragraph("TableNote", "");  // two tables in a row would become one
}

}  // namespace provenu::output
