#pragma once

#include <string>

#include "report/findings.hpp"
#include "report/traced.hpp"

namespace provenu::report {

/// What a line is made of, in a sentence: `Ved fuld indfasning er det 16 årsværk à 650 t.kr. og 1 årsværk à 700 t.kr.`; empty
/// where its figures are all there is to say.
std::string composition_in_prose(const Findings& findings, const Traced& traced, const compile::PlannedLine& line);

}  // namespace provenu::report
