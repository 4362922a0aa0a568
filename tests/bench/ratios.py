#!/usr/bin/python3
"""The yardstick BP-20 side by side: ratios.py --bench BENCH [--runs N] [--draws N] [--proposals N] [--quick]

Every round runs each measure once, in a process of its own, so that a busy machine burdens all alike; the medians of CPU seconds are
set in relation. Nothing is asserted: what must hold and what is aimed at stand beside what was found.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
FILE = FOLDER / "bp-20.yaml"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
POINTS = 1 << 14
MANY_DRAWS = 10_000_000
GOAL_PROPOSALS = 10_000


def output(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return dict(line.split(maxsplit=1) for line in done.stdout.splitlines())


class Bench:
    def __init__(self, asked):
        self.asked = asked
        self.found = {}

    def own(self, name, what, *settings):
        self.take(name, [self.asked.bench, what, FILE, *settings])

    def take(self, name, command):
        figures = {key: float(value) for key, value in output(command).items()}
        self.found.setdefault(name, []).append(figures)

    def median(self, name, key="cpu"):
        return statistics.median(run[key] for run in self.found[name])

    def round(self):
        draws = f"draws={self.asked.draws}"
        self.own("study", "study", draws)
        self.own("floor", "floor", draws)
        self.take("native", [FOLDER / "bp_20_numpy.py", "native", self.asked.draws])
        self.own("study", "study", draws)
        self.own("correlated", "study", draws, "correlated=1")
        self.take("table", [FOLDER / "bp_20_numpy.py", "table", self.asked.draws])
        self.own("simulate", "simulate", draws)
        self.own("setup", "setup")
        self.take("openturns", [FOLDER / "bp_20_openturns.py", self.asked.draws])
        self.own("many", "many", f"proposals={self.asked.proposals}", f"draws={POINTS}", "method=sobol")
        if not self.asked.quick:
            self.own("one thread", "study", f"draws={MANY_DRAWS}")
            self.own("two threads", "study", f"draws={MANY_DRAWS}", "threads=2")

    def once(self):
        self.own("error", "error", f"draws={POINTS}")
        if not self.asked.quick:
            self.own("hundred million", "study", "draws=100000000")

    def hashes(self):
        """The different hashes of all figures, and over how many ways of working."""
        seen, ways = set(), 0
        for instructions in self.instructions():
            for method in ("random", "sobol", "latin"):
                for threads in (1, 2, 4):
                    for room in (1000, 1 << 30):
                        settings = [f"{key}={value}" for key, value in
                                    (("instructions", instructions), ("method", method), ("threads", threads), ("room", room))]
                        seen.add((method, output([self.asked.bench, "hash", FILE, "draws=50000", *settings])["hash"]))
                        ways += 1
        return len(seen) // 3 if len(seen) % 3 == 0 else len(seen), ways

    def instructions(self):
        flags = pathlib.Path("/proc/cpuinfo").read_text().split("\n\n")[0].split()
        needs = {"baseline": [], "avx2": ["avx2", "bmi2"], "avx512": ["avx512f", "avx512bw", "avx512dq", "avx512vl"]}
        return [name for name, words in needs.items() if all(word in flags for word in words)]


def rows(bench):
    study = bench.median("study")
    yield "faster than NumPy, native samplers", bench.median("native") / study, ">= 9", "16"
    yield "faster than NumPy, tables", bench.median("table") / study, ">= 6", "11"
    yield "faster than OpenTURNS", bench.median("openturns") / study, ">= 30", "55"
    yield "against the floor (numbers and inverse CDFs alone)", study / bench.median("floor"), "<= 2.0", "1.5"
    if "two threads" in bench.found:
        one, two = (bench.median(name, "wall") for name in ("one thread", "two threads"))
        yield "two threads against one, 1e7 draws, by the clock", one / two, ">= 1.85", "1.95"
        one, two = (bench.median(name) for name in ("one thread", "two threads"))
        yield "  the same if each thread had a core to itself (by CPU)", 2 * one / two, "", ""
        yield "MiB above start, 1e7 draws", bench.median("one thread", "mib"), "<= 32", "12"
        yield "MiB above start, 1e7 draws, two threads", bench.median("two threads", "mib"), "<= 32", "12"
        yield "MiB above start, 1e8 draws", bench.median("hundred million", "mib"), "<= 32", "12"
    yield "MiB above start, 1e6 draws", bench.median("study", "mib"), "<= 32", "12"
    yield "ms to set up a proposal", bench.median("setup", "median") * 1e3, "<= 0.5", "0.1"
    yield "ms to set up the first of a process", bench.median("setup", "first") * 1e3, "", ""
    yield "correlated against independent", bench.median("correlated") / study, "<= 1.9", "1.5"
    per_proposal = bench.median("many") / bench.asked.proposals
    yield f"s for 10,000 proposals x 2^14 Sobol points ({bench.asked.proposals} done)", per_proposal * GOAL_PROPOSALS, "<= 20", "12"
    yield "error of the mean, random against Sobol, 2^14", bench.median("error", "random") / bench.median("error", "sobol"), ">= 50", "100"


def show(bench):
    print(f"\n{'':62}{'found':>9}{'must':>10}{'aim':>8}")
    for name, value, must, aim in rows(bench):
        print(f"{name:62}{value:9.2f}{must:>10}{aim:>8}{verdict(value, must)}")
    different, ways = bench.hashes()
    print(f"{f'hashes of all figures over {ways} ways of working, by method':62}{different:9}{'== 1':>10}")
    print(f"\nCPU seconds at {bench.asked.draws} draws: " + ", ".join(
        f"{name} {bench.median(name):.3f}" for name in ("study", "floor", "correlated", "simulate", "native", "table", "openturns")))
    print("present value, mean and deviation: " + ", ".join(
        f"{name} {bench.median(name, 'npv_mean'):.1f} {bench.median(name, 'npv_deviation'):.1f}"
        for name in ("study", "native", "table", "openturns")))


def verdict(value, must):
    if not must:
        return ""
    relation, limit = must.split()
    holds = value >= float(limit) if relation == ">=" else value <= float(limit)
    return "" if holds else "   missed"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", required=True, type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--draws", type=int, default=1_000_000)
    parser.add_argument("--proposals", type=int, default=2000, help="in each run; the goal's 10,000 are reckoned from them")
    parser.add_argument("--quick", action="store_true", help="without 1e7 and 1e8 draws")
    asked = parser.parse_args()
    asked.bench = asked.bench.resolve()
    bench = Bench(asked)
    bench.once()
    for number in range(asked.runs):
        print(f"round {number + 1} of {asked.runs}", file=sys.stderr)
        bench.round()
    show(bench)


if __name__ == "__main__":
    main()
