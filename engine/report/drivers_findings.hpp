#pragma once

#include <string>
#include <vector>

#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// What a report of cost drivers speaks of, and the language it speaks.
struct DriverFindings {
    const drivers::Plan& plan;
    const evaluate::Figures& figures;
    wording::Language language;

    [[nodiscard]] int decimals() const { return decimals_of(plan.book.money); }
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language, key, arguments);
    }
    [[nodiscard]] std::string label(const model::Driver& driver) const {
        return in_words(driver.label, language, driver.id.value);
    }
    [[nodiscard]] std::string label(const model::Labelled& labelled) const {
        return in_words(labelled.label, language, labelled.id.value);
    }
    /// `3.990 t.kr.`
    [[nodiscard]] std::string amount(double value) const;
    /// The years to come that the file asks for; none: count 0.
    [[nodiscard]] quantity::Years years_to_come() const { return {plan.file.year.value + 1 + gap(), plan.book.axis.table.last}; }

 private:
    [[nodiscard]] int gap() const {
        return plan.file.next_years ? plan.file.next_years->value.first - plan.file.year.value - 1 : 0;
    }
};

/// The causes of the deviation, and what it does to the coming budgets, in plain words.
std::vector<Paragraph> drivers_in_words(const DriverFindings& findings);

}  // namespace provenu::report
