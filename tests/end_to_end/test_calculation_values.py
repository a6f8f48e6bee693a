"""The check values of design/calculation.md and the traps of the five plans, through the program."""

import pathlib
import sys
import tempfile
import unittest
from fractions import Fraction

from program import SOURCE, run

sys.path.insert(0, str(SOURCE / "tests" / "calc"))
import cells  # noqa: E402
import compare  # noqa: E402
import oracle  # noqa: E402
from random_plans import (  # noqa: E402
    BLANK, CONTINUE, NONE, bound, document, indicator, number, relative, step, trend)


def assessed(years, baseline=None, asof="2031-05-31", steps=(), **keys):
    """The assessments of one indicator of a plan from 2026 to 2030, by year."""
    plan = document([indicator("1-1-1/1", years, baseline, **keys)], evaluations=steps)
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder, "in.json"), pathlib.Path(folder, "out.json")
        given.write_text(compare.dump(plan), "utf-8")
        run("convert", given, "-o", made, "--with-assessments", "--asof", asof, "--quiet",
            status={0})
        return {a["year"]: a for a in cells.load(made.read_text("utf-8"))["assessments"]}


def last_year(baseline, target, actual, **keys):
    """The assessment of 2030, the only year with a target."""
    return assessed({2030: (target, actual)}, baseline and (2025, baseline), **keys)[2030]


def shown(rate):
    """A rate as it is printed: one decimal, half away from zero."""
    return "–" if rate is None else oracle.printed(compare.plain(rate))


def words(*steps):
    return {"kind": "milestone", "raw": "検討", "steps": list(steps)}


class CheckValues(unittest.TestCase):
    """B, T, A and what A/T, T/A, 2−A/T and progress print."""

    METHODS = ("simple", "inverse", "mirror", "progress")
    TABLE = (
        ("95.3", "97.2", "96.0", "98.8", "101.3", "101.2", "36.8"),
        ("109829", "83194", "95000", "114.2", "87.6", "85.8", "55.7"),
        ("38", "37", "39", "105.4", "94.9", "94.6", "-100.0"),
        ("-158", "-100", "-120", "–", "–", "–", "65.5"),
        ("-158", "-100", "-180", "–", "–", "–", "-37.9"),
        ("949451676", "854506508", "900000000", "105.3", "94.9", "94.7", "52.1"),
        ("24114", "82500", "40000", "48.5", "206.3", "151.5", "27.2"),
        ("5", "0", "2", "–", "–", "–", "60.0"),
        ("61", "61", "63", "103.3", "96.8", "96.7", "–"),
    )

    def test_table(self):
        for b, t, a, *expected in self.TABLE:
            for method, rate in zip(self.METHODS, expected):
                with self.subTest(b=b, t=t, a=a, method=method):
                    got = last_year(number(b), number(t), number(a), method=method)
                    self.assertEqual((got["method"], shown(got["rate"])), (method, rate))
                    if rate != "–":
                        self.assertIn(rate + "%", got["trace"]["ja"].replace("−", "-"))
                        self.assertIn(rate + "%", got["trace"]["en"].replace("−", "-"))

    def test_negative_figures_as_the_formula_alone_would_say(self):
        for a, *expected in ((-120, "120.0", "83.3", "80.0"), (-180, "180.0", "55.6", "20.0")):
            values = Fraction(a), Fraction(-100)
            got = (100 * values[0] / values[1], 100 * values[1] / values[0],
                   200 - 100 * values[0] / values[1])
            self.assertEqual([oracle.printed(each) for each in got], expected)

    def test_keep(self):
        got = last_year(number(61), number(61), number(63), direction="keep")
        self.assertEqual((got["method"], shown(got["rate"]), got["status"]), ("keep", "100.0", "met"))


