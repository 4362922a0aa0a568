#include "provenu/diag/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "diag/characters.hpp"

namespace provenu::diag {

namespace {

using Characters = std::vector<std::string_view>;

constexpr std::size_t farthest = 3;
constexpr std::size_t longest_name = 200;  // bytes; longer ones are no misspelt names, and would take long to compare

/// Capitals of ASCII and of Danish as small letters: writing `Title` for `title` is no mistake worth counting.
std::string in_small_letters(std::string_view text) {
    std::string result(text);
    char before = 0;
    for (char& byte : result) {
        const auto code = static_cast<unsigned char>(byte);
        const bool capital = (byte >= 'A' && byte <= 'Z') || (before == '\xC3' && code >= 0x80 && code <= 0x9E);
        before = byte;
        if (capital) byte = static_cast<char>(byte + 0x20);
    }
    return result;
}

/// Damerau and Levenshtein's distance where no part is edited twice (optimal string alignment).
std::size_t distance(const Characters& left, const Characters& right) {
    std::vector<std::size_t> before_last;
    std::vector<std::size_t> last(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::vector<std::size_t> row(right.size() + 1, i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = std::exchange(last, std::move(row));
    }
    return last.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view written, std::span<const std::string> candidates) {
    if (written.size() > longest_name) return std::nullopt;
    const std::string small = in_small_letters(written);
    const Characters wanted = characters(small);
    std::optional<std::string> best;
    std::size_t least = farthest + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest_name) continue;
        const std::string small_candidate = in_small_letters(candidate);
        const Characters name = characters(small_candidate);
        const std::size_t found = distance(wanted, name);
        if (found >= least || found > std::max(wanted.size(), name.size()) / 3) continue;
        best = candidate;
        least = found;
    }
    return best;
}

}  // namespace provenu::diag
