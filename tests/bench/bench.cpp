// Measures one thing once and prints it as `name value` lines; scripts/bench repeats, interleaves and compares.
// Usage: bench WHAT FILE [key=value ...]
//   study     net of six years, present value and payback of the proposal FILE: five percentiles each, mean and deviation of the
//             present value, P(payback <= 4)
//   simulate  all that `provenu simulate` computes of it
//   floor     drawing its uncertain inputs, and nothing else
//   setup     from a plan to ready to draw, first and median of the following
//   many      `proposals` proposals one after the other, each with its own figures, set-up included
//   error     error of the mean present value, even points against random ones
//   hash      one number of all figures
// Keys: draws, threads, seed, method (random, sobol, latin), room (bytes), instructions (baseline, avx2, avx512),
//       correlated (0, 1: each input with the next), proposals

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <map>
#include <string>

#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/simulate.hpp"
#include "risk/study.hpp"
#include "risk/together.hpp"

namespace {

using namespace provenu;
using processor::Instructions;
using risk::Asked;

struct Settings {
    risk::Drawing drawing{chance::Method::random, 1, 1'000'000};
    risk::Effort effort;
    bool correlated = false;
    std::uint64_t proposals = 10'000;
};

double seconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Of all threads, in the program and in the system on its behalf.
double cpu_seconds() {
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

double wall_seconds() {
    return seconds(CLOCK_MONOTONIC);
}

/// A line of /proc/self/status in KiB: VmRSS now, VmHWM at most so far.
double kilobytes(const std::string& wanted) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != wanted + ":") continue;
        double value = 0;
        status >> value;
        return value;
    }
    return 0;
}

void show(const char* name, double value) {
    fmt::print("{} {}\n", name, value);
}

template <class Enum>
Enum one_of(const std::map<std::string, Enum>& all, const std::string& text) {
    const auto found = all.find(text);
    if (found == all.end()) throw std::runtime_error("unknown: " + text);
    return found->second;
}

std::uint64_t whole(const std::string& text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) throw std::runtime_error("not a whole number: " + text);
    return value;
}

void set(Settings& settings, const std::string& key, const std::string& value) {
    if (key == "draws")
        settings.drawing.draws = whole(value);
    else if (key == "seed")
        settings.drawing.seed = whole(value);
    else if (key == "threads")
        settings.effort.threads = static_cast<int>(whole(value));
    else if (key == "room")
        settings.effort.room = whole(value);
    else if (key == "correlated")
        settings.correlated = whole(value) != 0;
    else if (key == "proposals")
        settings.proposals = whole(value);
    else if (key == "method")
        settings.drawing.method = one_of<chance::Method>(
            {{"random", chance::Method::random}, {"sobol", chance::Method::sobol}, {"latin", chance::Method::latin}}, value);
    else if (key == "instructions")
        settings.effort.instructions = one_of<Instructions>(
            {{"baseline", Instructions::baseline}, {"avx2", Instructions::avx2}, {"avx512", Instructions::avx512}}, value);
    else
        throw std::runtime_error("unknown key: " + key);
}

risk::Uncertainty read(const char* file, const Settings& settings) {
    const auto proposal = input::read_proposal(file);
    if (!proposal.ok()) throw std::runtime_error(std::string("cannot be read: ") + file);
    auto found = risk::uncertainty_of(*proposal.value, {});
    if (!found.ok()) throw std::runtime_error(std::string("has no simulation: ") + file);
    if (settings.correlated)
        for (std::size_t i = 0; i + 1 < found.value->inputs.size(); ++i) found.value->correlations.push_back({i, i + 1, 0.3});
    return std::move(*found.value);
}

/// What the yardstick asks for.
struct Questions {
    std::vector<evaluate::Wanted> wanted;
    std::vector<Asked> asked;
};

Questions questions(const risk::Uncertainty& proposal) {
    Questions questions;
    const std::vector<double> shares(risk::percentile_shares.begin(), risk::percentile_shares.end());
    for (int year = 0; year < proposal.plan.book.axis.table.count(); ++year) {
        questions.wanted.push_back({"net.total", year});
        questions.asked.push_back({.percentiles = shares});
    }
    questions.wanted.push_back({"npv", 0});
    questions.asked.push_back({.moments = true, .percentiles = shares});
    questions.wanted.push_back({"payback.total.exact", 0});
    questions.asked.push_back({.percentiles = shares, .thresholds = {4}});
    return questions;
}

risk::Source source(const risk::Uncertainty& proposal, const Questions& questions, const Settings& settings) {
    const risk::Together drawn = risk::together({&proposal}, settings.drawing, settings.effort.instructions);
    std::vector<risk::Part> parts;
    parts.push_back(risk::part_of(proposal, drawn.drawn.front(), questions.wanted, settings.effort.instructions));
    return {drawn.sample, std::move(parts), {}};
}

