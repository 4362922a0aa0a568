#include "audit/papers.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "audit/told.hpp"
#include "provenu/audit/table.hpp"

namespace provenu {
namespace {

using support::Paper;
using support::Told;
using Figures = Paper::Figures;

struct Layout {
    const char* name;
    std::string columns;
    void (*write)(Paper&);
    std::string line;   ///< a row of some size in all years
    std::string total;  ///< that adds it
    bool with_sum = false;
};

void two_groups(Paper& paper, const std::string& first, const std::string& second, const std::string& net) {
    paper.heading(first);
    const Figures recurring =
        Paper::sum({paper.line("Færre anbringelser", -900, -300), paper.line("Støtte", 80, 250), paper.line("Kørsel", -90, -10)});
    paper.row(first + " i alt", recurring);
    paper.heading(second);
    const Figures once = Paper::sum({paper.line("Projekt", 50, 200, 2), paper.line("Inventar", 10, 70, 2)});
    paper.row(second + " i alt", once);
    const Figures all = paper.row(net, Paper::sum({recurring, once}));
    paper.row("Akkumuleret", Paper::running(all));
}

void in_areas(Paper& paper) {
    const Figures recurring =
        Paper::sum({paper.line("Service;Hjemmehjælp", -900, -300), paper.line("Service;Terapeuter", 80, 250),
                    paper.line("Overførsler;Sygedagpenge", -90, -10)});
    paper.row("I alt drift;", recurring);
    paper.heading("Engangsudgifter;");
    const Figures once = Paper::sum({paper.line("Service;Kurser", 50, 200, 2), paper.line("Anlæg;Ombygning", 10, 70, 2)});
    paper.row("I alt engangsudgifter;", once);
    paper.row("Nettoeffekt;", Paper::sum({recurring, once}));
}

void with_unknown_headings(Paper& paper) {
    std::vector<Figures> parts;
    for (const std::string name : {"Sundhedshus", "Tidlig indsats", "Bedre indkøb"}) {
        paper.heading(name);
        parts.push_back(Paper::sum({paper.line("Løn til " + name, 80, 250), paper.line("Gevinst ved " + name, -900, -300)}));
        paper.row(name + " i alt", parts.back());
    }
    paper.row("I alt", Paper::sum(parts));
}

void with_more_and_less_spending(Paper& paper) {
    paper.heading("Merudgifter");
    const Figures more = Paper::sum({paper.line("Løn", 80, 250), paper.line("Leje", 20, 90)});
    paper.row("Merudgifter i alt", more);
    paper.heading("Mindreudgifter");
    const Figures less = Paper::sum({paper.line("Færre køb", -900, -300), paper.line("Mindre fravær", -90, -20)});
    paper.row("Mindreudgifter i alt", less);
    const Figures recurring = paper.row("Drift i alt", Paper::sum({more, less}));
    paper.heading("Anlæg");
    const Figures once = Paper::sum({paper.line("Ombygning", 50, 200, 2), paper.line("Inventar", 10, 70, 2)});
    paper.row("Anlæg i alt", once);
    paper.row("Netto i alt", Paper::sum({recurring, once}));
}

void with_plain_sums(Paper& paper) {
    paper.heading("Drift");
    const Figures more = Paper::sum({paper.line("Løn", 80, 250), paper.line("Leje", 20, 90)});
    paper.row("Til nye opgaver", more);
    const Figures less = Paper::sum({paper.line("Færre køb", -900, -300), paper.line("Mindre fravær", -90, -20)});
    paper.row("Fra gamle opgaver", less);
    paper.row("Drift i alt", Paper::sum({more, less}));
}

const std::vector<Layout> layouts{
    {"recurring and one-off", "1.000 kr.",
     [](Paper& paper) { two_groups(paper, "Varige ændringer", "Engangsudgifter", "Netto"); }, "Støtte", "Varige ændringer i alt"},
    {"drift and anlæg", "1.000 kr.", [](Paper& paper) { two_groups(paper, "Drift", "Anlæg", "Netto i alt"); }, "Støtte",
     "Drift i alt"},
    {"afledt drift", "1.000 kr.", [](Paper& paper) { two_groups(paper, "Afledt drift", "Anlægsudgifter", "I alt"); }, "Støtte",
     "Afledt drift i alt"},
    {"effects that nobody knows", "1.000 kr.",
     [](Paper& paper) { two_groups(paper, "Gevinster", "Projekter", "Resultat i alt"); }, "Støtte", "Gevinster i alt"},
    {"totals in the first column", "Område;Linje", in_areas, "Service;Terapeuter", "I alt drift;"},
    {"unknown headings", "1.000 kr.", with_unknown_headings, "Løn til Tidlig indsats", "Tidlig indsats i alt"},
    {"more and less", "1.000 kr.", with_more_and_less_spending, "Løn", "Merudgifter i alt"},
    {"sums without words", "1.000 kr.", with_plain_sums, "Løn", "Drift i alt"},
    {"a column of sums", "1.000 kr.", [](Paper& paper) { two_groups(paper, "Drift", "Anlæg", "Netto i alt"); }, "Støtte",
     "Drift i alt", true},
};

TEST_CASE("A paper's table whose figures have each been rounded is right, whatever it is rounded to and calls its rows",
          "[audit]") {
    for (const Layout& layout : layouts)
        for (const double unit : {1.0, 10.0, 100.0, 0.1, 0.01})
            for (unsigned seed = 1; seed <= 40; ++seed) {
                Paper paper(seed, unit);
                layout.write(paper);
                const std::string text = paper.text(layout.columns, layout.with_sum);
                const auto found = audit::audit_table(support::read(text));
                INFO(layout.name << " in " << unit << "\n" << text);
                CHECK(support::differences(found) == Told{});
                CHECK(found.totals > 0);
                for (const audit::Note& note : found.notes) CHECK(std::holds_alternative<audit::Rounding>(note));
            }
}

/// A label as findings have it.
std::string plain(const std::string& label) {
    const auto semicolon = label.find(';');
    const bool first = semicolon == label.size() - 1;
    return semicolon == std::string::npos ? label : first ? label.substr(0, semicolon) : label.substr(semicolon + 1);
}

struct Slip {
    const char* name;
    bool of_total;
    std::function<void(double& figure, double part)> plant;  ///< in units; a part is the line's figure
    std::function<bool(const audit::Cause&)> is_cause;
};

const std::vector<Slip> slips{
    {"sign", false, [](double& figure, double) { figure = -figure; },
     [](const audit::Cause& cause) { return std::holds_alternative<audit::OtherSign>(cause); }},
    {"nought", true, [](double& figure, double) { figure *= 10; },
     [](const audit::Cause& cause) {
         return std::holds_alternative<audit::PowerOfTen>(cause) || std::holds_alternative<audit::OneDigit>(cause);
     }},
    {"left out", true, [](double& figure, double part) { figure -= part; },
     [](const audit::Cause& cause) {
         const auto* times = std::get_if<audit::TimesRow>(&cause);
         return times != nullptr && times->times == -1;
     }},
};

TEST_CASE("One slip in a paper's table is found where it is, with its cause", "[audit]") {
    for (const Layout& layout : layouts)
        for (const double unit : {1.0, 10.0, 100.0, 0.1, 0.01})
            for (const Slip& slip : slips)
                for (unsigned seed = 1; seed <= 12; ++seed) {
                    const int year = static_cast<int>(seed) % Paper::years;
                    const std::string& label = slip.of_total ? layout.total : layout.line;
                    Paper paper(seed, unit);
                    layout.write(paper);
                    slip.plant(paper.printed(label, year), paper.printed(layout.line, year));
                    const std::string text = paper.text(layout.columns);
                    const auto found = audit::audit_table(support::read(text));
                    INFO(slip.name << ", " << layout.name << " in " << unit << ", " << 2026 + year << "\n" << text);
                    CAPTURE(support::differences(found));
                    REQUIRE(found.differences.size() == 1);
                    CHECK(found.differences[0].where.label == plain(label));
                    CHECK(found.differences[0].year == 2026 + year);
                    REQUIRE(found.differences[0].cause);
                    CHECK(slip.is_cause(*found.differences[0].cause));
                }
}

}  // namespace
}  // namespace provenu
