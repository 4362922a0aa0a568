#include "provenu/evaluate/figures.hpp"

#include "provenu/diag/bug.hpp"

namespace provenu::evaluate {

const Block& Figures::block(std::string_view name) const {
    const auto found = blocks_.find(name);
    if (found == blocks_.end()) diag::bug("no figures named " + std::string(name));
    return found->second;
}

double Figures::at(std::string_view name, int column) const {
    const Block& values = block(name);
    return values(0, values.cols() == 1 ? 0 : column) + 0.0;  // never -0
}

std::vector<double> Figures::table(std::string_view name) const {
    std::vector<double> values;
    for (int column = 0; column < axis_.table.count(); ++column) values.push_back(at(name, column));
    return values;
}

}  // namespace provenu::evaluate
