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

/// Every name a definition is made of, directly or through others.
void collect(const formula::Book& book, const std::string& name, std::set<std::string>& names) {
    const Definition* definition = book.find(name);
    if (definition == nullptr) return;
    formula::for_each_name(definition->tree, [&](const formula::Name& each) {
        if (names.insert(each.name).second) collect(book, each.name, names);
    });
}

std::optional<double> worth(const Case& in, const std::string& name, int year) {
    const Definition* definition = in.plan->book.find(name);
    if (definition == nullptr) return std::nullopt;
    if (definition->shape == formula::Shape::scalar) return in.figures->scalar(name);
    return value(in, name, year);
}

bool is_percent(const Case& in, const std::string& name) {
    const Definition* definition = in.plan->book.find(name);
    const auto* number = definition != nullptr ? std::get_if<formula::Number>(&definition->tree->operation) : nullptr;
    return number != nullptr && number->style == formula::Style::percent;
}

/// Finds what makes lines differ.
class Comparing {
 public:
    explicit Comparing(Difference& difference) : difference_(difference), before_(difference.before), after_(difference.after) {}

    void add(const PlannedLine& line, Where where) {
        LineDifference found{line.id, line.label, where, {}, std::nullopt, {}};
        const quantity::Years years{std::min(table_of(before_).first, table_of(after_).first),
                                    std::max(table_of(before_).last, table_of(after_).last)};
        for (int year = years.first; year <= years.last; ++year) {
            const YearDifference each{year, before(line.id, where, year),
                                      where == Where::before ? 0 : value(after_, line.id, year)};
            if (differ(each.before, each.after)) found.years.push_back(each);
        }
        const double was = where == Where::after ? 0 : difference_.before_to_unit * before_.figures->carried(line.id);
        const double is = where == Where::before ? 0 : after_.figures->carried(line.id);
        if (differ(was, is)) found.beyond = YearDifference{years.last + 1, was, is};
        if (found.years.empty() && !found.beyond) return;
        if (where == Where::both) found.causes = causes(line.id, found.years.empty() ? years.last : found.years.front().year);
        difference_.lines.push_back(std::move(found));
    }

 private:
    [[nodiscard]] double before(const std::string& id, Where where, int year) const {
        return where == Where::after ? 0 : difference_.before_to_unit * value(before_, id, year);
    }

    [[nodiscard]] bool changed(const std::string& name, int year) const {
        const auto was = worth(before_, name, year);
        const auto is = worth(after_, name, year);
        return was.has_value() != is.has_value() || (was && differ(*was, *is));
    }

    [[nodiscard]] std::vector<InputDifference> causes(const std::string& line, int year) const {
        std::set<std::string> names;
        collect(before_.plan->book, line, names);
        collect(after_.plan->book, line, names);
        std::vector<InputDifference> causes;
        for (const std::string& name : names) {
            if (!changed(name, year)) continue;
            std::set<std::string> beneath;
            collect(before_.plan->book, name, beneath);
            collect(after_.plan->book, name, beneath);
            if (std::ranges::any_of(beneath, [&](const std::string& each) { return changed(each, year); })) continue;
            const Definition* definition = after_.plan->book.find(name);
            causes.push_back({name, definition != nullptr ? definition->label : "", worth(before_, name, year),
                              worth(after_, name, year), is_percent(after_, name)});
        }
        return causes;
    }

    Difference& difference_;
    const Case& before_;
    const Case& after_;
};

}  // namespace

Difference difference(const Case& before, const Case& after) {
    Difference difference{before, after, 1, {}, {}};
    difference.before_to_unit = std::pow(10.0, before.plan->book.money.exponent - after.plan->book.money.exponent);
    Comparing comparing(difference);
    for (const PlannedLine& line : after.plan->lines)
        comparing.add(line, find_line(before, line.id) != nullptr ? Where::both : Where::after);
    for (const PlannedLine& line : before.plan->lines)
        if (find_line(after, line.id) == nullptr) comparing.add(line, Where::before);
    for (int year = table_of(after).first; year <= table_of(after).last; ++year)
        difference.net.push_back(value(after, "net.total", year) - difference.before_to_unit * value(before, "net.total", year));
    return difference;
}

}  // namespace provenu::whatif
