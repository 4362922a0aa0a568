#include "provenu/output/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "embedded/word.hpp"
#include "output/archive.hpp"
#include "output/lettering.hpp"
#include "output/markup.hpp"
#include "output/word_table.hpp"
#include "output/word_widths.hpp"
#include "provenu/diag/bug.hpp"
#include "provenu/output/pictures.hpp"

namespace provenu::output {
namespace {

using report::Item;

enum class Turned { upright, sideways };

std::string page(Turned turned) {
    const bool sideways = turned == Turned::sideways;
    return fmt::format(
        R"(<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/><w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>)",
        sideways ? page_long_side : page_short_side, sideways ? page_short_side : page_long_side,
        sideways ? R"( w:orient="landscape")" : "", page_margin, page_margin, page_margin, page_margin);
}

int room_of(Turned turned) {
    return turned == Turned::sideways ? sideways_room : upright_room;
}

int height_of(Turned turned) {
    return (turned == Turned::sideways ? page_short_side : page_long_side) - 2 * page_margin;
}

/// Whether a document is tables, most of them wide, and little besides: its pages all lie the same way then.
bool is_all_wide(const report::Document& document, wording::Language language) {
    std::ptrdiff_t tables = 0;
    std::ptrdiff_t wide = 0;
    for (const Item& item : document.items)
        if (const auto* table = std::get_if<report::Table>(&item)) {
            ++tables;
            wide += needs_side(*table, language) ? 1 : 0;
        }
    const auto paragraphs =
        std::ranges::count_if(document.items, [](const Item& item) { return std::holds_alternative<report::Paragraph>(item); });
    return 2 * wide > tables && paragraphs <= tables;
}

/// How the page lies for each item; a heading goes with what stands under it.
std::vector<Turned> turns_of(const report::Document& document, wording::Language language) {
    if (is_all_wide(document, language)) return std::vector<Turned>(document.items.size(), Turned::sideways);
    std::vector<Turned> turns(document.items.size(), Turned::upright);
    for (std::size_t i = document.items.size(); i-- > 0;) {
        if (const auto* table = std::get_if<report::Table>(&document.items[i]))
            turns[i] = needs_side(*table, language) ? Turned::sideways : Turned::upright;
        else if (std::holds_alternative<report::Heading>(document.items[i]) && i + 1 < turns.size())
            turns[i] = turns[i + 1];
    }
    return turns;
}

/// A picture of the document, as PNG.
struct Picture {
    std::string bytes;
    unsigned width = 0;  ///< pixels
    unsigned height = 0;
};

/// Reads the size out of a PNG's first part; none where it is no PNG.
std::optional<Picture> picture_of(std::string png) {
    constexpr std::size_t width_at = 16;
    constexpr std::size_t height_at = 20;
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(png[i]);
        return value;
    };
    if (png.size() < height_at + 4 || !png.starts_with("\x89PNG")) return std::nullopt;
    const unsigned width = number(width_at);
    const unsigned height = number(height_at);
    if (width == 0 || height == 0) return std::nullopt;
    return Picture{std::move(png), width, height};
}

/// The body of the document, and what it brings along.
class Body {
 public:
    explicit Body(wording::Language language) : language_(language) {}

    void add(const Item& item, Turned turned) {
        if (turned != turned_ && !xml_.empty())
            xml_ += R"(<w:p><w:pPr><w:pStyle w:val="Turn"/>)" + page(turned_) + "</w:pPr></w:p>";
        turned_ = turned;
        xml_ += std::visit([this](const auto& each) { return xml(each); }, item);
    }

    [[nodiscard]] std::string whole() const {
        return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
               R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
               R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
               R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
               R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
               R"(xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>)" +
               xml_ + page(turned_) + "</w:body></w:document>";
    }

    [[nodiscard]] const std::vector<Picture>& pictures() const { return pictures_; }
    [[nodiscard]] const diag::Diagnostics& found() const { return found_; }

 private:
    [[nodiscard]] std::string xml(const report::Heading& heading) const {
        constexpr int most = 4;
        return word_paragraph(fmt::format("Heading{}", std::clamp(heading.level, 1, most)), heading.text);
    }

    [[nodiscard]] std::string xml(const report::Paragraph& paragraph) const {
        const bool leads = paragraph.role == report::Paragraph::Role::lead;
        return word_paragraph(leads ? "IntenseQuote" : "Normal", paragraph.text);
    }

    [[nodiscard]] std::string xml(const report::Table& table) const { return word_table(table, language_, room_of(turned_)); }

    [[nodiscard]] std::string xml(const report::Chain& chain) const {
        constexpr int step = 284;
        std::string out;
        for (const report::Chain::Link& link : chain.links)
            out += word_paragraph("Normal", link.text, fmt::format(R"(<w:ind w:left="{}"/>)", step * link.depth));
        return out;
    }

    std::string xml(const report::Chart& chart) { return drawn(chart, chart.alternative); }

