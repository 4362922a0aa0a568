#include "provenu/report/explained.hpp"

#include <string>
#include <variant>

#include "report/telling.hpp"
#include "report/traced.hpp"

namespace provenu::report {
namespace {

constexpr Extent in_a_glance{.deepest = 2, .most_links = 10};

std::string lines_of(const Chain& chain) {
    std::string lines;
    for (const Chain::Link& link : chain.links)
        lines += (lines.empty() ? "" : "\n") + std::string(2 * static_cast<std::size_t>(link.depth), ' ') + link.text;
    return lines;
}

/// Explains cells of one plan, whose branches are computed once.
class Explaining {
 public:
    Explaining(const compile::Plan& plan, wording::Language language) : plan_(plan), traced_(plan, language) {}

    void explain(Cell& cell) const {
        if (cell.address.empty() || std::holds_alternative<std::monostate>(cell.content)) return;
        const auto address = read_address(cell.address);
        const formula::Definition* definition = address ? plan_.book.find(address->name) : nullptr;
        if (definition == nullptr || (address->year && !plan_.book.axis.all().contains(*address->year))) return;
        const Chain chain = tell(plan_.book, traced_, {*definition, address->year}, in_a_glance);
        cell.explanation = lines_of(chain);
        if (chain.links.size() > in_a_glance.most_links)
            cell.explanation += "\n" + wording::text(traced_.language(), "page.why.more", {{"address", cell.address}});
    }

 private:
    const compile::Plan& plan_;
    Traced traced_;
};

}  // namespace

void explain_cells(Document& document, const compile::Plan& plan, wording::Language language) {
    const Explaining explaining(plan, language);
    for (Item& item : document.items) {
        auto* table = std::get_if<Table>(&item);
        if (table == nullptr) continue;
        for (Row& row : table->rows) {
            for (Cell& cell : row.cells) explaining.explain(cell);
            if (row.outcome) explaining.explain(row.outcome->value);
        }
    }
}

}  // namespace provenu::report
