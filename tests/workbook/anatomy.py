#!/usr/bin/python3
"""What a workbook is made of, without a spreadsheet program: which cells are formulas, which are figures, what is named, and that
two runs give the same bytes.
Usage: anatomy.py PROGRAM"""

import pathlib
import re
import sys
import tempfile

import openpyxl

import proposals

LIVE = ("Tabel", "Beregning", "Scenarier", "Diagrammer", "Table", "Calculation", "Scenarios", "Charts")
NEWER = re.compile(r"_xlfn|\b(LET|LAMBDA|FILTER|IFS|XLOOKUP|TEXTJOIN|CONCAT|SEQUENCE)\(")
faults = []


def check(holds, words):
    if not holds:
        faults.append(words)


def look_at(name, book):
    figures = inputs = 0
    addresses = {row[1].value for row in book["Beregning"].iter_rows(min_row=5)} if "Beregning" in book.sheetnames else set()
    check(not any(str(each).startswith("claim.") for each in addresses), f"{name}: what the paper claims is no figure of the workbook")
    for sheet in book:
        live = sheet.title.startswith(LIVE)
        check(sheet.protection.sheet, f"{name}: {sheet.title} is not protected")
        check(sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape", f"{name}: {sheet.title} is not A4")
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            where = f"{name}: {sheet.title}!{cell.coordinate}"
            is_formula = cell.data_type == "f"
            if is_formula:
                check(len(cell.value) <= 8192, f"{where} is too long for a cell")
                check(not NEWER.search(cell.value), f"{where} needs a newer function: {cell.value}")
                check(type(cell.value) is str, f"{where} is an array formula")
                figures += 1
            if live:
                check(cell.data_type not in ("n", "d"), f"{where} is a figure where a formula belongs: {cell.value}")
                check(cell.protection.locked, f"{where} may be written over")
            elif not cell.protection.locked:
                inputs += 1
    return figures, inputs


def years_are_aligned(name, sheet):
    """Every table of the sheet has its years in the columns of the first, so that the repeated heading is right for each."""
    headings = []
    for row in sheet.iter_rows():
        years = {cell.column: cell.value for cell in row if re.fullmatch(r"='Beregning'!\$[A-Z]+\$4", str(cell.value))}
        if len(years) > 1:
            headings.append((row[0].row, years))
    check(headings, f"{name}: no table of years")
    for line, years in headings:
        check(years == headings[0][1], f"{name}: the years of line {line} stand in other columns than those of line {headings[0][0]}")


def sensitivity_is_whole(program, folder):
    """Every row of the tornado has its result, those that say it in one place too."""
    proposal = proposals.ROOT / "examples/foster-families/proposal.yaml"
    sheet = openpyxl.load_workbook(proposals.make(program, proposal, folder / "sensitivity.xlsx", "--sensitivity"))["Følsomhed"]
    rows = {row[0].value: row[-1].value for row in sheet.iter_rows(min_row=6)}
    for label in ("Alle til den dårlige side", "Alle til den gode side"):
        check(isinstance(rows.get(label), (int, float)), f"sensitivity: {label} has no figure but {rows.get(label)}")


def portfolio_is_computed(program, folder):
    """What is computed cannot be written over in the list of proposals, and a payback is a number unless it never comes."""
    path = folder / "portfolio.xlsx"
    proposals.provenu(program, "report", "examples/foster-families/proposal.yaml",
                      "tests/workbook/shared/proposal.yaml", "-o", path, "--lang", "da")
    sheet = openpyxl.load_workbook(path)["Forslag"]
    for row in sheet.iter_rows(min_row=5):
        check(all(cell.protection.locked for cell in row), f"portfolio: line {row[0].row} may be written over")
        if isinstance(row[0].value, int):
            for cell in row[2:7]:
                words = cell.value in ("aldrig", "straks", "–")
                check(words or isinstance(cell.value, (int, float)), f"portfolio: {cell.coordinate} is no number but {cell.value}")


def names_of(book):
    names = book.defined_names
    return list(names.values() if hasattr(names, "values") else names.definedName)  # by version of openpyxl


def names_are_right(name, book):
    for each in names_of(book):
        check(re.fullmatch(r"[^\W\d]\w*", each.name), f"{name}: {each.name} is no name")
        for title, where in each.destinations:
            check(title in book.sheetnames, f"{name}: {each.name} is nowhere")
            for row in book[title][where] if ":" in where else [[book[title][where]]]:
                for cell in row:
                    check(cell.value is not None, f"{name}: {each.name} names an empty cell")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for number, proposal in enumerate(proposals.examples()):
            name = proposal.relative_to(proposals.ROOT).as_posix()
            path = proposals.make(program, proposal, pathlib.Path(folder) / f"{number}.xlsx")
            again = proposals.make(program, proposal, pathlib.Path(folder) / f"{number}-again.xlsx")
            check(path.read_bytes() == again.read_bytes(), f"{name}: two runs differ")
            book = openpyxl.load_workbook(path)
            figures, inputs = look_at(name, book)
            names_are_right(name, book)
            if "Tabel" in book.sheetnames:
                years_are_aligned(name, book["Tabel"])
            check(figures > 1000, f"{name}: only {figures} formulas")
            check(inputs > 0, f"{name}: no input to change")
            print(f"{name}: {figures} formulas, {inputs} inputs, {len(names_of(book))} names, {len(book.sheetnames)} sheets")
        sensitivity_is_whole(program, pathlib.Path(folder))
        portfolio_is_computed(program, pathlib.Path(folder))
    print("\n".join(faults) or "every figure outside the inputs is a formula")
    return 1 if faults else 0


sys.exit(main())
