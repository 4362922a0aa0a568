#include "embedded/catalogue.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "provenu/diag/bug.hpp"
#include "provenu/wording/catalogue.hpp"
#include "wording/entries.hpp"
#include "wording/placeholders.hpp"

using namespace provenu;
using namespace provenu::wording;

namespace {

using Found = std::map<std::string, std::vector<std::string>>;  // key -> its texts

Found all_entries(const std::string& ending) {
    Found found;
    for (const auto& file : embedded::catalogue::files()) {
        if (!file.name.ends_with(ending)) continue;
        for (const auto& [key, text] : entries(file.text)) found[std::string(key)].push_back(text);
    }
    return found;
}

bool is_code(const std::string& key) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return key.size() == 4 && key[0] == 'P' && std::all_of(key.begin() + 1, key.end(), is_digit);
}

diag::Diagnostic finding(const std::string& code, std::vector<diag::Argument> arguments) {
    return {diag::Severity::error, code, {}, std::move(arguments)};
}

}  // namespace

TEST_CASE("every catalogue file is written in both languages") {
    std::set<std::string> names;
    for (const auto& file : embedded::catalogue::files()) names.insert(std::string(file.name));
    REQUIRE(names.size() >= 2);
    for (const auto& name : names) {
        CAPTURE(name);
        const std::string stem = name.substr(0, name.size() - std::string(".da.txt").size());
        CHECK(names.count(stem + ".da.txt") == 1);
        CHECK(names.count(stem + ".en.txt") == 1);
    }
}

TEST_CASE("both languages have the same keys, each once, with the same placeholders") {
    const Found danish = all_entries(".da.txt");
    const Found english = all_entries(".en.txt");
    CHECK(keys(Language::danish) == keys(Language::english));
    for (const auto& [key, texts] : danish) {
        CAPTURE(key, texts);
        CHECK(texts.size() == 1);
        const auto other = english.find(key);
        if (other == english.end()) continue;  // reported above
        CAPTURE(other->second);
        CHECK(other->second.size() == 1);
        CHECK(placeholders(texts[0]) == placeholders(other->second[0]));
    }
}

TEST_CASE("every hint belongs to a code") {
    for (const auto& key : keys(Language::english)) {
        CAPTURE(key);
        const auto dot = key.find('.');
        const std::string stem = key.substr(0, dot);
        if (!is_code(stem)) continue;
        CHECK((dot == std::string::npos || key.substr(dot) == ".hint"));
        CHECK(has_text(Language::english, stem));
    }
}

TEST_CASE("a text is filled with its arguments, in the reader's language") {
    CHECK(text(Language::danish, "yes") == "ja");
    CHECK(text(Language::english, "yes") == "yes");
    CHECK(has_text(Language::danish, "yes"));
    CHECK_FALSE(has_text(Language::danish, "nothing of the kind"));
}

TEST_CASE("a finding becomes a message and a hint") {
    const auto found = words(Language::english, finding("P401", {{"text", "1.234"}, {"whole", "1234"}, {"decimal", "1.2340"}}));
    CHECK(found.message == "1.234 reads in two ways: 1234 or 1.2340");
    CHECK(found.hint == "write 1234 or 1.2340");
}

TEST_CASE("an argument may be a key, which the reader sees in their language") {
    const std::vector<diag::Argument> arguments{{"text", "yes", true}};
    CHECK(words(Language::danish, finding("P405", arguments)).message.find("ja") == 0);
}

TEST_CASE("an argument may be put together from keys, as a unit is") {
    const std::vector<diag::Argument> arguments{{"unit", "{unit.money}/{table.dimension.fte}", true}};
    CHECK(words(Language::danish, finding("P427", arguments)).message.find("kr./årsværk") != std::string::npos);
    CHECK(words(Language::english, finding("P427", arguments)).message.find("kr./FTE") != std::string::npos);
}

TEST_CASE("a hint whose argument was not given is left out") {
    CHECK(words(Language::english, finding("P420", {{"name", "sum"}})).hint.empty());
    CHECK_FALSE(words(Language::english, finding("P420", {{"name", "sum"}, {"nearest", "sums"}})).hint.empty());
}

TEST_CASE("a missing text or argument is a bug") {
    CHECK_THROWS_WITH(text(Language::danish, "nothing"), Catch::EndsWith("no text nothing"));
    CHECK_THROWS_WITH(text(Language::english, "P405"), Catch::EndsWith("text P405 lacks {text}"));
}

TEST_CASE("what an author wrote is never taken for a placeholder") {
    CHECK(text(Language::english, "P405", {{"text", "{text}{other}"}}).find("{text}{other}") == 0);
}

TEST_CASE("a catalogue has comments, empty lines, line ends and texts with equals signs") {
    const auto found = entries("# comment\n\na.b = one = two \n  P203.hint =  x\\ny\r\nlast = {pert: [70%]}");
    REQUIRE(found.size() == 3);
    CHECK(found[0].key == "a.b");
    CHECK(found[0].text == "one = two");
    CHECK(found[1].key == "P203.hint");
    CHECK(found[1].text == "x\ny");
    CHECK(found[2].text == "{pert: [70%]}");
    CHECK_THROWS_AS(entries("no equals sign"), diag::Bug);
    CHECK_THROWS_AS(entries("two words = x"), diag::Bug);
    CHECK_THROWS_AS(entries("empty ="), diag::Bug);
}

TEST_CASE("only names in braces are placeholders") {
    CHECK(placeholders("{b} and {a_1} and {b}") == std::vector<std::string_view>{"a_1", "b"});
    CHECK(placeholders("{pert: [70%]} {} {A} { a } {a").empty());
    CHECK(placeholders("{{a}}") == std::vector<std::string_view>{"a"});
}
