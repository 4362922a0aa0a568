#include "risk/passage.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace provenu::risk {

Passage::Passage(const Source& source, const Effort& effort) : source_(source), effort_(effort) {
    for (int thread = 0; thread < effort.threads; ++thread) desks_.push_back(source.desk());
    if (source.draws() > effort.room / sizeof(double) / std::max<std::size_t>(source.results(), 1)) return;
    kept_.assign(source.results(), std::vector<double>(source.draws()));
    filled_.assign(lots(), false);
}

std::span<const double> Passage::kept(std::size_t result) const {
    return kept_[result];
}

void Passage::run(std::uint64_t first_lot, std::uint64_t until_lot, const Visitor& visitor) {
    std::atomic<std::uint64_t> next = first_lot;
    std::exception_ptr failure;
    std::atomic_flag failed;
    const auto work = [&](int thread) {
        try {
            for (std::uint64_t lot = next++; lot < until_lot; lot = next++) {
                visit(thread, lot, visitor);
                if (thread == 0 && effort_.progress) effort_.progress(static_cast<double>(lot) / static_cast<double>(lots()));
            }
        } catch (...) {
            if (!failed.test_and_set()) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        const auto wanted = std::min<std::uint64_t>(desks_.size(), until_lot - first_lot);
        for (int thread = 1; thread < static_cast<int>(wanted); ++thread) others.emplace_back(work, thread);
        work(0);
    }
    if (!kept_.empty())
        std::fill(filled_.begin() + static_cast<std::ptrdiff_t>(first_lot),
                  filled_.begin() + static_cast<std::ptrdiff_t>(until_lot), true);
    if (failure) std::rethrow_exception(failure);
}

void Passage::visit(int thread, std::uint64_t lot, const Visitor& visitor) {
    Source::Desk& desk = desks_[static_cast<std::size_t>(thread)];
    const std::uint64_t until = std::min((lot + 1) * lot_blocks, source_.blocks());
    const bool known = !kept_.empty() && filled_[lot];
    std::vector<const double*> results(desk.results.begin(), desk.results.end());
    for (std::uint64_t block = lot * lot_blocks; block < until; ++block) {
        const int count = source_.count(block);
        if (!known) source_.draw(block, desk);
        for (std::size_t result = 0; result < kept_.size(); ++result) {
            double* place = kept_[result].data() + block * chance::block_size;
            if (!known) std::copy_n(desk.results[result], count, place);
            results[result] = place;
        }
        visitor.block(thread, block, results, count);
    }
    if (visitor.lot_done) visitor.lot_done(thread, lot);
}

}  // namespace provenu::risk
