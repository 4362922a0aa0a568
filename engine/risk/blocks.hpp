#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "provenu/risk/statistics.hpp"

namespace provenu::risk {

/// Columns of one block of values.
class Columns {
 public:
    explicit Columns(std::size_t count);

    [[nodiscard]] const std::vector<double*>& all() const { return of_; }
    [[nodiscard]] double* operator[](std::size_t column) const { return of_[column]; }

 private:
    std::vector<double> values_;
    std::vector<double*> of_;
};

/// Calls `work` once for each block, or lot of blocks, on so many threads; the first exception ends it and comes out.
void each_block(std::uint64_t blocks, int threads, const std::function<void(int thread, std::uint64_t block)>& work);

/// Sums over draws, by block: a row of so many for each. What they come to does not depend on who added them.
class BlockSums {
 public:
    BlockSums(std::uint64_t blocks, std::size_t sums) : sums_(sums), values_(blocks * sums) {}

    double* of(std::uint64_t block) { return values_.data() + block * sums_; }
    /// The sums of each replicate; block b belongs to replicate b % replicates.
    [[nodiscard]] std::vector<std::vector<double>> by_replicate(int replicates) const;

 private:
    std::size_t sums_;
    std::vector<double> values_;
};

/// A statistic of all sums together, with its error by the jackknife over replicates.
Estimate jackknife(const std::vector<std::vector<double>>& replicates,
                   const std::function<double(const std::vector<double>& sums)>& statistic);

/// The mean; of equal values, just that value.
double middle_of(const double* values, int count);

/// Sum of products a b, and of squares of a - b, over `count` values, added in one fixed order.
double sum_of_products(const double* a, const double* b, int count);
double sum_of_squared_differences(const double* a, const double* b, int count);

}  // namespace provenu::risk
