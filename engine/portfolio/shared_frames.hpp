#pragma once

#include <span>
#include <vector>

#include "portfolio/adding.hpp"
#include "provenu/portfolio/overview.hpp"

namespace provenu::portfolio {

/// Frames that proposals call by one id, where they mean the same; defines `frame.<frame>.limit|used|missing`.
std::vector<SharedFrame> share_frames(std::span<const Member> proposals, Adding& adding, diag::Diagnostics& found);

}  // namespace provenu::portfolio
