#pragma once

#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include "support/books.hpp"

namespace provenu::support {

/// Numbers of all kinds that an author writes; none so large that sums of products leave what a double holds.
inline double any_number() {
    const auto tenths = static_cast<double>(*rc::gen::inRange(-500, 500)) / 10;
    return *rc::gen::inRange(0, 8) == 0 ? 0.0 : tenths;
}

/// Random trees over earlier definitions of a book; every kind of node occurs.
class RandomTrees {
 public:
    /// \param steady whether to leave out what jumps: moments, roundings, the year of the greatest, counts
    RandomTrees(std::vector<std::string> names, bool steady) : names_(std::move(names)), steady_(steady) {}

    formula::Tree any(int depth) const {
        using namespace formula;
        const int kind = depth == 0 ? *rc::gen::inRange(0, 2) : *rc::gen::inRange(0, steady_ ? 16 : 18);
        switch (kind) {
            case 0:
                return number(any_number());
            case 1:
                return names_.empty() ? number(any_number()) : name(*rc::gen::elementOf(names_));
            case 2:
            case 3:
                return make(Add{}, several(depth, 0));
            case 4:
                return make(Multiply{}, several(depth, 0));
            case 5:
                return make(Divide{}, {any(depth - 1), above_one(depth)});
            case 6:
                return make(Power{}, {above_one(depth), number(*rc::gen::inRange(-2, 3))});
            case 7:
                return make(Negate{}, {any(depth - 1)});
            case 8:
                return make(*rc::gen::element(Extreme::least, Extreme::greatest), several(depth, 1));
            case 9:
                return make(Yearly{*rc::gen::inRange(2022, 2036), *rc::gen::arbitrary<bool>()}, several(depth, 1));
            case 10:
                return overlap();
            case 11:
                return make(*rc::gen::element(Ramp::linear, Ramp::smooth), {any_month(), any_month()});
            case 12:
                return convolution(depth);
            case 13:
                return make(*rc::gen::element(Discount::start, Discount::middle, Discount::end), {rate(depth)});
            case 14:
                return over_years(depth);
            case 15:
                return *rc::gen::arbitrary<bool>() ? make(Pick{*rc::gen::inRange(2026, 2036)}, {any(depth - 1)})
                                                   : make(PickCarried{}, {any(depth - 1)});
            case 16:
                return make(*rc::gen::element(Moment::turn, Moment::first_outlay), {any(depth - 1)});
            default:
                return make(*rc::gen::element(Round::down, Round::up, Round::nearest), {any(depth - 1)});
        }
    }

 private:
    std::vector<formula::Tree> several(int depth, int least) const {
        std::vector<formula::Tree> trees;
        for (int i = *rc::gen::inRange(least, 4); i > 0; --i) trees.push_back(any(depth - 1));
        return trees;
    }

    /// 1 or more, so that dividing by it is safe.
    formula::Tree above_one(int depth) const {
        return formula::make(formula::Extreme::greatest, {formula::number(1), any(depth - 1)});
    }

    formula::Tree rate(int depth) const {
        const auto low = formula::make(formula::Extreme::greatest, {formula::number(-0.1), any(depth - 1)});
        return formula::make(formula::Extreme::least, {formula::number(0.2), low});
    }

    static formula::Tree any_month() { return formula::number(12 * 2026 + *rc::gen::inRange(-30, 150)); }

    static formula::Tree overlap() {
        if (*rc::gen::arbitrary<bool>()) return formula::make(formula::Overlap{}, {any_month()});
        return formula::make(formula::Overlap{}, {any_month(), any_month()});
    }

    formula::Tree convolution(int depth) const {
        using formula::Kernel;
        const auto kernel = *rc::gen::element(Kernel::running, Kernel::delay, Kernel::stay_start, Kernel::stay_middle,
                                              Kernel::leave_start, Kernel::leave_middle);
        if (kernel == Kernel::running) return formula::make(kernel, {any(depth - 1)});
        const double parameter = kernel == Kernel::delay ? *rc::gen::inRange(0, 40) : *rc::gen::inRange(0, 12) / 2.0;
        return formula::make(kernel, {any(depth - 1), formula::number(parameter)});
    }

    formula::Tree over_years(int depth) const {
        const int first = *rc::gen::inRange(2026, 2036);
        const quantity::Years years{first, *rc::gen::inRange(first, 2036)};
        switch (*rc::gen::inRange(0, steady_ ? 2 : 4)) {
            case 0:
                return formula::make(formula::SumOver{years}, {any(depth - 1)});
            case 1:
                return formula::make(formula::GreatestOver{years}, {any(depth - 1)});
            case 2:
                return formula::make(formula::GreatestYear{years}, {any(depth - 1)});
            default:
                return formula::make(formula::ReturnRate{years, formula::ReturnRate::Ask::count}, {any(depth - 1)});
        }
    }

    std::vector<std::string> names_;
    bool steady_;
};

/// A book whose first definitions are single numbers, to be drawn, and whose others build on earlier ones.
inline formula::Book random_book(bool steady) {
    std::vector<std::pair<std::string, formula::Tree>> definitions;
    std::vector<std::string> names;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        names.push_back("in" + std::to_string(i));
        definitions.emplace_back(names.back(), formula::number(any_number()));
    }
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
        const std::string own = "out" + std::to_string(i);
        definitions.emplace_back(own, RandomTrees(names, steady).any(4));
        names.push_back(own);
    }
    return book(definitions);
}

}  // namespace provenu::support
