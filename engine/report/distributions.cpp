#include "report/distributions.hpp"

#include <variant>

#include "provenu/wording/number.hpp"

namespace provenu::report {
namespace {

/// Says a distribution in words, its numbers in the terms of what it is of.
struct ShapeInWords {
    const LeverScale& scale;
    wording::Language language;

    [[nodiscard]] std::string value(double number) const { return lever_value(number, scale, Toward::nearest, language); }
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments) const {
        return wording::text(language, "drawn." + key, arguments);
    }

    std::string operator()(const chance::Triangular& of) const {
        return words("triangular", {{"low", value(of.low)}, {"mode", value(of.mode)}, {"high", value(of.high)}});
    }
    std::string operator()(const chance::Pert& of) const {
        const chance::Pert usual;
        return words(of.shape == usual.shape ? "pert" : "pert.shape", {{"low", value(of.low)},
                                                                       {"mode", value(of.mode)},
                                                                       {"high", value(of.high)},
                                                                       {"shape", wording::plain_number(language, of.shape)}});
    }
    std::string operator()(const chance::Uniform& of) const {
        return words("uniform", {{"low", value(of.low)}, {"high", value(of.high)}});
    }
    std::string operator()(const chance::Normal& of) const {
        return words("normal", {{"mean", value(of.mean)}, {"deviation", value(of.deviation)}});
    }
    std::string operator()(const chance::Lognormal& of) const {
        const chance::Distribution whole{of, {}, {}};
        return words("lognormal", {{"mean", value(chance::mean(whole))}, {"deviation", value(chance::deviation(whole))}});
    }
    std::string operator()(const chance::Discrete& of) const {
        std::string all;
        for (std::size_t i = 0; i < of.values.size(); ++i)
            all += (i == 0 ? "" : ", ") + value(of.values[i]) + " (" + wording::percent(language, of.probabilities[i]) + ")";
        return words("discrete", {{"all", all}});
    }
    std::string operator()(const chance::Empirical& of) const {
        return words("empirical", {{"count", std::to_string(of.values.size())}});
    }
};

}  // namespace

LeverScale scale_of(const risk::Uncertain& input, const compile::Plan& plan) {
    const formula::Definition& definition = *plan.book.find(input.lever.definition);
    const bool is_factor = input.lever.what == risk::Lever::What::factor;
    return {definition.unit, plan.book.money, is_factor, definition.is_share, input.base};
}

std::string distribution_in_words(const chance::Distribution& distribution, const LeverScale& scale, wording::Language language) {
    const ShapeInWords shape{scale, language};
    std::string words = std::visit(shape, distribution.shape);
    if (distribution.least) words += shape.words("at_least", {{"value", shape.value(*distribution.least)}});
    if (distribution.most) words += shape.words("at_most", {{"value", shape.value(*distribution.most)}});
    return words;
}

}  // namespace provenu::report
