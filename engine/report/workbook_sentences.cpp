#include "report/workbook_sentences.hpp"

#include <fmt/format.h>

#include "report/findings.hpp"
#include "report/frame_standing.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

/// `4 years`, `1 year`
std::string in_years(wording::Language language, const std::string& years, int decimals) {
    const std::vector<diag::Argument> count{{"count", spelled(years, decimals)}};
    return fmt::format("IF(ROUND({},{})=1,{},{})", years, decimals, sentence(language, "table.years.one", count),
                       sentence(language, "table.years.many", count));
}

/// One case's payback, sentence by sentence.
struct Paying {
    const CaseSheets& sheets;
    std::string name;
    wording::Language language;

    [[nodiscard]] std::string of(const std::string& suffix) const { return sheets.standing(name + suffix); }
    [[nodiscard]] bool is_payer() const { return name.starts_with("payback.payer"); }

    [[nodiscard]] std::string pays_back() const {
        const bool exact = sheets.plan().payback.convention == model::Convention::exact;
        const auto say = [&](const std::string& beyond) {
            return sentence(language, "table.pays_back" + beyond + (exact ? ".exact" : ""),
                            {{"years", in_years(language, of(""), exact ? 1 : 0)},
                             {"exact", spelled(of(".exact"), 1)},
                             {"year", of(".turn_year")}});
        };
        return fmt::format("IF({}>{},{},{})", of(".turn_year"), last_year(), say(".beyond"), say(""));
    }

    [[nodiscard]] std::string last_year() const {
        const quantity::Axis& axis = sheets.book().axis;
        return reference(sheets.calculation_sheet, header_line, years_at + axis.table.count() - 1);
    }

    [[nodiscard]] std::string never() const {
        const std::string plain = sentence(language, "table.never");
        std::string said = plain;
        if (sheets.rows->row_of(name + ".needed_saving")) {
            const int decimals = decimals_of(sheets.book().money);
            const std::string needed = of(".needed_saving");
            const std::string within = of(".with_needed_saving");
            const std::string second = reference(sheets.calculation_sheet, header_line, years_at + 1);
            const std::string how = sentence(language, "table.never.needed",
                                             {{"saving", spelled(fmt::format("ROUNDUP({}-1E-9,{})", needed, decimals), decimals)},
                                              {"year", second},
                                              {"years", in_years(language, fmt::format("-INT(1E-9-{})", within), 0)}});
            said = fmt::format("IF(AND({}>0,ABS({})<1E+9),{},{})", needed, within, how, plain);
        }
        const bool may_only_pay = is_payer() && name != "payback.payers" && name != "payback.payer.municipality";
        if (!may_only_pay) return said;
        const std::string net = sheets.years_of(name.substr(std::string("payback.").size()) + ".net");
        return fmt::format("IF(MIN({})>=0,{},{})", net, sentence(language, "payers.no_gain"), said);
    }

    [[nodiscard]] std::string at_once() const { return sentence(language, is_payer() ? "payers.no_outlay" : "table.at_once"); }
};

}  // namespace

