"""A second, independent reading of design/calculation.md: assessments of a plan document.

Everything is exact (fractions); only constant growth, where it is a root, has 120 digits.
Written from the page, without the program's code. Where the page leaves something open, the reading
chosen is marked READING.
"""

import datetime
from fractions import Fraction

import formulas
from cells import Figure, actual_figure, exact, read_row, read_target, same_unit

GRADES = ((100, "A"), (80, "B"), (60, "C"))
BEST, LAST = "A", "D"


def rounded(value, places=12):
    """Half away from zero, as the page asks of JSON (12 decimals) and of display (one)."""
    if value is None:
        return None
    shifted = abs(value) * 10**places
    whole = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def printed(value, places=1):
    """The text of a rounded number, never -0."""
    number = rounded(value, places)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + digits[:-places] + "." + digits[-places:]


def grade_of(rate):
    for threshold, letter in GRADES:
        if rate >= threshold:
            return letter
    return LAST


# -- what the actual says


def is_due(year, asof):
    return asof >= datetime.date(year + 1, 4, 1)


def used_actual(row, year, target, method):
    """The figure compared: the year's own, or the sum of the years so far; and the status where
    there is no sum. READING: the sum belongs to the method cumulative, in whose line it
    stands; who names that method says that the target is a 累計."""
    own = actual_figure(row, year)
    per_year = row.indicator["accumulation"] == "per_year"
    if own is None or method != "cumulative" or not per_year or target.figure is None:
        return own, None
    parts = [actual_figure(row, each) for each in range(row.first_year, year + 1)]
    if None in parts:
        return None, "incomplete"
    units = {part.unit for part in parts} - {None}
    if len(units) > 1:
        return None, "unclear"
    return Figure(sum(part.number for part in parts), units.pop() if units else None), None


def status_without_comparison(row, year, target):
    """A status that follows before anything is compared, or nothing."""
    if target.kind == "none" or target.kind == "blank" and row.final is None:
        return "no_target"
    entry = row.years.get(year)
    kind = entry["actual"]["kind"] if entry else "blank"
    if kind == "blank":
        return "missing" if is_due(year, row.asof) else "not_due"
    if kind in ("none", "unavailable"):
        return "unavailable"
    if kind == "error":
        return "error"
    if target.kind == "milestone":
        return None if steps_met(row, year, target) is not None else "to_confirm"
    if target.kind == "open" or kind != "number":
        return "unclear"
    return None


def steps_met(row, year, target):
    """READING: stated is an evaluation of this indicator and year; the plan's step is the highest
    of the target's words; a step reached has no rate."""
    stated = row.stated_steps.get(year)
    return None if stated is None or not target.steps else stated >= max(target.steps)


# -- methods


def default_method(target, row):
    """From the target alone, first match of the page's list."""
    if target.kind == "milestone":
        return "steps"
    if target.kind == "trend":
        return "trend"
    if target.kind == "range" or target.comparator:
        return "limit"
    if target.kind == "blank":
        return "pace" if row.final else None
    if target.kind == "none" or target.kind == "open" and not target.relative:
        return None  # READING: nothing to compare with (compound, 集計中, an error) has no method
    # READING: last year's actual is an actual too, so a T that stands on it chooses no method.
    t = target.figure.number if target.figure and not target.from_actual else None
    b = row.baseline.number if row.baseline else None
    if row.direction == "keep" or t == b and same_unit(target.figure, row.baseline):
        return "keep"
    if row.indicator["accumulation"] == "cumulative" or target.cumulative:
        return "cumulative"
    if b is not None and b < 0 or t is not None and t <= 0:
        return "progress"
    return "inverse" if row.down(target) else "simple"


# -- one year


def years_of_plan(row, year):
    """t and n of the page."""
    n = row.final_year - row.first_year + 1 if row.final_year is not None else 0
    return year - row.first_year + 1, n


def pace_of(row, year, a):
    if not same_unit(a, row.baseline) or not same_unit(a, row.final):
        return None
    t, n = years_of_plan(row, year)
    return formulas.pace(a.number, row.baseline.number, row.final.number, t, n)


def simple_of(row, target, a):
    if target.figure is None:
        return None
    rule = formulas.inverse if row.down(target) else formulas.simple
    return rule(a.number, target.figure.number)


def rate_and_met(row, year, target, method, a):
    """The rate of the method, and whether the target is met (nothing: not decided)."""
    if method == "steps":
        return None, steps_met(row, year, target)
    b = row.baseline.number if same_unit(row.baseline, a) else None
    if method == "pace":
        return pace_of(row, year, a), pace_met(row, year, a, target)
    if method == "trend":
        return trend_of(row, year, target, a)
    if target.kind == "range":
        met = target.low.number <= a.number <= target.high.number
        return formulas.span(a.number, target.low.number, target.high.number), met
    t = target.figure.number
    down = row.down(target)
    met = row.good(a.number, t, target)
    if target.kind == "bound":
        met = formulas.holds(a.number, target.comparator, t)
    if method == "limit":
        comparator = target.comparator or ("<=" if down else ">=")
        return formulas.bound(a.number, comparator, t), met
    if method == "keep":
        tolerance = exact(row.indicator["tolerance"]) or Fraction(0)
        if target.kind == "number":  # a bound holds or not, tolerance or none
            met = met or abs(a.number - t) <= tolerance
        return formulas.keep(a.number, t, down, tolerance), met
    rates = {
        "simple": lambda: formulas.simple(a.number, t),
        "inverse": lambda: formulas.inverse(a.number, t),
        "mirror": lambda: formulas.mirror(a.number, t),
        "progress": lambda: formulas.progress(a.number, t, b),
        "cumulative": lambda: formulas.cumulative(a.number, t, down),
    }
    return rates[method](), met


