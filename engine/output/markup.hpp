#pragma once

#include <string>
#include <string_view>

namespace provenu::output {

/// A text that means itself inside an element or a quoted attribute of XML and HTML; characters that XML cannot hold are left
/// out, line ends and tabs become blanks.
std::string in_markup(std::string_view text);

}  // namespace provenu::output
