#pragma once

#include <string>

#include "provenu/quantity/unit.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// The size of an amount as people say it, without its sign: `31,5 mio. kr.`, `1,2 mia. kr.`, `46.200 kr.`.
std::string large_amount(wording::Language language, double amount, quantity::Money money);

/// The same with what it is: `en udgift på 31,5 mio. kr.`, `en gevinst på 21,1 mio. kr.`, `nul`.
std::string spent_or_gained(wording::Language language, double amount, quantity::Money money);

}  // namespace provenu::report
