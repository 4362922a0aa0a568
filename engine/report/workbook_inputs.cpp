#include "report/workbook_inputs.hpp"

#include <algorithm>
#include <set>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/workbook_order.hpp"
#include "report/workbook_ranges.hpp"

namespace provenu::report {
namespace {

using compile::Written;
using formula::Tree;
using As = Written::As;

template <class... Kinds>
bool is_any(const Tree& tree) {
    return (std::holds_alternative<Kinds>(tree->operation) || ...);
}

/// Whether a branch is figures alone, so that a cell can hold it.
bool is_figures(const Tree& tree) {
    if (std::holds_alternative<formula::Number>(tree->operation)) return true;
    const bool arithmetic = is_any<formula::Add, formula::Multiply, formula::Divide, formula::Power, formula::Negate,
                                   formula::Extreme, formula::Round>(tree);
    return arithmetic && !tree->operands.empty() && std::ranges::all_of(tree->operands, is_figures);
}

/// Nought and one inside a formula are structure, as in `1 - share`.
bool is_structure(const Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    return number != nullptr && (number->value == 0 || number->value == 1);
}

std::string word_for(As as) {
    switch (as) {
        case As::value:
            return "value";
        case As::amount:
            return "amount";
        case As::total:
            return "total";
        case As::fte:
            return "fte";
        case As::rate:
            return "rate";
        case As::share:
            return "share";
        case As::phase_in:
            return "phase_in";
        case As::phase_out:
            return "phase_out";
        case As::payer_share:
            return "payer_share";
        case As::discount_rate:
            return "discount_rate";
        case As::index:
            return "index";
        case As::factor:
            return "factor";
        case As::years:
            return "years";
        case As::hours:
            return "hours";
        case As::months:
            return "months";
        case As::from:
            return "from";
        case As::until:
            return "until";
        case As::at:
            break;
    }
    return "at";
}

/// What a scenario multiplies by, or comes later by: it belongs to the change, not to a line that it changes.
bool is_of_change(As as) {
    return as == As::factor || as == As::months;
}

/// The first number's unit that says something; of a bare number nothing.
quantity::Unit unit_of_figures(const Tree& tree) {
    if (const auto* number = std::get_if<formula::Number>(&tree->operation)) return number->unit;
    for (const Tree& operand : tree->operands)
        if (const quantity::Unit unit = unit_of_figures(operand); !unit.is_bare()) return unit;
    return {};
}

class Collecting {
 public:
    Collecting(const WorkbookCase& each, const Traced& traced) : each_(each), traced_(traced) {
        for (const Written& written : each.plan.written) written_.emplace(written.tree.get(), &written);
    }

    Inputs run(const std::vector<std::string>& definitions) {
        for (const std::string& name : definitions) {
            definition_ = each_.plan.book.find(name);
            ordinal_ = 0;
            visit(definition_->tree, {});
        }
        for (InputRow& row : inputs_.rows)
            if (is_of_change(row.as)) row.label = changed_by(row);
        return std::move(inputs_);
    }

 private:
    /// Where a branch stands in its formula.
    struct Around {
        const Written* formula = nullptr;  ///< the written formula that it is a part of
        std::string subject;               ///< what it is multiplied by: the rate of some staff
    };

    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(traced_.language(), key, arguments);
    }

    void visit(const Tree& tree, Around around) {
        if (const auto known = inputs_.cells.find(tree.get()); known != inputs_.cells.end()) return use(known->second.row);
        if (const auto found = written_.find(tree.get()); found != written_.end()) {
            if (is_figures(tree)) return add_value(tree, *found->second, around, 0);
            around.formula = found->second;
        } else if (around.formula != nullptr && is_figures(tree)) {
            if (!is_structure(tree)) add_value(tree, *around.formula, around, ++parts_);
            return;
        }
        if (const auto* series = std::get_if<formula::Yearly>(&tree->operation);
            series != nullptr && visit_series(tree, *series, around))
            return;
        for (std::size_t i = 0; i < tree->operands.size(); ++i) visit(tree->operands[i], around_operand(tree, i, around));
    }

    [[nodiscard]] Around around_operand(const Tree& tree, std::size_t operand, Around around) const {
        const bool product = std::holds_alternative<formula::Multiply>(tree->operation) && tree->operands.size() == 2;
        if (!product) return around;
        const auto* name = std::get_if<formula::Name>(&tree->operands[1 - operand]->operation);
        const formula::Definition* other = name != nullptr ? each_.plan.book.find(name->name) : nullptr;
        if (other != nullptr) around.subject = label_of(each_, *other, traced_.language());
        return around;
    }

