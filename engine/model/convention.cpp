#include "provenu/model/convention.hpp"

#include <fmt/format.h>

namespace provenu::model {

std::string_view name(Convention convention) {
    for (const ConventionName& each : conventions)
        if (each.convention == convention) return each.name;
    return "";
}

std::string name(const Payback& payback) {
    const std::string_view own = name(payback.convention);
    if (payback.convention != Convention::nearest_from) return std::string(own);
    return fmt::format("{}:{:04}-{:02}-{:02}", own, payback.from.year, payback.from.month, payback.from.day);
}

std::optional<Payback> read_payback(std::string_view text) {
    const auto colon = text.find(':');
    for (const ConventionName& each : conventions) {
        if (each.name != text.substr(0, colon)) continue;
        const bool dated = each.convention == Convention::nearest_from;
        if (dated == (colon == std::string_view::npos)) return std::nullopt;
        if (!dated) return Payback{each.convention, {}};
        const auto date = quantity::read_date(text.substr(colon + 1));
        return date ? std::optional(Payback{each.convention, *date}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace provenu::model
