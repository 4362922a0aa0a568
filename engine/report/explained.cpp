#include "provenu/report/explained.hpp"

#include <string>
#include <variant>

#include "report/telling.hpp"
#include "report/traced.hpp"

namespace provenu::report {
namespace {

constexpr Extent in_a_glance{.deepest = 2, .most_links = 10};

/// Under the title that a reader sees: the row's label, and the year.
std::string lines_of(const Chain& chain, std::string title) {
    for (std::size_t i = 1; i < chain.links.size(); ++i)
        title += "\n" + std::string(2 * static_cast<std::size_t>(chain.links[i].depth), ' ') + chain.links[i].text;
    return title;
}

std::string label_of(const Row& row) {
    if (row.cells.empty()) return {};
    const auto* label = std::get_if<std::string>(&row.cells.front().content);
    return label != nullptr ? *label : std::string();
}

/// Explains cells of one plan, whose branches are computed once.
class Explaining {
 public:
    Explaining(const compile::Plan& plan, wording::Language language) : plan_(plan), traced_(plan, language) {}

    void explain(Cell& cell, const std::string& label) const {
        if (cell.address.empty() || std::holds_alternative<std::monostate>(cell.content)) return;
        const auto address = read_address(cell.address);
        const formula::Definition* definition = address ? plan_.book.find(address->name) : nullptr;
        if (definition == nullptr || (address->year && !plan_.book.axis.all().contains(*address->year))) return;
        const Chain chain = tell(plan_.book, traced_, {*definition, address->year}, in_a_glance);
        const std::string year = address->year ? ", " + std::to_string(*address->year) : "";
        cell.explanation = lines_of(chain, label.empty() ? chain.links.front().text : label + year);
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
            for (Cell& cell : row.cells) explaining.explain(cell, label_of(row));
            if (row.outcome) explaining.explain(row.outcome->value, label_of(row));
        }
    }
}

}  // namespace provenu::report
