#include <catch2/catch.hpp>
#include <random>

#include "audit/tables.hpp"
#include "audit/told.hpp"
#include "provenu/audit/table.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu {
namespace {

using support::row;
using support::Told;
using support::Values;

/// A model's figures by row and year, unrounded, as its table prints them.
class Random {
 public:
    explicit Random(unsigned seed, double step) : engine_(seed), step_(step) {}

    tables::PublishedTable table() {
        tables::PublishedTable table;
        table.years = {2026, 2031};
        table.step = step_;
        add_lines(table, "recurring", "service", 4, service_);
        add_lines(table, "recurring", "transfers", 2, transfers_);
        add_lines(table, "implementation", "service", 3, implementation_);
        std::vector<double> net;
        std::vector<double> balance;
        for (std::size_t year = 0; year < 6; ++year) {
            net.push_back(service_[year] + transfers_[year] + implementation_[year]);
            balance.push_back(net.back() + (year == 0 ? 0 : balance.back()));
        }
        table.rows.push_back(row("recurring_total_service", "Service", "service", printed(service_)));
        table.rows.push_back(row("recurring_total_transfers", "Overførsler", "transfers", printed(transfers_)));
        table.rows.push_back(row("recurring_net_efficiency", "Netto", "service", printed(sum(service_, transfers_))));
        table.rows.push_back(row("recurring_total", "Varig", "", printed(sum(service_, transfers_))));
        table.rows.push_back(row("implementation_total", "Implementering", "", printed(implementation_)));
        table.rows.push_back(row("net", "Net", "", printed(net)));
        table.rows.push_back(row("balance", "Balance", "", printed(balance)));
        return table;
    }

 private:
    double figure() { return static_cast<double>(engine_() % 2'000'001) / 40.0 - 25'000; }  // many of them halves

    void add_lines(tables::PublishedTable& table, const std::string& section, const std::string& area, int count,
                   std::vector<double>& total) {
        total.assign(6, 0);
        for (int line = 0; line < count; ++line) {
            std::vector<double> values;
            for (double& sum : total) sum += values.emplace_back(figure() * step_);
            table.rows.push_back(row(section, section + area + std::to_string(line), area, printed(values)));
        }
    }

    static std::vector<double> sum(std::vector<double> left, const std::vector<double>& right) {
        for (std::size_t i = 0; i < left.size(); ++i) left[i] += right[i];
        return left;
    }

    [[nodiscard]] Values printed(const std::vector<double>& values) const {
        Values rounded;
        for (const double value : values) rounded.emplace_back(quantity::round_half_away(value, step_));
        return rounded;
    }

    std::mt19937 engine_;
    double step_;
    std::vector<double> service_;
    std::vector<double> transfers_;
    std::vector<double> implementation_;
};

TEST_CASE("A table printed from a model's unrounded figures has rounding notes alone", "[audit]") {
    for (const double step : {1.0, 10.0, 0.1})
        for (unsigned seed = 1; seed <= 200; ++seed) {
            INFO(seed << " in steps of " << step);
            const auto found = audit::audit_table(Random(seed, step).table());
            CHECK(support::differences(found) == Told{});
        }
}

}  // namespace
}  // namespace provenu
