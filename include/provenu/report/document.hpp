#pragma once

#include <string>
#include <variant>
#include <vector>

namespace provenu::report {

/// A number to print, unrounded, and how many decimals to print it with.
struct Figure {
    double value = 0;
    int decimals = 0;
    double step = 1;  ///< rounded to a multiple of this before printing (a house may round to 5 or 10)
};

/// A cell carries what it shows and the address that explains it (`anchoring[2026]`); both may be empty.
struct Cell {
    std::variant<std::monostate, std::string, Figure> content;
    std::string address;
};

struct Column {
    enum class Align { left, right };
    std::string heading;
    Align align = Align::left;
};

struct Row {
    /// What the row is to the eye: a heading over a group, a line, a subtotal, "of which", a total, the net, a result in one
    /// cell.
    enum class Role { group, line, subtotal, of_which, total, net, result };
    Role role = Role::line;
    std::string
        section;  ///< the key of tables as CSV: `recurring`, `recurring_total_service`, `payback_total`; empty for a group
    std::vector<Cell> cells;  ///< as many as there are columns
};

struct Table {
    std::string caption;  ///< `Tabel 1. Økonomiske konsekvenser ...`
    std::string unit;     ///< `1.000 kr., 2027-priser`
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<std::string> notes;  ///< footnotes, already in words, each with its mark if it has one
};

struct Heading {
    std::string text;
    int level = 1;
};
struct Paragraph {
    std::string text;
};

/// A chain of reasoning: each link stands under what it explains.
struct Chain {
    struct Link {
        int depth = 0;
        std::string text;
    };
    std::vector<Link> links;
};

using Item = std::variant<Heading, Paragraph, Table, Chain>;

/// What is shown, free of any file format.
struct Document {
    std::vector<Item> items;
};

}  // namespace provenu::report