template <class Work>
void timed(double start_kilobytes, const Work& work) {
    const double wall = wall_seconds();
    const double cpu = cpu_seconds();
    work();
    show("cpu", cpu_seconds() - cpu);
    show("wall", wall_seconds() - wall);
    show("mib", (kilobytes("VmHWM") - start_kilobytes) / 1024);
}

void study(const risk::Uncertainty& proposal, const Settings& settings, double start) {
    const Questions asked = questions(proposal);
    std::vector<risk::Answer> answers;
    timed(start, [&] { answers = risk::study(source(proposal, asked, settings), asked.asked, settings.effort); });
    const risk::Answer& npv = answers[answers.size() - 2];
    show("npv_mean", -npv.mean.value);
    show("npv_deviation", npv.deviation.value);
    show("npv_p50", -npv.percentiles[2].value);
    show("payback_p50", answers.back().percentiles[2].value);
    show("within_4", answers.back().at_most.front().value);
}

void floor(const risk::Uncertainty& proposal, const Settings& settings, double start) {
    chance::Sample sample = risk::together({&proposal}, settings.drawing, settings.effort.instructions).sample;
    const chance::Design design(sample);
    constexpr std::size_t line = 8;  // values that begin at a multiple of 64 bytes, and each column elsewhere in its page
    constexpr std::size_t stride = chance::block_size + line;
    std::vector<double> values(sample.marginals.size() * stride + line);
    const auto skip = (64 - reinterpret_cast<std::uintptr_t>(values.data()) % 64) % 64 / sizeof(double);
    std::vector<double*> out;
    for (std::size_t i = 0; i < sample.marginals.size(); ++i) out.push_back(values.data() + skip + i * stride);
    timed(start, [&] {
        for (std::uint64_t block = 0; block < design.blocks(); ++block) design.fill(block, out);
    });
}

void setup(const risk::Uncertainty& proposal, const Settings& settings) {
    const Questions asked = questions(proposal);
    std::vector<double> times;
    for (int i = 0; i < 101; ++i) {
        const double start = cpu_seconds();
        const risk::Source ready = source(proposal, asked, settings);
        times.push_back(cpu_seconds() - start);
    }
    show("first", times.front());
    std::nth_element(times.begin() + 1, times.begin() + 51, times.end());
    show("median", times[51]);
}

void many(const risk::Uncertainty& proposal, Settings settings, double start) {
    const Questions asked = questions(proposal);
    timed(start, [&] {
        for (std::uint64_t i = 0; i < settings.proposals; ++i) {
            ++settings.drawing.seed;
            risk::study(source(proposal, asked, settings), asked.asked, settings.effort);
        }
    });
}

double error(const risk::Uncertainty& proposal, Settings settings, chance::Method method) {
    constexpr double exact = -1175.0717;  // known with the yardstick
    settings.drawing.method = method;
    const std::vector<Asked> mean{{.moments = true}};
    double squares = 0;
    constexpr int times = 64;
    for (int i = 0; i < times; ++i) {
        ++settings.drawing.seed;
        const auto answers = risk::study(source(proposal, {{{"npv", 0}}, mean}, settings), mean, settings.effort);
        squares += std::pow(answers.front().mean.value - exact, 2);
    }
    return std::sqrt(squares / times);
}

/// FNV-1a.
std::uint64_t hash_of(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

void run(const std::string& what, const char* file, const Settings& settings) {
    const double start = kilobytes("VmRSS");
    const risk::Uncertainty proposal = read(file, settings);
    if (what == "study") return study(proposal, settings, start);
    if (what == "floor") return floor(proposal, settings, start);
    if (what == "setup") return setup(proposal, settings);
    if (what == "many") return many(proposal, settings, start);
    if (what == "simulate") return timed(start, [&] { risk::simulate({&proposal}, settings.drawing, settings.effort); });
    if (what == "error") {
        show("random", error(proposal, settings, chance::Method::random));
        show("sobol", error(proposal, settings, chance::Method::sobol));
        return;
    }
    if (what == "hash") {
        const auto simulation = risk::simulate({&proposal}, settings.drawing, settings.effort);
        fmt::print("hash {:016x}\n",
                   hash_of(output::json(report::simulation_data({{&proposal}, simulation, wording::Language::english}))));
        return;
    }
    throw std::runtime_error("unknown: " + what);
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count < 3) throw std::runtime_error("usage: bench WHAT FILE [key=value ...]");
        Settings settings;
        for (int i = 3; i < count; ++i) {
            const std::string word = words[i];
            const std::size_t equals = std::min(word.find('='), word.size() - 1);
            set(settings, word.substr(0, equals), word.substr(equals + 1));
        }
        if (!processor::has(settings.effort.instructions)) throw std::runtime_error("this processor has no such instructions");
        run(words[1], words[2], settings);
        return 0;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "bench: {}\n", failure.what());
        return 1;
    }
}
