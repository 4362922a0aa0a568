#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using Written = std::optional<model::Placed<std::string>>;

struct Codes {
    NameFindings findings;
    const char* none;  ///< where nothing of the kind is known
};

/// Refuses what names none of the items.
template <class Item>
void check(Lowering& lowering, const Written& written, const std::vector<Item>& items, Codes codes) {
    if (!written || lowering.proposal.names_lost) return;
    if (items.empty()) return lowering.found.error(codes.none, written->place, {{"name", written->value}});
    Names known;
    for (const Item& item : items) add(known, item.id.value);
    if (!has(known, written->value)) refuse_name(lowering, *written, codes.findings, known);
}

}  // namespace

void check_evidence(Lowering& lowering) {
    const model::Policies& policies = lowering.proposal.policies;
    const Codes grades{{"P665", "P670"}, "P672"};
    const Codes bias_types{{"P666", "P671"}, "P673"};
    for (const model::Input& input : lowering.proposal.inputs) check(lowering, input.grade, policies.grades, grades);
    for (const model::Line& line : lowering.proposal.lines) {
        check(lowering, line.grade, policies.grades, grades);
        check(lowering, line.bias_type, policies.bias_types, bias_types);
    }
}

}  // namespace provenu::compile
