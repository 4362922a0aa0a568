#include "provenu/model/line.hpp"

namespace provenu::model {

std::string area_of(const Placed<std::string>& written) {
    return written.value.empty() ? "service" : written.value;
}

}  // namespace provenu::model
