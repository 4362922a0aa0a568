#include <catch2/catch.hpp>

#include "tables/above.hpp"
#include "tables/words.hpp"
#include "tables/years.hpp"

namespace provenu::tables {
namespace {

struct Case {
    const char* label;
    Role role;
    const char* area = "";
};

TEST_CASE("A row is known by what papers call it") {
    const auto each = GENERATE(values<Case>({
        {"Varige ændringer", Role::recurring_heading},
        {"VARIGE ÆNDRINGER:", Role::recurring_heading},
        {"Recurring changes", Role::recurring_heading},
        {"Implementering", Role::implementation_heading},
        {"Implementeringsomkostninger (1.000 kr.)", Role::implementation_heading},
        {"One-off costs", Role::implementation_heading},
        {"Samlet varig ændring", Role::recurring_total},
        {"Samlet varig ændring, Service*", Role::recurring_total, "service"},
        {"Samlet varig ændring, overførsler", Role::recurring_total, "transfers"},
        {"Samlet varig ændring (service)", Role::recurring_total, "service"},
        {"Total recurring change, Transfers", Role::recurring_total, "transfers"},
        {"Varige ændringer i alt", Role::recurring_total},
        {"Samlede implementeringsomkostninger, service", Role::implementation_total, "service"},
        {"Total implementation costs", Role::implementation_total},
        {"Implementering i alt", Role::implementation_total},
        {"I alt", Role::total},
        {"Total", Role::total},
        {"Samlede udgifter", Role::total},
        {"Heraf service", Role::total, "service"},
        {"Heraf nettoeffektivisering*", Role::net_efficiency},
        {"Of which net efficiency", Role::net_efficiency},
        {"Heraf løn", Role::of_which},
        {"Samlet økonomisk påvirkning", Role::net},
        {"Nettoeffekt i alt", Role::net},
        {"Net financial effect", Role::net},
        {"Driftsudgifter", Role::recurring_heading},
        {"Afledt drift", Role::recurring_heading},
        {"Driftsudgifter i alt", Role::recurring_total},
        {"I alt drift", Role::recurring_total},
        {"Nettodriftsudgifter i alt", Role::recurring_total},
        {"Afledt drift af anlæg i alt", Role::recurring_total},
        {"Anlæg", Role::implementation_heading, "capital"},
        {"Anlægsudgifter", Role::implementation_heading, "capital"},
        {"Anlæg i alt", Role::implementation_total, "capital"},
        {"Samlede anlægsudgifter", Role::implementation_total, "capital"},
        {"I alt engangsudgifter", Role::implementation_total},
        {"Etableringsudgifter i alt", Role::implementation_total},
        {"Drift og anlæg i alt", Role::net},
        {"Merudgifter", Role::group_heading},
        {"Mindreudgifter", Role::group_heading},
        {"Indtægter", Role::group_heading},
        {"Finansiering", Role::group_heading, "financing"},
        {"Overførsler", Role::group_heading, "transfers"},
        {"Overførsler i alt", Role::total, "transfers"},
        {"I alt service", Role::total, "service"},
        {"Akkumuleret", Role::balance},
        {"Netto akkumuleret", Role::balance},
        {"Akkumuleret nettoeffekt", Role::balance},
        {"Accumulated", Role::balance},
        {"Tilbagebetalingstid baseret på serviceeffektivisering", Role::payback_service},
        {"Tilbagebetalingstid, service", Role::payback_service},
        {"Tilbagebetalingstid baseret på totaløkonomi", Role::payback_total},
        {"Tilbagebetalingstid", Role::payback_total},
        {"Payback on service efficiency", Role::payback_service},
        {"Payback on total economy", Role::payback_total},
        {"Nutidsværdi 2026-2031", Role::other},
        {"Samlet investeringsbehov", Role::other},
        {"Varig ændring ved fuld indfasning", Role::other},
    }));
    CAPTURE(each.label);
    CHECK(label_of(each.label).role == each.role);
    CHECK(label_of(each.label).area == each.area);
}

TEST_CASE("A line is a line, whatever words it has in it") {
    for (const char* label :
         {"Årlig drift af det tværfaglige team", "Varig effekt ved den socialfaglige team", "Projektledelse (3,5 år)",
          "Implementering af tværfaglige teams", "Samlet rådgivningstilbud til unge", "2 årsværk til projektledelse",
          "Besparelse på køb §107 ved forløbsprogram", "Medarbejdere til specialiserede teams i implementeringsperioden"})
        CHECK(label_of(label).role == Role::line);
}

TEST_CASE("An area is known by its names") {
    CHECK(area_named("Overførsler") == "transfers");
    CHECK(area_named("ANLÆG") == "capital");
    CHECK(area_named("Finansposter") == "financing");
    CHECK_FALSE(area_named("Socialforvaltningen"));
}

Cell cell(const std::string& text) {
    Cell made;
    made.text = text;
    return made;
}

TEST_CASE("A year stands alone or behind a word for its column; a price level is none") {
    CHECK(year_of(cell("2026")) == 2026);
    CHECK(year_of(cell("Budget 2027")) == 2027);
    CHECK(year_of(cell("BO 2028*")) == 2028);
    for (const char* text : {"2027-p/l", "2027-priser", "1.000 kr., 2027-p/l", "2026-2031", "20266", "Tabel 2026"})
        CHECK_FALSE(year_of(cell(text)));
}

TEST_CASE("The unit above a table is no amount in its title") {
    CHECK(unit_in("1.000 kr., 2027-p/l")->money.exponent == 3);
    CHECK(unit_in("Beløb i mio. kr.")->money.exponent == 6);
    CHECK(unit_in("(t.kr.)")->money.exponent == 3);
    CHECK(unit_in("DKK 1,000, 2026 prices")->money.exponent == 3);
    CHECK(unit_in("DKK million")->money.exponent == 6);
    CHECK_FALSE(unit_in("Besparelse på 10 mio. kr."));
    CHECK_FALSE(unit_in("Forløbsprogram for unge"));
}

TEST_CASE("A price level is a year with a word for prices beside it") {
    CHECK(price_level_in("1.000 kr., 2027-p/l") == 2027);
    CHECK(price_level_in("27-pl") == 2027);
    CHECK(price_level_in("Alle beløb er i 2027-pris- og lønniveau (p/l).") == 2027);
    CHECK(price_level_in("p/l 2026") == 2026);
    CHECK(price_level_in("DKK 1,000, 2026 prices") == 2026);
    CHECK_FALSE(price_level_in("Budget 2027"));
}

}  // namespace
}  // namespace provenu::tables
