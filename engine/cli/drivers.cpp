#include "provenu/drivers/drivers.hpp"

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/driver_files.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "provenu/report/drivers.hpp"

namespace provenu::cli {
namespace {

Findings findings_of(const Drivers& computed, const Asked& asked) {
    const auto language = language_of_output(asked, computed.plan.file.language);
    return {language, [&computed, language] { return report::drivers_tables(computed.plan, computed.figures, language); },
            [&computed, language] { return report::drivers_data(computed.plan, computed.figures, language); }};
}

Status drivers(const Asked& asked) {
    Status status = Status::done;
    Pages pages(asked);
    const auto files = asked.all("FILE");
    for (const auto& file : files) {
        if (const auto computed = compute_drivers(file, language_of_messages(asked)))
            pages.add(findings_of(*computed, asked));
        else
            status = Status::author_must_act;
    }
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? status : worse(status, deliver(whole, asked));
}

std::vector<Option> options() {
    std::vector<Option> all{format_option(), language_option(), output_option()};
    for (Option& option : csv_options()) all.push_back(std::move(option));
    return all;
}

}  // namespace

Command drivers_command() {
    return {"drivers",
            "Cost drivers: activity x price, budgeted and expected, and what the deviation is due to",
            "provenu drivers drivers.yaml --format markdown",
            {{"FILE", "Files of kind drivers", true, true, Takes::file, {}}},
            options(),
            drivers};
}

}  // namespace provenu::cli
