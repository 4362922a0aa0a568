#include <algorithm>
#include <cmath>
#include <numeric>

#include "provenu/wording/number.hpp"
#include "report/composition.hpp"
#include "report/paper_sections.hpp"
#include "report/prose.hpp"

namespace provenu::report {
namespace {

using compile::PlannedLine;
using diag::Argument;
using model::Section;

double total(const Course& course) {
    return std::accumulate(course.years.begin(), course.years.end(), 0.0);
}

/// Where a course stands to nought: all of it at or below, all at or above, or both.
enum class Side { below, above, both };
Side side_of(const Course& course) {
    bool below = course.full < 0;
    bool above = course.full > 0;
    for (const double amount : course.years) {
        below = below || amount < 0;
        above = above || amount > 0;
    }
    if (below && above) return Side::both;
    return below ? Side::below : Side::above;
}

Course negated(Course course) {
    for (double& amount : course.years) amount = 0.0 - amount;
    course.full = 0.0 - course.full;
    return course;
}

/// Sums of what lines come to, costs and savings apart; in plain magnitudes.
struct Sums {
    double costs = 0;
    double savings = 0;
    void add(double amount) { (amount > 0 ? costs : savings) += std::abs(amount); }
};

class Economy {
 public:
    explicit Economy(const Findings& findings) : findings_(findings), traced_(findings.plan, findings.language) {}

