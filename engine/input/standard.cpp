#include "input/standard.hpp"

#include <algorithm>
#include <vector>

#include "embedded/scenarios.hpp"

namespace provenu::input {
namespace {

constexpr std::string_view folder = "scenarios/";
constexpr std::string_view ending = ".yaml";

std::vector<StandardFile> named_files() {
    std::vector<StandardFile> files;
    for (const auto& file : embedded::scenarios::files()) {
        std::string_view name = file.name;
        name.remove_prefix(folder.size());
        name.remove_suffix(ending.size());
        files.push_back({name, file.text});
    }
    return files;
}

}  // namespace

std::span<const StandardFile> standard_files() {
    static const std::vector<StandardFile> files = named_files();
    return files;
}

const StandardFile* find_standard(std::string_view name) {
    const auto files = standard_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const StandardFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace provenu::input
