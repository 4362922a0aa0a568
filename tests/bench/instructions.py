#!/usr/bin/python3
"""Counts instructions of fixed small jobs: instructions.py --bench BENCH [--record]

Counted by callgrind, in the program's own code and not in the libraries of the machine, and for the baseline set of instructions: so
the same on any machine and under any load. Fails where a job takes 10 % more than instructions.txt says; --record writes that anew.
"""

import argparse
import pathlib
import re
import subprocess
import tempfile

FOLDER = pathlib.Path(__file__).parent
RECORDED = FOLDER / "instructions.txt"
MARGIN = 0.10
JOBS = {
    "random": ["study", "method=random", "draws=65536"],
    "random-replayed": ["study", "method=random", "draws=65536", "room=500000"],
    "sobol": ["study", "method=sobol", "draws=65536"],
    "correlated": ["study", "method=random", "draws=65536", "correlated=1"],
    "all-figures": ["simulate", "method=sobol", "draws=65536"],
    "set-up": ["many", "method=sobol", "draws=1024", "proposals=50"],
}
COST = re.compile(r"^[+\-*\d]\S* (\d+)$")


def own_instructions(profile, program):
    """Of a callgrind profile: what functions of the program itself took, without what they called."""
    names, total, own, is_call = {}, 0, False, False
    for line in profile.read_text().splitlines():
        if line.startswith("ob="):
            number, _, name = line[3:].partition(" ")
            if name:
                names[number] = name
            own = names[number] == str(program)
        elif line.startswith("calls="):
            is_call = True
        elif found := COST.match(line):
            total += int(found.group(1)) if own and not is_call else 0
            is_call = False
        elif line.startswith("cob="):
            number, _, name = line[4:].partition(" ")
            if name:
                names[number] = name
    return total


def count(program, words):
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder) / "profile"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", program, words[0], FOLDER / "bp-20.yaml",
                   "instructions=baseline", *words[1:]]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return own_instructions(profile, program)


def recorded():
    lines = RECORDED.read_text().splitlines() if RECORDED.exists() else []
    return {name: int(value) for name, value in (line.split() for line in lines if line and not line.startswith("#"))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", required=True, type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    asked = parser.parse_args()
    before, now = recorded(), {name: count(asked.bench.resolve(), words) for name, words in JOBS.items()}
    for name, value in now.items():
        print(f"{name:16}{value:15,}" + (f"{value / before[name] - 1:+9.1%}" if name in before else "      new"))
    if asked.record:
        RECORDED.write_text("# Instructions of the release build by g++ 12, by job of instructions.py: scripts/bench count --record\n"
                            + "".join(f"{name} {value}\n" for name, value in now.items()))
        return
    worse = [name for name, value in now.items() if value > (1 + MARGIN) * before.get(name, 0)]
    if worse:
        raise SystemExit(f"more than {MARGIN:.0%} above instructions.txt: {', '.join(worse)}; if that is meant: "
                         "scripts/bench count --record")


if __name__ == "__main__":
    main()
