#include "provenu/output/long_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "output/quoting.hpp"

namespace provenu::output {
namespace {

using Kind = LongTable::Kind;

/// The shortest digits that bring the number back.
class Digits {
 public:
    explicit Digits(double number) {
        const auto written = std::to_chars(room_.data(), room_.data() + room_.size(), number + 0.0);
        length_ = static_cast<std::size_t>(written.ptr - room_.data());
    }
    Digits(double number, char decimal) : Digits(number) { std::replace(room_.data(), room_.data() + length_, '.', decimal); }
    [[nodiscard]] std::string_view text() const { return {room_.data(), length_}; }

 private:
    std::array<char, 40> room_{};
    std::size_t length_ = 0;
};

void add(std::string& line, double value, Kind kind, const CsvDialect& dialect) {
    if (kind == Kind::years && std::isinf(value)) {
        line += value > 0 ? "never" : "at-once";
        return;
    }
    line += Digits(kind == Kind::share ? 100 * value : value, dialect.decimal).text();
    if (kind == Kind::share) line += '%';
}

std::string head_of(const SipLibrary& library) {
    std::string head = "{\n  \"name\": " + json_quoted(library.name) +
                       ",\n  \"objectType\": \"sipModel\",\n  \"libraryType\": \"SIPmath_3_0\",\n";
    if (!library.date.empty()) head += "  \"dateCreated\": " + json_quoted(library.date) + ",\n";
    head += "  \"provenance\": " + json_quoted(library.provenance) +
            ",\n  \"version\": \"1\",\n  \"U01\": {\n    \"rng\": [\n      {\"name\": \"indexRng\", \"function\": \"Index\", "
            "\"arguments\": {\"counter\": \"PM_Index\"}}\n    ]\n  },\n  \"sips\": [";
    return head;
}

}  // namespace

void write_csv(FileWriter& file, const LongTable& table, const CsvDialect& dialect) {
    std::string line = dialect.byte_order_mark ? "\xEF\xBB\xBF" : "";
    line += table.counter;
    for (const LongTable::Column& column : table.columns) line += dialect.separator + column.heading;
    file.write(line + "\n");
    std::uint64_t number = 0;
    table.read([&](std::span<const double* const> columns, int rows) {
        for (int row = 0; row < rows; ++row) {
            line = std::to_string(++number);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                line += dialect.separator;
                add(line, columns[i][row], table.columns[i].kind, dialect);
            }
            line += '\n';
            if (!file.write(line)) return false;
        }
        return true;
    });
}

void write_sipmath(FileWriter& file, const LongTable& table, const SipLibrary& library) {
    file.write(head_of(library));
    std::string_view before = "\n    ";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == Kind::years) continue;
        file.write(std::string(before) + "{\n      \"name\": " + json_quoted(table.columns[i].heading) +
                   ",\n      \"ref\": {\"source\": \"rng\", \"name\": \"indexRng\"},\n      \"function\": \"SIP_Array\",\n"
                   "      \"arguments\": {\"type\": \"array\", \"value\": [");
        before = ",\n    ";
        bool first = true;
        table.read([&](std::span<const double* const> columns, int rows) {
            std::string values;
            for (int row = 0; row < rows; ++row) {
                if (!std::exchange(first, false)) values += ", ";
                values += Digits(columns[i][row]).text();
            }
            return file.write(values);
        });
        file.write("]}\n    }");
    }
    file.write("\n  ]\n}\n");
}

}  // namespace provenu::output
