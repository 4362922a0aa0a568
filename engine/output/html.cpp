#include "output/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "embedded/page.hpp"
#include "output/lettering.hpp"
#include "output/markup.hpp"
#include "provenu/output/page.hpp"
#include "provenu/output/pictures.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {
namespace {

constexpr int deepest_heading = 6;

std::string_view part(std::string_view ending) {
    for (const embedded::page::File& file : embedded::page::files())
        if (file.name.ends_with(ending)) return file.text;
    return {};
}

/// Headings, paragraphs, tables and figures one after the other; what stands under a heading of the second level is a section.
class Body {
 public:
    explicit Body(wording::Language language) : language_(language) {}

    void operator()(const report::Heading& item) {
        const int level = std::clamp(item.level, 1, std::min(level_ + 1, deepest_heading));  // no level is skipped
        if (level == 2) end_section();
        if (level == 2) out_ += "<section>\n";
        in_section_ = in_section_ || level == 2;
        out_ += element("h" + std::to_string(level), on_one_line(item.text)) + "\n";
        level_ = level;
    }

    void operator()(const report::Paragraph& item) {
        out_ += element("p", on_one_line(item.text), item.role == report::Paragraph::Role::lead ? " class=\"lead\"" : "") + "\n";
    }

    void operator()(const report::Table& table) { out_ += table_in_html(table, next_id(), language_); }

    void operator()(const report::Chain& chain) {
        int depth = -1;
        for (const report::Chain::Link& link : chain.links) {
            const int wanted = std::min(link.depth, depth + 1);
            out_ += wanted > depth ? "<ul class=\"chain\">\n<li>" : "</li>\n";
            if (wanted <= depth) {
                for (; depth > wanted; --depth) out_ += "</ul></li>\n";
                out_ += "<li>";
            }
            depth = wanted;
            out_ += in_markup(on_one_line(link.text));
        }
        for (; depth >= 0; --depth) out_ += "</li></ul>\n";
    }

    void operator()(const report::Chart& chart) {
        begin_figure(chart.id);
        put_pictures(chart);
        end_figure(chart.caption, chart.alternative, {});
    }

    void operator()(const report::Bars& bars) {
        begin_figure(bars.id);
        put_pictures(bars);
        end_figure(bars.caption, bars.alternative, bars.notes);
    }

    std::string whole() {
        end_section();
        return out_;
    }

 private:
    std::string next_id() { return "table-" + std::to_string(++tables_); }

    void end_section() {
        if (in_section_) out_ += "</section>\n";
        in_section_ = false;
    }

    void begin_figure(const std::string& id) {
        out_ += id.empty() ? "<figure>\n" : fmt::format("<figure id=\"chart-{}\">\n", in_markup(id));
    }

    /// The caption stands above, what the picture shows in words and what must be known below.
    void end_figure(const std::string& caption, const std::string& alternative, const std::vector<std::string>& notes) {
        out_ += "<figcaption>";
        if (!caption.empty()) out_ += element("strong", on_one_line(caption));
        if (!alternative.empty()) out_ += " " + element("span", on_one_line(alternative));
        for (const std::string& note : notes) out_ += " " + element("span", on_one_line(note));
        out_ += "</figcaption>\n</figure>\n";
    }

    /// Drawn twice, for wide pages and for phones; one of them is shown.
    template <class Drawn>
    void put_pictures(const Drawn& drawn) {
        Look look{.language = language_, .in_page = true, .with_caption = false};
        out_ += "<div class=\"wide\">" + svg(drawn, look) + "</div>\n";
        look.width = 360;
        out_ += "<div class=\"narrow\">" + svg(drawn, look) + "</div>\n";
    }

    wording::Language language_;
    std::string out_;
    int tables_ = 0;
    int level_ = 0;
    bool in_section_ = false;
};

/// A page must have one.
std::string title_of(const Page& page) {
    if (!page.title.empty()) return page.title;
    for (const report::Item& item : page.document.items)
        if (const auto* heading = std::get_if<report::Heading>(&item)) return heading->text;
    return "Provenu";
}

std::string safe_in_script(std::string json) {
    for (std::size_t at = 0; (at = json.find('<', at)) != std::string::npos;) json.replace(at, 1, "\\u003c");
    return json;
}

}  // namespace

std::string html(const Page& page) {
    const bool danish = page.language == wording::Language::danish;
    Body body(page.language);
    for (const report::Item& item : page.document.items) std::visit(body, item);
    std::string out =
        fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", danish ? "da" : "en");
    out +=
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; img-src data:\">\n"
        "<link rel=\"icon\" href=\"data:,\">\n";
    out += element("title", on_one_line(title_of(page))) + "\n";
    out += fmt::format("<style>\n{}</style>\n</head>\n<body>\n<main>\n", part("/style.css"));
    out += body.whole() + "</main>\n";
    out += fmt::format(
        "<div id=\"why\" role=\"tooltip\" hidden></div>\n<script type=\"application/json\" id=\"figures\">\n{}</script>\n",
        safe_in_script(json(page.data)));
    return out + fmt::format("<script>\n{}</script>\n</body>\n</html>\n", part("/script.js"));
}

}  // namespace provenu::output
