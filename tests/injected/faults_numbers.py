"""N: units, decimals, magnitudes. D: dates and fiscal years."""

import re
from decimal import Decimal

from book import split, tag
from cases import fault, near
from clean_books import number_format, printed_amount

SINGLE = ("minami_alps",)
CELL_UNITS = ("minami_alps", "seki_plan", "shimotsuma")


def percent(value):
    return value["kind"] == "number" and value["unit"] == "%"


def percent_number(value):
    return value["number"] if percent(value) else 0


def target_unit(row, year):
    """The unit of the target that an actual is held to."""
    last = row.final()
    value = row.target(year) if row.target(year)["kind"] == "number" else row.target(last)
    return value["unit"] if value["unit_from"] == "cell" else None


def counts(row, year):
    """A count of persons or things, shown with its unit."""
    unit = target_unit(row, year)
    return unit in ("件", "社", "人", "回", "団体", "ページ") and row.actual(year)["number"] >= 0


def never_negative(row):
    values = [row.baseline(), *(row.target(y) for y in row.targets)]
    return all(v.get("number") is None or v["number"] >= 0 for v in values)


def stored(value, amount):
    return float(amount / 100 if value["unit"] == "%" and value["unit_from"] == "cell" else amount)


# -- N01, N02: units

@fault("N01", plans=SINGLE)
def unit_nowhere(case):
    row = case.row(lambda r: "LINE" in r.indicator["name"] or "新規" in r.indicator["name"])
    return case.expect(row, row.targets[case.first], "I")


@fault("N01", plans=SINGLE)
def unit_in_some_cells(case):
    row = case.row(lambda r: all(r.target(y).get("unit_from") == "cell" and
                                 r.target(y)["unit"] != "%" for y in r.targets)
                   and "件)" not in r.indicator["name"])
    year = case.one(sorted(row.targets)[1:])
    case.put(row, row.targets[year], row.target(year)["stored"], "0")
    return case.expect(row, row.targets[case.first], "W")


@fault("N01", plans=SINGLE, options=("--profile", "machine-readable"))
def unit_nowhere_for_machines(case):
    row = case.row(lambda r: "LINE" in r.indicator["name"] or "新規" in r.indicator["name"])
    return case.expect(row, row.targets[case.first], "E")


@near("N01", plans=SINGLE)
def milestones_need_no_unit(case):
    row = case.row(lambda r: all(r.target(y)["kind"] == "milestone" for y in r.targets))
    return case.lawful(row, None, "I")


@near("N01", plans=("kanuma", "seki_sap3"))
def unit_in_the_column(case):
    row = case.row(lambda r: r.indicator["unit"])
    return case.lawful(row, list(row.targets.values()), "I")


@fault("N02", plans=CELL_UNITS)
def another_unit(case):
    row, year = case.answered(counts)
    wrong = case.one([u for u in ("件", "社", "人", "回") if u != target_unit(row, year)])
    case.put(row, row.actuals[year], row.actual(year)["stored"], f'#,##0"{wrong}"')
    return case.expect(row, row.actuals[year], "E")


@fault("N02", plans=("shimotsuma",))
def another_scale(case):
    row, year = case.answered(lambda r, y: target_unit(r, y) == "円")
    amount = Decimal(str(row.actual(year)["number"]))
    scale, unit = case.one([(s, u) for s, u in ((1, "円"), (1000, "千円"), (10000, "万円"))
                            if s != row.actual(year)["scale"]])
    case.put(row, row.actuals[year], float(amount / scale), f'#,##0" {unit}"')
    return case.expect(row, row.actuals[year], "W")


@near("N02", plans=CELL_UNITS)
def unit_in_another_spelling(case):
    row, year = case.answered(counts)
    unit = target_unit(row, year)
    case.put(row, row.actuals[year], row.actual(year)["stored"], f'#,##0"　{unit}"')
    return case.lawful(row, row.actuals[year])


