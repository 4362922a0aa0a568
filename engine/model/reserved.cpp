#include "provenu/model/reserved.hpp"

#include <algorithm>
#include <array>

namespace provenu::model {
namespace {

constexpr std::array<std::string_view, 15> reserved{
    "savings", "recurring", "implementation", "net",           "balance",         "payback",        "npv", "months", "irr",
    "peak",    "fte",       "frame_freed",    "full_phase_in", "investment_need", "discount_factor"};

}  // namespace

bool is_reserved(std::string_view name) {
    return std::ranges::find(reserved, name) != reserved.end();
}

}  // namespace provenu::model
