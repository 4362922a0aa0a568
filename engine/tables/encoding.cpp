#include "tables/encoding.hpp"

#include <iconv.h>

#include <memory>
#include <type_traits>

#include "provenu/diag/text.hpp"
#include "provenu/diag/utf8.hpp"

namespace provenu::tables {
namespace {

/// How often bytes beyond ASCII are a letter of UTF-8, and how often they are none.
struct Letters {
    std::size_t valid = 0;
    std::size_t broken = 0;
};

Letters letters_of(std::string_view bytes) {
    Letters letters;
    while (!bytes.empty()) {
        const auto letter = diag::first_character(bytes);
        letters.valid += letter.valid && letter.length > 1 ? 1U : 0U;
        letters.broken += letter.valid ? 0U : 1U;
        bytes.remove_prefix(letter.length);
    }
    return letters;
}

struct CloseConverter {
    void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

Converter converter() {
    iconv_t opened = iconv_open("UTF-8", "CP1252");
    const bool failed = opened == reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): how iconv says so
    return Converter(failed ? nullptr : opened);
}

}  // namespace

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    constexpr std::size_t longest_letter = 3;  // bytes of UTF-8 for one of Windows-1252
    if (bytes.size() > diag::largest_file || bytes.find('\0') != std::string_view::npos) return {};
    const Letters letters = letters_of(bytes);
    if (letters.broken <= letters.valid) return {};
    const Converter converts = converter();
    if (!converts) return {};
    std::string from(bytes);
    std::string decoded(longest_letter * bytes.size(), '\0');
    char* in = from.data();
    char* out = decoded.data();
    std::size_t left = from.size();
    std::size_t room = decoded.size();
    if (iconv(converts.get(), &in, &left, &out, &room) == static_cast<std::size_t>(-1)) return {};
    decoded.resize(decoded.size() - room);
    return decoded;
}

}  // namespace provenu::tables
