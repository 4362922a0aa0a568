#include "report/frame_standing.hpp"

#include <algorithm>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

constexpr double noise = 1e-9;

template <class Chosen>
std::vector<int> years_where(const FrameStanding& frame, Chosen chosen) {
    std::vector<int> years;
    for (std::size_t i = 0; i < frame.given.size(); ++i)
        if (frame.given[i] && chosen(i)) years.push_back(frame.years.first + static_cast<int>(i));
    return years;
}

std::string missing_in_words(const FrameStanding& frame, const std::vector<int>& years, wording::Language language) {
    const auto missing = [&](int year) { return frame.missing[static_cast<std::size_t>(year - frame.years.first)]; };
    const int worst = *std::ranges::max_element(years, {}, missing);
    return wording::text(language, years.size() == 1 ? "frames.holds.no.one" : "frames.holds.no",
                         {{"years", in_words(years)},
                          {"missing", wording::number(language, missing(worst), decimals_of(frame.money))},
                          {"year", std::to_string(worst)}});
}

}  // namespace

std::vector<int> years_limited(const FrameStanding& frame) {
    return years_where(frame, [](std::size_t) { return true; });
}

std::vector<int> years_missing(const FrameStanding& frame) {
    return years_where(frame, [&](std::size_t i) { return frame.missing[i] > noise; });
}

std::string in_words(const FrameStanding& frame, wording::Language language) {
    const std::vector<int> limited = years_limited(frame);
    if (limited.empty()) return wording::text(language, "frames.no_limit");
    const std::vector<int> missing = years_missing(frame);
    if (!missing.empty()) return missing_in_words(frame, missing, language);
    const bool all = limited.size() == frame.given.size();
    return wording::text(language, all ? "frames.holds.yes" : "frames.holds.some", {{"years", in_words(limited)}});
}

}  // namespace provenu::report
