#!/usr/bin/env python3
"""Holds the cached values of a workbook's formulas against what LibreOffice calculates.

    recalc_check.py BOOK.xlsx...

The cached values are taken out of a copy, so that nothing but a real calculation can fill the
cells again; LibreOffice saves the copy, and every formula's value is compared with the one that
stood in the original. Exit status 1 where one differs.
"""
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

FORMULA_CELL = re.compile(r'(<c [^>]*>)(<f[^>]*>.*?</f>)<v>.*?</v>(</c>)', re.DOTALL)


def without_cached_values(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = FORMULA_CELL.sub(r"\1\2\3", content.decode("utf-8"))
                content = text.replace(' t="str">', ">").encode("utf-8")
            new.writestr(name, content)


def recalculated(book: Path, folder: Path) -> Path:
    bare = folder / "bare" / book.name
    bare.parent.mkdir()
    without_cached_values(book, bare)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(bare)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    return folder / book.name


def same(ours, theirs) -> bool:
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours), abs(theirs))
    return (ours or "") == (theirs or "")


def check(book: Path) -> tuple[int, int]:
    """How many formulas the book has, and how many of them LibreOffice calculates otherwise."""
    differences = formulas = 0
    with tempfile.TemporaryDirectory() as folder:
        again = openpyxl.load_workbook(recalculated(book, Path(folder)), data_only=True)
    cached = openpyxl.load_workbook(book, data_only=True)
    for sheet in openpyxl.load_workbook(book):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                formulas += 1
                ours = cached[sheet.title][cell.coordinate].value
                theirs = again[sheet.title][cell.coordinate].value
                if not same(ours, theirs):
                    differences += 1
                    print(f"{book.name} [{sheet.title}!{cell.coordinate}] {cell.value}\n"
                          f"  expected {ours!r}\n  got      {theirs!r}")
    print(f"{book.name}: {formulas} formulas, {differences} differences")
    return formulas, differences


def main() -> int:
    counts = [check(Path(name).resolve()) for name in sys.argv[1:]]
    return 0 if counts and all(formulas and not wrong for formulas, wrong in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
