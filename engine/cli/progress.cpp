#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace provenu::cli {
namespace {

constexpr int width = 40;

bool is_shown() {
    return isatty(STDERR_FILENO) == 1;
}

}  // namespace

std::function<void(double)> progress_bar() {
    if (!is_shown()) return nullptr;
    const auto start = std::chrono::steady_clock::now();
    return [start, last = -1](double share) mutable {
        const int filled = static_cast<int>(share * width);
        const bool soon = std::chrono::steady_clock::now() - start < std::chrono::milliseconds(300);
        if (soon || filled == last) return;
        last = filled;
        std::string bar = "\r[";
        for (int at = 0; at < width; ++at) bar += at < filled ? '#' : '.';
        bar += "] " + std::to_string(static_cast<int>(share * 100)) + " %";
        std::fwrite(bar.data(), 1, bar.size(), stderr);
        std::fflush(stderr);
    };
}

void end_progress() {
    if (is_shown()) std::fputs("\r\033[K", stderr);
}

}  // namespace provenu::cli
