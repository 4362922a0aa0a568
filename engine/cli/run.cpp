#include "provenu/report/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

std::string page(const Computed& computed, const Asked& asked) {
    const auto language = language_of_output(asked, computed.plan.language);
    const auto document = report::committee_table(computed.plan, computed.figures, language);
    const auto format = asked.value("format").value_or("table");
    if (format == "markdown") return output::markdown(document, language);
    if (format == "csv") return output::csv(document, csv_dialect_asked(asked, language));
    return output::text(document, language);
}

report::Data data(const Computed& computed, const Asked& asked) {
    return report::run_data(computed.plan, computed.figures, language_of_output(asked, computed.plan.language));
}

/// One proposal after another into one text: an empty line between tables; one object or a list of them as JSON.
class Pages {
 public:
    explicit Pages(const Asked& asked) : asked_(asked), json_(asked.value("format") == "json") {}

    void add(const Computed& computed) {
        if (json_) {
            objects_.push_back(data(computed, asked_));
        } else {
            if (!text_.empty()) text_ += '\n';
            text_ += page(computed, asked_);
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

Status run(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    const auto files = asked.all("FILE");
    const auto answer = compute(files, *question.value, messages);
    Pages pages(asked);
    for (const auto& scenes : answer.proposals) pages.add(scenes.front());
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
        horizon_option()};
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
