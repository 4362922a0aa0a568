#include "input/names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace provenu::input {
namespace {

using model::Placed;

constexpr std::array<std::string_view, 3> danish_letters{"æ", "ø", "å"};

bool is_small(char letter) {
    return letter >= 'a' && letter <= 'z';
}
bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Bytes of the small letter, Danish ones included, at the start of `text`; 0 for none.
std::size_t letter_length(std::string_view text) {
    if (text.empty()) return 0;
    if (is_small(text[0])) return 1;
    for (const auto letter : danish_letters) {
        if (text.starts_with(letter)) return letter.size();
    }
    return 0;
}

struct Letter {
    std::string_view written;
    std::string_view small;
    std::string_view latin;
};
constexpr std::array<Letter, 6> letters{
    {{"æ", "æ", "ae"}, {"ø", "ø", "oe"}, {"å", "å", "aa"}, {"Æ", "æ", "ae"}, {"Ø", "ø", "oe"}, {"Å", "å", "aa"}}};

/// One character of a name as it should be: its bytes as written, and what to write; nothing for a sign or space.
struct Mended {
    std::size_t length;
    std::string text;
};

Mended mend(std::string_view rest, bool latin) {
    const char first = rest[0];
    if (is_small(first) || is_digit(first)) return {1, std::string(1, first)};
    if (first >= 'A' && first <= 'Z') return {1, std::string(1, static_cast<char>(first - 'A' + 'a'))};
    for (const auto& letter : letters) {
        if (rest.starts_with(letter.written)) return {letter.written.size(), std::string(latin ? letter.latin : letter.small)};
    }
    return {1, ""};
}

std::string mended(std::string_view text, char joint, bool latin, std::size_t longest = 40) {
    std::string result;
    bool apart = false;
    while (!text.empty() && result.size() < longest) {
        const auto [length, character] = mend(text, latin);
        text.remove_prefix(length);
        const bool may_begin = !result.empty() || (!character.empty() && !is_digit(character[0]));
        if (apart && !result.empty() && !character.empty()) result += joint;
        if (may_begin) result += character;
        apart = character.empty();
    }
    return result;
}

class Addresses {
 public:
    explicit Addresses(diag::Diagnostics& found) : found_(found) {}

    void add(const Placed<std::string>& address) {
        if (address.value.empty()) return;  // missing: found already
        const auto [first, is_new] = first_.try_emplace(address.value, address.place);
        if (is_new) return;
        const bool same_file = first->second.source == address.place.source;
        const std::string path = first->second.source ? first->second.source->path : std::string();
        found_.error(same_file ? "P333" : "P336", address.place,
                     {{"id", address.value}, {"line", std::to_string(first->second.line)}, {"path", path}});
    }

 private:
    diag::Diagnostics& found_;
    std::map<std::string_view, diag::Place> first_;
};

}  // namespace

bool is_identifier(std::string_view text) {
    if (text.empty() || !is_small(text[0])) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_small(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool is_name(std::string_view text) {
    std::size_t length = letter_length(text);
    if (length == 0) return false;
    while (!text.empty()) {
        length = letter_length(text);
        if (length == 0 && (is_digit(text[0]) || text[0] == '_')) length = 1;
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string as_identifier(std::string_view text, std::size_t longest) {
    std::string mended_text = mended(text, '-', true, longest);
    return mended_text.empty() ? "outreach-team" : mended_text;
}

std::string as_name(std::string_view text) {
    std::string mended_text = mended(text, '_', false);
    return mended_text.empty() ? "team_leader" : mended_text;
}

void check_addresses(const model::Proposal& proposal, diag::Diagnostics& found) {
    Addresses addresses(found);
    for (const auto& input : proposal.inputs) addresses.add(input.name);
    for (const auto& budget : proposal.budgets) addresses.add(budget.id);
    for (const auto& line : proposal.lines) addresses.add(line.id);
    for (const auto& handover : proposal.handovers) {
        addresses.add(handover.id);
        addresses.add(handover.implementation.id);
        addresses.add(handover.recurring.id);
    }
    for (const auto& figure : proposal.key_figures) addresses.add(figure.id);
}

}  // namespace provenu::input
