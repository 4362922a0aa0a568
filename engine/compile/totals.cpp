#include <algorithm>
#include <utility>

#include "compile/payers.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

/// The sum of what `part` gives of each line, in order of id; an empty name is nothing.
template <class Part>
Tree sum_of_parts(const Plan& plan, Part part) {
    std::vector<std::string> names;
    for (const PlannedLine* line : lines_by_id(plan))
        if (const std::string name = part(*line); !name.empty()) names.push_back(name);
    return sum_of(names);
}

/// The sum of the lines that `belongs` picks, as far as they are the municipality's.
template <class Belongs>
Tree sum_of_lines(const Plan& plan, Belongs belongs) {
    return sum_of_parts(plan, [&](const PlannedLine& line) { return belongs(line) ? line.own : ""; });
}

Tree negative(Tree tree) {
    return formula::make(formula::Negate{}, {std::move(tree)});
}

void define_section(Lowering& lowering, const Plan& plan, model::Section section, const std::string& name) {
    const auto in_section = [section](const PlannedLine& line) { return line.section == section; };
    define(lowering, name + ".total",
           sum_of_parts(plan, [&](const PlannedLine& line) { return in_section(line) ? line.id : ""; }));
    std::vector<std::string> areas{"service"};  // always there, for the efficiency
    for (const model::Area& area : lowering.proposal.policies.areas)
        if (area.id.value != "service") areas.push_back(area.id.value);
    for (const std::string& area : areas)
        define(lowering, name + "." + area, sum_of_parts(plan, [&](const PlannedLine& line) {
                   if (!in_section(line)) return std::string{};
                   return area == outside_area && line.area != area ? line.others : line.area == area ? line.own : "";
               }));
}

/// What recurring lines move out of service to other areas, less what they move into it.
Tree converted(const Plan& plan) {
    const auto moved = [&](bool out) {
        return sum_of_lines(plan, [out](const PlannedLine& line) {
            const bool from_service = line.converted_from == "service";
            const bool into_service = !line.converted_from.empty() && line.area == "service";
            return line.section == model::Section::recurring && (out ? from_service : into_service);
        });
    };
    return formula::difference(moved(true), moved(false));
}

/// Service change, plus what was converted out of service, less what was converted into it.
Tree net_efficiency(const Plan& plan) {
    return formula::sum({formula::name("recurring.service"), converted(plan)});
}

Tree service_net(const Plan& plan) {
    if (plan.basis == model::Basis::strict_service)
        return formula::sum({formula::name("recurring.service"), formula::name("implementation.service")});
    const auto others_have = [](const PlannedLine& line) {
        return line.section == model::Section::implementation && (line.area == outside_area || !line.others.empty());
    };
    const bool all_own = std::ranges::none_of(plan.lines, others_have);
    return formula::sum(
        {formula::name("recurring.net_efficiency"), formula::name(all_own ? "implementation.total" : "implementation.own")});
}

void define_balance(Lowering& lowering, const std::string& basis) {
    define(lowering, "balance." + basis, formula::make(formula::Kernel::running, {formula::name("net." + basis)}));
}

/// What of a section's service lines is freed time or work in kind, and so moves no frame.
std::vector<Tree> service_apart(const Plan& plan, model::Section section) {
    std::vector<Tree> parts;
    for (const PlannedLine* line : lines_by_id(plan))
        for (const PlannedShare& share : line->shares)
            if (line->section == section && line->area == "service" && !share.outside && !counts(plan, share))
                parts.push_back(formula::name(share.amount));
    return parts;
}

/// The service frame that a proposal frees: less recurring expenditure, of which by conversion and, for the rest, by efficiency;
/// and what its implementation draws on the frame.
void define_frame_freed(Lowering& lowering, const Plan& plan) {
    std::vector<Tree> freed{negative(formula::name("recurring.service"))};
    for (const Tree& part : service_apart(plan, model::Section::recurring)) freed.push_back(part);
    std::vector<Tree> drawn{formula::name("implementation.service")};
    for (const Tree& part : service_apart(plan, model::Section::implementation)) drawn.push_back(negative(part));
    define(lowering, "frame_freed", formula::sum(std::move(freed)));
    define(lowering, "frame_freed.conversion", converted(plan));
    define(lowering, "frame_freed.efficiency",
           formula::difference(formula::name("frame_freed"), formula::name("frame_freed.conversion")));
    define(lowering, "frame_freed.implementation", formula::sum(std::move(drawn)));
}

}  // namespace

void lower_totals(Lowering& lowering, const Plan& plan) {
    const quantity::Years table = lowering.axis.table;
    define_section(lowering, plan, model::Section::recurring, "recurring");
    define(lowering, "recurring.net_efficiency", net_efficiency(plan));
    define_section(lowering, plan, model::Section::implementation, "implementation");
    define(lowering, "implementation.own", sum_of_lines(plan, [](const PlannedLine& line) {
               return line.section == model::Section::implementation && line.area != outside_area;
           }));
    define(lowering, "net.total", formula::sum({formula::name("recurring.total"), formula::name("implementation.total")}));
    define(lowering, "net.service", service_net(plan));
    define_balance(lowering, "total");
    define_balance(lowering, "service");
    define_frame_freed(lowering, plan);

    const Tree balance = formula::name("balance.total");
    define(
        lowering, "peak",
        formula::make(formula::Extreme::greatest, {formula::make(formula::GreatestOver{table}, {balance}), formula::number(0)}));
    define(lowering, "peak.year", formula::make(formula::GreatestYear{table}, {balance}), quantity::Unit{});
    lowering.drafts.back().definition.is_calendar_year = true;
    define(lowering, "investment_need", formula::make(formula::SumOver{table}, {formula::name("implementation.total")}));
    define(lowering, "full_phase_in", formula::make(formula::PickCarried{}, {formula::name("recurring.total")}));
}

}  // namespace provenu::compile
