#include "formula/sheet_rows.hpp"

#include <algorithm>
#include <utility>

#include "provenu/diag/bug.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::formula {
namespace {

// A cell takes 8,192 characters, 64 levels and 255 arguments of a function.
constexpr int most_characters = 3000;
constexpr int most_depth = 24;

constexpr int of_cell = 16;
constexpr int of_input = 60;  // a name; or a month, which is written as a date and read as a number

/// Characters that the operations themselves take, beside their operands'.
int length_of(const Operation& operation) {
    constexpr int of_weights = 200;
    constexpr int of_ramp = 400;
    constexpr int of_months = 60;
    constexpr int of_number = 24;
    constexpr int of_others = 12;
    if (std::holds_alternative<Number>(operation)) return of_number;
    if (std::holds_alternative<Kernel>(operation)) return of_weights;
    if (std::holds_alternative<Ramp>(operation)) return of_ramp;
    if (std::holds_alternative<Overlap>(operation)) return of_months;
    return of_others;
}

bool can_be_split(const Operation& operation) {
    return std::holds_alternative<Add>(operation) || std::holds_alternative<Multiply>(operation) ||
           std::holds_alternative<Extreme>(operation);
}

}  // namespace

Spreadsheet::Spreadsheet(const Book& book, const std::vector<std::string>& definitions, Inputs inputs)
    : book_(book), inputs_(std::move(inputs)) {
    SheetRows rows(*this);
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        rows.ask(i);
        rows.add(definitions[i]);
    }
}

std::optional<std::size_t> Spreadsheet::row_of(std::string_view definition) const {
    const auto found = definitions_.find(definition);
    return found == definitions_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t SheetRows::push(SheetRow row) {
    row.asked = asked_;
    sheet_.rows_.push_back(std::move(row));
    return sheet_.rows_.size() - 1;
}

void SheetRows::add(const std::string& definition) {
    const Definition* found = sheet_.book_.find(definition);
    if (found == nullptr) diag::bug("a row for an unknown name " + definition);
    if (sheet_.definitions_.contains(definition) || sheet_.inputs_(found->tree)) return;
    const std::string owner = std::exchange(owner_, definition);
    prepare(found->tree);
    sheet_.definitions_[definition] = push({SheetRow::Of::definition, definition, found->tree, found->shape});
    owner_ = owner;
}

SheetRows::Size SheetRows::prepare(const Tree& tree) {
    if (is_input(tree)) return {of_input, 1};
    if (sheet_.branches_.contains(tree.get())) return {of_cell, 1};
    if (const auto parts = sheet_.parts_.find(tree.get()); parts != sheet_.parts_.end()) return prepare(parts->second);
    need(tree);
    std::vector<Size> operands;
    for (const Tree& operand : tree->operands) operands.push_back(prepare(operand));
    Size size = size_of(tree, operands);
    if (size.characters <= most_characters && size.depth <= most_depth) return size;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const bool long_one = operands[i].characters > 2 * of_input || operands[i].depth > most_depth / 2;
        if (!long_one) continue;
        cell_of_its_own(tree->operands[i]);
        operands[i] = {of_cell, 1};
    }
    size = size_of(tree, operands);
    return size.characters > most_characters && can_be_split(tree->operation) ? split(tree, operands) : size;
}

/// What stands in a cell of the inputs, itself or by its name.
bool SheetRows::is_input(const Tree& tree) const {
    if (sheet_.inputs_(tree)) return true;
    const auto* name = std::get_if<Name>(&tree->operation);
    const Definition* found = name == nullptr ? nullptr : sheet_.book_.find(name->name);
    return found != nullptr && sheet_.inputs_(found->tree).has_value();
}

SheetRows::Size SheetRows::size_of(const Tree& tree, std::vector<Size> operands) const {
    Size size{length_of(tree->operation), 0};
    const bool one_of_them = std::holds_alternative<Yearly>(tree->operation);
    int longest = 0;
    for (const Size& operand : operands) {
        longest = std::max(longest, operand.characters);
        size.characters += one_of_them ? 0 : operand.characters;
        size.depth = std::max(size.depth, operand.depth);
    }
    if (one_of_them) size.characters = longest;
    ++size.depth;
    return size;
}

