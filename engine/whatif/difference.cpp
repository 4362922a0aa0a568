#include "provenu/whatif/difference.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "provenu/formula/program.hpp"

namespace provenu::whatif {
namespace {

using compile::PlannedLine;
using formula::Definition;
using formula::Tree;
using Where = LineDifference::Where;

bool differ(double left, double right) {
    return std::abs(left - right) > 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

const PlannedLine* find_line(const Case& in, const std::string& id) {
    const auto found = std::ranges::find(in.plan->lines, id, &PlannedLine::id);
    return found == in.plan->lines.end() ? nullptr : &*found;
}

quantity::Years table_of(const Case& each) {
    return each.plan->book.axis.table;
}

/// A line's figure of a year, wherever the table begins and ends; 0 where it has no such line or year.
double value(const Case& in, const std::string& name, int year) {
    const quantity::Axis& axis = in.plan->book.axis;
    return in.figures->has(name) && axis.all().contains(year) ? in.figures->at(name, axis.column(year)) : 0;
}

/// A line, or a payer's net effect: what it is called and by which definition.
struct Row {
    std::string id;
    model::Text label;
    std::string definition;
};

/// Finds what makes rows differ.
class Comparing {
 public:
    explicit Comparing(const Difference& difference)
        : before_(difference.before), after_(difference.after), to_unit_(difference.before_to_unit) {}

    /// None where the figures are the same.
    [[nodiscard]] std::optional<LineDifference> compare(const Row& row, Where where) const {
        LineDifference found{row.id, row.label, where, {}, std::nullopt, {}, false};
        const quantity::Years years{std::min(table_of(before_).first, table_of(after_).first),
                                    std::max(table_of(before_).last, table_of(after_).last)};
        for (int year = years.first; year <= years.last; ++year) {
            const YearDifference each{year, where == Where::after ? 0 : to_unit_ * value(before_, row.definition, year),
                                      where == Where::before ? 0 : value(after_, row.definition, year)};
            if (differ(each.before, each.after)) found.years.push_back(each);
        }
        const double was = where == Where::after ? 0 : to_unit_ * before_.figures->carried(row.definition);
        const double is = where == Where::before ? 0 : after_.figures->carried(row.definition);
        if (differ(was, is)) found.beyond = YearDifference{years.last + 1, was, is};
        if (found.years.empty() && !found.beyond) return std::nullopt;
        if (where == Where::both) explain(found, row.definition, years.last);
        return found;
    }

 private:
    /// What a name is worth in the second one's unit; none where that side has no such name.
    [[nodiscard]] std::optional<double> worth(const Case& in, const std::string& name, int year) const {
        const Definition* definition = in.plan->book.find(name);
        if (definition == nullptr) return std::nullopt;
        const bool scalar = definition->shape == formula::Shape::scalar;
        const double own = scalar ? in.figures->scalar(name) : value(in, name, year);
        return &in == &before_ ? own * std::pow(to_unit_, definition->unit.of(quantity::Dimension::money)) : own;
    }

    [[nodiscard]] bool changed(const std::string& name, int year) const {
        const auto was = worth(before_, name, year);
        const auto is = worth(after_, name, year);
        return was.has_value() != is.has_value() || (was && differ(*was, *is));
    }

    /// The names of a definition's formula on either side.
    [[nodiscard]] std::set<std::string> names_in(const std::string& name) const {
        std::set<std::string> names;
        for (const Case* side : {&before_, &after_})
            if (const Definition* definition = side->plan->book.find(name))
                formula::for_each_name(definition->tree, [&](const formula::Name& each) { names.insert(each.name); });
        return names;
    }

    /// Walks down through what has changed, with a list of its own: inputs may be chained by the thousand.
    void explain(LineDifference& found, const std::string& definition, int last) const {
        const int year = found.years.empty() ? last : found.years.front().year;
        std::set<std::string> seen;
        std::vector<std::string> pending;
        const auto push_changed = [&](const std::string& of) {
            bool any = false;
            for (const std::string& name : names_in(of)) {
                if (!changed(name, year)) continue;
                any = true;
                if (seen.insert(name).second) pending.push_back(name);
            }
            return any;
        };
        push_changed(definition);
        while (!pending.empty()) {
            const std::string name = std::move(pending.back());
            pending.pop_back();
            if (!push_changed(name)) found.causes.push_back(cause(name, year));
        }
        std::ranges::sort(found.causes, {}, &InputDifference::name);
        const Tree& was = before_.plan->book.find(definition)->tree;
        const Tree& is = after_.plan->book.find(definition)->tree;
        found.is_written_otherwise = found.causes.empty() || (to_unit_ == 1 && !formula::is_alike(was, is));
    }

    [[nodiscard]] InputDifference cause(const std::string& name, int year) const {
        const Definition* definition = after_.plan->book.find(name);
        return {name, definition != nullptr ? definition->label : "", worth(before_, name, year), worth(after_, name, year),
                is_percent(after_, name)};
    }

    static bool is_percent(const Case& in, const std::string& name) {
        const Definition* definition = in.plan->book.find(name);
        const auto* number = definition != nullptr ? std::get_if<formula::Number>(&definition->tree->operation) : nullptr;
        return number != nullptr && number->style == formula::Style::percent;
    }

    const Case& before_;
    const Case& after_;
    double to_unit_;
};

void add(std::vector<LineDifference>& all, std::optional<LineDifference> found) {
    if (found) all.push_back(std::move(*found));
}

void add_lines(Difference& difference, const Comparing& comparing) {
    const auto row = [](const PlannedLine& line) { return Row{line.id, line.label, line.id}; };
    for (const PlannedLine& line : difference.after.plan->lines)
        add(difference.lines,
            comparing.compare(row(line), find_line(difference.before, line.id) != nullptr ? Where::both : Where::after));
    for (const PlannedLine& line : difference.before.plan->lines)
        if (find_line(difference.after, line.id) == nullptr) add(difference.lines, comparing.compare(row(line), Where::before));
}

void add_payers(Difference& difference, const Comparing& comparing) {
    const auto row = [](const compile::PlannedPayer& payer) { return Row{payer.id, payer.label, "payer." + payer.id + ".net"}; };
    const auto has = [](const Case& in, const Row& each) { return in.figures->has(each.definition); };
    for (const compile::PlannedPayer& payer : difference.after.plan->payers) {
        const Row each = row(payer);
        if (!has(difference.after, each)) continue;
        add(difference.payers, comparing.compare(each, has(difference.before, each) ? Where::both : Where::after));
    }
    for (const compile::PlannedPayer& payer : difference.before.plan->payers)
        if (const Row each = row(payer); has(difference.before, each) && !has(difference.after, each))
            add(difference.payers, comparing.compare(each, Where::before));
}

}  // namespace

Difference difference(const Case& before, const Case& after) {
    Difference difference{before, after, 1, {}, {}, {}};
    difference.before_to_unit = quantity::factor(before.plan->book.money, after.plan->book.money);
    const Comparing comparing(difference);
    add_lines(difference, comparing);
    add_payers(difference, comparing);
    for (int year = table_of(after).first; year <= table_of(after).last; ++year)
        difference.net.push_back(value(after, "net.total", year) - difference.before_to_unit * value(before, "net.total", year));
    return difference;
}

}  // namespace provenu::whatif
