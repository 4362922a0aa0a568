#pragma once

#include "provenu/diag/text.hpp"

namespace provenu::input {

using diag::as_text;
using diag::load;
using diag::SourcePointer;

}  // namespace provenu::input
