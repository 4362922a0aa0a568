#include "provenu/input/template.hpp"

#include "embedded/templates.hpp"
#include "provenu/diag/bug.hpp"

namespace provenu::input {

std::string_view proposal_template(wording::Language language) {
    const std::string_view ending = language == wording::Language::danish ? ".da.yaml" : ".en.yaml";
    for (const auto& file : embedded::templates::files()) {
        if (file.name.ends_with(ending)) return file.text;
    }
    diag::bug("no template in this language");
}

}  // namespace provenu::input
