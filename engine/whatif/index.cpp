#include "whatif/index.hpp"

#include <algorithm>
#include <utility>

namespace provenu::whatif {
namespace {

using model::Index;
using model::Placed;
using model::Proposal;

Index* find(Proposal& proposal, const std::string& id) {
    auto& indices = proposal.policies.indices;
    const auto found = std::ranges::find_if(indices, [&](const Index& each) { return each.id.value == id; });
    return found == indices.end() ? nullptr : &*found;
}

void put_percentages(Index& index, const model::Series& series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        const int year = series.first + static_cast<int>(i);
        Index::Year changed{year, {series.values[i]}, series.values[i].place};
        const auto same = std::ranges::find_if(index.years, [year](const Index::Year& each) { return each.year == year; });
        if (same != index.years.end())
            *same = std::move(changed);
        else
            index.years.push_back(std::move(changed));
    }
    std::ranges::sort(index.years, {}, &Index::Year::year);
}

}  // namespace

std::optional<Placed<std::string>> replace_index(Proposal& proposal, const model::ReplaceIndex& change) {
    Index* index = find(proposal, change.index.value);
    if (index == nullptr) return change.index;
    if (const auto* series = std::get_if<model::Series>(&change.by)) {
        put_percentages(*index, *series);
        index->source = series->place.source ? series->place.source->path + ":" + std::to_string(series->place.line) : "";
        index->vintage.clear();
        index->valid_until.reset();
        return std::nullopt;
    }
    const auto& by = std::get<Placed<std::string>>(change.by);
    const Index* other = find(proposal, by.value);
    if (other == nullptr) return by;
    Placed<std::string> id = index->id;  // whoever goes by it, said or not, goes by what is in it now
    *index = *other;
    index->id = std::move(id);
    return std::nullopt;
}

}  // namespace provenu::whatif
