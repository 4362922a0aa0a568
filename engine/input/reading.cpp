#include "input/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace provenu::input {

diag::Place place_of(const Reading& reading, const Node& node) {
    const bool open_block = node.kind == Node::Kind::map && !node.flow && !node.children.empty();
    const Node& at = open_block ? node.children.front() : node;
    return {reading.source, at.line, at.column, at.width};
}

void report(Reading& reading, std::string code, const Node& at, std::vector<diag::Argument> arguments) {
    reading.found.error(std::move(code), place_of(reading, at), std::move(arguments));
}

std::string plain(double value, std::string_view as_in) {
    std::string text = fmt::format("{:.6g}", value);
    if (as_in.find(',') != std::string_view::npos) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace provenu::input
