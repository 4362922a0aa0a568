#!/usr/bin/python3
"""LibreOffice recalculates the workbooks, and agrees with Provenu: as they were written; after their stored figures have been
spoilt; and after an input has been changed in the workbook and in the proposal alike.
Usage: recalculate.py PROGRAM"""

import datetime
import json
import pathlib
import re
import shutil
import sys
import tempfile
import warnings
import zipfile

import openpyxl

import office
import proposals

TEAMS = "examples/copenhagen/specialist-teams/proposal.yaml"
PATHWAY = "examples/copenhagen/pathway-programme/proposal.yaml"
FOSTER = "examples/foster-families/proposal.yaml"
ACT = "examples/frederiksberg/vulnerable-adults/act-team.yaml"

SHARED = "tests/workbook/shared/proposal.yaml"

# What is changed: in the sheet of inputs, found by what its row says, and in the proposal's text.
# (proposal, label, what, column heading or None, new value, text as written, text instead)
# A change of a scenario's own number also names its sheet and its file.
CHANGES = [
    (TEAMS, "Årlig drift af den socialfaglige team", "årsværk, Faglig rådgiver", None, 20,
     "staff: {adviser: 16, team_leader: 1}\n    phase_in", "staff: {adviser: 20, team_leader: 1}\n    phase_in"),
    (TEAMS, "Årlig drift af den socialfaglige team", "indfasning", 2028, 0.75,
     "{2027: 3/17, 2028: 50%, 2029: 100%}", "{2027: 3/17, 2028: 75%, 2029: 100%}"),
    (TEAMS, "Varig effekt ved den socialfaglige team", "beløb om året", 2031, 9000, "2031..: 21400}", "2031..: 9000}"),
    (TEAMS, "Tværgående programledelse", "fra og med måned", None, "2026-10", "period: 2026-07..2028-06\n  - id: anchoring",
     "period: 2026-10..2028-06\n  - id: anchoring"),
    (TEAMS, "Kompetenceudvikling i specialiserede teams", "til og med måned", None, "2028-03",
     "period: 2026-07..2027-12", "period: 2026-07..2028-03"),
    (PATHWAY, "Årlig drift af det tværfaglige team", "overgår i måned", None, "2029-03", "at: 2028-07", "at: 2029-03"),
    (FOSTER, "Plejefamilier", "værdi", None, 8, "add: 5 ", "add: 8 "),
    (FOSTER, "Plejefamilie", "værdi", None, 60, "value: 46 t.kr./måned", "value: 60 t.kr./måned"),
    (FOSTER, "Informationskampagne", "beløb i alt", None, 1500, "total: 900 t.kr.", "total: 1500 t.kr."),
    (ACT, "Andel, det lykkes for", "værdi", None, 0.8, "value: 65 %", "value: 80 %"),
    (SHARED, "Staten, andel af Støtte", "betalerens andel", None, 0.35, "share: 20 %, at_most", "share: 35 %, at_most"),
    (SHARED, "Fonden, andel af Støtte", "betalerens andel", 2028, 0.1, "2028: 50 %, 2029", "2028: 10 %, 2029"),
    (SHARED, "Velfærdsrammen, ramme", "beløb om året", 2029, 9000, "2029: 900", "2029: 9000"),
    (SHARED, "Indfases jævnt", "fra og med måned", None, "2027-09", "from: 2027-03", "from: 2027-09"),
    (SHARED, "Indfases jævnt", "til og med måned", None, "2029-06", "to: 2028-12", "to: 2029-06"),
    (SHARED, "Udgift og besparelse i samme periode", "fra og med måned", None, "2028-02", "period: 2027-04", "period: 2028-02"),
    (SHARED, "Flytning", "til og med måned", None, "2027-11", "period: 2026-07..2027-06", "period: 2026-07..2027-11"),
    (SHARED, "Holdet i drift", "overgår i måned", None, "2028-05", "at: 2028-01", "at: 2028-05"),
    (SHARED, "Indfases jævnt; .*", "måneders forsinkelse", None, 5, "delay: effects, months: 12", "delay: effects, months: 5",
     "Forudsætninger late", "scenarios.yaml"),
    (SHARED, "Indfases jævnt; .*", "faktor", None, 0.65, "by: 80 %", "by: 65 %", "Forudsætninger weaker", "scenarios.yaml"),
]
faults = []


