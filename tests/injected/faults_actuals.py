"""A: actuals, grades and the words beside them."""

from decimal import Decimal

from cases import Unsuitable, fault, near
from clean_books import numeric, printed_amount

SINGLE = ("minami_alps",)
JUDGED = ("minami_alps", "seki_plan", "kanuma", "shimotsuma")
FINAL = ("seki_plan", "kanuma", "shimotsuma", "seki_sap3")


def due(row, year):
    """A target of that year stands that wants an answer."""
    return row.target(year)["kind"] not in ("blank", "none", "continue")


def due_place(case):
    return case.one([(r, y) for f in case.forms for r in f.rows for y in case.closed if due(r, y)])


def set_amount(case, row, year, amount):
    """An actual of this printed amount, in its own format."""
    value = row.actual(year)
    percent = value["unit"] == "%" and value["unit_from"] == "cell"
    case.put(row, row.actuals[year], float(Decimal(amount) / (100 if percent else 1)),
             value["format"])


def goal_of(case, row):
    return printed_amount(row.target(case.last))


def step_of(value):
    return Decimal(1).scaleb(-value["decimals"])


# -- A01: nothing entered

@fault("A01", plans=SINGLE)
def nothing_entered(case):
    row, year = due_place(case)
    case.put(row, row.actuals[year], case.one([None, " ", "　　"]))
    return case.expect(row, row.actuals[year], "E")


@fault("A01", plans=FINAL, closed=3)
def nothing_entered_for_the_last_year(case):
    if case.last not in case.closed:
        raise Unsuitable
    row, year = due_place(case)
    case.put(row, row.actuals[year], None)
    return case.expect(row, row.actuals[year], "E")


@fault("A01", plans=SINGLE)
def dash_without_a_reason(case):
    row, year = due_place(case)
    case.put(row, row.actuals[year], case.one(["—", "－", "-"]))
    for key in ("reason", "grade", "next"):
        row.form.sheet.set(row.form.yearly[key][year], None)
    return case.expect(row, row.actuals[year], "W")


@near("A01", plans=SINGLE)
def not_yet_counted(case):
    row, year = due_place(case)
    case.put(row, row.actuals[year], case.one(["集計中", "未公表"]))
    return case.lawful(row)


@near("A01", plans=SINGLE)
def nothing_wanted(case):
    row, year = due_place(case)
    case.put(row, row.targets[year], "—")
    case.put(row, row.actuals[year], None)
    return case.lawful(row, row.actuals[year])


@near("A01")
def nothing_for_the_running_year(case):
    return case.lawful()


# -- A02 to A05: rates and grades

@fault("A02", plans=SINGLE)
def another_grade(case):
    row, year = case.compared()
    cell = row.form.yearly["grade"][year]
    case.put(row, cell, case.one([g for g in "ABCD" if g != row.form.sheet.get(cell)]))
    return case.expect(row, cell, "W")


@fault("A02", plans=JUDGED)
def grade_outside_the_scheme(case):
    form = case.form()
    cell = form.yearly["grade"][case.one(case.closed)]
    form.sheet.set(cell, case.one(["E", "S", "F", "甲"]))
    return case.expect(form, cell, "E")


@near("A02", plans=SINGLE)
def the_grade_of_the_scheme(case):
    return case.lawful(case.form())


@near("A02", plans=SINGLE)
def a_grade_of_words(case):
    row, year = case.worded()
    case.put(row, row.form.yearly["grade"][year], case.one("AB"))
    return case.lawful(row)


def near_threshold(case, share):
    row, year = case.compared(lambda r, y: printed_amount(r.target(y)) >= 5000)
    exact = printed_amount(row.target(year)) * Decimal(share)
    set_amount(case, row, year, exact.to_integral_value())
    return row, year


@fault("A03", plans=SINGLE)
def shown_as_the_threshold(case):
    row, year = near_threshold(case, case.one(["0.7997", "0.5997", "0.9997"]))
    return case.expect(row, row.form.yearly["rate"][year], "W")


@near("A03", plans=SINGLE)
def just_on_the_threshold(case):
    row, year = near_threshold(case, case.one(["0.8", "0.6", "0.7993", "0.8004"]))
    return case.lawful(row)


@fault("A04", plans=SINGLE)
def rate_too_high(case):
    # Of a target to be kept the rate is 100 wherever the actual is better.
    row, year = case.compared(lambda r, y: r.indicator["direction"] == "up"
                              and (r.target(y)["unit"] != "%" or r.target(y)["number"] < 40))
    goal = printed_amount(row.target(year))
    amount = (goal * Decimal(case.rng.randint(160, 220)) / 100).quantize(step_of(row.actual(year)))
    set_amount(case, row, year, max(amount, goal * 2))
    return case.expect(row, {row.actuals[year], row.form.yearly["rate"][year]}, "W")


