#include "risk/source.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace provenu::risk {
namespace {

/// Values in a line of cache. Columns begin with one, and each at another place of its page, so that they do not drive each other
/// out of the nearest cache.
constexpr std::size_t line = 8;
constexpr std::size_t stride = chance::block_size + 33 * line;

}  // namespace

Source::Source(const chance::Sample& sample, std::vector<Part> parts, std::vector<std::vector<std::size_t>> totals)
    : design_(sample),
      parts_(std::move(parts)),
      totals_(std::move(totals)),
      loops_(loops(sample.instructions)),
      draws_(sample.draws),
      inputs_(sample.marginals.size()),
      results_(totals_.size()) {
    for (const Part& part : parts_) results_ += part.results;
}

Source::Desk Source::desk() const {
    Desk desk;
    desk.values.resize((inputs_ + results_) * stride + line);
    double* next = desk.values.data();
    const std::size_t off = reinterpret_cast<std::uintptr_t>(next) / sizeof(double) % line;
    next += off == 0 ? 0 : line - off;
    for (std::size_t i = 0; i < inputs_; ++i, next += stride) desk.inputs.push_back(next);
    for (std::size_t i = 0; i < results_; ++i, next += stride) desk.results.push_back(next);
    return desk;
}

void Source::draw(std::uint64_t block, Desk& desk, std::span<double* const> out) const {
    const int count = design_.count(block);
    design_.fill(block, desk.inputs);
    std::size_t first = 0;
    for (const Part& part : parts_) {
        std::vector<const double*> drawn;
        for (const std::size_t position : part.drawn) drawn.push_back(desk.inputs[position]);
        part.batch.run(drawn, out.subspan(first, part.results), count, desk.scratch);
        first += part.results;
    }
    for (const auto& total : totals_) {
        double* sum = out[first++];
        std::fill_n(sum, count, 0.0);
        for (const std::size_t position : total) loops_.add({out[position], static_cast<std::size_t>(count)}, sum);
    }
}

}  // namespace provenu::risk
