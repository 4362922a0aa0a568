#pragma once

#include <chrono>
#include <csignal>
#include <optional>

namespace provenu::output {

/// Keeps back what would end this process (an interrupt, a hang-up) while there is something to put away first: a program that
/// runs, a folder. Sends it on to itself when it is destroyed. What the process ignores stays ignored.
class HeldSignals {
 public:
    HeldSignals();
    ~HeldSignals();
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

    /// The signals that were let through before.
    [[nodiscard]] const sigset_t& before() const { return before_; }

    /// Waits for a process started here to end, or for this one to be asked to, at most so long.
    void wait(std::chrono::milliseconds at_most);
    /// What asked this process to end, if anything has.
    [[nodiscard]] std::optional<int> caught() const { return caught_; }

 private:
    sigset_t held_{};
    sigset_t before_{};
    std::optional<int> caught_;
};

}  // namespace provenu::output
