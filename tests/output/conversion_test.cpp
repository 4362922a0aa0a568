#include "output/conversion.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "provenu/wording/catalogue.hpp"

using namespace provenu;
using output::Conversion;

namespace {

/// A program of the shell's, as any converter would be started.
Conversion script(const std::string& commands) {
    return {"sh", "dash", {"-c", commands, "converter", "{folder}"}, "in.txt", "out.txt"};
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
    const auto folder = output::convert(script("test \"$PWD\" -ef \"$1\" && printf %s \"$1\" > out.txt"), "").value;
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
