#include "report/indices.hpp"

#include <set>

#include "provenu/wording/number.hpp"

namespace provenu::report {
namespace {

using compile::PlannedIndex;
using diag::Argument;

std::string percentages(const Findings& findings, const PlannedIndex& index) {
    std::string all;
    for (const PlannedIndex::Year& year : index.years) {
        const double share = findings.figures.scalar(year.percentage);
        all += (all.empty() ? "" : ", ") +
               wording::text(findings.language, "prices.index.year",
                             {{"percentage", wording::percent(findings.language, share)}, {"year", std::to_string(year.year)}});
    }
    return all;
}

std::string passport(const Findings& findings, const PlannedIndex& index) {
    std::string words;
    const auto say = [&](const std::string& key, const std::vector<Argument>& arguments = {}) {
        words += (words.empty() ? "" : " ") + wording::text(findings.language, key, arguments);
    };
    if (index.illustrative) say("prices.illustrative");
    if (index.expired) say("prices.expired", {{"until", quantity::name(*index.valid_until)}});
    const double factor = findings.figures.scalar(index.factor);
    say(index.from < index.to ? "prices.index" : "prices.index.back",
        {{"label", in_words(index.label, findings.language, index.id)},
         {"from", std::to_string(index.from)},
         {"to", std::to_string(index.to)},
         {"percentages", percentages(findings, index)},
         {"factor", wording::number(findings.language, factor, 4)}});
    if (index.source.empty())
        say("prices.no_source");
    else
        say("prices.source", {{"source", index.source}});
    if (!index.vintage.empty()) say("prices.vintage", {{"vintage", index.vintage}});
    if (index.valid_until && !index.expired) say("prices.valid", {{"until", quantity::name(*index.valid_until)}});
    return words;
}

Data text_or_nothing(const std::string& text) {
    return text.empty() ? Data(nullptr) : Data(text);
}

}  // namespace

std::vector<std::string> passports(const Findings& findings) {
    std::vector<std::string> all;
    for (const PlannedIndex& index : findings.plan.indices) all.push_back(passport(findings, index));
    return all;
}

Data::List index_data(const std::vector<Findings>& tables) {
    Data::List all;
    std::set<std::string> said;
    for (const Findings& findings : tables)
        for (const PlannedIndex& index : findings.plan.indices)
            if (said.insert(index.factor).second)
                all.emplace_back(
                    Data::Object{{"id", index.id},
                                 {"source", text_or_nothing(index.source)},
                                 {"vintage", text_or_nothing(index.vintage)},
                                 {"valid_until", index.valid_until ? Data(quantity::name(*index.valid_until)) : Data(nullptr)},
                                 {"expired", index.expired},
                                 {"illustrative", index.illustrative},
                                 {"from", index.from},
                                 {"to", index.to},
                                 {"factor", findings.figures.scalar(index.factor)}});
    return all;
}

}  // namespace provenu::report
