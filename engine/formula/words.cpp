#include "provenu/formula/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/wording/number.hpp"

namespace provenu::formula {
namespace {

/// How tightly a piece of text holds together: what must stand in brackets inside what.
enum class Binding { sum, product, tight, atom };

struct Words {
    std::string text;
    Binding binding = Binding::atom;
};

constexpr int most_years_listed = 12;

/// What is not a number is a payback or a rate of return.
std::string figure_in_words(wording::Language language, double value) {
    if (std::isnan(value)) return wording::text(language, "explain.none");
    if (!std::isfinite(value)) return wording::text(language, value > 0 ? "explain.never" : "explain.at_once");
    return wording::written_number(language, value);
}

/// A percentage as written, or a sum of such.
bool is_percentage(const Tree& tree) {
    const auto* number = std::get_if<Number>(&tree->operation);
    if (number != nullptr) return number->style == Style::percent;
    return std::holds_alternative<Add>(tree->operation) && !tree->operands.empty() &&
           std::all_of(tree->operands.begin(), tree->operands.end(), is_percentage);
}

/// Months between two of them: what is taken from a month, or a sum of such.
bool is_count_of_months(const Tree& tree) {
    if (const auto* number = std::get_if<Number>(&tree->operation)) return number->style == Style::month;
    const bool adds = std::holds_alternative<Add>(tree->operation) || std::holds_alternative<Negate>(tree->operation);
    return adds && !tree->operands.empty() && std::all_of(tree->operands.begin(), tree->operands.end(), is_count_of_months);
}

/// Says one column of a tree; one overload a kind of node, so that a new kind does not compile until it can be said.
class Speaker {
 public:
    Speaker(int column, const Reading& reading) : column_(column), reading_(reading) {}

    [[nodiscard]] Words say(const Tree& tree) const {
        return std::visit([&](const auto& operation) { return say(operation, tree); }, tree->operation);
    }

 private:
    [[nodiscard]] double worth(const Tree& tree) const { return reading_.worth(tree, column_); }
    [[nodiscard]] std::string figure(double value) const { return figure_in_words(reading_.language, value); }
    [[nodiscard]] std::string phrase(std::string_view key, std::vector<diag::Argument> arguments = {}) const {
        return wording::text(reading_.language, key, std::move(arguments));
    }
    [[nodiscard]] Speaker at(int column) const { return {column, reading_}; }
    [[nodiscard]] std::string years(const quantity::Years& years) const {
        return std::to_string(years.first) + "-" + std::to_string(years.last);
    }

    static std::string inside(const Words& words, Binding around) {
        return words.binding <= around && words.binding != Binding::atom ? "(" + words.text + ")" : words.text;
    }

    static bool is_negative(const Words& words) { return words.text.front() == '-'; }

    [[nodiscard]] Words say(const Number& number, const Tree&) const {
        if (number.style == Style::percent) return {wording::percent(reading_.language, number.value)};
        if (number.style == Style::year) return {std::to_string(static_cast<int>(number.value))};
        if (number.style == Style::month) return {quantity::name(quantity::Month{static_cast<int>(number.value)})};
        if (number.unit == quantity::unit_of(quantity::Dimension::fte)) {
            return {phrase("explain.fte", {{"number", figure(number.value)}})};
        }
        return {figure(number.value)};
    }

    [[nodiscard]] Words say(const Name& name, const Tree& tree) const {
        const Definition* definition = reading_.book.find(name.name);
        if (definition != nullptr && definition->is_share) return {wording::percent(reading_.language, worth(tree))};
        if (definition != nullptr && is_percentage(definition->tree)) return {wording::percent(reading_.language, worth(tree))};
        return {figure(worth(tree))};
    }

    [[nodiscard]] Words say(const Yearly& yearly, const Tree& tree) const {
        const int last = static_cast<int>(tree->operands.size()) - 1;
        const bool carried = column_ == reading_.book.axis.carried();
        const int position = carried ? last : reading_.book.axis.year(column_) - yearly.first;
        const bool outside = position < 0 || (!yearly.holds && (carried || position > last));
        return outside ? Words{"0"} : say(tree->operands[static_cast<std::size_t>(std::min(position, last))]);
    }

    /// A product of posts and their rate among several: `16 x 650`, `700`.
    [[nodiscard]] Words post(const Tree& tree) const {
        const bool is_post = std::holds_alternative<Multiply>(tree->operation) && tree->operands.size() == 2 &&
                             std::holds_alternative<Name>(tree->operands[1]->operation);
        if (!is_post) return say(tree);
        const double fte = worth(tree->operands[0]);
        const Words rate = say(tree->operands[1]);
        return fte == 1 ? rate : Words{figure(fte) + " x " + rate.text, Binding::product};
    }

