#include "whatif/grade.hpp"

#include <catch2/catch.hpp>

#include "support/proposals.hpp"

namespace provenu {
namespace {

/// The grade of the last line of a proposal with these inputs and recurring lines.
std::string grade(const std::string& inputs, const std::string& lines) {
    const std::string text =
        support::proposal("uses: [std/evidence-grades]\ninputs:\n  fee: 3\n" + inputs + "recurring:\n" + lines);
    const auto read = input::read_proposal_text(text, "case.yaml");
    if (!read.ok()) diag::bug("not a proposal: " + support::shown(read.diagnostics.sorted().front()));
    const auto* found = whatif::grade_of(*read.value, read.value->lines.back());
    return found == nullptr ? "none" : found->id.value;
}

const std::string price = "  price: {value: 20, grade: grade-4}\n";
const std::string places = "  places: {value: 5, grade: grade-2}\n";

TEST_CASE("A line's evidence is as weak as the weakest input in its amounts") {
    CHECK(grade(price + places, "  - {id: a, saving: places * price}\n") == "grade-4");
    CHECK(grade(price + places, "  - {id: a, saving: places * fee}\n") == "grade-2");
    CHECK(grade(price + places, "  - {id: a, saving: {quantity: places, price: price}}\n") == "grade-4");
    CHECK(grade(price, "  - {id: a, saving: {2027: fee, 2028..: price}}\n") == "grade-4");
    CHECK(grade(price, "  - {id: a, parts: [{cost: fee}, {saving: price}]}\n") == "grade-4");
    CHECK(grade("  adviser: {value: 650 t.kr./FTE/year, grade: grade-3}\n", "  - {id: a, staff: {adviser: 2}}\n") == "grade-3");
    CHECK(grade(price, "  - {id: a, saving: fee}\n") == "none");
}

TEST_CASE("A line's own grade goes before its inputs'") {
    CHECK(grade(price, "  - {id: a, grade: grade-1, saving: price}\n") == "grade-1");
}

TEST_CASE("Evidence is followed through other inputs, stocks and lines") {
    CHECK(grade(price + "  cost: price * 2\n  twice: cost * 2\n", "  - {id: a, saving: twice}\n") == "grade-4");
    CHECK(grade(price + "  cost: {value: price * 2, grade: grade-2}\n", "  - {id: a, saving: cost}\n") == "grade-4");
    CHECK(grade("  rate: {value: 60%, grade: grade-5}\n"
                "  effect: {stock: {add: 10 * rate, from: 2026, fade: {1: 50%}}}\n",
                "  - {id: a, saving: effect * fee}\n") == "grade-5");
    CHECK(grade("  held: {value: 60%, grade: grade-6}\n"
                "  effect: {stock: {add: 10, from: 2026, fade: {1: 50%, 2: held}}}\n",
                "  - {id: a, saving: effect * fee}\n") == "grade-6");
    CHECK(grade(price, "  - {id: a, saving: price}\n  - {id: b, cost: {share: 10%, of: a}}\n") == "grade-4");
    CHECK(grade(price, "  - {id: a, grade: grade-1, saving: price}\n  - {id: b, cost: {share: 10%, of: a}}\n") == "grade-1");
}

TEST_CASE("A chain of thousands of inputs is followed to its end") {
    std::string inputs = "  x0: {value: 1, grade: grade-5}\n";
    for (int i = 1; i <= 5000; ++i) inputs += "  x" + std::to_string(i) + ": x" + std::to_string(i - 1) + " + 1\n";
    CHECK(grade(inputs, "  - {id: a, saving: x5000}\n") == "grade-5");
}

TEST_CASE("The grades and bias types that are named exist") {
    using support::mistakes;
    using support::proposal;
    const std::string uses = "uses: [std/evidence-grades, std/optimism-bias]\n";
    const auto line = [](const std::string& keys) { return "recurring:\n  - {id: a, cost: 3, " + keys + "}\n"; };
    CHECK(mistakes(proposal(uses + line("grade: grade-3, bias_type: outsourcing, mitigation: 40%"))).empty());
    CHECK(support::codes(proposal(uses + line("grade: grade3"))) == "P665");
    CHECK(support::codes(proposal(uses + line("grade: sure"))) == "P670");
    CHECK(support::codes(proposal(line("grade: grade-3"))) == "P672");
    CHECK(support::codes(proposal(uses + line("bias_type: outsourced"))) == "P666");
    CHECK(support::codes(proposal(uses + line("bias_type: it"))) == "P671");
    CHECK(support::codes(proposal(line("bias_type: outsourcing"))) == "P673");
    CHECK(support::codes(proposal(uses + line("mitigation: 40%"))) == "P669");
    CHECK(support::codes(proposal(uses + "inputs:\n  x: {value: 3, grade: sure}\nrecurring:\n  - {id: a, cost: x}\n")) == "P670");
}

TEST_CASE("A grade alone changes no figure") {
    const std::string lines = "recurring:\n  - {id: a, label: A, saving: 20";
    const auto plain = support::compute(support::proposal(lines + "}\n"));
    const auto graded = support::compute(support::proposal("uses: [std/evidence-grades]\n" + lines + ", grade: grade-6}\n"));
    CHECK(plain.table("net.total") == graded.table("net.total"));
}

}  // namespace
}  // namespace provenu
