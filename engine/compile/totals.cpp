#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

/// The sum of the lines that `belongs` picks, in order of id, so that the order in the file changes no bit.
template <class Belongs>
Tree sum_of_lines(const Plan& plan, Belongs belongs) {
    std::vector<std::string> ids;
    for (const PlannedLine& line : plan.lines)
        if (belongs(line)) ids.push_back(line.id);
    std::ranges::sort(ids);
    std::vector<Tree> lines;
    for (const std::string& id : ids) lines.push_back(formula::name(id));
    return formula::sum(std::move(lines));
}

Tree negative(Tree tree) {
    return formula::make(formula::Negate{}, {std::move(tree)});
}

void define_section(Lowering& lowering, const Plan& plan, model::Section section, const std::string& name) {
    define(lowering, name + ".total", sum_of_lines(plan, [&](const PlannedLine& line) { return line.section == section; }));
    std::vector<std::string> areas{"service"};  // always there, for the efficiency
    for (const model::Area& area : lowering.proposal.policies.areas)
        if (area.id.value != "service") areas.push_back(area.id.value);
    for (const std::string& area : areas)
        define(lowering, name + "." + area,
               sum_of_lines(plan, [&](const PlannedLine& line) { return line.section == section && line.area == area; }));
}

/// Service change, plus what was converted out of service, less what was converted into it.
Tree net_efficiency(const Plan& plan) {
    const auto converted = [&](bool out) {
        return sum_of_lines(plan, [out](const PlannedLine& line) {
            const bool from_service = line.converted_from == "service";
            const bool into_service = !line.converted_from.empty() && line.area == "service";
            return line.section == model::Section::recurring && (out ? from_service : into_service);
        });
    };
    return formula::sum({formula::name("recurring.service"), converted(true), negative(converted(false))});
}

Tree service_net(const Plan& plan) {
    if (plan.basis == model::Basis::strict_service)
        return formula::sum({formula::name("recurring.service"), formula::name("implementation.service")});
    return formula::sum({formula::name("recurring.net_efficiency"), formula::name("implementation.total")});
}

void define_balance(Lowering& lowering, const std::string& basis) {
    define(lowering, "balance." + basis, formula::make(formula::Kernel::running, {formula::name("net." + basis)}));
}

}  // namespace

void lower_totals(Lowering& lowering, const Plan& plan) {
    const quantity::Years table = lowering.axis.table;
    define_section(lowering, plan, model::Section::recurring, "recurring");
    define(lowering, "recurring.net_efficiency", net_efficiency(plan));
    define_section(lowering, plan, model::Section::implementation, "implementation");
    define(lowering, "net.total", formula::sum({formula::name("recurring.total"), formula::name("implementation.total")}));
    define(lowering, "net.service", service_net(plan));
    define_balance(lowering, "total");
    define_balance(lowering, "service");
    define(lowering, "frame_freed", negative(formula::name("recurring.service")));
    define(lowering, "frame_freed.conversion",
           formula::sum({formula::name("frame_freed"), formula::name("recurring.net_efficiency")}));

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
