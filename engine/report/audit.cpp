#include "provenu/report/audit.hpp"

#include <algorithm>
#include <optional>

#include "provenu/wording/number.hpp"
#include "report/audit_words.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

/// Writes the letter, part by part; a part of which there is nothing to say is left out.
class Letter {
 public:
    Letter(const Audited& audited, wording::Language language)
        : audited_(audited), findings_(audited.findings), words_(audited, language), language_(language) {}

    Document written() {
        document_.items.emplace_back(Heading{words_.words("heading", {{"title", audited_.title}}), 1});
        say(verdict());
        differences();
        claims();
        paybacks();
        part("notes", words_.notes());
        return std::move(document_);
    }

 private:
    void say(std::string text) { document_.items.emplace_back(Paragraph{std::move(text)}); }

    void part(const std::string& heading, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        document_.items.emplace_back(Heading{words_.words("heading." + heading), 2});
        for (const std::string& each : sentences) say(each);
    }

    [[nodiscard]] std::string counted(const std::string& key, std::ptrdiff_t count) const {
        return words_.words(key + (count == 1 ? ".one" : ".many"), {{"count", std::to_string(count)}});
    }

    /// What is wrong, in a sentence; the unit of all that follows.
    [[nodiscard]] std::string verdict() const {
        std::vector<std::string> wrong;
        const auto in_table =
            std::ranges::count_if(findings_.differences, [](const auto& each) { return each.year || !each.column.empty(); });
        const auto in_text = std::ranges::count_if(findings_.claims, [](const auto& claim) { return !claim.holds; });
        const auto years =
            std::ranges::count_if(findings_.paybacks, [](const auto& payback) { return payback.conventions.empty(); });
        if (in_table > 0) wrong.push_back(counted("count.table", in_table));
        if (in_text > 0) wrong.push_back(counted("count.text", in_text));
        if (years > 0) wrong.push_back(counted("count.payback", years));
        const std::string verdict =
            wrong.empty() ? words_.words(clean()) : words_.words("verdict.wrong", {{"counted", words_.listed(wrong)}});
        const auto unit = findings_.unit ? words_.words("unit", {{"unit", unit_of_amounts(*findings_.unit, 0, language_)}}) : "";
        return verdict + (unit.empty() ? "" : " " + unit);
    }

    [[nodiscard]] std::string clean() const {
        if (audited_.id.empty() && findings_.totals == 0) return "verdict.table.nothing";
        const bool rounded = std::ranges::any_of(findings_.notes, [](const audit::Note& note) {
            return std::holds_alternative<audit::Rounding>(note) || std::holds_alternative<audit::CoarseRow>(note);
        });
        return std::string("verdict.") + (audited_.id.empty() ? "table" : "proposal") + (rounded ? ".rounded" : "");
    }

    void differences() {
        std::vector<std::string> sentences;
        for (const DifferenceGroup& group : grouped(findings_.differences)) sentences.push_back(words_.sentences(group));
        part("differences", sentences);
    }

    void claims() {
        std::vector<std::string> sentences;
        std::vector<std::string> holding;
        for (const audit::Claim& claim : findings_.claims)
            if (claim.holds)
                holding.push_back(words_.words("claim.holds", {{"says", claim.says}, {"computed", words_.computed(claim)}}));
            else
                sentences.push_back(words_.sentences(claim));
        if (!holding.empty()) sentences.push_back(words_.words("claims.hold", {{"claims", words_.listed(holding)}}));
        part("claims", sentences);
    }

    void paybacks() {
        std::vector<std::string> sentences;
        for (const audit::Payback& payback : findings_.paybacks) sentences.push_back(words_.sentence(payback));
        part("paybacks", sentences);
    }

    const Audited& audited_;
    const audit::Findings& findings_;
    AuditWords words_;
    wording::Language language_;
    Document document_;
};

}  // namespace

Document audit(const Audited& audited, wording::Language language) {
    return Letter(audited, language).written();
}

}  // namespace provenu::report
