#pragma once

#include <string>
#include <vector>

namespace provenu::output {

/// A file in an archive.
struct Part {
    std::string name;
    std::string bytes;
};

/// The parts as a ZIP archive in their order, each with the same day of long ago, so that two runs give the same bytes. Throws
/// std::bad_alloc, the only thing that can go wrong in memory.
std::string zipped(const std::vector<Part>& parts);

}  // namespace provenu::output
