#include "risk/valueless.hpp"

#include <cmath>
#include <mutex>
#include <optional>

#include "risk/passage.hpp"

namespace provenu::risk {
namespace {

/// Moments are asked of what must be finite; payback may be infinite.
bool is_number(double value, const Asked& asked) {
    return asked.moments ? std::isfinite(value) : !std::isnan(value);
}

/// The first result that is not a number in a draw.
std::optional<std::size_t> lost_result(Results results, const std::vector<Asked>& asked, int draw) {
    for (std::size_t result = 0; result < asked.size(); ++result)
        if (!is_number(results[result][draw], asked[result])) return result;
    return std::nullopt;
}

std::size_t proposal_of(std::size_t result, const std::vector<std::size_t>& results) {
    std::size_t proposal = 0;
    for (std::size_t until = results.front(); result >= until && proposal + 1 < results.size();) until += results[++proposal];
    return proposal;
}

}  // namespace

Valueless valueless_of(const Source& source, const std::vector<Asked>& asked, const std::vector<std::size_t>& results,
                       const Effort& effort) {
    Valueless found;
    std::mutex mutex;
    Passage passage(source, effort);
    passage.run(0, passage.lots(), {[&](int, std::uint64_t block, Results values, int count) {
                    for (int draw = 0; draw < count; ++draw) {
                        const auto lost = lost_result(values, asked, draw);
                        if (!lost) continue;
                        const std::uint64_t number = block * chance::block_size + static_cast<std::uint64_t>(draw) + 1;
                        const std::lock_guard lock(mutex);
                        ++found.draws;
                        if (found.first != 0 && number > found.first) continue;
                        found.first = number;
                        found.proposal = proposal_of(*lost, results);
                    }
                }});
    return found;
}

}  // namespace provenu::risk
