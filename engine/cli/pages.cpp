#include "cli/pages.hpp"

#include "cli/options.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

std::string page(const report::Document& document, const Asked& asked, wording::Language language) {
    const auto format = asked.value("format").value_or("table");
    if (format == "markdown") return output::markdown(document, language);
    if (format == "csv") return output::csv(document, csv_dialect_asked(asked, language));
    return output::text(document, language);
}

}  // namespace

Option format_option() {
    return {"format", "", Takes::text, "FORMAT", "How to print it (default: table)", {"table", "markdown", "csv", "json"}};
}

void Pages::add(const Findings& findings) {
    if (json_) {
        objects_.push_back(findings.data());
    } else {
        if (!text_.empty()) text_ += '\n';
        text_ += page(findings.document(), asked_, findings.language);
    }
}

std::string Pages::whole(bool as_list) const {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (json_) return objects_.empty() ? "" : output::json(as_list ? report::Data(objects_) : objects_.front());
    return (asked_.has("bom") && !text_.empty() ? std::string(byte_order_mark) : std::string()) + text_;
}

}  // namespace provenu::cli
