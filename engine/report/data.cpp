#include "provenu/report/data.hpp"

namespace provenu::report {

// Here and not in the header: taken into each of the many lists that are written out in place, g++ 12 finds in them what may not
// have been given a value.
Data::Data(const Data& other) = default;
Data::Data(Data&& other) noexcept = default;
Data& Data::operator=(const Data& other) = default;
Data& Data::operator=(Data&& other) noexcept = default;
Data::~Data() = default;

}  // namespace provenu::report
