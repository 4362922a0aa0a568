#pragma once

#include <vector>

#include "tables/drafts.hpp"

namespace provenu::tables {

/// What a row's label and place say of it, beside its section.
struct Sign {
    Role role = Role::line;
    int group = 0;  ///< counts the headings above it
};

std::vector<Sign> signs_of(const TableDraft& draft);

/// Asks the figures where words do not settle what a total adds. A total that its section explains in fewer years than the rows
/// above it do (a group of them, all since some heading, the last few totals) becomes the total of those; so does a row whose
/// label says nothing, where it adds up the rows above it in (nearly) all years and the totals below then agree with theirs in
/// more years.
void settle_totals(PublishedTable& table, const std::vector<Sign>& signs);

}  // namespace provenu::tables
