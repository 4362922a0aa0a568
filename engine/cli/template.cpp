#include "cli/template.hpp"

#include <algorithm>

#include "embedded/templates.hpp"

namespace provenu::cli {

std::string_view template_of_proposal(wording::Language language) {
    const std::string_view ending = language == wording::Language::danish ? "proposal.da.yaml" : "proposal.en.yaml";
    const auto files = embedded::templates::files();
    return std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name.ends_with(ending); })->text;
}

}  // namespace provenu::cli
