#!/usr/bin/python3
"""The PDF of an example is tagged, in the paper's language, has its whole table on one page of A4, and is the same bytes twice
(arguments: the program, proposals)."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
A4 = {(595, 842), (842, 595)}


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def faults_of(program, proposal, folder):
    paths = [folder / "a.pdf", folder / "b.pdf"]
    for path in paths:
        run(program, "report", proposal, "--lang", "da", "-o", str(path))
    if paths[0].read_bytes() != paths[1].read_bytes():
        yield "two runs give different bytes"
    about = run("pdfinfo", str(paths[0]))
    if not re.search(r"Tagged:\s+yes", about):
        yield "not tagged"
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about).groups()
    if (round(float(width)), round(float(height))) not in A4:
        yield f"a page of {width} x {height}"
    figures = json.loads(run(program, "run", proposal, "--lang", "da", "--format", "json"))
    if figures["title"] not in about:
        yield "no title"
    pages = run("pdftotext", "-layout", str(paths[0]), "-").split("\f")
    first, last = "Tabel 1. Forslagets samlede økonomiske konsekvenser", "Varig ændring ved fuld indfasning"
    if not any(first in page and last in page for page in pages):
        yield "the table is on more than one page"


def main():
    program, faults = sys.argv[1], []
    for proposal in sys.argv[2:]:
        with tempfile.TemporaryDirectory() as folder:
            faults += [f"{proposal}: {fault}" for fault in faults_of(program, proposal, pathlib.Path(folder))]
    print("\n".join(faults) or f"{len(sys.argv) - 2} PDFs")
    return 1 if faults else 0


sys.exit(main())
