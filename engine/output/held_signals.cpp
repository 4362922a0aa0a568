#include "output/held_signals.hpp"

#include <pthread.h>

#include <array>

namespace provenu::output {
namespace {

bool is_ignored(int signal) {
    struct sigaction action{};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

HeldSignals::HeldSignals() {
    ::sigemptyset(&held_);
    ::sigaddset(&held_, SIGCHLD);
    for (const int ending : std::array{SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        if (!is_ignored(ending)) ::sigaddset(&held_, ending);
    ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
}

HeldSignals::~HeldSignals() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    if (caught_) ::raise(*caught_);
}

void HeldSignals::wait(std::chrono::milliseconds at_most) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at_most);
    const timespec timeout{seconds.count(), std::chrono::nanoseconds(at_most - seconds).count()};
    const int signal = ::sigtimedwait(&held_, nullptr, &timeout);
    if (signal > 0 && signal != SIGCHLD) caught_ = signal;
}

}  // namespace provenu::output
