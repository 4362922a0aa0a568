#pragma once

#include <functional>
#include <string>

#include "cli/command.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// `--format`
Option format_option();

/// The findings of one file, made when they are asked for.
struct Findings {
    wording::Language language;
    std::function<report::Document()> document;
    std::function<report::Data()> data;
};

/// What a command prints of one file after another, in the format asked for: an empty line between tables; one object or a list
/// of them as JSON.
class Pages {
 public:
    explicit Pages(const Asked& asked) : asked_(asked), json_(asked.value("format") == "json") {}

    void add(const Findings& findings);
    [[nodiscard]] std::string whole(bool as_list) const;

 private:
    const Asked& asked_;
    bool json_;
    std::string text_;
    report::Data::List objects_;
};

}  // namespace provenu::cli
