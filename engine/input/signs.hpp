#pragma once

#include "input/reading.hpp"
#include "provenu/model/line.hpp"

namespace provenu::input {

/// The key that an amount stands under, and the one that says the opposite.
struct SignedKeys {
    std::string_view key;
    std::string_view opposite;
};

/// Authors write magnitudes under keys that say which way money goes; a number below zero is found: P619, P620. A formula may
/// come out below zero.
void check_signs(Reading& reading, const model::Measure& measure, SignedKeys keys);

}  // namespace provenu::input
