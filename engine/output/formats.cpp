#include <array>

#include "provenu/output/writers.hpp"

namespace provenu::output {
namespace {

std::string csv_of_language(const report::Document& document, wording::Language language) {
    return csv(document, csv_dialect(language));
}

constexpr std::array<Format, 3> every_format{{
    {"table", text},
    {"markdown", markdown},
    {"csv", csv_of_language},
}};

}  // namespace

std::span<const Format> formats() {
    return every_format;
}

}  // namespace provenu::output
