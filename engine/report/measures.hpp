#pragma once

#include <string>

#include "provenu/compile/plan.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/measure.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// `Samlet nettoeffekt 2026-2031`, `Tilbagebetaling på totaløkonomi, år`
std::string measure_in_words(const risk::Measure& measure, const compile::Plan& plan, wording::Language language);

/// A value of the measure: an amount, years with a decimal, `aldrig`, `straks`.
Cell measure_cell(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language);
std::string measure_value(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language);

/// A value as a sentence says it: `en gevinst på 25.110.000 kr.`, `4,3 år`, `aldrig`.
std::string measure_said(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language);

/// What the reader must know of the figures: sign, or what counts as never.
std::string measure_note(const risk::Measure& measure, wording::Language language);

/// The unit for other programs.
std::string measure_unit(const risk::Measure& measure, const compile::Plan& plan);

/// `pays-back`, `at-once`, `never` of a value of payback.
std::string payback_state(double value);

}  // namespace provenu::report