# -- N03 to N06: magnitudes

@fault("N03", plans=CELL_UNITS)
def fraction_without_percent(case):
    row, year = case.answered(lambda r, y: 5 < percent_number(r.actual(y)) <= 100)
    case.put(row, row.actuals[year], row.actual(year)["stored"], "General")
    return case.expect(row, row.actuals[year], "W")


@fault("N03", plans=("kanuma", "seki_sap3"))
def fraction_under_a_percent_column(case):
    row, year = case.answered(lambda r, y: 5 < percent_number(r.actual(y)) <= 100)
    case.put(row, row.actuals[year], row.actual(year)["number"] / 100, "General")
    return case.expect(row, row.actuals[year], "W")


@fault("N03", plans=CELL_UNITS)
def percent_of_percent(case):
    row, year = case.answered(lambda r, y: percent(r.actual(y)) and r.actual(y)["number"] > 5)
    case.put(row, row.actuals[year], row.actual(year)["number"], row.actual(year)["format"])
    return case.expect(row, row.actuals[year], "W")


@near("N03", plans=("kanuma", "seki_sap3"))
def small_number_under_percent(case):
    row, year = case.answered(lambda r, y: percent(r.actual(y)))
    case.put(row, row.actuals[year], 1.6 if row.actual(year)["decimals"] else 2, "General")
    return case.lawful(row, row.actuals[year])


@fault("N04", plans=("minami_alps", "seki_plan", "shimotsuma", "kanuma"))
def more_than_the_whole(case):
    row, year = case.answered(lambda r, y: percent(r.actual(y)) and r.actual(y)["number"] > 25
                              and any(w in r.indicator["name"] for w in ("割合", "収納率", "満足度")))
    amount = Decimal(case.rng.randint(101, 140))
    case.put(row, row.actuals[year], stored(row.actual(year), amount), row.actual(year)["format"])
    return case.expect(row, row.actuals[year], "E")


@fault("N04", plans=CELL_UNITS)
def part_of_a_person(case):
    row, year = case.answered(lambda r, y: counts(r, y) and r.actual(y)["number"] > 2)
    value = row.actual(year)
    case.put(row, row.actuals[year], value["stored"] - 0.5, f'#,##0.0"{target_unit(row, year)}"')
    return case.expect(row, row.actuals[year], "E")


@fault("N04", plans=CELL_UNITS)
def fewer_than_none(case):
    row, year = case.answered(lambda r, y: counts(r, y) and never_negative(r))
    case.put(row, row.actuals[year], -case.rng.randint(2, 9), f'0"{target_unit(row, year)}"')
    return case.expect(row, row.actuals[year], "E")


@near("N04", plans=("seki_plan",))
def negative_by_nature(case):
    row, year = case.answered(lambda r, y: r.baseline().get("number", 0) < 0)
    case.put(row, row.actuals[year], -case.rng.randint(101, 157), '0"人"')
    return case.lawful(row, row.actuals[year])


@near("N04", plans=("minami_alps", "kanuma"))
def the_whole(case):
    row, year = case.answered(lambda r, y: percent(r.actual(y)) and r.actual(y)["number"] > 25)
    case.put(row, row.actuals[year], stored(row.actual(year), 100), row.actual(year)["format"])
    return case.lawful(row, row.actuals[year])


def with_decimals(case, change, condition=lambda value: True):
    row, year = case.compared(lambda r, y: percent(r.actual(y)) and condition(r.target(y)))
    value = row.actual(year)
    decimals = row.target(year)["decimals"] + change
    amount = Decimal(str(value["number"])).quantize(Decimal(1).scaleb(-decimals))
    if change > 0:
        amount += 3 * Decimal(1).scaleb(-decimals)
    case.put(row, row.actuals[year], stored(value, amount), number_format(
        decimals, False, "", value["unit_from"] == "cell"))
    return row, row.actuals[year]


