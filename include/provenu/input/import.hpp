#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/tables/published.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::input {

/// What a table does not say about the proposal made of it.
struct ImportChoices {
    wording::Language language = wording::Language::danish;  ///< of comments and of what the proposal prints
    std::string table_path;                                  ///< under `printed`: as seen from the proposal
    std::string name;                                        ///< where the table has no title; also makes the id
};

/// A proposal file with the lines of a printed table, each a series of its figures: it runs at once and prints the same rows.
/// What the table leaves open (unit, area, what goes on after its last year) is decided by rule, said in the file's comments and
/// found as notes. A table without lines is an error.
diag::Result<std::string> proposal_of_table(const tables::PublishedTable& table, const ImportChoices& choices);

}  // namespace provenu::input