def pace_met(row, year, a, target):
    """By the page's letter the line goes on after F's year; only the rate ends there."""
    t, n = years_of_plan(row, year)
    if not same_unit(a, row.baseline) or not same_unit(a, row.final):
        return None
    b, f = row.baseline.number, row.final.number
    return row.good(a.number, b + (f - b) * t / n, target)


def trend_of(row, year, target, a):
    reference = row.baseline
    if reference is None:
        earlier = [actual_figure(row, y) for y in sorted(row.years) if y < year]
        reference = next((each for each in reversed(earlier) if each), None)
    if not same_unit(reference, a):
        return None, None
    met = formulas.moved(a.number, reference.number, target.trend)
    return Fraction(100 if met else 0), met


def units_differ(target, a):
    sides = [each for each in (target.figure, target.low) if each]
    return not all(same_unit(each, a) for each in sides)


def grade_for(target, method, rate, met, a):
    if met is None:
        return None
    if rate is None:
        return BEST if met else LAST
    if target.comparator and not met and rate == 100 and a.number == target.figure.number:
        return "B"  # A = L of a strict bound: the grade just below 100
    return grade_of(rate)


def needed(row, year, a, target):
    if not same_unit(a, row.final) or year >= row.final_year:
        return None
    if row.good(a.number, row.final.number, target):
        return Fraction(0)
    return (row.final.number - a.number) / (row.final_year - year)


# -- forecast


def points(row, year):
    found = []
    if row.baseline and row.baseline_year is not None:
        found.append((row.baseline_year, row.baseline))
    for each in sorted(row.years):
        value = actual_figure(row, each)  # by the letter, under a 累計 target too
        if each <= year and value:
            found.append((each, value))
    return sorted((p for p in found if same_unit(p[1], row.final)), key=lambda p: p[0])


def forecast(row, year):
    """The two projections to F's year."""
    if row.final is None or year >= row.final_year:
        return None, None
    run = points(row, year)
    if len(run) < 2 or run[0][0] == run[-1][0]:
        return None, None
    (y0, v0), (y1, v1) = ((y, f.number) for y, f in (run[0], run[-1]))
    ahead = row.final_year - y1
    linear = v1 + (v1 - v0) * ahead / (y1 - y0)
    if v0 <= 0 or v1 <= 0:
        return linear, None
    return linear, v1 * formulas.power(v1 / v0, Fraction(ahead, y1 - y0))


def forecast_of(row, year, target):
    linear, growth = forecast(row, year)
    result = {}
    for name, value in (("linear", linear), ("growth", growth)):
        result[name] = rounded(value)
        # READING: a gap is what the projection leaves to F: F less the projection.
        result[f"gap_{name}"] = None if value is None else rounded(row.final.number - value)
        result[f"suffices_{name}"] = (
            None if value is None else row.good(value, row.final.number, target))
    return result


# -- the document


def number_of(one):
    return one.number if one else None


def assess_year(row, year):
    target = read_target(row, year)
    named = row.indicator["method"]
    method = default_method(target, row)
    # READING: a named method stands where the target has a number or would have one (relative);
    # words, ranges and blanks have one of their own.
    if named and (target.kind in ("number", "bound") or target.relative):
        method = named
    status = status_without_comparison(row, year, target)
    # READING: without a target no actual is used.
    a = no_sum = None
    if status != "no_target":
        a, no_sum = used_actual(row, year, target, method)
    status = status or no_sum
    rate = met = rate_simple = rate_progress = None
    pace_rate = pace_of(row, year, a) if a else None
    if status is None and a and units_differ(target, a):
        status, pace_rate = "unclear", None
    elif status is None:
        rate, met = rate_and_met(row, year, target, method, a)
        status = {True: "met", False: "missed", None: "unclear"}[met]
        rate_simple = simple_of(row, target, a) if a else None
        if a and target.figure and row.final:  # "for every year with A, B and F"
            b = row.baseline.number if same_unit(row.baseline, a) else None
            rate_progress = formulas.progress(a.number, target.figure.number, b)
    disagree = (rate_simple is not None and rate_progress is not None
                and grade_of(rate_simple) != grade_of(rate_progress))
    return {
        "indicator": row.indicator["id"], "year": year, "method": method,
        "baseline": rounded(number_of(row.baseline)), "target": rounded(number_of(target.figure)),
        "actual": rounded(number_of(a)), "final": rounded(number_of(row.final)),
        "rate": rounded(rate), "rate_simple": rounded(rate_simple),
        "rate_progress": rounded(rate_progress),
        "pace": rounded(pace_rate),
        "grade": grade_for(target, method, rate, met, a), "disagree": disagree, "status": status,
        "forecast": forecast_of(row, year, target),
        "needed_per_year": rounded(needed(row, year, a, target)) if a else None,
    }


def assess(document, asof):
    """All assessments of a plan document. READING: an entry for each year of the plan."""
    plan = document["plan"]
    result = []
    for measure in document["measures"]:
        for indicator in measure["indicators"]:
            row = read_row(indicator, measure, plan, asof)
            years = range(plan["first_year"], plan["last_year"] + 1)
            result += [assess_year(row, year) for year in years]
    return result
