#pragma once

#include <optional>
#include <string_view>

namespace provenu::input {

/// How a scalar stands in the file.
struct WrittenText {
    std::optional<std::string_view> verbatim;  ///< the value inside the file's text, where it stands there letter by letter
    int width = 1;                             ///< characters on its first line, quotation marks included
};

/// Columns in characters for offsets in bytes, cheap for offsets that mostly grow.
class Positions {
 public:
    explicit Positions(std::string_view text) : text_(text) {}

    /// \param line from 0
    int column(std::size_t offset, int line);
    [[nodiscard]] WrittenText written(std::size_t offset, std::string_view value) const;

 private:
    std::string_view text_;
    std::size_t offset_ = 0;
    int line_ = 0;
    int column_ = 1;
};

}  // namespace provenu::input
