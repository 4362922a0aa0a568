#include "report/composition.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "provenu/wording/number.hpp"
#include "report/beyond.hpp"
#include "report/layout.hpp"
#include "report/prose.hpp"

namespace provenu::report {
namespace {

using formula::Tree;

constexpr std::size_t longest_formula = 120;
constexpr double noise = 1e-9;

/// So many of something at a price, of which a share counts.
struct Piece {
    double quantity = 0;
    quantity::Dimension of = quantity::Dimension::fte;
    double price = 0;
    double share = 1;
    bool in_months = false;  ///< the share is months of a year
};
using Pieces = std::vector<Piece>;

/// Takes one column of a formula apart into pieces; none where it is made of anything else.
class Taking {
 public:
    Taking(const Findings& findings, const Traced& traced, int column)
        : book_(findings.plan.book), traced_(traced), column_(column) {}

    // NOLINTNEXTLINE(misc-no-recursion): a formula is a tree
    [[nodiscard]] std::optional<Pieces> apart(const Tree& tree) const {
        if (worth(tree) == 0) return Pieces{};
        if (std::holds_alternative<formula::Negate>(tree->operation)) return apart(tree->operands.front());
        if (std::holds_alternative<formula::Add>(tree->operation)) return sum(tree);
        if (!std::holds_alternative<formula::Multiply>(tree->operation)) return std::nullopt;
        if (auto piece = priced(tree)) return Pieces{*piece};
        return weighted(tree);
    }

 private:
    [[nodiscard]] double worth(const Tree& tree) const { return traced_.worth(tree, column_); }

    // NOLINTNEXTLINE(misc-no-recursion): as above
    [[nodiscard]] std::optional<Pieces> sum(const Tree& tree) const {
        Pieces all;
        for (const Tree& operand : tree->operands) {
            const auto pieces = apart(operand);
            if (!pieces) return std::nullopt;
            all.insert(all.end(), pieces->begin(), pieces->end());
        }
        return all;
    }

    /// The unit of a number or of a name; of a series, of what it has this year.
    [[nodiscard]] std::optional<quantity::Unit> unit_of(const Tree& tree) const {
        if (const auto* number = std::get_if<formula::Number>(&tree->operation)) return number->unit;
        if (const auto* name = std::get_if<formula::Name>(&tree->operation))
            if (const auto* named = book_.find(name->name)) return named->unit;
        if (std::holds_alternative<formula::Yearly>(tree->operation) && !tree->operands.empty())
            return unit_of(tree->operands.front());
        return std::nullopt;
    }

    /// A quantity times a price per one of it (and year).
    [[nodiscard]] std::optional<Piece> priced(const Tree& tree) const {
        using quantity::Dimension;
        if (tree->operands.size() != 2) return std::nullopt;
        const auto price = unit_of(tree->operands[1]);
        if (!price || price->of(Dimension::money) != 1) return std::nullopt;
        std::optional<Dimension> per;
        for (const Dimension each : {Dimension::fte, Dimension::person, Dimension::place, Dimension::hour})
            if (price->of(each) == -1) per = per ? std::nullopt : std::optional(each);
        if (!per || price->of(Dimension::month) != 0 || price->of(Dimension::week) != 0) return std::nullopt;
        return Piece{worth(tree->operands[0]), *per, worth(tree->operands[1])};
    }

    // NOLINTNEXTLINE(misc-no-recursion): as above
    [[nodiscard]] std::optional<Pieces> weighted(const Tree& tree) const {
        std::optional<Pieces> pieces;
        double share = 1;
        bool in_months = false;
        for (const Tree& operand : tree->operands) {
            auto part = apart(operand);
            if (part && pieces) return std::nullopt;
            if (part) {
                pieces = std::move(part);
            } else {
                share *= worth(operand);
                in_months = in_months || is_months(operand);
            }
        }
        if (!pieces) return std::nullopt;
        for (Piece& piece : *pieces) {
            piece.share *= share;
            piece.in_months = in_months;
        }
        return pieces;
    }

    /// Months of a year over twelve.
    static bool is_months(const Tree& tree) {
        if (!std::holds_alternative<formula::Divide>(tree->operation)) return false;
        const auto* twelve = std::get_if<formula::Number>(&tree->operands[1]->operation);
        return twelve != nullptr && twelve->value == 12;
    }

    const formula::Book& book_;
    const Traced& traced_;
    int column_;
};

/// Whether a formula builds on anything that has a name; where it does not, its figures say it all.
// NOLINTNEXTLINE(misc-no-recursion): a formula is a tree
bool names_something(const Tree& tree) {
    return std::holds_alternative<formula::Name>(tree->operation) || std::ranges::any_of(tree->operands, names_something);
}

class Composing {
 public:
    Composing(const Findings& findings, const Traced& traced, const compile::PlannedLine& line)
        : findings_(findings), traced_(traced), definition_(*findings.plan.book.find(line.id)) {}

