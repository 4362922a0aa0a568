#include "provenu/output/workbook.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <system_error>

#include "output/workbook_charts.hpp"
#include "output/workbook_styles.hpp"

namespace provenu::output {
namespace {

using report::LiveFormula;
using report::SheetCell;
using report::SheetChart;
using report::Workbook;
using report::WorkSheet;

/// A file in memory, of which nothing is left if the program is stopped; the library can only write to a path.
class MemoryFile {
 public:
    MemoryFile() : file_(::memfd_create("provenu", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (file_ >= 0) ::close(file_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] bool is_open() const { return file_ >= 0; }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    [[nodiscard]] std::string content() const {
        std::string bytes(static_cast<std::size_t>(std::max<off_t>(::lseek(file_, 0, SEEK_END), 0)), '\0');
        std::size_t read = 0;
        while (read < bytes.size()) {
            const ssize_t more = ::pread(file_, bytes.data() + read, bytes.size() - read, static_cast<off_t>(read));
            if (more <= 0) break;
            read += static_cast<std::size_t>(more);
        }
        bytes.resize(read);
        return bytes;
    }

 private:
    int file_;
};

lxw_row_t row_of(int line) {
    return static_cast<lxw_row_t>(line);
}
lxw_col_t col_of(int column) {
    return static_cast<lxw_col_t>(column);
}

/// Days from 1 January 1970 (civil calendar), in seconds.
time_t seconds_of(const quantity::Date& date) {
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = year / 400;
    const int of_era = year - era * 400;
    const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
    constexpr time_t a_day = 86400;
    return (static_cast<time_t>(era) * 146097 + day_of_era - 719468) * a_day;
}

/// A name in a chart that begins with `=` would be taken for a reference.
std::string as_text(const std::string& name) {
    return name.starts_with('=') ? " " + name : name;
}

std::size_t characters_of(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// At most so many bytes of a text, cut between letters.
std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (text[most] & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

/// At most as much text as a cell can hold.
std::string as_cells_hold(const std::string& text) {
    constexpr std::size_t most = 32'767;
    return cut(text, most);
}

/// Letters, figures, points and underscores, a letter or underscore first: the library takes any other name too, and makes a file
/// that programs call damaged.
bool is_name(const std::string& name) {
    constexpr std::size_t longest_name = 255;
    const auto is_figure = [](unsigned char byte) { return byte >= '0' && byte <= '9'; };
    const auto fits = [&](unsigned char byte) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
        return letter || is_figure(byte) || byte == '_' || byte == '.';
    };
    const bool begins = !name.empty() && !is_figure(static_cast<unsigned char>(name.front())) && name.front() != '.';
    return begins && characters_of(name) <= longest_name && std::ranges::all_of(name, fits);
}

/// The first thing that the library refused; what comes after may follow from it.
class Refusal {
 public:
    void note(lxw_error error) {
        if (first_ == LXW_NO_ERROR) first_ = error;
    }
    [[nodiscard]] lxw_error first() const { return first_; }

 private:
    lxw_error first_ = LXW_NO_ERROR;
};

constexpr std::size_t longest_formula = 8192;

/// Writes one sheet of cells.
class SheetWriter {
 public:
    SheetWriter(lxw_workbook* book, WorkbookStyles& styles, const WorkSheet& sheet, Refusal& refusal)
        : book_(book), styles_(styles), sheet_(sheet), refusal_(refusal) {}

    void write() {
        refusal_.note(workbook_validate_sheet_name(book_, sheet_.name.c_str()));
        into_ = refusal_.first() == LXW_NO_ERROR ? workbook_add_worksheet(book_, sheet_.name.c_str()) : nullptr;
        if (into_ == nullptr) return refusal_.note(LXW_ERROR_MEMORY_MALLOC_FAILED);
        set_widths();
        for (const SheetCell& cell : sheet_.cells) write(cell);
        set_heights();
        set_page();
        for (const SheetChart& chart : sheet_.charts) add(chart);
        lxw_protection protection{};
        protection.format_columns = 1;
        protection.format_rows = 1;
        worksheet_protect(into_, nullptr, &protection);
    }

 private:
    void set_widths() {
        for (std::size_t column = 0; column < sheet_.widths.size(); ++column)
            refusal_.note(worksheet_set_column(into_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                               sheet_.widths[column], nullptr));
    }

    void write(const SheetCell& cell) {
        lxw_format* format = styles_.of(cell.look);
        if (cell.until_column > cell.column)
            refusal_.note(worksheet_merge_range(into_, row_of(cell.line), col_of(cell.column), row_of(cell.line),
                                                col_of(cell.until_column), "", format));
        std::visit([&](const auto& content) { write(cell, content, format); }, cell.content);
    }
    void write(const SheetCell& cell, std::monostate, lxw_format* format) {
        refusal_.note(worksheet_write_blank(into_, row_of(cell.line), col_of(cell.column), format));
    }
    void write(const SheetCell& cell, double number, lxw_format* format) {
        if (!std::isfinite(number)) return write(cell, std::string("–"), format);  // which would damage the file
        refusal_.note(worksheet_write_number(into_, row_of(cell.line), col_of(cell.column), number, format));
    }
    void write(const SheetCell& cell, const std::string& text, lxw_format* format) {
        refusal_.note(worksheet_write_string(into_, row_of(cell.line), col_of(cell.column), as_cells_hold(text).c_str(), format));
    }
    void write(const SheetCell& cell, const LiveFormula& live, lxw_format* format) {
        const std::string formula = "=" + live.formula;
        if (live.formula.empty() || characters_of(formula) > longest_formula) refusal_.note(LXW_ERROR_PARAMETER_VALIDATION);
        if (const auto* number = std::get_if<double>(&live.worth))
            refusal_.note(
                worksheet_write_formula_num(into_, row_of(cell.line), col_of(cell.column), formula.c_str(), format, *number));
        else
            refusal_.note(worksheet_write_formula_str(into_, row_of(cell.line), col_of(cell.column), formula.c_str(), format,
                                                      as_cells_hold(std::get<std::string>(live.worth)).c_str()));
    }

    /// Programs fit a row to its text only where no cells are merged; so the lines that a text takes are counted here.
    void set_heights() {
        constexpr double of_line = 13.5;
        constexpr double of_title = 21;
        constexpr double tallest = 409;  // that programs show
        std::size_t from = 0;
        while (from < sheet_.cells.size()) {
            const int line = sheet_.cells[from].line;
            int lines = 1;
            bool title = false;
            for (; from < sheet_.cells.size() && sheet_.cells[from].line == line; ++from) {
                lines = std::max(lines, lines_of(sheet_.cells[from]));
                title = title || sheet_.cells[from].look.role == report::Look::Role::title;
            }
            if (title) refusal_.note(worksheet_set_row(into_, row_of(line), of_title, nullptr));
            if (lines > 1) refusal_.note(worksheet_set_row(into_, row_of(line), std::min(of_line * lines, tallest), nullptr));
        }
    }

    [[nodiscard]] int lines_of(const SheetCell& cell) const {
        const auto* text = std::get_if<std::string>(&cell.content);
        const auto* live = std::get_if<LiveFormula>(&cell.content);
        if (live != nullptr) text = std::get_if<std::string>(&live->worth);
        if (!cell.look.wrapped || text == nullptr || text->empty()) return 1;
        double width = 0;
        for (int column = cell.column; column <= std::max(cell.column, cell.until_column); ++column)
            if (static_cast<std::size_t>(column) < sheet_.widths.size()) width += sheet_.widths[static_cast<std::size_t>(column)];
        constexpr double per_unit = 1.15;  // letters are narrower than the figures that a width counts
        if (width <= 0) return 1;
        return std::max(1, static_cast<int>(std::ceil(static_cast<double>(characters_of(*text)) / (width * per_unit))));
    }

    void set_page() {
        worksheet_set_landscape(into_);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(into_, a4);
        worksheet_fit_to_pages(into_, 1, sheet_.on_one_page ? 1 : 0);
        worksheet_set_margins(into_, 0.5, 0.5, 0.6, 0.6);
        refusal_.note(worksheet_set_footer(into_, "&L&8&F&C&8&A&R&8&P / &N"));
        worksheet_gridlines(into_, LXW_HIDE_ALL_GRIDLINES);
        if (sheet_.frozen_lines > 0 || sheet_.frozen_columns > 0)
            worksheet_freeze_panes(into_, row_of(sheet_.frozen_lines), col_of(sheet_.frozen_columns));
        if (sheet_.repeated.first >= 0)
            refusal_.note(worksheet_repeat_rows(into_, row_of(sheet_.repeated.first), row_of(sheet_.repeated.second)));
        int last = 0;
        for (const SheetCell& cell : sheet_.cells) last = std::max(last, cell.line);
        constexpr int of_chart = 21;
        for (const SheetChart& chart : sheet_.charts) last = std::max(last, chart.line + of_chart);
        const int columns = sheet_.printed_columns > 0 ? sheet_.printed_columns : static_cast<int>(sheet_.widths.size());
        refusal_.note(worksheet_print_area(into_, 0, 0, row_of(last), col_of(std::max(columns, 1) - 1)));
    }

    void add(const SheetChart& data) {
        const bool all_lines = std::ranges::all_of(data.series, [](const auto& series) { return series.line; });
        lxw_chart* whole = workbook_add_chart(book_, all_lines ? LXW_CHART_LINE : LXW_CHART_COLUMN);
        if (whole == nullptr) return refusal_.note(LXW_ERROR_MEMORY_MALLOC_FAILED);
        for (const SheetChart::Series& each : data.series) {
            lxw_chart_series* series = chart_add_series(whole, each.categories.c_str(), each.values.c_str());
            if (series == nullptr) return refusal_.note(LXW_ERROR_MEMORY_MALLOC_FAILED);
            chart_series_set_name(series, as_text(each.name).c_str());
            if (!all_lines) colour(series, each.line);
        }
        chart_title_set_name(whole, as_text(data.title).c_str());
        chart_axis_set_name(whole->y_axis, as_text(data.unit).c_str());
        chart_axis_set_label_position(whole->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        chart_axis_set_num_format(whole->y_axis, "#,##0");
        chart_legend_set_position(whole, LXW_CHART_LEGEND_BOTTOM);
        lxw_chart_options options{};
        options.x_scale = 1.7;
        options.y_scale = 1.4;
        std::string alternative = data.alternative;
        options.description = alternative.data();
        refusal_.note(worksheet_insert_chart_opt(into_, row_of(data.line), 0, whole, &options));
    }

    static void colour(lxw_chart_series* series, bool is_line) {
        constexpr lxw_color_t dark = 0x1F3A5F;
        constexpr lxw_color_t light = 0x8EA9C8;
        lxw_chart_fill fill{};
        fill.none = 0;
        fill.color = light;
        lxw_chart_line stroke{};
        stroke.color = dark;
        stroke.width = 2.25F;
        if (is_line)
            chart_series_set_line(series, &stroke);
        else
            chart_series_set_fill(series, &fill);
    }

    lxw_workbook* book_;
    WorkbookStyles& styles_;
    const WorkSheet& sheet_;
    Refusal& refusal_;
    lxw_worksheet* into_ = nullptr;
};

lxw_error set_properties(lxw_workbook* book, const Workbook& workbook) {
    lxw_doc_properties properties{};
    constexpr std::size_t most = 255;
    std::string title = cut(workbook.title, most);
    std::string author = cut(workbook.author, most);
    properties.title = title.data();
    properties.author = author.data();
    properties.created = seconds_of(workbook.date.value_or(quantity::Date{2000, 1, 1}));
    return workbook_set_properties(book, &properties);
}

/// \return what went wrong first, or nothing
lxw_error write(const Workbook& workbook, const std::string& path) {
    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
    Refusal refusal;
    refusal.note(set_properties(book, workbook));
    WorkbookStyles styles(book);
    for (const WorkSheet& sheet : workbook.sheets) SheetWriter(book, styles, sheet, refusal).write();
    for (const Workbook::Name& name : workbook.names)
        refusal.note(is_name(name.name) ? workbook_define_name(book, name.name.c_str(), name.range.c_str())
                                        : LXW_ERROR_PARAMETER_VALIDATION);
    refusal.note(workbook_close(book));
    return refusal.first();
}

}  // namespace

diag::Result<std::string> xlsx(const Workbook& workbook) {
    diag::Result<std::string> result;
    const MemoryFile file;
    const auto refuse = [&](const std::string& reason) { result.diagnostics.error("P910", {}, {{"reason", reason}}); };
    if (!file.is_open()) {
        refuse(std::generic_category().message(errno));
        return result;
    }
    if (const lxw_error wrong = write(workbook, file.path()); wrong != LXW_NO_ERROR) {
        refuse(lxw_strerror(wrong));
        return result;
    }
    std::vector<SheetChart> charts;
    for (const WorkSheet& sheet : workbook.sheets) charts.insert(charts.end(), sheet.charts.begin(), sheet.charts.end());
    result.value = with_lines(file.content(), charts);
    if (result.value->empty()) refuse(std::generic_category().message(ENOMEM));
    return result;
}

}  // namespace provenu::output
