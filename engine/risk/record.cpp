#include "provenu/risk/record.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "risk/source.hpp"
#include "risk/together.hpp"

namespace provenu::risk {
namespace {

using What = Record::Column::What;

/// Where the values of a column are: among the draws, or among the results of the source.
struct Place {
    bool drawn = false;
    std::size_t position = 0;
};

std::string of_year(const std::string& name, int year) {
    return name + "[" + std::to_string(year) + "]";
}

/// Lays out the columns, and what must be computed for them.
class Layout {
 public:
    explicit Layout(const std::vector<const Uncertainty*>& proposals) : several_(proposals.size() > 1) {}

    /// \param drawn positions among the marginals
    std::vector<evaluate::Wanted> add(const Uncertainty& proposal, const std::vector<std::optional<std::size_t>>& drawn) {
        const std::string prefix = several_ ? name_of(proposal) + "." : "";
        for (std::size_t i = 0; i < proposal.inputs.size(); ++i) {
            const Lever& lever = proposal.inputs[i].lever;
            const bool is_factor = lever.what == Lever::What::factor;
            if (drawn[i]) put({is_factor ? What::factor : What::input, prefix + lever.id}, {true, *drawn[i]});
        }
        const quantity::Years years = proposal.plan.book.axis.table;
        std::vector<evaluate::Wanted> wanted;
        const auto want = [&](What what, const std::string& address, evaluate::Wanted result) {
            wanted.push_back(std::move(result));
            put({what, prefix + address}, {false, results_++});
        };
        for (int year = years.first; year <= years.last; ++year) {
            net_[year].push_back(results_);
            want(What::amount, of_year("net", year), {"net.total", year - years.first});
        }
        want(What::amount, of_year("balance", years.last), {"balance.total", years.count() - 1});
        npv_.push_back(results_);
        want(What::amount, "npv", {"npv", 0});
        for (const std::string basis : {"total", "service"})
            want(What::years, "payback." + basis + ".exact", {"payback." + basis + ".exact", 0});
        return wanted;
    }

    /// The sums over all proposals.
    std::vector<std::vector<std::size_t>> add_together(bool with_npv) {
        std::vector<std::vector<std::size_t>> totals;
        const auto sum = [&](const std::string& address, std::vector<std::size_t> of) {
            totals.push_back(std::move(of));
            put({What::amount, "together." + address}, {false, results_++});
        };
        std::vector<std::size_t> until;
        for (const auto& [year, of] : net_) {
            sum(of_year("net", year), of);
            until.insert(until.end(), of.begin(), of.end());
        }
        sum(of_year("balance", net_.rbegin()->first), until);
        if (with_npv) sum("npv", npv_);
        return totals;
    }

    std::vector<Record::Column> columns;
    std::vector<Place> places;

 private:
    void put(Record::Column column, Place place) {
        columns.push_back(std::move(column));
        places.push_back(place);
    }
    /// Its id; of a second proposal with the same one, that and a 2.
    std::string name_of(const Uncertainty& proposal) {
        const int before = seen_[proposal.plan.id]++;
        return before == 0 ? proposal.plan.id : proposal.plan.id + "-" + std::to_string(before + 1);
    }

    bool several_;
    std::size_t results_ = 0;
    std::map<std::string, int> seen_;
    std::map<int, std::vector<std::size_t>> net_;  ///< results by year
    std::vector<std::size_t> npv_;
};

}  // namespace

struct Record::State {
    std::vector<Column> columns;
    std::vector<Place> places;
    Source source;
};

Record::Record(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing) {
    const processor::Instructions instructions = processor::best();
    Together drawn = together(proposals, drawing, instructions);
    Layout layout(proposals);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const auto wanted = layout.add(*proposals[i], drawn.drawn[i]);
        parts.push_back(part_of(*proposals[i], drawn.drawn[i], wanted, instructions));
    }
    auto totals =
        proposals.size() > 1 ? layout.add_together(have_one_present(proposals)) : std::vector<std::vector<std::size_t>>{};
    state_ = std::make_unique<State>(
        State{std::move(layout.columns), std::move(layout.places), Source(drawn.sample, std::move(parts), std::move(totals))});
}

Record::~Record() = default;
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;

const std::vector<Record::Column>& Record::columns() const {
    return state_->columns;
}

void Record::read(const Visitor& visitor) const {
    const Source& source = state_->source;
    Source::Desk desk = source.desk();
    std::vector<const double*> columns;
    for (const Place& place : state_->places)
        columns.push_back(place.drawn ? desk.inputs[place.position] : desk.results[place.position]);
    for (std::uint64_t block = 0; block < source.blocks(); ++block) {
        source.draw(block, desk, desk.results);
        if (!visitor(columns, source.count(block))) return;
    }
}

}  // namespace provenu::risk
