#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "provenu/tables/published.hpp"

namespace provenu::support {

inline constexpr std::nullopt_t none = std::nullopt;
using Values = std::vector<std::optional<double>>;

inline tables::PublishedRow row(const std::string& section, const std::string& label, const std::string& area, Values values,
                                const std::string& note = {}) {
    tables::PublishedRow row;
    row.section = section;
    row.label = label;
    row.area = area;
    row.values = std::move(values);
    row.note = note;
    return row;
}

inline tables::PublishedRow payback_row(const std::string& basis, double years) {
    tables::PublishedRow row;
    row.section = "payback_" + basis;
    row.label = "Tilbagebetalingstid";
    row.value = years;
    return row;
}

/// The table of the specialist teams' paper: its totals are right.
inline tables::PublishedTable specialist_teams() {
    tables::PublishedTable table;
    table.path = "published.csv";
    table.years = {2026, 2031};
    table.unit = quantity::Money{3};
    table.rows = {
        row("recurring", "Varig effekt, social", "service", {none, -7200, -12400, -18400, -20000, -21400}),
        row("recurring", "Årlig drift, social", "service", {none, 1959, 5550, 11100, 11100, 11100}),
        row("recurring", "Varig effekt, sundhed", "service", {none, -2900, -7450, -11900, -12500, -12500}),
        row("recurring", "Årlig drift, sundhed", "service", {none, 1325, 3975, 7950, 7950, 7950}),
        row("recurring", "Varig effekt, drift", "service", {none, -3250, -6000, -7060, -8810, -9060}),
        row("recurring", "Årlig drift, drift", "service", {none, 0, 1430, 2860, 2860, 2860}),
        row("recurring_total_service", "Samlet varig ændring, service", "service",
            {none, -10066, -14895, -15450, -19400, -21050}),
        row("recurring_total", "Samlet varig ændring", "", {none, -10066, -14895, -15450, -19400, -21050}),
        row("implementation", "Medarbejdere", "service", {12215, 21780, 12215, none, none, none}),
        row("implementation", "Programledelse", "service", {810, 1620, 810, none, none, none}),
        row("implementation", "Frikøb", "service", {1418, 2633, 1215, none, none, none}),
        row("implementation", "Kompetenceudvikling", "service", {350, 700, none, none, none, none}),
        row("implementation_total_service", "Samlede omkostninger, service", "service", {14793, 26733, 14240, none, none, none}),
        row("implementation_total", "Samlede omkostninger", "", {14793, 26733, 14240, none, none, none}),
        row("net", "Samlet økonomisk påvirkning", "", {14793, 16666, -655, -15450, -19400, -21050}),
        payback_row("service", 4),
        payback_row("total", 4),
    };
    return table;
}

/// The table of the pathway programme's paper: its net effect of 2030 and 2031 does not follow from its rows.
inline tables::PublishedTable pathway_programme() {
    tables::PublishedTable table;
    table.path = "published.csv";
    table.years = {2026, 2031};
    table.unit = quantity::Money{3};
    table.rows = {
        row("recurring", "Besparelse, forløb", "service", {none, -5090, -10180, -20940, -23320, -25120}),
        row("recurring", "Besparelse, gennemgang", "service", {none, -1733, -2957, none, none, none}),
        row("recurring", "Støtte i eget hjem", "service", {none, 820, 1640, 3030, 3010, 3240}),
        row("recurring", "Årlig drift af teamet", "service", {none, none, 4455, 8950, 8990, 9010}),
        row("recurring", "§85 igennem sagsgennemgang", "service", {none, 110, 340, none, none, none}),
        row("recurring", "Huslejetilskud*", "transfers", {none, 180, 370, 760, 840, 910}, "*"),
        row("recurring_total_service", "Samlet varig ændring, Service*", "service", {0, -5893, -6702, -8960, -11320, -12870},
            "*"),
        row("recurring_net_efficiency", "Heraf nettoeffektivisering*", "service", {0, -5713, -6332, -8200, -10480, -11960}, "*"),
        row("recurring_total_transfers", "Samlet varig ændring, Overførsler", "transfers", {0, 180, 370, 760, 840, 910}),
        row("recurring_total", "Samlet varig ændring", "", {0, -5713, -6332, -8200, -10480, -11960}),
        row("implementation", "Projektledelse", "service", {810, 1215, 1215, 1215, none, none}),
        row("implementation", "Implementering af teams", "service", {1350, 8880, 4455, 0, none, none}),
        row("implementation", "Sagsbehandling", "service", {565, 965, none, none, none, none}),
        row("implementation", "Supervision", "service", {none, 100, 100, 100, none, none}),
        row("implementation_total", "Samlede implementeringsomkostninger", "", {2725, 11160, 5770, 1315, none, none}),
        row("net", "Samlet økonomisk påvirkning", "", {2725, 5447, -562, -6885, -8800, -10140}),
        payback_row("service", 4),
        payback_row("total", 4),
    };
    return table;
}

inline tables::PublishedRow& find(tables::PublishedTable& table, const std::string& label) {
    for (tables::PublishedRow& row : table.rows)
        if (row.label == label) return row;
    throw std::out_of_range(label);
}

/// A label as findings have it.
inline std::string plain(const std::string& label) {
    return label.substr(0, label.find('*'));
}

/// Puts another figure in a cell.
inline tables::PublishedTable with(tables::PublishedTable table, const std::string& label, int year, double figure) {
    find(table, label).values.at(static_cast<std::size_t>(year - table.years.first)) = figure;
    return table;
}

inline tables::PublishedTable without(tables::PublishedTable table, const std::string& label) {
    std::erase_if(table.rows, [&](const tables::PublishedRow& row) { return row.label == label; });
    return table;
}

}  // namespace provenu::support
