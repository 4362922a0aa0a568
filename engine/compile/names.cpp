#include "compile/names.hpp"

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
    std::string list;
    for (const std::string& name : all_) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace provenu::compile
