#include <algorithm>
#include <array>

#include "tables/letters.hpp"
#include "tables/words.hpp"

namespace provenu::tables {
namespace {

using Words = std::string_view;

// What papers call the rows of a Table 1, in small letters. The order of the questions in `role_of` matters.
constexpr std::array<Words, 37> recurring_headings{"varige ændringer",
                                                   "varig ændring",
                                                   "varige effekter",
                                                   "varig effekt",
                                                   "varige",
                                                   "varig",
                                                   "varig drift",
                                                   "drift",
                                                   "driftsændringer",
                                                   "årlig drift",
                                                   "effektivisering",
                                                   "effektiviseringer",
                                                   "besparelser",
                                                   "varige udgifter",
                                                   "recurring changes",
                                                   "recurring change",
                                                   "recurring",
                                                   "permanent changes",
                                                   "lasting changes",
                                                   "recurring effects",
                                                   "varige økonomiske effekter",
                                                   "driftsudgifter",
                                                   "driftsudgift",
                                                   "driftsbudget",
                                                   "driftseffekter",
                                                   "driftsbesparelser",
                                                   "driftsvirkning",
                                                   "driftsomkostninger",
                                                   "nettodrift",
                                                   "nettodriftsudgifter",
                                                   "afledt drift",
                                                   "afledte driftsudgifter",
                                                   "løbende drift",
                                                   "løbende udgifter",
                                                   "årlige udgifter",
                                                   "operating costs",
                                                   "operating expenditure"};
constexpr std::array<Words, 33> implementation_headings{"implementering",
                                                        "implementeringsomkostninger",
                                                        "implementeringsudgifter",
                                                        "implementation",
                                                        "implementation costs",
                                                        "engangsudgifter",
                                                        "engangsomkostninger",
                                                        "engangsudgift",
                                                        "investering",
                                                        "investeringer",
                                                        "investeringsudgifter",
                                                        "investeringsbehov",
                                                        "investment",
                                                        "investments",
                                                        "one-off costs",
                                                        "etablering",
                                                        "etableringsudgifter",
                                                        "etableringsomkostninger",
                                                        "opstart",
                                                        "opstartsudgifter",
                                                        "opstartsomkostninger",
                                                        "engangsinvestering",
                                                        "engangsinvesteringer",
                                                        "engangsbeløb",
                                                        "midlertidige udgifter",
                                                        "anlæg",
                                                        "anlægsudgifter",
                                                        "anlægsudgift",
                                                        "anlægsinvestering",
                                                        "anlægsinvesteringer",
                                                        "anlægsbudget",
                                                        "nettoanlæg",
                                                        "capital expenditure"};
// Of rows that go on with the kind of those above.
constexpr std::array<Words, 22> group_headings{"udgifter",        "udgift",           "merudgifter",
                                               "merudgift",       "mindreudgifter",   "mindreudgift",
                                               "indtægter",       "indtægt",          "merindtægter",
                                               "reduktioner",     "udvidelser",       "tilførsler",
                                               "mindreindtægter", "omprioriteringer", "udvidelser og reduktioner",
                                               "nye udgifter",    "expenditure",      "income",
                                               "costs",           "savings",          "additional costs",
                                               "reductions"};
constexpr std::array<Words, 3> net_efficiency{"nettoeffektivisering", "net efficiency", "netto-effektivisering"};
constexpr std::array<Words, 2> payback{"tilbagebetaling", "payback"};
constexpr std::array<Words, 8> balance{"akkumuleret", "akkumulerede",    "akk.",      "accumulated",
                                       "balance",     "løbende balance", "kumuleret", "cumulative"};
constexpr std::array<Words, 16> others{"nutidsværdi",
                                       "present value",
                                       "intern rente",
                                       "internal rate of return",
                                       "største samlede udlæg",
                                       "peak outlay",
                                       "samlet investeringsbehov",
                                       "investment need",
                                       "varig ændring ved fuld indfasning",
                                       "recurring change at full phase-in",
                                       "årsværk",
                                       "antal årsværk",
                                       "full-time equivalents",
                                       "frigjort serviceramme",
                                       "service frame freed",
                                       "drawn on the service frame"};
constexpr std::array<Words, 16> net{"økonomisk påvirkning", "nettopåvirkning",    "nettoeffekt",       "netto i alt",
                                    "samlet netto",         "økonomiske konsekv", "økonomisk konsekv", "samlet økonomi",
                                    "financial effect",     "net effect",         "net total",         "total net",
                                    "nettoændring",         "forslaget i alt",    "forslag i alt",     "samlet forslag"};
constexpr std::array<Words, 9> net_alone{"netto",        "net",        "nettoudgift",     "nettoudgifter", "nettoresultat",
                                         "nettoprovenu", "nettobeløb", "nettobesparelse", "i alt netto"};
constexpr std::array<Words, 5> of_which{"heraf", "of which", "deraf", "- heraf", "including"};
constexpr std::array<Words, 6> total_before{"samlet", "samlede", "i alt", "ialt", "total", "sum"};
constexpr std::array<Words, 6> total_behind{"i alt", "ialt", "total", "sum", "in all", "samlet"};
constexpr std::array<Words, 8> recurring_words{"varig",   "drift",   "recurring", "permanent",
                                               "lasting", "løbende", "årlig",     "annual"};
constexpr std::array<Words, 10> implementation_words{"implementering", "implementation", "engangs", "invester",    "investment",
                                                     "one-off",        "etablering",     "anlæg",   "midlertidig", "capital"};
constexpr std::array<Words, 3> both{" og ", " and ", "+"};
constexpr std::array<Words, 12> amount_words{"ændring", "effekt",     "besparelse",  "effektivisering",
                                             "udgift",  "omkostning", "provenu",     "change",
                                             "saving",  "cost",       "expenditure", "effect"};
template <class List>
bool is_one_of(const List& words, std::string_view text) {
    return std::ranges::find(words, text) != words.end();
}

template <class List>
bool says_one_of(const List& words, std::string_view text) {
    return std::ranges::any_of(words, [&](Words word) { return text.find(word) != std::string_view::npos; });
}

/// Whether the text is the word, or the word with more words behind it.
template <class List>
bool begins_with_one_of(const List& words, std::string_view text) {
    return std::ranges::any_of(
        words, [&](Words word) { return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' '); });
}

template <class List>
bool ends_with_one_of(const List& words, std::string_view text) {
    return std::ranges::any_of(words, [&](Words word) {
        return text.ends_with(word) && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
    });
}

/// Without marks of footnotes, colons and what stands in parentheses at the end.
std::string plain(std::string_view text) {
    std::string small = in_small_letters(on_one_line(text));
    while (true) {
        const std::size_t before = small.size();
        while (!small.empty() && std::string_view("*:.;, ").find(small.back()) != std::string_view::npos &&
               !small.ends_with("akk."))
            small.pop_back();
        if (small.size() > 2 && small.ends_with(')')) {
            const auto open = small.find('(') != std::string::npos ? small.rfind('(') : small.rfind(' ');  // `(t.kr.)`, `1)`
            if (open != std::string::npos && open > 0) small.erase(open);
        }
        if (small.size() == before) return small;
    }
}

struct Split {
    std::string text;
    std::string area;
};

/// An area behind a comma, a dash, `på` or in parentheses.
Split without_area(std::string_view written) {
    std::string small = in_small_letters(on_one_line(written));
    while (!small.empty() && std::string_view("*: )").find(small.back()) != std::string_view::npos) small.pop_back();
    for (const Words mark : {Words(", "), Words(" - "), Words(" \u2013 "), Words(" på "), Words(" ("), Words(" in ")}) {
        const auto at = small.rfind(mark);
        if (at == std::string::npos) continue;
        if (const auto area = area_named(small.substr(at + mark.size()))) return {plain(small.substr(0, at)), *area};
    }
    return {plain(written), {}};
}

/// Where the first of the words begins; beyond the text where none of them is there.
template <class List>
std::size_t first_of(const List& words, std::string_view text) {
    std::size_t first = Words::npos;
    for (const Words word : words) first = std::min(first, text.find(word));
    return first;
}

/// The area that a heading or a sum is of by its own words: `Anlæg`, `Overførsler i alt`, `I alt service`.
std::string area_in(std::string_view text, Role role) {
    const bool may_be = role == Role::total || role == Role::implementation_total || role == Role::implementation_heading ||
                        role == Role::group_heading;
    if (!may_be) return {};
    for (const Words word : total_before)
        if (text.starts_with(word) && text.substr(word.size()).starts_with(' '))
            return area_in(text.substr(word.size() + 1), role);
    for (const Words word : total_behind)
        if (text.ends_with(word) && text.size() > word.size() + 1) {
            const Words before = text.substr(0, text.size() - word.size());
            if (before.ends_with(' ')) return area_in(before.substr(0, before.size() - 1), role);
        }
    if (text.starts_with("anlæg")) return "capital";
    return area_named(text).value_or("");
}

/// What a sum is of by its words: `afledt drift af anlæg` is recurring, `drift og anlæg` is both.
Role total_of(std::string_view text) {
    if (is_one_of(total_before, text)) return Role::total;
    const std::size_t implementation = first_of(implementation_words, text);
    const std::size_t recurring = first_of(recurring_words, text);
    const bool has_both = implementation != Words::npos && recurring != Words::npos;
    if (has_both && says_one_of(both, text)) return Role::net;
    if (implementation != Words::npos && implementation < recurring) return Role::implementation_total;
    if (recurring != Words::npos) return Role::recurring_total;
    const bool is_total =
        ends_with_one_of(total_behind, text) || says_one_of(amount_words, text) || !area_in(text, Role::total).empty();
    return is_total ? Role::total : Role::line;
}

Role role_of(std::string_view text) {
    if (says_one_of(payback, text)) return text.find("service") != Words::npos ? Role::payback_service : Role::payback_total;
    if (says_one_of(net_efficiency, text)) return Role::net_efficiency;
    if (begins_with_one_of(of_which, text)) return Role::of_which;
    if (begins_with_one_of(balance, text) || ends_with_one_of(balance, text)) return Role::balance;
    if (begins_with_one_of(others, text)) return Role::other;
    const bool total = begins_with_one_of(total_before, text) || ends_with_one_of(total_behind, text);
    if (is_one_of(net_alone, text) || (says_one_of(net, text) && !says_one_of(implementation_words, text))) return Role::net;
    if (is_one_of(recurring_headings, text)) return Role::recurring_heading;
    if (is_one_of(implementation_headings, text)) return Role::implementation_heading;
    if (is_one_of(group_headings, text) || area_named(text)) return Role::group_heading;
    return total ? total_of(text) : Role::line;
}

}  // namespace

Label label_of(std::string_view text) {
    const Split split = without_area(text);
    Label label{role_of(split.text), split.area};
    if (label.area.empty()) label.area = area_in(split.text, label.role);
    if (label.role == Role::payback_total && split.area == "service") label.role = Role::payback_service;
    if (label.role == Role::payback_service || label.role == Role::payback_total) label.area.clear();
    if (label.role != Role::of_which) return label;
    const auto space = split.text.find_last_of(' ');
    const auto part = space == std::string::npos ? std::nullopt : area_named(split.text.substr(space + 1));
    return part ? Label{Role::total, *part} : label;
}

}  // namespace provenu::tables
