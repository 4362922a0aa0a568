#pragma once

#include <span>
#include <string_view>

namespace provenu::input {

/// A shared file inside the program: `scenarios/NAME.yaml` at the time it was built.
struct StandardFile {
    std::string_view name;
    std::string_view text;
};

std::span<const StandardFile> standard_files();
const StandardFile* find_standard(std::string_view name);

}  // namespace provenu::input
