#include "tables/letters.hpp"

#include <array>
#include <utility>

namespace provenu::tables {
namespace {

/// Bytes of the blank at the start of `text`, no-break ones included; 0 for none.
std::size_t blank_length(std::string_view text) {
    if (text.empty()) return 0;
    if (std::string_view(" \t\r\n").find(text[0]) != std::string_view::npos) return 1;
    if (text.starts_with("\u00A0")) return 2;
    return text.starts_with("\u202F") || text.starts_with("\u2009") ? 3 : 0;
}

std::size_t blank_length_at_end(std::string_view text) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}})
        if (text.size() >= length && blank_length(text.substr(text.size() - length)) == length) return length;
    return 0;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> capitals{{{"Æ", "æ"}, {"Ø", "ø"}, {"Å", "å"}, {"É", "é"}}};

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (const std::size_t blank = blank_length(text)) text.remove_prefix(blank);
    while (const std::size_t blank = blank_length_at_end(text)) text.remove_suffix(blank);
    return text;
}

std::string on_one_line(std::string_view text) {
    text = trimmed(text);
    std::string line;
    while (!text.empty()) {
        const bool blank = std::string_view(" \t\r\n").find(text[0]) != std::string_view::npos;
        if (!blank || !line.ends_with(' ')) line += blank ? ' ' : text[0];
        text.remove_prefix(1);
    }
    return line;
}

std::string in_small_letters(std::string_view text) {
    std::string small;
    while (!text.empty()) {
        std::size_t length = 1;
        std::string_view letter = text.substr(0, 1);
        for (const auto& [capital, plain] : capitals) {
            if (!text.starts_with(capital)) continue;
            length = capital.size();
            letter = plain;
        }
        const bool latin = length == 1 && letter[0] >= 'A' && letter[0] <= 'Z';
        small += latin ? std::string(1, static_cast<char>(letter[0] - 'A' + 'a')) : std::string(letter);
        text.remove_prefix(length);
    }
    return small;
}

}  // namespace provenu::tables
