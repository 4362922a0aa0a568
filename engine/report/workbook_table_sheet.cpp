#include <fmt/format.h>

#include <charconv>

#include "provenu/quantity/rounding.hpp"
#include "provenu/report/run.hpp"
#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/workbook_sentences.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;

/// `anchoring[2026]` as a name and a column; none where it is no address of the book.
struct Address {
    const formula::Definition* definition = nullptr;
    int column = 0;
};

Address read_address(const formula::Book& book, const std::string& text) {
    const auto bracket = text.find('[');
    Address address{book.find(text.substr(0, bracket)), 0};
    if (address.definition == nullptr || bracket == std::string::npos) return address;
    int year = 0;
    std::from_chars(text.data() + bracket + 1, text.data() + text.size(), year);
    address.column = book.axis.column(year);
    return address;
}

Role role_of(Row::Role role) {
    switch (role) {
        case Row::Role::group:
            return Role::group;
        case Row::Role::subtotal:
            return Role::subtotal;
        case Row::Role::of_which:
            return Role::of_which;
        case Row::Role::total:
            return Role::total;
        case Row::Role::net:
            return Role::net;
        case Row::Role::line:
        case Row::Role::result:
            break;
    }
    return Role::figure;
}

Format format_of(int decimals) {
    return decimals == 0 ? Format::whole : decimals == 1 ? Format::one_decimal : Format::two_decimals;
}

/// The document of `run`, its figures as formulas.
class Sheet {
 public:
    Sheet(const CaseSheets& sheets, wording::Language language) : sheets_(sheets), language_(language) {
        sheet_.name = wording::text(language, "workbook.sheet.table");
    }

    WorkSheet build() {
        const Document document = committee_table(sheets_.plan(), sheets_.of->figures, language_);
        for (const Item& item : document.items) {
            if (const auto* table = std::get_if<Table>(&item))
                widest_ = std::max(widest_, static_cast<int>(table->columns.size()));
        }
        for (const Item& item : document.items) {
            if (const auto* heading = std::get_if<Heading>(&item)) add_text(heading->text, Role::title);
            if (const auto* paragraph = std::get_if<Paragraph>(&item)) add_text(paragraph->text, Role::quiet);
            if (const auto* table = std::get_if<Table>(&item)) add_table(*table);
        }
        sheet_.widths = {52, 16};
        sheet_.widths.resize(static_cast<std::size_t>(widest_), 11);
        sheet_.frozen_columns = 1;
        sheet_.frozen_lines = first_header_ + 1;
        sheet_.repeated = {first_header_, first_header_};
        return std::move(sheet_);
    }

 private:
    void add(int column, decltype(SheetCell::content) content, Look look, int until = 0) {
        sheet_.cells.push_back({line_, column, std::move(content), look, until});
    }
    void add_text(const std::string& text, Role role) {
        add(0, text, {role});
        ++line_;
    }

    void add_table(const Table& table) {
        ++line_;
        columns_ = static_cast<int>(table.columns.size());
        add(0, table.caption + (table.unit.empty() ? "" : " (" + table.unit + ")"), {Role::group});
        for (int column = 1; column < widest_; ++column) add(column, std::monostate{}, {Role::group});
        ++line_;
        if (first_header_ < 0) first_header_ = line_;
        for (int column = 0; column < columns_; ++column) add_heading(table.columns[static_cast<std::size_t>(column)], column);
        ++line_;
        subtotals_.clear();
        for (const Row& row : table.rows) add_row(row);
        for (const std::string& note : table.notes) add_note(note);
    }

    /// Years are those of the calculation; other headings are words.
    void add_heading(const Column& column, int at) {
        Look look{Role::heading, Format::year, false, false, column.align == Column::Align::right};
        const quantity::Years years = sheets_.book().axis.table;
        for (int year = years.first; year <= years.last; ++year)
            if (column.heading == std::to_string(year)) {
                const std::string where = reference(sheets_.calculation_sheet, header_line, years_at + year - years.first);
                return add(at, LiveFormula{where, static_cast<double>(year)}, look);
            }
        add(at, column.heading, look);
    }

    void add_note(const std::string& note) {
        add(0, note, {Role::quiet, Format::general, false, true}, widest_ - 1);
        ++line_;
    }

    void add_row(const Row& row) {
        const Role role = role_of(row.role);
        const auto* label = std::get_if<std::string>(&row.cells.front().content);
        const std::string marks = row.mark + (row.reference.empty() ? "" : " " + row.reference);
        add(0, (label != nullptr ? *label : "") + marks,
            {role == Role::figure ? Role::label : role, Format::general, false, true});
        if (row.outcome)
            add_outcome(row);
        else
            for (int column = 1; column < columns_; ++column) add_cell(row, column, role);
        if (row.role == Row::Role::subtotal) subtotals_.push_back(line_);
        ++line_;
    }

    void add_cell(const Row& row, int column, Role role) {
        const Cell& cell = row.cells[static_cast<std::size_t>(column)];
        const auto* text = std::get_if<std::string>(&cell.content);
        const Address address = read_address(sheets_.book(), cell.address);
        if (address.definition != nullptr) return add_figure(row, cell, address, {column, role});
        if (std::holds_alternative<Figure>(cell.content)) return add_sum(cell, {column, role});
        add(column, text != nullptr ? decltype(SheetCell::content)(*text) : std::monostate{},
            {role, Format::general, false, true});
    }

