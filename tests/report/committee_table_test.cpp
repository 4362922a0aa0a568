#include <catch2/catch.hpp>
#include <limits>

#include "hand_made.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/run.hpp"

using namespace provenu;
using namespace provenu::report::hand_made;
using model::Section;
using model::TablePolicy;
constexpr auto danish = wording::Language::danish;
constexpr auto english = wording::Language::english;
constexpr double infinite = std::numeric_limits<double>::infinity();

namespace {

report::Table table_of(Proposal& proposal, wording::Language language = danish) {
    const auto document = report::committee_table(proposal.plan, proposal.figures(), language);
    return std::get<report::Table>(document.items.at(1));
}

/// The printed cells of a section's rows: `service|-7200|` by label, as tables as CSV have them.
std::string rows(Proposal& proposal, const std::string& section) {
    const auto document = report::committee_table(proposal.plan, proposal.figures(), danish);
    const std::string csv = output::csv(document, {'|', ',', false});
    std::string found;
    for (std::size_t at = 0; (at = csv.find("\n" + section + "|", at)) != std::string::npos; ++at)
        found += csv.substr(at + 1, csv.find('\n', at + 1) - at);
    return found;
}

std::string words(Proposal& proposal, const std::string& section, wording::Language language = danish) {
    for (const report::Row& row : table_of(proposal, language).rows)
        if (row.section == section) return row.outcome.value().words;
    return "no such row";
}

bool has_note(Proposal& proposal, const std::string& start) {
    for (const std::string& note : table_of(proposal).notes)
        if (note.starts_with(start)) return true;
    return false;
}

/// One outlay and a saving, with an area of its own for what is converted.
Proposal with_conversion() {
    Proposal proposal({2026, 2027});
    proposal.area("transfers", "Overførsler", "Transfers");
    proposal.line("saving", Section::recurring, "service", {nothing, -1000});
    proposal.line("rent", Section::recurring, "transfers", {nothing, 180}).converted_from = "service";
    proposal.line("project", Section::implementation, "service", {500, nothing});
    proposal.plan.has_conversion = true;
    return proposal;
}

}  // namespace

// Figures: published.csv of the paper, which prints these rows (but not the balance and what stands below payback).
TEST_CASE("Copenhagen's specialist teams print as the paper prints them") {
    Proposal proposal = specialist_teams();
    const auto document = report::committee_table(proposal.plan, proposal.figures(), danish);
    CHECK(output::text(document, danish) == R"(Udgående specialistteams på tværs
=================================

Tabel 1. Forslagets samlede økonomiske konsekvenser

1.000 kr., 2027-p/l                                      Styringsområde    2026     2027     2028     2029     2030     2031
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Varige ændringer
  Varig effekt ved den socialfaglige team                Service                  -7.200  -12.400  -18.400  -20.000  -21.400
  Årlig drift af den socialfaglige team                  Service                   1.959    5.550   11.100   11.100   11.100
  Varig effekt ved den sundhedsfaglige team              Service                  -2.900   -7.450  -11.900  -12.500  -12.500
  Årlig drift af den sundhedsfaglige team                Service                   1.325    3.975    7.950    7.950    7.950
  Varig effekt ved den driftsunderstøttende team         Service                  -3.250   -6.000   -7.060   -8.810   -9.060
  Årlig drift af den driftsunderstøttende team           Service                       0    1.430    2.860    2.860    2.860
Samlet varig ændring, Service                            Service                 -10.066  -14.895  -15.450  -19.400  -21.050
Samlet varig ændring                                                             -10.066  -14.895  -15.450  -19.400  -21.050

Implementeringsomkostninger
  Medarbejdere til specialiserede teams i
  implementeringsperioden                                Service         12.215   21.780   12.215
  Tværgående programledelse                              Service            810    1.620      810
  Frikøb til faglig udvikling og forankring              Service          1.418    2.633    1.215
  Kompetenceudvikling i specialiserede teams             Service            350      700
Samlede implementeringsomkostninger, Service             Service         14.793   26.733   14.240
Samlede implementeringsomkostninger                                      14.793   26.733   14.240
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Samlet økonomisk påvirkning                                              14.793   16.666     -655  -15.450  -19.400  -21.050
Akkumuleret                                                              14.793   31.459   30.804   15.354   -4.046  -25.096
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Tilbagebetalingstid baseret på serviceeffektivisering    4 år (præcis 4,8; vender i 2030)
Tilbagebetalingstid baseret på totaløkonomi              4 år (præcis 4,8; vender i 2030)
Nutidsværdi 2026-2031                                    -18.281
Intern rente                                             19,6 % om året
Største samlede udlæg                                    31.459 ved udgangen af 2027
Samlet investeringsbehov                                 55.765
Varig ændring ved fuld indfasning                        -21.050 om året
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Positive tal er udgifter; negative tal er besparelser og indtægter.
Alle beløb er i 2027-pris- og lønniveau (p/l).
Afvigelser kan skyldes afrunding.
Tilbagebetalingstiden er vendeåret minus det første år med en nettoudgift. Den præcise tid regnes fra 1. januar i det første
år med en nettoudgift.
Serviceeffektivisering er nettoeffektivisering og alle implementeringsomkostninger.
Nutidsværdien er beregnet med realrenterne i fm-2023 (3,5 % i de første år); det første år tilbagediskonteres ikke.
)");
}

