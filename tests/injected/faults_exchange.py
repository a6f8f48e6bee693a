"""X: what is decided from a workbook when its figures are to be published."""

from cases import Unsuitable, fault, near
from clean_books import numeric

MACHINES = ("--profile", "machine-readable")
PUBLISH = ("--profile", "publish")


@fault("X07", plans=("minami_alps",), options=MACHINES)
def symbol_among_numbers(case):
    row, year = case.compared()
    case.put(row, row.actuals[year], case.one(["X", "***", "x"]))
    return case.expect(row, row.actuals[year], "W")


@near("X07", plans=("minami_alps",), options=MACHINES)
def numbers_only(case):
    row, year = case.compared()
    return case.lawful(row, row.actuals[year])


@fault("X09", plans=("minami_alps",), options=PUBLISH)
def hardly_anything_answered(case):
    latest = case.closed[-1]
    targets = [row.target(latest) for form in case.forms for row in form.rows]
    if not any(target["kind"] not in ("none", "blank") for target in targets):
        raise Unsuitable        # nothing was to be assessed in that year
    for form in case.forms:
        for row in form.rows:
            for cell in row.actuals.values():
                case.put(row, cell, None)
    return case.expect(None, None, "W")


@near("X09", plans=("minami_alps",), options=PUBLISH)
def everything_answered(case):
    rows = [row for form in case.forms for row in form.rows]
    if not all(numeric(row.target(year)) for row in rows for year in case.closed):
        raise Unsuitable
    return case.lawful()
