#include "report/telling.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace provenu::report {
namespace {

/// Tells one address link by link, each name once.
class Telling {
 public:
    Telling(const formula::Book& book, const Traced& traced, Extent extent) : book_(book), traced_(traced), extent_(extent) {}

    Chain tell(const formula::Definition& definition, const std::optional<int>& year) {
        const quantity::Years table = book_.axis.table;
        const bool all = definition.shape == formula::Shape::yearly && !year;
        const quantity::Years years = all ? table : quantity::Years{year.value_or(table.first), year.value_or(table.first)};
        chain_.links.push_back({0, title(definition)});
        for (int each = years.first; each <= years.last; ++each) tell_value(definition, book_.axis.column(each), {});
        return std::move(chain_);
    }

 private:
    [[nodiscard]] double worth(const formula::Tree& branch, int column) const { return traced_.worth(branch, column); }

    static std::string title(const formula::Definition& definition) {
        return definition.label.empty() ? definition.name : definition.name + ": " + definition.label;
    }

    [[nodiscard]] std::string address(const formula::Definition& definition, int column) const {
        if (definition.shape == formula::Shape::scalar) return definition.name;
        if (column == book_.axis.carried()) return definition.name + "[" + std::to_string(book_.axis.table.last) + "..]";
        return definition.name + "[" + std::to_string(book_.axis.year(column)) + "]";
    }

    /// How far in a link stands, and whether what it names is told as well.
    struct Level {
        int indent = 0;
        bool further = true;
    };

    /// A percentage of our own, which the formula that names it has shown already.
    static bool is_told(const formula::Definition& definition) {
        const auto* number = std::get_if<formula::Number>(&definition.tree->operation);
        return number != nullptr && number->style == formula::Style::percent && definition.place.line == 0;
    }

    void tell_value(const formula::Definition& definition, int column, Level level) {
        if (chain_.links.size() > extent_.most_links) return;
        if (!told_.insert(address(definition, column)).second) return;
        const std::string value = traced_.value_in_words(definition, column);
        const std::string words = traced_.in_words(definition, column);
        std::string text = address(definition, column) + ": " + value;
        if (words != value && std::isfinite(worth(definition.tree, column))) text += " = " + words;
        text += remarks(definition);
        chain_.links.push_back({level.indent, std::move(text)});
        if (level.further && level.indent < extent_.deepest) tell_names(definition.tree, column, {level.indent + 1, true});
    }

    /// `  (source: …; note: …)`, as far as they were written.
    [[nodiscard]] std::string remarks(const formula::Definition& definition) const {
        std::string text;
        if (!definition.source.empty())
            text = wording::text(traced_.language(), "explain.source", {{"source", definition.source}});
        if (!definition.note.empty())
            text += (text.empty() ? "" : "; ") + wording::text(traced_.language(), "explain.note", {{"note", definition.note}});
        return text.empty() ? text : "  (" + text + ")";
    }

    /// What the formula names, in the order it names them; what adds nothing is passed over.
    void tell_names(const formula::Tree& tree, int column, Level level) {
        if (worth(tree, column) == 0) return;
        if (const auto* name = std::get_if<formula::Name>(&tree->operation)) {
            if (const auto* named = book_.find(name->name); !is_told(*named)) tell_value(*named, column, level);
        } else if (const auto years = looked_over(tree, column)) {
            for (int year = years->first; year <= years->last; ++year)
                tell_names(tree->operands[0], book_.axis.column(year), {level.indent, false});
        } else {
            if (const auto* pick = std::get_if<formula::Pick>(&tree->operation)) column = book_.axis.column(pick->year);
            if (std::holds_alternative<formula::PickCarried>(tree->operation)) column = book_.axis.carried();
            for (const formula::Tree& operand : used(tree, column)) tell_names(operand, column, level);
        }
    }

    /// The years an operation looks over, if it does: their figures are told, not where each comes from.
    [[nodiscard]] std::optional<quantity::Years> looked_over(const formula::Tree& tree, int column) const {
        if (const auto* sum = std::get_if<formula::SumOver>(&tree->operation)) return until(sum->years.last);
        if (const auto* rate = std::get_if<formula::ReturnRate>(&tree->operation)) return until(rate->years.last);
        if (std::holds_alternative<formula::GreatestOver>(tree->operation)) return book_.axis.table;
        if (std::holds_alternative<formula::GreatestYear>(tree->operation)) return book_.axis.table;
        if (std::holds_alternative<formula::Kernel>(tree->operation))
            return until(std::min(book_.axis.year(column), book_.axis.all().last));
        if (!std::holds_alternative<formula::Moment>(tree->operation)) return std::nullopt;
        const double found = worth(tree, column);
        return until(std::isfinite(found) ? book_.axis.year(static_cast<int>(std::ceil(found)) - 1) : book_.axis.table.last);
    }

    /// From the table's first year to a year.
    [[nodiscard]] quantity::Years until(int year) const {
        return {book_.axis.table.first, std::max(year, book_.axis.table.first)};
    }

    /// A series uses one of its operands in each year.
    [[nodiscard]] std::vector<formula::Tree> used(const formula::Tree& tree, int column) const {
        const auto* yearly = std::get_if<formula::Yearly>(&tree->operation);
        if (yearly == nullptr) return tree->operands;
        const int last = static_cast<int>(tree->operands.size()) - 1;
        const int position = column == book_.axis.carried() ? last : book_.axis.year(column) - yearly->first;
        if (position < 0) return {};
        return {tree->operands[static_cast<std::size_t>(std::min(position, last))]};
    }

    const formula::Book& book_;
    const Traced& traced_;
    Extent extent_;
    std::set<std::string> told_;
    Chain chain_;
};

}  // namespace

std::optional<Address> read_address(std::string_view text) {
    const auto bracket = text.find('[');
    if (bracket == std::string_view::npos) return Address{std::string(text), std::nullopt};
    int year = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + bracket + 1, end, year);
    if (read.ec != std::errc{} || read.ptr + 1 != end || *read.ptr != ']') return std::nullopt;
    return Address{std::string(text.substr(0, bracket)), year};
}

Chain tell(const formula::Book& book, const Traced& traced, const Told& told, Extent extent) {
    return Telling(book, traced, extent).tell(told.definition, told.year);
}

}  // namespace provenu::report
