#include "output/conversion.hpp"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "provenu/wording/catalogue.hpp"

using namespace provenu;
using output::Conversion;

namespace {

/// A program of the shell's, as any converter would be started.
Conversion script(const std::string& commands) {
    return {"sh", "dash", {"-c", commands, "converter", "{url}"}, "in.txt", "out.txt"};
}

std::string words_of(const diag::Result<std::string>& result) {
    const auto sorted = result.diagnostics.sorted();
    return sorted.empty() ? "" : sorted.front().code + ": " + wording::words(wording::Language::english, sorted.front()).message;
}

}  // namespace

TEST_CASE("a converter is given the bytes in a file and its output comes back, byte for byte") {
    const std::string bytes{"a\0b\n\xFF", 5};
    CHECK(output::convert(script("cat in.txt in.txt > out.txt"), bytes).value == bytes + bytes);
}

TEST_CASE("a converter runs in a folder of its own, which is gone afterwards") {
    const auto folder = output::convert(script("test \"file://$PWD\" = \"$1\" && printf %s \"$PWD\" > out.txt"), "").value;
    REQUIRE(folder.has_value());
    CHECK(output::convert(script("test -e " + *folder + " && echo there > out.txt || echo gone > out.txt"), "").value ==
          "gone\n");
}

TEST_CASE("no word given to a converter is read by a shell") {
    Conversion echo{"printf", "coreutils", {"%s", "$(touch out.txt); `touch out.txt`"}, "in.txt", "out.txt"};
    CHECK(words_of(output::convert(echo, "")) == "P972: printf has not made the file: $(touch out.txt); `touch out.txt`");
}

TEST_CASE("a converter that is missing, fails, makes nothing or does not end is named") {
    Conversion missing{"no-such-converter", "converters", {}, "in.txt", "out.txt"};
    CHECK(words_of(output::convert(missing, "")) == "P970: no-such-converter, which makes this kind of file, is not installed");
    CHECK(words_of(output::convert(script("echo first; echo the paper is jammed >&2; exit 4"), "")) ==
          "P972: sh has not made the file: the paper is jammed");
    CHECK(words_of(output::convert(script("true"), "")) == "P972: sh has not made the file: it does not say why");
    Conversion endless = script("sleep 60");
    endless.at_most = std::chrono::seconds{0};
    CHECK(words_of(output::convert(endless, "")) == "P973: sh was not done after 0 seconds and has been stopped");
}

TEST_CASE("asked to end, a process ends its converter first and leaves no folder") {
    static volatile std::sig_atomic_t asked = 0;
    struct sigaction note{};
    struct sigaction before{};
    note.sa_handler = [](int signal) { asked = signal; };
    ::sigaction(SIGTERM, &note, &before);
    const auto ended = output::convert(script("kill -TERM $PPID; exec sleep 60"), "");
    ::sigaction(SIGTERM, &before, nullptr);
    CHECK(asked == SIGTERM);
    CHECK(words_of(ended) == "P972: sh has not made the file: Terminated");
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("a folder with letters of any kind in its path is told to a converter as an URL") {
    const auto parent = std::filesystem::temp_directory_path() / "m\u00F8de 1 %";
    std::filesystem::create_directories(parent);
    const char* named = std::getenv("TMPDIR");
    const std::optional<std::string> before = named == nullptr ? std::nullopt : std::optional<std::string>(named);
    ::setenv("TMPDIR", parent.c_str(), 1);
    const auto url = output::convert(script("printf %s \"$1\" > out.txt"), "").value;
    before ? ::setenv("TMPDIR", before->c_str(), 1) : ::unsetenv("TMPDIR");
    CHECK(std::filesystem::is_empty(parent));
    std::filesystem::remove(parent);
    CHECK_THAT(url.value_or(""),
               Catch::Matchers::StartsWith("file:///") && Catch::Matchers::Contains("/m%C3%B8de%201%20%25/provenu-"));
}