TEST_CASE("area subtotals stand always, or only where a section has several areas") {
    Proposal proposal = with_conversion();
    CHECK(rows(proposal, "recurring_total_service") ==
          "recurring_total_service|Samlet varig ændring, Service*|service||-1000||*\n");
    CHECK(rows(proposal, "implementation_total_service") ==
          "implementation_total_service|Samlede implementeringsomkostninger, Service|service|500|||\n");
    proposal.plan.table.area_subtotals = TablePolicy::Subtotals::several;
    CHECK(rows(proposal, "recurring_total_transfers") ==
          "recurring_total_transfers|Samlet varig ændring, Overførsler|transfers||180||\n");
    CHECK(rows(proposal, "implementation_total_service").empty());
}

TEST_CASE("net efficiency stands under the service subtotal, only with a conversion, and is explained") {
    Proposal proposal = with_conversion();
    CHECK(rows(proposal, "recurring_net_efficiency") ==
          "recurring_net_efficiency|Heraf nettoeffektivisering*|service||-820||*\n");
    CHECK(rows(proposal, "recurring").starts_with("recurring|saving|service||-1000||\nrecurring|rent*|transfers||180||*\n"));
    CHECK(has_note(proposal, "* Beløbet flyttes mellem styringsområder."));
    Proposal plain({2026, 2027});
    plain.line("saving", Section::recurring, "service", {nothing, -1000});
    CHECK(rows(plain, "recurring_net_efficiency").empty());
    CHECK_FALSE(has_note(plain, "*"));
}

TEST_CASE("years without a word are as given, all noughts blank, or all noughts printed") {
    Proposal proposal({2026, 2028});
    proposal.line("given", Section::recurring, "service", {nothing, 0, -5});
    proposal.line("silent", Section::implementation, "service", {5, nothing, nothing});
    const auto line = [&](TablePolicy::Empty empty) {
        proposal.plan.table.empty = empty;
        return rows(proposal, "recurring") + rows(proposal, "recurring_total") + rows(proposal, "implementation_total") +
               rows(proposal, "net") + rows(proposal, "balance");
    };
    CHECK(line(TablePolicy::Empty::given) ==
          "recurring|given|service||0|-5||\n"
          "recurring_total|Samlet varig ændring|||0|-5||\n"
          "implementation_total|Samlede implementeringsomkostninger||5||||\n"
          "net|Samlet økonomisk påvirkning||5|0|-5||\n"
          "balance|Akkumuleret||5|5|0||\n");
    CHECK(line(TablePolicy::Empty::blank) ==
          "recurring|given|service|||-5||\n"
          "recurring_total|Samlet varig ændring||||-5||\n"
          "implementation_total|Samlede implementeringsomkostninger||5||||\n"
          "net|Samlet økonomisk påvirkning||5||-5||\n"
          "balance|Akkumuleret||5|5|0||\n");
    CHECK(line(TablePolicy::Empty::zero) ==
          "recurring|given|service|0|0|-5||\n"
          "recurring_total|Samlet varig ændring||0|0|-5||\n"
          "implementation_total|Samlede implementeringsomkostninger||5|0|0||\n"
          "net|Samlet økonomisk påvirkning||5|0|-5||\n"
          "balance|Akkumuleret||5|5|0||\n");
}

