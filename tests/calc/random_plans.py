"""Plan documents with every kind of value, from a seed: what the program and the oracle both read."""

import random
from decimal import Decimal

METHODS = ("simple", "inverse", "mirror", "progress", "pace", "keep", "limit", "cumulative")
BLANK = {"kind": "blank", "raw": ""}
NONE = {"kind": "none", "raw": "—"}
CONTINUE = {"kind": "continue", "raw": "→"}
UNAVAILABLE = {"kind": "unavailable", "raw": "集計中"}
ERROR = {"kind": "error", "raw": "#N/A", "code": "#N/A"}
MILESTONE = {"kind": "milestone", "raw": "検討", "steps": [2]}


def unit_keys(unit):
    return {"unit": unit, "unit_from": "cell" if unit else "none", "decimals": 0, "scale": 1}


def number(value, unit=None, cumulative=False):
    cell = {"kind": "number", "raw": f"{value}{unit or ''}", "number": Decimal(value),
            **unit_keys(unit)}
    return in_total(cell) if cumulative else cell


def in_total(cell):
    """The same cell with 累計 in it."""
    return {**cell, "qualifiers": {"approximate": False, "cumulative": True, "provisional": False,
                                   "as_of": None, "as_of_year": None}}


def bound(comparator, value, unit=None):
    return {"kind": "bound", "raw": f"{comparator}{value}", "comparator": comparator,
            "number": Decimal(value), **unit_keys(unit)}


def span(low, high, unit=None):
    return {"kind": "range", "raw": f"{low}～{high}", "low": Decimal(low), "high": Decimal(high),
            **unit_keys(unit)}


def relative(change, change_unit, of, resolved=(), comparator=None, share=None):
    cell = {"kind": "relative", "raw": f"{change}増",
            "change": None if change is None else Decimal(change),
            "change_unit": change_unit, "of": of, "share": share,
            "resolved": [{"label": label, "number": Decimal(value), "unit": unit}
                         for label, value, unit in resolved]}
    if comparator:
        cell["comparator"] = comparator
    return cell


def trend(way):
    return {"kind": "trend", "raw": {"up": "UP", "down": "DOWN", "keep": "維持"}[way], "trend": way}


def compound(*values):
    return {"kind": "compound", "raw": "件数 1 人数 2",
            "parts": [{"label": f"第{i}", "value": number(v)} for i, v in enumerate(values)]}


def indicator(ident, years, baseline=None, **keys):
    """`years` maps a year to its target and actual; `baseline` is a year and a value."""
    return {"id": ident, "name": f"指標{ident}", "category": None, "unit": None, "direction": "up",
            "direction_from": "stated", "accumulation": "unknown", "method": None, "scheme": None,
            "weight": None, "tolerance": None, "note": "",
            "baseline": baseline and {"year": baseline[0], "value": baseline[1]},
            "years": [{"year": year, "target": target, "actual": actual, "note": ""}
                      for year, (target, actual) in sorted(years.items())],
            "revisions": [], **keys}


def step(ident, year, number_of_step):
    """An evaluation in which the department states a step."""
    return {"indicator": ident, "year": year, "rate_percent": None, "grade": "",
            "step": number_of_step, "reason": "", "next": ""}


def document(indicators, first=2026, last=2030, evaluations=()):
    measure = {"id": "1-1-1", "group": "1", "label": "", "title": "施策", "departments": ["企画課"],
               "leading": False, "texts": {}, "footnotes": [], "indicators": indicators,
               "evaluations": list(evaluations), "schedule": [], "approaches": [], "source": None}
    return {"schema": "shinchoku/plan@1",
            "plan": {"id": "random", "layout": None, "title": "計画", "municipality": "市",
                     "municipality_code": None, "first_year": first, "last_year": last},
            "groups": [{"id": "1", "parent": None, "label": "基本方針1", "title": "方針"}],
            "measures": [measure]}


