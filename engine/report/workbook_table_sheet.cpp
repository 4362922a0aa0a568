#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "provenu/quantity/rounding.hpp"
#include "provenu/report/run.hpp"
#include "report/findings.hpp"
#include "report/footnotes.hpp"
#include "report/payer_tables.hpp"
#include "report/rows.hpp"
#include "report/workbook_sentences.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;

constexpr double noise = 1e-9;  // of what does not hold, as tables count it

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
        const Findings findings{sheets_.plan(), sheets_.of->figures, language_};
        const Document document = tables_of(findings, footnotes(findings, amounts_of(findings), Under::formulas), std::nullopt);
        for (const Item& item : document.items) {
            if (const auto* table = std::get_if<Table>(&item)) make_room(*table);
        }
        for (const Item& item : document.items) {
            if (const auto* heading = std::get_if<Heading>(&item)) add_text(heading->text, Role::title);
            if (const auto* paragraph = std::get_if<Paragraph>(&item)) add_text(paragraph->text, Role::quiet);
            if (const auto* table = std::get_if<Table>(&item)) add_table(*table);
        }
        sheet_.widths = {52};
        sheet_.widths.resize(before_.size(), 16);
        sheet_.widths.resize(before_.size() + static_cast<std::size_t>(years().count()), 11);
        sheet_.widths.resize(static_cast<std::size_t>(widest_), 14);
        if (ceilings_at_ > 0) sheet_.widths[static_cast<std::size_t>(ceilings_at_)] = 26;
        sheet_.frozen_columns = 1;
        sheet_.frozen_lines = first_header_ + 1;
        sheet_.repeated = {first_header_, first_header_};
        return std::move(sheet_);
    }

 private:
    [[nodiscard]] quantity::Years years() const { return sheets_.book().axis.table; }
    [[nodiscard]] bool is_year(const Column& column) const {
        for (int year = years().first; year <= years().last; ++year)
            if (column.key == std::to_string(year)) return true;
        return false;
    }

    /// The first table says which columns stand before the years, which all tables have in the same columns: the heading that a
    /// printed page repeats is right for each of them.
    void make_room(const Table& table) {
        for (const Column& column : table.columns) {
            if (has_room_ || is_year(column)) break;
            before_.push_back(column.key);
        }
        has_room_ = true;
        for (const int column : places_of(table)) widest_ = std::max(widest_, column + 1);
    }

    /// Where the columns of a table stand on the sheet. Words that the first table has not stand after the years; a table without
    /// years begins at the left.
    [[nodiscard]] std::vector<int> places_of(const Table& table) const {
        const int years_begin = static_cast<int>(before_.size());
        const bool by_year = std::ranges::any_of(table.columns, [this](const Column& column) { return is_year(column); });
        std::vector<int> places;
        int after = years_begin + years().count();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            if (by_year && is_year(column))
                places.push_back(years_begin + std::stoi(column.key) - years().first);
            else if (!by_year || i == 0 || (i < before_.size() && before_[i] == column.key))
                places.push_back(static_cast<int>(i));
            else
                places.push_back(after++);
        }
        return places;
    }

    void add(int column, decltype(SheetCell::content) content, Look look, int until = 0) {
        sheet_.cells.push_back({line_, column, std::move(content), look, until});
    }
    void add_text(const std::string& text, Role role) {
        add(0, text, {role});
        ++line_;
    }

    void add_table(const Table& table) {
        ++line_;
        places_ = places_of(table);
        add(0, table.caption + (table.unit.empty() ? "" : " (" + table.unit + ")"), {Role::group});
        for (int column = 1; column < widest_; ++column) add(column, std::monostate{}, {Role::group});
        ++line_;
        if (first_header_ < 0) first_header_ = line_;
        header_ = line_;
        for (std::size_t i = 0; i < places_.size(); ++i) add_heading(table.columns[i], places_[i]);
        fill_gaps(Role::heading);
        ++line_;
        subtotals_.clear();
        for (const Row& row : table.rows) add_row(row);
        for (const std::string& note : table.notes) add_note(note);
    }

    /// Years are those of the calculation; other headings are words.
    void add_heading(const Column& column, int at) {
        const bool right = column.align == Column::Align::right;
        if (is_year(column)) {
            const int year = std::stoi(column.key);
            const std::string where = reference(sheets_.calculation_sheet, header_line, years_at + year - years().first);
            return add(at, LiveFormula{where, static_cast<double>(year)}, {Role::heading, Format::year, false, false, right});
        }
        add(at, column.heading, {Role::heading, Format::general, false, true, right, !right && at > 0});
    }

    /// Columns that the table has not look like those beside them.
    void fill_gaps(Role role) {
        for (int column = 1; column < *std::ranges::max_element(places_); ++column)
            if (std::ranges::find(places_, column) == places_.end()) add(column, std::monostate{}, {role});
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
        else {
            for (std::size_t i = 1; i < places_.size(); ++i) add_cell(row, i, role);
            fill_gaps(role);
        }
        if (row.role == Row::Role::subtotal) subtotals_.push_back(line_);
        ++line_;
    }

    void add_cell(const Row& row, std::size_t position, Role role) {
        const Cell& cell = row.cells[position];
        const int column = places_[position];
        const auto* text = std::get_if<std::string>(&cell.content);
        const Address address = read_address(sheets_.book(), cell.address);
        if (address.definition != nullptr) return add_figure(row, cell, address, {column, role});
        if (std::holds_alternative<Figure>(cell.content)) return add_sum(cell, {column, role});
        const Look look{role, Format::general, false, true, false, true};
        const auto* share = row.section == "payer_share" ? share_of(row) : nullptr;
        if (share != nullptr && !share->at_most.empty() && position + 1 == places_.size())
            return add_ceiling(row, *share, *text, {column, role});
        const bool alone = position + 1 == places_.size() && column + 1 == static_cast<int>(places_.size());
        add(column, text != nullptr ? decltype(SheetCell::content)(*text) : std::monostate{}, look,
            alone && text != nullptr ? widest_ - 1 : 0);
    }

    [[nodiscard]] const compile::PlannedShare* share_of(const Row& row) const {
        for (const compile::PlannedLine& line : sheets_.plan().lines)
            for (const compile::PlannedShare& share : line.shares)
                if (line.id == row.cells.front().code && share.payer == row.note) return &share;
        return nullptr;
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
        const Look look{at.role, format_of(figure.decimals), false, false, true};
        if (sum.empty()) return add(at.column, in_cell(figure.value), look);
        add(at.column, LiveFormula{sum, figure.value}, look);
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
        const std::string& id = row.cells.front().code;
        const auto frame = std::ranges::find(sheets_.plan().frames, id, &compile::PlannedFrame::id);
        const std::string missing = "frame." + id + ".missing";
        const Broken broken = add_broken([&](int column) -> std::optional<Condition> {
            if (!frame->given[static_cast<std::size_t>(column)]) return std::nullopt;
            return Condition{fmt::format("{}>{}", sheets_.standing(missing, column), noise),
                             sheets_.of->figures.at(missing, column) > noise};
        });
        add(1, LiveFormula{frame_sentence(sheets_, *frame, broken, language_), row.outcome->words},
            {Role::text, Format::general, false, true}, last);
    }

    /// Whether the share is above its ceiling in a year in which the line counts.
    void add_ceiling(const Row& row, const compile::PlannedShare& share, const std::string& words, At at) {
        const std::string& line = row.cells.front().code;
        const evaluate::Figures& figures = sheets_.of->figures;
        const Broken broken = add_broken([&](int column) -> std::optional<Condition> {
            const auto of = [&](const std::string& name) { return sheets_.standing(name, column); };
            return Condition{
                fmt::format("AND({}<>0,{}>{}+{})", of(line), of(share.share), of(share.at_most), noise),
                figures.at(line, column) != 0 && figures.at(share.share, column) > figures.at(share.at_most, column) + noise};
        });
        ceilings_at_ = at.column;
        add(at.column, LiveFormula{ceiling_sentence(sheets_, share, broken, language_), words},
            {at.role, Format::general, false, true, false, true});
    }

    /// That something does not hold in a year, and whether that is so now.
    struct Condition {
        std::string formula;
        bool holds = false;
    };

    /// Beside what is printed: 1 in the years in which something does not hold, and those years in words.
    template <class ConditionOf>
    Broken add_broken(ConditionOf condition_of) {
        const Look look{Role::helper, Format::general, false, false, true};
        const int count = years().count();
        const int first = widest_ + 1;
        const auto cell = [&](int column) { return "$" + formula::column_letters(column) + std::to_string(line_ + 1); };
        Broken broken;
        std::vector<int> now;
        for (int i = 0; i < count; ++i) {
            const std::optional<Condition> condition = condition_of(i);
            broken.years.push_back(formula::column_letters(static_cast<int>(before_.size()) + i) + "$" +
                                   std::to_string(header_ + 1));
            broken.cells.push_back(condition ? cell(first + i) : "");
            if (condition)
                add(first + i, LiveFormula{fmt::format("IF({},1,0)", condition->formula), condition->holds ? 1.0 : 0.0}, look);
            if (condition && condition->holds) now.push_back(years().first + i);
        }
        const int words = first + count;
        for (int i = 0; i < count; ++i) {
            std::vector<int> until_now;
            std::ranges::copy_if(now, std::back_inserter(until_now), [&](int year) { return year <= years().first + i; });
            const std::string before = i > 0 ? cell(words + i - 1) + "&" : "";
            add(words + i, LiveFormula{before + year_sentence(broken, static_cast<std::size_t>(i)), said_until(until_now, now)},
                look);
        }
        add(words + count, wording::text(language_, "workbook.broken"), {Role::helper});
        broken.said = fmt::format("MID({},3,9999)", cell(words + count - 1));
        return broken;
    }

    /// As the formulas say it, year by year: the end of a run only when it has come.
    static std::string said_until(const std::vector<int>& years, const std::vector<int>& all) {
        if (years.empty()) return "";
        const std::string said = ", " + in_words(years);
        const bool goes_on = std::ranges::find(all, years.back() + 1) != all.end();
        const bool in_run = years.size() > 1 && years[years.size() - 2] + 1 == years.back();
        return goes_on && in_run ? said.substr(0, said.rfind('-')) : said;
    }

    /// What is no number stands as a dash.
    static decltype(SheetCell::content) in_cell(double value) {
        const auto shown = in_cells(value);
        if (const auto* text = std::get_if<std::string>(&shown)) return *text;
        return std::get<double>(shown);
    }

    const CaseSheets& sheets_;
    wording::Language language_;
    WorkSheet sheet_;
    int line_ = 0;
    std::vector<std::string> before_;  ///< keys of the columns before the years
    bool has_room_ = false;
    std::vector<int> places_;  ///< of the columns of the table at hand
    int header_ = 0;           ///< its line of headings
    int ceilings_at_ = 0;
    int widest_ = 0;
    int first_header_ = -1;
    std::vector<int> subtotals_;
};

}  // namespace

WorkSheet table_sheet(const CaseSheets& sheets, wording::Language language) {
    return Sheet(sheets, language).build();
}

}  // namespace provenu::report
