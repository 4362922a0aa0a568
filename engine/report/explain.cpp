#include "provenu/report/explain.hpp"

#include <string>
#include <utility>
#include <vector>

#include "provenu/diag/nearest.hpp"
#include "report/telling.hpp"
#include "report/traced.hpp"

namespace provenu::report {
namespace {

diag::Result<Document> refuse(std::string code, std::vector<diag::Argument> arguments) {
    diag::Result<Document> result;
    result.diagnostics.error(std::move(code), {}, std::move(arguments));
    return result;
}

}  // namespace

diag::Result<Document> explain(const compile::Plan& plan, std::string_view address, wording::Language language) {
    const auto read = read_address(address);
    if (!read) return refuse("P930", {{"address", std::string(address)}});
    const formula::Definition* definition = plan.book.find(read->name);
    if (definition == nullptr) {
        std::vector<std::string> names;
        for (const formula::Definition& known : plan.book.definitions) names.push_back(known.name);
        const auto near = diag::nearest(read->name, names);
        if (near) return refuse("P931", {{"name", read->name}, {"nearest", *near}});
        return refuse("P932", {{"name", read->name}});
    }
    if (read->year && !plan.book.axis.all().contains(*read->year)) {
        const quantity::Years all = plan.book.axis.all();
        return refuse(
            "P933",
            {{"year", std::to_string(*read->year)}, {"first", std::to_string(all.first)}, {"last", std::to_string(all.last)}});
    }
    const Traced traced(plan, language);
    return {Document{{tell(plan.book, traced, {*definition, read->year})}}, {}};
}

}  // namespace provenu::report
