#!/usr/bin/python3
"""Times the program on the sizes its users may bring: speed.py --program PROVENU [--runs N]

Each case is run N times; printed are the medians of wall and CPU seconds and the largest peak memory. Nothing is asserted: the
figures of one machine, with its load, belong in docs/performance.md.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

HEAD = "kind: proposal\nformat: 1\nid: {id}\ntitle: Fart\nyears: 2026..{last}\nprice_level: 2027\ninputs:\n  adviser: 650 t.kr./FTE/year\nrecurring:\n"
LINES = (
    "    staff: {{adviser: {n}}}\n    phase_in: {{2027: 50%, 2028: 100%}}\n",
    "    saving: {{2027: {n}00, 2028: {n}50, 2029..: {n}75}}\n",
    "    cost: 3 FTE * adviser\n    period: 2026-07..2040-06\n",
)


def proposal(name, lines, last):
    parts = [HEAD.format(id=name, last=last)]
    for i in range(lines):
        parts.append(f"  - id: line-{i}\n    label: Linje {i}\n" + LINES[i % 3].format(n=1 + i % 9))
    return "".join(parts)


def cases(folder):
    (folder / "one.yaml").write_text(proposal("one", 12, 2031))
    (folder / "wide.yaml").write_text(proposal("wide", 2000, 2085))
    large = proposal("large", 110_000, 2031)
    (folder / "large.yaml").write_text(large)
    many = []
    for i in range(1000):
        many.append(folder / f"many-{i}.yaml")
        many[-1].write_text(proposal(f"many-{i}", 12, 2031))
    yield "one proposal of 12 lines, whole process", ["run", folder / "one.yaml"]
    yield "2,000 lines x 60 years", ["run", folder / "wide.yaml"]
    yield f"a file of {len(large) / 1e6:.0f} MB, checked", ["check", folder / "large.yaml"]
    yield "1,000 proposals in one run", ["run", *many]


def measure(command):
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(errors.decode()[:2000])
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    print(f"{'':42}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}   medians of {asked.runs}")
    with tempfile.TemporaryDirectory() as folder:
        for name, words in cases(pathlib.Path(folder)):
            runs = [measure([asked.program.resolve(), *words]) for _ in range(asked.runs)]
            wall, cpu, peak = (statistics.median(run[i] for run in runs) for i in range(3))
            print(f"{name:42}{wall:9.3f}{cpu:9.3f}{peak:9.0f}")


if __name__ == "__main__":
    main()
