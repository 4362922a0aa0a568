#include "report/distributions.hpp"

#include <variant>

#include "provenu/wording/number.hpp"

namespace provenu::report {
namespace {

/// Says a distribution in words, its numbers in the terms of what it is of.
struct ShapeInWords {
    const risk::Uncertain& input;
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
                                                                       {"shape", wording::written_number(language, of.shape)}});
    }
    std::string operator()(const chance::Uniform& of) const {
        return words("uniform", {{"low", value(of.low)}, {"high", value(of.high)}});
    }
    /// As P10 and P90 where the author wrote these.
    [[nodiscard]] std::string eight_in_ten(const std::string& kind) const {
        const chance::Distribution whole{input.marginal.distribution.shape, {}, {}};
        return words(kind + ".percentiles",
                     {{"low", value(chance::quantile(whole, 0.1))}, {"high", value(chance::quantile(whole, 0.9))}});
    }
    std::string operator()(const chance::Normal& of) const {
        if (input.by_percentiles) return eight_in_ten("normal");
        return words("normal", {{"mean", value(of.mean)}, {"deviation", value(of.deviation)}});
    }
    std::string operator()(const chance::Lognormal& of) const {
        if (input.by_percentiles) return eight_in_ten("lognormal");
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
        const std::string count = wording::number(language, static_cast<double>(of.values.size()));
        if (input.file.empty()) return words("empirical", {{"count", count}});
        return words("column", {{"count", count}, {"file", input.file}, {"column", input.column}});
    }
};

}  // namespace

LeverScale scale_of(const risk::Uncertain& input, const compile::Plan& plan) {
    const formula::Definition& definition = *plan.book.find(input.lever.definition);
    const bool is_factor = input.lever.what == risk::Lever::What::factor;
    return {definition.unit, plan.book.money, is_factor, input.is_percent || definition.is_share, input.base};
}

std::string distribution_in_words(const risk::Uncertain& input, const LeverScale& scale, wording::Language language) {
    const chance::Distribution& distribution = input.marginal.distribution;
    const ShapeInWords shape{input, scale, language};
    std::string words = std::visit(shape, distribution.shape);
    if (distribution.least) words += shape.words("at_least", {{"value", shape.value(*distribution.least)}});
    if (distribution.most) words += shape.words("at_most", {{"value", shape.value(*distribution.most)}});
    return words;
}

}  // namespace provenu::report
