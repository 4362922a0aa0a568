#include "wording/entries.hpp"

#include <algorithm>

#include "provenu/diag/bug.hpp"

namespace provenu::wording {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool may_stand_in_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

std::string with_line_ends(std::string_view text) {
    std::string result(text);
    for (auto at = result.find("\\n"); at != std::string::npos; at = result.find("\\n", at)) result.replace(at, 2, "\n");
    return result;
}

Entry entry(std::string_view line) {
    const auto equals = line.find('=');
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view text = equals == std::string_view::npos ? std::string_view{} : trimmed(line.substr(equals + 1));
    const bool is_key = !key.empty() && std::all_of(key.begin(), key.end(), may_stand_in_key);
    if (!is_key || text.empty()) diag::bug("no line of a catalogue: " + std::string(line));
    return {key, with_line_ends(text)};
}

}  // namespace

std::vector<Entry> entries(std::string_view file) {
    std::vector<Entry> result;
    while (!file.empty()) {
        const auto end = std::min(file.find('\n'), file.size());
        const std::string_view line = trimmed(file.substr(0, end));
        file.remove_prefix(std::min(end + 1, file.size()));
        if (!line.empty() && line[0] != '#') result.push_back(entry(line));
    }
    return result;
}

}  // namespace provenu::wording
