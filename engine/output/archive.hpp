#pragma once

#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::output {

/// A file in an archive.
struct Part {
    std::string name;
    std::string bytes;
};

/// The parts as a ZIP archive in their order, each with the same day of long ago, so that two runs give the same bytes. Not
/// enough memory is an error.
diag::Result<std::string> zipped(const std::vector<Part>& parts);

}  // namespace provenu::output
