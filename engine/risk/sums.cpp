#include "risk/sums.hpp"

namespace provenu::risk {

Moments merged(const Moments& left, const Moments& right) {
    const double count = left.count + right.count;
    if (count == 0) return {};
    const double apart = right.mean - left.mean;
    return {count, left.mean + apart * (right.count / count),
            left.squares + right.squares + apart * apart * (left.count * right.count / count)};
}

Sums merged(const Sums& left, const Sums& right) {
    Sums both = left;
    for (std::size_t i = 0; i < both.moments.size(); ++i) both.moments[i] = merged(left.moments[i], right.moments[i]);
    for (std::size_t i = 0; i < both.counts.size(); ++i) both.counts[i] += right.counts[i];
    return both;
}

void Ordered::add(std::uint64_t lot, Sums sums) {
    const std::lock_guard lock(mutex_);
    for (int size = 0;; ++size) {
        const std::uint64_t length = std::uint64_t{1} << size;
        const bool is_right = (lot & length) != 0;
        const auto sibling = waiting_.find({is_right ? lot - length : lot + length, size});
        if (sibling == waiting_.end()) {
            waiting_.emplace(std::pair{lot, size}, std::move(sums));
            return;
        }
        sums = is_right ? merged(sibling->second, sums) : merged(sums, sibling->second);
        if (is_right) lot -= length;
        waiting_.erase(sibling);
    }
}

Sums Ordered::total() const {
    Sums all;
    bool first = true;
    for (const auto& [lot, sums] : waiting_) {
        all = first ? sums : merged(all, sums);
        first = false;
    }
    return all;
}

}  // namespace provenu::risk
