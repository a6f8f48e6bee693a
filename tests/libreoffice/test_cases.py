#!/usr/bin/python3
"""The table of cases through the add-in in LibreOffice Calc.

Two workbooks hold every case that a formula of Calc can express, with a wrong stored value: an
.xlsx as Excel names the functions (_xll.SHINCHOKU.RATE), and an .ods. Single values stand in the
formula in one workbook and in a cell in the other; ranges and empty cells always stand in cells.
LibreOffice calculates both anew; its .xlsx is read back.

    test_cases.py LIBREOFFICE_HOME EXTENSION CASES
"""

import collections
import math
import re
import sys
import tempfile
import zipfile

import notation
import office
import workbook
from notation import Error, Pattern, Range

TOLERANCE = 1e-12  # of the number; LibreOffice writes 15 digits


def limit_of(case):
    """What Calc itself does to an argument before any add-in sees it; None for an expressible case."""
    for argument in case.arguments:
        is_range = isinstance(argument, Range)
        values = [value for row in argument.rows for value in row] if is_range else [argument]
        if any(isinstance(value, bool) for value in values):
            return "TRUE and FALSE arrive as 1 and 0"
        if any(isinstance(value, Error) for value in values):
            return ("a range with an error gives #VALUE! without a call" if is_range
                    else "an error gives itself without a call")
    return None


def literal(value):
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return repr(value)


class Book:
    """Results on the first sheet, arguments in the same rows of the second."""

    def __init__(self, cases, turn):
        self.results = workbook.Sheet("results")
        self.arguments = workbook.Sheet("arguments")
        self.places = []  # (case, row, formula)
        row = 0
        for number, case in enumerate(cases):
            row += self.add(case, row, number + turn)

    def add(self, case, row, turn):
        """Returns how many rows the case takes."""
        column, height, shown = 0, 1, []
        for number, argument in enumerate(case.arguments):
            if argument is None:
                shown.append("")
                continue
            # An empty text in a cell would be an empty cell.
            in_cell = isinstance(argument, Range) or ((turn + number) % 2 == 0 and argument != "")
            if not in_cell:
                shown.append(literal(argument))
                continue
            rows = argument.rows if isinstance(argument, Range) else ((argument,),)
            shown.append(self.put_range(rows, row, column, isinstance(argument, Range)))
            column += len(rows[0]) + 1
            height = max(height, len(rows))
        formula = f"_xll.{case.function}({','.join(shown)})"
        size = None
        if isinstance(case.expected, Range):
            size = (len(case.expected.rows), len(case.expected.rows[0]))
            height = max(height, size[0])
        self.results.put_formula(row, 0, formula, size)
        self.places.append((case, row, formula))
        return height

    def put_range(self, rows, row, column, is_range):
        for r, values in enumerate(rows):
            for c, value in enumerate(values):
                self.arguments.put(row + r, column + c, value)
        first = workbook.cell_name(row, column)
        last = workbook.cell_name(row + len(rows) - 1, column + len(rows[0]) - 1)
        # A1:A1 stays a range: its empty cell arrives as one, that of A1 as 0.
        return f"arguments!{first}:{last}" if is_range else f"arguments!{first}"

    def write(self, path):
        workbook.write(path, [self.results, self.arguments])
        return path


def agrees(found, expected):
    if isinstance(expected, Pattern):
        return isinstance(found, str) and re.search(expected.expression, found) is not None
    if isinstance(expected, float):
        return (isinstance(found, float)
                and math.isclose(found, expected, rel_tol=TOLERANCE, abs_tol=TOLERANCE))
    return type(found) is type(expected) and found == expected


def found_at(values, row, expected):
    if not isinstance(expected, Range):
        return values.get((row, 0))
    return Range(tuple(tuple(values.get((row + r, c)) for c in range(len(line)))
                       for r, line in enumerate(expected.rows)))


def compare(name, book, values):
    """Returns how many cases passed and failed."""
    passed = 0
    for case, row, formula in book.places:
        found = found_at(values, row, case.expected)
        if isinstance(case.expected, Range):
            pairs = [pair for lines in zip(found.rows, case.expected.rows) for pair in zip(*lines)]
        else:
            pairs = [(found, case.expected)]
        if all(agrees(*pair) for pair in pairs):
            passed += 1
        else:
            print(f"{name}: line {case.line}: {case.call}\n  as       {formula}\n"
                  f"  gives    {found}\n  expected {case.expected}\n  source   {case.source}")
    return passed, len(book.places) - passed


def spoil(path, count):
    """Wrong stored values into an .ods, or calculating anew would prove nothing."""
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}

    def spoiled(tag):
        bare = re.sub(r' (office|calcext):[a-z-]*value[a-z-]*="[^"]*"', "", tag[1])
        stored = f'office:value-type="float" office:value="{workbook.STORED}"'
        return f"{bare} {stored}{tag[2]}"

    formula_cell = re.compile(r'(<table:table-cell [^>]*table:formula="[^>]*?)(/?>)')
    content, found = formula_cell.subn(spoiled, parts["content.xml"].decode())
    if found != count:
        sys.exit(f"{path}: {found} formulas of {count}")
    parts["content.xml"] = content.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def main(home, extension, table):
    cases = notation.read_cases(table)
    limits = collections.Counter(filter(None, map(limit_of, cases)))
    usable = [case for case in cases if limit_of(case) is None]
    with tempfile.TemporaryDirectory() as folder:
        calc = office.Office(home, extension, folder)
        books = [Book(usable, turn) for turn in (0, 1)]
        xlsx, other = (book.write(f"{folder}/cases{turn}.xlsx") for turn, book in enumerate(books))
        (ods,) = calc.convert([other], "ods", office.ALWAYS)
        spoil(ods, len(usable))
        results = calc.convert([xlsx, ods], "xlsx", office.ALWAYS)
        counts = [compare(name, book, workbook.read_values(result))
                  for name, book, result in zip((".xlsx", ".ods"), books, results)]
    for limit, count in sorted(limits.items()):
        print(f"not expressible, {count} rows: {limit}")
    passed, failed = (sum(count) for count in zip(*counts))
    print(f"{passed} passed, {failed} failed, {2 * limits.total()} not expressible")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
