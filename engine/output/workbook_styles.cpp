#include "output/workbook_styles.hpp"

#include <xlsxwriter.h>

#include <string>

namespace provenu::output {
namespace {

using report::Look;
using Role = Look::Role;
using Format = Look::Format;

constexpr lxw_color_t ink = 0x1F3A5F;
constexpr lxw_color_t grey = 0x595959;
constexpr lxw_color_t band = 0xDCE6F1;
constexpr lxw_color_t pale = 0xF2F5FA;
constexpr lxw_color_t input_ground = 0xFFF6D6;
constexpr lxw_color_t input_ink = 0x0B3D91;
constexpr lxw_color_t changed_ground = 0xFCE0C8;
constexpr lxw_color_t line = 0x8EA9C8;

/// Number formats are spelled in the American way in files; a program shows them in its own language's.
std::string amount(const std::string& digits, bool blank_zero) {
    return digits + ";-" + digits + (blank_zero ? ";" : "");
}

std::string number_format(const Look& look) {
    switch (look.format) {
        case Format::general:
            return look.blank_zero ? "General;-General;" : "General";
        case Format::whole:
            return amount("#,##0", look.blank_zero);
        case Format::one_decimal:
            return amount("#,##0.0", look.blank_zero);
        case Format::two_decimals:
            return amount("#,##0.00", look.blank_zero);
        case Format::factor:
            return amount("0.0000", look.blank_zero);
        case Format::percent:
            return amount("0.0%", look.blank_zero);
        case Format::year:
            return "[>=1000000]\"–\";[<=-1000000]\"–\";0";
        case Format::years:
            return "[>=1000000]\"∞\";[<=-1000000]\"–\";0.00";
        case Format::month:
            break;
    }
    return "yyyy\\-mm";
}

void dress_input(lxw_format* format, lxw_color_t ground) {
    format_set_bg_color(format, ground);
    format_set_font_color(format, input_ink);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, line);
    format_set_unlocked(format);
}

void dress(lxw_format* format, Role role) {
    constexpr double title_size = 14;
    constexpr double small_size = 9;
    switch (role) {
        case Role::text:
        case Role::label:
        case Role::figure:
            return;
        case Role::title:
            format_set_bold(format);
            format_set_font_size(format, title_size);
            format_set_font_color(format, ink);
            return;
        case Role::quiet:
            format_set_font_size(format, small_size);
            format_set_font_color(format, grey);
            return;
        case Role::heading:
            format_set_bold(format);
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_bottom_color(format, ink);
            return;
        case Role::group:
            format_set_bold(format);
            format_set_bg_color(format, band);
            format_set_font_color(format, ink);
            return;
        case Role::subtotal:
            format_set_italic(format);
            format_set_top(format, LXW_BORDER_HAIR);
            return;
        case Role::of_which:
            format_set_italic(format);
            return;
        case Role::total:
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            return;
        case Role::net:
            format_set_bold(format);
            format_set_bg_color(format, pale);
            format_set_top(format, LXW_BORDER_THIN);
            return;
        case Role::input:
            return dress_input(format, input_ground);
        case Role::follows:
            dress_input(format, pale);
            return format_set_font_color(format, grey);
        case Role::changed:
            return dress_input(format, changed_ground);
        case Role::helper:
            format_set_font_size(format, small_size);
            format_set_font_color(format, grey);
            format_set_italic(format);
            return;
    }
}

}  // namespace

lxw_format* WorkbookStyles::of(const Look& look) {
    lxw_format*& format = made_[look];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    constexpr double usual_size = 10;
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, usual_size);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look.right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (look.indented) format_set_indent(format, 1);
    if (look.wrapped) format_set_text_wrap(format);
    if (look.format != Format::general || look.blank_zero) format_set_num_format(format, number_format(look).c_str());
    dress(format, look.role);
    return format;
}

}  // namespace provenu::output
