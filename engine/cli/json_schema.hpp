#pragma once

#include <string_view>

#include "provenu/report/data.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// The JSON Schema (draft 7, which editors know best) of a kind of file, made from the very tables the reader goes by, with the
/// meaning of each key in this language.
report::Data json_schema(std::string_view kind, wording::Language language);

}  // namespace provenu::cli
