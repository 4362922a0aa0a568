// Sobol indices of BP-20's present value by the estimator, as tests/bench/sobol_numpy.py has them: medians of CPU milliseconds on
// one thread, all of it: the design, (20 + 2) x POINTS present values, indices and errors. Usage: indices_bench [POINTS] [RUNS]

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "provenu/evaluate/batch.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/risk/indices.hpp"

namespace {

using namespace provenu;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
double median_milliseconds(int runs, const Work& work) {
    std::vector<double> all;
    for (int i = 0; i < runs; ++i) {
        const double start = cpu_seconds();
        work();
        all.push_back(1e3 * (cpu_seconds() - start));
    }
    std::nth_element(all.begin(), all.begin() + runs / 2, all.end());
    return all[static_cast<std::size_t>(runs) / 2];
}

}  // namespace

int main(int count, char** arguments) {
    const risk::Probing probing{1, count > 1 ? std::strtoull(arguments[1], nullptr, 10) : std::uint64_t{1} << 14};
    const int runs = count > 2 ? std::atoi(arguments[2]) : 7;
    const auto read = input::read_proposal(PROVENU_TESTS "/bench/bp-20.yaml");
    const auto proposal = *risk::uncertainty_of(*read.value, {}).value;
    std::vector<std::string> names;
    std::vector<chance::Marginal> marginals;
    for (const risk::Uncertain& each : proposal.inputs) {
        names.push_back(each.lever.definition);
        marginals.push_back(each.marginal);
    }
    const formula::Program program = formula::flatten(proposal.plan.book);
    std::vector<risk::Decomposition> found;
    const double estimated = median_milliseconds(runs, [&] {
        const std::vector<evaluate::Wanted> wanted{{"npv", 0}};
        const evaluate::Batch batch(program, names, wanted);
        evaluate::Batch::Scratch scratch;
        const risk::Function npv{1,
                                 [&](int, auto inputs, auto results, int draws) { batch.run(inputs, results, draws, scratch); }};
        found = risk::sobol_indices(npv, marginals, probing, {});
    });
    fmt::print("estimated:             {:8.2f} ms\n", estimated);
    const double all = median_milliseconds(runs, [&] { risk::which_input(proposal, {}, {}); });
    fmt::print("all of --which-input:  {:8.2f} ms\n", all);
    for (std::size_t i = 0; i < names.size(); ++i)
        fmt::print("{:<10} {:7.4f} ± {:.4f}  {:7.4f} ± {:.4f}\n", names[i], found.front().factors[i].first_order.value,
                   found.front().factors[i].first_order.error, found.front().factors[i].total.value,
                   found.front().factors[i].total.error);
}
