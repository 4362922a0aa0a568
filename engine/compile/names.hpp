#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace provenu::compile {

/// Names that something may refer to: quick to look up, and with the nearest one to suggest.
class Names {
 public:
    void add(std::string name);
    void add(const Names& others);
    [[nodiscard]] bool has(const std::string& name) const { return known_.contains(name); }
    [[nodiscard]] bool empty() const { return all_.empty(); }

    /// The name most likely meant. A file with very many unknown names gets no more suggestions after the first ones: each
    /// costs a walk over all names.
    [[nodiscard]] std::optional<std::string> nearest(const std::string& written);

    /// `a, b, c`: of a short list, to show what there is.
    [[nodiscard]] std::string listed() const;

 private:
    std::vector<std::string> all_;
    std::unordered_set<std::string> known_;
    int suggestions_ = 0;
};

}  // namespace provenu::compile
