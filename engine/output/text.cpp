#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "output/lettering.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {
namespace {

using report::Column;
using report::Row;
using report::Table;

constexpr std::size_t gap = 2;            // blanks between columns
constexpr std::size_t comfortable = 124;  // characters of a line that a terminal shows without wrapping
constexpr std::size_t narrowest_label = 36;
constexpr std::size_t widest_label = 60;
constexpr std::size_t narrowest_words = 40;

std::size_t indentation(Row::Role role) {
    switch (role) {
        case Row::Role::line:
            return 2;
        case Row::Role::of_which:
            return 2;
        case Row::Role::group:
        case Row::Role::subtotal:
        case Row::Role::total:
        case Row::Role::net:
        case Row::Role::result:
            break;
    }
    return 0;
}

/// Headings over figures break between words, so that a long one does not widen a column of short figures.
std::size_t longest_word(const std::string& text) {
    std::size_t longest = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        longest = std::max(longest, width(rest.substr(0, blank)));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return longest;
}

/// Lays one table out for a terminal.
class Sheet {
 public:
    Sheet(const Table& table, wording::Language language) : table_(table), language_(language) { measure(); }

    std::string lay_out() {
        if (!table_.caption.empty()) put_wrapped(table_.caption);
        put("");
        put_heading();
        put_rule();
        const Row* above = nullptr;
        for (const Row& row : table_.rows) {
            separate(above, row);
            put_row(row);
            above = &row;
        }
        put_rule();
        for (const std::string& note : table_.notes) put_wrapped(note);
        return std::move(out_);
    }

 private:
    void measure() {
        widths_.assign(table_.columns.size(), 0);
        for (std::size_t i = 0; i < widths_.size(); ++i)
            widths_[i] = heading_align(i) == Column::Align::right ? longest_word(heading(table_, i)) : width(heading(table_, i));
        for (const Row& row : table_.rows) {
            widths_[0] = std::max(widths_[0], indentation(row.role) + width(shown_label(row, language_)));
            for (std::size_t i = 1; i < row.cells.size(); ++i)
                widths_[i] = std::max(widths_[i], width(shown(row.cells[i], language_)));
        }
        std::size_t others = 0;
        for (std::size_t i = 1; i < widths_.size(); ++i) others += gap + widths_[i];
        const std::size_t room = comfortable > others ? comfortable - others : 0;
        widths_[0] = std::min(widths_[0], std::clamp(room, narrowest_label, widest_label));
        total_ = std::max(widths_[0] + others, widths_[0] + gap + (has_outcomes() ? narrowest_words : 0));
    }

    [[nodiscard]] bool has_outcomes() const {
        return std::any_of(table_.rows.begin(), table_.rows.end(), [](const Row& row) { return row.outcome.has_value(); });
    }

    void put(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += line + "\n";
    }

    void put_rule() {
        std::string rule;
        for (std::size_t i = 0; i < total_; ++i) rule += "─";
        put(std::move(rule));
    }

    void put_wrapped(const std::string& text) {
        for (std::string& line : wrap(on_one_line(text), std::max(total_, widest_label))) put(std::move(line));
    }

    [[nodiscard]] Column::Align heading_align(std::size_t column) const {
        return column == 0 ? Column::Align::left : table_.columns[column].align;
    }

    void put_heading() {
        std::vector<std::vector<std::string>> headings;
        std::size_t lines = 1;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            headings.push_back(wrap(heading(table_, i), widths_[i]));
            lines = std::max(lines, headings.back().size());
        }
        for (std::size_t each = 0; each < lines; ++each) {  // the last lines stand on one level
            std::string line;
            for (std::size_t i = 0; i < widths_.size(); ++i) {
                const std::size_t above = lines - headings[i].size();
                const std::string text = each < above ? std::string() : headings[i][each - above];
                line += (i == 0 ? "" : std::string(gap, ' ')) + filled(text, widths_[i], heading_align(i));
            }
            put(std::move(line));
        }
    }

    /// A blank line above a later group, a rule above the net and above the results.
    void separate(const Row* above, const Row& row) {
        if (above == nullptr) return;
        if (row.role == Row::Role::group) put("");
        const bool begins = row.role != above->role;
        if (begins && (row.role == Row::Role::net || row.role == Row::Role::result)) put_rule();
    }

    void put_row(const Row& row) {
        const std::size_t indent = indentation(row.role);
        std::vector<std::string> labels = wrap(shown_label(row, language_), widths_[0] - indent);
        std::vector<std::string> words;
        if (row.outcome) words = wrap(on_one_line(row.outcome->words), total_ - widths_[0] - gap);
        for (std::size_t i = 0; i < std::max(labels.size(), words.size()); ++i) {
            // A label of several lines carries its figures on the last one, as printed tables do.
            const std::string label = i < labels.size() ? std::string(indent, ' ') + labels[i] : std::string{};
            std::string line = filled(label, widths_[0], Column::Align::left);
            if (row.outcome)
                line += std::string(gap, ' ') + (i < words.size() ? words[i] : std::string{});
            else if (i + 1 == labels.size())
                line += figures(row);
            put(std::move(line));
        }
    }

    [[nodiscard]] std::string figures(const Row& row) const {
        std::string line;
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            line += std::string(gap, ' ') + filled(shown(row.cells[i], language_), widths_[i], table_.columns[i].align);
        return line;
    }

    const Table& table_;
    wording::Language language_;
    std::vector<std::size_t> widths_;
    std::size_t total_ = 0;
    std::string out_;
};

struct ItemText {
    wording::Language language;

    std::string operator()(const report::Heading& item) const {
        const std::string line = on_one_line(item.text);
        return line + "\n" + std::string(width(line), item.level == 1 ? '=' : '-') + "\n";
    }
    std::string operator()(const report::Paragraph& item) const {
        std::string lines;
        for (const std::string& line : wrap(on_one_line(item.text), comfortable)) lines += line + "\n";
        return lines;
    }
    std::string operator()(const report::Chain& chain) const {
        std::string lines;
        for (const report::Chain::Link& link : chain.links)
            lines += std::string(2 * static_cast<std::size_t>(link.depth), ' ') + on_one_line(link.text) + "\n";
        return lines;
    }
    std::string operator()(const report::Bars& bars) const { return drawn(bars); }
    std::string operator()(const report::Chart& /*chart*/) const { return ""; }
    std::string operator()(const Table& table) const { return table.columns.empty() ? "" : Sheet(table, language).lay_out(); }
};

}  // namespace

std::string text(const report::Document& document, wording::Language language) {
    std::string out;
    for (const report::Item& item : document.items) {
        const std::string piece = std::visit(ItemText{language}, item);
        if (!out.empty() && !piece.empty()) out += "\n";
        out += piece;
    }
    return out;
}

}  // namespace provenu::output
