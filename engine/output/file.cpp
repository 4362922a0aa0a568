#include "provenu/output/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace provenu::output {
namespace {

namespace fs = std::filesystem;
using Failure = std::optional<std::string>;

Failure in_words(int error) {
    return std::generic_category().message(error);
}

/// The number of the error, or 0.
int write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno != EINTR) return errno;
        if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Where a chain of symbolic links ends, whether or not anything is there.
fs::path behind_links(fs::path path) {
    std::error_code error;
    constexpr int most_links = 40;  // as many as Linux follows
    for (int link = 0; link < most_links && fs::is_symlink(path, error); ++link)
        path = path.parent_path() / fs::read_symlink(path, error);
    return path;
}

Failure write_directly(const std::string& path, const std::string& content) {
    const int file = path == "/dev/stdout"   ? ::dup(STDOUT_FILENO)
                     : path == "/dev/stderr" ? ::dup(STDERR_FILENO)
                                             : ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return in_words(errno);
    int error = write_all(file, content);
    if (::close(file) != 0 && error == 0) error = errno;
    return error == 0 ? Failure{} : in_words(error);
}

/// A new file beside `target`; its name does not grow with the target's.
int open_aside(const fs::path& target, std::string& name) {
    constexpr int most_tries = 100;
    for (int attempt = 0; attempt < most_tries; ++attempt) {
        const std::string file = ".provenu-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
        name = (target.parent_path() / file).string();
        const int opened = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (opened >= 0 || errno != EEXIST) return opened;
    }
    return -1;
}

void keep_owner_and_mode(int file, const struct stat& old) {
    // Only root can give a file away; for others the file becomes theirs, as with any editor that saves by renaming.
    [[maybe_unused]] const int owner = ::fchown(file, old.st_uid, old.st_gid);
    [[maybe_unused]] const int mode = ::fchmod(file, old.st_mode & 07777U);
}

Failure replace(const fs::path& target, const std::string& content, const struct stat* old) {
    std::string aside;
    const int file = open_aside(target, aside);
    if (file < 0) return in_words(errno);
    if (old != nullptr) keep_owner_and_mode(file, *old);
    int error = write_all(file, content);
    if (error == 0 && ::fsync(file) != 0) error = errno;
    if (::close(file) != 0 && error == 0) error = errno;
    if (error == 0 && std::rename(aside.c_str(), target.c_str()) != 0) error = errno;
    if (error == 0) return {};
    ::unlink(aside.c_str());
    return in_words(error);
}

/// Root may write to any file; a file that nobody may write to is still meant to stay as it is.
bool may_be_written(const fs::path& target, const struct stat& old) {
    return (old.st_mode & 0222U) != 0 && ::access(target.c_str(), W_OK) == 0;
}

}  // namespace

std::optional<std::string> write_file(const std::string& path, const std::string& content) {
    if (path.starts_with("/dev/") || path.starts_with("/proc/")) return write_directly(path, content);
    const fs::path target = behind_links(path);
    struct stat old{};
    if (::stat(target.c_str(), &old) != 0) return errno == ENOENT ? replace(target, content, nullptr) : in_words(errno);
    if (S_ISDIR(old.st_mode)) return in_words(EISDIR);
    if (!S_ISREG(old.st_mode)) return write_directly(target.string(), content);
    if (!may_be_written(target, old)) return in_words(EACCES);
    return replace(target, content, &old);
}

}  // namespace provenu::output
