#!/usr/bin/python3
"""Pages are well formed, name nothing outside themselves, and carry the figures of `run --format json` (argument: the program)."""

import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPTY = {"meta", "link", "br", "img", "hr", "input"}
HOSTILE = """kind: proposal
format: 1
id: hostile
title: "</title><script>x</script> & <b>"
years: 2026..2027
unit: 1000 DKK
recurring:
  - id: saving
    label: "</script><img src=https://example.org/x>"
    saving: {2027..: 20}
implementation:
  - id: project
    label: "\\" onfocus=x ' ]]> </svg>"
    cost: {2026: 10}
"""


class Reader(html.parser.HTMLParser):
    """Tags that open and close, headings in order, tables with captions and scopes."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.headings, self.texts, self.tables = [], [], [], [], {}, []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag not in EMPTY:
            self.open.append(tag)
        if "id" in named:
            self.ids.append(named["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(set())
        if self.tables:
            self.tables[-1].add(tag)
        if tag == "th" and "scope" not in named:
            self.faults.append("a table's heading without a scope")
        for name, value in attributes:
            if name in ("src", "href", "action") and not value.startswith("data:"):
                self.faults.append(f"{tag} names {value}")
            if name.startswith("on"):
                self.faults.append(f"{tag} has {name}")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data):
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


def faults_of(page, figures):
    reader = Reader()
    reader.feed(page)
    yield from reader.faults
    if reader.open:
        yield f"{reader.open} stay open"
    if len(set(reader.ids)) != len(reader.ids):
        yield "an id is there twice"
    if reader.headings[:1] != [1] or any(b > a + 1 for a, b in zip(reader.headings, reader.headings[1:])):
        yield f"headings of levels {reader.headings}"
    if not reader.tables or any("caption" not in table or "thead" not in table for table in reader.tables):
        yield "a table without a caption or a head"
    written = re.search(r'<script type="application/json" id="figures">\n(.*?)</script>', page, re.DOTALL)
    if "<" in written[1] or written[1].replace("\\u003c", "<") != figures:
        yield "its figures are not, letter by letter, those of run --format json"
    json.loads(written[1])


def luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def faults_of_colours(page):
    """WCAG 2.1: letters 4.5 to 1, parts of a picture 3 to 1, in each set of colours: light, dark, on paper."""
    sets = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", page, re.DOTALL)]
    if len(sets) != 3:
        yield f"{len(sets)} sets of colours"
    for colours in sets:
        for name, least in [("ink", 4.5), ("quiet", 4.5), ("accent", 4.5)] + [(f"chart-{i}", 3) for i in range(1, 9)]:
            if contrast(colours[name], colours["paper"]) < least:
                yield f"{name} {colours[name]} on {colours['paper']}: {contrast(colours[name], colours['paper']):.1f} to 1"


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
        files = [folder / "hostile.yaml"] + [path for path in sorted((ROOT / "examples").rglob("*.yaml"))
                                             if re.search(r"^kind: proposal$", path.read_text(encoding="utf-8"), re.MULTILINE)]
        faults = []
        for path in files:
            subprocess.run([program, "report", path, "-o", folder / "x.html"], check=True)
            figures = subprocess.run([program, "run", path, "--format", "json"], check=True, capture_output=True, text=True).stdout
            page = (folder / "x.html").read_text(encoding="utf-8")
            faults += [f"{path.name} of {path.parent.name}: {fault}" for fault in faults_of(page, figures)]
        faults += faults_of_colours(page)
    print("\n".join(faults) or f"{len(files)} pages")
    return 1 if faults else 0


sys.exit(main())
