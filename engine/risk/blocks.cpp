#include "risk/blocks.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <thread>

#include "provenu/chance/design.hpp"
#include "risk/adding_up.hpp"
#include "risk/estimates.hpp"

namespace provenu::risk {
namespace {

std::vector<double> total(const std::vector<std::vector<double>>& replicates, std::size_t without) {
    std::vector<double> sums(replicates.front().size());
    for (std::size_t replicate = 0; replicate < replicates.size(); ++replicate)
        for (std::size_t i = 0; i < sums.size() && replicate != without; ++i) sums[i] += replicates[replicate][i];
    return sums;
}

}  // namespace

Columns::Columns(std::size_t count) : values_(count * chance::block_size) {
    for (std::size_t i = 0; i < count; ++i) of_.push_back(values_.data() + i * chance::block_size);
}

void each_block(std::uint64_t blocks, int threads, const std::function<void(int thread, std::uint64_t block)>& work) {
    std::atomic<std::uint64_t> next = 0;
    std::exception_ptr failure;
    std::atomic_flag failed;
    const auto go_through = [&](int thread) {
        try {
            for (std::uint64_t block = next++; block < blocks; block = next++) work(thread, block);
        } catch (...) {
            if (!failed.test_and_set()) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        const auto wanted = static_cast<int>(std::min<std::uint64_t>(static_cast<std::uint64_t>(threads), blocks));
        for (int thread = 1; thread < wanted; ++thread) others.emplace_back(go_through, thread);
        go_through(0);
    }
    if (failure) std::rethrow_exception(failure);
}

std::vector<std::vector<double>> BlockSums::by_replicate(int replicates) const {
    std::vector<std::vector<double>> sums(static_cast<std::size_t>(replicates), std::vector<double>(sums_));
    for (std::size_t i = 0; i < values_.size(); ++i) sums[i / sums_ % sums.size()][i % sums_] += values_[i];
    return sums;
}

Estimate jackknife(const std::vector<std::vector<double>>& replicates,
                   const std::function<double(const std::vector<double>& sums)>& statistic) {
    const std::size_t count = replicates.size();
    std::vector<double> without;
    for (std::size_t replicate = 0; replicate < count; ++replicate) without.push_back(statistic(total(replicates, replicate)));
    return {statistic(total(replicates, count)), jackknife_error(without)};
}

double middle_of(const double* values, int count) {
    return values[0] + add_up(static_cast<std::size_t>(count), [&](std::size_t i) { return values[i] - values[0]; }) / count;
}

double sum_of_products(const double* a, const double* b, int count) {
    return add_up(static_cast<std::size_t>(count), [&](std::size_t i) { return a[i] * b[i]; });
}

double sum_of_squared_differences(const double* a, const double* b, int count) {
    return add_up(static_cast<std::size_t>(count), [&](std::size_t i) { return (a[i] - b[i]) * (a[i] - b[i]); });
}

}  // namespace provenu::risk
