#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace provenu::report {

/// A number to print, unrounded, and how many decimals to print it with.
struct Figure {
    double value = 0;
    int decimals = 0;
    double step = 0;  ///< rounded to a multiple of this first (a house may round to 5 or 10); 0: by its decimals alone
};

/// A cell carries what it shows, the address that explains it (`anchoring[2026]`), what other programs call it where that
/// differs from what is shown (`service` for Service), and, where a format can show it on demand, where its figure comes from, a
/// line each; each may be empty.
struct Cell {
    std::variant<std::monostate, std::string, Figure> content;
    std::string address;
    std::string code;
    std::string explanation = {};
};

struct Column {
    enum class Align { left, right };
    std::string heading;
    std::string key;  ///< its name in tables as CSV: `line`, `area`, `2027`, `value`
    Align align = Align::left;
};

/// What a row says in one place instead of a figure per column: `4 years (exactly 4.8; turns in 2030)`.
struct Outcome {
    std::string words;
    Cell value;        ///< the bare figure, for tables as CSV; empty where there is none
    std::string note;  ///< what they should say beside the figure; may be empty
};

struct Row {
    /// What the row is to the eye: a heading over a group, a line, a subtotal, "of which", a total, the net, a result in one
    /// place.
    enum class Role { group, line, subtotal, of_which, total, net, result };
    Role role = Role::line;
    std::string section;             ///< the key of tables as CSV: `recurring`, `recurring_total_service`; empty for a group
    std::vector<Cell> cells;         ///< as many as there are columns
    std::string mark;                ///< shown right after the label: `*`
    std::string reference;           ///< number of the row's own footnote, shown after that: `1)`
    std::string note;                ///< the words of that footnote, for tables as CSV, which have no footnotes
    std::optional<Outcome> outcome;  ///< of a result
};

struct Table {
    std::string caption;  ///< `Tabel 1. ...`
    std::string unit;     ///< `1.000 kr., 2027-p/l`; may be empty
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<std::string> notes;  ///< footnotes, already in words, each with its mark if it has one
};

struct Heading {
    std::string text;
    int level = 1;
};
struct Paragraph {
    /// The lead is what one reads who reads nothing else.
    enum class Role { body, lead };
    std::string text;
    Role role = Role::body;
};

/// A chain of reasoning: each link stands under what it explains.
struct Chain {
    struct Link {
        int depth = 0;
        std::string text;
    };
    std::vector<Link> links;
};

/// Bars one under the other on one scale, each from one value to another: of a histogram from nought, of a tornado from low to
/// high. They show what figures say elsewhere; tables as CSV leave them out.
struct Bars {
    struct Bar {
        std::string label;
        double from = 0;
        double to = 0;
        std::string words;  ///< behind the bar; may be empty
    };
    std::string caption;
    std::vector<Bar> bars;
    std::optional<double> line;  ///< a value to mark across all bars
    std::vector<std::string> notes;
    std::string id = {};           ///< `tornado`: as of a chart
    std::string unit = {};         ///< of the scale, where it is to be shown
    std::string alternative = {};  ///< as of a chart
    std::string from_name = {};    ///< what the ends of all bars are, where that is worth a legend
    std::string to_name = {};
};

/// A picture of figures over years or cases. It shows what figures say elsewhere: text and CSV leave it out.
struct Chart {
    struct Series {
        enum class Kind { columns, line, band };
        Kind kind = Kind::columns;
        std::string label;
        std::vector<double> values;      ///< by category; NaN: none
        std::vector<double> upper = {};  ///< of a band, whose lower edge is `values`
    };
    /// A point worth a word. Between two categories: where a line from one to the next passes it.
    struct Mark {
        double position = 0;  ///< of the categories, the first is 0
        double value = 0;
        std::string words;
    };
    std::string id;  ///< `net`, `scenarios`: what `--chart` and a page's anchors call it
    std::string caption;
    std::string unit;
    std::string alternative;              ///< what it shows, in words, for those who do not see it
    std::vector<std::string> categories;  ///< along the axis: years
    std::vector<Series> series;
    std::vector<Mark> marks = {};
};

using Item = std::variant<Heading, Paragraph, Table, Chain, Bars, Chart>;

/// What is shown, free of any file format.
struct Document {
    std::vector<Item> items;
};

}  // namespace provenu::report
