#pragma once

#include <string>
#include <vector>

#include "provenu/formula/spreadsheet.hpp"

namespace provenu::formula {

/// Lays out the rows of a spreadsheet: each definition after the rows that help it.
class SheetRows {
 public:
    explicit SheetRows(Spreadsheet& sheet) : sheet_(sheet) {}
    void add(const std::string& definition);
    /// Says which of the definitions asked for comes next.
    void ask(std::size_t position) { asked_ = position; }

 private:
    /// How long and how deep a formula will be.
    struct Size {
        int characters = 0;
        int depth = 0;
    };
    Size prepare(const Tree& tree);
    [[nodiscard]] Size size_of(const Tree& tree, std::vector<Size> operands) const;
    void need(const Tree& tree);
    std::size_t row_over_years(const Tree& tree);
    void cell_of_its_own(const Tree& tree);
    std::size_t helper(SheetRow::Of of, std::size_t flow, Shape shape);
    Size split(const Tree& tree, const std::vector<Size>& sizes);
    [[nodiscard]] bool is_input(const Tree& tree) const;
    std::size_t push(SheetRow row);
    void push_branch(const Tree& tree);

    Spreadsheet& sheet_;
    std::string owner_;
    std::size_t asked_ = 0;
};

/// Writes the formula of one column of a branch.
class CellText {
 public:
    CellText(const Spreadsheet& sheet, const Grid& grid, int column) : sheet_(sheet), grid_(grid), column_(column) {}
    [[nodiscard]] std::string row(std::size_t row) const;
    [[nodiscard]] std::string of(const Tree& tree) const { return write(tree).text; }
    [[nodiscard]] Spreadsheet::Standing standing(std::string_view definition) const;

 private:
    enum class Binding { sum, product, power, atom };
    struct Text {
        std::string text;
        Binding binding = Binding::atom;
    };

    [[nodiscard]] Text write(const Tree& tree) const;
    [[nodiscard]] Text write_node(const Tree& tree) const;
    [[nodiscard]] std::string atom(const Tree& tree) const;
    static std::string inside(const Text& text, Binding around);
    [[nodiscard]] CellText at(int column) const { return {sheet_, grid_, column}; }
    [[nodiscard]] bool is_carried() const { return column_ == sheet_.book_.axis.carried(); }

    [[nodiscard]] std::string cell(std::size_t row) const;
    [[nodiscard]] std::string cell(std::size_t row, int column) const { return at(column).cell(row); }
    [[nodiscard]] std::string range(std::size_t row, int first, int last) const;
    [[nodiscard]] std::string over(std::size_t row, quantity::Years years) const;
    [[nodiscard]] std::string year() const;
    [[nodiscard]] std::string years(int first, int last) const;
    [[nodiscard]] std::size_t row_over_years(const Tree& tree) const;
    [[nodiscard]] std::optional<std::size_t> row_of(const Tree& tree) const;
    [[nodiscard]] int payback_columns() const { return sheet_.book_.axis.payback_years(); }
    [[nodiscard]] std::string noise(std::size_t flow) const;

    [[nodiscard]] Text write(const Number& number, const Tree& tree) const;
    [[nodiscard]] Text write(const Name& name, const Tree& tree) const;
    [[nodiscard]] Text write(const Yearly& yearly, const Tree& tree) const;
    [[nodiscard]] Text write(const Add&, const Tree& tree) const;
    [[nodiscard]] Text write(const Multiply&, const Tree& tree) const;
    [[nodiscard]] Text write(const Divide&, const Tree& tree) const;
    [[nodiscard]] Text write(const Power&, const Tree& tree) const;
    [[nodiscard]] Text write(const Negate&, const Tree& tree) const;
    [[nodiscard]] Text write(const Extreme& extreme, const Tree& tree) const;
    [[nodiscard]] Text write(const Overlap&, const Tree& tree) const;
    [[nodiscard]] Text write(const Ramp& shape, const Tree& tree) const;
    [[nodiscard]] Text write(const Kernel& kernel, const Tree& tree) const;
    [[nodiscard]] Text write(const Discount& timing, const Tree& tree) const;
    [[nodiscard]] Text write(const SumOver& sum, const Tree& tree) const;
    [[nodiscard]] Text write(const GreatestOver& greatest, const Tree& tree) const;
    [[nodiscard]] Text write(const GreatestYear& greatest, const Tree& tree) const;
    [[nodiscard]] Text write(const Pick& pick, const Tree& tree) const;
    [[nodiscard]] Text write(const PickCarried&, const Tree& tree) const;
    [[nodiscard]] Text write(const Moment& moment, const Tree& tree) const;
    [[nodiscard]] Text write(const ReturnRate& rate, const Tree& tree) const;
    [[nodiscard]] Text write(const Round& mode, const Tree& tree) const;

    [[nodiscard]] std::vector<std::string> runs(std::vector<std::size_t> rows) const;
    [[nodiscard]] std::string weights(Kernel kernel, const std::string& parameter) const;
    [[nodiscard]] std::string crossing(std::size_t balance, std::size_t flow) const;
    [[nodiscard]] std::string discounted(std::size_t rates, std::size_t own) const;
    [[nodiscard]] std::string sign(std::size_t flow, std::size_t own) const;
    [[nodiscard]] std::string changes_of_sign(std::size_t signs, quantity::Years years) const;

    const Spreadsheet& sheet_;
    const Grid& grid_;
    int column_;
};

}  // namespace provenu::formula