std::string in_quotes(const std::string& text) {
    constexpr std::size_t most = 250;  // a text in a formula may have 255 characters
    std::string quoted = "\"";
    std::size_t length = 0;
    for (const char letter : text) {
        const bool begins = (letter & 0xC0) != 0x80;
        if (begins && length > 0 && length % most == 0) quoted += "\"&\"";
        if (begins) ++length;
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

std::string sentence(wording::Language language, const std::string& key, const std::vector<diag::Argument>& formulas) {
    // Marks that no text has stand for the arguments, so that the text may place them as it likes.
    std::vector<diag::Argument> marks;
    for (std::size_t i = 0; i < formulas.size(); ++i)
        marks.push_back({formulas[i].name, std::string(1, '\x01') + static_cast<char>('0' + i)});
    const std::string text = wording::text(language, key, marks);
    std::vector<std::string> pieces;
    std::size_t from = 0;
    for (std::size_t mark = text.find('\x01'); mark != std::string::npos; mark = text.find('\x01', from)) {
        if (mark > from) pieces.push_back(in_quotes(text.substr(from, mark - from)));
        pieces.push_back(formulas[static_cast<std::size_t>(text[mark + 1] - '0')].value);
        from = mark + 2;
    }
    if (from < text.size() || pieces.empty()) pieces.push_back(in_quotes(text.substr(from)));
    std::string formula;
    for (const std::string& piece : pieces) formula += (formula.empty() ? "" : "&") + piece;
    return formula;
}

std::string spelled(const std::string& number, int decimals) {
    return fmt::format("FIXED({},{})", number, decimals);
}

std::string payback_sentence(const CaseSheets& sheets, const std::string& name, wording::Language language) {
    const Paying paying{sheets, name, language};
    return fmt::format("IF({0}>=1E+9,{1},IF({0}<=-1E+9,{2},{3}))", paying.of(".turn"), paying.never(), paying.at_once(),
                       paying.pays_back());
}

std::string result_sentence(const CaseSheets& sheets, const std::string& section, wording::Language language) {
    const int decimals = decimals_of(sheets.book().money);
    const auto of = [&](const std::string& name) { return sheets.standing(name); };
    if (section == "irr") {
        const std::string rate = sentence(language, "table.irr.value", {{"rate", spelled("100*" + of("irr"), 1) + "&\" %\""}});
        return fmt::format("IF(ISNUMBER({}),{},IF({}=0,{},{}))", of("irr"), rate, of("irr.count"),
                           sentence(language, "table.irr.none"), sentence(language, "workbook.irr.several"));
    }
    if (section == "peak")
        return fmt::format(
            "IF({}>0,{},{})", of("peak"),
            sentence(language, "table.peak.value", {{"amount", spelled(of("peak"), decimals)}, {"year", of("peak.year")}}),
            sentence(language, "table.peak.none"));
    if (section == "full_phase_in")
        return sentence(language, "table.full_phase_in.value", {{"amount", spelled(of("full_phase_in"), decimals)}});
    return "";
}

std::string year_sentence(const Broken& broken, std::size_t year) {
    const auto has_cell = [&](std::size_t at) { return at < broken.cells.size() && !broken.cells[at].empty(); };
    if (!has_cell(year)) return "\"\"";
    const std::string begins = "\", \"&" + broken.years[year];
    std::string said = begins;
    if (year > 0 && has_cell(year - 1)) {
        const std::string ends = "\"-\"&" + broken.years[year];
        const std::string goes_on = fmt::format("IF({}=1,\"\",{})", has_cell(year + 1) ? broken.cells[year + 1] : "0", ends);
        said = fmt::format("IF({}=1,{},{})", broken.cells[year - 1], goes_on, begins);
    }
    return fmt::format("IF({}=1,{},\"\")", broken.cells[year], said);
}

std::string ceiling_sentence(const CaseSheets& sheets, const compile::PlannedShare& share, const Broken& broken,
                             wording::Language language) {
    const diag::Argument limit{"limit", fmt::format("ROUND(100*{},3)&\" %\"", sheets.standing(share.at_most))};
    return fmt::format("IF({}=\"\",{},{})", broken.said, sentence(language, "payers.shares.holds", {limit}),
                       sentence(language, "payers.shares.broken", {limit, {"years", broken.said}}));
}

std::string frame_sentence(const CaseSheets& sheets, const compile::PlannedFrame& frame, const Broken& broken,
                           wording::Language language) {
    const FrameStanding standing{sheets.book().axis.table, frame.given, {}, sheets.book().money};
    const std::vector<int> limited = years_limited(standing);
    if (limited.empty()) return in_quotes(wording::text(language, "frames.no_limit"));
    const std::string missing = sheets.years_of("frame." + frame.id + ".missing");
    const int last = years_at + sheets.book().axis.table.count() - 1;
    const std::string years = reference(sheets.calculation_sheet, header_line, years_at, last);
    const std::vector<diag::Argument> said{{"years", broken.said},
                                           {"missing", spelled("MAX(" + missing + ")", decimals_of(sheets.book().money))},
                                           {"year", fmt::format("INDEX({0},MATCH(MAX({1}),{1},0))", years, missing)}};
    const bool all = limited.size() == frame.given.size();
    const std::vector<diag::Argument> held{{"years", in_quotes(in_words(limited))}};
    return fmt::format(
        "IF({0}=\"\",{1},IF(LEN({0})=4,{2},{3}))", broken.said,
        sentence(language, all ? "frames.holds.yes" : "frames.holds.some", all ? std::vector<diag::Argument>{} : held),
        sentence(language, "frames.holds.no.one", said), sentence(language, "frames.holds.no", said));
}

}  // namespace provenu::report
