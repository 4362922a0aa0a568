// What drawing alone costs: CPU nanoseconds for one draw of all 20 uncertain inputs of BP-20, by method, instructions and
// correlation, and the time to make a sample ready. Usage: floor [DRAWS]

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "chance/bp_20.hpp"

namespace {

using namespace provenu;
using chance::Method;
using processor::Instructions;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
double median_seconds(int runs, const Work& work) {
    std::vector<double> all;
    for (int i = 0; i < runs; ++i) {
        const double start = cpu_seconds();
        work();
        all.push_back(cpu_seconds() - start);
    }
    std::nth_element(all.begin(), all.begin() + runs / 2, all.end());
    return all[static_cast<std::size_t>(runs) / 2];
}

double nanoseconds_a_draw(const chance::Sample& sample) {
    const chance::Design design(sample);
    std::vector<std::vector<double>> columns(sample.marginals.size(), std::vector<double>(chance::block_size));
    std::vector<double*> out;
    for (auto& column : columns) out.push_back(column.data());
    const double seconds = median_seconds(7, [&] {
        for (std::uint64_t block = 0; block < design.blocks(); ++block) design.fill(block, out);
    });
    return seconds / static_cast<double>(sample.draws) * 1e9;
}

double microseconds_to_make(const chance::Sample& sample) {
    constexpr int times = 100;
    return median_seconds(7,
                          [&] {
                              for (int i = 0; i < times; ++i) const chance::Design design(sample);
                          }) /
           times * 1e6;
}

void measure(Instructions instructions, const char* name, std::uint64_t draws) {
    if (!processor::has(instructions)) return;
    for (const bool correlated : {false, true}) {
        for (const auto& [method, method_name] :
             {std::pair{Method::random, "random"}, std::pair{Method::sobol, "sobol"}, std::pair{Method::latin, "latin"}}) {
            chance::Sample sample{method, 7, draws, chance::bp_20_marginals(), {}, instructions};
            if (correlated) sample.correlations = chance::bp_20_chain();
            fmt::print("{:<9} {:<7} {:<11} {:7.1f} ns a draw  {:7.1f} us to make ready\n", name, method_name,
                       correlated ? "correlated" : "independent", nanoseconds_a_draw(sample), microseconds_to_make(sample));
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::uint64_t draws = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1000000;
    const double start = cpu_seconds();
    const chance::Design first({Method::random, 7, draws, chance::bp_20_marginals(), {}, processor::best()});
    fmt::print("first sample of the process: {:.2f} ms to make ready\n", (cpu_seconds() - start) * 1e3);
    measure(Instructions::baseline, "baseline", draws);
    measure(Instructions::avx2, "avx2", draws);
    measure(Instructions::avx512, "avx512", draws);
}
