#include "compile/names.hpp"

#include <algorithm>
#include <utility>

#include "provenu/diag/nearest.hpp"

namespace provenu::compile {
namespace {
constexpr int most_suggestions = 100;
}

void Names::add(std::string name) {
    if (known_.insert(name).second) all_.push_back(std::move(name));
}

void Names::add(const Names& others) {
    for (const std::string& name : others.all_) add(name);
}

std::optional<std::string> Names::nearest(const std::string& written) {
    if (++suggestions_ > most_suggestions) return std::nullopt;
    return diag::nearest(written, all_);
}

std::string Names::listed() const {
    constexpr std::size_t most = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(most, all_.size()); ++i) list += (list.empty() ? "" : ", ") + all_[i];
    return all_.size() > most ? list + " ..." : list;
}

}  // namespace provenu::compile
