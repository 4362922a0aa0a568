#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "input/fields.hpp"
#include "provenu/model/line.hpp"

namespace provenu::input {

using model::Placed;

std::string read_text(Reading& reading, const Node& node);
/// A text, or one for each language; a language that is not written takes the other's.
model::Text read_label(Reading& reading, const Node& node);
bool read_truth(Reading& reading, const Node& node);
Placed<int> read_whole(Reading& reading, const Node& node);
Placed<int> read_year(Reading& reading, const Node& node);
Placed<quantity::Month> read_month(Reading& reading, const Node& node);
/// What a thing is called: [a-z][a-z0-9_-]*
Placed<std::string> read_identifier(Reading& reading, const Node& node);
/// The same of a thing with figures, which may not be called as the program calls one of its own.
Placed<std::string> read_address(Reading& reading, const Node& node);
/// A name that formulas use: [a-zæøå][a-zæøå0-9_]*, none of the reserved ones.
Placed<std::string> read_name(Reading& reading, const Node& node);
/// The address of something defined elsewhere; whether it exists is for others to find.
Placed<std::string> read_reference(Reading& reading, const Node& node);
std::vector<std::string> read_texts(Reading& reading, const Node& list);
const Fields<model::Text>& label_fields();

/// A word of the file and what it means.
template <class Meaning>
struct Word {
    std::string_view written;
    Meaning meaning;
};

/// Finds that a text is none of the words, and which is nearest.
void report_no_word(Reading& reading, const Node& node, const std::vector<std::string_view>& allowed);

template <class Meaning, std::size_t count>
std::vector<std::string_view> written(const std::array<Word<Meaning>, count>& words) {
    std::vector<std::string_view> texts;
    for (const auto& word : words) texts.push_back(word.written);
    return texts;
}

/// The meaning of a word; the first one's where it is none of them.
template <class Meaning, std::size_t count>
Meaning read_word(Reading& reading, const Node& node, const std::array<Word<Meaning>, count>& words) {
    for (const auto& word : words) {
        if (word.written == node.text) return word.meaning;
    }
    report_no_word(reading, node, written(words));
    return words.front().meaning;
}

}  // namespace provenu::input
