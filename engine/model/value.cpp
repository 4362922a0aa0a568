#include "provenu/model/value.hpp"

namespace provenu::model {

diag::Place place_of(const Amount& amount) {
    return std::visit([](const auto& written) { return written.place; }, amount);
}

}  // namespace provenu::model
