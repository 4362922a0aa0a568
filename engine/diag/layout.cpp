#include "provenu/diag/layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/characters.hpp"
#include "diag/excerpt.hpp"

namespace provenu::diag {

namespace {

/// English in every language, so that editors find them.
std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

std::string where(const Place& place) {
    if (!place.source || place.source->path.empty()) return "";
    std::string text = printable_text(place.source->path);
    std::replace(text.begin(), text.end(), '\n', '?');
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
    return text + ": ";
}

void add_line(std::string& page, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    page += line + "\n";
}

void add_excerpt(std::string& page, const Place& place) {
    if (!place.source || place.line < 1) return;
    const auto line = line_of(place.source->text, place.line);
    if (!line) return;
    const Excerpt shown = excerpt(*line, place);
    const std::string number = fmt::format("{:>5} |", place.line);
    const std::string gutter = std::string(number.size() - 1, ' ') + "|";
    add_line(page, number + " " + shown.text);
    if (shown.width > 0) add_line(page, gutter + " " + std::string(shown.before, ' ') + std::string(shown.width, '^'));
}

/// Further lines of a hint stand under its first.
std::string indented(std::string text, std::size_t by) {
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1)) text.insert(end + 1, by, ' ');
    return text;
}

}  // namespace

std::string lay_out(const Diagnostic& diagnostic, const Words& words) {
    std::string page;
    add_line(page, where(diagnostic.place) +
                       fmt::format("{} {}: {}", word(diagnostic.severity), diagnostic.code, printable_text(words.message)));
    add_excerpt(page, diagnostic.place);
    constexpr std::string_view hint = "   hint: ";
    if (!words.hint.empty()) add_line(page, std::string(hint) + indented(printable_text(words.hint), hint.size()));
    return page;
}

}  // namespace provenu::diag
