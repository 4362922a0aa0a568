#include <fmt/format.h>

#include <boost/uuid/detail/sha1.hpp>

#include "report/amounts.hpp"
#include "report/findings.hpp"
#include "report/footnotes.hpp"
#include "report/layout.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;

/// The file's fingerprint, as `certutil -hashfile FILE SHA1` and `sha1sum` print it.
std::string fingerprint(const std::string& text) {
    boost::uuids::detail::sha1 hash;
    hash.process_bytes(text.data(), text.size());
    boost::uuids::detail::sha1::digest_type digest;
    hash.get_digest(digest);
    std::string written;
    for (const unsigned int part : digest) written += fmt::format("{:08x}", part);
    return written;
}

class Sheet {
 public:
    Sheet(const WorkbookFindings& findings, wording::Language language) : findings_(findings), language_(language) {
        sheet_.name = words("workbook.sheet.about");
    }

    WorkSheet build() {
        const WorkbookCase& base = findings_.cases.front();
        sheet_.cells.push_back({line_++, 0, in_words(base.plan.title, language_, base.plan.id), {Role::title}, 0});
        ++line_;
        add_facts(base);
        add_group("workbook.about.how");
        for (const char* key : {"workbook.how.inputs", "workbook.how.formulas", "workbook.how.protection", "workbook.how.numbers",
                                "workbook.how.never", "workbook.how.years", "workbook.how.rounding", "workbook.how.irr"})
            add_note(words(key));
        if (findings_.cases.size() > 1) add_note(words("workbook.how.scenarios"));
        if (findings_.sensitivity) add_note(words("workbook.how.sensitivity"));
        add_group("workbook.about.notes");
        const Findings found{base.plan, base.figures, language_};
        for (const std::string& note : footnotes(found, amounts_of(found))) add_note(note);
        sheet_.widths = {28, 92};
        return std::move(sheet_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }

    void add_fact(const char* key, const std::string& value) {
        if (value.empty()) return;
        sheet_.cells.push_back({line_, 0, words(key), {Role::label}, 0});
        sheet_.cells.push_back({line_++, 1, value, {Role::text, Format::general, false, true}, 0});
    }

    void add_facts(const WorkbookCase& base) {
        const auto& source = base.proposal.id.place.source;
        const std::string path = source ? source->path : "";
        add_fact("workbook.about.proposal", base.plan.id);
        add_fact("workbook.about.owner", base.plan.owner);
        add_fact("workbook.about.file", path.substr(path.find_last_of('/') + 1));
        if (source) add_fact("workbook.about.hash", fingerprint(source->text));
        add_fact("workbook.about.program", "Provenu " + findings_.version);
        if (findings_.date) add_fact("workbook.about.date", quantity::name(*findings_.date));
        add_fact("workbook.about.unit", unit_of_amounts(base.plan.book.money, base.plan.price_level, language_));
        std::string scenarios;
        for (const WorkbookCase& each : findings_.cases)
            scenarios += (scenarios.empty() ? "" : "; ") + scenario_of(each.plan, language_);
        add_fact("workbook.about.scenarios", scenarios);
        add_fact("workbook.about.source", base.plan.source);
    }

    void add_group(const char* key) {
        ++line_;
        sheet_.cells.push_back({line_, 0, words(key), {Role::group}, 0});
        sheet_.cells.push_back({line_++, 1, {}, {Role::group}, 0});
    }
    void add_note(const std::string& note) {
        sheet_.cells.push_back({line_++, 0, note, {Role::text, Format::general, false, true}, 1});
    }

    const WorkbookFindings& findings_;
    wording::Language language_;
    WorkSheet sheet_;
    int line_ = 0;
};

}  // namespace

WorkSheet about_sheet(const WorkbookFindings& findings, wording::Language language) {
    return Sheet(findings, language).build();
}

}  // namespace provenu::report
