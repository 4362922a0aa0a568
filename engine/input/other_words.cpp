#include "input/other_words.hpp"

#include <algorithm>
#include <array>

namespace provenu::input {
namespace {

struct OtherWord {
    std::string_view written;
    std::string_view key;
};

constexpr std::array<OtherWord, 80> other_words{{
    {"andel", "share"},
    {"antal", "quantity"},
    {"afvigelse", "deviation"},
    {"betapert", "pert"},
    {"begrundelse", "note"},
    {"bemærkning", "note"},
    {"benefit", "saving"},
    {"beskrivelse", "note"},
    {"besparelse", "saving"},
    {"besparelser", "saving"},
    {"bestand", "stock"},
    {"budgetter", "budgets"},
    {"dele", "parts"},
    {"diskontering", "discount"},
    {"description", "note"},
    {"effektivisering", "saving"},
    {"efficiency", "saving"},
    {"ejer", "owner"},
    {"enhed", "unit"},
    {"enhedspris", "price"},
    {"expenditure", "cost"},
    {"expense", "cost"},
    {"forvaltning", "owner"},
    {"følger", "follows"},
    {"gevinst", "saving"},
    {"implementering", "implementation"},
    {"indfasning", "phase_in"},
    {"indtægt", "income"},
    {"indtægter", "income"},
    {"investering", "implementation"},
    {"gennemsnit", "mean"},
    {"højst", "at_most"},
    {"kilde", "source"},
    {"kolonne", "column"},
    {"korrelationer", "correlations"},
    {"løn", "pay"},
    {"middel", "mean"},
    {"mindst", "at_least"},
    {"mængde", "quantity"},
    {"name", "label"},
    {"navn", "label"},
    {"noter", "notes"},
    {"nøgletal", "key_figures"},
    {"område", "area"},
    {"omkostning", "cost"},
    {"omkostninger", "cost"},
    {"overdragelser", "handovers"},
    {"overskrift", "title"},
    {"periode", "period"},
    {"personale", "staff"},
    {"pris", "price"},
    {"prisniveau", "price_level"},
    {"revenue", "income"},
    {"sats", "rate"},
    {"satser", "rates"},
    {"spænd", "range"},
    {"spredning", "deviation"},
    {"sprog", "language"},
    {"styringsområde", "area"},
    {"tabel", "table"},
    {"tekst", "label"},
    {"tilbagebetalingstid", "payback"},
    {"timer", "hours"},
    {"udfasning", "phase_out"},
    {"udgift", "cost"},
    {"udgifter", "cost"},
    {"værdi", "value"},
    {"varige", "recurring"},
    {"år", "years"},
    {"administrativt", "administration"},
    {"afbødning", "mitigation"},
    {"ansvarlig", "responsible"},
    {"formål", "purpose"},
    {"høring", "heard"},
    {"høringer", "heard"},
    {"målsætning", "target"},
    {"opfølgning", "follow_up"},
    {"resumé", "summary"},
    {"risiko", "risk"},
    {"årsværk", "staff"},
}};

}  // namespace

std::optional<std::string> in_other_words(std::string_view written, const std::vector<std::string>& allowed) {
    for (const auto& word : other_words) {
        const bool fits = word.written == written && std::find(allowed.begin(), allowed.end(), word.key) != allowed.end();
        if (fits) return std::string(word.key);
    }
    return {};
}

}  // namespace provenu::input
