#include "hand_made.hpp"

#include <cmath>
#include <limits>

namespace provenu::report::hand_made {

using model::Section;

Proposal::Proposal(quantity::Years years) {
    plan.id = "x";
    plan.title = {"Et forslag", "A proposal"};
    plan.price_level = 2027;
    plan.book.axis = {years, 30};
    plan.book.money = quantity::Money{3};
    plan.schedule = "fm-2023";
    plan.horizon_years = years.count();
    area("service", "Service", "Service");
    scalar("irr", std::numeric_limits<double>::quiet_NaN());
    scalar("irr.count", 0);
    scalar("npv", 0);
    evaluate::Block factors(1, plan.book.axis.columns());
    for (int column = 0; column < factors.cols(); ++column) factors(0, column) = std::pow(1.035, -column);
    blocks_["discount_factor"] = factors;
    payback("total", std::numeric_limits<double>::infinity(), 0);
    payback("service", std::numeric_limits<double>::infinity(), 0);
}

void Proposal::area(const std::string& id, const std::string& danish, const std::string& english) {
    plan.areas.push_back({{id, {}}, {danish, english}, ""});
}

void Proposal::scalar(const std::string& name, double value) {
    blocks_[name] = evaluate::Block::Constant(1, 1, value);
}

void Proposal::yearly(const std::string& name, const Values& values, double then) {
    evaluate::Block block = evaluate::Block::Constant(1, plan.book.axis.columns(), then);
    for (std::size_t i = 0; i < values.size(); ++i) block(0, static_cast<Eigen::Index>(i)) = values[i];
    blocks_[name] = block;
}

compile::PlannedLine& Proposal::line(const std::string& id, Section section, const std::string& area, Values values) {
    compile::PlannedLine line;
    line.id = id;
    line.label = {id, id};
    line.section = section;
    line.area = area;
    for (double& value : values) {
        line.given.push_back(value != nothing);
        if (value == nothing) value = 0;
    }
    yearly(id, values, section == Section::recurring ? values.back() : 0);
    plan.lines.push_back(line);
    return plan.lines.back();
}

void Proposal::payback(const std::string& basis, double turn, double first_outlay) {
    const std::string name = "payback." + basis;
    scalar(name + ".turn", turn);
    scalar(name + ".first_outlay", first_outlay);
    scalar(name + ".turn_year", plan.book.axis.table.first - 1 + std::ceil(turn));
    scalar(name + ".exact", turn - first_outlay);
    scalar(name + ".turn-year", std::ceil(turn) - 1 - first_outlay);
    scalar(name + ".calendar-years", std::ceil(turn) - first_outlay);
    scalar(name + ".ceiling", std::ceil(turn - first_outlay));
    scalar(name, std::ceil(turn) - 1 - first_outlay);
    scalar(name + ".discounted_exact", std::numeric_limits<double>::infinity());
}

void Proposal::sum(const std::string& name, const std::vector<std::pair<std::string, double>>& terms) {
    evaluate::Block total = evaluate::Block::Zero(1, plan.book.axis.columns());
    for (const auto& [term, sign] : terms) total += sign * blocks_.at(term);
    blocks_[name] = total;
}

void Proposal::sum_section(Section section) {
    const std::string prefix = section == Section::recurring ? "recurring." : "implementation.";
    std::vector<std::pair<std::string, double>> all;
    for (const model::Area& area : plan.areas) {
        std::vector<std::pair<std::string, double>> lines;
        for (const compile::PlannedLine& line : plan.lines)
            if (line.section == section && line.area == area.id.value) lines.emplace_back(line.id, 1);
        sum(prefix + area.id.value, lines);
        all.emplace_back(prefix + area.id.value, 1);
    }
    sum(prefix + "total", all);
}

void Proposal::run(const std::string& flow, const std::string& balance) {
    evaluate::Block running = blocks_.at(flow);
    for (int column = 1; column < plan.book.axis.years(); ++column) running(0, column) += running(0, column - 1);
    blocks_[balance] = running;
}

evaluate::Figures Proposal::figures() {
    sum_section(Section::recurring);
    sum_section(Section::implementation);
    std::vector<std::pair<std::string, double>> efficiency{{"recurring.service", 1}};
    for (const compile::PlannedLine& line : plan.lines)
        if (line.converted_from == "service") efficiency.emplace_back(line.id, 1);
    sum("recurring.net_efficiency", efficiency);
    sum("net.total", {{"recurring.total", 1}, {"implementation.total", 1}});
    sum("net.service", {{"recurring.net_efficiency", 1}, {"implementation.total", 1}});
    sum("frame_freed", {{"recurring.service", -1}});
    run("net.total", "balance.total");
    run("net.service", "balance.service");
    const evaluate::Block& balance = blocks_.at("balance.total");
    Eigen::Index row = 0;
    Eigen::Index column = 0;
    scalar("peak", std::max(0.0, balance.leftCols(plan.book.axis.years()).maxCoeff(&row, &column)));
    scalar("peak.year", plan.book.axis.year(static_cast<int>(column)));
    const Eigen::Index years = plan.book.axis.table.count();
    scalar("investment_need", blocks_.at("implementation.total").leftCols(years).sum());
    scalar("full_phase_in", blocks_.at("recurring.total")(0, plan.book.axis.carried()));
    return {plan.book.axis, blocks_};
}

Proposal specialist_teams() {
    Proposal proposal({2026, 2031});
    const auto line = [&](const std::string& id, Section section, const std::string& danish, Values values) {
        proposal.line(id, section, "service", std::move(values)).label = {danish, ""};
    };
    const Section recurring = Section::recurring;
    const Section implementation = Section::implementation;
    proposal.plan.title = {"Udgående specialistteams på tværs", ""};
    line("social-effect", recurring, "Varig effekt ved den socialfaglige team", {nothing, -7200, -12400, -18400, -20000, -21400});
    line("social-running", recurring, "Årlig drift af den socialfaglige team",
         {nothing, 3.0 / 17 * 11100, 5550, 11100, 11100, 11100});
    line("health-effect", recurring, "Varig effekt ved den sundhedsfaglige team",
         {nothing, -2900, -7450, -11900, -12500, -12500});
    line("health-running", recurring, "Årlig drift af den sundhedsfaglige team", {nothing, 1325, 3975, 7950, 7950, 7950});
    line("support-effect", recurring, "Varig effekt ved den driftsunderstøttende team",
         {nothing, -3250, -6000, -7060, -8810, -9060});
    line("support-running", recurring, "Årlig drift af den driftsunderstøttende team", {nothing, 0, 1430, 2860, 2860, 2860});
    line("staff", implementation, "Medarbejdere til specialiserede teams i implementeringsperioden",
         {12215, 21780, 12215, nothing, nothing, nothing});
    line("management", implementation, "Tværgående programledelse", {810, 1620, 810, nothing, nothing, nothing});
    line("anchoring", implementation, "Frikøb til faglig udvikling og forankring",
         {1417.5, 2632.5, 1215, nothing, nothing, nothing});
    line("training", implementation, "Kompetenceudvikling i specialiserede teams",
         {350, 700, nothing, nothing, nothing, nothing});
    proposal.payback("total", 4.7914, 0);
    proposal.payback("service", 4.7914, 0);
    proposal.scalar("npv", -18280.75);
    proposal.scalar("irr", 0.1962);
    return proposal;
}

}  // namespace provenu::report::hand_made