    [[nodiscard]] Words say(const Add&, const Tree& tree) const {
        if (is_count_of_months(tree)) return {figure(worth(tree))};
        std::vector<Tree> terms;
        for (const Tree& operand : tree->operands)
            if (worth(operand) != 0) terms.push_back(operand);
        if (terms.empty()) return {"0"};
        if (terms.size() == 1) return say(terms.front());
        std::vector<std::string> texts;
        for (const Tree& term : terms) texts.push_back(inside(post(term), Binding::sum));
        return joined(texts);
    }

    /// A sum, in which a term that begins with a minus is taken away.
    static Words joined(const std::vector<std::string>& terms) {
        std::string text;
        for (const std::string& term : terms) {
            if (text.empty())
                text = term;
            else
                text += term.front() == '-' ? " - " + term.substr(1) : " + " + term;
        }
        return {text, terms.size() > 1 ? Binding::sum : Binding::atom};
    }

    /// A weight of one, such as 12/12 or 100 %, says nothing.
    [[nodiscard]] bool says_nothing(const Tree& factor) const {
        const auto* number = std::get_if<Number>(&factor->operation);
        const bool named = std::holds_alternative<Name>(factor->operation) || (number != nullptr && !number->unit.is_bare());
        return worth(factor) == 1 && !named;
    }

    [[nodiscard]] Words say(const Multiply&, const Tree& tree) const {
        std::vector<Tree> factors;
        for (const Tree& operand : tree->operands)
            if (!says_nothing(operand)) factors.push_back(operand);
        if (factors.empty()) return {"1"};
        if (factors.size() == 1) return say(factors.front());
        std::string text;
        for (const Tree& factor : factors) text += (text.empty() ? "" : " x ") + inside(say(factor), Binding::product);
        return {text, Binding::product};
    }

    [[nodiscard]] Words say(const Divide&, const Tree& tree) const {
        const Words top = say(tree->operands[0]);
        const Words bottom = say(tree->operands[1]);
        const bool short_one = top.binding == Binding::atom && bottom.binding == Binding::atom && !is_negative(bottom);
        const std::string stroke = short_one ? "/" : " / ";
        return {inside(top, Binding::sum) + stroke + inside(bottom, Binding::tight),
                short_one ? Binding::tight : Binding::product};
    }

    [[nodiscard]] Words say(const Power&, const Tree& tree) const {
        const Words base = say(tree->operands[0]);
        const std::string raised = is_negative(base) ? "(" + base.text + ")" : inside(base, Binding::tight);
        return {raised + "^" + inside(say(tree->operands[1]), Binding::tight), Binding::tight};
    }

    [[nodiscard]] Words say(const Negate&, const Tree& tree) const {
        const Words words = say(tree->operands[0]);
        if (worth(tree) == 0) return {"0"};
        if (is_negative(words) && words.binding == Binding::atom) return {words.text.substr(1)};
        if (is_negative(words)) return {"-(" + words.text + ")", Binding::product};
        return {"-" + inside(words, Binding::sum), words.binding == Binding::atom ? Binding::atom : Binding::product};
    }

    [[nodiscard]] Words say(const Extreme& extreme, const Tree& tree) const {
        std::string text;
        for (const Tree& operand : tree->operands) text += (text.empty() ? "" : "; ") + say(operand).text;
        return {(extreme == Extreme::least ? "min(" : "max(") + text + ")"};
    }

    [[nodiscard]] Words say(const Overlap&, const Tree& tree) const { return {figure(worth(tree))}; }

    [[nodiscard]] Words say(const Ramp&, const Tree& tree) const { return {wording::percent(reading_.language, worth(tree))}; }

    /// One year's part of a delayed amount: `half of 2027 (7,200)`.
    [[nodiscard]] std::string part_of_year(const Tree& flow, int column, double share) const {
        const std::string of = share == 1 ? "explain.year.whole" : share == 0.5 ? "explain.year.half" : "explain.year.part";
        const std::string twelfths = std::to_string(std::lround(12 * share)) + "/12";
        return phrase(of, {{"year", std::to_string(reading_.book.axis.year(column))},
                           {"share", twelfths},
                           {"number", figure(reading_.worth(flow, column))}});
    }

    /// `6 months later: half of 2026 (0) and half of 2027 (7,200)`
    [[nodiscard]] Words say_delayed(const Tree& tree) const {
        const int months = static_cast<int>(std::lround(reading_.worth(tree->operands[1], 0)));
        const std::string heading = phrase("explain.later", {{"months", std::to_string(months)}});
        if (column_ == reading_.book.axis.carried())
            return {heading + ": " + phrase("explain.later.carried", {{"number", figure(worth(tree))}})};
        const int whole = months / 12;
        const double late = (months % 12) / 12.0;
        std::vector<std::string> parts;
        if (late > 0 && column_ > whole) parts.push_back(part_of_year(tree->operands[0], column_ - whole - 1, late));
        if (column_ >= whole) parts.push_back(part_of_year(tree->operands[0], column_ - whole, 1 - late));
        if (parts.empty()) return {heading + ": " + phrase("explain.later.nothing")};
        const std::string joined =
            parts.size() == 1 ? parts[0] : phrase("explain.and", {{"left", parts[0]}, {"right", parts[1]}});
        return {heading + ": " + joined, Binding::sum};
    }

