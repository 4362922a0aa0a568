#include "input/syntax.hpp"

#include <yaml.h>

#include <array>
#include <string_view>

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
constexpr std::array<Problem, 11> problems{{
    {"mapping values are not allowed in this context", "P111"},
    {"did not find expected key", "P112"},
    {"did not find expected '-' indicator", "P112"},
    {"found character that cannot start any token", "P113"},
    {"found a tab character that violates indentation", "P114"},
    {"found a tab character where an indentation space is expected", "P114"},
    {"found unexpected end of stream", "P115"},
    {"could not find expected ':'", "P116"},
    {"did not find expected ',' or '}'", "P117"},
    {"did not find expected ',' or ']'", "P117"},
    {"found unknown escape character", "P118"},
}};

std::string code_of(std::string_view words) {
    for (const auto& problem : problems) {
        if (problem.words == words) return std::string(problem.code);
    }
    return "P110";
}

char character_at(const diag::Source& source, const yaml_mark_t& mark) {
    // libyaml counts characters, so its index is no offset into the text; a tab is looked for from the line's start.
    std::size_t start = 0;
    for (std::size_t line = 0; line < mark.line && start != std::string::npos; ++line) {
        start = source.text.find('\n', start);
        if (start != std::string::npos) ++start;
    }
    if (start == std::string::npos || start + mark.column >= source.text.size()) return '\0';
    return source.text[start + mark.column];
}

void report_syntax(const SourcePointer& source, const yaml_parser_t& parser, diag::Diagnostics& found) {
    const std::string_view words = text_or_empty(parser.problem);
    std::string code = code_of(words);
    if (code == "P113" && character_at(*source, parser.problem_mark) == '\t') code = "P114";
    const bool opened = code == "P115" || code == "P116" || code == "P117";  // where it began is of more use than where it failed
    const yaml_mark_t& mark = opened ? parser.context_mark : parser.problem_mark;
    found.error(std::move(code), place_of(source, mark), {{"problem", std::string(words)}});
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
    } while (events.event().type != YAML_STREAM_END_EVENT);
    if (so_far.documents == 0) {
        found.error("P104", {source, 0, 0, 1});
        return false;
    }
    return true;
}

}  // namespace provenu::input
