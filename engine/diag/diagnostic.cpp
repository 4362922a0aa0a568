#include "provenu/diag/diagnostic.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "diag/characters.hpp"

namespace provenu::diag {

namespace {

auto position(const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    return std::tuple(place.source ? std::string_view(place.source->path) : std::string_view{}, place.line, place.column);
}

/// All that a reader sees of a finding.
auto content(const Diagnostic& diagnostic) {
    std::vector<std::tuple<std::string_view, std::string_view, bool>> arguments;
    for (const Argument& argument : diagnostic.arguments) arguments.emplace_back(argument.name, argument.value, argument.is_key);
    return std::tuple(position(diagnostic), diagnostic.place.width, diagnostic.severity, std::string_view(diagnostic.code),
                      arguments);
}

/// A text of an author may be of any length, a line on the screen not.
void shorten(std::string& text) {
    constexpr std::size_t longest = 300;  // bytes
    if (text.size() <= longest) return;
    std::size_t end = longest;
    while (end > 0 && !starts_character(text[end])) --end;
    text.resize(end);
    text += "...";
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
    for (Argument& argument : diagnostic.arguments) {
        if (!argument.is_key) shorten(argument.value);
    }
    const bool is_error = diagnostic.severity == Severity::error;
    std::size_t& count = is_error ? errors_ : others_;
    if (count == most) return;
    ++count;
    found_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Place place, std::vector<Argument> arguments) {
    add({Severity::error, std::move(code), std::move(place), std::move(arguments)});
}

void Diagnostics::warning(std::string code, Place place, std::vector<Argument> arguments) {
    add({Severity::warning, std::move(code), std::move(place), std::move(arguments)});
}

void Diagnostics::note(std::string code, Place place, std::vector<Argument> arguments) {
    add({Severity::note, std::move(code), std::move(place), std::move(arguments)});
}

void Diagnostics::append(const Diagnostics& others) {
    const std::size_t count = others.found_.size();  // `others` may be this list
    found_.reserve(found_.size() + count);
    for (std::size_t i = 0; i < count; ++i) add(others.found_[i]);
}

bool Diagnostics::has_errors() const {
    return errors_ > 0;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::set<decltype(content(found_.front()))> seen;
    std::vector<Diagnostic> result;
    for (const Diagnostic& diagnostic : found_) {
        if (seen.insert(content(diagnostic)).second) result.push_back(diagnostic);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Diagnostic& left, const Diagnostic& right) { return position(left) < position(right); });
    return result;
}

}  // namespace provenu::diag
