#!/usr/bin/python3
"""Files that no author means: each ends quickly, in little memory, with one clear line; never with a crash or a bug.

hostile.py PROVENU [--figures] [CASE...]    --figures prints CPU seconds and memory of each

A file is written to a temporary folder when its turn comes. Limits are generous (the aim is a tenth of the CPU seconds in a
release build), so that a busy machine fails nothing.
"""

import argparse
import os
import pathlib
import random
import resource
import signal
import sys
import tempfile

MEGABYTE = 1 << 20
SECONDS = 10.0  # of CPU; the aim is 1 in a release build
MEGABYTES = 500
HEAD = "kind: proposal\nformat: 1\nid: x\ntitle: T\nyears: 2026..2029\n"
LINE = "recurring:\n  - id: closing\n    saving: 1200\n"


def bomb():
    levels = ['a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]']
    for before, name in zip("abcdefgh", "bcdefghi"):
        levels.append(f"{name}: &{name} [" + ", ".join([f"*{before}"] * 9) + "]")
    return HEAD + "\n".join(levels) + "\n" + LINE


def block_nesting(depth):
    return HEAD + "notes:\n" + "".join(" " * (level + 1) + "a:\n" for level in range(depth)) + LINE


def list_nesting(depth):
    return HEAD + "notes:\n  " + "- " * depth + "a\n" + LINE