/// The rows that an operation needs beside those of its operands.
void SheetRows::need(const Tree& tree) {
    const Operation& operation = tree->operation;
    using Of = SheetRow::Of;
    if (const auto* name = std::get_if<Name>(&operation)) return add(name->name);
    if (std::holds_alternative<Ramp>(operation))
        for (const Tree& month : tree->operands) cell_of_its_own(month);
    if (const auto* kernel = std::get_if<Kernel>(&operation)) {
        row_over_years(tree->operands[0]);
        if (*kernel != Kernel::running) cell_of_its_own(tree->operands[1]);
    }
    const bool sums = std::holds_alternative<SumOver>(operation) || std::holds_alternative<GreatestOver>(operation) ||
                      std::holds_alternative<GreatestYear>(operation);
    if (sums) row_over_years(tree->operands[0]);
    if (std::holds_alternative<Discount>(operation)) helper(Of::factor, row_over_years(tree->operands[0]), Shape::yearly);
    if (std::holds_alternative<ReturnRate>(operation)) helper(Of::sign, row_over_years(tree->operands[0]), Shape::yearly);
    if (const auto* moment = std::get_if<Moment>(&operation)) {
        const std::size_t flow = row_over_years(tree->operands[0]);
        if (*moment == Moment::turn)
            helper(Of::crossing, helper(Of::balance, flow, Shape::yearly), Shape::yearly);
        else
            helper(Of::outlay, flow, Shape::yearly);
    }
}

/// A row that has the branch in every year.
std::size_t SheetRows::row_over_years(const Tree& tree) {
    if (const auto* name = std::get_if<Name>(&tree->operation)) {
        add(name->name);
        const auto row = sheet_.row_of(name->name);
        if (row && sheet_.rows_[*row].shape == Shape::yearly) return *row;
    }
    if (const auto known = sheet_.branches_.find(tree.get()); known != sheet_.branches_.end()) return known->second;
    prepare(tree);
    const std::size_t row = push({SheetRow::Of::branch, owner_, tree, Shape::yearly});
    sheet_.branches_[tree.get()] = row;
    return row;
}

/// For what a formula says several times: what is no plain reference or number gets a cell.
void SheetRows::cell_of_its_own(const Tree& tree) {
    if (std::holds_alternative<Name>(tree->operation)) return add(std::get<Name>(tree->operation).name);
    if (std::holds_alternative<Number>(tree->operation) && !sheet_.inputs_(tree)) return;
    if (sheet_.branches_.contains(tree.get())) return;
    prepare(tree);
    push_branch(tree);
}

void SheetRows::push_branch(const Tree& tree) {
    const auto shape_of_name = [&](const std::string& name) { return sheet_.book_.find(name)->shape; };
    const std::size_t row = push({SheetRow::Of::branch, owner_, tree, shape_of(tree, shape_of_name)});
    sheet_.branches_[tree.get()] = row;
}

std::size_t SheetRows::helper(SheetRow::Of of, std::size_t flow, Shape shape) {
    const auto key = std::pair(flow, of);
    if (const auto known = sheet_.helpers_.find(key); known != sheet_.helpers_.end()) return known->second;
    const std::size_t row = push({of, owner_, sheet_.rows_[flow].tree, shape, asked_, flow});
    sheet_.helpers_[key] = row;
    return row;
}

/// Cells of some of its operands each, as many as one takes.
SheetRows::Size SheetRows::split(const Tree& tree, const std::vector<Size>& sizes) {
    std::vector<Tree> parts;
    for (std::size_t first = 0, last = 0; first < sizes.size(); first = last) {
        int characters = 0;
        while (last < sizes.size() && (last == first || characters + sizes[last].characters <= most_characters))
            characters += sizes[last++].characters;
        const auto begin = tree->operands.begin();
        const std::vector<Tree> some(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last));
        parts.push_back(make(tree->operation, some));
        push_branch(parts.back());
    }
    const Tree& together = sheet_.parts_[tree.get()] = make(tree->operation, std::move(parts));
    return prepare(together);
}

}  // namespace provenu::formula
