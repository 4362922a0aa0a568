#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
    const fs::path path = fs::temp_directory_path() / ("provenu-text-" + std::to_string(getpid()));
    fs::create_directories(path);
    return path;
}

std::string code_of(const std::string& path) {
    const auto found = read_proposal(path).diagnostics.sorted();
    return found.empty() ? "" : found.front().code;
}

TEST_CASE("A path that cannot be read is named with the system's reason") {
    CHECK(shown(read_proposal("no/such.yaml").diagnostics) ==
          "no/such.yaml: error P101: cannot read no/such.yaml: No such file or directory\n"
          "   hint: check the path and the rights to it\n");
    CHECK(shown(read_proposal("/").diagnostics).find("cannot read /: Is a directory") != std::string::npos);
}

TEST_CASE("A file without end is refused after 16 MB") {
    CHECK(code_of("/dev/zero") == "P103");
}

TEST_CASE("A file of one byte more than 16 MB is refused, one of 16 MB is looked into") {
    const auto path = folder() / "large.yaml";
    std::ofstream(path) << std::string(16u << 20, '\n') << 'x';
    CHECK(code_of(path) == "P103");
    std::ofstream(path) << std::string(16u << 20, '\n');
    CHECK(code_of(path) == "P104");
    fs::remove(path);
}

TEST_CASE("A named pipe is read like a file") {
    const auto path = folder() / "pipe";
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    std::jthread writer([&] { std::ofstream(path) << heading + one_line; });
    CHECK(read_proposal(path).ok());
    fs::remove(path);
}

TEST_CASE("A byte order mark and CRLF are read as if they were not there") {
    std::string text = heading + one_line;
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto result = read_proposal_text(windows, "school.yaml");
    REQUIRE(result.ok());
    CHECK(result.value->title.danish == "School");
    CHECK(findings("\xEF\xBB\xBFkind: proposal\r\nformat: 2\r\n").back() == "2:9 P323");
}

TEST_CASE("Bytes that are no text are found at the first of them") {
    using Case = std::pair<std::string, Findings>;
    const auto each = GENERATE(values<Case>({
        {"", {"0:0 P104"}},
        {" \r\n\n", {"0:0 P104"}},
        {"# nothing but a comment\n", {"0:0 P104"}},
        {std::string("k\0i\0n\0d\0", 8), {"0:0 P105"}},
        {"\xFF\xFEk", {"0:0 P105"}},
        {"title: B\xF8rn\n", {"1:9 P106"}},
        {"title: \xC3\xB8\xE6\n", {"1:9 P106"}},  // columns count characters
        {"a: \xC0\xAF\n", {"1:4 P106"}},          // overlong
        {"a: \xED\xA0\x80\n", {"1:4 P106"}},      // surrogate
        {"a: \xF4\x90\x80\x80\n", {"1:4 P106"}},  // over U+10FFFF
        {"a: \xC3", {"1:4 P106"}},                // cut off
        {"a: 1\nb: \x01\n", {"2:4 P107"}},
        {"a: \x7F\n", {"1:4 P107"}},
        {"a: 1\rb: 2\n", {"1:5 P107"}},        // a lone carriage return
        {"a: \xE2\x80\xA8\n", {"1:4 P107"}},   // line separator
        {"a: x\xEF\xBB\xBF\n", {"1:5 P107"}},  // byte order mark inside
        {std::string("\x7F"
                     "ELF\0\0\0",
                     7),
         {"1:1 P107"}},
        {"a: 1\nb: " + std::string(100'001, 'x'), {"2:1 P108"}},
    }));
    CHECK(findings(each.first) == each.second);
}

TEST_CASE("A Latin-1 file is told to be saved as UTF-8") {
    const auto text = shown(read_proposal_text("title: B\xF8rn\n", "school.yaml").diagnostics);
    CHECK(text.find("1:9: error P106: the byte 0xF8 is not UTF-8") != std::string::npos);
    CHECK(text.find("hint: save the file as UTF-8") != std::string::npos);
}

}  // namespace
}  // namespace provenu::input
