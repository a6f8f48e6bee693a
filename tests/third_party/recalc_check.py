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
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl

FORMULA_CELL = re.compile(r'(<c [^>]*>)(<f[^>]*>.*?</f>)<v>.*?</v>(</c>)', re.DOTALL)
CALCULATION = {"算定", "Calculation"}
INDICATOR, RATE, GRADE = 0, 9, 10  # columns of that sheet
FIRST_ROW = 5


def without_cached_values(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = FORMULA_CELL.sub(r"\1\2\3", content.decode("utf-8"))
                content = text.replace(' t="str">', ">").encode("utf-8")
            new.writestr(name, content)


def recalculated(books: list[Path], folder: Path) -> list[Path]:
    """Copies of the books, calculated anew; all by one LibreOffice, whose start costs the most."""
    bare = [folder / "bare" / f"{i}.xlsx" for i in range(len(books))]
    bare[0].parent.mkdir()
    for book, copy in zip(books, bare):
        without_cached_values(book, copy)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, bare)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=400)
    return [folder / copy.name for copy in bare]


def same(ours, theirs) -> bool:
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours), abs(theirs))
    return (ours or "") == (theirs or "")


def compare(book: Path, again) -> tuple[int, int]:
    differences = formulas = 0
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


def printed(percent: Decimal) -> str:
    """As the book shows it: one decimal, half away from zero, a double's own noise taken off."""
    shown = round(percent, 10).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(abs(shown) if shown == 0 else shown)


def rates_and_grades(again) -> dict[str, tuple[str, str]]:
    """Of each indicator, as the formulas gave them: the printed rate, "" for none, and the grade."""
    sheet = next(again[name] for name in again.sheetnames if name in CALCULATION)
    found = {}
    for row in sheet.iter_rows(min_row=FIRST_ROW, values_only=True):
        rate = row[RATE]
        shown = printed(Decimal(repr(rate)) * 100) if isinstance(rate, (int, float)) else ""
        found[row[INDICATOR]] = (shown, row[GRADE] or "")
    return found


def check(books: list[Path]) -> list[tuple[int, int, dict]]:
    """Of each book: how many formulas it has, how many of them LibreOffice calculates otherwise,
    and the rates and grades that it calculates."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [openpyxl.load_workbook(copy, data_only=True)
                  for copy in recalculated(books, Path(folder))]
    return [(*compare(book, again), rates_and_grades(again))
            for book, again in zip(books, copies)]


def main() -> int:
    counts = check([Path(name).resolve() for name in sys.argv[1:]])
    return 0 if counts and all(formulas and not wrong for formulas, wrong, _ in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
