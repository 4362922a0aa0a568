#include "output/conversion.hpp"
#include "provenu/output/pictures.hpp"

namespace provenu::output {

diag::Result<std::string> png(const std::string& svg) {
    return convert({"rsvg-convert",
                    "librsvg2-bin",
                    {"--format", "png", "--zoom", "2", "--output", "picture.png", "picture.svg"},
                    "picture.svg",
                    "picture.png"},
                   svg);
}

}  // namespace provenu::output
