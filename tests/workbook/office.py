"""Spreadsheet files recalculated by LibreOffice, and read."""

import pathlib
import shutil
import subprocess
import tempfile
import warnings

import openpyxl

# LibreOffice does not recalculate a file that another program has written unless it is told to (0: always).
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>da-DK</value></prop></item>
</oor:items>
"""


class Office:
    """A LibreOffice with a profile of its own."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="provenu-office-"))
        profile = self.folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def recalculated(self, *paths):
        """The files as LibreOffice computes them, in the same order; one start for all."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/profile", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, paths)],
                       check=True, capture_output=True, timeout=600)
        found = [out / pathlib.Path(path).name for path in paths]
        for path in found:
            if not path.exists():  # it ends with 0 even where it has failed
                raise RuntimeError(f"LibreOffice made no {path.name}")
        return found


def values(path):
    """What every cell shows: {(sheet, cell): value}."""
    return read(path, data_only=True)


def formulas(path):
    return read(path, data_only=False)


def read(path, data_only):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=data_only)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
