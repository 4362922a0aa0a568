#include "portfolio/shared_frames.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace provenu::portfolio {
namespace {

using compile::PlannedFrame;

constexpr double noise = 1e-9;

const PlannedFrame* frame_of(const Member& member, const std::string& id) {
    const auto& frames = member.plan->frames;
    const auto found = std::ranges::find(frames, id, &PlannedFrame::id);
    return found == frames.end() ? nullptr : &*found;
}

/// The limit of a year in kroner; none where the proposal's table has not that year, or the frame no limit in it.
std::optional<double> limit_in_kroner(const Member& member, const PlannedFrame& frame, int year) {
    const quantity::Axis& axis = member.plan->book.axis;
    if (!axis.table.contains(year) || !frame.given[static_cast<std::size_t>(axis.column(year))]) return std::nullopt;
    const double kroner = quantity::factor(member.plan->book.money, quantity::Money{0});
    return kroner * member.figures->at("frame." + frame.id + ".limit", axis.column(year));
}

/// A frame as all who have it see it; one year's limit is that of any whose table has the year.
struct Together {
    std::vector<Member> members;
    std::vector<std::optional<double>> limits;  ///< in kroner, by year
    bool same = true;
};

Together together(std::span<const Member> proposals, const PlannedFrame& first, quantity::Years years) {
    Together out;
    out.limits.resize(static_cast<std::size_t>(years.count()));
    for (const Member& member : proposals) {
        const PlannedFrame* own = frame_of(member, first.id);
        if (own == nullptr) continue;
        out.members.push_back(member);
        out.same = out.same && own->area == first.area && own->payer == first.payer && own->counts == first.counts;
        for (int year = years.first; year <= years.last; ++year) {
            auto& limit = out.limits[static_cast<std::size_t>(year - years.first)];
            const auto said = limit_in_kroner(member, *own, year);
            if (limit && said && std::abs(*limit - *said) > noise * std::abs(*limit)) out.same = false;
            if (said) limit = said;
        }
    }
    return out;
}

std::string names(std::span<const Member> members) {
    std::string list;
    for (const Member& member : members) list += (list.empty() ? "" : ", ") + member.plan->id;
    return list;
}

void warn_of_absent(std::span<const Member> proposals, const std::string& id, diag::Diagnostics& found) {
    std::vector<Member> absent;
    for (const Member& member : proposals)
        if (frame_of(member, id) == nullptr) absent.push_back(member);
    if (absent.empty()) return;
    found.warning("P982", {}, {{"frame", id}, {"proposals", names(absent)}});
}

void define_frame(const PlannedFrame& frame, const Together& all, Adding& adding) {
    const std::string name = "frame." + frame.id;
    const double to_money = quantity::factor(quantity::Money{0}, adding.book.money);
    std::vector<formula::Tree> limits;
    std::vector<formula::Tree> ones;
    for (const auto& limit : all.limits) {
        limits.push_back(formula::number(limit ? to_money * *limit : 0));
        ones.push_back(formula::number(limit ? 1 : 0));
    }
    const formula::Yearly by_year{adding.book.axis.table.first, false};
    adding.define(name + ".limit", formula::make(by_year, std::move(limits)));
    adding.define(name + ".used", adding.sum(all.members, name + ".used"));
    formula::Tree over = formula::difference(formula::name(name + ".used"), formula::name(name + ".limit"));
    over = formula::make(formula::Extreme::greatest, {std::move(over), formula::number(0)});
    adding.define(name + ".missing", formula::product({formula::make(by_year, std::move(ones)), std::move(over)}));
}

}  // namespace

std::vector<SharedFrame> share_frames(std::span<const Member> proposals, Adding& adding, diag::Diagnostics& found) {
    std::vector<SharedFrame> frames;
    std::vector<std::string> seen;
    for (const Member& member : proposals)
        for (const PlannedFrame& frame : member.plan->frames) {
            if (std::ranges::find(seen, frame.id) != seen.end()) continue;
            seen.push_back(frame.id);
            const Together all = together(proposals, frame, adding.book.axis.table);
            if (!all.same) {
                found.warning("P981", {}, {{"frame", frame.id}, {"proposals", names(all.members)}});
                continue;
            }
            warn_of_absent(proposals, frame.id, found);
            define_frame(frame, all, adding);
            SharedFrame shared{frame.id, frame.label, frame.area, frame.payer, {}, {}};
            for (const auto& limit : all.limits) shared.given.push_back(limit.has_value());
            for (const Member& each : all.members) shared.proposals.push_back(each.plan->id);
            frames.push_back(std::move(shared));
        }
    return frames;
}

}  // namespace provenu::portfolio