    /// A series of figures is one row; one that repeats its operands is a few numbers, each from a year on.
    bool visit_series(const Tree& tree, const formula::Yearly& series, const Around& around) {
        std::set<const formula::Node*> distinct;
        for (const Tree& operand : tree->operands) distinct.insert(operand.get());
        const auto is_own = [&](const Tree& operand) { return written_.contains(operand.get()) && is_figures(operand); };
        const auto first = std::ranges::find_if(tree->operands, is_own);
        if (first == tree->operands.end()) return false;
        if (distinct.size() < tree->operands.size()) {
            add_steps(tree, series, around);
            return true;
        }
        for (const Tree& operand : tree->operands)  // first, as they take rows of their own
            if (!is_own(operand)) visit(operand, around);
        const Written& written = *written_.find(first->get())->second;
        InputRow row = row_of(written, around, 0, *first);
        row.key += "|series";
        row.holds = series.holds;
        const auto known = keys_.find(row.key);
        const std::size_t position = known == keys_.end() ? inputs_.rows.size() : known->second;
        for (std::size_t i = 0; i < tree->operands.size(); ++i) {
            const Tree& operand = tree->operands[i];
            const int column = each_.plan.book.axis.column(series.first + static_cast<int>(i));
            if (!is_own(operand)) continue;
            const bool used = column >= 0 || (series.holds && i + 1 == tree->operands.size());
            if (!used) continue;
            const int shown = column >= 0 && column < each_.plan.book.axis.years() ? column : -1;
            row.values.push_back({operand, shown, traced_.worth(operand, 0)});
            inputs_.cells[operand.get()] = {position, shown};
        }
        if (known == keys_.end())
            push(std::move(row));
        else
            use(position);
        return true;
    }

    void add_steps(const Tree& tree, const formula::Yearly& series, const Around& around) {
        for (std::size_t i = 0; i < tree->operands.size(); ++i) {
            const Tree& operand = tree->operands[i];
            if (inputs_.cells.contains(operand.get())) continue;
            visit(operand, around);
            if (inputs_.cells.contains(operand.get()) && i > 0)
                inputs_.rows[inputs_.cells[operand.get()].row].what +=
                    words("workbook.from_year", {{"year", std::to_string(series.first + static_cast<int>(i))}});
        }
    }

    void add_value(const Tree& tree, const Written& written, const Around& around, int part) {
        for (const Tree& operand : tree->operands)  // a month and its delays, which have cells of their own
            if (const auto delay = written_.find(operand.get()); delay != written_.end() && delay->second->as == As::months)
                visit(operand, {});
        InputRow row = row_of(written, around, part, tree);
        double worth = traced_.worth(tree, 0);
        if (written.as == As::until) worth -= 1;  // shown as the last month, not the one after it
        auto known = keys_.find(row.key);
        const bool is_moved = known != keys_.end() && inputs_.rows[known->second].values.front().worth != worth;
        if (is_moved) known = keys_.find(row.key += "|" + std::to_string(worth));
        if (known != keys_.end()) {
            inputs_.cells[tree.get()] = {known->second, -1};
            return use(known->second);
        }
        row.values.push_back({tree, -1, worth});
        inputs_.cells[tree.get()] = {inputs_.rows.size(), -1};
        push(std::move(row));
    }

    /// Notes that the definition at hand has a row's number too.
    void use(std::size_t row) {
        std::vector<std::string>& used_in = inputs_.rows[row].used_in;
        if (std::ranges::find(used_in, definition_->name) == used_in.end()) used_in.push_back(definition_->name);
    }

    /// What a change applies to: the lines and inputs that it changes, the first of them by name.
    [[nodiscard]] std::string changed_by(const InputRow& row) const {
        constexpr std::size_t most = 3;
        std::vector<std::string> labels;
        for (const std::string& name : row.used_in)
            if (name.find('.') == std::string::npos)
                labels.push_back(label_of(each_, *each_.plan.book.find(name), traced_.language()));
        if (labels.empty()) return row.label;
        std::string all;
        for (std::size_t i = 0; i < std::min(most, labels.size()); ++i) all += (all.empty() ? "" : "; ") + labels[i];
        if (labels.size() <= most) return all;
        return words("workbook.applies_to.more", {{"labels", all}, {"count", std::to_string(labels.size() - most)}});
    }

