#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/report/workbook.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// What a file may be made of; each part is made when an ending asks for it.
struct Reported {
    wording::Language language;
    std::string title;
    std::function<diag::Result<report::Document>()> paper;
    std::function<report::Document()> table;  ///< the same figures as tables alone
    std::function<report::Data()> data;
    /// The one picture that is asked for; why there is none is an error.
    std::function<diag::Result<report::Item>()> picture = {};
    /// Fills in where a paper's figures come from; none where that is not known.
    std::function<void(report::Document&)> explain = {};
    std::function<report::Workbook()> workbook = {};
};

/// A kind of file, by how its name ends, and how its bytes are made. What it needs and the machine has not is an error that names
/// it.
struct Ending {
    std::string_view name;  ///< without the dot
    diag::Result<std::string> (*bytes)(const Reported& reported, const Asked& asked);
};

/// Every ending that `report` knows, in the order of the help.
std::span<const Ending> endings();

/// The one that a path has; a path without one, or with another, is an error that lists them.
diag::Result<Ending> ending_of(std::string_view path);

}  // namespace provenu::cli
