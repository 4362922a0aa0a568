#include "input/syntax.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "provenu/diag/utf8.hpp"

namespace provenu::input {
namespace {

using diag::Place;

/// libyaml's parser and its latest event, both freed at the end.
class Events {
 public:
    explicit Events(std::string_view text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~Events() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;

    bool next() {
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) != 0;
    }
    [[nodiscard]] const yaml_event_t& event() const { return event_; }
    [[nodiscard]] const yaml_parser_t& parser() const { return parser_; }

 private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

Place place_of(const SourcePointer& source, const yaml_mark_t& mark) {
    return {source, static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, 1};
}

std::string_view text_or_empty(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// libyaml's words, and the finding that says the same to an author.
struct Problem {
    std::string_view words;
    std::string_view code;
};
constexpr std::array<Problem, 18> problems{{
    {"mapping values are not allowed in this context", "P111"},
    {"did not find expected key", "P112"},
    {"did not find expected '-' indicator", "P112"},
    {"did not find expected <document start>", "P112"},
    {"found character that cannot start any token", "P113"},
    {"mapping keys are not allowed in this context", "P113"},
    {"found a tab character that violates indentation", "P114"},
    {"found a tab character where an indentation space is expected", "P114"},
    {"found unexpected end of stream", "P115"},
    {"found unexpected document indicator", "P115"},
    {"could not find expected ':'", "P116"},
    {"did not find expected ',' or '}'", "P117"},
    {"did not find expected ',' or ']'", "P117"},
    {"did not find expected node content", "P117"},
    {"found unknown escape character", "P118"},
    {"did not find expected hexdecimal number", "P118"},
    {"found invalid Unicode character escape code", "P118"},
    {"block sequence entries are not allowed in this context", "P119"},
}};
/// What libyaml was reading, where that says more than its problem.
constexpr std::array<Problem, 7> contexts{{
    {"while scanning an anchor", "P121"},
    {"while scanning an alias", "P121"},
    {"while scanning a tag", "P122"},
    {"while parsing a tag", "P122"},
    {"while scanning a block scalar", "P113"},
    {"while scanning a directive", "P125"},
    {"while scanning a %YAML directive", "P125"},
}};

template <std::size_t count>
std::string_view code_of(const std::array<Problem, count>& known, std::string_view words) {
    for (const auto& problem : known) {
        if (problem.words == words) return problem.code;
    }
    return {};
}

/// The line with this number, from 1.
std::string_view line_of(std::string_view text, int number) {
    for (int line = 1; line < number; ++line) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    return text.substr(0, text.find('\n'));
}

/// What stands before a mark on its line; libyaml counts characters, so its index is no offset into the text.
std::string_view before_on_line(std::string_view file, const yaml_mark_t& mark) {
    const std::string_view text = line_of(file, static_cast<int>(mark.line) + 1);
    std::size_t bytes = 0;
    for (std::size_t column = 0; column < mark.column && bytes < text.size(); ++column) {
        bytes += diag::first_character(text.substr(bytes)).length;
    }
    return text.substr(0, bytes);
}

/// Whether the last thing before a mark on its line ends a quoted text or a bracket.
bool is_behind_closing(std::string_view before) {
    const std::size_t last = before.find_last_not_of(' ');
    return last != std::string_view::npos && std::string_view("\"']}").find(before[last]) != std::string_view::npos;
}

/// A finding, and whether it stands where its construct began rather than where it failed.
struct Named {
    std::string_view code;
    bool at_beginning = false;
};

/// The no-break space on the line of a mark or the one above that may be why YAML fails there.
std::optional<Place> no_break_space(const SourcePointer& source, const yaml_mark_t& mark) {
    std::string_view text = source->text;
    for (std::size_t line = 0; line <= mark.line; ++line) {
        const std::string_view here = text.substr(0, text.find('\n'));
        const std::size_t at = here.find("\xC2\xA0");
        const bool structural = at != std::string_view::npos && here.find_first_of("\"'#") > at;
        if (structural && line + 1 >= mark.line) {
            return Place{source, static_cast<int>(line) + 1, diag::count_characters(here.substr(0, at)) + 1, 1};
        }
        text.remove_prefix(std::min(here.size() + 1, text.size()));
    }
    return {};
}

/// The quotation marks of word processors, which are none to YAML, on the line of a mark.
std::optional<Place> curly_mark(const SourcePointer& source, const yaml_mark_t& mark) {
    const int number = static_cast<int>(mark.line) + 1;
    const std::string_view line = line_of(source->text, number);
    for (const std::string_view curly : {"\u201C", "\u201D", "\u201E", "\u00BB", "\u00AB"})
        if (const auto at = line.find(curly); at != std::string_view::npos)
            return Place{source, number, diag::count_characters(line.substr(0, at)) + 1, 1};
    return {};
}

/// A text in quotation marks that ends where the next one should begin was opened on a line above with one mark too few.
std::optional<Place> left_open(const SourcePointer& source, const yaml_mark_t& mark) {
    constexpr int lines_looked_at = 30;
    const int last = static_cast<int>(mark.line);
    for (int number = last; number >= 1 && number > last - lines_looked_at; --number) {
        const std::string_view line = line_of(source->text, number);
        if (std::ranges::count(line, '"') % 2 == 1)
            return Place{source, number, diag::count_characters(line.substr(0, line.rfind('"'))) + 1, 1};
    }
    return {};
}

Named name_problem(const diag::Source& source, const yaml_parser_t& parser) {
    if (const auto code = code_of(contexts, text_or_empty(parser.context)); !code.empty()) return {code, true};
    const auto code = code_of(problems, text_or_empty(parser.problem));
    const std::string_view before = before_on_line(source.text, parser.problem_mark);
    const bool misplaced = code == "P112" || code == "P113";
    if (misplaced && is_behind_closing(before)) return {"P129", false};
    const std::string_view rest =
        std::string_view(source.text).substr(static_cast<std::size_t>(before.end() - source.text.data()));
    if (code == "P113" && rest.starts_with('\t')) return {"P114", false};
    return {code.empty() ? "P110" : code, code == "P115" || code == "P116" || code == "P117"};
}

void report_syntax(const SourcePointer& source, const yaml_parser_t& parser, diag::Diagnostics& found) {
    const auto [code, at_beginning] = name_problem(*source, parser);
    const bool of_structure = code == "P111" || code == "P112" || code == "P116";
    if (const auto space = of_structure ? no_break_space(source, parser.problem_mark) : std::nullopt) {
        return found.error("P131", *space);
    }
    if (const auto curly = of_structure ? curly_mark(source, parser.problem_mark) : std::nullopt)
        return found.error("P132", *curly);
    if (const auto open = code == "P129" ? left_open(source, parser.problem_mark) : std::nullopt)
        return found.error("P115", *open);
    const bool knows_beginning = at_beginning && parser.context != nullptr;
    const yaml_mark_t& mark = knows_beginning ? parser.context_mark : parser.problem_mark;
    found.error(std::string(code), place_of(source, mark), {{"problem", std::string(text_or_empty(parser.problem))}});
}

bool has_tag(const yaml_event_t& event) {
    switch (event.type) {
        case YAML_SCALAR_EVENT:
            return event.data.scalar.tag != nullptr;
        case YAML_SEQUENCE_START_EVENT:
            return event.data.sequence_start.tag != nullptr;
        case YAML_MAPPING_START_EVENT:
            return event.data.mapping_start.tag != nullptr;
        default:
            return false;
    }
}

bool has_anchor(const yaml_event_t& event) {
    switch (event.type) {
        case YAML_SCALAR_EVENT:
            return event.data.scalar.anchor != nullptr;
        case YAML_SEQUENCE_START_EVENT:
            return event.data.sequence_start.anchor != nullptr;
        case YAML_MAPPING_START_EVENT:
            return event.data.mapping_start.anchor != nullptr;
        case YAML_ALIAS_EVENT:
            return true;
        default:
            return false;
    }
}

bool has_directive(const yaml_event_t& event) {
    if (event.type != YAML_DOCUMENT_START_EVENT) return false;
    const auto& start = event.data.document_start;
    return start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end;
}

/// What has been passed so far.
struct Count {
    int depth = 0;
    int documents = 0;
    int values = 0;
};

void count(const yaml_event_t& event, Count& so_far) {
    switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            ++so_far.documents;
            break;
        case YAML_SEQUENCE_START_EVENT:
        case YAML_MAPPING_START_EVENT:
            ++so_far.depth;
            ++so_far.values;
            break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            --so_far.depth;
            break;
        case YAML_SCALAR_EVENT:
            ++so_far.values;
            break;
        default:
            break;
    }
}

/// The code of the rule that this event breaks; empty for none.
std::string_view broken_rule(const yaml_event_t& event, const Count& so_far) {
    if (so_far.depth > deepest_nesting) return "P120";
    if (has_anchor(event)) return "P121";
    if (has_tag(event)) return "P122";
    if (so_far.documents > 1) return "P124";
    if (has_directive(event)) return "P125";
    if (so_far.values > most_values) return "P126";
    if (event.type == YAML_SCALAR_EVENT && event.data.scalar.length > longest_text) return "P128";
    return {};
}

/// The first character of a decoded text that does not belong in one; an escape may write what the file itself must not have.
std::optional<char32_t> control_in(const yaml_event_t& event) {
    if (event.type != YAML_SCALAR_EVENT || event.data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE) return std::nullopt;
    std::string_view text(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
    while (!text.empty()) {
        const diag::Character character = diag::first_character(text);
        if (!character.valid || diag::is_control(character.code_point)) return character.code_point;
        text.remove_prefix(character.length);
    }
    return std::nullopt;
}

std::string limit_of(std::string_view rule) {
    if (rule == "P120") return std::to_string(deepest_nesting);
    if (rule == "P128") return std::to_string(longest_text);
    return std::to_string(most_values);
}

}  // namespace

bool is_plain_yaml(const SourcePointer& source, diag::Diagnostics& found) {
    Events events(source->text);
    Count so_far;
    do {
        if (!events.next()) {
            report_syntax(source, events.parser(), found);
            return false;
        }
        count(events.event(), so_far);
        const std::string_view rule = broken_rule(events.event(), so_far);
        if (!rule.empty()) {
            found.error(std::string(rule), place_of(source, events.event().start_mark), {{"limit", limit_of(rule)}});
            return false;
        }
        if (const auto control = control_in(events.event())) {
            const std::string shown = fmt::format("U+{:04X}", static_cast<unsigned>(*control));
            found.error("P107", place_of(source, events.event().start_mark), {{"character", shown}});
            return false;
        }
    } while (events.event().type != YAML_STREAM_END_EVENT);
    if (so_far.documents == 0) {
        found.error("P104", {source, 0, 0, 1});
        return false;
    }
    return true;
}

}  // namespace provenu::input
