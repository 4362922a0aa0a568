#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace provenu::tables {

/// A zip archive in memory, read part by part and never past bounds: what claims to be small and unpacks without end is stopped.
class Archive {
 public:
    /// \param bytes must live as long as the archive
    explicit Archive(const std::string& bytes);

    [[nodiscard]] bool is_open() const { return zip_ != nullptr; }
    [[nodiscard]] bool has(const std::string& name) const;

    struct Missing {};
    struct Damaged {};
    struct TooLarge {};
    /// The bytes of a part, at most `largest_part`; all parts together at most `most_unpacked`.
    std::variant<std::string, Missing, Damaged, TooLarge> part(const std::string& name);

    static constexpr std::size_t largest_part = 32u << 20;
    static constexpr std::size_t most_unpacked = 256u << 20;

 private:
    struct Close {
        void operator()(void* zip) const;
    };
    std::unique_ptr<void, Close> zip_;
    std::size_t unpacked_ = 0;
};

}  // namespace provenu::tables
