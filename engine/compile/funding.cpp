#include <algorithm>
#include <cmath>
#include <utility>

#include "compile/payers.hpp"
#include "provenu/diag/nearest.hpp"
#include "provenu/quantity/percent.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

constexpr const char* default_payer = "municipality";

const model::Payer* find_payer(const Lowering& lowering, const std::string& id) {
    const auto& payers = lowering.proposal.policies.payers;
    const auto found = std::ranges::find_if(payers, [&](const model::Payer& payer) { return payer.id.value == id; });
    return found == payers.end() ? nullptr : &*found;
}

/// A share that is one plain number, or one fraction.
std::optional<double> literal(const model::Amount& share) {
    const auto* value = std::get_if<model::Value>(&share);
    return value == nullptr || value->formula == nullptr ? std::nullopt : formula::literal(value->formula);
}

/// A line whose payers are being lowered.
struct Shared {
    const model::Funding& funding;
    PlannedLine& line;
    [[nodiscard]] diag::Place place() const { return funding.payers.front().payer.place; }
    [[nodiscard]] bool has_rest() const {
        return std::ranges::any_of(funding.payers, [](const model::PayerShare& share) { return !share.share; });
    }
};

formula::Bound error(const Shared& shared, const char* code, diag::Place place) {
    formula::Bound bound;
    bound.where = shared.line.id;
    bound.finding = {diag::Severity::error, code, std::move(place), {{"line", shared.line.id}}};
    return bound;
}

std::string name_of_share(const Shared& shared, const std::string& payer) {
    return "payer." + payer + ".of." + shared.line.id;
}

/// The shares that are written, none below nought.
std::vector<std::string> define_written(Lowering& lowering, const Shared& shared) {
    std::vector<std::string> names;
    for (const model::PayerShare& share : shared.funding.payers) {
        if (!share.share) continue;
        names.push_back(name_of_share(shared, share.payer.value));
        define_share(lowering, names.back(), lower(lowering, *share.share, Wants::share, Written::As::payer_share));
        lowering.drafts.back().definition.place = model::place_of(*share.share);
        if (literal(*share.share)) continue;  // the reader has looked at it
        formula::Bound bound = error(shared, "P759", model::place_of(*share.share));
        bound.name = names.back();
        bound.least = 0;
        bound.finding.arguments.push_back({"payer", share.payer.value});
        lowering.bounds.push_back(std::move(bound));
    }
    return names;
}

/// The sum of the shares where all are plain numbers.
std::optional<double> sum_of_literals(const model::Funding& funding) {
    double sum = 0;
    for (const model::PayerShare& share : funding.payers) {
        if (!share.share) continue;
        const auto value = literal(*share.share);
        if (!value || std::isnan(*value)) return std::nullopt;  // not a number: what could not be read
        sum += *value;
    }
    return sum;
}

/// Shares make 100 %, or leave something for who takes the rest; in years in which the line is nought they may be anything.
void check_sum(Lowering& lowering, const Shared& shared, const std::string& name) {
    const char* code = shared.has_rest() ? "P756" : "P755";
    if (const auto sum = sum_of_literals(shared.funding)) {
        const bool right = shared.has_rest() ? *sum <= 1 + 1e-9 : std::abs(*sum - 1) <= 1e-9;
        if (!right)
            lowering.found.error(code, shared.place(),
                                 {{"line", shared.line.id},
                                  quantity::percent_argument("value", *sum),
                                  {"year", std::to_string(lowering.axis.table.first)}});
        return;
    }
    formula::Bound bound = error(shared, code, shared.place());
    bound.name = name;
    if (!shared.has_rest()) bound.least = 1;
    bound.most = 1;
    lowering.bounds.push_back(std::move(bound));
}

/// Definitions of every share; what the others leave is one less their sum.
void define_shares(Lowering& lowering, const Shared& shared) {
    const std::vector<std::string> written = define_written(lowering, shared);
    const std::string sum = "payers.of." + shared.line.id;
    if (!written.empty()) {
        define_share(lowering, sum, sum_of(written));
        check_sum(lowering, shared, sum);
    }
    const Tree all = formula::number(1, {}, {}, formula::Style::percent);
    for (const model::PayerShare& share : shared.funding.payers)
        if (!share.share)
            define_share(lowering, name_of_share(shared, share.payer.value),
                         written.empty() ? all : formula::difference(all, formula::name(sum)));
}

