"""Assessments of `convert --with-assessments` against a second, exact reading of the page.

tests/calc/oracle.py is written from design/calculation.md alone; here both see the same plans: random
ones with every kind of cell, and the published plans with actuals filled in.
"""

import datetime
import pathlib
import random
import re
import sys
import tempfile
import unittest
from fractions import Fraction

from program import SOURCE, run

sys.path.insert(0, str(SOURCE / "tests" / "calc"))
import cells  # noqa: E402
import compare  # noqa: E402
import oracle  # noqa: E402
import random_plans  # noqa: E402

SAMPLES = SOURCE / "sample_workbooks"
PLANS = ("minami_alps", "kanuma", "seki_plan", "seki_sap3", "shimotsuma")


def assess(document, asof):
    """What the program says of a plan document, and the document as it was written."""
    text = compare.dump(document)
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder, "in.json"), pathlib.Path(folder, "out.json")
        given.write_text(text, "utf-8")
        run("convert", given, "-o", made, "--with-assessments", "--asof", asof, "--quiet",
            status={0, 1})
        return cells.load(made.read_text("utf-8"))["assessments"], cells.load(text)


def told(indicator):
    """A row as a person would write it down, for the message of a failing comparison."""
    def cell(value):
        kept = {k: str(v) for k, v in value.items()
                if k not in ("raw", "unit_from", "decimals", "scale", "stored", "format")}
        return kept.pop("kind") + str(kept or "")

    head = {k: str(indicator[k]) for k in ("direction", "accumulation", "method", "tolerance")}
    start = indicator["baseline"]
    lines = [str(head), f"baseline {start and (start['year'], cell(start['value']))}"]
    lines += [f"{y['year']}: target {cell(y['target'])}, actual {cell(y['actual'])}"
              for y in indicator["years"]]
    return "\n      ".join(lines)


def trace_faults(assessment):
    """Traces whose figures do not give the result that they print."""
    for language, text in assessment["trace"].items():
        found = re.match(r"(?:.*: )?(.*) × 100 = (-?[\d.]+)%", text)
        if found and calculated(found[1]) != found[2]:
            yield f"trace.{language}", text, calculated(found[1])


def calculated(text):
    """What the figures of a trace give, without its words."""
    sum_of_figures = re.sub(r"[^\d.()÷×−/-]", "", text)
    sum_of_figures = re.sub(r"\d+(\.\d+)?", r"Fraction('\g<0>')", sum_of_figures)
    for sign, operator in (("÷", "/"), ("×", "*"), ("−", "-")):
        sum_of_figures = sum_of_figures.replace(sign, operator)
    return oracle.printed(100 * eval(sum_of_figures, {"Fraction": Fraction}))


class Compared(unittest.TestCase):
    def check_document(self, document, asof):
        """Both assessments of a document, every field of every year."""
        got, document = assess(document, asof)
        self.compare(got, document, asof)
        return got

    def compare(self, got, document, asof):
        expected = oracle.assess(document, datetime.date.fromisoformat(asof))
        places = [(each["indicator"], each["year"]) for each in got]
        self.assertEqual(places, [(each["indicator"], each["year"]) for each in expected])
        rows = {row["id"]: row for m in document["measures"] for row in m["indicators"]}
        faults = []
        for ours, theirs in zip(got, expected):
            different = compare.differences(ours, theirs) + list(trace_faults(ours))
            if different:
                lines = [f"{field}: program {a}, oracle {compare.shown(b)}"
                         for field, a, b in different]
                faults.append("\n   ".join([f"{ours['indicator']} {ours['year']}", *lines,
                                            told(rows[ours["indicator"]])]))
        if faults:
            self.fail(f"{len(faults)} of {len(got)} assessments differ; the first ones:\n"
                      + "\n".join(faults[:5]))


class RandomPlans(Compared):
    """Several thousand indicators of all kinds, over plans of several lengths and days."""

    def test_closed_plan(self):
        self.check_document(random_plans.random_document(1, 1500), "2031-05-31")

    def test_running_year(self):
        got = self.check_document(random_plans.random_document(2, 1500), "2028-10-01")
        # The generator reaches everything that it was made for.
        self.assertEqual({each["status"] for each in got},
                         {"met", "missed", "missing", "not_due", "no_target", "unavailable",
                          "error", "unclear", "to_confirm", "incomplete"})
        self.assertEqual({each["method"] for each in got},
                         {"simple", "inverse", "mirror", "progress", "pace", "keep", "limit",
                          "trend", "cumulative", "steps", None})

    def test_first_days(self):
        for asof in ("2027-03-31", "2027-04-01"):
            self.check_document(random_plans.random_document(3, 300), asof)

    def test_long_plan(self):
        document = random_plans.random_document(4, 500, first=2020, last=2031)
        self.check_document(document, "2032-04-01")

    def test_short_plan(self):
        document = random_plans.random_document(5, 500, first=2025, last=2026)
        self.check_document(document, "2026-04-01")


class PublishedPlans(Compared):
    """The five plans, with actuals by the target, beside it, in words or not at all."""

    def filled(self, document, dice):
        maker = random_plans.Maker(dice.random(), 2020, 2030)
        for measure in document["measures"]:
            for row in measure["indicators"]:
                there = {year["year"] for year in row["years"]}
                first, last = (document["plan"][key] for key in ("first_year", "last_year"))
                row["years"] += [{"year": year, "target": random_plans.BLANK, "note": ""}
                                 for year in range(first, last + 1) if year not in there]
                row["years"].sort(key=lambda year: year["year"])
                for year in row["years"]:
                    maker.start_row()
                    maker.units = {year["target"].get("unit") or row["unit"]: 1}
                    start = row["baseline"] and (None, row["baseline"]["value"])
                    year["actual"] = maker.actual(year["target"], start)
        document["plan"]["layout"] = None  # a layout may name a scheme of its own

    def test_returned(self):
        """Straight from the workbooks, and again from the document that was made of them."""
        for plan in PLANS:
            with self.subTest(plan), tempfile.TemporaryDirectory() as folder:
                first, second = pathlib.Path(folder, "1.json"), pathlib.Path(folder, "2.json")
                common = ("--with-assessments", "--quiet", "--asof", "2028-05-31")
                run("convert", SAMPLES / plan / "returned", "-o", first, *common, status={0, 1})
                run("convert", first, "-o", second, *common, status={0, 1})
                document = cells.load(first.read_text("utf-8"))
                self.compare(document["assessments"], document, "2028-05-31")
                again = cells.load(second.read_text("utf-8"))
                self.assertEqual(document["assessments"], again["assessments"])

    def test_published(self):
        for plan in PLANS:
            with self.subTest(plan), tempfile.TemporaryDirectory() as folder:
                read = pathlib.Path(folder, "plan.json")
                run("convert", SAMPLES / plan / "master.xlsx", "-o", read, "--quiet",
                    "--asof", "2031-05-31", status={0, 1})
                for seed in range(8):
                    document = cells.load(read.read_text("utf-8"))
                    self.filled(document, random.Random(seed))
                    self.check_document(document, "2031-05-31")


if __name__ == "__main__":
    unittest.main()
