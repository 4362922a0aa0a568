#include "input/names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace provenu::input {
namespace {

using model::Placed;

constexpr std::array<std::string_view, 15> reserved{
    "savings", "recurring", "implementation", "net",           "balance",         "payback",        "npv", "months", "irr",
    "peak",    "fte",       "frame_freed",    "full_phase_in", "investment_need", "discount_factor"};

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
    return std::all_of(text.begin(), text.end(), [](char c) { return is_small(c) || is_digit(c) || c == '-'; });
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

bool is_reserved(std::string_view text) {
    return std::find(reserved.begin(), reserved.end(), text) != reserved.end();
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
