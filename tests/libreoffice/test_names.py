#!/usr/bin/python3
"""How functions are named in files, and what Calc does with arguments before it calls them.

    test_names.py LIBREOFFICE_HOME EXTENSION
"""

import re
import sys
import tempfile
import zipfile

import office
import workbook
from notation import Error

# B1 96, C1 97.2, D1 empty, E1 an error
ARGUMENTS = (96, 97.2, None, Error("#DIV/0!"))
RATE = 98.7654320987654
FORMULAS = (
    ("_xll.SHINCHOKU.RATE(B1,C1)", RATE),  # as Excel and this program write it
    ("_xll.shinchoku.rate(B1,C1)", RATE),
    ("SHINCHOKU.RATE(B1,C1)", RATE),  # as other programs may
    ("_xll.SHINCHOKU.NOTHING(B1,C1)", Error("#NAME?")),
    ("_xlfn.IFNA(_xll.SHINCHOKU.VALUE(\"UP\"),\"none\")", "none"),
    ("ISERR(_xll.SHINCHOKU.VALUE(B1:C1))", True),
    ("SUM(IFERROR(_xll.SHINCHOKU.FORECAST({2024,2025},{-5,10},2027),0))", 40.0),
    # addin/libreoffice/README.md
    ("_xll.SHINCHOKU.KIND(D1)", "number"),  # an empty cell arrives as 0 …
    ("_xll.SHINCHOKU.KIND(D1:D1)", "blank"),  # … but not that of a range
    ("_xll.SHINCHOKU.KIND(E1)", Error("#DIV/0!")),
    ("_xll.SHINCHOKU.KIND(E1:E1)", Error("#VALUE!")),
    ("_xll.SHINCHOKU.KIND(TRUE())", "number"),
)


def make(path):
    sheet = workbook.Sheet("names")
    for column, value in enumerate(ARGUMENTS, 1):
        sheet.put(0, column, value)
    for row, (formula, _) in enumerate(FORMULAS):
        sheet.put_formula(row, 0, formula)
    workbook.write(path, [sheet])
    return path


def saved_formulas(path):
    with zipfile.ZipFile(path) as package:
        text = package.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<f[^>]*>([^<]*)</f>", text)


def main(home, extension):
    with tempfile.TemporaryDirectory() as folder:
        calc = office.Office(home, extension, folder)
        (result,) = calc.convert([make(f"{folder}/names.xlsx")], "xlsx", office.ALWAYS)
        values, formulas = workbook.read_values(result), saved_formulas(result)
    failed = 0
    for row, (formula, expected) in enumerate(FORMULAS):
        found = values.get((row, 0))
        if found != expected:
            print(f"{formula}\n  gives    {found}\n  expected {expected}")
            failed += 1
    # Excel's name stays Excel's name (7.4 writes it in capitals).
    if not formulas[0].upper().startswith("_XLL.SHINCHOKU.RATE("):
        print(f"{FORMULAS[0][0]} is saved as {formulas[0]}")
        failed += 1
    print(f"{len(FORMULAS) + 1 - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