    std::string xml(const report::Bars& bars) {
        std::string alternative;
        for (const report::Bars::Bar& bar : bars.bars)
            if (!bar.words.empty()) alternative += (alternative.empty() ? "" : "; ") + bar.label + ": " + bar.words;
        std::string out = drawn(bars, alternative);
        for (const std::string& note : bars.notes)
            if (!can_draw_) out += word_paragraph("TableNote", note);  // else the picture has them
        return out;
    }

    /// The picture under its caption; where it cannot be made, what it would show.
    template <class Shown>
    std::string drawn(const Shown& shown, const std::string& alternative) {
        std::string out = shown.caption.empty() ? "" : word_paragraph("Caption", shown.caption);
        if (!can_draw_) return out + (alternative.empty() ? "" : word_paragraph("Normal", alternative));
        auto bytes = png(svg(shown, Look{.language = language_, .with_caption = false}));
        auto picture = bytes.ok() ? picture_of(std::move(*bytes.value)) : std::nullopt;
        if (picture) {
            pictures_.push_back(std::move(*picture));
            return out + inline_picture(shown.caption, alternative.empty() ? shown.caption : alternative);
        }
        can_draw_ = false;
        found_.warning("P975", {}, {{"program", "rsvg-convert"}, {"package", "librsvg2-bin"}});
        return out + (alternative.empty() ? "" : word_paragraph("Normal", alternative));
    }

    [[nodiscard]] std::string inline_picture(const std::string& name, const std::string& alternative) const {
        constexpr long emu_per_twip = 635;
        const Picture& picture = pictures_.back();
        const std::size_t number = pictures_.size();
        constexpr long of_caption = 1'400;
        const long most_height = emu_per_twip * (height_of(turned_) - of_caption);
        const double shape = static_cast<double>(picture.height) / static_cast<double>(picture.width);
        const long width = std::min(emu_per_twip * upright_room, std::lround(static_cast<double>(most_height) / shape));
        const long height = std::lround(static_cast<double>(width) * shape);
        return fmt::format(
            R"(<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">)"
            R"(<wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="{3}" descr="{4}"/><wp:cNvGraphicFramePr/>)"
            R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>)"
            R"(<pic:nvPicPr><pic:cNvPr id="{2}" name="{3}" descr="{4}"/><pic:cNvPicPr/></pic:nvPicPr>)"
            R"(<pic:blipFill><a:blip r:embed="picture{2}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>)"
            R"(<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>)"
            R"(</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>)",
            width, height, number, in_markup(name), in_markup(alternative));
    }

    wording::Language language_;
    Turned turned_ = Turned::upright;
    std::string xml_;
    std::vector<Picture> pictures_;
    bool can_draw_ = true;
    diag::Diagnostics found_;
};

/// One of the parts that are the same in every document, with what is not filled in.
std::string fixed_part(std::string_view name, const std::vector<std::pair<std::string_view, std::string>>& filled_in) {
    for (const auto& file : embedded::word::files()) {
        if (!file.name.ends_with("/" + std::string(name))) continue;
        std::string text(file.text);
        for (const auto& [placeholder, value] : filled_in)
            for (std::size_t at = 0; (at = text.find(placeholder, at)) != std::string::npos; at += value.size())
                text.replace(at, placeholder.size(), value);
        return text;
    }
    diag::bug("no part " + std::string(name));
}

std::string picture_relationships(std::size_t count) {
    std::string out;
    for (std::size_t i = 1; i <= count; ++i)
        out += fmt::format(
            R"(<Relationship Id="picture{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/picture{0}.png"/>)",
            i);
    return out;
}

}  // namespace

diag::Result<std::string> docx(const report::Document& document, const std::string& title, wording::Language language) {
    Body body(language);
    const std::vector<Turned> turns = turns_of(document, language);
    for (std::size_t i = 0; i < document.items.size(); ++i) body.add(document.items[i], turns[i]);
    const bool danish = language == wording::Language::danish;
    const std::vector<std::pair<std::string_view, std::string>> filled_in{
        {"{language}", danish ? "da-DK" : "en-GB"},
        {"{decimal}", danish ? "," : "."},
        {"{pictures}", picture_relationships(body.pictures().size())},
        {"{title}", in_markup(title)}};  // last: what it says is not filled in any more
    constexpr std::array<std::pair<const char*, const char*>, 9> names{{{"[Content_Types].xml", "content-types.xml"},
                                                                        {"_rels/.rels", "package.xml"},
                                                                        {"docProps/core.xml", "core.xml"},
                                                                        {"docProps/app.xml", "app.xml"},
                                                                        {"word/_rels/document.xml.rels", "relationships.xml"},
                                                                        {"word/styles.xml", "styles.xml"},
                                                                        {"word/settings.xml", "settings.xml"},
                                                                        {"word/theme/theme1.xml", "theme.xml"},
                                                                        {"word/footer1.xml", "footer.xml"}}};
    std::vector<Part> parts;
    for (const auto& [name, file] : names) parts.push_back({name, fixed_part(file, filled_in)});
    parts.push_back({"word/document.xml", body.whole()});
    for (std::size_t i = 0; i < body.pictures().size(); ++i)
        parts.push_back({fmt::format("word/media/picture{}.png", i + 1), body.pictures()[i].bytes});
    return {zipped(parts), body.found()};
}

}  // namespace provenu::output
