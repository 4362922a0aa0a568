#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::tables {

/// A cell as it stands in a file.
struct Cell {
    std::string text;              ///< as written or as shown, without blanks around it; empty: nothing stands there
    std::optional<double> number;  ///< where the file itself keeps a number (a workbook); CSV keeps texts
    diag::Place place;             ///< of a workbook: its path, the row as line, the column as column
};

/// One sheet of cells, as it lies in a CSV file or a workbook. A merged cell's text stands in the first of its cells.
struct Sheet {
    std::string path;
    std::string name;  ///< of a workbook's sheet; else empty
    std::vector<std::vector<Cell>> rows;
    char decimal = 0;    ///< of CSV: the mark that its numbers use; 0: none does
    char separator = 0;  ///< of CSV
};

/// Reads CSV (UTF-8; comma, semicolon or tab; quoted as usual) or a workbook, told apart by what is in the file. What was
/// detected is a note.
/// \param sheet name of a workbook's sheet; empty: the first one with a table of years in it
diag::Result<Sheet> read_sheet(const std::string& path, const std::string& sheet = {});

}  // namespace provenu::tables
