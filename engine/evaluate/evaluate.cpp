#include "provenu/evaluate/evaluate.hpp"

#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "evaluate/operations.hpp"

namespace provenu::evaluate {
namespace {

std::vector<Block> run(const formula::Program& program, const Draws& draws) {
    std::map<formula::Slot, const Eigen::ArrayXd*> drawn;
    for (const auto& [name, values] : draws) drawn[program.slots.at(name)] = &values;
    std::vector<Block> results(program.steps.size());
    for (formula::Slot slot = 0; slot < program.steps.size(); ++slot) {
        if (const auto given = drawn.find(slot); given != drawn.end()) {
            results[slot] = *given->second;
            continue;
        }
        std::vector<const Block*> operands;
        for (const formula::Slot operand : program.steps[slot].operands) operands.push_back(&results[operand]);
        results[slot] = perform(program.steps[slot], program.axis, operands);
    }
    return results;
}

bool is_finite(const Block& values, Eigen::Index column) {
    return std::isfinite(values(0, values.cols() == 1 ? 0 : column));
}

/// Whether the formula names a result that has no value of its own right, such as the payback of what never pays back.
bool names_a_result_without_value(const formula::Book& book, const Figures& figures, const formula::Definition& definition) {
    bool found = false;
    formula::for_each_name(definition.tree, [&](const formula::Name& name) {
        const formula::Definition* named = book.find(name.name);
        const Block& values = figures.block(name.name);
        for (Eigen::Index column = 0; named->place.source == nullptr && column < values.cols(); ++column)
            found = found || !is_finite(values, column);
    });
    return found;
}

}  // namespace

Figures evaluate(const formula::Program& program, const Draws& draws) {
    const std::vector<Block> results = run(program, draws);
    std::map<std::string, Block, std::less<>> named;
    for (const auto& [name, slot] : program.slots) named.emplace(name, results[slot]);
    return {program.axis, std::move(named)};
}

std::vector<Block> trace(const formula::Program& program) {
    return run(program, {});
}

diag::Diagnostics check_finite(const formula::Book& book, const Figures& figures) {
    diag::Diagnostics found;
    std::set<std::string_view> lost;  // one that needs a lost one is lost through no mistake of its own
    for (const formula::Definition& definition : book.definitions) {
        if (definition.place.source == nullptr) continue;  // ours, not the author's: infinity has a meaning there
        const Block& values = figures.block(definition.name);
        for (Eigen::Index column = 0; column < values.cols(); ++column) {
            if (is_finite(values, column) || names_a_result_without_value(book, figures, definition)) continue;
            const int year = book.axis.year(static_cast<int>(column));
            bool through_another = false;
            formula::for_each_name(definition.tree,
                                   [&](const formula::Name& name) { through_another |= lost.contains(name.name); });
            lost.insert(definition.name);
            if (!through_another)
                found.error("P430", definition.place, {{"name", definition.name}, {"year", std::to_string(year)}});
            break;
        }
    }
    return found;
}

}  // namespace provenu::evaluate
