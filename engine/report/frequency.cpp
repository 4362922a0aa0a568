#include "report/frequency.hpp"

#include "provenu/wording/number.hpp"
#include "report/levers.hpp"

namespace provenu::report {

std::string frequency(wording::Language language, double share) {
    if (share == 0) return wording::text(language, "simulation.in_none");
    if (share == 1) return wording::text(language, "simulation.in_all");
    if (share < 0.0005) return wording::text(language, "simulation.in_few");
    if (share > 0.9995) return wording::text(language, "simulation.in_most");
    const double of = share < 0.01 || share > 0.99 ? 1000 : 100;
    return wording::text(language, "simulation.in_share",
                         {{"count", wording::number(language, share * of)}, {"of", wording::number(language, of)}});
}

std::string gain_or_loss(wording::Language language, double amount, quantity::Money money) {
    const std::string words = amount_said(amount, money, language);
    if (words == amount_said(0, money, language)) return wording::text(language, "simulation.even");
    return wording::text(language, amount < 0 ? "simulation.gain" : "simulation.loss", {{"amount", words}});
}

}  // namespace provenu::report