/// The ceiling on a share: the line's own, or else the payer's.
void define_ceiling(Lowering& lowering, const Shared& shared, const model::PayerShare& share, PlannedShare& planned) {
    const model::Payer& payer = *find_payer(lowering, share.payer.value);
    const auto& ceiling = share.at_most ? share.at_most : payer.at_most;
    if (!ceiling) return;
    planned.at_most = "payer." + planned.payer + ".at_most." + shared.line.id;
    define_share(lowering, planned.at_most, lower(lowering, *ceiling, Wants::share));
    lowering.drafts.back().definition.place = ceiling->place;
    formula::Bound bound;
    bound.name = planned.share;
    bound.most_of = planned.at_most;
    bound.where = shared.line.id;
    bound.finding = {diag::Severity::warning, "P757", share.payer.place, {{"line", shared.line.id}, {"payer", payer.id.value}}};
    lowering.bounds.push_back(std::move(bound));
}

PlannedShare plan_share(Lowering& lowering, const Shared& shared, const model::PayerShare& share) {
    PlannedShare planned;
    planned.payer = share.payer.value;
    planned.share = name_of_share(shared, planned.payer);
    planned.realised = share.realised.value_or(shared.funding.realised);
    planned.outside = find_payer(lowering, planned.payer)->outside;
    planned.amount = shared.line.id;
    if (shared.funding.payers.size() > 1) {
        planned.amount = "payer." + planned.payer + ".amount." + shared.line.id;
        define(lowering, planned.amount, formula::product({formula::name(planned.share), formula::name(shared.line.id)}));
    }
    define_ceiling(lowering, shared, share, planned);
    return planned;
}

/// Every payer is declared; those that are not are found.
bool knows_payers(Lowering& lowering, const model::Funding& funding) {
    bool known = true;
    for (const model::PayerShare& share : funding.payers) {
        if (find_payer(lowering, share.payer.value) != nullptr) continue;
        known = false;
        std::optional<std::string> meant;
        for (const model::Payer& payer : lowering.proposal.policies.payers) {
            const std::vector<std::string> labels{payer.label.danish, payer.label.english};
            if (!meant && diag::nearest(share.payer.value, labels)) meant = payer.id.value;
        }
        refuse_name(lowering, share.payer, {"P753", "P754"}, lowering.words.payers, meant);
    }
    return known;
}

/// What the municipality's budget has of a line that others have a part of.
void split(Lowering& lowering, PlannedLine& line) {
    std::vector<std::string> own;
    std::vector<std::string> others;
    for (const PlannedShare& share : line.shares) (share.outside ? others : own).push_back(share.amount);
    if (own.empty() || others.empty()) return;
    line.own = "own." + line.id;
    line.others = "others." + line.id;
    define(lowering, line.own, sum_of(own));
    define(lowering, line.others, sum_of(others));
}

/// A line that only others pay stands outside, and only such a line.
void settle_area(Lowering& lowering, PlannedLine& line, const model::Placed<std::string>& area) {
    const bool only_others = std::ranges::all_of(line.shares, [](const PlannedShare& share) { return share.outside; });
    const bool written_outside = line.area == outside_area;
    if (only_others == written_outside) return;
    if (written_outside) {
        lowering.found.error("P763", area.place, {{"line", line.id}, {"area", line.area}});
        return;
    }
    if (!area.value.empty())
        lowering.found.warning("P758", area.place, {{"line", line.id}, {"area", area.value}, {"outside", outside_area}});
    line.area = outside_area;
}

}  // namespace

formula::Tree sum_of(const std::vector<std::string>& names) {
    std::vector<Tree> trees;
    for (const std::string& name : names) trees.push_back(formula::name(name));
    return formula::sum(std::move(trees));
}

void define_share(Lowering& lowering, std::string name, Tree tree) {
    define(lowering, std::move(name), std::move(tree), quantity::Unit{});
    lowering.drafts.back().definition.is_share = true;
}

Mark mark(const Lowering& lowering) {
    return {lowering.bounds.size(), lowering.claims.size()};
}

void drop_since(Lowering& lowering, Mark mark) {
    lowering.bounds.erase(lowering.bounds.begin() + static_cast<std::ptrdiff_t>(mark.bounds), lowering.bounds.end());
    lowering.claims.erase(lowering.claims.begin() + static_cast<std::ptrdiff_t>(mark.claims), lowering.claims.end());
}

void plan_funding(Lowering& lowering, PlannedLine& line, const model::Placed<std::string>& area, const model::Funding& funding) {
    line.owner = funding.owner.empty() ? lowering.proposal.owner : funding.owner;
    line.budget_line = funding.budget_line;
    line.own = line.id;
    line.written_area = line.area;
    if (funding.payers.empty() || !knows_payers(lowering, funding)) {
        line.shares.push_back({default_payer, "", line.id, "", funding.realised, false});
        if (funding.payers.empty()) settle_area(lowering, line, area);
        return;
    }
    const Shared shared{funding, line};
    define_shares(lowering, shared);
    for (const model::PayerShare& share : funding.payers) line.shares.push_back(plan_share(lowering, shared, share));
    split(lowering, line);
    settle_area(lowering, line, area);
}

}  // namespace provenu::compile