class Maker:
    """Makes one indicator after another."""

    def __init__(self, seed, first, last):
        self.dice = random.Random(seed)
        self.years = range(first, last + 1)

    def chance(self, percent):
        return self.dice.random() * 100 < percent

    def weighted(self, table):
        return self.dice.choices(list(table), list(table.values()))[0]

    def figure(self):
        """A number of the size that this row has."""
        low, high, decimals = self.size
        value = Decimal(self.dice.randint(low * 10**decimals, high * 10**decimals))
        return value.scaleb(-decimals)

    def near(self, value):
        """A number beside another: the boundaries are where mistakes show."""
        step = self.dice.choice([0, 0, 1, -1, 2, -3]) * Decimal(1).scaleb(-self.size[2])
        return self.dice.choice([value + step, value + step, value * Decimal("0.8"), value / 2,
                                 -value, self.figure(), self.figure(), Decimal(0)])

    def unit(self):
        return self.weighted(self.units)

    def start_row(self):
        self.size = self.weighted({(0, 100, 1): 4, (0, 100, 2): 2, (0, 20, 0): 3, (-20, 20, 0): 2,
                                   (0, 10**6, 0): 2, (10**8, 10**10, 0): 2, (-200, -50, 1): 1,
                                   (1, 12, 3): 1})
        self.units = self.weighted({((None, 1),): 6, (("件", 1),): 6, (("件", 3), (None, 1)): 2,
                                    (("円", 1), ("千円", 1), ("百万円", 1)): 2, (("千人", 1),): 1,
                                    (("万人", 2), (None, 1)): 1, (("%", 1),): 3,
                                    (("億円", 1), ("万円", 1)): 1, (("件", 6), ("人", 1)): 1,
                                    (("件", 4), ("人", 1), (None, 2)): 1})
        self.units = dict(self.units)

    def target(self, style):
        value = self.figure()
        if style == "bound":
            return bound(self.dice.choice(["<=", "<", ">=", ">"]), value, self.unit())
        if style == "range":
            low, high = sorted((value, self.figure()))
            return span(low, high, self.unit())
        if style == "relative":
            return self.relative_target()
        if style == "trend":
            return trend(self.dice.choice(["up", "down", "keep"]))
        if style == "cumulative":
            return in_total(self.target(self.weighted({"number": 8, "relative": 1})))
        fixed = {"milestone": MILESTONE, "continue": CONTINUE, "none": NONE, "blank": BLANK,
                 "unavailable": UNAVAILABLE, "error": ERROR, "compound": compound(1, 2)}
        return fixed[style] if style in fixed else number(value, self.unit())

    def relative_target(self):
        if self.chance(5):
            return relative(None, None, None, share=Decimal(30))
        resolved = [("件数", self.figure(), self.unit())
                    for _ in range(self.weighted({0: 6, 1: 3, 2: 1}))]
        change = Decimal(self.dice.randint(-40, 60)) / self.dice.choice([1, 2, 10])
        unit = next((unit for unit in self.units if unit), "ポイント")
        return relative(change, self.weighted({"%": 6, unit if unit != "%" else "ポイント": 2}),
                        self.weighted({"previous_year": 4, "baseline": 3, None: 1}), resolved,
                        self.weighted({None: 9, ">=": 1, "<=": 1, ">": 1}))

    def targets(self):
        """The targets of all years: one style, an end alone, or a mixture."""
        styles = {"number": 12, "bound": 4, "range": 2, "relative": 3, "trend": 2, "cumulative": 2,
                  "milestone": 1, "compound": 1, "unavailable": 1, "error": 1, "none": 1}
        plan = self.weighted({"one": 5, "end": 4, "arrows": 2, "mixed": 4, "same": 1})
        if plan == "one":
            style = self.weighted(styles)
            return {year: self.target(style) for year in self.years}
        if plan == "end":
            end = self.dice.choice([self.years[-1], self.years[-1], self.years[len(self.years) // 2]])
            return {year: self.target("number") if year == end else BLANK for year in self.years}
        if plan == "arrows":
            style = self.weighted(styles)
            return {year: self.target(style if year == self.years[0] else "continue") for year in self.years}
        if plan == "same":
            value = self.target("number")
            return {year: value for year in self.years}
        styles |= {"blank": 4, "continue": 4}
        return {year: self.target(self.weighted(styles)) for year in self.years}

    def actual(self, target, baseline):
        kind = self.weighted({"number": 40, "blank": 3, "none": 1, "unavailable": 1, "error": 1,
                              "milestone": 1, "bound": 1, "trend": 1, "compound": 1})
        if kind == "bound":
            return bound("<=", self.figure(), self.unit())
        if kind != "number":
            return self.target(kind)
        about = target.get("number", target.get("low"))
        unit = target.get("unit", self.unit())
        if about is None and baseline and baseline[1]["kind"] == "number":
            about, unit = baseline[1]["number"], baseline[1]["unit"]
        value = self.figure() if about is None else self.near(about)
        return number(value, unit if self.chance(70) else self.unit())

    def baseline(self, targets):
        if self.chance(25):
            return None
        before = self.weighted({-1: 6, -3: 2, -6: 1, None: 2})
        year = before and self.years[0] + before
        if self.chance(10):
            return year, self.dice.choice([BLANK, NONE, UNAVAILABLE, MILESTONE, ERROR])
        like = self.dice.choice(list(targets.values()))
        if like["kind"] == "number" and self.chance(15):
            return year, number(like["number"], like["unit"])
        return year, number(self.figure(), self.unit())

    def indicator(self, ident):
        self.start_row()
        targets = self.targets()
        baseline = self.baseline(targets)
        years = {year: (targets[year], self.actual(targets[year], baseline)) for year in self.years}
        for year in self.years:
            if years[year] == (BLANK, BLANK) or self.chance(2):
                del years[year]
        scaled = any(unit and unit[0] in "千万億百" for unit in self.units)
        return indicator(
            ident, years, baseline,
            direction=self.weighted({"up": 8, "down": 6, "keep": 2, "within": 1, "unknown": 2,
                                     "none": 1}),
            accumulation=self.weighted({"unknown": 4, "level": 4, "per_year": 3, "cumulative": 2}),
            method=self.dice.choice(METHODS) if self.chance(12) else None,
            tolerance=Decimal(self.dice.randint(0, 30)) / 10
            if not scaled and self.chance(20) else None)


def random_document(seed, count, first=2026, last=2030):
    maker = Maker(seed, first, last)
    indicators = [maker.indicator(f"1-1-1/{i + 1}") for i in range(count)]
    steps = [step(each["id"], year["year"], maker.dice.randint(1, 7))
             for each in indicators for year in each["years"]
             if year["target"]["kind"] in ("milestone", "continue") and maker.chance(40)]
    return document(indicators, first, last, steps)
