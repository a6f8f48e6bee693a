"""A million random rates, digit by digit, against Python's decimal arithmetic.

The formulas stand a second time in formulas.py. 120 digits are exact for this
purpose: the figures have at most 40, so that a quotient that is not itself a short decimal differs
from every half and from every threshold long before the 120th digit.
"""

import multiprocessing
import os
import random
import subprocess
import sys
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import formulas

DOOR = os.environ.get("PRINT_RATES", "print_rates")
CASES, BATCH = 1_000_000, 25_000
EXACT = Context(prec=120, rounding=ROUND_HALF_UP)
ONE, TWELVE = Decimal("0.1"), Decimal("1e-12")
EDGES = (0, 60, 80, 100)
FORMULAS = {
    "simple": formulas.simple, "inverse": formulas.inverse, "mirror": formulas.mirror,
    "progress": formulas.progress, "pace": formulas.pace,
    "keep_up": lambda a, t, tolerance: formulas.keep(a, t, False, tolerance),
    "keep_down": lambda a, t, tolerance: formulas.keep(a, t, True, tolerance),
    "at_most": lambda a, limit: formulas.bound(a, "<=", limit),
    "below": lambda a, limit: formulas.bound(a, "<", limit),
    "at_least": lambda a, limit: formulas.bound(a, ">=", limit),
    "above": lambda a, limit: formulas.bound(a, ">", limit),
}
METHODS = tuple(FORMULAS)


# -- the cases


class Cases:
    """Figures as sheets have them, and actuals placed where rounding and grading turn."""

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def figure(self):
        kind = self.dice.random()
        if kind < 0.35:  # a percentage
            return Decimal(self.dice.randint(0, 12000)).scaleb(-self.dice.randint(1, 2))
        if kind < 0.6:  # a count
            return Decimal(self.dice.randint(0, 3000))
        if kind < 0.75:  # yen
            return Decimal(self.dice.randint(10**6, 10**12))
        if kind < 0.9:  # losses, migration balances
            return Decimal(self.dice.randint(-5000, 500)).scaleb(-self.dice.randint(0, 1))
        return Decimal(self.dice.randint(1, 99999)).scaleb(-3)

    def percent(self):
        """A rate that is wanted: on a printed half, on a threshold, a hair beside either."""
        dice = self.dice
        kind = dice.random()
        if kind < 0.45:
            rate = Decimal(2 * dice.randint(-500, 2000) + 1) / 20  # xx.x5
        elif kind < 0.6:
            rate = Decimal(dice.choice(EDGES))
        elif kind < 0.7:  # on the half of the twelfth decimal
            rate = Decimal(10 * dice.randint(-10**13, 10**14) + 5).scaleb(-13)
        else:
            rate = Decimal(dice.randint(0, 1500)).scaleb(-1)
        beside = dice.choice((0, 0, 1, -1))
        return rate + beside * Decimal(1).scaleb(-dice.choice((2, 4, 9, 12)))

    def share(self, whole):
        """A part of a whole: wanted to the digit, or any figure."""
        if self.dice.random() < 0.5:
            return self.percent() * whole / 100
        if self.dice.random() < 0.3:
            return whole + Decimal(self.dice.randint(-2, 2)).scaleb(-self.dice.randint(0, 3))
        return self.figure()

    def case(self):
        method = self.dice.choice(METHODS)
        if method in ("inverse", "at_most", "below") and self.dice.random() < 0.6:
            actual = self.figure()
            return method, (actual, self.share(actual))
        if method in ("simple", "inverse", "at_most", "below", "at_least", "above"):
            target = self.figure()
            return method, (self.share(target), target)
        if method == "mirror":
            target = self.figure()
            return method, (2 * target - self.share(target), target)
        if method in ("keep_up", "keep_down"):
            target = self.figure()
            tolerance = Decimal(self.dice.choice((0, 0, 1, 5))).scaleb(-self.dice.randint(0, 2))
            edge = target + self.dice.choice((tolerance, -tolerance))
            return method, (self.dice.choice((edge, self.share(target))), target, tolerance)
        return self.journey(method)

    def journey(self, method):
        """Progress from a baseline, of a year or of the whole plan."""
        base, goal = self.figure(), self.figure()
        if self.dice.random() < 0.02:
            goal = base
        if method == "progress":
            actual = base + self.share(goal - base)
            return method, (actual, goal, None if self.dice.random() < 0.02 else base)
        n = self.dice.randint(1, 12)
        t = self.dice.randint(0, n + 1) if self.dice.random() < 0.05 else self.dice.randint(1, n)
        step = (goal - base) / 1000
        goal = base + 1000 * n * step  # so that a year's part is a short decimal
        actual = base + self.share((goal - base) / n * t)
        return method, (actual, None if self.dice.random() < 0.02 else base, goal, t, n)


def word(value):
    if value is None:
        return "none"
    return str(value) if isinstance(value, int) else f"{value:f}"


# -- what must be printed


def fixed(rate, digit):
    shown = rate.quantize(digit, context=EXACT)
    return f"{abs(shown) if shown == 0 else shown:f}"


def expected(method, values):
    rate = FORMULAS[method](*values)
    if rate is None:
        return "-"
    rate = Decimal(rate)
    bands = "".join("<" if rate < edge else ">" if rate > edge else "=" for edge in EDGES)
    return f"{fixed(rate, ONE)} {fixed(rate, TWELVE)} {bands}"


def check_batch(seed):
    """The cases of one batch: how many, how many stand on a printed half, and the faults."""
    with localcontext(EXACT):
        maker = Cases(seed)
        cases = [maker.case() for _ in range(BATCH)]
        lines = [" ".join([method, *map(word, values)]) for method, values in cases]
        wanted = [expected(method, values) for method, values in cases]
    done = subprocess.run([DOOR], input="\n".join(lines) + "\n", capture_output=True, text=True)
    got = done.stdout.splitlines()
    if done.returncode or len(got) != len(lines):
        return 0, 0, [f"exit {done.returncode}, {len(got)} lines of {len(lines)}: {done.stderr}"]
    halves = sum(map(on_half, wanted))
    faults = [f"{line}: printed {mine}, exact {right}"
              for line, mine, right in zip(lines, got, wanted) if mine != right]
    return len(lines), halves, faults


def on_half(text):
    """Whether a rate stands exactly in the middle of two printed ones: xx.x5."""
    if text == "-":
        return False
    decimals = text.split(" ")[1].partition(".")[2]
    return decimals[1:] == "50000000000"


def main():
    cases = halves = 0
    faults = []
    with multiprocessing.Pool() as pool:
        for count, middle, wrong in pool.imap_unordered(check_batch, range(CASES // BATCH)):
            cases, halves, faults = cases + count, halves + middle, faults + wrong
    print(f"{cases} rates, {halves} of them exactly on a printed half, {len(faults)} faults")
    print("\n".join(faults[:20]))
    enough = cases == CASES and halves > CASES // 20
    return 0 if enough and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