TEST_CASE("rounding is mentioned only where printed rows miss the printed total") {
    Proposal proposal({2026, 2026});
    proposal.line("a", Section::recurring, "service", {0.4});
    proposal.line("b", Section::recurring, "service", {1.4});
    CHECK_FALSE(rows(proposal, "recurring_total") != "recurring_total|Samlet varig ændring||2||\n");  // 0 + 1, but 1.8
    CHECK(has_note(proposal, "Afvigelser kan skyldes afrunding."));
    proposal.line("c", Section::recurring, "service", {-0.4});
    CHECK(rows(proposal, "recurring_total") == "recurring_total|Samlet varig ændring||1||\n");  // 0 + 1 + 0, and 1.4
    CHECK_FALSE(has_note(proposal, "Afvigelser"));
}

TEST_CASE("a house may round lines to fives and add the rounded lines") {
    Proposal proposal({2026, 2027});
    proposal.line("a", Section::recurring, "service", {1353.6, 0});
    proposal.line("b", Section::implementation, "service", {8881.4, 2.6});
    proposal.plan.table.round_lines_to = 5;
    CHECK(rows(proposal, "recurring") == "recurring|a|service|1355|0||\n");
    CHECK(rows(proposal, "net") == "net|Samlet økonomisk påvirkning||10235|3||\n");  // 1353.6 + 8881.4
    CHECK(has_note(proposal, "Afvigelser"));
    proposal.plan.table.totals = TablePolicy::Totals::rounded;
    CHECK(rows(proposal, "net") == "net|Samlet økonomisk påvirkning||10235|5||\n");  // 1355 + 8880
    CHECK(rows(proposal, "balance") == "balance|Akkumuleret||10235|10240||\n");
    CHECK_FALSE(has_note(proposal, "Afvigelser"));
    CHECK(has_note(proposal, "Linjerne er afrundet til nærmeste 5."));
    CHECK(has_note(proposal,
                   "Summerne er lagt sammen af de afrundede linjer; tilbagebetaling, nutidsværdi og øvrige resultater er "
                   "beregnet af uafrundede tal."));
}

TEST_CASE("payback is told in one place: within the table, beyond it, at once, never") {
    Proposal proposal({2026, 2029});
    proposal.line("a", Section::recurring, "service", {2100, 1400, 1400, 1400});
    proposal.payback("total", 3.7, 0);
    CHECK(words(proposal, "payback_total") == "3 år (præcis 3,7; vender i 2029)");
    CHECK(words(proposal, "payback_total", english) == "3 years (exactly 3.7; turns in 2029)");
    proposal.payback("total", 1.5, 0);
    CHECK(words(proposal, "payback_total", english) == "1 year (exactly 1.5; turns in 2027)");
    proposal.payback("total", 8.25, 0);
    CHECK(words(proposal, "payback_total") == "2034, efter tabellens år (8 år; præcis 8,3)");
    CHECK(words(proposal, "payback_total", english) == "2034, beyond the table (8 years; exactly 8.3)");
    proposal.payback("total", -infinite, 0);
    CHECK(words(proposal, "payback_total") == "tilbagebetales straks");
    proposal.payback("total", infinite, 0);
    CHECK(words(proposal, "payback_total") == "tilbagebetales ikke");
    proposal.scalar("payback.total.with_needed_saving", 4.0);
    proposal.scalar("payback.total.needed_saving", 2099.2);  // rounded up: with 2,099 it would not be paid back
    CHECK(words(proposal, "payback_total") ==
          "tilbagebetales ikke; kræver en yderligere årlig besparelse på 2.100 fra 2027 for at være tjent hjem inden for 4 år");
}

TEST_CASE("the exact convention prints the exact figure once") {
    Proposal proposal({2026, 2029});
    proposal.line("a", Section::recurring, "service", {100, -50, -50, -50});
    proposal.payback("total", 3.0, 0);
    proposal.scalar("payback.total", 3.0);
    proposal.plan.payback.convention = model::Convention::exact;
    CHECK(words(proposal, "payback_total") == "3,0 år (vender i 2028)");
    CHECK(has_note(proposal, "Tilbagebetalingstiden er den præcise tid."));
    proposal.plan.payback = {model::Convention::nearest_from, {2026, 5, 1}};
    CHECK(has_note(proposal, "Tilbagebetalingstiden er tiden fra 2026-05-01"));
}

TEST_CASE("an earlier crossing of the balance is noted") {
    Proposal proposal({2026, 2029});
    proposal.line("a", Section::implementation, "service", {100, -150, 200, -200});
    CHECK(has_note(proposal,
                   "På totaløkonomi er udlægget også tjent hjem i 2027, men det akkumulerede beløb er igen over nul i 2028."));
    Proposal once({2026, 2029});
    once.line("a", Section::implementation, "service", {100, 0, -50, -60});
    CHECK_FALSE(has_note(once, "På totaløkonomi"));
}

