#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace provenu::diag {

/// The candidate that `written` most likely meant: least edit distance in characters (a swap of neighbours counts one, capitals
/// for small letters nothing), at most a third of the longer one's length and never more than three; none where nothing is near.
/// Ties go to the first candidate.
std::optional<std::string> nearest(std::string_view written, std::span<const std::string> candidates);

}  // namespace provenu::diag
