#include "provenu/model/line.hpp"

namespace provenu::model {

std::string area_of(const Placed<std::string>& written) {
    return written.value.empty() ? "service" : written.value;
}

int months_of(const Delays& delays) {
    int months = 0;
    for (const Placed<int>& delay : delays) months += delay.value;
    return months;
}

}  // namespace provenu::model
