#pragma once

#include <optional>

#include "evaluate/form.hpp"
#include "provenu/evaluate/batch.hpp"

namespace provenu::evaluate {

/// The register multiplied out, if it is a polynomial of less than a hundred thousand terms.
std::optional<Polynomial> expanded(const Registers& registers, Register each);

}  // namespace provenu::evaluate