@fault("A04", plans=("kanuma", "seki_plan", "shimotsuma"))
def rate_below_zero(case):
    row, year = case.answered(lambda r, y: y != case.last and numeric(r.baseline())
                              and 5 <= printed_amount(r.baseline()) < goal_of(case, r))
    base, goal = printed_amount(row.baseline()), goal_of(case, row)
    step = step_of(row.actual(year))
    amount = (base - (goal - base) / 4).quantize(step)
    if not 0 < amount < base:
        raise Unsuitable
    set_amount(case, row, year, amount)
    return case.expect(row, row.actuals[year], "W")


@near("A04", plans=SINGLE)
def rate_high_but_likely(case):
    row, year = case.compared(lambda r, y: printed_amount(r.target(y)) >= 10
                              and (r.target(y)["unit"] != "%" or r.target(y)["number"] < 60))
    amount = printed_amount(row.target(year)) * Decimal("1.48")
    set_amount(case, row, year, amount.quantize(step_of(row.actual(year))))
    return case.lawful(row)


def last_year_at(case, way):
    """The last year's actual a share of the way from the baseline to the goal."""
    if case.last not in case.closed:
        raise Unsuitable
    row = case.row(lambda r: case.last in r.answered(case.closed) and numeric(r.baseline())
                   and r.indicator["direction"] == "up" and r.baseline()["number"] > 0
                   and goal_of(case, r) > printed_amount(r.baseline()) + 1
                   and printed_amount(r.baseline()) / goal_of(case, r) > Decimal("0.8"))
    base, goal = printed_amount(row.baseline()), goal_of(case, row)
    amount = (base + (goal - base) * Decimal(way)).quantize(step_of(row.actual(case.last)))
    progress, simple = (amount - base) / (goal - base), amount / goal
    set_amount(case, row, case.last, amount)
    return row, progress, simple


@fault("A05", plans=FINAL, closed=3)
def grades_that_disagree(case):
    row, progress, simple = last_year_at(case, "0.25")
    if not (progress < Decimal("0.6") and simple >= Decimal("0.8")):
        raise Unsuitable
    return case.expect(row, {row.actuals[case.last], row.targets[case.last]}, "W")


@near("A05", plans=FINAL, closed=3)
def grades_that_agree(case):
    return case.lawful(last_year_at(case, 1)[0])


# -- A06: the same again

@fault("A06", closed=2)
def same_as_last_year(case):
    row, year = case.answered(lambda r, y: y - 1 in r.answered(case.closed)
                              and varied(r) and digits(r.actual(y - 1)) >= 3)
    case.put(row, row.actuals[year], row.actual(year - 1)["stored"], row.actual(year - 1)["format"])
    return case.expect(row, row.actuals[year], "W")


def digits(value):
    """Significant digits as shown."""
    text = value["raw"].replace(",", "")
    shown = "".join(c for c in text if c.isdigit()).lstrip("0")
    return len(shown if "." in text else shown.rstrip("0"))


def varied(row):
    """A row that is neither to be kept nor has one target for all years."""
    targets = {row.target(y)["number"] for y in row.targets if numeric(row.target(y))}
    base = row.baseline().get("number")
    return row.indicator["direction"] not in ("keep",) and len(targets | {base}) > 1


@fault("A06", plans=SINGLE, closed=3)
def three_years_on_the_target(case):
    row = case.row(lambda r: len(r.numeric_years(case.closed)) >= 3 and varied(r))
    for year in row.numeric_years(case.closed):
        case.put(row, row.actuals[year], row.target(year)["stored"], row.target(year)["format"])
    return case.expect(row, set(row.actuals.values()), "W")


@near("A06", plans=SINGLE, closed=3)
def constant_targets_met(case):
    row = case.row(lambda r: len(r.numeric_years(case.closed)) >= 3 and not varied(r))
    for year in row.numeric_years(case.closed):
        case.put(row, row.actuals[year], row.target(year)["stored"], row.target(year)["format"])
    return case.lawful(row)


@near("A06", plans=("kanuma",), closed=2)
def kept_as_it_is_to_be(case):
    row = case.row(lambda r: len(r.answered(case.closed)) > 1 and r.baseline()["kind"] == "number"
                   and r.indicator["direction"] == "keep")
    for year in row.answered(case.closed):
        case.put(row, row.actuals[year], row.baseline()["number"])
    return case.lawful(row)


@near("A06", plans=("seki_plan", "kanuma", "shimotsuma"), closed=2)
def two_digits_again(case):
    row, year = case.answered(lambda r, y: y - 1 in r.answered(case.closed) and y != case.last
                              and len(str(r.actual(y - 1)["number"])) <= 2)
    before = row.actual(year - 1)
    case.put(row, row.actuals[year], before["stored"], before["format"])
    return case.lawful(row)


# -- A07: grades and words

def judge(form, year, grade, reason, next_):
    for key, text in (("grade", grade), ("reason", reason), ("next", next_)):
        form.sheet.set(form.yearly[key][year], text)
    return {form.yearly["grade"][year], form.yearly["reason"][year]}


