#include "whatif/grade.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "provenu/formula/program.hpp"

namespace provenu::whatif {
namespace {

using model::Amount;
using model::Grade;
using model::Value;
using Written = std::optional<model::Placed<std::string>>;

bool is_weaker(const Grade& left, const Grade& right) {
    const auto rank = [](const Grade& grade) {
        return std::pair(*formula::literal(grade.effect.formula), *formula::literal(grade.cost.formula));
    };
    return rank(left) > rank(right);
}

/// Walks what a line's amounts name and keeps the weakest grade met. Each input and line is visited once, from a list of its own:
/// a file may chain thousands.
class Walk {
 public:
    explicit Walk(const model::Proposal& proposal) : proposal_(proposal) {
        for (const model::Input& input : proposal.inputs) inputs_.emplace(input.name.value, &input);
        for (const model::Line& line : proposal.lines) lines_.emplace(line.id.value, &line);
    }

    const Grade* weakest(const model::Line& line) {
        visit_name(line.id.value);
        while (!pending_.empty()) {
            const std::string name = std::move(pending_.back());
            pending_.pop_back();
            if (const auto found = inputs_.find(name); found != inputs_.end()) visit(*found->second);
            if (const auto found = lines_.find(name); found != lines_.end()) visit(*found->second);
        }
        return weakest_;
    }

 private:
    void visit(const model::Input& input) {
        if (input.grade) keep(input.grade);
        std::visit([this](const auto& value) { visit(value); }, input.value);
    }
    void visit(const model::Line& line) {
        if (line.grade) return keep(line.grade);
        for (const model::Part& part : line.parts)
            for (const model::Component& component : part.components)
                std::visit([this](const auto& measure) { visit(measure); }, component.measure);
    }

    void visit(const Amount& amount) {
        std::visit([this](const auto& written) { visit(written); }, amount);
    }
    void visit(const model::Series& series) {
        for (const Value& value : series.values) visit(value);
    }
    void visit(const Value& value) {
        if (value.formula == nullptr) return;
        formula::for_each_name(value.formula, [this](const formula::Name& name) { visit_name(name.name); });
    }
    void visit(const std::optional<Value>& value) {
        if (value) visit(*value);
    }
    void visit(const model::Staff& staff) {
        for (const model::StaffPost& post : staff.posts) {
            visit_name(post.rate.value);
            visit(post.fte);
        }
    }
    void visit(const model::ShareOf& share) {
        visit(share.share);
        visit_name(share.of.value);
    }
    void visit(const model::Priced& priced) {
        visit(priced.quantity);
        visit(priced.price);
    }
    void visit(const model::Total& total) {
        std::visit([this](const auto& amount) { visit(amount); }, total.amount);
    }
    void visit(const model::Stock& stock) {
        visit(stock.add);
        for (const auto& stay : stock.stay) visit(stay.years);
        if (stock.fade)
            for (const Value& share : stock.fade->shares) visit(share);
        for (const auto* value : {&stock.ceiling, &stock.initial, &stock.initial_stay}) visit(*value);
    }
    void visit(const model::Rate& rate) {
        visit(rate.pay);
        visit(rate.overhead);
        visit(rate.hours);
    }

    void visit_name(const std::string& name) {
        if (seen_.insert(name).second) pending_.push_back(name);
    }

    void keep(const Written& grade) {
        const auto& grades = proposal_.policies.grades;
        const auto found = std::ranges::find_if(grades, [&](const Grade& each) { return each.id.value == grade->value; });
        if (found != grades.end() && (weakest_ == nullptr || is_weaker(*found, *weakest_))) weakest_ = &*found;
    }

    const model::Proposal& proposal_;
    std::unordered_map<std::string, const model::Input*> inputs_;
    std::unordered_map<std::string, const model::Line*> lines_;
    std::vector<std::string> pending_;
    std::unordered_set<std::string> seen_;
    const Grade* weakest_ = nullptr;
};

}  // namespace

const Grade* grade_of(const model::Proposal& proposal, const model::Line& line) {
    return Walk(proposal).weakest(line);
}

}  // namespace provenu::whatif
