#include "provenu/diag/bug.hpp"

#include <string_view>

namespace provenu::diag {

namespace {

/// The path inside the project: where it was built tells a reader nothing.
std::string_view inside_project(std::string_view path) {
    for (const std::string_view folder : {"engine/", "include/", "tests/"}) {
        const auto at = path.rfind(folder);
        if (at != std::string_view::npos && (at == 0 || path[at - 1] == '/')) return path.substr(at);
    }
    return path;
}

}  // namespace

void bug(const std::string& what, const std::source_location& where) {
    throw Bug(std::string(inside_project(where.file_name())) + ":" + std::to_string(where.line()) + ": " + what);
}

}  // namespace provenu::diag
