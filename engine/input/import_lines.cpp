#include "input/import_lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "input/names.hpp"
#include "provenu/model/reserved.hpp"

namespace provenu::input {
namespace {

using tables::PublishedRow;

/// An amount that reads in one way only: `1234.5`, and `1.2340` since `1.234` might be a thousand.
std::string written(double amount) {
    std::string text = fmt::format("{:.6f}", amount);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    const auto point = text.find('.');
    return point != std::string::npos && text.size() - point == 4 ? text + "0" : text;
}

/// Years that follow each other with something in their cells.
struct Run {
    int first = 0;
    std::vector<double> amounts;
};

std::vector<Run> runs_of(const PublishedRow& row, quantity::Years years) {
    std::vector<Run> runs;
    bool open = false;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& value = row.values[i];
        if (value && !open) runs.push_back({years.first + static_cast<int>(i), {}});
        if (value) runs.back().amounts.push_back(*value);
        open = value.has_value();
    }
    return runs;
}

/// The series of one sign: from its first year to its last, nought between. A series of noughts alone is a cost.
struct Signed {
    std::string_view key;
    double sign;
};

std::string series_of(const Run& run, Signed kind, bool only, int last_of_table) {
    const auto is_mine = [&](double amount) { return only || amount * kind.sign > 0; };
    const auto first = std::ranges::find_if(run.amounts, is_mine);
    if (first == run.amounts.end()) return {};
    const auto last = std::find_if(run.amounts.rbegin(), run.amounts.rend(), is_mine).base();
    std::vector<std::string> years;
    for (auto each = first; each != last; ++each) {
        const int year = run.first + static_cast<int>(each - run.amounts.begin());
        const double amount = is_mine(*each) ? *each * kind.sign : 0;
        years.push_back(fmt::format("{}{}: {}", year, year == last_of_table && amount != 0 ? ".." : "", written(amount + 0.0)));
    }
    return fmt::format("{}: {{{}}}", kind.key, fmt::join(years, ", "));
}

/// One key, or two where the signs change.
std::vector<std::string> keys_of(const Run& run, int last_of_table) {
    constexpr Signed cost{"cost", 1};
    constexpr Signed saving{"saving", -1};
    const bool costs = std::ranges::any_of(run.amounts, [](double amount) { return amount > 0; });
    const bool savings = std::ranges::any_of(run.amounts, [](double amount) { return amount < 0; });
    if (!costs || !savings) return {series_of(run, savings ? saving : cost, true, last_of_table)};
    return {series_of(run, cost, false, last_of_table), series_of(run, saving, false, last_of_table)};
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string all = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') all += '\\';
        all += letter;
    }
    return all + "\"";
}

std::string_view without_marks(std::string_view label) {
    while (label.ends_with('*') || label.ends_with(' ')) label.remove_suffix(1);
    return label;
}

/// Of an id; a longer label is cut between words.
constexpr std::size_t longest = 48;

std::string Ids::next(std::string_view label) {
    const bool has_letters = std::ranges::any_of(label, [](unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    std::string id = has_letters ? as_identifier(label, longest + 8) : "line";
    if (id.size() > longest) id.erase(std::min(id.rfind('-', longest), longest));
    if (model::is_reserved(id)) id += "-line";
    std::string unique = id;
    for (int again = 2; given_.contains(unique); ++again) unique = fmt::format("{}-{}", id, again);
    given_.insert(unique);
    return unique;
}

bool has_amounts(const PublishedRow& row) {
    return std::ranges::any_of(row.values, [](const auto& value) { return value.has_value(); });
}

std::string amounts_of(const PublishedRow& row, quantity::Years years, bool goes_on, std::string_view indent) {
    const auto runs = runs_of(row, years);
    const int last_of_table = goes_on ? years.last : 0;
    std::string text;
    if (runs.size() > 1) text = fmt::format("{}parts:\n", indent);
    for (const Run& run : runs) {
        std::string_view begin = runs.size() > 1 ? "  - " : "";
        for (const std::string& key : keys_of(run, last_of_table)) {
            text += fmt::format("{}{}{}\n", indent, begin, key);
            if (runs.size() > 1) begin = "    ";
        }
    }
    return text;
}

}  // namespace provenu::input
