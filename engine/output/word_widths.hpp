#pragma once

#include <vector>

#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// Twentieths of a point, as Word counts: a page of A4, upright and on its side, and its margins.
inline constexpr int page_short_side = 11906;
inline constexpr int page_long_side = 16838;
inline constexpr int page_margin = 1134;
inline constexpr int upright_room = page_short_side - 2 * page_margin;
inline constexpr int sideways_room = page_long_side - 2 * page_margin;

/// Whether a table needs the page on its side for its words to stay whole and its labels to be read.
bool needs_side(const report::Table& table, wording::Language language);

/// The width of each column, together the room: figures as wide as they are, the rest to texts by how long they are.
std::vector<int> column_widths(const report::Table& table, wording::Language language, int room);

}  // namespace provenu::output
