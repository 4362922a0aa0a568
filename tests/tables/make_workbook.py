#!/usr/bin/python3
"""Makes a workbook as a finance office would: make_workbook.py OUT.xlsx. Figures: the pathway programme's published table."""

import csv
import pathlib
import sys

import openpyxl
from openpyxl.styles import Alignment, Font

AREAS = {"service": "Service", "transfers": "Overførsler", "": None}
ROOT = pathlib.Path(__file__).resolve().parents[2]


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main():
    rows = rows_of(ROOT / "examples/copenhagen/pathway-programme/printed.csv")
    years = [key for key in rows[0] if key.isdigit()]
    book = openpyxl.Workbook()
    front = book.active
    front.title = "Forside"
    front["A1"] = "Budgetforslag 2027"
    front["A3"], front["B3"] = "Sagsbehandler", "Økonomiafdelingen"
    sheet = book.create_sheet("Tabel 1")
    sheet["B2"] = "Forløbsprogram for unge i midlertidige botilbud"
    sheet.merge_cells("B2:I2")
    sheet["B2"].font = Font(bold=True)
    sheet["B3"] = "Tabel 1. Forslagets samlede økonomiske konsekvenser"
    sheet.append([])
    sheet.append([None, "1.000 kr., 2027-p/l", "Styringsområde"] + [int(year) for year in years])

    def heading(text):
        sheet.append([])
        sheet.append([None, text])
        sheet.merge_cells(start_row=sheet.max_row, start_column=2, end_row=sheet.max_row, end_column=9)

    merged_from, last_area = None, None
    for at, row in enumerate(rows):
        if row["section"] == "recurring" and at == 0:
            heading("Varige ændringer")
        if row["section"] == "implementation" and rows[at - 1]["section"] != "implementation":
            heading("Implementeringsomkostninger")
        if row["section"].startswith("payback"):
            sheet.append([None, row["line"], None, f"{row['value']} år"])
            sheet.merge_cells(start_row=sheet.max_row, start_column=4, end_row=sheet.max_row, end_column=9)
            continue
        values = [int(row[year]) if row[year] else None for year in years]
        area = AREAS[row["area"]] if row["section"] in ("recurring", "implementation") else None
        same = area is not None and area == last_area and rows[at - 1]["section"] == row["section"]
        if row["section"] == "recurring" and row["line"].startswith("§85"):
            sheet.append([])
            same = False
        sheet.append([None, row["line"], None if same else area] + values)
        if same:
            merged = next((each for each in sheet.merged_cells.ranges if each.coord.startswith(f"C{merged_from}:")), None)
            if merged:
                sheet.unmerge_cells(merged.coord)
            sheet.merge_cells(start_row=merged_from, start_column=3, end_row=sheet.max_row, end_column=3)
        else:
            merged_from = sheet.max_row
        last_area = area
        for cell in sheet[sheet.max_row][3:]:
            cell.number_format = "#,##0"
            cell.alignment = Alignment(horizontal="right")
    sheet.append([])
    sheet.append([None, "* Beløbet flyttes fra service til overførsler."])
    book.save(sys.argv[1])


main()
