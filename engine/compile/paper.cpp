#include <algorithm>
#include <set>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using Written = model::Placed<std::string>;

/// Names that a formula comes to, straight or by way of other definitions.
void follow(const formula::Book& book, const formula::Tree& tree, std::set<std::string>& reached) {
    if (const auto* name = std::get_if<formula::Name>(&tree->operation); name != nullptr && reached.insert(name->name).second)
        if (const auto* named = book.find(name->name)) follow(book, named->tree, reached);
    for (const formula::Tree& operand : tree->operands) follow(book, operand, reached);
}

bool names(const std::vector<Written>& written, const std::string& what) {
    return std::ranges::any_of(written, [&](const Written& each) { return each.value == what; });
}

void check_references(Lowering& lowering, const model::Administration& administration) {
    for (const Written& line : administration.lines)
        if (!has(lowering.words.lines, line.value)) refuse_name(lowering, line, {"P920", "P921"}, lowering.words.lines);
    Names tags;
    for (const model::Line& line : lowering.proposal.lines)
        for (const std::string& tag : line.tags) add(tags, tag);
    for (const Written& tag : administration.tags)
        if (!has(tags, tag.value)) refuse_name(lowering, tag, {"P922", "P923"}, tags);
}

}  // namespace

void check_paper(Lowering& lowering) {
    if (const auto& administration = lowering.proposal.paper.administration) check_references(lowering, *administration);
}

void plan_paper(const model::Proposal& proposal, Plan& plan) {
    plan.paper = proposal.paper;
    if (const auto& administration = proposal.paper.administration)
        for (const PlannedLine& line : plan.lines) {
            const bool tagged =
                std::ranges::any_of(line.tags, [&](const std::string& tag) { return names(administration->tags, tag); });
            if (tagged || names(administration->lines, line.id)) plan.administration.push_back(line.id);
        }
    std::set<std::string> reached;
    for (const PlannedLine& line : plan.lines) follow(plan.book, plan.book.find(line.id)->tree, reached);
    for (const PlannedFigure& figure : plan.figures) follow(plan.book, plan.book.find(figure.id)->tree, reached);
    for (const model::Input& input : proposal.inputs)
        plan.inputs.push_back({input.name.value, input.label, false, reached.contains(input.name.value)});
    for (const model::Budget& budget : proposal.budgets)
        plan.inputs.push_back({budget.id.value, budget.label, true, reached.contains(budget.id.value)});
}

}  // namespace provenu::compile
