#include "input/position.hpp"

#include <algorithm>

#include "provenu/diag/utf8.hpp"

namespace provenu::input {
namespace {

/// Bytes from a quotation mark to its closing one on the same line, both included; to the line's end where there is none.
std::size_t quoted_length(std::string_view text) {
    const char quote = text[0];
    for (std::size_t i = 1; i < text.size() && text[i] != '\n'; ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            return i + 1;
        }
    }
    return std::min(text.size(), text.find('\n'));
}

}  // namespace

int Positions::column(std::size_t offset, int line) {
    offset = std::min(offset, text_.size());
    if (line == line_ && offset >= offset_) {
        column_ += diag::count_characters(text_.substr(offset_, offset - offset_));
    } else if (line == line_) {
        column_ -= diag::count_characters(text_.substr(offset, offset_ - offset));
    } else {
        const std::size_t newline = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
        const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
        column_ = 1 + diag::count_characters(text_.substr(start, offset - start));
    }
    line_ = line;
    offset_ = offset;
    return column_;
}

WrittenText Positions::written(std::size_t offset, std::string_view value) const {
    const std::string_view rest = text_.substr(std::min(offset, text_.size()));
    if (rest.empty()) return {};
    if (rest[0] != '"' && rest[0] != '\'') {
        if (!rest.starts_with(value)) return {};  // a block of lines, or folded ones
        return {rest.substr(0, value.size()), diag::count_characters(value)};
    }
    const std::size_t length = quoted_length(rest);
    const int width = diag::count_characters(rest.substr(0, length));
    if (length == value.size() + 2 && rest.substr(1, value.size()) == value) return {rest.substr(1, value.size()), width};
    return {std::nullopt, width};
}

}  // namespace provenu::input
