#include "output/conversion.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "output/lettering.hpp"

namespace provenu::output {
namespace {

namespace fs = std::filesystem;

constexpr const char* words_of_program = ".said";  // what it writes to standard output and standard error

/// A folder nobody else may look into, gone with everything in it at the end.
class Workplace {
 public:
    Workplace() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "provenu-XXXXXX").string();
        if (!error && ::mkdtemp(name.data()) != nullptr)
            folder_ = name;
        else
            error_ = error ? error.value() : errno;
    }
    ~Workplace() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    [[nodiscard]] const fs::path& folder() const { return folder_; }
    /// The number of the error, or 0.
    [[nodiscard]] int error() const { return error_; }

 private:
    fs::path folder_;
    int error_ = 0;
};

std::optional<std::string> read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// How the program is started: in the folder, with nothing to read, what it says kept in a file, and what it starts in one group
/// with it.
class Start {
 public:
    explicit Start(const fs::path& folder) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, (folder / words_of_program).c_str(),
                                           O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
        ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    }
    ~Start() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&actions_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    /// The number of the error, or 0.
    int run(std::vector<std::string> words, pid_t& process) {
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        return ::posix_spawnp(&process, arguments.front(), &actions_, &attributes_, arguments.data(), environ);
    }

 private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// What the process ended with; none if it was not done in time and had to be ended.
std::optional<int> wait_for(pid_t process, std::chrono::seconds at_most) {
    const auto end = std::chrono::steady_clock::now() + at_most;
    int status = 0;
    for (std::chrono::milliseconds nap{1};; nap = std::min(2 * nap, std::chrono::milliseconds{50})) {
        const pid_t done = ::waitpid(process, &status, WNOHANG);
        if (done == process) return status;
        if (done < 0 && errno != EINTR) return -1;
        if (std::chrono::steady_clock::now() >= end) break;
        std::this_thread::sleep_for(nap);
    }
    ::kill(-process, SIGKILL);
    ::waitpid(process, &status, 0);
    return std::nullopt;
}

std::vector<std::string> command_line(const Conversion& conversion, const std::string& folder) {
    constexpr std::string_view placeholder = "{folder}";
    std::vector<std::string> words{conversion.program};
    for (std::string word : conversion.arguments) {
        for (std::size_t at = 0; (at = word.find(placeholder, at)) != std::string::npos; at += folder.size())
            word.replace(at, placeholder.size(), folder);
        words.push_back(std::move(word));
    }
    return words;
}

/// The last line that the program wrote, for the message.
std::string last_words(const fs::path& folder) {
    std::string said = read(folder / words_of_program).value_or("");
    said.erase(said.find_last_not_of(" \n\r\t") + 1);
    return on_one_line(said.substr(said.find_last_of('\n') + 1));
}

diag::Result<std::string> failure(const Conversion& conversion, std::string code, std::vector<diag::Argument> arguments = {}) {
    diag::Result<std::string> result;
    arguments.push_back({"program", conversion.program});
    arguments.push_back({"package", conversion.package});
    result.diagnostics.error(std::move(code), {}, std::move(arguments));
    return result;
}

diag::Result<std::string> no_folder(const Conversion& conversion, int error) {
    return failure(conversion, "P974", {{"why", std::generic_category().message(error)}});
}

}  // namespace

diag::Result<std::string> convert(const Conversion& conversion, const std::string& bytes) {
    const Workplace place;
    if (place.error() != 0) return no_folder(conversion, place.error());
    if (!(std::ofstream(place.folder() / conversion.input, std::ios::binary) << bytes).flush())
        return no_folder(conversion, errno);
    pid_t process = 0;
    const int error = Start(place.folder()).run(command_line(conversion, place.folder().string()), process);
    if (error == ENOENT) return failure(conversion, "P970");
    if (error != 0) return failure(conversion, "P971", {{"why", std::generic_category().message(error)}});
    const auto status = wait_for(process, conversion.at_most);
    if (!status) return failure(conversion, "P973", {{"seconds", std::to_string(conversion.at_most.count())}});
    auto made = read(place.folder() / conversion.output);
    if (*status == 0 && made && !made->empty()) return {std::move(made), {}};
    const std::string said = last_words(place.folder());
    const bool silent = said.empty();
    return failure(conversion, "P972", {{"said", silent ? "conversion.silent" : said, silent}});
}

}  // namespace provenu::output
