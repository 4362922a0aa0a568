#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

using compile::PlannedLine;
using compile::PlannedPayer;
using compile::PlannedShare;

class Payers {
 public:
    explicit Payers(const Findings& findings) : findings_(findings), table_(yearly_table(findings, "payers.caption")) {}

    Table build() {
        for (const PlannedPayer& payer : findings_.plan.payers)
            if (payer.has_cash && has_part(findings_, payer)) add_payer(payer);
        add_group(words("payers.all"));
        add_flow("payers", "payers");
        add_apart();
        for (const PlannedPayer& payer : findings_.plan.payers)
            if (has_part(findings_, payer)) add_payback("payer." + payer.id, label(payer), payer.has_cash);
        add_payback("payers", words("payers.all"), true);
        add_notes();
        return std::move(table_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(findings_.language, key, arguments);
    }
    [[nodiscard]] std::string label(const PlannedPayer& payer) const {
        return in_words(payer.label, findings_.language, payer.id);
    }
    [[nodiscard]] std::string label(const PlannedLine& line) const { return in_words(line.label, findings_.language, line.id); }

    void add_group(const std::string& label) {
        table_.rows.push_back(row(Row::Role::group, "", {label_cell(label)}, table_.columns.size()));
    }

    /// A row that also says, for other programs, whose it is.
    struct Heading {
        Row::Role role;
        std::string section;
        std::string label;
        std::string code;
    };

    void add(Heading heading, const std::string& definition) {
        std::vector<Cell> cells{{std::move(heading.label), "", std::move(heading.code)}};
        const bool flow = heading.section == "payer_net" || heading.section == "payer_balance";
        for (Cell& cell : flow ? year_cells(findings_, definition) : amount_cells(findings_, definition))
            cells.push_back(std::move(cell));
        table_.rows.push_back(row(heading.role, std::move(heading.section), std::move(cells), table_.columns.size()));
    }

    void add_flow(const std::string& name, const std::string& code) {
        add({Row::Role::line, "payer_net", words("payers.net"), code}, name + ".net");
        add({Row::Role::line, "payer_balance", words("payers.balance"), code}, name + ".balance");
    }

    [[nodiscard]] bool counts(const PlannedShare& share) const {
        return findings_.plan.all_realised || share.realised == model::Realised::cash;
    }

    template <class Visit>
    void for_each_share(Visit visit) const {
        for (const PlannedLine& line : findings_.plan.lines)
            for (const PlannedShare& share : line.shares) visit(line, share);
    }

    void add_payer(const PlannedPayer& payer) {
        add_group(label(payer));
        add_flow("payer." + payer.id, payer.id);
        for_each_share([&](const PlannedLine& line, const PlannedShare& share) {
            if (share.payer != payer.id || !counts(share) || !has_part(findings_, share)) return;
            add({Row::Role::of_which, "payer_line", words("payers.of_which", {{"line", label(line)}}), line.id}, share.amount);
            table_.rows.back().note = payer.id;
        });
    }

    void add_apart() {
        bool first = true;
        for_each_share([&](const PlannedLine& line, const PlannedShare& share) {
            if (counts(share) || !has_part(findings_, share)) return;
            if (std::exchange(first, false)) add_group(words("payers.apart"));
            const std::string text = words("payers.apart." + name(share.realised),
                                           {{"payer", payer_label(findings_, share.payer)}, {"line", label(line)}});
            add({Row::Role::line, "payer_apart", text, line.id}, share.amount);
            table_.rows.back().note = share.payer;
        });
    }

    void add_payback(const std::string& name, const std::string& who, bool has_cash) {
        table_.rows.push_back(row(Row::Role::result, "payback_" + name, {label_cell(words("payers.payback", {{"payer", who}}))},
                                  table_.columns.size()));
        table_.rows.back().outcome = outcome(name, has_cash);
    }

    /// Payback in words; a payer that only pays or only gains has nothing to be paid back.
    [[nodiscard]] Outcome outcome(const std::string& name, bool has_cash) const {
        const std::string payback = "payback." + name;
        const auto net = findings_.figures.block(name + ".net");
        const bool at_once = payback_of(findings_, payback).state == Payback::State::at_once;
        const bool pays_only = name != "payers" && name != "payer.municipality" && (net.row(0) >= 0).all();
        if (has_cash && !at_once && !pays_only) return payback_outcome(findings_, payback);
        const std::string said = words(!has_cash ? "payers.no_cash" : at_once ? "payers.no_outlay" : "payers.no_gain");
        return {said, {{}, payback, ""}, said};
    }

    void add_notes() {
        std::vector<std::string> outside;
        bool apart = false;
        for (const PlannedPayer& payer : findings_.plan.payers) {
            if (payer.outside) outside.push_back(label(payer));
            apart = apart || !payer.apart.empty();
        }
        if (!outside.empty())
            table_.notes.push_back(words("payers.note.outside", {{"payers", fmt::format("{}", fmt::join(outside, ", "))}}));
        if (findings_.plan.all_realised) table_.notes.push_back(words("payers.note.all"));
        if (apart) table_.notes.push_back(words("payers.note.cash"));
    }

    const Findings& findings_;
    Table table_;
};

}  // namespace

Table payer_table(const Findings& findings) {
    return Payers(findings).build();
}

}  // namespace provenu::report
