#!/usr/bin/python3
"""docs/errors.md says what the catalogues say, and every code has a case that shows it (--write: write the page)."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "errors.md"
SECTIONS = {"P1": "Reading files and YAML", "P2": "Values", "P3": "Keys and structure", "P4": "Names, formulas and units",
            "P5": "Time", "P6": "Lines, areas, handovers, policies",
            "P7": "Scenarios, price levels, payers, frames, cost drivers", "P8": "How sure it is: ranges, break-even, tornado, simulation; tables that others made",
            "P9": "Files, disk and the command line"}
UNDER_THE_TABLE = {"P560", "P565", "P721", "P722", "P723", "P724", "P725", "P829"}  # notes: their words stand under the table, without their codes (tests/cli/notes.txt)
BY_UNIT_TESTS = {"P910", "P973"}  # no files left (tests/output/workbook_test.cpp); a minute goes by before it is said (conversion_test.cpp)
HEAD = """# Messages

Written by `scripts/errors-page` from the catalogues in `engine/wording/catalogue/`. A message is laid out as

```
school.yaml:14:18: error P203: discount rate 4.0 would mean 400 % a year
   14 |   discount_rate: 4.0
      |                  ^^^
 hint: write 4 % or 0.04
```

`{name}` stands for what the file says there. With `--lang da` messages are Danish.
"""


def catalogue(language):
    texts = {}
    for path in sorted((ROOT / "engine/wording/catalogue").glob(f"*.{language}.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                key, _, text = line.partition("=")
                texts[key.strip()] = text.strip()
    return texts


def page(english, danish):
    lines, section = [HEAD], None
    for code in sorted(key for key in english if re.fullmatch(r"P\d{3}", key)):
        if code[:2] != section:
            section = code[:2]
            lines.append(f"## {SECTIONS[section]}\n")
        lines.append(f"### {code}\n\n{english[code]}  \n*{danish[code]}*\n")
        if code + ".hint" in english:
            lines.append(f"Hint: {english[code + '.hint']}  \n*{danish[code + '.hint']}*\n")
    return "\n".join(lines)


def codes_shown():
    cases = [*(ROOT / "tests/errors").glob("*.expected"), *(ROOT / "tests/cli").glob("*.txt")]
    return {code for case in cases for code in re.findall(r"(?:error|warning|note) (P\d{3}):", case.read_text(encoding="utf-8"))}


def main():
    english, danish = catalogue("en"), catalogue("da")
    if different := set(english) ^ set(danish):
        sys.exit("in one language only: " + ", ".join(sorted(different)))
    text = page(english, danish)
    if "--write" in sys.argv:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
        return
    faults = [] if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text else \
        ["docs/errors.md is not what the catalogues say: run scripts/errors-page"]
    faults += [f"{code}: no case in tests/errors or tests/cli shows it"
               for code in sorted({key[:4] for key in english if re.match(r"P\d{3}", key)} - codes_shown() - UNDER_THE_TABLE - BY_UNIT_TESTS)]
    if faults or not english:
        sys.exit("\n".join(faults) or "no text found")
    print(f"{len(english)} texts, each in both languages, each code with its case")


main()