@fault("N05", plans=SINGLE)
def one_decimal_fewer(case):
    return case.expect(*with_decimals(case, -1, lambda t: t["decimals"] >= 1), "I")


@fault("N05", plans=SINGLE)
def two_decimals_fewer(case):
    return case.expect(*with_decimals(case, -2, lambda t: t["decimals"] >= 2), "W")


@fault("N05", plans=SINGLE)
def more_decimals(case):
    return case.expect(*with_decimals(case, case.rng.randint(1, 2)), "W")


@near("N05", plans=SINGLE)
def same_decimals(case):
    return case.lawful(*with_decimals(case, 0), "I")


@fault("N06", plans=CELL_UNITS + ("kanuma",))
def wrong_by_powers_of_ten(case):
    row, year = case.answered(lambda r, y: row_target(r, y) >= 30 and r.actual(y)["unit"] != "%"
                              and r.indicator["direction"] != "down")
    goal = row_target(row, year)
    factor = case.one([f for f in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"))
                       if goal * f >= 11])
    amount = int(goal * factor * Decimal(case.rng.randint(97, 103)) / 100)
    case.put(row, row.actuals[year], amount)
    return case.expect(row, row.actuals[year], "W")


def row_target(row, year):
    """The target of the year itself, as printed; 0 where it has none."""
    value = row.target(year)
    return printed_amount(value) if value["kind"] == "number" else 0


@near("N06", plans=SINGLE)
def not_quite_ten_times(case):
    row, year = case.compared(lambda r, y: row_target(r, y) >= 30 and r.actual(y)["unit"] != "%")
    factor = Decimal(case.one(["7.5", "13.5"]))
    case.put(row, row.actuals[year], int(row_target(row, year) * factor))
    return case.lawful(row, row.actuals[year])


@near("N06", plans=SINGLE)
def small_numbers(case):
    row, year = case.compared(lambda r, y: row_target(r, y) == 1)
    case.put(row, row.actuals[year], 10)
    return case.lawful(row, row.actuals[year])


@fault("N07", plans=SINGLE)
def rate_wrongly_computed(case):
    row, year = case.compared()
    rate = Decimal(str(row.actual(year)["number"])) / Decimal(str(row.target(year)["number"]))
    wrong = float(round(rate + Decimal(case.one(["0.002", "-0.015", "0.1"])), 3))
    case.put(row, row.form.yearly["rate"][year], wrong)
    return case.expect(row, row.form.yearly["rate"][year], "W")


@near("N07", plans=SINGLE)
def rate_rounded(case):
    row, year = case.compared()
    rate = Decimal(str(row.actual(year)["number"])) / Decimal(str(row.target(year)["number"]))
    case.put(row, row.form.yearly["rate"][year], float(rate.quantize(Decimal("0.001"))))
    return case.lawful(row, row.form.yearly["rate"][year])


# -- N08: sums

def three_rows(case, total):
    """Two parts and their total in neighbouring rows of one form."""
    form = case.form(lambda f: len(f.rows) >= 3)
    rows = form.rows[:3]
    year = case.one(case.closed)
    parts = [case.rng.randint(120, 180), case.rng.randint(40, 70)]
    for row, name, amount in zip(rows, ("男性", "女性", "合計"), [*parts, sum(parts) + total]):
        form.sheet.set(row.cells["name"], f"講座の参加者数({name})")
        for cell in row.targets.values():
            form.sheet.set(cell, {"男性": 150, "女性": 60, "合計": 210}[name], '0"人"')
        form.sheet.set(row.cells["baseline"], {"男性": 110, "女性": 50, "合計": 160}[name], '0"人"')
        for other in case.closed:
            near_target = amount if other == year else {"男性": 140, "女性": 55, "合計": 195}[name]
            form.sheet.set(row.actuals[other], near_target, '0"人"')
    return form, rows[2].actuals[year]


