#include "provenu/model/value.hpp"

namespace provenu::model {

diag::Place place_of(const Amount& amount) {
    return std::visit([](const auto& written) { return written.place; }, amount);
}

bool says(const Amount& amount, int year) {
    const auto* series = std::get_if<Series>(&amount);
    if (series == nullptr) return true;
    const int last = series->first + static_cast<int>(series->values.size()) - 1;
    return year >= series->first && (series->holds || year <= last);
}

}  // namespace provenu::model
