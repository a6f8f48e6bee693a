"""The progress book's formulas: LibreOffice calculates the values that stand in the file, and the
rates and grades that the program assesses."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile
from decimal import Decimal

import recalc_check

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = SOURCE / "sample_workbooks"
sys.path.insert(0, str(SOURCE / "tests" / "calc"))
import compare  # noqa: E402
import random_plans  # noqa: E402

PLANS = {"minami_alps": "2027-05-31", "kanuma": "2026-05-31", "seki_plan": "2026-05-31",
         "seki_sap3": "2023-05-31", "shimotsuma": "2026-05-31"}
# By rate, by comparison with target and baseline, by pace, by growth, by people.
SCHEMES = ("default", "nagayo", "ino", "two-axes", "fuji", "tama", "osaka-library", "open-sdg")


def program(*arguments):
    done = subprocess.run([os.environ["SHINCHOKU"], *map(str, arguments)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{arguments}: {done.stderr}")


class Case:
    """A book, and what the program says of the same plan."""

    def __init__(self, folder, name, inputs, asof, *options, master=None):
        self.name = name
        self.book = pathlib.Path(folder, f"{name}.xlsx")
        assessed = pathlib.Path(folder, f"{name}.json")
        common = (*inputs, "--asof", asof, "--quiet", "--force", *options)
        against = ("--master", master) if master else ()
        program("progress", *common, *against, "-o", self.book)
        program("convert", *common, "--with-assessments", "-o", assessed)
        document = json.loads(assessed.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
        year = self.reported_year(document, asof)
        self.expected = {}
        for each in document["assessments"]:
            if each["year"] == year:
                rate = each["rate"]
                self.expected[each["indicator"]] = (
                    "" if rate is None else recalc_check.printed(Decimal(rate)),
                    each["grade"] or "")

    @staticmethod
    def reported_year(document, asof):
        year, month, _ = map(int, asof.split("-"))
        closed = year - 1 if month >= 4 else year - 2
        plan = document["plan"] if "plan" in document else document
        return max(plan["first_year"], min(closed, plan["last_year"]))

    def faults(self, found):
        return [f"{self.name}: {indicator} expected {expected}, got {found.get(indicator)}"
                for indicator, expected in self.expected.items()
                if found.get(indicator) != expected]


def with_another_value(book):
    """The book with a cached value that its formula does not give."""
    changed = book.with_name("changed.xlsx")
    done = False
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/") and not done:
                before = text
                text = text.replace(b"</f><v>1</v>", b"</f><v>2</v>", 1)
                done = text != before
            new.writestr(name, text)
    assert done
    return changed


def with_another_formula(book):
    """The book with the formula of a rate that multiplies where it should divide."""
    changed = book.with_name("broken.xlsx")
    done = False
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/") and not done:
                before = text
                text = text.replace(b"H6/G6", b"H6*G6", 1)
                done = text != before
            new.writestr(name, text)
    assert done
    return changed


class Recalculation(unittest.TestCase):
    def hold(self, cases):
        formulas = rates = 0
        results = recalc_check.check([case.book for case in cases])
        for case, (count, differences, found) in zip(cases, results):
            with self.subTest(case.name):
                self.assertGreater(count, 100)
                self.assertEqual(differences, 0)
                self.assertEqual(case.faults(found), [])
            formulas += count
            rates += sum(1 for rate, _ in case.expected.values() if rate)
        print(f"{formulas} formula cells, {rates} rates with their grades")
        return rates

    def test_books_of_the_five_plans(self):
        with tempfile.TemporaryDirectory() as folder:
            cases = [Case(folder, name, [SAMPLES / name / "returned"], asof,
                          master=SAMPLES / name / "master.xlsx") for name, asof in PLANS.items()]
            cases.append(Case(folder, "english", [SAMPLES / "minami_alps" / "corrected"],
                              "2027-05-31", "--lang", "en"))
            self.hold(cases)

    def test_a_plan_of_every_kind_of_target_under_many_schemes(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder, "plan.json")
            plan.write_text(compare.dump(random_plans.random_document(4, 100)), "utf-8")
            cases = [Case(folder, scheme, [plan], "2029-05-31", "--scheme", scheme)
                     for scheme in SCHEMES]
            self.assertGreater(self.hold(cases), 100)

    def test_what_does_not_agree_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            case = Case(folder, "book", [SAMPLES / "minami_alps" / "returned"], "2027-05-31")
            books = [with_another_value(case.book), with_another_formula(case.book)]
            (_, another_value, _), (_, another_formula, found) = recalc_check.check(books)
            self.assertEqual(another_value, 1)
            self.assertGreater(another_formula, 1)
            self.assertEqual(len(case.faults(found)), 1)


if __name__ == "__main__":
    unittest.main()