    [[nodiscard]] std::string sentence() const {
        const quantity::Axis& axis = findings_.plan.book.axis;
        const bool lasts = worth(axis.carried()) != 0 && !runs_out_after(findings_, definition_.name);
        if (lasts) return of_column(axis.carried(), "full", "");
        if (const auto whole = spread_once()) return say("made_of", "all", "", in_words(*whole));
        const int greatest = greatest_year();
        return of_column(greatest, "year", std::to_string(axis.year(greatest)));
    }

 private:
    [[nodiscard]] double worth(int column) const { return traced_.worth(definition_.tree, column); }

    [[nodiscard]] int greatest_year() const {
        int greatest = 0;
        for (int column = 1; column < findings_.years().count(); ++column)
            if (std::abs(worth(column)) > std::abs(worth(greatest))) greatest = column;
        return greatest;
    }

    [[nodiscard]] std::string say(const std::string& how, const std::string& when, const std::string& year,
                                  const std::string& words) const {
        std::vector<diag::Argument> arguments{{"words", words}};
        if (!year.empty()) arguments.push_back({"year", year});
        return wording::text(findings_.language, "paper." + how + "." + when, arguments);
    }

    [[nodiscard]] std::string of_column(int column, const std::string& when, const std::string& year) const {
        if (worth(column) == 0) return "";
        if (const auto pieces = Taking(findings_, traced_, column).apart(definition_.tree))
            return pieces->empty() ? "" : say("made_of", when, year, in_words(*pieces));
        if (!names_something(definition_.tree)) return "";
        formula::Definition bare = definition_;
        while (std::holds_alternative<formula::Negate>(bare.tree->operation)) bare.tree = bare.tree->operands.front();
        const std::string formula = traced_.in_words(bare, column);
        if (formula == traced_.value_in_words(bare, column) || formula.size() > longest_formula) return "";
        return say("worked_out", when, year, formula);
    }

    /// The pieces that the years share, where they are spread over them once.
    [[nodiscard]] std::optional<Pieces> spread_once() const {
        std::optional<Pieces> whole;
        double spread = 0;
        for (int column = 0; column < findings_.years().count(); ++column) {
            auto pieces = Taking(findings_, traced_, column).apart(definition_.tree);
            if (!pieces || pieces->size() > 1) return std::nullopt;
            if (pieces->empty()) continue;
            Piece& piece = pieces->front();
            spread += piece.share;
            piece.share = 1;
            piece.in_months = false;
            if (whole && (whole->front().quantity != piece.quantity || whole->front().price != piece.price)) return std::nullopt;
            whole = std::move(pieces);
        }
        return std::abs(spread - 1) < noise ? whole : std::nullopt;
    }

    /// Hundredths will do for what is more than one.
    [[nodiscard]] std::string quantity_in_words(double quantity) const {
        return std::abs(quantity) < 1 ? wording::written_number(findings_.language, quantity)
                                      : wording::plain_number(findings_.language, quantity, 2);
    }

    [[nodiscard]] std::string in_words(const Piece& piece) const {
        const bool one = std::abs(piece.quantity - 1) < noise;
        std::string words = wording::text(findings_.language, "paper.piece",
                                          {{"quantity", quantity_in_words(piece.quantity)},
                                           {"unit", dimension_in_words(piece.of, !one, findings_.language)},
                                           {"price", price_in_prose(findings_, piece.price)}});
        if (std::abs(piece.share - 1) < noise) return words;
        const double months = 12 * piece.share;
        const bool whole_months = piece.in_months && std::abs(months - std::round(months)) < noise;
        if (!whole_months)
            return wording::text(findings_.language, "paper.piece.share",
                                 {{"words", words}, {"share", wording::percent(findings_.language, piece.share)}});
        const std::string key = std::lround(months) == 1 ? "paper.piece.month" : "paper.piece.months";
        return wording::text(findings_.language, key, {{"words", words}, {"months", std::to_string(std::lround(months))}});
    }

    /// So many at one price, however many posts they are.
    static Pieces together(const Pieces& pieces) {
        Pieces sums;
        for (const Piece& piece : pieces) {
            const auto same = std::ranges::find_if(sums, [&](const Piece& each) {
                return each.of == piece.of && each.price == piece.price && each.share == piece.share &&
                       each.in_months == piece.in_months;
            });
            if (same == sums.end())
                sums.push_back(piece);
            else
                same->quantity += piece.quantity;
        }
        return sums;
    }

    [[nodiscard]] std::string in_words(const Pieces& pieces) const {
        std::vector<std::string> parts;
        for (const Piece& piece : together(pieces)) parts.push_back(in_words(piece));
        return listed(parts, findings_.language);
    }

    const Findings& findings_;
    const Traced& traced_;
    const formula::Definition& definition_;
};

}  // namespace

std::string composition_in_prose(const Findings& findings, const Traced& traced, const compile::PlannedLine& line) {
    return Composing(findings, traced, line).sentence();
}

}  // namespace provenu::report
