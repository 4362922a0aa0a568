#include "provenu/output/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace provenu::output {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffered = std::size_t{1} << 16;

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

int open_directly(const std::string& path) {
    return path == "/dev/stdout"   ? ::dup(STDOUT_FILENO)
           : path == "/dev/stderr" ? ::dup(STDERR_FILENO)
                                   : ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// Does something with names beside the target until one of them is free; names do not grow with the target's.
template <class Try>
int with_name_aside(const fs::path& target, std::string& name, Try attempt) {
    constexpr int most_tries = 100;
    for (int count = 0; count < most_tries; ++count) {
        const std::string file = ".provenu-" + std::to_string(::getpid()) + "-" + std::to_string(count) + ".tmp";
        name = (target.parent_path() / file).string();
        const int done = attempt(name.c_str());
        if (done >= 0 || errno != EEXIST) return done;
    }
    return -1;
}

std::string open_file_by_number(int file) {
    return "/proc/self/fd/" + std::to_string(file);
}

/// A file without a name, of which nothing is left if the program is stopped; -1 where the system has no such files.
int open_nameless(const fs::path& target) {
    const int file = ::open(folder_of(target).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    if (file < 0 || ::access(open_file_by_number(file).c_str(), F_OK) == 0) return file;
    ::close(file);
    return -1;
}

void keep_owner_and_mode(int file, const struct stat& old) {
    // Only root can give a file away; for others the file becomes theirs, as with any editor that saves by renaming.
    [[maybe_unused]] const int owner = ::fchown(file, old.st_uid, old.st_gid);
    [[maybe_unused]] const int mode = ::fchmod(file, old.st_mode & 07777U);
}

/// Root may write to any file; a file that nobody may write to is still meant to stay as it is.
bool may_be_written(const fs::path& target, const struct stat& old) {
    return (old.st_mode & 0222U) != 0 && ::access(target.c_str(), W_OK) == 0;
}

}  // namespace

struct FileWriter::State {
    fs::path target;
    std::string aside;  ///< the name it has until it is whole; empty while it has none
    std::string buffer;
    int file = -1;
    int error = 0;
    bool directly = false;

    void begin(const std::string& path) {
        const bool of_process = path == "/dev/stdout" || path == "/dev/stderr" || path.starts_with("/dev/fd/");
        if (of_process || path.starts_with("/proc/")) return begin_directly(path);
        target = behind_links(path);
        struct stat old{};
        if (::stat(target.c_str(), &old) != 0) return errno == ENOENT ? begin_aside(nullptr) : fail(errno);
        if (S_ISDIR(old.st_mode)) return fail(EISDIR);
        if (!S_ISREG(old.st_mode)) return begin_directly(target.string());
        if (!may_be_written(target, old)) return fail(EACCES);
        begin_aside(&old);
    }
    State() = default;
    ~State() {
        if (file >= 0) ::close(file);
        if (!aside.empty()) ::unlink(aside.c_str());
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void fail(int number) { error = number; }

    void begin_directly(const std::string& path) {
        directly = true;
        file = open_directly(path);
        if (file < 0) fail(errno);
    }

    void begin_aside(const struct stat* old) {
        file = open_nameless(target);
        if (file < 0) {
            file = with_name_aside(target, aside,
                                   [](const char* name) { return ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); });
            if (file < 0) {
                fail(errno);
                aside.clear();
            }
        }
        if (file >= 0 && old != nullptr) keep_owner_and_mode(file, *old);
    }

    void flush() {
        if (error == 0) fail(write_all(file, buffer));
        buffer.clear();
    }

    /// Gives a nameless file a name beside the target.
    void name_it() {
        const std::string nameless = open_file_by_number(file);
        const int named = with_name_aside(target, aside, [&](const char* name) {
            return ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
        });
        if (named == 0) return;
        fail(errno);
        aside.clear();
    }

    void finish() {
        flush();
        if (error == 0 && !directly && ::fsync(file) != 0) fail(errno);
        if (error == 0 && !directly && aside.empty()) name_it();
        if (file >= 0 && ::close(std::exchange(file, -1)) != 0 && error == 0) fail(errno);
        if (error != 0 || directly) return;
        if (std::rename(aside.c_str(), target.c_str()) != 0) return fail(errno);
        aside.clear();
    }
};

FileWriter::FileWriter(const std::string& path) : state_(std::make_unique<State>()) {
    state_->begin(path);
}
FileWriter::~FileWriter() = default;
FileWriter::FileWriter(FileWriter&&) noexcept = default;
FileWriter& FileWriter::operator=(FileWriter&&) noexcept = default;

bool FileWriter::write(std::string_view content) {
    if (state_->error != 0) return false;
    state_->buffer += content;
    if (state_->buffer.size() >= buffered) state_->flush();
    return state_->error == 0;
}

std::optional<std::string> FileWriter::finish() {
    state_->finish();
    if (state_->error == 0) return std::nullopt;
    return std::generic_category().message(state_->error);
}

std::optional<std::string> write_file(const std::string& path, const std::string& content) {
    FileWriter file(path);
    file.write(content);
    return file.finish();
}

}  // namespace provenu::output
