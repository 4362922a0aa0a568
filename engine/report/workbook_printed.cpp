#include "report/workbook_printed.hpp"

#include <utility>

#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {
namespace {

using formula::Tree;

std::string printed(const std::string& name) {
    return "printed." + name;
}

class Printing {
 public:
    explicit Printing(const compile::Plan& plan) : plan_(plan) {}

    compile::Plan run() {
        for (const compile::PlannedLine& line : plan_.lines) add_line(line);
        for (const PrintedSum& sum : sums_of(plan_)) define(sum.total, added(sum));
        define("balance.total", formula::make(formula::Kernel::running, {formula::name(printed("net.total"))}));
        return std::move(plan_);
    }

 private:
    void define(const std::string& name, Tree tree) {
        formula::Book& book = plan_.book;
        const auto known = book.index.find(printed(name));
        if (known != book.index.end()) {
            book.definitions[known->second].tree = std::move(tree);
            return;
        }
        formula::Definition definition;
        definition.name = printed(name);
        definition.tree = std::move(tree);
        definition.shape = formula::Shape::yearly;
        definition.unit = quantity::unit_of(quantity::Dimension::money);
        book.index.emplace(definition.name, book.definitions.size());
        book.definitions.push_back(std::move(definition));
    }

    void add_line(const compile::PlannedLine& line) {
        define(line.id, rounded(line.id));
        if (line.others.empty()) return;
        define(line.others, rounded(line.others));
        define(line.own, formula::difference(formula::name(printed(line.id)), formula::name(printed(line.others))));
    }

    /// To the house's multiple of the last digit that is printed, in every year.
    [[nodiscard]] Tree rounded(const std::string& name) const {
        const int decimals = decimals_of(plan_.book.money);
        const double per_unit = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
        const Tree step =
            formula::make(formula::Divide{}, {formula::number(plan_.table.round_lines_to), formula::number(per_unit)});
        const Tree steps = formula::make(formula::Divide{}, {formula::name(name), step});
        return yearly(formula::product({formula::make(formula::Round::nearest, {steps}), step}));
    }

    [[nodiscard]] Tree yearly(Tree tree) const {
        return formula::make(formula::Yearly{plan_.book.axis.table.first, true}, {std::move(tree)});
    }

    [[nodiscard]] Tree added(const PrintedSum& sum) const {
        std::vector<Tree> terms;
        for (const PrintedSum::Term& term : sum.terms) {
            if (plan_.book.find(printed(term.name)) == nullptr) continue;
            Tree name = formula::name(printed(term.name));
            terms.push_back(term.sign < 0 ? formula::make(formula::Negate{}, {std::move(name)}) : std::move(name));
        }
        return terms.empty() ? yearly(formula::number(0)) : formula::sum(std::move(terms));
    }

    compile::Plan plan_;
};

}  // namespace

compile::Plan with_printed(const compile::Plan& plan) {
    return Printing(plan).run();
}

}  // namespace provenu::report
