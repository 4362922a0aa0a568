#pragma once

#include <optional>
#include <string>

#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

struct Drivers {
    drivers::Plan plan;
    evaluate::Figures figures;
};

/// A file of cost drivers, read, lowered and evaluated; none where its author must act. What was found on the way has then been
/// shown.
std::optional<Drivers> compute_drivers(const std::string& path, wording::Language messages);

}  // namespace provenu::cli
