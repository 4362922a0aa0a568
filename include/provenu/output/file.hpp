#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace provenu::output {

/// A file that is written piece by piece and takes its name only when it is whole: until `finish`, the old file stays as it was,
/// and nothing is left of the new one if the program is stopped. A symbolic link is followed, mode and owner are kept; what is no
/// regular file (`/dev/stdout`, a pipe) is written to directly.
class FileWriter {
 public:
    explicit FileWriter(const std::string& path);
    ~FileWriter();  ///< gives up what was not finished
    FileWriter(FileWriter&&) noexcept;
    FileWriter& operator=(FileWriter&&) noexcept;

    /// Whether more is worth writing; if not, `finish` says why.
    bool write(std::string_view content);
    /// \return what went wrong in the operating system's words, or nothing
    std::optional<std::string> finish();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Writes a whole file or leaves the old one as it was, as FileWriter does.
/// \return what went wrong in the operating system's words, or nothing
std::optional<std::string> write_file(const std::string& path, const std::string& content);

}  // namespace provenu::output