@fault("N08", plans=("shimotsuma",))
def total_is_not_the_sum(case):
    return case.expect(*three_rows(case, case.one([-7, 9, 30])), "W")


@near("N08", plans=("shimotsuma",))
def total_is_the_sum(case):
    return case.lawful(*three_rows(case, 0))


# -- D: years

def remark(case):
    """A text of the form and its cell."""
    form = case.form()
    return form, form.cells["current_state"]


@fault("D01")
def era_of_another_year(case):
    form, cell = remark(case)
    year = case.rng.randint(2020, 2029)
    form.sheet.set(cell, f"{case.one(['令和', 'R'])}{year - 2018 + case.one([-1, 1])}"
                   f"{case.one(['年度', '年'])}（{year}年度）に始めた。")
    return case.expect(form, cell, "E")


@fault("D01", plans=("kanuma",))
def era_of_another_year_in_a_period(case):
    form = case.form()
    cell = case.one([c for c in form.sheet.cells if split(c)[0] == 5
                     and "2027(令和9)" in str(form.sheet.get(c))])
    form.sheet.set(cell, form.sheet.get(cell).replace("2027(令和9)", "2027(令和8)"))
    return case.expect(form, cell, "E")


@near("D01")
def era_of_the_same_year(case):
    form, cell = remark(case)
    form.sheet.set(cell, "令和6年度（2024年度）に始め、2027(令和9)年3月、R8（2026）に見直した。平成31(2019)年。")
    return case.lawful(form, cell)


@fault("D02")
def span_of_another_length(case):
    form, cell = remark(case)
    first = case.rng.randint(2015, 2022)
    span = case.rng.randint(2, 6)
    form.sheet.set(cell, f"{first}～{first + span - 1}年度の{span + case.one([-1, 1])}年間に行った。")
    return case.expect(form, cell, "W")


@near("D02")
def span_of_its_length(case):
    form, cell = remark(case)
    form.sheet.set(cell, "2018～2021年度の4年間に行い、その後3年間は休んだ。")
    return case.lawful(form, cell)


def heading_text(case, form, year):
    """A year heading as the form writes them."""
    example = form.sheet.get(form.headings[case.first])
    era = f"令和{year - 2018}年度"
    return {"令": era, "R": f"R{year - 2018}", "2": str(year)}[example[0]]


@fault("D03")
def year_twice(case):
    form = case.form()
    year = case.one(form.years[1:])
    form.sheet.set(form.headings[year], heading_text(case, form, year - 1))
    return case.expect(form, form.headings[year], "E")


@fault("D03")
def year_outside_the_plan(case):
    form = case.form()
    form.sheet.set(form.headings[case.last], heading_text(case, form, case.last + 3))
    return case.expect(form, form.headings[case.last], "E")


@near("D03")
def years_in_another_manner(case):
    form = case.form()
    manner = case.one(["{y}年度", "R{e}", "{y}（R{e}）", "令和{e}年度", "{y}"])
    for year, cell in form.headings.items():
        form.sheet.set(cell, manner.format(y=year, e=year - 2018))
    return case.lawful(form)


@fault("D04")
def date_in_the_wrong_era(case):
    form, cell = remark(case)
    form.sheet.set(cell, case.one(["平成31年5月10日", "平成31年10月", "平成32年度", "平成31年6月1日"])
                   + "に窓口を移した。")
    return case.expect(form, cell, "W")


@near("D04")
def date_in_its_era(case):
    form, cell = remark(case)
    form.sheet.set(cell, case.one(["平成31年4月30日", "令和元年5月1日", "平成30年度"]) + "に窓口を移した。")
    return case.lawful(form, cell)


@fault("D05", plans=("minami_alps", "seki_sap3", "kanuma"),
       options=("--profile", "machine-readable"))
def era_years_only(case):
    form = case.form()
    return case.expect(form, None, "W")


@fault("D05", plans=("minami_alps", "seki_sap3"), options=("--profile", "publish"))
def era_years_only_when_published(case):
    return case.expect(case.form(), None, "W")