    struct At {
        int column = 0;
        Role role = Role::figure;
    };

    /// A figure that has no address is the sum of the subtotals above it.
    void add_sum(const Cell& cell, At at) {
        const auto& figure = std::get<Figure>(cell.content);
        std::string sum;
        for (const int line : subtotals_)
            sum += (sum.empty() ? "" : "+") + formula::column_letters(at.column) + std::to_string(line + 1);
        add(at.column, LiveFormula{sum, figure.value}, {at.role, format_of(figure.decimals), false, false, true});
    }

    void add_figure(const Row& row, const Cell& cell, const Address& address, At at) {
        const auto* figure = std::get_if<Figure>(&cell.content);
        std::string formula = sheets_.standing(printed(address), address.column);
        double worth = sheets_.of->figures.at(printed(address), address.column);
        if (figure != nullptr && figure->step > 0) {
            formula = fmt::format("ROUND({0}/{1},0)*{1}", formula, figure->step);
            worth = quantity::round_half_away(worth, figure->step);
        }
        const bool share = address.definition->is_share;
        Look look{at.role, share ? Format::percent : decimals_format(figure, *address.definition), false, false, true};
        look.blank_zero = figure == nullptr && std::holds_alternative<std::monostate>(cell.content);
        std::variant<double, std::string> shown = in_cells(worth);
        if (row.section == "payer_share") {  // blank in years in which the line is nought
            formula = fmt::format("IF({}=0,\"\",{})", sheets_.standing(row.cells.front().code, address.column), formula);
            if (sheets_.of->figures.at(row.cells.front().code, address.column) == 0) shown = "";
        }
        add(at.column, LiveFormula{formula, shown}, look);
    }

    /// What the table prints of a definition: itself, or the rounded amount of a house that adds rounded lines.
    [[nodiscard]] std::string printed(const Address& address) const {
        const std::string rounded = "printed." + address.definition->name;
        return sheets_.rows->row_of(rounded) ? rounded : address.definition->name;
    }

    [[nodiscard]] Format decimals_format(const Figure* figure, const formula::Definition& definition) const {
        if (figure != nullptr) return format_of(figure->decimals);
        const bool money = definition.unit.of(quantity::Dimension::money) != 0;
        return money ? amount_format(sheets_.book().money) : Format::one_decimal;
    }

    void add_outcome(const Row& row) {
        const Outcome& outcome = *row.outcome;
        const int last = widest_ - 1;
        if (row.section.starts_with("payback") && says_payback(row))
            return add(1, LiveFormula{payback_sentence(sheets_, outcome.value.address, language_), outcome.words},
                       {Role::text, Format::general, false, true}, last);
        if (row.section == "frame_holds") return add_frame(row, last);
        const bool unknown = row.section == "irr" && sheets_.changes_of_sign("irr") > 1;
        const std::string words = unknown ? wording::text(language_, "workbook.irr.several") : outcome.words;
        if (const std::string said = result_sentence(sheets_, row.section, language_); !said.empty())
            return add(1, LiveFormula{said, words}, {Role::text, Format::general, false, true}, last);
        const Address address = read_address(sheets_.book(), outcome.value.address);
        const auto* figure = std::get_if<Figure>(&outcome.value.content);
        if (address.definition == nullptr || figure == nullptr)
            return add(1, outcome.words, {Role::text, Format::general, false, true}, last);
        add(1, LiveFormula{sheets_.standing(address.definition->name, 0), figure->value},
            {Role::figure, format_of(figure->decimals), false, false, true});
    }

    /// A payer without cash has nothing to say a payback of.
    [[nodiscard]] bool says_payback(const Row& row) const {
        return row.outcome->words != wording::text(language_, "payers.no_cash");
    }

    void add_frame(const Row& row, int last) {
        const std::string& frame = row.cells.front().code;
        const std::string missing = sheets_.years_of("frame." + frame + ".missing");
        const int decimals = decimals_of(sheets_.book().money);
        const std::string said =
            fmt::format("IF(MAX({0})>0,{1},{2})", missing,
                        sentence(language_, "workbook.frame.missing", {{"missing", spelled("MAX(" + missing + ")", decimals)}}),
                        sentence(language_, "workbook.frame.holds"));
        double most = 0;
        for (const double each : sheets_.of->figures.table("frame." + frame + ".missing")) most = std::max(most, each);
        const std::string shown = most > 0 ? wording::text(language_, "workbook.frame.missing",
                                                           {{"missing", wording::number(language_, most, decimals)}})
                                           : wording::text(language_, "workbook.frame.holds");
        add(1, LiveFormula{said, shown}, {Role::text, Format::general, false, true}, last);
    }

    const CaseSheets& sheets_;
    wording::Language language_;
    WorkSheet sheet_;
    int line_ = 0;
    int columns_ = 0;
    int widest_ = 0;
    int first_header_ = -1;
    std::vector<int> subtotals_;
};

}  // namespace

WorkSheet table_sheet(const CaseSheets& sheets, wording::Language language) {
    return Sheet(sheets, language).build();
}

}  // namespace provenu::report
