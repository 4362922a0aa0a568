#include "provenu/report/paper.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <variant>
#include <vector>

#include "provenu/risk/breakeven.hpp"
#include "support/proposals.hpp"

using namespace provenu;
constexpr auto danish = wording::Language::danish;
constexpr auto english = wording::Language::english;

namespace {

/// A proposal as a paper is written of it.
struct Written {
    model::Proposal proposal;
    compile::Plan plan;
    evaluate::Figures figures;
    risk::Breakeven breakeven;
};

Written written(const std::string& body, const std::string& years = "2026..2029") {
    auto proposal = *input::read_proposal_text(support::proposal(body, years), "case.yaml").value;
    auto plan = *compile::compile(proposal).value;
    auto figures = evaluate::evaluate(formula::flatten(plan.book));
    risk::BreakevenQuestion question;
    question.of = {risk::all_savings};
    auto breakeven = *risk::breakeven(proposal, {}, question).value;
    return {std::move(proposal), std::move(plan), std::move(figures), std::move(breakeven)};
}

std::string sentence(const Written& of, wording::Language language = danish) {
    return report::payback_sentence(of.plan, of.figures, &of.breakeven, language);
}

/// No-break spaces read as spaces.
std::string plain(std::string text) {
    for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at)) text.replace(at, 2, " ");
    return text;
}

/// The document's headings and paragraphs, a line each; tables as `[caption or first heading]`.
std::string outline(const Written& of, wording::Language language = danish) {
    std::string lines;
    for (const report::Item& item : report::paper({of.plan, of.figures, &of.breakeven}, language).items) {
        if (const auto* heading = std::get_if<report::Heading>(&item))
            lines += std::string(static_cast<std::size_t>(heading->level), '#') + " " + heading->text + "\n";
        if (const auto* paragraph = std::get_if<report::Paragraph>(&item)) lines += paragraph->text + "\n";
        if (const auto* table = std::get_if<report::Table>(&item))
            lines += "[" + (table->caption.empty() ? table->columns.front().heading : table->caption) + "]\n";
    }
    return plain(lines);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string saving(int amount) {
    return "recurring:\n  - {id: effect, saving: " + std::to_string(amount) + ", period: 2027-01..}\n";
}
std::string outlay(int amount) {
    return "implementation:\n  - {id: start, total: " + std::to_string(amount) + ", period: 2026-01..2026-12}\n";
}

/// The balance at the end of the table when the savings are `share` of what is planned.
double balance_with(int outlay_amount, int saving_amount, double share) {
    return outlay_amount - 3 * saving_amount * share;
}

}  // namespace

// 2026: 200 out; 2027, 2028, 2029: 100 in. The balance is zero at the end of 2028; 200 of 300 is needed: 33.3 % may fail.
TEST_CASE("a proposal that pays back says when, and how much of the savings may fail") {
    CHECK(sentence(written(saving(100) + outlay(200))) ==
          "Forslaget er tjent hjem i 2028; udebliver 33 % af besparelserne, er det stadig tjent hjem ved udgangen af 2029.");
    CHECK(sentence(written(saving(100) + outlay(200)), english) ==
          "The proposal pays back in 2028; by the end of 2029 it still does if 33 % of the savings fail to come.");
}

TEST_CASE("the share that may fail is rounded down, so that the sentence is true, and one percent more is not") {
    for (const int out : {101, 150, 199, 200, 250, 263, 296}) {
        CAPTURE(out);
        const std::string said = sentence(written(saving(100) + outlay(out)));
        const auto at = said.find("udebliver ");
        REQUIRE(at != std::string::npos);
        const int percent = std::stoi(said.substr(at + 10));
        CHECK(balance_with(out, 100, 1 - percent / 100.0) <= 1e-9);
        CHECK(balance_with(out, 100, 1 - (percent + 1) / 100.0) > 0);
    }
}

// The same by the program: with the stated share failing, the sum over the table is no expenditure.
TEST_CASE("with the stated share of the savings failing the evaluated balance is no expenditure") {
    const Written as_planned = written(saving(100) + outlay(263));
    REQUIRE(has(sentence(as_planned), "udebliver 12 % af"));  // 1 - 263/300 = 12.3 %
    const Written weaker = written("recurring:\n  - {id: effect, saving: 100 * 0.88, period: 2027-01..}\n" + outlay(263));
    CHECK(weaker.figures.table("balance.total").back() == Approx(263 - 3 * 88.0));
    CHECK(weaker.figures.table("balance.total").back() <= 0);
}

