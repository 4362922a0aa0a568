#include "provenu/evaluate/evaluate.hpp"

#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "evaluate/code.hpp"
#include "evaluate/lowering.hpp"

namespace provenu::evaluate {
namespace {

Block block_of(const Row& row) {
    return Eigen::Map<const Eigen::ArrayXXd>(row.constants().data(), 1, row.width());
}

std::vector<std::string> names_of(const Draws& draws) {
    std::vector<std::string> names;
    for (const auto& [name, values] : draws) names.push_back(name);
    return names;
}

/// Blocks of the rows that draws reach, computed together.
std::map<std::string, Block, std::less<>> uncertain_blocks(const formula::Program& program, Lowering& lowering,
                                                           const Draws& draws) {
    std::map<std::string, Block, std::less<>> blocks;
    std::vector<Register> wanted;
    std::vector<double*> out;
    const Eigen::Index count = draws.empty() ? 0 : draws.begin()->second.size();
    for (const auto& [name, slot] : program.slots) {
        const Row& row = lowering.row(slot);
        if (row.is_certain()) continue;
        Block& block = blocks[name];
        block.resize(count, row.width());
        for (int column = 0; column < row.width(); ++column) {
            wanted.push_back(Algebra(lowering.registers()).held(row.at(column)));
            out.push_back(block.col(column).data());
        }
    }
    std::vector<const double*> drawn;
    for (const auto& [name, values] : draws) drawn.push_back(values.data());
    const Code code = assemble(lowering.registers(), wanted, static_cast<std::uint32_t>(drawn.size()));
    Memory memory;
    run(code, {drawn, out, static_cast<int>(count)}, processor::best(), memory);
    return blocks;
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
    Lowering lowering(program, names_of(draws));
    lowering.lower_all();
    std::map<std::string, Block, std::less<>> named;
    if (!draws.empty()) named = uncertain_blocks(program, lowering, draws);
    for (const auto& [name, slot] : program.slots)
        if (const Row& row = lowering.row(slot); row.is_certain()) named.emplace(name, block_of(row));
    return {program.axis, std::move(named)};
}

std::vector<Block> trace(const formula::Program& program) {
    Lowering lowering(program, {});
    lowering.lower_all();
    std::vector<Block> blocks;
    for (formula::Slot slot = 0; slot < program.steps.size(); ++slot) blocks.push_back(block_of(lowering.row(slot)));
    return blocks;
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
