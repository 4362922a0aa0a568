#include "provenu/report/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

output::CsvDialect csv_dialect(const Asked& asked, wording::Language language) {
    auto dialect = output::csv_dialect(language);
    if (const auto separator = asked.value("csv-separator")) {
        const bool comma = *separator == "comma";
        dialect.separator = comma ? ',' : ';';
        dialect.decimal = comma ? '.' : ',';
    }
    return dialect;
}

std::optional<report::Decided> decided(const Computed& computed) {
    if (!computed.decided) return std::nullopt;
    return report::Decided{computed.decided->plan, computed.decided->figures};
}

std::string page(const Computed& computed, const Asked& asked) {
    const auto language = language_of_output(asked, computed.plan.language);
    const auto document = report::committee_table(computed.plan, computed.figures, language, decided(computed));
    const auto format = asked.value("format").value_or("table");
    if (format == "markdown") return output::markdown(document, language);
    if (format == "csv") return output::csv(document, csv_dialect(asked, language));
    return output::text(document, language);
}

report::Data data(const Computed& computed, const Asked& asked) {
    return report::run_data(computed.plan, computed.figures, language_of_output(asked, computed.plan.language),
                            decided(computed));
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
    const auto choices = choices_asked(asked);
    if (!choices.ok()) {
        show(choices.diagnostics, messages);
        return Status::wrong_command_line;
    }
    Status status = Status::done;
    Pages pages(asked);
    const auto files = asked.all("FILE");
    for (const auto& file : files) {
        if (const auto computed = compute(file, *choices.value, messages))
            pages.add(*computed);
        else
            status = Status::author_must_act;
    }
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? status : worse(status, deliver(whole, asked));
}

}  // namespace

Command run_command() {
    return {"run",
            "The committee's table of each proposal: net effects by year, balance, payback",
            "provenu run proposal.yaml --format csv --bom -o table.csv",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            {{"format", "", Takes::text, "FORMAT", "How to print it (default: table)", {"table", "markdown", "csv", "json"}},
             language_option(),
             payback_option(),
             basis_option(),
             horizon_option(),
             price_level_option(),
             date_option(),
             output_option(),
             {"csv-separator",
              "",
              Takes::text,
              "NAME",
              "Semicolon with decimal comma, or comma with decimal point",
              {"semicolon", "comma"}},
             {"bom", "", Takes::nothing, "", "Begin with a byte order mark, so that Excel sees UTF-8", {}}},
            run};
}

}  // namespace provenu::cli
