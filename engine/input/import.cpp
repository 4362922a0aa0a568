#include "provenu/input/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "input/import_conversion.hpp"
#include "input/import_lines.hpp"
#include "input/names.hpp"

namespace provenu::input {
namespace {

using tables::PublishedRow;
using tables::PublishedTable;

/// The areas that are always there.
bool is_known_area(std::string_view area) {
    constexpr std::array<std::string_view, 6> known{"service", "transfers", "capital", "financing", "supply", "outside"};
    return std::ranges::find(known, area) != known.end();
}

diag::Place whole_file(const PublishedTable& table) {
    return {std::make_shared<diag::Source>(diag::Source{table.path, {}}), 0, 0, 1};
}

/// One file being written.
struct Import {
    const PublishedTable& table;
    const ImportChoices& choices;
    diag::Diagnostics& found;
    std::vector<const PublishedRow*> converted;
    Ids ids;

    [[nodiscard]] std::string words(std::string_view key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(choices.language, key, arguments);
    }
    void note(std::string_view what, const PublishedRow& row) const {
        found.note("P893", row.place, {{"what", std::string(what), true}, {"text", row.label}});
    }
};

/// `# ` before each line of a comment.
std::string comment(const std::string& text, std::string_view indent = "") {
    std::string all;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        all += fmt::format("{}# {}\n", indent, text.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

/// The title without `Tabel 1.` before it.
std::string title_of(const Import& import) {
    const std::string& title = import.table.title;
    std::size_t begin = 0;
    for (const std::string_view word : {"Tabel ", "Table "}) {
        if (!title.starts_with(word)) continue;
        begin = title.find_first_not_of("0123456789.: -", word.size());
    }
    return begin == std::string::npos || title.empty() ? import.choices.name : title.substr(begin);
}

std::string unit_line(const Import& import) {
    const std::string power =
        "1" + std::string(static_cast<std::size_t>(import.table.unit.value_or(quantity::Money{3}).exponent), '0');
    if (import.table.unit) return fmt::format("unit: {} DKK\n", power);
    import.found.note("P893", whole_file(import.table), {{"what", "import.note.unit", true}, {"text", "1000 DKK"}});
    return fmt::format("unit: {} DKK   # {}\n", power, import.words("import.unit"));
}

std::string price_level_line(const Import& import) {
    if (import.table.price_level) return fmt::format("price_level: {}\n", *import.table.price_level);
    return comment(import.words("import.price_level", {{"year", std::to_string(import.table.years.first)}}));
}

/// Whether the paper prints an area's subtotal only where there are several areas.
bool subtotals_of_several(const PublishedTable& table) {
    for (const std::string section : {"recurring", "implementation"}) {
        std::set<std::string> areas;
        bool subtotal = false;
        bool total = false;
        for (const PublishedRow& row : table.rows) {
            if (row.section == section) areas.insert(row.area);
            subtotal = subtotal || row.section.starts_with(section + "_total_");
            total = total || row.section == section + "_total";
        }
        if (areas.size() == 1 && total && !subtotal) return true;
    }
    return false;
}

std::string area_lines(const Import& import, const PublishedRow& row) {
    if (row.area.empty() || row.area == "service") return {};
    if (!is_known_area(row.area)) {
        import.note("import.note.area", row);
        return comment(import.words("import.area", {{"area", row.area}}), "    ");
    }
    std::string text = fmt::format("    area: {}\n", row.area);
    if (std::ranges::find(import.converted, &row) != import.converted.end())
        text += comment(import.words("import.converted"), "    ") + "    converted_from: service\n";
    return text;
}

/// Words of the note column; marks alone say nothing without their footnote.
std::string_view note_of(const PublishedRow& row) {
    std::string_view note = row.note;
    while (note.starts_with('*') || note.starts_with(';') || note.starts_with(' ')) note.remove_prefix(1);
    return note;
}

bool has_both_signs(const PublishedRow& row) {
    const auto any = [&](double sign) {
        return std::ranges::any_of(row.values, [&](const auto& value) { return value.value_or(0) * sign > 0; });
    };
    return any(1) && any(-1);
}

std::string line_of(Import& import, const PublishedRow& row) {
    const std::string_view label = without_marks(row.label);
    std::string text = fmt::format("  - id: {}\n    label: {}\n", import.ids.next(label), quoted(label));
    text += area_lines(import, row);
    if (has_both_signs(row)) text += comment(import.words("import.signs"), "    ");
    text += amounts_of(row, import.table.years, row.section == "recurring", "    ");
    if (const auto note = note_of(row); !note.empty()) text += fmt::format("    note: {}\n", quoted(note));
    return text;
}

std::string section_of(Import& import, std::string_view section) {
    std::string lines;
    for (const PublishedRow& row : import.table.rows) {
        if (row.section != section) continue;
        if (has_amounts(row))
            lines += line_of(import, row);
        else
            import.note("tables.no_figures", row);
    }
    return lines.empty() ? ""
                         : fmt::format("\n{}{}:\n{}", comment(import.words(fmt::format("import.{}", section))), section, lines);
}

std::string printed_block(const Import& import) {
    std::string text = "\n" + comment(import.words("import.printed"));
    text += fmt::format("printed:\n  table: {}\n", quoted(import.choices.table_path));
    if (!import.table.sheet.empty()) text += fmt::format("  sheet: {}\n", quoted(import.table.sheet));
    std::vector<std::string> paybacks;
    for (const std::string_view kind : {"service", "total"}) {
        const auto row = std::ranges::find(import.table.rows, fmt::format("payback_{}", kind), &PublishedRow::section);
        if (row != import.table.rows.end() && row->value) paybacks.push_back(fmt::format("{}: {}", kind, *row->value));
    }
    if (!paybacks.empty()) text += fmt::format("  payback: {{{}}}\n", fmt::join(paybacks, ", "));
    return text;
}

std::string heading(Import& import) {
    const std::string title = title_of(import);
    std::string text = comment(import.words("import.made", {{"path", import.choices.table_path}}));
    text += fmt::format("kind: proposal\nformat: 1\nlanguage: {}\n",
                        import.choices.language == wording::Language::danish ? "da" : "en");
    text += fmt::format("id: {}\ntitle: {}\n", Ids().next(title), quoted(title));
    text += fmt::format("years: {}..{}\n", import.table.years.first, import.table.years.last);
    text += unit_line(import) + price_level_line(import);
    if (subtotals_of_several(import.table)) text += "table: {area_subtotals: several}\n";
    return text;
}

}  // namespace

diag::Result<std::string> proposal_of_table(const PublishedTable& table, const ImportChoices& choices) {
    diag::Result<std::string> result;
    const bool has_lines =
        std::ranges::any_of(table.rows, [](const PublishedRow& row) { return tables::is_line(row) && has_amounts(row); });
    if (!has_lines) {
        result.diagnostics.error("P881", whole_file(table), {{"problem", "tables.no_lines", true}});
        return result;
    }
    Import import{table, choices, result.diagnostics, converted_lines(table), {}};
    if (!table.sum_heading.empty())
        result.diagnostics.note("P893", whole_file(table), {{"what", "import.note.sum", true}, {"text", table.sum_heading}});
    std::string text = heading(import);
    text += section_of(import, "recurring");
    text += section_of(import, "implementation");
    result.value = text + printed_block(import);
    return result;
}

}  // namespace provenu::input
