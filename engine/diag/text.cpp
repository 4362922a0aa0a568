#include "provenu/diag/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>

#include "provenu/diag/utf8.hpp"

namespace provenu::diag {
namespace {

Place whole_file(const std::string& path) {
    return {std::make_shared<Source>(Source{path, {}}), 0, 0, 1};
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// At most one byte more than the largest file; the error of the operating system where reading fails.
struct Bytes {
    std::string text;
    int error = 0;
};

Bytes bytes_of(const std::string& path) {
    errno = 0;
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return {{}, errno};
    Bytes bytes;
    constexpr std::size_t most = largest_file + 1;
    std::size_t block = 1u << 16;
    while (bytes.text.size() < most) {
        const std::size_t old = bytes.text.size();
        bytes.text.resize(std::min(most, old + block));
        const std::size_t got = std::fread(bytes.text.data() + old, 1, bytes.text.size() - old, file.get());
        bytes.text.resize(old + got);
        if (got == 0) break;
        block = std::min(block * 2, most);
    }
    if (std::ferror(file.get()) != 0) bytes.error = errno != 0 ? errno : EIO;
    return bytes;
}

/// Where the file is none, or a folder, that is said; the operating system's word for anything else.
std::string code_of(int error) {
    if (error == ENOENT || error == ENOTDIR) return "P102";
    return error == EISDIR ? "P109" : "P101";
}

/// Workbooks and other zip archives, PDF, old Office files, programs.
bool looks_binary(std::string_view bytes) {
    for (const std::string_view beginning : {"PK\x03\x04", "%PDF-", "\xD0\xCF\x11\xE0",
                                             "\x7F"
                                             "ELF"}) {
        if (bytes.starts_with(beginning)) return true;
    }
    return bytes.find('\0') != std::string_view::npos;
}

bool looks_like_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    if (bytes.size() < 4) return false;
    const auto is_null = [&](std::size_t i) { return bytes[i] == '\0'; };
    return is_null(0) != is_null(1) && is_null(0) == is_null(2) && is_null(1) == is_null(3);
}

/// Longer lines are no author's; yaml-cpp keeps a whole line of a bracket in memory.
constexpr std::size_t longest_line = 100'000;

/// The number of the first line with more bytes than that; 0 for none.
int overlong_line(std::string_view text) {
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > longest_line) return line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}

struct BadCharacter {
    int line = 1;
    int column = 1;
    std::string_view code;
    std::string shown;
};

std::optional<BadCharacter> first_bad(std::string_view bytes) {
    BadCharacter here;
    while (!bytes.empty()) {
        const auto character = first_character(bytes);
        const bool newline = character.code_point == '\n';
        const bool carriage_return = bytes.starts_with("\r\n");
        if (!character.valid) {
            return BadCharacter{here.line, here.column, "P106", fmt::format("0x{:02X}", static_cast<unsigned char>(bytes[0]))};
        }
        if (!newline && !carriage_return && is_control(character.code_point)) {
            return BadCharacter{here.line, here.column, "P107",
                                fmt::format("U+{:04X}", static_cast<unsigned>(character.code_point))};
        }
        here.line += newline ? 1 : 0;
        here.column = newline ? 1 : here.column + 1;
        bytes.remove_prefix(character.length);
    }
    return {};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> read_bytes(const std::string& path, const Place& asked, Diagnostics& found) {
    const Place place = asked.source ? asked : whole_file(path);
    Bytes bytes = bytes_of(path);
    if (bytes.error != 0) {
        found.error(code_of(bytes.error), place, {{"path", path}, {"reason", std::generic_category().message(bytes.error)}});
        return {};
    }
    if (bytes.text.size() > largest_file) {
        found.error("P103", place, {{"path", path}, {"limit", std::to_string(largest_file >> 20)}});
        return {};
    }
    return std::move(bytes.text);
}

SourcePointer load(const std::string& path, const Place& asked, Diagnostics& found) {
    auto bytes = read_bytes(path, asked, found);
    return bytes ? as_text(std::move(*bytes), path, found) : nullptr;
}

SourcePointer as_text(std::string bytes, const std::string& path, Diagnostics& found) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (bytes.size() > largest_file) {
        found.error("P103", whole_file(path), {{"path", path}, {"limit", std::to_string(largest_file >> 20)}});
        return nullptr;
    }
    if (looks_like_utf16(bytes)) {
        found.error("P105", whole_file(path));
        return nullptr;
    }
    if (looks_binary(bytes)) {
        found.error("P130", whole_file(path));
        return nullptr;
    }
    if (const auto bad = first_bad(bytes)) {
        auto source = std::make_shared<Source>(Source{path, std::move(bytes)});
        found.error(std::string(bad->code), Place{std::move(source), bad->line, bad->column, 1}, {{"character", bad->shown}});
        return nullptr;
    }
    if (const int line = overlong_line(bytes)) {
        auto source = std::make_shared<Source>(Source{path, std::move(bytes)});
        found.error("P108", Place{std::move(source), line, 1, 1}, {{"limit", std::to_string(longest_line)}});
        return nullptr;
    }
    if (is_blank(bytes)) {
        found.error("P104", whole_file(path));
        return nullptr;
    }
    return std::make_shared<Source>(Source{path, std::move(bytes)});
}

}  // namespace provenu::diag