def check(holds, words):
    if not holds:
        faults.append(words)


def same(left, right):
    numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in (left, right))
    if numbers:
        return abs(left - right) <= 1e-6 * max(1.0, abs(left))
    return (left or "") == (right or "")


def agree(name, stored, found, formulas):
    """Every formula's stored figure is what LibreOffice finds; how many were compared."""
    compared = 0
    for where, formula in formulas.items():
        if not (isinstance(formula, str) and formula.startswith("=")):
            continue
        compared += 1
        check(len(formula) <= 8192, f"{name}: {where[0]}!{where[1]} has {len(formula)} characters")
        if not same(stored.get(where), found.get(where)):
            faults.append(f"{name}: {where[0]}!{where[1]} is {stored.get(where)}, LibreOffice finds {found.get(where)}: {formula[:200]}")
    return compared


def spoilt(path, to):
    """The same workbook with another figure stored beside every formula."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>77</v>", content).replace(b' t="str"><f>', b"><f>")
            new.writestr(part, content)
    return to


def changed_in_sheet(path, to, label, what, heading, value, title="Forudsætninger"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    sheet = book[title]
    for row in sheet.iter_rows(min_row=5):
        said = str(row[1].value or "").split(";")[0]
        if not re.fullmatch(label, str(row[0].value or "")) or said != what:
            continue
        cells = [cell for cell in row[3:] if not cell.protection.locked and cell.value is not None and
                 (heading is None or sheet.cell(row=4, column=cell.column).value == heading)]
        if not cells:
            continue
        if isinstance(value, str):  # a month
            year, month = map(int, value.split("-"))
            cells[0].value = datetime.datetime(year, month, 1)
        else:
            cells[0].value = value
        book.save(to)
        return to
    raise RuntimeError(f"no input {label}, {what} in {path}")


def changed_in_text(proposal, to, written, instead, file=None):
    """The proposal beside its neighbours, with one number changed, in it or in its file of scenarios."""
    folder = to / proposal.parent.name
    shutil.copytree(proposal.parent.parent, to, dirs_exist_ok=True)
    path = folder / (file or proposal.name)
    text = path.read_text(encoding="utf-8")
    if text.count(written) != 1:
        raise RuntimeError(f"{proposal}: {written!r} stands there {text.count(written)} times")
    path.write_text(text.replace(written, instead), encoding="utf-8")
    return folder / proposal.name


def is_calculated(where, file):
    """Of a sheet of calculation, the proposal's or a scenario's, or of their results side by side; after a change of a scenario's
    own number, of any but a scenario that is based on it, which has a number of its own."""
    return where[0].startswith(("Beregning", "Scenarier")) and not (file and where[0] in ("Beregning twice", "Scenarier"))


def numbered_rows(values, sheet):
    """Rows of a sheet by their number."""
    rows = {}
    for (title, cell), value in values.items():
        if title == sheet:
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
            rows.setdefault(int(row), {})[letters] = value
    return rows


def figures_of(values, sheet="Beregning", key="B"):
    """Rows of a sheet by what stands in a column of each: the calculation by address, the table by label."""
    return {row[key]: row for row in numbered_rows(values, sheet).values() if key in row}


def alike(values):
    """Rows of the table by label and how often it has been said before: notes come and go, and rows with them."""
    rows = {}
    for number, row in sorted(numbered_rows(values, "Tabel").items()):
        label = row.get("A")
        if label is not None:
            rows[label, sum(1 for said, _ in rows if said == label)] = (number, row)
    return rows


def try_change(program, office_at_work, folder, number, change):
    proposal, label, what, heading, value, written, instead, *elsewhere = change
    title, file = elsewhere or ("Forudsætninger", None)
    proposal = proposals.ROOT / proposal
    name = f"{proposal.parent.name}, {label}: {what} = {value}"
    made = proposals.make(program, proposal, folder / f"as-it-is-{number}.xlsx")
    before = office.values(made)
    in_sheet = changed_in_sheet(made, folder / f"changed-{number}.xlsx", label, what, heading, value, title)
    text = changed_in_text(proposal, folder / f"text-{number}", written, instead, file)
    expected = office.values(made_of(program, text, folder / f"expected-{number}.xlsx", proposal))
    found = office.values(office_at_work.recalculated(in_sheet)[0])
    moved = sum(1 for where, each in expected.items() if is_calculated(where, file) and not same(each, before.get(where)))
    check(moved > 3, f"{name}: the change moves only {moved} figures")
    compared = 0
    for where, each in expected.items():
        if is_calculated(where, file):
            compared += 1
            check(same(each, found.get(where)), f"{name}: {where[0]}!{where[1]} should be {each}, is {found.get(where)}")
    printed = alike(expected)
    live = {where[1] for where, each in office.formulas(in_sheet).items() if where[0] == "Tabel" and str(each).startswith("=")}
    for key, (number_of_row, row) in alike(found).items():
        for letter, each in row.items():
            if f"{letter}{number_of_row}" in live and key in printed:
                compared += 1
                right = printed[key][1].get(letter)
                label = key[0]
                check(same(right, each), f"{name}: {label}, column {letter}, should be {right}, is {each}")
    run = json.loads(provenu_json(program, text))
    rows = figures_of(found)
    for basis in ("total", "service"):
        for address, series in ((f"net.{basis}", run["net"][basis]), (f"balance.{basis}", run["balance"][basis])):
            in_cells = [rows[address][letter] for letter in "EFGHIJKLMN"[:len(series)]]
            check(all(same(a, b) for a, b in zip(series, in_cells)), f"{name}: {address} is {in_cells}, run says {series}")
    check(same(rows["npv"]["D"], run["npv"]["table"]), f"{name}: npv is {rows['npv']['D']}, run says {run['npv']['table']}")
    print(f"{name}: {compared} figures, {moved} of them moved")


def made_of(program, text, path, proposal):
    relative = proposal.relative_to(proposals.ROOT).as_posix()
    options = proposals.SCENARIOS.get(relative, [])
    beside = [text.parent / pathlib.Path(each).name for each in options]
    proposals.provenu(program, "report", text, "-o", path,
                      *(own if own.is_file() else each for own, each in zip(beside, options)))
    return path


def provenu_json(program, text):
    return proposals.provenu(program, "run", text, "--format", "json")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder, office.Office() as at_work:
        folder = pathlib.Path(folder)
        every = proposals.examples() + [proposals.endless(folder / "endless.yaml")]
        made = [(each, proposals.make(program, each, folder / f"{number}.xlsx")) for number, each in enumerate(every)]
        spoilt_ones = [spoilt(path, folder / f"spoilt-{path.name}") for _, path in made]
        for (proposal, path), wrong, found in zip(made, spoilt_ones, at_work.recalculated(*spoilt_ones)):
            name = proposal.relative_to(proposals.ROOT).as_posix() if proposal.is_relative_to(proposals.ROOT) else proposal.name
            formulas = office.formulas(path)
            check(any(value == 77 for value in office.values(wrong).values()), f"{name}: nothing was spoilt")
            compared = agree(name, office.values(path), office.values(found), formulas)
            print(f"{name}: {compared} formulas")
        for number, change in enumerate(CHANGES):
            try_change(program, at_work, folder, number, change)
    print("\n".join(faults[:60]) or "LibreOffice agrees with every figure")
    return 1 if faults else 0


sys.exit(main())
