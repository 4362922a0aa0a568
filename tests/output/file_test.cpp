#include "provenu/output/file.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;
using provenu::output::write_file;

namespace {

/// A folder of its own that goes with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("provenu-file-test-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file is written whole, replaces an old one, keeps its mode and leaves nothing beside it") {
    const Folder folder;
    const std::string path = folder.file("ud.csv");
    REQUIRE_FALSE(write_file(path, "gammel"));
    ::chmod(path.c_str(), 0640);
    const std::string large(3'000'000, 'x');
    REQUIRE_FALSE(write_file(path, large));
    CHECK(content(path) == large);
    CHECK((fs::status(path).permissions() & fs::perms::mask) == fs::perms(0640));
    CHECK(folder.count() == 1);
}

TEST_CASE("a new file gets the mode that the user's mask leaves") {
    const Folder folder;
    const mode_t mask = ::umask(027);
    REQUIRE_FALSE(write_file(folder.file("ny.csv"), "x"));
    ::umask(mask);
    CHECK((fs::status(folder.file("ny.csv")).permissions() & fs::perms::mask) == fs::perms(0640));
}

TEST_CASE("a folder, a folder that is not there, and a file that nobody may write to are the system's errors") {
    const Folder folder;
    CHECK(write_file(folder.path.string(), "x") == "Is a directory");
    CHECK(write_file(folder.file("mangler/ud.csv"), "x") == "No such file or directory");
    REQUIRE_FALSE(write_file(folder.file("låst.csv"), "gammel"));
    CHECK(write_file(folder.file("låst.csv") + "/ud.csv", "x") == "Not a directory");
    ::chmod(folder.file("låst.csv").c_str(), 0444);
    CHECK(write_file(folder.file("låst.csv"), "ny") == "Permission denied");
    CHECK(content(folder.file("låst.csv")) == "gammel");
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is the system's error") {
    CHECK(write_file("/dev/full", "x") == "No space left on device");
    const Folder folder;
    fs::create_symlink("/dev/full", folder.file("fuld"));
    CHECK(write_file(folder.file("fuld"), "x") == "No space left on device");
}

TEST_CASE("a write that breaks off leaves the old file whole and nothing beside it") {
    const Folder folder;
    REQUIRE_FALSE(write_file(folder.file("ud.csv"), "gammel"));
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{1000, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto problem = write_file(folder.file("ud.csv"), std::string(5000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(problem == "File too large");
    CHECK(content(folder.file("ud.csv")) == "gammel");
    CHECK(folder.count() == 1);
}

TEST_CASE("a symbolic link is written through, to a file that is there or not yet, and stays a link") {
    const Folder folder;
    fs::create_symlink("mål.csv", folder.file("led"));
    fs::create_symlink("led", folder.file("ledled"));
    for (const std::string text : {"første", "anden"}) {
        REQUIRE_FALSE(write_file(folder.file("ledled"), text));
        CHECK(content(folder.file("mål.csv")) == text);
        CHECK(fs::is_symlink(folder.file("led")));
        CHECK(folder.count() == 3);
    }
}

TEST_CASE("a file in a folder of devices is a file") {
    const std::string path = "/dev/shm/provenu-file-test-" + std::to_string(::getpid());
    REQUIRE_FALSE(write_file(path, "longer than what comes after"));
    REQUIRE_FALSE(write_file(path, "short"));
    CHECK(content(path) == "short");
    fs::remove(path);
    CHECK_FALSE(write_file("/dev/null", "x"));
}

TEST_CASE("links that go round are the system's error") {
    const Folder folder;
    fs::create_symlink("b", folder.file("a"));
    fs::create_symlink("a", folder.file("b"));
    CHECK(write_file(folder.file("a"), "x") == "Too many levels of symbolic links");
}

TEST_CASE("an empty path and an endless name are the system's errors") {
    CHECK(write_file("", "x") == "No such file or directory");
    const Folder folder;
    CHECK(write_file(folder.file(std::string(300, 'a')), "x") == "File name too long");
    CHECK_FALSE(write_file(folder.file(std::string(255, 'a')), "x"));
}

TEST_CASE("A file written piece by piece takes its name when it is whole; given up, the old one stays and nothing is beside it") {
    const Folder folder;
    const std::string path = folder.file("traek.csv");
    REQUIRE_FALSE(write_file(path, "gammel"));
    {
        provenu::output::FileWriter file(path);
        for (int line = 0; line < 100'000; ++line) CHECK(file.write("1;2;3\n"));
        CHECK(content(path) == "gammel");
        CHECK(folder.count() == 1);
    }
    CHECK(content(path) == "gammel");
    CHECK(folder.count() == 1);
    provenu::output::FileWriter file(path);
    file.write("ny");
    REQUIRE_FALSE(file.finish());
    CHECK(content(path) == "ny");
    CHECK(folder.count() == 1);
}
