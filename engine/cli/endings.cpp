#include "cli/endings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <variant>

#include "cli/options.hpp"
#include "provenu/output/page.hpp"
#include "provenu/output/pictures.hpp"
#include "provenu/output/word.hpp"
#include "provenu/output/workbook.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

using Bytes = diag::Result<std::string>;

/// What is made of the paper, where there is one.
template <class Make>
Bytes of_paper(const Reported& reported, Make make) {
    auto paper = reported.paper();
    if (!paper.ok()) return {std::nullopt, std::move(paper.diagnostics)};
    return {make(*paper.value), std::move(paper.diagnostics)};
}

Bytes markdown(const Reported& reported, const Asked& /*asked*/) {
    return of_paper(reported, [&](const report::Document& paper) { return output::markdown(paper, reported.language); });
}

using WordWriter = Bytes (*)(const report::Document&, const std::string&, wording::Language);

Bytes by(WordWriter write, const Reported& reported) {
    auto paper = reported.paper();
    if (!paper.ok()) return {std::nullopt, std::move(paper.diagnostics)};
    auto made = write(*paper.value, reported.title, reported.language);
    paper.diagnostics.append(made.diagnostics);
    return {std::move(made.value), std::move(paper.diagnostics)};
}

Bytes docx(const Reported& reported, const Asked& /*asked*/) {
    return by(output::docx, reported);
}

Bytes pdf(const Reported& reported, const Asked& /*asked*/) {
    return by(output::pdf, reported);
}

Bytes csv(const Reported& reported, const Asked& asked) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const auto table = output::csv(reported.table(), csv_dialect_asked(asked, reported.language));
    return {(asked.has("bom") ? std::string(byte_order_mark) : std::string()) + table, {}};
}

Bytes json(const Reported& reported, const Asked& /*asked*/) {
    return {output::json(reported.data()), {}};
}

struct Drawn {
    output::Look look;

    std::string operator()(const report::Chart& chart) const { return output::svg(chart, look); }
    std::string operator()(const report::Bars& bars) const { return output::svg(bars, look); }
    template <class Other>
    std::string operator()(const Other& /*item*/) const {
        return {};
    }
};

Bytes svg(const Reported& reported, const Asked& /*asked*/) {
    auto picture = reported.picture();
    if (!picture.ok()) return {std::nullopt, std::move(picture.diagnostics)};
    return {std::visit(Drawn{{.language = reported.language}}, *picture.value), std::move(picture.diagnostics)};
}

Bytes png(const Reported& reported, const Asked& asked) {
    const auto drawn = svg(reported, asked);
    return drawn.ok() ? output::png(*drawn.value) : drawn;
}

/// A figure in a page says where it comes from.
Bytes html(const Reported& reported, const Asked& /*asked*/) {
    return of_paper(reported, [&](report::Document document) {
        if (reported.explain) reported.explain(document);
        const auto data = reported.data();
        return output::html({reported.language, reported.title, document, data});
    });
}

Bytes xlsx(const Reported& reported, const Asked& /*asked*/) {
    return output::xlsx(reported.workbook());
}

constexpr std::array<Ending, 9> every_ending{{{"xlsx", xlsx},
                                              {"docx", docx},
                                              {"pdf", pdf},
                                              {"html", html},
                                              {"md", markdown},
                                              {"csv", csv},
                                              {"json", json},
                                              {"svg", svg},
                                              {"png", png}}};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return out;
}

}  // namespace

std::span<const Ending> endings() {
    return every_ending;
}

diag::Result<Ending> ending_of(std::string_view path) {
    diag::Result<Ending> result;
    const auto name = path.substr(path.find_last_of('/') + 1);
    const auto dot = name.find_last_of('.');
    const auto written = dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
    for (const Ending& ending : endings())
        if (ending.name == written) result.value = ending;
    if (result.value) return result;
    std::string all;
    for (const Ending& ending : endings()) all += (all.empty() ? "." : ", .") + std::string(ending.name);
    result.diagnostics.error("P969", {}, {{"path", std::string(path)}, {"all", all}});
    return result;
}

}  // namespace provenu::cli