def valid_lines(size):
    """As many lines as fit, each with an address, an amount and a period, as an author would write them."""
    text = [HEAD, "recurring:\n"]
    line = "  - id: line-{0:06}\n    label: Færre pladser på afdeling {0:06}, fordelt på alle områder og enheder i byen\n" \
           "    saving: 1200\n    period: 2027-07..\n    source: indstillingen, tabel 1, suppleret af budgetnotatet\n"
    size -= len(HEAD) + len("recurring:\n")
    each = len(line.format(0).encode())
    return "".join(text) + "".join(line.format(at) for at in range(size // each))


def chain(length):
    inputs = "".join(f"  a{at}: a{at - 1} + 1\n" for at in range(1, length))
    return HEAD + "inputs:\n  a0: 1\n" + inputs + f"recurring:\n  - id: closing\n    saving: a{length - 1}\n"


def chain_backwards(length):
    inputs = "".join(f"  a{at}: a{at + 1} + 1\n" for at in range(length - 1))
    return HEAD + "inputs:\n" + inputs + f"  a{length - 1}: 1\nrecurring:\n  - id: closing\n    saving: a0\n"


def rubbish(size):
    return random.Random(2026).randbytes(size)


def printable_rubbish(size):
    letters = "abcæøå0123456789 .,:;-?!#[]{}\"'|>&*%@`\n\n  "
    return "".join(random.Random(2027).choices(letters, k=size))


class Case:
    def __init__(self, text=None, path=None, code=None, seconds=SECONDS, megabytes=MEGABYTES, rights=0o600):
        self.text, self.path, self.code, self.rights = text, path, code, rights
        self.seconds, self.megabytes = seconds, megabytes


CASES = {
    "aliases in nine levels": Case(bomb, code="P121"),
    "10,000 brackets in one another": Case(lambda: HEAD + "notes: " + "[" * 10_000 + "]" * 10_000 + "\n" + LINE, code="P120"),
    "10,000 braces in one another": Case(lambda: HEAD + "notes: " + "{a: " * 10_000 + "}" * 10_000 + "\n" + LINE, code="P120"),
    "1,000 blocks in one another": Case(lambda: block_nesting(1_000), code="P120"),
    "10,000 lists in one another": Case(lambda: list_nesting(10_000), code="P120"),
    "10,000 brackets in a formula": Case(lambda: HEAD + LINE.replace("1200", "(" * 10_000 + "1" + ")" * 10_000), code="P410"),
    "50 MB": Case(lambda: HEAD + "# a comment\n" * (50 * MEGABYTE // 12), code="P103"),
    "16 MB of [": Case(lambda: "[" * (16 * MEGABYTE), code="P108"),
    "lines of [": Case(lambda: ("[" * 60_000 + "\n") * 250, code="P120"),
    "15 MB of valid lines": Case(lambda: valid_lines(15 * MEGABYTE), code=None, seconds=40.0, megabytes=2_000),
    "/dev/zero": Case(path="/dev/zero", code="P103"),
    "a file that may not be read": Case(lambda: HEAD + LINE, code="P101", rights=0),
    "a folder": Case(path=".", code="P109"),
    "binary rubbish": Case(lambda: rubbish(8 * MEGABYTE), code="P130"),
    "printable rubbish": Case(lambda: printable_rubbish(MEGABYTE), code="P1"),
    "one text of 15 MB": Case(lambda: HEAD + "owner: " + "a" * (15 * MEGABYTE) + "\n" + LINE, code="P108"),
    "one text of 15 MB in many lines": Case(lambda: HEAD + "owner: |\n" + ("  " + "a" * 98 + "\n") * 150_000 + LINE, code="P128"),
    "100,000 inputs in a chain": Case(lambda: chain(100_000)),
    "100,000 inputs in a chain, last first": Case(lambda: chain_backwards(100_000)),
    "100,000 doubled keys": Case(lambda: HEAD + "inputs:\n" + "  a: 1\n" * 100_000 + LINE, code="P306"),
    "100,000 unknown keys": Case(lambda: HEAD + "".join(f"key_{at}: 1\n" for at in range(100_000)) + LINE, code="P302"),
    "100,000 unknown names": Case(
        lambda: HEAD + "recurring:\n" + "".join(f"  - {{id: line-{at}, saving: name_{at}}}\n" for at in range(100_000)), code="P421"),
    "a formula of 60,000 characters": Case(lambda: HEAD + LINE.replace("1200", "1" + "+1" * 30_000)),
    "a million empty lines, then a mistake": Case(lambda: HEAD + "\n" * 1_000_000 + LINE + "nots: []\n", code="P301"),
    "2,000,000 values": Case(lambda: HEAD + "notes:\n" + "- a\n" * 2_100_000 + LINE, code="P126"),
    "a number of 60,000 digits": Case(lambda: HEAD + LINE.replace("1200", "1" * 60_000), code="P402"),
    "100,000 inputs in a ring": Case(lambda: HEAD + "inputs:\n" + "".join(
        f"  a{at}: a{(at + 1) % 100_000} + 1\n" for at in range(100_000)) + LINE, code="P431"),
    "itself as a shared file, 10,000 times": Case(lambda: HEAD + "uses:\n" + "  - hostile.yaml\n" * 10_000 + LINE, code="P327"),
}


def measured(program, path, folder):
    """Exit code (128 + signal if killed), CPU seconds, megabytes at most, and what was printed."""
    out = folder / "printed"
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        with open(out, "wb") as printed:
            os.dup2(printed.fileno(), 1)
            os.dup2(printed.fileno(), 2)
        os.execv(program, [program, "check", path])
    _, status, usage = os.wait4(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    printed = out.read_text(encoding="utf-8", errors="replace")
    return (128 - ended if ended < 0 else ended), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def write(case, folder):
    content = case.text()
    with open(folder / "hostile.yaml", "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    os.chmod(folder / "hostile.yaml", case.rights)
    return "hostile.yaml"


def faults_of(case, ended, seconds, megabytes, printed):
    first = printed.split("\n", 1)[0]
    faults = []
    if ended != (1 if case.code else 0):
        faults.append(f"ended with {ended}")
    if case.code and f"error {case.code}" not in first:
        faults.append(f"{case.code} was expected")
    if len(first) > 450 or len(printed) > 60_000:
        faults.append(f"{len(printed)} characters printed")
    if seconds > case.seconds:
        faults.append(f"{seconds:.1f} CPU seconds")
    if megabytes > case.megabytes:
        faults.append(f"{megabytes:.0f} MB")
    return [f"{', '.join(faults)}: {first[:200]}"] if faults else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("program")
    parser.add_argument("cases", nargs="*")
    arguments = parser.parse_args()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    faults = []
    for name, case in CASES.items():
        if arguments.cases and name not in arguments.cases:
            continue
        if case.rights == 0 and os.geteuid() == 0:
            continue  # root may read everything
        with tempfile.TemporaryDirectory() as folder:
            path = case.path or write(case, pathlib.Path(folder))
            ended, seconds, megabytes, printed = measured(os.path.abspath(arguments.program), path, pathlib.Path(folder))
        if arguments.figures:
            print(f"{name:40} exit {ended:3} {seconds:6.2f} s {megabytes:6.0f} MB  {printed[:90].splitlines()[:1]}", flush=True)
        faults += [f"{name}: {fault}" for fault in faults_of(case, ended, seconds, megabytes, printed)]
    print("\n".join(faults) or f"{len(arguments.cases or CASES)} hostile files refused or read as they should be")
    return 1 if faults else 0


sys.exit(main())
