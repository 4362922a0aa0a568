#include <algorithm>
#include <catch2/catch.hpp>

#include "audit/tables.hpp"
#include "audit/told.hpp"
#include "provenu/audit/table.hpp"

namespace provenu {
namespace {

using support::pathway_programme;
using support::specialist_teams;
using support::with;

/// Both papers' tables as they should be.
std::vector<tables::PublishedTable> right_tables() {
    const char* const net = "Samlet økonomisk påvirkning";
    return {specialist_teams(), with(with(pathway_programme(), net, 2030, -10480), net, 2031, -11960)};
}

template <class Kind>
bool all_are(const audit::Findings& found) {
    return !found.differences.empty() && std::ranges::all_of(found.differences, [](const audit::Difference& each) {
        return each.cause && std::holds_alternative<Kind>(*each.cause);
    });
}

TEST_CASE("Whichever row is left out of a table, one total says that a row is missing, with its figures", "[audit]") {
    for (const auto& table : right_tables())
        for (const auto& row : table.rows) {
            if (!tables::is_line(row)) continue;
            INFO(row.label);
            const auto found = audit::audit_table(support::without(table, row.label));
            CHECK(all_are<audit::MissingRow>(found));
            for (const audit::Difference& each : found.differences) {
                CHECK(each.where == found.differences.front().where);
                const auto column = static_cast<std::size_t>(each.year.value() - table.years.first);
                CHECK(each.difference() == Approx(row.values[column].value()).margin(1));
            }
        }
}

TEST_CASE("Whichever row stands a year too late or too early, that row is named", "[audit]") {
    for (const auto& table : right_tables())
        for (const auto& row : table.rows) {
            if (!tables::is_line(row)) continue;
            for (const bool late : {true, false}) {
                INFO(row.label << (late ? " late" : " early"));
                auto shifted = table;
                auto& values = support::find(shifted, row.label).values;
                std::ranges::rotate(values, late ? values.end() - 1 : values.begin() + 1);
                (late ? values.front() : values.back()) = std::nullopt;
                const auto found = audit::audit_table(shifted);
                CHECK(all_are<audit::ShiftedYears>(found));
                for (const audit::Difference& each : found.differences) CHECK(each.where.label == support::plain(row.label));
            }
        }
}

TEST_CASE("Whichever figure loses its sign or is in kr., that figure is named", "[audit]") {
    for (const auto& table : right_tables())
        for (const auto& row : table.rows)
            for (std::size_t column = 0; column < row.values.size(); ++column) {
                const double figure = row.values[column].value_or(0);
                if (figure == 0) continue;
                const int year = table.years.first + static_cast<int>(column);
                INFO(row.label << " " << year);
                const auto sign = audit::audit_table(with(table, row.label, year, -figure));
                CHECK(all_are<audit::OtherSign>(sign));
                REQUIRE(sign.differences.size() == 1);
                CHECK(sign.differences[0].where.label == support::plain(row.label));
                CHECK(sign.differences[0].year == year);
                CHECK(sign.differences[0].computed.value() == Approx(figure).margin(1));
                const auto unit = audit::audit_table(with(table, row.label, year, figure * 1000));
                CHECK(all_are<audit::PowerOfTen>(unit));
                REQUIRE(unit.differences.size() == 1);
                CHECK(unit.differences[0].where.label == support::plain(row.label));
            }
}

TEST_CASE("A net effect off by k times any row says so", "[audit]") {
    for (const auto& table : right_tables())
        for (const auto& row : table.rows) {
            if (!tables::is_line(row)) continue;
            for (const int times : {-3, -2, -1, 1, 2, 3}) {
                INFO(times << " x " << row.label);
                auto wrong = table;
                auto& net = support::find(wrong, "Samlet økonomisk påvirkning").values;
                for (std::size_t column = 0; column < net.size(); ++column)
                    *net[column] += times * row.values[column].value_or(0);
                const auto found = audit::audit_table(wrong);
                CHECK(all_are<audit::TimesRow>(found));
                for (const audit::Difference& each : found.differences) {
                    CHECK(each.where.section == "net");
                    CHECK(std::get<audit::TimesRow>(each.cause.value()).times == times);
                    CHECK(std::get<audit::TimesRow>(each.cause.value()).row.label == support::plain(row.label));
                }
            }
        }
}

}  // namespace
}  // namespace provenu
