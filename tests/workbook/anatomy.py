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
            check(figures > 1000, f"{name}: only {figures} formulas")
            check(inputs > 0, f"{name}: no input to change")
            print(f"{name}: {figures} formulas, {inputs} inputs, {len(names_of(book))} names, {len(book.sheetnames)} sheets")
    print("\n".join(faults) or "every figure outside the inputs is a formula")
    return 1 if faults else 0


sys.exit(main())