TEST_CASE("authors' notes on lines are numbered footnotes, equal ones once, in the table's order") {
    Proposal proposal({2026, 2026});
    proposal.line("project", Section::implementation, "service", {5}).note = "Foreløbigt.";
    proposal.line("saving", Section::recurring, "service", {-5}).note = "Skøn.";
    proposal.line("more", Section::implementation, "service", {5}).note = "Foreløbigt.";
    const report::Table table = table_of(proposal);
    CHECK(table.notes[0] == "1) Skøn.");
    CHECK(table.notes[1] == "2) Foreløbigt.");
    std::vector<std::string> references;
    for (const report::Row& row : table.rows)
        if (row.role == report::Row::Role::line) references.push_back(row.reference);
    CHECK(references == std::vector<std::string>{"1)", "2)", "2)"});
}

TEST_CASE("every cell of a figure carries the address that explains it") {
    Proposal proposal = specialist_teams();
    std::vector<std::string> addresses;
    for (const report::Row& row : table_of(proposal).rows) {
        if (row.outcome) addresses.push_back(row.outcome->value.address);
        if (row.section == "net" || row.section == "recurring_total_service") addresses.push_back(row.cells[3].address);
        if (row.section == "implementation") addresses.push_back(row.cells[2].address);
    }
    CHECK(addresses == std::vector<std::string>{"recurring.service[2027]", "staff[2026]", "management[2026]", "anchoring[2026]",
                                                "training[2026]", "net.total[2027]", "payback.service", "payback.total", "npv",
                                                "irr", "peak", "investment_need", "full_phase_in"});
}

TEST_CASE("a section without lines is left out; a price level that is not stated is said to be") {
    Proposal proposal({2026, 2029});
    proposal.line("a", Section::recurring, "service", {2100, 1400, 1400, 1400});
    proposal.plan.price_level = 0;
    CHECK(rows(proposal, "implementation_total").empty());
    CHECK(table_of(proposal).unit == "1.000 kr.");
    CHECK(has_note(proposal, "Prisniveauet er ikke oplyst."));
}

TEST_CASE("a team's printed sides add up to the printed team, whatever the rounding") {
    Proposal proposal({2026, 2027});
    proposal.line("a", Section::recurring, "service", {1, 1});
    proposal.plan.teams.push_back({"team", {"Holdet", "The team"}, "fte.team.implementation", "fte.team.recurring", "fte.team"});
    proposal.yearly("fte.team.implementation", {8.25, 0});
    proposal.yearly("fte.team.recurring", {8.75, 17});
    proposal.yearly("fte.team", {17, 17});
    CHECK(rows(proposal, "fte") == "fte|Holdet, under implementering||8,3|||\nfte|Holdet, i drift||8,7|17,0||\n");
    CHECK(rows(proposal, "fte_total") == "fte_total|Holdet, i alt||17,0|17,0||\n");
}

TEST_CASE("key figures have a unit in words, and columns of years only where one of them is yearly") {
    Proposal proposal({2026, 2027});
    proposal.line("a", Section::recurring, "service", {700, 700});
    const auto per_place = quantity::unit_of(quantity::Dimension::money) / quantity::unit_of(quantity::Dimension::place);
    proposal.plan.figures.push_back({"cost-per-place", {"Udgift pr. plads", ""}, per_place, ""});
    proposal.scalar("cost-per-place", 700.0 / 30);
    CHECK(rows(proposal, "key_figure") == "key_figure|Udgift pr. plads||||23,3|1.000 kr. pr. plads\n");
    proposal.plan.figures.push_back({"citizens", {"Borgere", ""}, quantity::unit_of(quantity::Dimension::person), "Skøn."});
    proposal.yearly("citizens", {5, 7.5});
    CHECK(rows(proposal, "key_figure") ==
          "key_figure|Udgift pr. plads||||23,3|1.000 kr. pr. plads\nkey_figure|Borgere||5|7,50||personer; Skøn.\n");
}

TEST_CASE("English words stand where English is asked for, and a label that has none stays Danish") {
    Proposal proposal = specialist_teams();
    const std::string text = output::text(report::committee_table(proposal.plan, proposal.figures(), english), english);
    CHECK(text.find("DKK 1,000, 2027 prices") != std::string::npos);
    CHECK(text.find("Total recurring change, Service") != std::string::npos);
    CHECK(text.find("Varig effekt ved den socialfaglige team") != std::string::npos);
    CHECK(text.find("-18,281") != std::string::npos);
}
