#include "evaluate/form.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace provenu::evaluate {
namespace {

/// A longer sum is computed once and for all instead of in every sum that it goes into.
constexpr std::size_t most_terms = 16;

/// factor x register and nothing else
bool is_single(Cell cell) {
    return cell.constant == 0 && cell.terms.size() == 1;
}

bool is_finite_scale(double factor) {
    return std::isfinite(factor);
}

}  // namespace

Cell Row::at(int column) const {
    const std::size_t at = place(column);
    if (terms_.empty()) return {constants_[at], {}};
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    return {constants_[at], {terms_.data() + begin, ends_[at] - begin}};
}

bool Row::repeats(int column) const {
    if (width() == 1) return true;
    const Cell before = at(column - 1);
    const Cell here = at(column);
    return std::bit_cast<std::uint64_t>(before.constant) == std::bit_cast<std::uint64_t>(here.constant) &&
           std::ranges::equal(before.terms, here.terms);
}

void Row::push(const Form& form) {
    constants_.push_back(form.constant);
    push_terms(width() - 1, form.terms);
}

void Row::push_terms(int column, std::span<const Term> terms) {
    if (is_certain() && terms.empty()) return;
    ends_.reserve(constants_.capacity());
    ends_.resize(static_cast<std::size_t>(column));  // those before the first were certain
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    ends_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

void Algebra::add(Form& sum, Cell addend, double factor) {
    sum.constant += addend.constant * factor;
    for (const Term& term : addend.terms) sum.terms.push_back({term.of, term.factor * factor});
}

void Algebra::settle(Form& sum) const {
    std::vector<Term>& terms = sum.terms;
    std::ranges::sort(terms, [this](const Term& a, const Term& b) {
        if (a.of != b.of) return registers_.before(a.of, b.of);
        return std::bit_cast<std::uint64_t>(a.factor) < std::bit_cast<std::uint64_t>(b.factor);
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < terms.size();) {
        Term all = terms[i];
        for (++i; i < terms.size() && terms[i].of == all.of; ++i) all.factor += terms[i].factor;
        if (all.factor != 0 || !registers_.is_polynomial(all.of)) terms[kept++] = all;
    }
    terms.resize(kept);
    if (kept > most_terms) sum = {0, {{registers_.combination(sum.constant, terms), 1}}};
}

Form Algebra::scaled(Cell cell, double factor) const {
    if (!is_finite_scale(factor) && !cell.is_certain() && !is_single(cell)) return {0, {{held(cell), factor}}};
    Form form{is_single(cell) ? 0 : cell.constant * factor, {}};
    form.terms.reserve(cell.terms.size());
    for (const Term& term : cell.terms)
        if (factor != 0 || !registers_.is_polynomial(term.of)) form.terms.push_back({term.of, term.factor * factor});
    return form;
}

Form Algebra::product(std::span<const Cell> factors) const {
    double certain = 1;
    std::vector<Cell> uncertain;
    for (const Cell& factor : factors)
        if (factor.is_certain())
            certain *= factor.constant;
        else
            uncertain.push_back(factor);
    if (uncertain.empty()) return {certain, {}};
    if (uncertain.size() == 1) return scaled(uncertain.front(), certain);
    std::vector<Register> registers;
    std::vector<double> scales;
    for (const Cell& factor : uncertain) {
        if (is_single(factor)) scales.push_back(factor.terms.front().factor);
        registers.push_back(is_single(factor) ? factor.terms.front().of : held(factor));
    }
    std::ranges::sort(scales);
    for (const double scale : scales) certain *= scale;
    const Term term{registers_.product(std::move(registers)), 1};
    return scaled({0, {&term, 1}}, certain);
}

Form Algebra::quotient(Cell dividend, Cell divisor) const {
    if (dividend.is_certain() && divisor.is_certain()) return {dividend.constant / divisor.constant, {}};
    const bool by_number = divisor.is_certain() && std::isfinite(divisor.constant) && divisor.constant != 0;
    if (by_number) {
        Form form{dividend.constant / divisor.constant, {dividend.terms.begin(), dividend.terms.end()}};
        for (Term& term : form.terms) term.factor /= divisor.constant;
        return form;
    }
    if (!is_single(dividend) && !dividend.is_certain()) return apply(Work::divide, std::vector{dividend, divisor});
    const bool certain = dividend.is_certain();  // its factor may differ by year, the division need not
    const Form whole = certain ? Form{1, {}} : Form{0, {{dividend.terms.front().of, 1}}};
    const Form part = apply(Work::divide, std::vector{whole.cell(), divisor});
    return scaled(part.cell(), certain ? dividend.constant : dividend.terms.front().factor);
}

Form Algebra::negative(Cell cell) const {
    Form form{0.0 - cell.constant, {cell.terms.begin(), cell.terms.end()}};
    for (Term& term : form.terms) term.factor = -term.factor;
    return form;
}

Form Algebra::apply(Work work, std::span<const Cell> operands, std::vector<double> numbers) const {
    if (std::ranges::all_of(operands, &Cell::is_certain)) {
        std::vector<double> values;
        for (const Cell& operand : operands) values.push_back(operand.constant);
        return {perform_once(work, values, numbers), {}};
    }
    Value value{work, {}, std::move(numbers)};
    for (const Cell& operand : operands) value.operands.push_back(held(operand));
    return {0, {{registers_.of(std::move(value)), 1}}};
}

Register Algebra::held(Cell cell) const {
    return registers_.combination(cell.constant, cell.terms);
}

}  // namespace provenu::evaluate
