#include "provenu/report/drivers.hpp"

#include <catch2/catch.hpp>

#include "provenu/output/writers.hpp"
#include "support/drivers.hpp"

namespace provenu {
namespace {

using wording::Language;

report::Document document(const support::Driven& driven, Language language) {
    return report::drivers_tables(driven.plan, driven.figures, language);
}

/// The first sentence under the title.
std::string sentence(const std::string& expected, Language language = Language::english) {
    const auto driven =
        support::drive(support::one_driver("activity_unit: {da: pladser, en: places}\n    expected: {" + expected + "}"));
    return std::get<report::Paragraph>(document(driven, language).items[1]).text;
}

TEST_CASE("The first sentence says what the deviation is due to") {
    CHECK(sentence("activity: 43, price: 930") ==
          "The expected overspend of DKK 3,990 thousand is made up of DKK 2,700 thousand from more places, DKK 1,200 thousand "
          "from higher prices and DKK 90 thousand from both together.");
    CHECK(sentence("activity: 43, price: 930", Language::danish) ==
          "Af det forventede merforbrug på 3.990 t.kr. kommer 2.700 t.kr. fra flere pladser, 1.200 t.kr. fra højere priser og 90 "
          "t.kr. fra begge dele på én gang.");
    CHECK(sentence("activity: 37, price: 900") ==
          "The expected underspend of DKK 2,700 thousand is made up of DKK 2,700 thousand from fewer places.");
    CHECK(sentence("activity: 43, price: 870") ==
          "The expected overspend of DKK 1,410 thousand is the sum of DKK 2,700 thousand from more places, DKK -1,200 thousand "
          "from lower prices and DKK -90 thousand from both together.");
    CHECK(sentence("activity: 38, price: 880") ==
          "The expected underspend of DKK 2,560 thousand is the sum of DKK 1,800 thousand from fewer places, DKK 800 thousand "
          "from lower prices and DKK -40 thousand from both together; minus is overspending.");
    CHECK(sentence("activity: 40, price: 900") == "The expected expenditure is what was budgeted.");
    CHECK(sentence("activity: 36, price: 1000") ==
          "The expected expenditure is what was budgeted; DKK -3,600 thousand from fewer places, DKK 4,000 thousand from higher "
          "prices and DKK -400 thousand from both together cancel out.");
}

std::size_t tables(const report::Document& document) {
    std::size_t count = 0;
    for (const auto& item : document.items) count += std::holds_alternative<report::Table>(item) ? 1 : 0;
    return count;
}

TEST_CASE("Coming budgets and revisions have their tables only where the file asks for them") {
    const std::string keys = "expected: {activity: 43, price: 930}";
    CHECK(tables(document(support::drive(support::one_driver(keys)), Language::english)) == 2);
    CHECK(tables(document(support::drive(support::one_driver(keys, "next_years: 2022..2023\n")), Language::english)) == 3);
    CHECK(tables(document(support::drive(support::one_driver(keys, "revisions: [{id: march}]\n")), Language::english)) == 3);
}

TEST_CASE("A footnote of a note and a source is two sentences") {
    const auto first_note = [](const std::string& note) {
        const auto driven = support::drive(
            support::one_driver("expected: {activity: 43, price: 930}\n    note: " + note + "\n    source: ledger, May"));
        const auto shown = document(driven, Language::english);
        for (const auto& item : shown.items)
            if (const auto* table = std::get_if<report::Table>(&item)) return table->notes.front();
        return std::string();
    };
    CHECK(first_note("A home closes").find("A home closes. Source: ledger, May") != std::string::npos);
    CHECK(first_note("A home closes.").find("A home closes. Source: ledger, May") != std::string::npos);
}

TEST_CASE("A driver without revisions has no rows of revisions, and the table says so") {
    const auto driven = support::drive(
        support::one_driver("expected: {activity: 43, price: 930}\n    revisions: {march: {activity: 41}}\n"
                            "  - {id: empty, budget: {activity: 0, price: 84}, expected: {activity: 6, price: 84}}",
                            "revisions: [{id: march}]\n"));
    const auto shown = document(driven, Language::english);
    const auto& table = std::get<report::Table>(shown.items.back());
    std::size_t groups = 0;
    for (const auto& row : table.rows) groups += row.role == report::Row::Role::group ? 1 : 0;
    CHECK(groups == 2);  // homes, and all together
    CHECK(table.notes.back() == "A driver whose expectation was not revised during the year is in the total alone.");
}

TEST_CASE("Prices below one show enough digits to be told apart") {
    const auto driven =
        support::drive(support::driver_file("unit: mio. kr.\ndrivers:\n  - {id: a, budget: {activity: 12500, price: 850 kr.}, "
                                            "expected: {activity: 13100, price: 862.5 kr.}}\n"));
    const std::string text = output::text(document(driven, Language::english), Language::english);
    CHECK(text.find("0.000850") != std::string::npos);
    CHECK(text.find("0.000863") != std::string::npos);
}

TEST_CASE("Rows printed apart may differ by rounding, and a note then says so") {
    const auto text = [](const std::string& expected) {
        const auto driven = support::drive(support::one_driver("expected: {" + expected + "}"));
        return output::text(document(driven, Language::english), Language::english);
    };
    CHECK(text("activity: 40.0005, price: 900.0112").find("Differences may be due to rounding") != std::string::npos);
    CHECK(text("activity: 43, price: 930").find("Differences may be due to rounding") == std::string::npos);
}

TEST_CASE("JSON has the rows and the total in the keys that others rely on") {
    const auto driven = support::drive(support::one_driver("expected: {activity: 43, price: 930}"));
    const auto data = report::drivers_data(driven.plan, driven.figures, Language::english);
    const auto value_of = [](const report::Data& object, const std::string& key) -> const report::Data& {
        for (const auto& [name, value] : std::get<report::Data::Object>(object.value))
            if (name == key) return value;
        FAIL("no key " << key);
        throw std::logic_error(key);
    };
    const auto& row = std::get<report::Data::List>(value_of(data, "rows").value).front();
    CHECK(std::get<std::string>(value_of(row, "id").value) == "homes");
    for (const auto& [key, expected] : {std::pair{"budget", 36000.0},
                                        {"expected", 39990.0},
                                        {"deviation", 3990.0},
                                        {"volume_effect", 2700.0},
                                        {"price_effect", 1200.0},
                                        {"joint_effect", 90.0}}) {
        CHECK(std::get<double>(value_of(row, key).value) == expected);
        CHECK(std::get<double>(value_of(value_of(data, "total"), key).value) == expected);
    }
}

}  // namespace
}  // namespace provenu
