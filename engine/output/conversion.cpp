#include "output/conversion.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "output/held_signals.hpp"
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
        const fs::path parent = fs::temp_directory_path(error);
        std::string name = error ? "" : (fs::absolute(parent, error) / "provenu-XXXXXX").string();
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

/// How the program is started: in the folder, which is also where it keeps what it needs for a while; with nothing to read, what
/// it says kept in a file, what it starts in one group with it, and no signal held back from it or ignored.
class Start {
 public:
    Start(const fs::path& folder, const HeldSignals& held) : environment_{temporary + folder.string()} {
        for (char** named = environ; *named != nullptr; ++named)
            if (!std::string_view(*named).starts_with(temporary)) environment_.emplace_back(*named);
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, (folder / words_of_program).c_str(),
                                           O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
        ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigmask(&attributes_, &held.before());
        sigset_t pipe{};
        ::sigemptyset(&pipe);
        ::sigaddset(&pipe, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&attributes_, &pipe);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Start() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&actions_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    /// The number of the error, or 0.
    int run(std::vector<std::string> words, pid_t& process) {
        return ::posix_spawnp(&process, words.front().c_str(), &actions_, &attributes_, listed(words).data(),
                              listed(environment_).data());
    }

 private:
    static constexpr const char* temporary = "TMPDIR=";

    /// As C takes them: pointers, and null after the last.
    static std::vector<char*> listed(std::vector<std::string>& words) {
        std::vector<char*> list;
        for (std::string& word : words) list.push_back(word.data());
        list.push_back(nullptr);
        return list;
    }

    std::vector<std::string> environment_;
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// What the process ended with; none if it was not done in time, or this one is to end, and it had to be ended.
std::optional<int> wait_for(pid_t process, std::chrono::seconds at_most, HeldSignals& held) {
    using std::chrono::milliseconds;
    const auto end = std::chrono::steady_clock::now() + at_most;
    int status = 0;
    for (milliseconds nap{1};; nap = std::min(2 * nap, milliseconds{50})) {
        const pid_t done = ::waitpid(process, &status, WNOHANG);
        if (done == process) return status;
        if (done < 0 && errno != EINTR) return 0;  // who ignores the end of what it starts does not learn how it ended
        if (std::chrono::steady_clock::now() >= end || held.caught()) break;
        held.wait(nap);
    }
    ::kill(-process, SIGKILL);
    ::waitpid(process, &status, 0);
    return std::nullopt;
}

/// `file:///tmp/m%C3%B8de`
std::string url_of(const fs::path& folder) {
    std::string url = "file://";
    for (const char letter : folder.string()) {
        constexpr std::string_view plain = "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(letter);
        if (plain.find(letter) != std::string_view::npos)
            url += letter;
        else
            url.append({'%', digits[byte / 16], digits[byte % 16]});
    }
    return url;
}

std::vector<std::string> command_line(const Conversion& conversion, const std::string& url) {
    constexpr std::string_view placeholder = "{url}";
    std::vector<std::string> words{conversion.program};
    for (std::string word : conversion.arguments) {
        for (std::size_t at = 0; (at = word.find(placeholder, at)) != std::string::npos; at += url.size())
            word.replace(at, placeholder.size(), url);
        words.push_back(std::move(word));
    }
    return words;
}

/// The last line that the program wrote, for the message.
std::string last_words(const fs::path& folder) {
    constexpr std::streamoff enough = 4096;
    std::ifstream file(folder / words_of_program, std::ios::binary | std::ios::ate);
    file.seekg(-std::min<std::streamoff>(file.tellg(), enough), std::ios::end);
    std::string said(std::istreambuf_iterator<char>(file), {});
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
    HeldSignals held;
    const Workplace place;
    if (place.error() != 0) return no_folder(conversion, place.error());
    if (!(std::ofstream(place.folder() / conversion.input, std::ios::binary) << bytes).flush())
        return no_folder(conversion, errno);
    pid_t process = 0;
    const int error = Start(place.folder(), held).run(command_line(conversion, url_of(place.folder())), process);
    if (error == ENOENT) return failure(conversion, "P970");
    if (error != 0) return failure(conversion, "P971", {{"why", std::generic_category().message(error)}});
    const auto status = wait_for(process, conversion.at_most, held);
    if (held.caught()) return failure(conversion, "P972", {{"said", ::sigdescr_np(*held.caught())}});
    if (!status) return failure(conversion, "P973", {{"seconds", std::to_string(conversion.at_most.count())}});
    auto made = read(place.folder() / conversion.output);
    if (*status == 0 && made && !made->empty()) return {std::move(made), {}};
    const std::string said = last_words(place.folder());
    const bool silent = said.empty();
    return failure(conversion, "P972", {{"said", silent ? "conversion.silent" : said, silent}});
}

}  // namespace provenu::output