TEST_CASE("where less than one percent may fail the sentence says so") {
    CHECK(
        sentence(written(saving(100) + outlay(299))) ==
        "Forslaget er tjent hjem i 2029, men udebliver blot 1 % af besparelserne, er det ikke tjent hjem ved udgangen af 2029.");
}

TEST_CASE("a proposal without an outlay pays back at once") {
    CHECK(sentence(written(saving(100))) == "Forslaget er tjent hjem straks, selv om alle besparelser udebliver.");
    const Written with_running =
        written("recurring:\n  - {id: effect, saving: 100}\n  - {id: running, cost: 40}\n");  // 60 of 100 may fail
    CHECK(sentence(with_running) ==
          "Forslaget er tjent hjem straks; udebliver 60 % af besparelserne, er udgifterne stadig dækket ved udgangen af 2029.");
}

// 500 out, 100 a year from 2027: by the end of 2029 300 are saved, 200 lack; 500/300 = 1.667: 67 % more. Paid back 2031.
TEST_CASE("a proposal that pays back beyond the table says what lacks, and how much greater savings would have to be") {
    CHECK(
        plain(sentence(written(saving(100) + outlay(500)))) ==
        "Forslaget er først tjent hjem i 2031, efter tabellens år; ved udgangen af 2029 mangler der 200 t.kr., og besparelserne "
        "skulle være 67 % større for at dække det.");
}

// 100 out every year against 10 saved: never. 90 x 4 is lost by the end of 2029.
TEST_CASE("a proposal that never pays back says what has been spent") {
    const Written never = written("recurring:\n  - {id: effect, saving: 10}\n  - {id: running, cost: 100}\n");
    const std::string said = plain(sentence(never));
    CHECK(has(said, "Forslaget tjenes ikke hjem; ved udgangen af 2029 er der brugt 360 t.kr. mere, end der er sparet."));
}

TEST_CASE("a proposal without savings says what it costs") {
    CHECK(plain(sentence(written(outlay(2500)))) == "Forslaget har ingen besparelser; det koster 2,5 mio. kr. i 2026-2029.");
    CHECK(plain(sentence(written("recurring:\n  - {id: running, cost: 700}\n"))) ==
          "Forslaget har ingen besparelser; det koster 2,8 mio. kr. i 2026-2029 og derefter 700 t.kr. om året.");
    CHECK(sentence(written("recurring:\n  - {id: nothing, cost: 0}\n")) == "Forslaget ændrer ikke udgifterne i 2026-2029.");
}

// Balance: 100, -100, 500, 300, 100, -100 ...: below zero in 2027, for good only in 2031.
TEST_CASE("a balance that is covered in the table but not for good is not called paid back") {
    const Written again = written(
        "recurring:\n  - {id: effect, saving: 200, period: 2027-01..}\n"
        "implementation:\n  - {id: start, total: 100, period: 2026-01..2026-12}\n"
        "  - {id: more, cost: {2028: 800}}\n");
    CHECK(has(sentence(again), "Forslaget er først tjent hjem i"));
}

TEST_CASE("amounts in prose are millions with one decimal rounded half away from zero, below that whole thousands") {
    const auto cost = [](const std::string& amount) {
        return outline(
            written("implementation:\n  - {id: start, label: Start, total: " + amount + ", period: 2026-01..2026-12}\n"));
    };
    CHECK(has(cost("12250"), "### Implementeringsomkostninger: 12,3 mio. kr. i alt"));
    CHECK(has(cost("12249"), "#### Start: 12,2 mio. kr. i alt"));
    CHECK(has(cost("999.4"), "#### Start: 999 t.kr. i alt"));
    CHECK(has(cost("999.6"), "#### Start: 1,0 mio. kr. i alt"));
    CHECK(has(cost("0.4"), "#### Start: 400 kr. i alt"));
}

