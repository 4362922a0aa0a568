#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "output/quoting.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {

std::string json_quoted(const std::string& text) {
    return nlohmann::ordered_json(text).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

namespace {

using report::Data;

/// The shortest digits that bring the number back, always recognisable as a decimal number: `-7200.0`, `0.0`, `1e+25`.
std::string digits(double number) {
    if (!std::isfinite(number)) return "null";
    if (number == 0) return "0.0";
    std::array<char, 48> buffer{};
    const bool plain = std::abs(number) >= 1e-6 && std::abs(number) < 1e15;  // 100000.0, not 1e+05
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format);
    std::string written(buffer.data(), end);
    if (written.find_first_of(".e") == std::string::npos) written += ".0";
    return written;
}

bool is_nested(const Data& data) {
    return std::holds_alternative<Data::List>(data.value) || std::holds_alternative<Data::Object>(data.value);
}

bool fits_one_line(const Data::List& list) {
    for (const Data& item : list)
        if (is_nested(item) || std::holds_alternative<std::string>(item.value)) return false;
    return true;
}

/// Appends data as JSON; nested lines stand `depth` steps in.
struct Writer {
    std::string& out;
    int depth = 0;

    void new_line(int steps) const { out.append("\n").append(static_cast<std::size_t>(steps) * 2, ' '); }

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(std::int64_t number) const { out += std::to_string(number); }
    void operator()(double number) const { out += digits(number); }
    void operator()(const std::string& text) const { out += json_quoted(text); }

    void operator()(const Data::List& list) const {
        const bool one_line = fits_one_line(list);
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0) out += one_line ? ", " : ",";
            if (!one_line) new_line(depth + 1);
            std::visit(Writer{out, depth + 1}, list[i].value);
        }
        if (!one_line) new_line(depth);
        out += ']';
    }

    void operator()(const Data::Object& object) const {
        out += '{';
        for (std::size_t i = 0; i < object.size(); ++i) {
            if (i > 0) out += ',';
            new_line(depth + 1);
            out += json_quoted(object[i].first) + ": ";
            std::visit(Writer{out, depth + 1}, object[i].second.value);
        }
        if (!object.empty()) new_line(depth);
        out += '}';
    }
};

}  // namespace

std::string json(const report::Data& data) {
    std::string out;
    std::visit(Writer{out}, data.value);
    return out + "\n";
}

}  // namespace provenu::output
