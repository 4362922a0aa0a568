#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <utility>

namespace provenu::cli {
namespace {

bool is_shown() {
    return isatty(STDERR_FILENO) == 1;
}

}  // namespace

std::string Progress::bar(double share) {
    constexpr int width = 40;
    const int filled = static_cast<int>(share * width);
    if (filled < filled_) ++passes_;
    if (filled == std::exchange(filled_, filled)) return {};
    std::string bar = "[";
    for (int at = 0; at < width; ++at) bar += at < filled ? '#' : '.';
    bar += "] " + std::to_string(static_cast<int>(share * 100)) + " %";
    return passes_ == 1 ? bar : bar + " (pass " + std::to_string(passes_) + ")";
}

std::function<void(double)> progress_bar() {
    if (!is_shown()) return nullptr;
    const auto start = std::chrono::steady_clock::now();
    return [start, progress = Progress()](double share) mutable {
        const std::string bar = progress.bar(share);
        const bool soon = std::chrono::steady_clock::now() - start < std::chrono::milliseconds(300);
        if (soon || bar.empty()) return;
        std::fputs(("\r" + bar + "\033[K").c_str(), stderr);
        std::fflush(stderr);
    };
}

void end_progress() {
    if (is_shown()) std::fputs("\r\033[K", stderr);
}

}  // namespace provenu::cli
