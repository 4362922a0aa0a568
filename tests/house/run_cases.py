#!/usr/bin/python3
"""Runs the program on cases kept as text and compares exactly: run_cases.py [--update] --program PROVENU KIND [CASE...]

cli      tests/cli/*.txt: transcripts
docs     README.md and docs/**/*.md: every `console` block whose first command is provenu, all of a page in one folder; a block
         ```yaml name.yaml or ```csv name.csv is that file
errors   tests/errors/CODE-slug.yaml or CODE-slug/proposal.yaml (or scenarios.yaml) beside CODE-slug.expected: what `provenu check` says (and beside
         CODE-slug.da in Danish); without a CODE where a file shows several
golden   examples/**: `provenu run` on a folder's proposals beside expected.txt (and .en.txt, .md, .csv, .json where they are; `provenu report` beside expected-paper.md and .en.md),
         `provenu drivers` on cost drivers alike, `provenu compare NAME.yaml` on its scenario files beside expected-NAME.txt
"""

import argparse
import difflib
import pathlib
import re
import sys
import tempfile

import transcript

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = {"expected.txt": "", "expected.en.txt": " --lang en", "expected.md": " --format markdown",
          "expected.csv": " --format csv", "expected.json": " --format json"}
PAPERS = {"expected-paper.md": "", "expected-paper.en.md": " --lang en"}


def differences(name, expected, printed):
    diff = difflib.unified_diff(expected, printed, f"{name} (expected)", f"{name} (printed)", lineterm="", n=3)
    return "\n".join(diff) or f"{name}: differs"


def shop(folder, beside=None):
    """A folder to run in: what a reader of the repository has, and what lies beside the transcript."""
    for path in [ROOT / "examples", ROOT / "scenarios"] + [path for path in (beside or []) if path.suffix != ".txt"]:
        if path.exists():
            (folder / path.name).symlink_to(path)
    return folder


def run_transcript(case, program, update):
    lines = case.read_text(encoding="utf-8").split("\n")
    steps = transcript.steps_of(lines)
    with tempfile.TemporaryDirectory() as folder:
        transcript.carry_out(steps, program, shop(pathlib.Path(folder), case.parent.iterdir()))
    if update:
        head = lines[:next((at for at, line in enumerate(lines) if line.startswith("$ ")), len(lines))]
        bodies = ["\n".join(step.new_lines()) for step in steps]
        case.write_text("\n".join(head + ["\n\n".join(bodies)]) + "\n", encoding="utf-8")
    return verdicts(case, steps)


def verdicts(case, steps):
    faults = [f"$ {step.command}\n" + differences(case.name, step.expected_lines(), step.printed_lines())
              for step in steps if not step.as_expected()]
    return faults if steps else [f"{case.name}: no command in it"]


BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def run_page(page, program, update):
    text, faults, written, end = page.read_text(encoding="utf-8"), [], [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = shop(pathlib.Path(name))
        for block in BLOCK.finditer(text):
            if block["kind"] in ("yaml", "csv") and block["name"]:
                (folder / block["name"]).write_text(block["body"], encoding="utf-8")
            if block["kind"] == "console" and block["body"].startswith("$ provenu"):
                steps = transcript.steps_of(block["body"].split("\n"))
                transcript.carry_out(steps, program, folder)
                faults += verdicts(page, steps)
                written += [text[end:block.start("body")], "\n\n".join("\n".join(step.new_lines()) for step in steps), "\n"]
                end = block.end("body")
    if update and written:
        page.write_text("".join(written) + text[end:], encoding="utf-8")
    return faults


def compare_file(expected, command, folder, arguments, code=0):
    """One command against one file of what it prints."""
    old = expected.read_text(encoding="utf-8") if expected.exists() else ""
    step = transcript.Step(command, transcript.without_blank_end(old.split("\n")), code)
    transcript.carry_out([step], arguments.program, folder)
    if arguments.update:
        expected.write_text("\n".join(step.printed) + "\n", encoding="utf-8")
        return []
    if not expected.exists():
        return [f"{expected.relative_to(ROOT)} is missing; scripts/golden writes it"]
    return [] if step.as_expected() else [f"$ {command}\n" + differences(expected.name, step.expected_lines(), step.printed_lines())]


def run_error(case, arguments):
    main = next((name for name in ("scenarios.yaml", "proposal.yaml") if (case / name).exists()), "proposal.yaml")
    name = case.name if case.suffix == ".yaml" else f"{case.name}/{main}"
    code = case.name.split("-")[0]
    expected = case.with_suffix(".expected") if case.suffix == ".yaml" else case.parent / f"{case.name}.expected"
    mild = expected.exists() and " error " not in " " + expected.read_text(encoding="utf-8")
    faults = compare_file(expected, f"provenu check {name}", case.parent, arguments, 0 if mild else 1)
    if not faults and code[1:].isdigit() and f" {code}:" not in expected.read_text(encoding="utf-8"):
        faults = [f"{expected.name} does not show {code}"]
    danish = expected.with_suffix(".da")
    return faults + (compare_file(danish, f"provenu check {name} --lang da", case.parent, arguments, 0 if mild else 1)
                     if danish.exists() else [])


COMMANDS = {"proposal": "run", "drivers": "drivers"}  # what prints the tables of an example


def is_of(path, kind):
    return f"kind: {kind}\n" in path.read_text(encoding="utf-8")


def files_of(case, kind):
    return [path.name for path in sorted(case.glob("*.yaml")) if is_of(path, kind)]


def run_golden(case, arguments):
    command = " && echo && ".join(f"provenu {command} " + " ".join(files) for kind, command in COMMANDS.items()
                                  if (files := files_of(case, kind)))
    wanted = [name for name in GOLDEN if command and (name == "expected.txt" or (case / name).exists())]
    faults = [fault for name in wanted for fault in compare_file(case / name, command + GOLDEN[name], case, arguments)]
    for name, options in PAPERS.items():
        if (case / name).exists():
            report = f"provenu report {' '.join(files_of(case, 'proposal'))}{options}"
            command = f"paper=$(mktemp --suffix .md) && {report} -o $paper && cat $paper && rm $paper"
            faults += compare_file(case / name, command, case, arguments)
    for scenarios in sorted(path.name for path in case.glob("*.yaml") if is_of(path, "scenarios")):
        expected = case / f"expected-{scenarios.removesuffix('.yaml')}.txt"
        faults += compare_file(expected, f"provenu compare {scenarios}", case, arguments)
    return faults


def cases_of(kind):
    if kind == "cli":
        return sorted((ROOT / "tests/cli").glob("*.txt"))
    if kind == "docs":
        pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        return [page for page in pages if page.exists() and "```console\n$ provenu" in page.read_text(encoding="utf-8")]
    if kind == "errors":
        return [path for path in sorted((ROOT / "tests/errors").iterdir()) if path.is_dir() or path.suffix == ".yaml"]
    folders = {path.parent for path in (ROOT / "examples").rglob("*.yaml")}
    return sorted(folder for folder in folders if any(files_of(folder, kind) for kind in [*COMMANDS, "scenarios"]))


def faults_of(case, arguments):
    runners = {"cli": lambda: run_transcript(case, arguments.program, arguments.update),
               "docs": lambda: run_page(case, arguments.program, arguments.update),
               "errors": lambda: run_error(case, arguments), "golden": lambda: run_golden(case, arguments)}
    return runners[arguments.kind]()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write what is printed now as what is expected")
    parser.add_argument("--program", required=True)
    parser.add_argument("kind", choices=["cli", "docs", "errors", "golden"])
    parser.add_argument("cases", nargs="*", help="only these, as paths from the root")
    arguments = parser.parse_args()
    cases = [(ROOT / case) for case in arguments.cases] or cases_of(arguments.kind)
    faults = [fault for case in cases for fault in faults_of(case, arguments)]
    if not arguments.update:
        print("\n\n".join(faults))
    print(f"{arguments.kind}: {len(cases)} cases, {len(faults)} differences" if cases else f"{arguments.kind}: no case found")
    return 0 if cases and (arguments.update or not faults) else 1


sys.exit(main())