TEST_CASE("what goes up is said to rise, what is the same each year is said once") {
    const std::string rising = outline(written("recurring:\n  - {id: a, saving: {2027: 1000, 2028: 1500, 2029..: 2000}}\n"));
    CHECK(has(rising,
              "Effektiviseringsbidraget (netto) er på 1,0 mio. kr. i 2027 stigende til 2,0 mio. kr. årligt ved fuld "
              "indfasning i 2029."));
    const std::string steady = outline(written("recurring:\n  - {id: a, cost: 2000, period: 2027-01..}\n"));
    CHECK(has(steady, "Forslaget medfører varige merudgifter (netto) på 2,0 mio. kr. årligt fra 2027."));
    const std::string once = outline(written("recurring:\n  - {id: a, saving: {2027: 1000, 2028: 1000}}\n"));
    CHECK(has(once, "Besparelsen er på 1,0 mio. kr. årligt i 2027-2028."));
    const std::string both =
        outline(written("recurring:\n  - {id: a, cost: {2026: 500}}\n  - {id: b, saving: {2028..: 2000}}\n"));
    CHECK(has(both,
              "Effektiviseringsbidraget (netto) er på -500 t.kr. i 2026 stigende til 2,0 mio. kr. årligt ved fuld indfasning i "
              "2028. Et negativt bidrag er en merudgift."));
}

TEST_CASE("a line says what it is made of") {
    const std::string team = outline(written(
        "inputs:\n  adviser: 650 t.kr./FTE/year\n  leader: 700 t.kr./FTE/year\n"
        "recurring:\n  - {id: team, label: Team, staff: {adviser: 16, leader: 1}, period: 2027-07..}\n"
        "implementation:\n  - {id: courses, label: Kurser, total: {quantity: 37 persons, price: 28 t.kr./person}, period: "
        "2026-07..2027-12}\n  - {id: project, label: Projekt, staff: {adviser: 2}, period: 2026-07..2026-12}\n"));
    CHECK(has(team,
              "#### Team: 11,1 mio. kr. årligt\nUdgiften er på 5,6 mio. kr. i 2027 stigende til 11,1 mio. kr. årligt ved fuld "
              "indfasning i 2028. Ved fuld indfasning er det 16 årsværk à 650 t.kr. og 1 årsværk à 700 t.kr.\n"));
    CHECK(has(team, "Det er 37 personer à 28 t.kr.\n"));
    CHECK(has(team, "Udgiften er på 650 t.kr. i 2026. I 2026 er det 2 årsværk à 650 t.kr. i 6 måneder."));
}

TEST_CASE("the share of administration is worked out from the lines that are named") {
    const std::string text = outline(written(
        "administration: {lines: [project], tags: [office]}\n"
        "recurring:\n  - {id: effect, saving: 1000}\n  - {id: office, tags: [office], cost: 100}\n  - {id: care, cost: 300}\n"
        "implementation:\n  - {id: project, total: 500, period: 2026-01..2026-12}\n"
        "  - {id: other, total: 1500, period: 2026-01..2026-12}\n"));
    CHECK(has(text,
              "Administration udgør 500 t.kr. af implementeringsomkostningerne (25 %) og 100 t.kr. af de årlige udgifter ved "
              "fuld indfasning (25 %)."));
}

TEST_CASE("sections come in the order of a committee's paper, and only those that have something to say") {
    const std::string all = outline(written(
        "purpose: Færre anbringelser\nsummary: To hold\nowner: Forvaltningen\n"
        "follow_up:\n  - {target: Seks pladser færre, measured_by: indberetning, responsible: Centret, when: hvert forår}\n"
        "risk: {level: low-to-medium, text: Kan blive dyrere, risks: [{risk: Vakante stillinger, mitigation: tidligt opslag}]}\n"
        "heard:\n  - {who: Handicaprådet, when: april 2026}\n"
        "inputs:\n  rate: {value: 650 t.kr./FTE/year, source: takstblad}\n" +
        std::string("recurring:\n  - {id: effect, saving: 2000, period: 2027-01..}\n  - {id: team, staff: {rate: 1}}\n")));
    std::string headings;
    for (std::size_t at = 0; (at = all.find("## ", at)) != std::string::npos; at += 3)
        if (at == 0 || all[at - 1] == '\n') headings += all.substr(at + 3, all.find('\n', at) - at - 3) + ", ";
    CHECK(headings == "Formål, Forslaget kort, Økonomi, Forudsætninger, Opfølgning, Risiko, Høring og inddragelse, Noter, ");
    CHECK(has(all, "Risikoen vurderes som lav til middel.\nKan blive dyrere\n[Risiko]"));
    CHECK(has(all, "# A case\nForvaltningen\nForslaget er tjent hjem"));
    const std::string few = outline(written(saving(100)));
    CHECK_FALSE(has(few, "Opfølgning"));
    CHECK_FALSE(has(few, "Forudsætninger"));
}
