#include "cli/exporting.hpp"

#include <algorithm>
#include <cstdio>
#include <span>
#include <utility>

#include "cli/console.hpp"
#include "cli/drawing.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "provenu/output/long_table.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/record.hpp"
#include "provenu/wording/number.hpp"

namespace provenu::cli {
namespace {

using Kind = output::LongTable::Kind;
using What = risk::Record::Column::What;

Kind kind_of(What what) {
    if (what == What::factor) return Kind::share;
    return what == What::years ? Kind::years : Kind::number;
}

output::LongTable table_of(const risk::Record& record, std::uint64_t draws) {
    output::LongTable table;
    table.counter = "draw";
    for (const risk::Record::Column& column : record.columns()) table.columns.push_back({column.address, kind_of(column.what)});
    table.read = [&record, draws](const output::LongTable::Visitor& visitor) {
        std::uint64_t written = 0;
        const auto progress = progress_bar();
        record.read([&](std::span<const double* const> columns, int count) {
            written += static_cast<std::uint64_t>(count);
            if (progress) progress(static_cast<double>(written) / static_cast<double>(draws));
            return visitor(columns, count);
        });
        end_progress();
    };
    return table;
}

/// What the figures of the library are from.
std::string provenance(const std::vector<const risk::Uncertainty*>& proposals, const risk::Drawing& drawing) {
    std::string from = "Provenu " PROVENU_VERSION ", provenu simulate --draws " + std::to_string(drawing.draws) + " --seed " +
                       std::to_string(drawing.seed) + " --method " + report::name(drawing.method);
    if (const std::string& scenario = proposals.front()->plan.scenario.id; !scenario.empty()) from += ", scenario " + scenario;
    return from;
}

std::string name_of_library(const std::vector<const risk::Uncertainty*>& proposals) {
    std::string name;
    for (const risk::Uncertainty* each : proposals) name += (name.empty() ? "" : "+") + each->plan.id;
    return name;
}

/// How much was written.
struct Size {
    std::uint64_t draws = 0;
    std::size_t columns = 0;
};

void say_exported(const std::string& path, Size size, wording::Language language) {
    const std::string said = wording::text(language, "simulation.exported",
                                           {{"path", path},
                                            {"draws", wording::number(language, static_cast<double>(size.draws))},
                                            {"columns", std::to_string(size.columns)}});
    std::fputs((said + "\n").c_str(), stderr);
}

}  // namespace

Option export_option() {
    return {"export",
            "",
            Takes::file,
            "FILE",
            "Write every draw to this file too: as a table (draws.csv) or a SIPmath library (draws.json)",
            {}};
}

diag::Result<std::optional<Export>> export_asked(const Asked& asked) {
    diag::Result<std::optional<Export>> result{std::optional<Export>{}, {}};
    const auto path = asked.value("export");
    if (!path) return result;
    if (path->ends_with(".csv") || path->ends_with(".json"))
        *result.value = Export{*path, path->ends_with(".json")};
    else
        result.diagnostics.error("P867", {}, {{"written", *path}});
    return result;
}

Status export_draws(const Export& wanted, const std::vector<const risk::Uncertainty*>& proposals, const risk::Drawing& drawing,
                    const Asked& asked) {
    const risk::Record record(proposals, drawing);
    const output::LongTable table = table_of(record, drawing.draws);
    output::FileWriter file(wanted.path);
    if (wanted.is_sipmath) {
        output::write_sipmath(file, table,
                              {name_of_library(proposals), provenance(proposals, drawing), asked.value("date").value_or("")});
    } else {
        auto dialect = csv_dialect_asked(asked, language_of_output(asked, proposals.front()->plan.language));
        dialect.byte_order_mark = asked.has("bom");
        output::write_csv(file, table, dialect);
    }
    const auto problem = file.finish();
    if (!problem) {
        say_exported(wanted.path, {drawing.draws, table.columns.size()}, language_of_messages(asked));
        return Status::done;
    }
    diag::Diagnostics wrong;
    wrong.error("P962", {}, {{"path", wanted.path}, {"why", *problem}});
    show(wrong, language_of_messages(asked));
    return Status::author_must_act;
}

}  // namespace provenu::cli
