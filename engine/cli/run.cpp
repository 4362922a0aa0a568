#include "provenu/report/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/portfolio/claims.hpp"
#include "provenu/report/comparison.hpp"

namespace provenu::cli {
namespace {

constexpr std::size_t most_combinations = 8;  // of options, beneath the table

std::optional<report::Decided> decided(const Computed& computed) {
    if (!computed.decided) return std::nullopt;
    return report::Decided{computed.decided->plan, computed.decided->figures};
}

/// The table, and where the proposal has options, what it is with and without them.
std::string page(const std::vector<Computed>& scenes, const Asked& asked) {
    const Computed& asked_for = scenes.front();
    const auto language = language_of_output(asked, asked_for.plan.language);
    auto document = report::committee_table(asked_for.plan, asked_for.figures, language, decided(asked_for));
    const auto format = asked.value("format").value_or("table");
    if (format == "csv") return output::csv(document, csv_dialect_asked(asked, language));
    if (scenes.size() > 1)
        document.items.emplace_back(report::options_table(whatif::compare({cases_of(scenes)}, whatif::Order::given), language));
    return format == "markdown" ? output::markdown(document, language) : output::text(document, language);
}

report::Data data(const std::vector<Computed>& scenes, const Asked& asked) {
    const Computed& asked_for = scenes.front();
    const auto language = language_of_output(asked, asked_for.plan.language);
    auto data = report::run_data(asked_for.plan, asked_for.figures, language, decided(asked_for));
    if (scenes.size() > 1)
        std::get<report::Data::Object>(data.value)
            .emplace_back("options",
                          report::comparison_rows(whatif::compare({cases_of(scenes)}, whatif::Order::given), language));
    return data;
}

/// One proposal after another into one text: an empty line between tables; one object or a list of them as JSON.
class Pages {
 public:
    explicit Pages(const Asked& asked) : asked_(asked), json_(asked.value("format") == "json") {}

    void add(const std::vector<Computed>& scenes) {
        if (json_) {
            objects_.push_back(data(scenes, asked_));
        } else {
            if (!text_.empty()) text_ += '\n';
            text_ += page(scenes, asked_);
        }
    }

    [[nodiscard]] std::string whole(bool as_list) const {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (json_) return objects_.empty() ? "" : output::json(as_list ? report::Data(objects_) : objects_.front());
        return (asked_.has("bom") && !text_.empty() ? std::string(byte_order_mark) : std::string()) + text_;
    }

 private:
    const Asked& asked_;
    bool json_;
    std::string text_;
    report::Data::List objects_;
};

/// What the proposals claim of the same budgets, where that is beyond reason.
diag::Diagnostics claims_of(const Answer& answer) {
    std::vector<portfolio::Member> members;
    for (const auto& scenes : answer.proposals) members.push_back({&scenes.front().plan, &scenes.front().figures});
    return portfolio::claims(members).diagnostics;
}

Status run(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    question.value->most_combinations = most_combinations;
    question.value->with_decided = true;
    const auto files = asked.all("FILE");
    const auto answer = compute(files, *question.value, messages);
    show(claims_of(answer), messages);
    Pages pages(asked);
    for (const auto& scenes : answer.proposals) pages.add(scenes);
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? answer.status : worse(answer.status, deliver(whole, asked));
}

}  // namespace

Command run_command() {
    std::vector<Option> options{
        {"format", "", Takes::text, "FORMAT", "How to print it (default: table)", {"table", "markdown", "csv", "json"}},
        language_option(),
        payback_option(),
        basis_option(),
        horizon_option(),
        realised_option(),
        price_level_option(),
        date_option()};
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"run",
            "The committee's table of each proposal: net effects by year, balance, payback",
            "provenu run proposal.yaml --format csv --bom -o table.csv",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            std::move(options),
            run};
}

}  // namespace provenu::cli
