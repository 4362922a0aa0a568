#include "tables/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tables/letters.hpp"

namespace provenu::tables {
namespace {

template <class Meaning>
using Word = std::pair<std::string_view, Meaning>;

template <class Words>
auto meaning_of(const Words& words, std::string_view text) -> std::optional<decltype(words.front().second)> {
    const std::string small = in_small_letters(trimmed(text));
    const auto found = std::ranges::find(words, small, [](const auto& word) { return word.first; });
    if (found == words.end()) return {};
    return found->second;
}

constexpr std::array<Word<Heading>, 19> headings{{{"section", Heading::section},
                                                  {"sektion", Heading::section},
                                                  {"afsnit", Heading::section},
                                                  {"line", Heading::label},
                                                  {"label", Heading::label},
                                                  {"linje", Heading::label},
                                                  {"tekst", Heading::label},
                                                  {"area", Heading::area},
                                                  {"control area", Heading::area},
                                                  {"område", Heading::area},
                                                  {"styringsområde", Heading::area},
                                                  {"value", Heading::value},
                                                  {"værdi", Heading::value},
                                                  {"note", Heading::note},
                                                  {"notes", Heading::note},
                                                  {"noter", Heading::note},
                                                  {"bemærkning", Heading::note},
                                                  {"bemærkninger", Heading::note},
                                                  {"remarks", Heading::note}}};

constexpr std::array<Word<std::string_view>, 26> areas{{{"service", "service"},
                                                        {"serviceudgifter", "service"},
                                                        {"serviceramme", "service"},
                                                        {"servicerammen", "service"},
                                                        {"drift", "service"},
                                                        {"transfers", "transfers"},
                                                        {"transfer", "transfers"},
                                                        {"overførsler", "transfers"},
                                                        {"overførsel", "transfers"},
                                                        {"overførselsudgifter", "transfers"},
                                                        {"indkomstoverførsler", "transfers"},
                                                        {"capital", "capital"},
                                                        {"anlæg", "capital"},
                                                        {"anlægsudgifter", "capital"},
                                                        {"anlægsramme", "capital"},
                                                        {"financing", "financing"},
                                                        {"finansiering", "financing"},
                                                        {"finansposter", "financing"},
                                                        {"finansielle poster", "financing"},
                                                        {"supply", "supply"},
                                                        {"forsyning", "supply"},
                                                        {"forsyningsområdet", "supply"},
                                                        {"outside", "outside"},
                                                        {"outside the municipality's budget", "outside"},
                                                        {"uden for kommunens budget", "outside"},
                                                        {"uden for budgettet", "outside"}}};

constexpr std::array<std::string_view, 9> plain_sections{
    "recurring", "implementation",  "recurring_total", "recurring_net_efficiency", "implementation_total", "net",
    "balance",   "payback_service", "payback_total"};
constexpr std::array<std::string_view, 2> of_areas{"recurring_total_", "implementation_total_"};
constexpr std::array<std::string_view, 15> others{"npv",   "irr",         "peak",   "investment_need", "full_phase_in", "fte",
                                                  "key_",  "decided_in_", "payer_", "payback_payer",   "frame_",        "budget_",
                                                  "index", "note",        "claim"};

}  // namespace

std::optional<Heading> heading_named(std::string_view text) {
    return meaning_of(headings, text);
}

std::optional<std::string> area_named(std::string_view text) {
    const auto id = meaning_of(areas, text);
    return id ? std::optional(std::string(*id)) : std::nullopt;
}

bool is_section(std::string_view name) {
    return std::ranges::find(plain_sections, name) != plain_sections.end() || !area_of_section(name).empty();
}

bool is_other_section(std::string_view name) {
    return std::ranges::any_of(others, [&](std::string_view other) { return name.starts_with(other); });
}

std::vector<std::string> sections() {
    std::vector<std::string> all(plain_sections.begin(), plain_sections.end());
    for (const auto beginning : of_areas) all.push_back(std::string(beginning) + "<area>");
    return all;
}

std::string area_of_section(std::string_view section) {
    for (const auto beginning : of_areas)
        if (section.starts_with(beginning)) return std::string(section.substr(beginning.size()));
    return {};
}

}  // namespace provenu::tables
