#include "provenu/formula/book.hpp"

namespace provenu::formula {

const Definition* Book::find(std::string_view name) const {
    const auto found = index.find(name);
    return found == index.end() ? nullptr : &definitions[found->second];
}

}  // namespace provenu::formula
