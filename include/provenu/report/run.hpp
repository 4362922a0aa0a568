#pragma once

#include <optional>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// The same proposal in the price level in which it is carried out.
struct Decided {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
};

/// The committee's Table 1 of one proposal; and, where it is carried out in another price level, Table 2 with its amounts in
/// that.
Document committee_table(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language,
                         const std::optional<Decided>& decided = std::nullopt);

/// The same findings as data, unrounded, in the file's unit (docs/reference/json.md).
Data run_data(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language,
              const std::optional<Decided>& decided = std::nullopt);

}  // namespace provenu::report
