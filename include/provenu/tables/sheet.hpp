#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::tables {

/// A cell as it stands in a file.
struct Cell {
    std::string text;              ///< as written or as shown, on one line without blanks around it; empty: nothing stands there
    std::optional<double> number;  ///< where the file itself keeps a number (a workbook); CSV keeps texts
    int decimals = 0;              ///< that a workbook shows of its number
    int rows = 1;                  ///< how far a merged cell reaches down
    diag::Place place;             ///< of a workbook: its path, the row as line, the column as column
};

/// One sheet of cells, as it lies in a CSV file or a workbook. A merged cell's text stands in the first of its cells.
struct Sheet {
    std::string path;
    std::string name;                     ///< of a workbook's sheet; else empty
    std::vector<std::vector<Cell>> rows;  ///< of different lengths; a row may be empty
    char separator = 0;                   ///< of CSV; 0: a workbook
    int hidden_rows = 0;                  ///< of a workbook: left empty, for nobody is shown them
};

/// More cells than any table of a paper has; a file of more is refused.
inline constexpr std::size_t most_cells = 500'000;

/// Reads CSV (UTF-8; comma, semicolon or tab; quoted as usual) or a workbook, told apart by what is in the file. What was
/// detected is a note.
/// \param sheet name of a workbook's sheet; empty: the first one with a table of years in it
diag::Result<Sheet> read_sheet(const std::string& path, const std::string& sheet = {});

/// The same from bytes in memory; `path` is what messages call them.
diag::Result<Sheet> read_sheet_bytes(std::string bytes, const std::string& path, const std::string& sheet = {});

}  // namespace provenu::tables