    void push(InputRow row) {
        row.used_in.push_back(definition_->name);
        if (is_of_change(row.as)) row.definition.clear();
        keys_.emplace(row.key, inputs_.rows.size());
        inputs_.rows.push_back(std::move(row));
    }

    [[nodiscard]] std::string key_of(const Written& written, int part) {
        const diag::Place& place = written.place;
        if (place.line == 0) return definition_->name + "|" + word_for(written.as) + "|" + std::to_string(ordinal_++);
        const std::string path = place.source ? place.source->path : "";
        return path + "|" + std::to_string(place.line) + "|" + std::to_string(place.column) + "|" + std::to_string(written.part) +
               (part > 0 ? "|" + definition_->name + std::to_string(part) : "");
    }

    [[nodiscard]] InputRow row_of(const Written& written, const Around& around, int part, const Tree& tree) {
        InputRow row;
        row.key = key_of(written, part);
        row.place_key = row.key;
        row.definition = definition_->name;
        row.as = written.as;
        row.label = label_of(each_, *definition_, traced_.language());
        const bool elsewhere = definition_->place.source != nullptr && written.place.source != nullptr &&
                               definition_->place.source != written.place.source;
        if (!elsewhere) row.source = definition_->source;
        row.place = place_of(written.place);
        row.unit = part > 0 ? unit_of_part(tree) : unit_of(written.as, tree);
        const std::string key = std::string("workbook.as.") + (part > 0 ? "part" : word_for(written.as));
        row.what = words(key);
        if (written.as == As::fte && !around.subject.empty()) row.what = words("workbook.as.fte.of", {{"rate", around.subject}});
        if (ranged_.insert(definition_->name).second) row.range = range_of(each_, *definition_, traced_.language());
        return row;
    }

    [[nodiscard]] std::string place_of(const diag::Place& place) const {
        if (place.line == 0 || place.source == nullptr) return "";
        const std::string& path = place.source->path;
        const bool own = each_.proposal.id.place.source == place.source;
        const std::string line = words("workbook.line", {{"line", std::to_string(place.line)}});
        return own ? line : path.substr(path.find_last_of('/') + 1) + ", " + line;
    }

    /// A number inside a formula has the unit that is written with it, or none: it is not what the formula comes to.
    [[nodiscard]] std::string unit_of_part(const Tree& tree) const {
        const auto* number = std::get_if<formula::Number>(&tree->operation);
        if (number != nullptr && number->style == formula::Style::percent) return words("workbook.unit.share");
        return unit_in_words(unit_of_figures(tree), each_.plan.book.money, traced_.language());
    }

    [[nodiscard]] std::string unit_of(As as, const Tree& tree) const {
        switch (as) {
            case As::from:
            case As::until:
            case As::at:
                return words("workbook.unit.month");
            case As::months:
                return words("workbook.unit.months");
            case As::share:
            case As::phase_in:
            case As::phase_out:
            case As::payer_share:
            case As::discount_rate:
            case As::index:
            case As::factor:
                return words("workbook.unit.share");
            default:
                break;
        }
        quantity::Unit unit = unit_of_figures(tree);
        const bool whole = is_figures(definition_->tree) || std::holds_alternative<formula::Yearly>(definition_->tree->operation);
        if (unit.is_bare() && whole) unit = definition_->unit;
        if (unit.is_bare() && (as == As::amount || as == As::total)) unit = quantity::unit_of(quantity::Dimension::money);
        if (unit.is_bare() && as == As::rate)
            unit = quantity::unit_of(quantity::Dimension::money) / quantity::unit_of(quantity::Dimension::fte);
        return unit_in_words(unit, each_.plan.book.money, traced_.language());
    }

    const WorkbookCase& each_;
    const Traced& traced_;
    std::unordered_map<const formula::Node*, const Written*> written_;
    std::map<std::string, std::size_t> keys_;
    std::set<std::string> ranged_;
    Inputs inputs_;
    const formula::Definition* definition_ = nullptr;
    int ordinal_ = 0;
    int parts_ = 0;
};

}  // namespace

Inputs inputs_of(const WorkbookCase& each, const std::vector<std::string>& definitions, const Traced& traced) {
    return Collecting(each, traced).run(definitions);
}

}  // namespace provenu::report
