#!/usr/bin/python3
"""The Word file of every example is an archive of well-formed XML whose headings, tables and pictures are Word's own, and two runs
give the same bytes (argument: the program)."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def text_of(element):
    return "".join(part.text or "" for part in element.iter(W + "t"))


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else None


def faults_of_table(table):
    """What is wrong with one table: widths, heading row, rows that may be split, figures that stand to the left."""
    columns = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
    if sum(columns) != int(table.find(f"{W}tblPr/{W}tblW").get(W + "w")) or min(columns) < 200:
        yield f"columns {columns}"
    rows = table.findall(W + "tr")
    if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
        yield "no heading row"
    for row in rows:
        if row.find(f"{W}trPr/{W}cantSplit") is None:
            yield "a row that may be split: " + text_of(row)
        taken = sum(int(span.get(W + "val")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                    for cell in row.findall(W + "tc"))
        if taken != len(columns):
            yield f"{taken} cells for {len(columns)} columns: " + text_of(row)
        for cell in row.findall(W + "tc"):
            number = re.fullmatch(r"-?[\d.]+(,\d+)?", text_of(cell))
            side = cell.find(f"{W}p/{W}pPr/{W}jc")
            alone = cell.find(f"{W}tcPr/{W}gridSpan") is None
            if number and alone and (side is None or side.get(W + "val") != "right"):
                yield "a figure that is not on the right: " + text_of(cell)


def faults_of_file(path, figures):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))
        body = ET.fromstring(archive.read("word/document.xml"))
        styles = {style.get(W + "styleId") for style in ET.fromstring(archive.read("word/styles.xml")).iter(W + "style")}
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    used = [style_of(paragraph) for paragraph in body.iter(W + "p")]
    yield from (f"no style {style}" for style in set(used) - styles - {None})
    if used[0] != "Heading1" or "Heading2" not in used or "Caption" not in used:
        yield "no headings or captions"
    tables = list(body.iter(W + "tbl"))
    yield from (fault for table in tables for fault in faults_of_table(table))
    if figures["title"] != text_of(next(body.iter(W + "p"))):
        yield "the title is another"
    years = [str(year) for year in figures["years"]]
    if not any([text_of(cell) for cell in table.find(W + "tr")][-len(years):] == years for table in tables):
        yield "no table by year"
    drawings = list(body.iter(WP + "docPr"))
    if len(drawings) != len(pictures) or (shutil.which("rsvg-convert") and not drawings):
        yield f"{len(drawings)} drawings of {len(pictures)} pictures"
    yield from ("a picture without an alternative" for each in drawings if len(each.get("descr", "")) < 20)


def faults_of_wide_pages(program, folder):
    """Several proposals of many years are wide tables and little besides: all pages on their side, none upright between them."""
    shutil.copytree(ROOT / "tests/cli/files", folder / "files")
    proposals = sorted((folder / "files/portfolio").glob("*.yaml"))
    for proposal in proposals:
        proposal.write_text(proposal.read_text(encoding="utf-8").replace("2026..2029", "2026..2037"), encoding="utf-8")
    run(program, "report", *map(str, proposals), "-o", str(folder / "wide.docx"))
    with zipfile.ZipFile(folder / "wide.docx") as archive:
        sizes = list(ET.fromstring(archive.read("word/document.xml")).iter(W + "pgSz"))
    if [size.get(W + "orient") for size in sizes] != ["landscape"]:
        yield f"wide tables stand on {len(sizes)} sorts of pages"


def main():
    program, faults, seen = sys.argv[1], [], 0
    for proposal in sorted((ROOT / "examples").rglob("*.yaml")):
        if "kind: proposal\n" not in proposal.read_text(encoding="utf-8"):
            continue
        with tempfile.TemporaryDirectory() as name:
            first, second = pathlib.Path(name) / "a.docx", pathlib.Path(name) / "b.docx"
            for path in (first, second):
                run(program, "report", str(proposal), "--lang", "da", "-o", str(path))
            figures = json.loads(run(program, "run", str(proposal), "--lang", "da", "--format", "json"))
            found = list(faults_of_file(first, figures))
            if first.read_bytes() != second.read_bytes():
                found.append("two runs give different bytes")
        faults += [f"{proposal.relative_to(ROOT)}: {fault}" for fault in found]
        seen += 1
    with tempfile.TemporaryDirectory() as name:
        faults += faults_of_wide_pages(program, pathlib.Path(name))
    print("\n".join(faults) or f"{seen} files for Word")
    return 1 if faults or not seen else 0


sys.exit(main())
