#!/usr/bin/python3
"""How long LibreOffice takes to calculate 100,000 cells of the add-in anew.

    measure_recalculation.py LIBREOFFICE_HOME EXTENSION [CELLS]

Every workbook is converted with and without calculating anew; the difference is the calculation.
Seconds are those of the processor, so that other work on the machine does not count. Half of the
rows hold numbers, half texts with units.
"""

import resource
import sys
import tempfile
import time

import office
import workbook

FORMULAS = {
    "SHINCHOKU.RATE(actual,target,baseline)": "_xll.SHINCHOKU.RATE(A{0},B{0},C{0})",
    "SHINCHOKU.STATUS(actual,target)": "_xll.SHINCHOKU.STATUS(A{0},B{0})",
}


def make(path, formula, cells):
    sheet = workbook.Sheet("rates")
    for row in range(cells):
        actual, target, baseline = 900 + row % 97, 1000 + row % 89, 800 + row % 83
        values = (actual, target, baseline)
        if row % 2 == 1:
            values = (f"{actual:,}人", f"{target:,}人", f"{baseline:,}人")
        for column, value in enumerate(values):
            sheet.put(row, column, value)
        sheet.put_formula(row, 3, formula.format(row + 1))
    workbook.write(path, [sheet])
    return path


def check(path, cells):
    """A measurement of cells that were not calculated would be none."""
    values = workbook.read_values(path)
    stale = sum(values.get((row, 3), workbook.STORED) == workbook.STORED for row in range(cells))
    if stale:
        sys.exit(f"{path}: {stale} of {cells} cells were not calculated")


def seconds(calc, path, mode):
    """Of the processor and of the clock, and the converted file."""
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before, start = used(), time.perf_counter()
    (made,) = calc.convert([path], "xlsx", mode)
    return used() - before, time.perf_counter() - start, made


def main(home, extension, cells="100000"):
    cells = int(cells)
    with tempfile.TemporaryDirectory() as folder:
        calc = office.Office(home, extension, folder)
        for name, formula in FORMULAS.items():
            path = make(f"{folder}/rates.xlsx", formula, cells)
            never, _, _ = seconds(calc, path, office.NEVER)
            always, clock, made = seconds(calc, path, office.ALWAYS)
            check(made, cells)
            print(f"{cells} cells of {name}: {always - never:.2f} s of {always:.2f} s "
                  f"with loading and saving ({clock:.2f} s by the clock)")


if __name__ == "__main__":
    main(*sys.argv[1:])
