#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace provenu::input {

/// The key among `allowed` that `written` says in Danish or in another usual word: `besparelse` is `saving`, `udgift` is `cost`.
std::optional<std::string> in_other_words(std::string_view written, const std::vector<std::string>& allowed);

}  // namespace provenu::input