@near("D05", plans=("seki_plan",), options=("--profile", "machine-readable"))
def western_years(case):
    return case.lawful(case.form())


def noted(case, note):
    row, year = case.answered(lambda r, y: r.actual(y)["number"] >= 0)
    case.put(row, row.actuals[year], row.actual(year)["raw"] + note(year))
    return row, row.actuals[year]


@fault("D06")
def value_of_another_year(case):
    back = case.rng.randint(1, 3)
    return case.expect(*noted(case, lambda y: f"(R{y - 2018 - back})"), "W")


@fault("D06", plans=("kanuma", "seki_sap3", "shimotsuma"))
def value_of_a_date_before(case):
    return case.expect(*noted(case, lambda y: f"(R{y - 2018}.3.31現在)"), "W")


@near("D06")
def value_of_its_year(case):
    return case.lawful(*noted(case, lambda y: case.one([f"(R{y - 2018})", f"(R{y - 2017}.3.31)"])))


@near("D06", plans=("kanuma", "seki_sap3", "shimotsuma"))
def value_of_the_closed_accounts(case):
    return case.lawful(*noted(case, lambda y: case.one([f"(R{y - 2017}.5月末)",
                                                        f"(R{y - 2017}.5.31現在)",
                                                        f"(R{y - 2017}.4.1現在)"])))


@fault("D07")
def actual_of_a_future_year(case):
    row = case.row(lambda r: any(y > case.closed[-1] + 1 for y in r.actuals)
                   and r.answered(case.closed))
    year = case.one([y for y in row.actuals if y > case.closed[-1] + 1])
    value = row.actual(row.answered(case.closed)[0])
    case.put(row, row.actuals[year], value["stored"], value["format"])
    return case.expect(row, row.actuals[year], "E")


@near("D07")
def actual_of_the_running_year(case):
    row = case.row(lambda r: case.closed[-1] + 1 in r.actuals and r.answered(case.closed))
    value = row.actual(row.answered(case.closed)[0])
    case.put(row, row.actuals[case.closed[-1] + 1], value["stored"], value["format"])
    return case.lawful(row)


def with_note(value, note):
    return re.sub(r"\s*\(.*", "", value["raw"]) + note


@fault("D08", plans=("kanuma", "seki_plan"))
def mean_of_several_years(case):
    row, year = case.answered()
    value = with_note(row.actual(year), f"(R{year - 2022}～R{year - 2018})")
    case.put(row, row.actuals[year], value)
    return case.expect(row, row.actuals[year], "W")


@fault("D08", plans=("kanuma", "seki_plan"))
def baseline_of_several_years(case):
    """Kanuma prints such baselines and is right: they are pointed out, not warned of."""
    row = case.row(lambda r: r.baseline()["kind"] == "number")
    cell = row.cells["baseline"]
    case.put(row, cell, with_note(row.baseline(), "(H28～R2)"))
    return case.expect(row, cell, "I")


@fault("D08", plans=("minami_alps", "seki_sap3"))
def date_as_text(case):
    """Among steps a date is an answer (values.md), among numbers it is none."""
    row, year = case.compared()
    case.put(row, row.actuals[year], f"{year}/{case.rng.randint(5, 9)}/1")
    return case.expect(row, row.actuals[year], "W")


@fault("D08", plans=("minami_alps", "seki_sap3"))
def date_counted_from_1904(case):
    row, year = case.worded()
    case.book.workbook.find(tag("workbookPr")).set("date1904", "1")
    case.put(row, row.actuals[year], 44500, "yyyy/m/d")
    return case.expect(None, None, "W")


@near("D08", plans=("kanuma", "seki_plan"))
def one_year_in_brackets(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number")
    cell = row.cells["baseline"]
    case.put(row, cell, with_note(row.baseline(), f"(R{case.first - 2019})"))
    return case.lawful(row, cell)