    [[nodiscard]] Words say(const Kernel& kernel, const Tree& tree) const {
        if (kernel == Kernel::delay) return say_delayed(tree);
        const bool carried = column_ == reading_.book.axis.carried();
        const int until = carried ? reading_.book.axis.table.count() - 1 : column_;
        const Words sum = listed({reading_.book.axis.table.first, reading_.book.axis.year(until)}, tree->operands[0]);
        if (kernel == Kernel::running) return sum;
        const std::string parameter = at(0).say(tree->operands[1]).text;
        return {phrase("explain.staying", {{"number", figure(worth(tree))}, {"sum", sum.text}, {"parameter", parameter}})};
    }

    /// The values of several years as a sum; too many are summed up in a word.
    [[nodiscard]] Words listed(const quantity::Years& years_of, const Tree& flow) const {
        if (years_of.count() > most_years_listed) return {phrase("explain.sum", {{"years", years(years_of)}})};
        std::vector<std::string> terms;
        for (int year = years_of.first; year <= years_of.last; ++year) {
            const int column = reading_.book.axis.column(year);
            if (reading_.worth(flow, column) != 0) terms.push_back(inside(at(column).say(flow), Binding::sum));
        }
        return terms.empty() ? Words{"0"} : joined(terms);
    }

    [[nodiscard]] Words say(const Discount&, const Tree& tree) const {
        if (column_ == 0 || column_ == reading_.book.axis.carried()) return {figure(worth(tree))};
        return {
            phrase("explain.discount",
                   {{"factor", figure(worth(tree))}, {"years", std::to_string(column_)}, {"rate", say(tree->operands[0]).text}})};
    }
    [[nodiscard]] Words say(const SumOver& sum, const Tree& tree) const { return listed(sum.years, tree->operands[0]); }
    [[nodiscard]] Words say(const GreatestOver& greatest, const Tree&) const {
        return {phrase("explain.greatest", {{"years", years(greatest.years)}})};
    }
    [[nodiscard]] Words say(const GreatestYear& greatest, const Tree&) const {
        return {phrase("explain.greatest_year", {{"years", years(greatest.years)}})};
    }
    [[nodiscard]] Words say(const Pick& pick, const Tree& tree) const {
        return at(reading_.book.axis.column(pick.year)).say(tree->operands[0]);
    }
    [[nodiscard]] Words say(const PickCarried&, const Tree& tree) const {
        return at(reading_.book.axis.carried()).say(tree->operands[0]);
    }

    [[nodiscard]] Words say(const Moment& moment, const Tree& tree) const {
        const double found = worth(tree);
        const quantity::Axis& axis = reading_.book.axis;
        if (moment == Moment::first_outlay) {
            const auto year = static_cast<int>(found);
            if (reading_.worth(tree->operands[0], year) <= 0) return {phrase("explain.none")};
            return {phrase("explain.first_outlay", {{"year", std::to_string(axis.year(year))}})};
        }
        if (!std::isfinite(found)) return {phrase(found > 0 ? "explain.never" : "explain.at_once")};
        const int turning = static_cast<int>(std::ceil(found)) - 1;
        double before = 0;
        for (int column = 0; column < turning; ++column) before += reading_.worth(tree->operands[0], column);
        const double change = reading_.worth(tree->operands[0], turning);
        return {phrase("explain.turn", {{"before", figure(before)},
                                        {"year_before", std::to_string(axis.year(turning - 1))},
                                        {"change", figure(change)},
                                        {"year", std::to_string(axis.year(turning))},
                                        {"whole", std::to_string(turning)},
                                        {"size", figure(-change)}})};
    }

    [[nodiscard]] Words say(const ReturnRate& rate, const Tree&) const {
        return {phrase("explain.return", {{"years", years(rate.years)}})};
    }

    [[nodiscard]] Words say(const Round& mode, const Tree& tree) const {
        const std::string key = mode == Round::down ? "explain.down" : mode == Round::up ? "explain.up" : "explain.nearest";
        return {phrase(key, {{"number", say(tree->operands[0]).text}}), Binding::sum};
    }

    int column_;
    const Reading& reading_;
};

}  // namespace

std::string in_words(const Tree& tree, int column, const Reading& reading) {
    return Speaker(column, reading).say(tree).text;
}

std::string value_in_words(const Definition& definition, int column, const Reading& reading) {
    const double value = reading.worth(definition.tree, column);
    if (definition.is_share && std::isfinite(value)) return wording::percent(reading.language, value);
    if (is_percentage(definition.tree)) return wording::percent(reading.language, value);
    const auto* rate = std::get_if<ReturnRate>(&definition.tree->operation);
    if (rate != nullptr && rate->ask == ReturnRate::Ask::only && std::isfinite(value))
        return wording::percent(reading.language, value);
    if (definition.is_calendar_year && std::isfinite(value)) return std::to_string(std::lround(value));
    return figure_in_words(reading.language, value);
}

}  // namespace provenu::formula
