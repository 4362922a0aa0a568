#include "provenu/wording/catalogue.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "embedded/catalogue.hpp"
#include "provenu/diag/bug.hpp"
#include "wording/entries.hpp"
#include "wording/placeholders.hpp"

namespace provenu::wording {

namespace {

using Texts = std::unordered_map<std::string_view, std::string>;

Texts read_texts(std::string_view ending) {
    Texts texts;
    for (const auto& file : embedded::catalogue::files()) {
        if (!file.name.ends_with(ending)) continue;
        for (auto& [key, text] : entries(file.text)) texts.emplace(key, std::move(text));
    }
    return texts;
}

/// A constant of the program, indexed when it is first asked for.
const Texts& texts(Language language) {
    static const Texts danish = read_texts(".da.txt");
    static const Texts english = read_texts(".en.txt");
    switch (language) {
        case Language::danish:
            return danish;
        case Language::english:
            return english;
    }
    diag::bug("no such language");
}

const std::string* find_text(Language language, std::string_view key) {
    const auto found = texts(language).find(key);
    return found == texts(language).end() ? nullptr : &found->second;
}

const diag::Argument* find_argument(const std::vector<diag::Argument>& arguments, std::string_view name) {
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& argument) { return argument.name == name; });
    return found == arguments.end() ? nullptr : &*found;
}

/// A key's text, or a text whose {keys} are replaced by theirs.
std::string in_language(Language language, std::string_view value) {
    if (value.find('{') == std::string_view::npos) return text(language, value);
    std::string result;
    while (!value.empty()) {
        const auto open = std::min(value.find('{'), value.size());
        const auto close = std::min(value.find('}', open), value.size());
        result += value.substr(0, open);
        if (close < value.size()) result += text(language, value.substr(open + 1, close - open - 1));
        value.remove_prefix(std::min(close + 1, value.size()));
    }
    return result;
}

}  // namespace

std::string text(Language language, std::string_view key, const std::vector<diag::Argument>& arguments) {
    const std::string* pattern = find_text(language, key);
    if (pattern == nullptr) diag::bug("no text " + std::string(key));
    std::string result;
    for (const auto& [verbatim, placeholder] : pieces(*pattern)) {
        result += verbatim;
        if (placeholder.empty()) continue;
        const diag::Argument* argument = find_argument(arguments, placeholder);
        if (argument == nullptr) diag::bug("text " + std::string(key) + " lacks {" + std::string(placeholder) + "}");
        result += argument->is_key ? in_language(language, argument->value) : argument->value;
    }
    return result;
}

bool has_text(Language language, std::string_view key) {
    return find_text(language, key) != nullptr;
}

std::vector<std::string> keys(Language language) {
    std::vector<std::string> result;
    for (const auto& [key, text] : texts(language)) result.emplace_back(key);
    std::sort(result.begin(), result.end());
    return result;
}

diag::Words words(Language language, const diag::Diagnostic& diagnostic) {
    diag::Words result{text(language, diagnostic.code, diagnostic.arguments), ""};
    const std::string* hint = find_text(language, diagnostic.code + ".hint");
    if (hint == nullptr) return result;
    const auto names = placeholders(*hint);
    const bool complete = std::all_of(
        names.begin(), names.end(), [&](std::string_view name) { return find_argument(diagnostic.arguments, name) != nullptr; });
    if (complete) result.hint = text(language, diagnostic.code + ".hint", diagnostic.arguments);
    return result;
}

}  // namespace provenu::wording