    Items build() {
        add_efficiency();
        add_recurring_sums();
        add_investment();
        add_conversion();
        add_administration();
        if (findings_.plan.price_level != 0) say("level", {{"year", std::to_string(findings_.plan.price_level)}});
        add_section(Section::recurring);
        add_section(Section::implementation);
        return std::move(items_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<Argument>& arguments = {}) const {
        return with_one_stop(wording::text(findings_.language, "paper." + key, arguments));
    }
    [[nodiscard]] std::string amount(double value) const { return amount_in_prose(findings_, value); }
    void say(const std::string& key, const std::vector<Argument>& arguments = {}) {
        items_.emplace_back(Paragraph{words(key, arguments)});
    }

    /// What a net change comes to, in words that fit its side of nought: a contribution, further costs, or both.
    void say_net(const std::string& key, const Course& course) {
        if (is_nothing(course)) return;
        const Side side = side_of(course);
        const std::string which = side == Side::below ? ".saving" : side == Side::above ? ".cost" : ".both";
        say(key + which, {{"course", course_in_prose(findings_, side == Side::above ? course : negated(course))}});
    }

    void add_efficiency() {
        const Course efficiency = course_of(findings_, "recurring.net_efficiency");
        const Course all = course_of(findings_, "recurring.total");
        say_net("efficiency", efficiency);
        Course other = all;
        for (std::size_t i = 0; i < other.years.size(); ++i) other.years[i] -= efficiency.years[i];
        other.full -= efficiency.full;
        if (!is_nothing(other)) say_net(is_nothing(efficiency) ? "change" : "change.all", all);
    }

    /// Costs and savings at full phase-in; of several areas, what each has of the costs.
    void add_recurring_sums() {
        Sums all;
        std::vector<std::string> areas;
        for (const model::Area& area : areas_of(findings_.plan, Section::recurring)) {
            const Sums sums = sums_of_area(area.id.value);
            all.costs += sums.costs;
            all.savings += sums.savings;
            if (sums.costs > 0)
                areas.push_back(words(area.id.value == compile::outside_area ? "of_area.outside" : "of_area",
                                      {{"amount", amount(sums.costs)}, {"area", area_in_prose(area.id.value)}}));
        }
        const std::string costs_of = areas.size() > 1 ? words("of_which", {{"areas", listed(areas, findings_.language)}}) : "";
        if (all.savings > 0 && all.costs > 0)
            say("sums.both", {{"savings", amount(all.savings)}, {"costs", amount(all.costs)}, {"areas", costs_of}});
        else if (all.costs > 0)
            say("sums.costs", {{"costs", amount(all.costs)}, {"areas", costs_of}});
    }

    [[nodiscard]] Sums sums_of_area(const std::string& area) const {
        Sums sums;
        for (const PlannedLine& line : findings_.plan.lines) {
            const std::string name = counted_in(line, area);
            if (line.section == Section::recurring && !name.empty()) sums.add(findings_.figures.carried(name));
        }
        return sums;
    }

    /// Inside a sentence an area has a small letter.
    [[nodiscard]] std::string area_in_prose(const std::string& id) const {
        const std::string key = "paper.area." + id;
        return wording::has_text(findings_.language, key) ? wording::text(findings_.language, key) : area_label(findings_, id);
    }

    void add_investment() {
        const Course years{course_of(findings_, "implementation.total").years, 0};
        if (is_nothing(years)) return say("investment.none");
        const bool one = std::ranges::count_if(years.years, [](double each) { return each != 0; }) == 1;
        say(one ? "investment.year" : "investment", {{"amount", amount(findings_.figures.scalar("investment_need"))},
                                                     {"span", span_in_prose(findings_, years)},
                                                     {"years", years_in_prose(findings_, years)}});
    }

    void add_conversion() {
        if (!findings_.plan.has_conversion) return;
        for (const PlannedLine& line : findings_.plan.lines) {
            if (line.converted_from.empty()) continue;
            const Course course = course_of(findings_, line.id);
            if (side_of(course) != Side::above || is_nothing(course)) continue;
            say("conversion", {{"label", in_words(line.label, findings_.language, line.id)},
                               {"from", area_in_prose(line.converted_from)},
                               {"to", area_in_prose(line.area)},
                               {"course", course_in_prose(findings_, course)}});
        }
        if (!findings_.figures.has("frame_freed.conversion")) return;
        const double freed = findings_.figures.carried("frame_freed");
        const double efficiency = findings_.figures.carried("frame_freed.efficiency");
        const double converted = findings_.figures.carried("frame_freed.conversion");
        if (freed > 0 && efficiency > 0 && converted > 0)
            say("freed", {{"freed", amount(freed)}, {"efficiency", amount(efficiency)}, {"conversion", amount(converted)}});
    }

    /// The sums of some lines of a section: of implementation over the table, of recurring at full phase-in.
    template <class Chosen>
    [[nodiscard]] Sums sums_of(Section section, Chosen chosen) const {
        Sums sums;
        for (const PlannedLine& line : findings_.plan.lines) {
            if (line.section != section || !chosen(line)) continue;
            const Course course = course_of(findings_, line.id);
            sums.add(section == Section::recurring ? course.full : total(course));
        }
        return sums;
    }

    /// The part that is administration, of what there is.
    struct Share {
        std::string of;
        double part = 0;
        double all = 0;
    };

    void add_administration() {
        if (!findings_.plan.paper.administration) return;
        const auto any = [](const PlannedLine&) { return true; };
        const auto& ids = findings_.plan.administration;
        const auto chosen = [&](const PlannedLine& line) { return std::ranges::find(ids, line.id) != ids.end(); };
        const Sums once = sums_of(Section::implementation, any);
        const Sums yearly = sums_of(Section::recurring, any);
        const Sums once_part = sums_of(Section::implementation, chosen);
        const Sums yearly_part = sums_of(Section::recurring, chosen);
        const std::vector<Share> shares{{"implementation", once_part.costs, once.costs},
                                        {"costs", yearly_part.costs, yearly.costs},
                                        {"savings", yearly_part.savings, yearly.savings}};
        std::vector<std::string> parts;
        for (const Share& share : shares) {
            const bool silent = share.part == 0 && share.of == "savings";
            if (share.all == 0 || silent) continue;
            parts.push_back(words("administration." + share.of,
                                  {{"amount", amount(share.part)},
                                   {"percent", wording::number(findings_.language, 100 * share.part / share.all)}}));
        }
        if (!parts.empty()) say("administration", {{"parts", listed(parts, findings_.language)}});
    }

    void add_section(Section section) {
        const bool recurring = section == Section::recurring;
        const auto of_section = [&](const PlannedLine& line) { return line.section == section; };
        if (std::ranges::none_of(findings_.plan.lines, of_section)) return;
        const Course sum = course_of(findings_, recurring ? "recurring.total" : "implementation.total");
        const std::string label = wording::text(findings_.language, recurring ? "table.recurring" : "table.implementation");
        items_.emplace_back(Heading{with_amount(label, recurring ? sum : Course{sum.years, 0}), 3});
        for (const PlannedLine& line : findings_.plan.lines)
            if (of_section(line)) add_line(line);
    }

    /// `Drift: 11,1 mio. kr. årligt`, `Effekt: besparelse på 21,4 mio. kr. årligt`, `Kurser: 1,0 mio. kr. i alt`
    [[nodiscard]] std::string with_amount(const std::string& label, const Course& course) const {
        const bool yearly = course.full != 0;
        const double value = yearly ? course.full : total(course);
        const std::string key = std::string("heading.") + (yearly ? "yearly" : "once") + (value < 0 ? ".saving" : ".cost");
        return words(key, {{"label", label}, {"amount", amount(std::abs(value))}});
    }

    void add_line(const PlannedLine& line) {
        const Course course = course_of(findings_, line.id);
        items_.emplace_back(Heading{with_amount(in_words(line.label, findings_.language, line.id), course), 4});
        if (is_nothing(course)) return say("line.nothing");
        const Side side = side_of(course);
        const std::string key = side == Side::below ? "line.saving" : side == Side::above ? "line.cost" : "line.both";
        std::string text = words(key, {{"course", course_in_prose(findings_, side == Side::below ? negated(course) : course)}});
        if (const std::string made_of = composition_in_prose(findings_, traced_, line); !made_of.empty()) text += " " + made_of;
        if (!line.note.empty()) text += " " + line.note;
        items_.emplace_back(Paragraph{with_one_stop(text)});
    }

    const Findings& findings_;
    Traced traced_;
    Items items_;
};

}  // namespace

Items economy(const Findings& findings) {
    return Economy(findings).build();
}

}  // namespace provenu::report
