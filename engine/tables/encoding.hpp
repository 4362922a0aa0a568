#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace provenu::tables {

/// Bytes of Windows-1252, in which Excel writes CSV on a Danish machine, as UTF-8. Nothing where they are UTF-8 already, seem to
/// be damaged UTF-8 or no text at all, or hold one of the five bytes that Windows-1252 has no letter for.
std::optional<std::string> from_windows_1252(std::string_view bytes);

}  // namespace provenu::tables
