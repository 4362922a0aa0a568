#include "cli/options.hpp"

#include <charconv>
#include <chrono>
#include <string>

#include "cli/mistakes.hpp"
#include "provenu/model/convention.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::cli {
namespace {

std::optional<int> years(std::string_view written) {
    constexpr int most = 200;
    int number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    const bool whole = error == std::errc{} && end == written.data() + written.size();
    return whole && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<int> price_level(std::string_view written) {
    const auto years = quantity::read_years(written);
    return years && years->count() == 1 ? std::optional(years->first) : std::nullopt;
}

/// The only place that reads the clock. In Greenwich, so that it is the same on every machine.
quantity::Date today() {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::vector<std::string_view> names_of_conventions() {
    std::vector<std::string_view> names;
    for (const auto& each : model::conventions) names.push_back(each.name);
    return names;
}

Option payback_option() {
    return {"payback",
            "",
            Takes::text,
            "CONVENTION",
            "How the moment of payback becomes a number of years; nearest-from takes a date: nearest-from:2026-05-01",
            names_of_conventions()};
}

}  // namespace

Option language_option() {
    return {"lang", "", Takes::text, "LANGUAGE", "Language of the table and of messages", {"da", "en"}};
}

Option output_option() {
    return {"output", "o", Takes::file, "FILE", "Write to this file instead of standard output", {}};
}

Option basis_option() {
    return {"basis", "", Takes::text, "BASIS", "What the service figures count", {"service-efficiency", "strict-service"}};
}

Option horizon_option() {
    return {"horizon", "", Takes::text, "YEARS", "Years of the present value beside the table's, from its first year", {}};
}

Option realised_option() {
    return {"realised",
            "",
            Takes::text,
            "WHAT",
            "What counts in the payers' balances and frames: cash alone, or freed time and work in kind as well",
            {"cash", "all"}};
}

Option price_level_option() {
    return {
        "price-level", "", Takes::text, "YEAR", "Show the table in the prices of this year, by the indices the file uses", {}};
}

Option date_option() {
    return {"date", "", Takes::text, "DATE", "Date of the paper, at which indices must be valid: 2026-05-01 (default: today)",
            {}};
}

std::vector<Option> choice_options() {
    return {payback_option(), basis_option(), horizon_option(), realised_option(), price_level_option(), date_option()};
}

std::optional<wording::Language> language_asked(const Asked& asked) {
    const auto written = asked.value("lang");
    if (!written) return std::nullopt;
    return *written == "da" ? wording::Language::danish : wording::Language::english;
}

wording::Language language_of_messages(const Asked& asked) {
    return language_asked(asked).value_or(wording::Language::english);
}

wording::Language language_of_output(const Asked& asked, model::Language own) {
    const bool danish = own == model::Language::danish;
    return language_asked(asked).value_or(danish ? wording::Language::danish : wording::Language::english);
}

diag::Result<compile::Choices> choices_asked(const Asked& asked) {
    diag::Result<compile::Choices> result{compile::Choices{}, {}};
    auto& choices = *result.value;
    if (const auto language = language_asked(asked))
        choices.language = *language == wording::Language::danish ? model::Language::danish : model::Language::english;
    if (const auto written = asked.value("payback"); written && !(choices.payback = model::read_payback(*written)))
        result.diagnostics.error("P960", {}, {{"written", *written}});
    if (const auto written = asked.value("horizon"); written && !(choices.horizon_years = years(*written)))
        result.diagnostics.error("P961", {}, {{"written", *written}});
    if (const auto written = asked.value("price-level"); written && !(choices.restate_to = price_level(*written)))
        result.diagnostics.error("P746", {}, {{"written", *written}});
    if (const auto written = asked.value("date"); written && !(choices.date = quantity::read_date(*written)))
        result.diagnostics.error("P747", {}, {{"written", *written}});
    choices.today = today();
    if (const auto written = asked.value("basis"))
        choices.basis = *written == "strict-service" ? model::Basis::strict_service : model::Basis::service_efficiency;
    choices.all_realised = asked.value("realised") == "all";
    return result;
}

std::vector<Option> csv_options() {
    return {{"csv-separator",
             "",
             Takes::text,
             "NAME",
             "Semicolon with decimal comma, or comma with decimal point",
             {"semicolon", "comma"}},
            {"bom", "", Takes::nothing, "", "Begin with a byte order mark, so that Excel sees UTF-8", {}}};
}

output::CsvDialect csv_dialect_asked(const Asked& asked, wording::Language language) {
    auto dialect = output::csv_dialect(language);
    if (const auto separator = asked.value("csv-separator")) {
        const bool comma = *separator == "comma";
        dialect.separator = comma ? ',' : ';';
        dialect.decimal = comma ? '.' : ',';
    }
    return dialect;
}

Status status_of(const diag::Diagnostics& findings) {
    for (const auto& each : findings.sorted())
        if (each.severity == diag::Severity::error && !each.place.source) return Status::wrong_command_line;
    return Status::author_must_act;
}

}  // namespace provenu::cli