class Traps(unittest.TestCase):
    """What the published plans lay out for a hasty reader."""

    def check(self, got, **expected):
        for key, value in expected.items():
            mine = shown(got[key]) if key in ("rate", "rate_simple", "rate_progress") else got[key]
            self.assertEqual(mine, value, f"{key} of {got}")

    def test_a_loss_that_grew_is_no_achievement(self):
        got = last_year(number(-158, "人"), number(-100, "人"), number(-180, "人"))
        self.check(got, method="progress", status="missed", rate="-37.9", grade="D",
                   rate_simple="–", disagree=False)
        got = last_year(number(-158, "人"), number(-100, "人"), number(-100, "人"))
        self.check(got, method="progress", status="met", rate="100.0", grade="A")

    def test_a_ceiling_kept(self):
        for start in (None, number("2.3", "%")):
            got = last_year(start, bound("<=", 5, "%"), number("2.3", "%"), direction="within")
            self.check(got, method="limit", status="met", rate="100.0", grade="A")
        got = last_year(None, bound("<=", 5, "%"), number(5, "%"), direction="within")
        self.check(got, status="met", rate="100.0", grade="A")
        got = last_year(None, bound("<=", 5, "%"), number("5.1", "%"), direction="within")
        self.check(got, status="missed", rate="98.0", grade="B")
        got = last_year(None, bound("<", 5, "%"), number(5, "%"), direction="within")
        self.check(got, status="missed", rate="100.0", grade="B")

    def test_61_to_61(self):
        for actual, rate, status in ((61, "100.0", "met"), (63, "100.0", "met"),
                                     (60, "98.4", "missed")):
            got = last_year(number(61, "%"), number(61, "%"), number(actual, "%"), direction="keep")
            self.check(got, method="keep", rate=rate, status=status, rate_progress="–")

    def test_zero_targets(self):
        got = last_year(number(5), number(0), number(2), direction="down")
        self.check(got, method="progress", status="missed", rate="60.0", grade="C")
        got = last_year(number(5), number(0), number(0), direction="down")
        self.check(got, method="progress", status="met", rate="100.0", grade="A")
        got = last_year(None, number(0), number(0), direction="down")
        self.check(got, status="met", rate="–", grade="A")
        got = last_year(None, number(0), number(1), direction="down")
        self.check(got, status="missed", rate="–", grade="D")

    def test_a_real_zero(self):
        self.check(last_year(None, number(10), number(0)), status="missed", rate="0.0", grade="D")
        got = last_year(None, number(10), number(0), direction="down")
        self.check(got, method="inverse", status="met", rate="–", grade="A")

    def test_up(self):
        for actual, rate, status, grade in (("88.2", "100.0", "met", "A"),
                                            ("88.1", "0.0", "missed", "D"),
                                            ("87.9", "0.0", "missed", "D")):
            got = last_year(number("88.1", "%"), trend("up"), number(actual, "%"))
            self.check(got, method="trend", rate=rate, status=status, grade=grade,
                       rate_simple="–", rate_progress="–")
        self.check(last_year(None, trend("up"), number(80)), status="unclear", rate="–", grade=None)
        got = assessed({2028: (trend("up"), number(80)), 2030: (trend("up"), number(81))})
        self.check(got[2030], status="met", rate="100.0")

    def test_arrow_and_dash(self):
        got = assessed({2026: (number(10), number(9)), 2027: (CONTINUE, number(10)),
                        2028: (NONE, number(3)), 2029: (CONTINUE, NONE), 2030: (BLANK, BLANK)})
        self.check(got[2026], status="missed", rate="90.0")
        self.check(got[2027], status="met", rate="100.0", target=10)
        self.check(got[2028], status="no_target", rate="–", method=None, grade=None)
        got = assessed({2026: (number(10), NONE), 2027: (CONTINUE, BLANK)}, asof="2028-03-31")
        self.check(got[2026], status="unavailable", rate="–", grade=None)
        self.check(got[2027], status="not_due", rate="–", grade=None)

    def test_one_row_of_numbers_and_words(self):
        one = number(1, "件")
        rows = {2026: (one, one), 2027: (words(2), words(2)), 2028: (words(3), words(2)),
                2029: (one, number(0, "件")), 2030: (one, BLANK)}
        got = assessed(rows, direction="keep", steps=[step("1-1-1/1", 2028, 2)])
        self.check(got[2026], method="keep", status="met", rate="100.0", grade="A")
        self.check(got[2027], method="steps", status="to_confirm", rate="–", grade=None)
        self.check(got[2028], method="steps", status="missed", grade="D")
        self.check(got[2029], method="keep", status="missed", rate="0.0", grade="D")
        self.check(got[2030], status="missing", rate="–", grade=None)

    def test_growth_of_an_unknown_number(self):
        missing = (("previous_year", "実績", "actual"), ("baseline", "基準値", "baseline"))
        for of, japanese, english in missing:
            got = assessed({2028: (relative(3, "%", of), number(100))})[2028]
            self.check(got, status="unclear", rate="–", target=None, grade=None)
            self.assertIn(japanese, got["trace"]["ja"])
            self.assertIn(english, got["trace"]["en"])
        got = assessed({2028: (relative(3, "%", None), number(100))})[2028]
        self.check(got, status="unclear", rate="–", target=None)
        got = assessed({2027: (BLANK, number(200)),
                        2028: (relative(3, "%", "previous_year"), number("205.9"))})[2028]
        self.check(got, status="missed", target=206, rate="100.0", grade="B")

    def test_growth_printed_beside_its_number(self):
        got = last_year(number(949451676, "円"), relative(-10, "%", None, [(None, 854506508, "円")]),
                        number(900000000, "円"), direction="down")
        self.check(got, method="inverse", target=854506508, rate="94.9", status="missed")
        several = relative(5, "%", None, [("件数", 7354, None), ("人数", 171460, None)])
        self.check(last_year(None, several, number(7400)), status="unclear", rate="–")


if __name__ == "__main__":
    unittest.main()
