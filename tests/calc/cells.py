"""What the cells of an indicator say, read for the calculation.

Where design/calculation.md leaves something open, the reading chosen is marked READING.
"""

import datetime
import json
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

SCALES = {"百万": 10**6, "千万": 10**7, "億": 10**8, "兆": 10**12, "万": 10**4, "千": 10**3}


def load(text):
    """A document whose numbers are exact."""
    return json.loads(text, parse_float=Decimal)


def exact(number):
    return None if number is None else Fraction(str(number))


def base_unit(unit):
    """The unit without its scale word, and what the word multiplies by: 千人 is 1000 人."""
    for word, factor in SCALES.items():
        if unit and unit.startswith(word) and len(unit) > len(word):
            return unit[len(word):], factor
    return unit, 1


@dataclass
class Figure:
    """A number in the base of its unit."""
    number: Fraction
    unit: str | None


@dataclass
class Target:
    """What a target says once → is followed and a relative one is resolved."""
    kind: str  # number bound range trend milestone none blank open
    figure: Figure | None = None
    comparator: str | None = None
    low: Figure | None = None
    high: Figure | None = None
    trend: str | None = None
    cumulative: bool = False
    relative: bool = False
    from_actual: bool = False  # its number comes from last year's actual
    asks_less: bool = False  # 10%縮減
    steps: list = field(default_factory=list)


@dataclass
class Row:
    """One indicator, read for calculation."""
    first_year: int
    asof: datetime.date
    indicator: dict
    stated_steps: dict = field(default_factory=dict)  # what the department says, by year
    only_unit: str | None = None
    baseline: Figure | None = None
    baseline_year: int | None = None
    years: dict = field(default_factory=dict)
    final: Figure | None = None
    final_year: int | None = None

    @property
    def direction(self):
        return self.indicator["direction"]

    def down(self, target):
        """Whether less is better. READING: the page says so of the direction down alone; here also
        of `within` (an upper bound in another year of the row, for which rate_simple is T/A), and
        of a 10%縮減 where the direction itself does not say."""
        if self.direction in ("unknown", "none"):
            return target.asks_less
        return self.direction in ("down", "within")

    def good(self, value, goal, target):
        """Whether a value is on the good side of a goal."""
        return value <= goal if self.down(target) else value >= goal


def values_of(indicator):
    if indicator["baseline"]:
        yield indicator["baseline"]["value"]
    for year in indicator["years"]:
        yield year["target"]
        yield year["actual"]


def shown_units(indicator):
    units = {value.get("unit") for value in values_of(indicator)}
    for value in values_of(indicator):
        # READING: of several figures printed in one cell, none is the cell's, nor is its unit.
        if len(value.get("resolved") or []) == 1:
            units.add(value["resolved"][0]["unit"])
    return (units | {indicator["unit"]}) - {None}


def figure(number, unit, row):
    base, factor = base_unit(unit if unit is not None else row.only_unit)
    return Figure(exact(number) * factor, base)


def numeric(value, row):
    """The figure of a plain number; nothing of any other kind."""
    return figure(value["number"], value["unit"], row) if value["kind"] == "number" else None


def read_row(indicator, measure, plan, asof):
    row = Row(plan["first_year"], asof, indicator)
    row.stated_steps = {each["year"]: each["step"] for each in measure["evaluations"]
                        if each["indicator"] == indicator["id"] and each["step"] is not None}
    units = shown_units(indicator)
    row.only_unit = next(iter(units)) if len(units) == 1 else None
    if indicator["baseline"]:
        row.baseline = numeric(indicator["baseline"]["value"], row)
        row.baseline_year = indicator["baseline"]["year"]
    row.years = {entry["year"]: entry for entry in indicator["years"]}
    for year in sorted(row.years):
        # READING: a → after a number is a numeric target of its own year.
        told = followed(row, year)
        if told and told["kind"] == "number":
            row.final, row.final_year = numeric(told, row), year
    return row


def followed(row, year):
    """The target of a year; → is the nearest earlier one. READING: cells without anything (blank)
    are passed over, a — is not."""
    entry = row.years.get(year)
    if entry is None:
        return None
    if entry["target"]["kind"] != "continue":
        return entry["target"]
    for earlier in sorted((y for y in row.years if y < year), reverse=True):
        told = row.years[earlier]["target"]
        if told["kind"] not in ("continue", "blank"):
            return told
    return None


def actual_figure(row, year):
    entry = row.years.get(year)
    return numeric(entry["actual"], row) if entry else None


def relative_figure(value, row, year):
    """The number that a relative target stands for, or nothing where something is missing."""
    if len(value["resolved"]) == 1:
        return figure(value["resolved"][0]["number"], value["resolved"][0]["unit"], row)
    if value["of"] is None or value["change"] is None:
        return None
    if value["of"] == "previous_year":
        reference = actual_figure(row, year - 1)
        if reference is None and row.baseline_year == year - 1:
            reference = row.baseline  # READING: the baseline is the actual of its year
    else:
        reference = row.baseline
    if reference is None:
        return None
    change = exact(value["change"])
    if value["change_unit"] == "%":
        return Figure(reference.number * (1 + change / 100), reference.unit)
    # READING: a change in 千円 is brought to base as a value would be.
    factor = 1 if value["change_unit"] == "ポイント" else base_unit(value["change_unit"])[1]
    return Figure(reference.number + change * factor, reference.unit)


def stands_on_an_actual(value):
    return value["of"] == "previous_year" and len(value["resolved"]) != 1


def read_target(row, year):
    value = followed(row, year)
    if value is None:
        # READING: a → with nothing before it is open, an absent cell is blank.
        return Target("open" if year in row.years else "blank")
    kind = value["kind"]
    cumulative = bool(value.get("qualifiers", {}).get("cumulative"))
    if kind == "number":
        return Target("number", numeric(value, row), cumulative=cumulative)
    if kind == "bound":
        return Target("bound", figure(value["number"], value["unit"], row), value["comparator"])
    if kind == "range":
        return Target("range", low=figure(value["low"], value["unit"], row),
                      high=figure(value["high"], value["unit"], row))
    if kind == "relative":
        found = relative_figure(value, row, year)
        comparator = value.get("comparator")
        less = value["change"] is not None and value["change"] < 0
        if found is None:
            return Target("open", comparator=comparator, relative=True, asks_less=less,
                          cumulative=cumulative)
        # READING: with a comparator printed (前年度以上) it is a bound at the resolved number.
        return Target("bound" if comparator else "number", found, comparator, relative=True,
                      cumulative=cumulative, asks_less=less, from_actual=stands_on_an_actual(value))
    if kind == "trend":
        return Target("trend", trend=value["trend"])
    if kind == "milestone":
        return Target("milestone", steps=value["steps"])
    return Target(kind if kind in ("none", "blank") else "open")


def same_unit(one, other):
    """Whether two figures can be compared. READING: a value that shows no unit beside several
    shown ones is no other unit."""
    if one is None or other is None:
        return False
    return one.unit is None or other.unit is None or one.unit == other.unit
