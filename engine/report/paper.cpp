#include "provenu/report/paper.hpp"

#include "provenu/report/run.hpp"

namespace provenu::report {

Document paper(const PaperFindings& findings, wording::Language language) {
    return committee_table(findings.plan, findings.figures, language);
}

}  // namespace provenu::report
