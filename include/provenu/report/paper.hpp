#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What a paper is written from.
struct PaperFindings {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
};

/// What a committee receives of one proposal, section by section.
Document paper(const PaperFindings& findings, wording::Language language);

}  // namespace provenu::report
