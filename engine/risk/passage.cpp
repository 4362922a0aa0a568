#include "risk/passage.hpp"

#include <algorithm>

#include "risk/blocks.hpp"

namespace provenu::risk {

namespace {

/// What the desks of further threads take is taken from the room for draws, but not all of it.
std::size_t room_beside(const std::vector<Source::Desk>& desks, std::size_t room) {
    std::size_t taken = 0;
    for (std::size_t i = 1; i < desks.size(); ++i) taken += desks[i].values.size() * sizeof(double);
    return room - std::min(taken, room / 2);
}

}  // namespace

Passage::Passage(const Source& source, const Effort& effort) : source_(source), effort_(effort) {
    for (int thread = 0; thread < effort.threads; ++thread) desks_.push_back(source.desk());
    if (source.draws() > room_beside(desks_, effort.room) / sizeof(double) / std::max<std::size_t>(source.results(), 1)) return;
    kept_ = std::make_unique_for_overwrite<double[]>(source.results() * source.draws());
    filled_.assign(lots(), false);
}

std::span<const double> Passage::kept(std::size_t result) const {
    return {kept_.get() + result * source_.draws(), source_.draws()};
}

void Passage::run(std::uint64_t first_lot, std::uint64_t until_lot, const Visitor& visitor) {
    each_block(until_lot - first_lot, static_cast<int>(desks_.size()), [&](int thread, std::uint64_t number) {
        const std::uint64_t lot = first_lot + number;
        visit(thread, lot, visitor);
        if (thread == 0 && effort_.progress) effort_.progress(static_cast<double>(lot) / static_cast<double>(lots()));
    });
    if (keeps_all())
        std::fill(filled_.begin() + static_cast<std::ptrdiff_t>(first_lot),
                  filled_.begin() + static_cast<std::ptrdiff_t>(until_lot), true);
}

void Passage::visit(int thread, std::uint64_t lot, const Visitor& visitor) {
    Source::Desk& desk = desks_[static_cast<std::size_t>(thread)];
    const std::uint64_t until = std::min((lot + 1) * lot_blocks, source_.blocks());
    const bool known = keeps_all() && filled_[lot];
    std::vector<double*> results = desk.results;
    for (std::uint64_t block = lot * lot_blocks; block < until; ++block) {
        if (keeps_all())
            for (std::size_t result = 0; result < results.size(); ++result)
                results[result] = kept_.get() + result * source_.draws() + block * chance::block_size;
        if (!known) source_.draw(block, desk, results);
        visitor.block(thread, block, results, source_.count(block));
    }
    if (visitor.lot_done) visitor.lot_done(thread, lot);
}

}  // namespace provenu::risk
