#include "cli/drawing.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "cli/console.hpp"

namespace provenu::cli {
namespace {

constexpr auto most_seed = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// `10.000`, `10,000` and `10 000` as they are meant; a whole number has no decimals that the sign could stand for.
std::string without_grouping(std::string_view written) {
    std::string digits(written);
    const std::size_t sign = written.find_first_of("., ");
    if (sign == std::string_view::npos || sign == 0 || sign > 3) return digits;
    for (std::size_t at = sign; at < written.size(); at += 4)
        if (written[at] != written[sign] || written.size() - at < 4) return digits;
    std::erase(digits, written[sign]);
    return digits;
}

chance::Method method_of(std::string_view written) {
    if (written == "random") return chance::Method::random;
    return written == "latin" ? chance::Method::latin : chance::Method::sobol;
}

}  // namespace

std::optional<std::uint64_t> whole_number(std::string_view written) {
    const auto digits = without_grouping(written);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::vector<Option> drawing_options() {
    return {{"draws", "", Takes::text, "N", "How many imagined futures are drawn (default: 65536)", {}},
            {"seed", "", Takes::text, "N", "Where the random numbers begin; the same seed draws the same (default: 1)", {}},
            {"method",
             "",
             Takes::text,
             "METHOD",
             "Even points, independent random numbers, or Latin hypercubes (default: sobol)",
             {"sobol", "random", "latin"}}};
}

diag::Result<risk::Drawing> drawing_asked(const Asked& asked) {
    diag::Result<risk::Drawing> result{risk::Drawing{}, {}};
    risk::Drawing& drawing = *result.value;
    if (const auto written = asked.value("draws")) {
        drawing.draws = whole_number(*written).value_or(0);
        if (drawing.draws < 1 || drawing.draws > risk::most_draws) result.diagnostics.error("P860", {}, {{"written", *written}});
    }
    if (const auto written = asked.value("seed")) {
        const auto seed = whole_number(*written);
        if (!seed || *seed > most_seed) result.diagnostics.error("P861", {}, {{"written", *written}});
        drawing.seed = seed.value_or(0);
    }
    if (const auto written = asked.value("method")) drawing.method = method_of(*written);
    return result;
}

std::vector<Option> draw_options() {
    std::vector<Option> options{
        {"draw", "", Takes::text, "K", "The table of the K-th imagined future that simulate draws, instead of the plan's", {}}};
    for (Option& option : drawing_options()) options.push_back(std::move(option));
    return options;
}

diag::Result<DrawAsked> draw_asked(const Asked& asked) {
    const auto written = asked.value("draw");
    diag::Result<DrawAsked> result{std::nullopt, {}};
    if (!written) {
        for (const char* option : {"draws", "seed", "method"})
            if (asked.has(option)) result.diagnostics.error("P865", {}, {{"option", std::string("--") + option}});
        return result;
    }
    auto drawing = drawing_asked(asked);
    result.diagnostics.append(drawing.diagnostics);
    const std::uint64_t number = whole_number(*written).value_or(0);
    if (number < 1 || number > drawing.value->draws)
        result.diagnostics.error("P864", {}, {{"written", *written}, {"draws", std::to_string(drawing.value->draws)}});
    if (!result.diagnostics.has_errors()) result.value = DrawAsked{*drawing.value, number};
    return result;
}

Uncertainties uncertainties_of(const Answer& answer, const compile::Choices& choices, wording::Language messages) {
    Uncertainties all{{}, answer.status};
    for (const auto& scenes : answer.proposals) {
        auto uncertainty = risk::uncertainty_of(*scenes.front().proposal, choices);
        show(uncertainty.diagnostics, messages);
        if (uncertainty.ok())
            all.proposals.push_back(std::move(*uncertainty.value));
        else
            all.status = worse(all.status, Status::author_must_act);
    }
    return all;
}

}  // namespace provenu::cli