@fault("A07", plans=JUDGED)
def low_grade_without_words(case):
    form, year = case.form(), case.one(case.closed)
    return case.expect(form, judge(form, year, case.one("CD"), None, None), "W")


@fault("A07", plans=JUDGED)
def best_grade_beside_not_done(case):
    form, year = case.form(), case.one(case.closed)
    reason = case.one(["未実施", "今年度は未実施である。", "会議は未実施。"])
    return case.expect(form, judge(form, year, "A", reason, "継続"), "W")


@fault("A07", plans=SINGLE)
def finished_before_the_end(case):
    row, year = case.worded()
    if year == case.last or not due(row, year + 1):
        raise Unsuitable
    case.put(row, row.actuals[year], "完了")
    cells = {row.form.yearly["reason"][year], row.form.yearly["grade"][year], row.actuals[year]}
    return case.expect(row, cells, "W")


@near("A07", plans=JUDGED)
def low_grade_with_words(case):
    form, year = case.form(), case.one(case.closed)
    judge(form, year, case.one("CD"), "着手が夏に遅れた。", "見直し")
    return case.lawful(form)


@near("A07", plans=SINGLE)
def finished_at_the_end(case):
    row, year = case.worded()
    if year != case.last:
        case.put(row, row.targets[year + 1], "—")
    case.put(row, row.actuals[year], "完了")
    return case.lawful(row)


# -- A08 to A10: texts

@fault("A08")
def placeholder_left(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, case.one(["〇〇により減少した。", "（記入例）窓口を増やした。", "別紙のとおり",
                                   "○○課と協議した。"]))
    return case.expect(form, cell, "W")


@near("A08", plans=SINGLE)
def circle_as_an_answer(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], "○")
    return case.lawful(row)


PARAGRAPH = "窓口での手続に時間がかかり、申請書の種類も多いため、来庁者と職員の両方に負担が生じている。"


def same_text(case, first_key, second_key, text):
    first, second = case.forms[0], case.one(case.forms[1:])
    first.sheet.set(first.cells[first_key], text)
    second.sheet.set(second.cells[second_key], text)
    return [first, second], {first.cells[first_key], second.cells[second_key]}


@fault("A08", count=2)
def text_of_another_sheet(case):
    return case.expect(*same_text(case, "current_state", "current_state", PARAGRAPH), "W")


@near("A08", count=2)
def short_text_of_another_sheet(case):
    return case.lawful(*same_text(case, "current_state", "current_state", PARAGRAPH[-38:]))


@near("A08", plans=("minami_alps", "seki_sap3"), count=2)
def text_of_another_field(case):
    return case.lawful(*same_text(case, "current_state", "actions", PARAGRAPH))


@fault("A09", plans=SINGLE)
def text_says_another_number(case):
    row, year = case.compared(lambda r, y: r.actual(y)["number"] >= 20
                              and r.actual(y)["unit_from"] == "cell")
    value = row.actual(year)
    wrong = printed_amount(value) + 2 * step_of(value)
    if wrong == printed_amount(row.target(year)):
        raise Unsuitable
    cell = row.form.yearly["reason"][year]
    case.put(row, cell, f"実績は{wrong}{value['unit']}だった。")
    return case.expect(row, {cell, row.actuals[year]}, "I")


@near("A09", plans=SINGLE)
def text_says_the_number(case):
    row, year = case.compared(lambda r, y: r.actual(y)["unit_from"] == "cell")
    value = row.actual(year)
    case.put(row, row.form.yearly["reason"][year], f"実績は{value['raw']}だった。")
    return case.lawful(row, None, "I")


@near("A09", plans=SINGLE)
def text_says_a_number_of_something_else(case):
    row, year = case.compared(lambda r, y: r.actual(y)["unit_from"] == "cell")
    case.put(row, row.form.yearly["reason"][year], "説明会を4か所で開いた。")
    return case.lawful(row, None, "I")


def my_number(rng):
    """Twelve digits with the check digit that the numbers have."""
    body = [rng.randint(0, 9) for _ in range(11)]
    weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    rest = sum(d * w for d, w in zip(body, weights)) % 11
    return "".join(map(str, body + [0 if rest <= 1 else 11 - rest]))


@fault("A10", options=("--profile", "publish"))
def personal_data(case):
    form = case.form()
    cell = form.cells["current_state"]
    number = my_number(case.rng)
    form.sheet.set(cell, case.one([
        "問合せは shinsei.madoguchi@example.jp へ。", f"個人番号 {number} で確かめた。",
        "申込者 氏名 甲野太郎 電話 090-0000-1234 から相談。"]))
    return case.expect(form, cell, "W")


@fault("A10")
def personal_data_in_a_form(case):
    return personal_data(case)


@near("A10")
def number_of_an_office(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, case.one(["基金の残高は120,345,678,901円である。", "市のサイトは https://www.example.jp/ 。",
                                   "平成29年から令和8年までに1,234件を受けた。",
                                   "問合せは代表 055-000-1111（内線210）まで。"]))
    return case.lawful(form, cell)
