#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "provenu/formula/book.hpp"
#include "provenu/report/document.hpp"
#include "report/traced.hpp"

namespace provenu::report {

struct Address {
    std::string name;
    std::optional<int> year;
};
/// `name` or `name[2029]`; none where the brackets are not right.
std::optional<Address> read_address(std::string_view text);

/// How far a chain of reasoning goes.
struct Extent {
    int deepest = 12;
    std::size_t most_links = std::numeric_limits<std::size_t>::max();  ///< besides the first, which is a title
};

/// What is told: a definition in one year, or in all years of the table.
struct Told {
    const formula::Definition& definition;
    std::optional<int> year;
};

/// Where a figure comes from, link by link, each name once.
Chain tell(const formula::Book& book, const Traced& traced, const Told& told, Extent extent = {});

}  // namespace provenu::report
