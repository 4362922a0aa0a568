#include <map>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

/// Puts each draft after all it names, otherwise in the order given. Walks with a stack of its own: a file may chain thousands.
class Ordering {
 public:
    explicit Ordering(Lowering& lowering) : lowering_(lowering), states_(lowering.drafts.size(), State::unseen) {
        for (std::size_t i = 0; i < lowering.drafts.size(); ++i) index_.emplace(lowering.drafts[i].definition.name, i);
    }

    std::vector<std::size_t> run() {
        for (std::size_t i = 0; i < states_.size() && !cyclic_; ++i) walk_from(i);
        return std::move(order_);
    }

 private:
    enum class State { unseen, open, done };
    struct Visit {
        std::size_t draft;
        std::vector<std::size_t> needs;
        std::size_t next = 0;
    };

    void walk_from(std::size_t draft) {
        if (states_[draft] == State::unseen) open(draft);
        while (!path_.empty() && !cyclic_) {
            Visit& visit = path_.back();
            if (visit.next == visit.needs.size()) {
                close(visit.draft);
                continue;
            }
            const std::size_t need = visit.needs[visit.next++];
            if (states_[need] == State::open) refuse_cycle(need);
            if (states_[need] == State::unseen) open(need);
        }
    }

    void open(std::size_t draft) {
        states_[draft] = State::open;
        std::vector<std::size_t> needs;
        formula::for_each_name(definition(draft).tree, [&](const formula::Name& name) {
            if (const auto found = index_.find(name.name); found != index_.end()) needs.push_back(found->second);
        });
        path_.push_back({draft, std::move(needs)});
    }

    void close(std::size_t draft) {
        states_[draft] = State::done;
        order_.push_back(draft);
        path_.pop_back();
    }

    [[nodiscard]] const formula::Definition& definition(std::size_t draft) const { return lowering_.drafts[draft].definition; }

    void refuse_cycle(std::size_t again) {
        cyclic_ = true;
        auto visit = path_.begin();
        while (visit->draft != again) ++visit;
        std::string path;
        for (; visit != path_.end(); ++visit) path += definition(visit->draft).name + " -> ";
        lowering_.found.error("P431", definition(again).place, {{"path", path + definition(again).name}});
    }

    Lowering& lowering_;
    std::map<std::string, std::size_t, std::less<>> index_;
    std::vector<State> states_;
    std::vector<Visit> path_;
    std::vector<std::size_t> order_;
    bool cyclic_ = false;
};

}  // namespace

formula::Book bind(Lowering& lowering) {
    formula::Book book;
    book.axis = lowering.axis;
    book.money = lowering.proposal.unit;
    for (const std::size_t position : Ordering(lowering).run()) {
        Draft& draft = lowering.drafts[position];
        formula::Definition& definition = draft.definition;
        definition.shape = formula::shape_of(definition.tree, [&](const std::string& name) {
            const auto* found = book.find(name);
            return found != nullptr ? found->shape : formula::Shape::scalar;
        });
        const auto unit = draft.declared ? draft.declared : unit_of(lowering, definition.tree, book);
        if (!unit) lowering.without_unit.insert(definition.name);
        definition.unit = unit.value_or(quantity::Unit{});
        book.index.emplace(definition.name, book.definitions.size());
        book.definitions.push_back(std::move(definition));
    }
    return book;
}

}  // namespace provenu::compile
