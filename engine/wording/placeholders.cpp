#include "wording/placeholders.hpp"

#include <algorithm>

namespace provenu::wording {

namespace {

/// The name in braces at the start of `text`; empty where none stands there.
std::string_view name_in_braces(std::string_view text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    const auto end = text.find_first_not_of(allowed, 1);
    return end != std::string_view::npos && text[end] == '}' ? text.substr(1, end - 1) : std::string_view{};
}

}  // namespace

std::vector<Piece> pieces(std::string_view text) {
    std::vector<Piece> result;
    std::size_t start = 0;
    for (auto brace = text.find('{'); brace != std::string_view::npos; brace = text.find('{', brace + 1)) {
        const std::string_view name = name_in_braces(text.substr(brace));
        if (name.empty()) continue;
        result.push_back({text.substr(start, brace - start), name});
        start = brace + name.size() + 2;
    }
    result.push_back({text.substr(start), {}});
    return result;
}

std::vector<std::string_view> placeholders(std::string_view text) {
    std::vector<std::string_view> names;
    for (const Piece& piece : pieces(text)) {
        if (!piece.placeholder.empty()) names.push_back(piece.placeholder);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace provenu::wording
