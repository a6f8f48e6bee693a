"""What an injector works on, and the list of all injectors.

An injector is a small function of one case. It changes the case's workbook and returns where the
finding must stand (`case.expect`). A near miss does something lawful that is close to the fault and
returns the places where no such finding may stand (`case.lawful`).
"""

import dataclasses

from clean_books import PLANS

SEVERITIES = {"E": "error", "W": "warning", "I": "info"}
RANK = {"info": 0, "warning": 1, "error": 2}


class Unsuitable(Exception):
    """The book drawn has no place for this fault; another one will."""


@dataclasses.dataclass
class Place:
    """Where a finding may stand; None is anywhere."""
    severities: set
    sheets: set | None = None
    cells: set | None = None
    near: bool = False

    def same_place(self, finding):
        if self.sheets is not None and finding["sheet"] not in self.sheets:
            return False
        # A finding may join the cells of one cause: "F5,G5".
        cells = set((finding["cell"] or "").split(","))
        return self.cells is None or bool(cells & self.cells)

    def hit(self, finding):
        return self.same_place(finding) and finding["severity"] in self.severities


@dataclasses.dataclass
class Injector:
    rule: str
    run: object
    near: bool
    plans: tuple
    closed: int
    count: int
    options: tuple

    @property
    def name(self):
        return self.run.__name__


INJECTORS = []


def injector(rule, near, plans, closed, count, options):
    def register(function):
        plan_names = (plans,) if isinstance(plans, str) else tuple(plans)
        INJECTORS.append(Injector(rule, function, near, plan_names, closed, count, tuple(options)))
        return function
    return register


def fault(rule, plans=PLANS, closed=1, count=1, options=()):
    """A fault of `rule`, on a book with at least `closed` closed years and `count` measures."""
    return injector(rule, False, plans, closed, count, options)


def near(rule, plans=PLANS, closed=1, count=1, options=()):
    return injector(rule, True, plans, closed, count, options)


class Case:
    def __init__(self, rng, name, plan, book, forms, closed, folder, plans):
        self.rng, self.name, self.plan, self.book, self.forms = rng, name, plan, book, forms
        first = plan["plan"]["first_year"]
        self.first, self.last = first, plan["plan"]["last_year"]
        self.closed = list(range(first, first + closed))
        self.asof = f"{first + closed}-05-31"
        self.folder, self.plans = folder, plans
        self.options = []
        self.raw = None                 # bytes instead of the book
        self.file = "提出.xlsx"
        self.others = {}                # file name -> bytes, checked together

    # -- choosing places

    def form(self, condition=lambda form: True):
        return self.one([f for f in self.forms if condition(f)])

    def one(self, choices):
        choices = list(choices)
        if not choices:
            raise Unsuitable
        return self.rng.choice(choices)

    def row(self, condition=lambda row: True):
        return self.one([row for form in self.forms for row in form.rows if condition(row)])

    def answered(self, condition=lambda row, year: True):
        """A row and a closed year with a numeric actual."""
        return self.one([(row, year) for form in self.forms for row in form.rows
                         for year in row.answered(self.closed) if condition(row, year)])

    def compared(self, condition=lambda row, year: True):
        """A row and a closed year with a numeric target and a numeric actual."""
        return self.one([(row, year) for form in self.forms for row in form.rows
                         for year in row.numeric_years(self.closed) if condition(row, year)])

    def worded(self):
        """A row and a closed year that are answered in words."""
        return self.one([(row, year) for form in self.forms for row in form.rows
                         for year in self.closed if row.actual(year)["kind"] == "milestone"])

    def put(self, row, cell, value, number_format=None):
        row.form.sheet.set(cell, value, number_format)

    def mastered(self):
        """Held against the approved plan."""
        self.options += ["--master", str(self.plans.master(self.name))]

    # -- results

    def expect(self, where, cells, severities):
        """`where`: a form, a row, a sheet's name or None; `cells`: one, several or None."""
        return Place({SEVERITIES[s] for s in severities}, self.sheets(where), as_set(cells))

    def lawful(self, where=None, cells=None, threshold="W"):
        """No finding of the rule from `threshold` up may stand there."""
        least = RANK[SEVERITIES[threshold]]
        return Place({s for s, rank in RANK.items() if rank >= least}, self.sheets(where),
                     as_set(cells), near=True)

    def sheets(self, where):
        if where is None:
            return None
        if isinstance(where, str):
            return {where}
        if isinstance(where, (set, list, tuple)):
            return {s for w in where for s in self.sheets(w)}
        form = getattr(where, "form", where)
        return {form.sheet.name}


def as_set(cells):
    if cells is None:
        return None
    return {cells} if isinstance(cells, str) else set(cells)
