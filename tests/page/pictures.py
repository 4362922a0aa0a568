#!/usr/bin/python3
"""Every example's picture is XML that draws the figures of `run --format json` where its own axis says (argument: the program)."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def axis_of(picture):
    """The function from a value to its pixel, by two figures along the axis: text at the right end, 4 above its line's level."""
    ticks = []
    for text in picture.iter(SVG + "text"):
        if text.get("text-anchor") == "end":
            ticks.append((float(text.text.replace(".", "").replace(",", ".")), float(text.get("y")) - 4))
    (low, at_low), (high, at_high) = ticks[0], ticks[-1]
    return lambda value: at_low + (value - low) / (high - low) * (at_high - at_low)


def faults_of(program, proposal, folder):
    path = folder / "x.svg"
    run(program, "report", str(proposal), "--lang", "da", "-o", str(path))
    figures = json.loads(run(program, "run", str(proposal), "--format", "json"))
    picture = ET.parse(path).getroot()
    if picture.get("role") != "img" or not picture.find(SVG + "title").text or not picture.find(SVG + "desc").text:
        yield "no role, title or description"
    y = axis_of(picture)
    columns = [rect for rect in picture.iter(SVG + "rect") if rect.get("fill", "").startswith("#") and rect.get("x")][1:]
    net = [value for value in figures["net"]["total"] if value != 0]
    if len(columns) != len(net):
        yield f"{len(columns)} columns for {len(net)} years"
    for value, column in zip(net, columns):
        top, bottom = float(column.get("y")), float(column.get("y")) + float(column.get("height"))
        if max(abs(top - min(y(value), y(0))), abs(bottom - max(y(value), y(0)))) > 0.02:
            yield f"{value} is drawn from {top} to {bottom}, not {y(0):.2f} to {y(value):.2f}"
    balance = [line for line in picture.iter(SVG + "polyline")][-1].get("points").split()
    for value, point in zip(figures["balance"]["total"], balance, strict=True):
        if abs(float(point.split(",")[1]) - y(value)) > 0.02:
            yield f"the balance {value} is drawn at {point}, not {y(value):.2f}"


def main():
    program = sys.argv[1]
    examples = [path for path in sorted((ROOT / "examples").rglob("*.yaml"))
                if re.search(r"^kind: proposal", path.read_text(encoding="utf-8"), re.MULTILINE)]
    with tempfile.TemporaryDirectory() as folder:
        faults = [f"{path.relative_to(ROOT)}: {fault}" for path in examples
                  for fault in faults_of(program, path, pathlib.Path(folder))]
    print("\n".join(faults) or f"{len(examples)} pictures")
    return 1 if faults or not examples else 0


sys.exit(main())
