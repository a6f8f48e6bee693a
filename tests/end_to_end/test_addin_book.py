"""progress --formulas addin: every rate of the book is a call of the add-in's functions, and the
call, with the figures of its row in place of addresses, gives the value that the book shows."""

import pathlib
import re
import sys
import tempfile
import unittest
import warnings

import openpyxl

from program import SOURCE, run

sys.path.insert(0, str(SOURCE / "tests" / "calc"))
import compare  # noqa: E402
import random_plans  # noqa: E402

CALL = re.compile(
    r'^=IF\(ISNUMBER\(\w+\),_xlfn\.IFNA\(_xll\.(SHINCHOKU\.([A-Z]+)\(.*\))/100,""\),""\)$')
METHOD = re.compile(r'"(simple|inverse|mirror|progress|keep|limit|cumulative)"\)$')


def made_book(folder, *more):
    """A book about random indicators with every kind of target."""
    plan, book = pathlib.Path(folder, "plan.json"), pathlib.Path(folder, "book.xlsx")
    plan.write_text(compare.dump(random_plans.random_document(7, 700)), "utf-8")
    run("progress", plan, "--asof", "2029-05-31", "-o", book, "--quiet", *more, status={0, 1})
    return book


def rates(book):
    """(formula, figures of the sheet, shown value) of each rate that is a call."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl does not read
        formulas = openpyxl.load_workbook(book)["算定"]
        shown = openpyxl.load_workbook(book, data_only=True)["算定"]
    for row in formulas.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and "SHINCHOKU" in cell.value:
                yield cell.value, shown, shown[cell.coordinate].value


def with_figures(call, sheet):
    """The call with the figure of each cell it names."""
    def figure(match):
        value = sheet[match.group(0)].value
        return "{}" if value is None else repr(value)

    parts = re.split(r'("[^"]*")', call)  # not inside texts
    return "".join(
        part if part.startswith('"') else re.sub(r"(?<![A-Z.])[A-Z]{1,2}\d+", figure, part)
        for part in parts)


class AddinBook(unittest.TestCase):
    def test_each_call_gives_the_value_shown(self):
        with tempfile.TemporaryDirectory() as folder:
            calls, shown, kinds = [], [], set()
            for formula, sheet, value in rates(made_book(folder, "--formulas", "addin")):
                match = CALL.match(formula)
                self.assertTrue(match, formula)
                calls.append("=" + with_figures(match.group(1), sheet))
                shown.append(value)
                method = METHOD.search(match.group(1))
                kinds.add(method.group(1) if method else match.group(2))
        answers = run("function", "call", *calls, status={0}).stdout.splitlines()
        self.assertEqual(len(answers), len(calls))
        for call, answer, value in zip(calls, answers, shown):
            self.assertAlmostEqual(float(answer) / 100, value, 11, call)
        self.assertGreater(len(calls), 100)
        # RATE alone: a range or a trend, whose target is a text.
        self.assertLessEqual({"simple", "inverse", "progress", "keep", "limit", "RATE", "PACE"},
                             kinds)

    def test_plain_books_need_no_addin(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(list(rates(made_book(folder))), [])


if __name__ == "__main__":
    unittest.main()
