"""T: targets, directions, the logic of a row."""

from cases import Unsuitable, fault, near
from clean_books import SOURCE, number_format, printed_amount

SINGLE = ("minami_alps",)


def all_numbers(row):
    return all(row.target(y)["kind"] == "number" for y in row.targets)


def set_target(case, row, year, amount):
    """Another target, printed as the old one."""
    value = row.target(year)
    shown = value["unit"] if value["unit_from"] == "cell" else ""
    percent = shown == "%"
    case.put(row, row.targets[year], float(amount) / (100 if percent else 1),
             number_format(value["decimals"], False, "" if percent else shown, percent))


def printed(row, year):
    return printed_amount(row.target(year))


# -- T01: blank targets

@fault("T01", plans=SINGLE)
def blank_target(case):
    row = case.row()
    year = case.one(sorted(row.targets))
    case.put(row, row.targets[year], case.one([None, "　"]))
    return case.expect(row, row.targets[year], "E")


@near("T01", plans=SINGLE)
def no_target_that_year(case):
    row = case.row()
    year = case.one(sorted(row.targets)[1:])
    case.put(row, row.targets[year], case.one(["—", "→"]))
    return case.lawful(row)


@near("T01", plans=("seki_plan", "kanuma", "shimotsuma", "seki_sap3"))
def target_of_the_last_year_only(case):
    return case.lawful()


# -- T02, T03: the sentence of the final goal

def goal_sentence(case, row, text):
    row.form.sheet.set(row.form.cells["final_goal"], text)


def shown_number(row, year):
    """A row whose last target shows its unit."""
    return row.target(year).get("unit_from") == "cell" and all_numbers(row)


@fault("T02", plans=SINGLE)
def sentence_says_another_figure(case):
    row = case.row(lambda r: shown_number(r, case.last))
    value = row.target(case.last)
    wrong = printed(row, case.last) + case.one([-2, 3]) if printed(row, case.last) > 3 else \
        printed(row, case.last) + 2
    year = case.one(["令和12年度までに", "最終年度には", ""])
    goal_sentence(case, row, f"{year}{wrong}{value['unit']}とする。")
    return case.expect(row, row.targets[case.last], "W")


@near("T02", plans=SINGLE)
def sentence_of_another_year(case):
    row = case.row(lambda r: shown_number(r, case.last))
    goal_sentence(case, row, f"令和10年度に{printed(row, 2028)}{row.target(2028)['unit']}とする。")
    return case.lawful(row)


@near("T02", plans=SINGLE)
def sentence_in_another_unit(case):
    row = case.row(lambda r: shown_number(r, case.last) and r.target(case.last)["unit"] == "%")
    goal_sentence(case, row, "窓口を5か所に増やし、待ち時間を10分にする。")
    return case.lawful(row)


@near("T02", plans=SINGLE)
def sentence_says_the_figure(case):
    row = case.row(lambda r: shown_number(r, case.last))
    value = row.target(case.last)
    goal_sentence(case, row, f"令和12年度に{float(printed_amount(value)):g}{value['unit']}とする。")
    return case.lawful(row)


def totalled(case, extra):
    row = case.row(lambda r: shown_number(r, case.last) and r.target(case.last)["unit"] != "%"
                   and r.target(case.last)["number"] < 100)
    total = sum(printed(row, y) for y in row.targets) + extra
    unit = row.target(case.last)["unit"]
    goal_sentence(case, row, f"{case.one(['計画期間中に合計', '5年間で計', '期間内に累計'])}{total}{unit}とする。")
    return row


@fault("T03", plans=SINGLE)
def sum_is_not_the_total(case):
    row = totalled(case, case.one([-1, 2, 5]))
    cells = {*row.targets.values(), row.form.cells["final_goal"]}
    return case.expect(row, cells, "W")


@near("T03", plans=SINGLE)
def sum_is_the_total(case):
    return case.lawful(totalled(case, 0))


# -- T04 to T06: directions

@fault("T04", plans=("kanuma",))
def arrow_against_the_numbers(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number" and r.final()
                   and r.baseline()["number"] != r.target(r.final())["number"])
    rises = row.target(row.final())["number"] > row.baseline()["number"]
    arrow = case.one(["→", "↘" if rises else "↗"])
    case.put(row, row.cells["direction"], arrow)
    return case.expect(row, {row.cells["direction"], row.targets[row.final()]}, "W")


@near("T04", plans=("kanuma",))
def arrow_with_an_upper_bound(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number" and r.cells["unit"]
                   and r.indicator["unit"] == "%")
    above = int(row.baseline()["number"]) + 3
    case.put(row, row.targets[case.last], f"{above}%以下")
    case.put(row, row.cells["direction"], "↘")
    return case.lawful(row)


@near("T04", plans=("kanuma",))
def arrow_without_a_baseline(case):
    row = case.row(lambda r: r.baseline()["kind"] == "none")
    case.put(row, row.cells["direction"], case.one(["↗", "→", "↘"]))
    return case.lawful(row)


@fault("T05", plans=("shimotsuma", "seki_sap3"))
def target_is_the_baseline(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number" and "stored" in r.baseline())
    last = row.final()
    base = row.baseline()
    case.put(row, row.targets[last], base["stored"], base["format"])
    return case.expect(row, row.targets[last], "W")


@near("T05", plans=("kanuma",))
def target_is_the_baseline_and_kept(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number" and r.final())
    last = row.final()
    case.put(row, row.targets[last], row.baseline()["number"])
    case.put(row, row.cells["direction"], "→")
    return case.lawful(row, row.targets[last])


@fault("T06", plans=SINGLE)
def targets_go_back(case):
    row = case.row(lambda r: all_numbers(r) and printed(r, case.last) >= 6
                   and printed(r, case.last) > printed(r, case.first))
    year = case.one([2028, 2029])
    if printed(row, year - 1) <= printed(row, case.first):
        raise Unsuitable
    set_target(case, row, year, printed(row, case.first))
    if printed(row, case.first) >= printed(row, year - 1):
        raise Unsuitable
    return case.expect(row, row.targets[year], "W")


@near("T06", plans=SINGLE)
def targets_stand_still(case):
    row = case.row(lambda r: all_numbers(r) and printed(r, case.last) >= 6)
    set_target(case, row, 2028, printed(row, 2027))
    return case.lawful(row)


# -- T07, T08: methods, relative targets

def with_layout(case, table):
    """The plan's layout with another table of calculation."""
    text = (SOURCE / "templates" / case.name / "layout.toml").read_text("utf-8")
    path = case.folder / "layout.toml"
    path.write_text(text + "\n" + table, "utf-8")
    case.options += ["--layout", str(path)]


@fault("T07", plans=SINGLE)
def nothing_to_divide_by(case):
    with_layout(case, '[calculation]\nmethod = "simple"\n')
    row = case.row(all_numbers)
    year = case.one(sorted(row.targets))
    set_target(case, row, year, 0)
    return case.expect(row, row.targets[year], "E")


@fault("T07", plans=("seki_plan",), options=("--scheme", "open-sdg"))
def growth_across_zero(case):
    row = case.row(lambda r: r.baseline().get("number", 0) < 0)
    case.put(row, row.targets[case.last], case.rng.randint(20, 90), '0"人"')
    return case.expect(row, row.targets[case.last], "E")


@near("T07", plans=("shimotsuma",))
def falling_to_zero(case):
    row = case.row(lambda r: r.indicator["direction"] == "down")
    case.put(row, row.targets[case.last], 0)
    return case.lawful(row)


@near("T07", plans=("seki_plan",), options=("--scheme", "open-sdg"))
def growth_below_zero(case):
    row = case.row(lambda r: r.baseline().get("number", 0) < 0)
    return case.lawful(row)


def relative(case, factor, wrong):
    """A relative target with the figure printed beside it."""
    row = case.row(lambda r: r.baseline()["kind"] == "number"
                   and abs(printed_amount(r.baseline())) >= 1000)
    base = int(printed_amount(row.baseline()))
    figure = round(base * (100 + factor) / 100) + (wrong and round(base * wrong / 100))
    word = f"{abs(factor)}%{'増' if factor > 0 else '減'}"
    unit = row.target(case.last)["raw"].lstrip("0123456789,.")
    shown = f"{figure:,}{unit}"
    case.put(row, row.targets[case.last], case.one([f"（{word}） {shown}", f"{shown} ({word})"]))
    return row, row.targets[case.last]


@fault("T08", plans=("seki_sap3", "shimotsuma", "kanuma"))
def relative_target_wrongly_resolved(case):
    factor = case.one([5, 8, 10, -10])
    return case.expect(*relative(case, factor, case.one([2, -3])), "W")


@near("T08", plans=("seki_sap3", "shimotsuma", "kanuma"))
def relative_target_resolved(case):
    return case.lawful(*relative(case, case.one([5, 8, 10, -10]), 0))


# -- T09, T10: kinds

@fault("T09", plans=SINGLE)
def words_among_numbers(case):
    row = case.row(lambda r: all_numbers(r))
    year = case.one(sorted(row.targets))
    case.put(row, row.targets[year], case.one(["調査・検討", "方針決定"]))
    return case.expect(row, None, "I")


@fault("T09", plans=SINGLE, options=("--profile", "machine-readable"))
def words_among_numbers_for_machines(case):
    row = case.row(lambda r: all_numbers(r))
    case.put(row, row.targets[case.one(sorted(row.targets))], "方針決定")
    return case.expect(row, None, "W")


@near("T09", plans=SINGLE)
def dash_among_numbers(case):
    row = case.row(lambda r: all_numbers(r))
    case.put(row, row.targets[case.one(sorted(row.targets)[1:])], case.one(["—", "→"]))
    return case.lawful(row, None, "I")


@fault("T10")
def upwards_without_a_number(case):
    row = case.row(lambda r: r.final() and (r.form.layout == "minami_alps"
                                            or r.baseline()["kind"] == "number"))
    year = case.last
    case.put(row, row.targets[year], case.one(["UP", "増加", "向上", "↗"]))
    return case.expect(row, row.targets[year], "W")


@near("T10", plans=("seki_sap3", "seki_plan", "shimotsuma"))
def kept_or_by_a_number(case):
    row = case.row(lambda r: r.baseline()["kind"] == "number")
    case.put(row, row.targets[case.last], case.one(["5%増加", "現状維持"]))
    return case.lawful(row)


# -- T11, T12: totals, the same indicator twice

@fault("T11", plans=("seki_plan",), closed=2)
def running_total_falls(case):
    row = case.row(lambda r: "累計" in r.indicator["name"])
    year = case.one(case.closed[1:])
    before = row.actual(year - 1)
    if before["number"] < 3:
        raise Unsuitable
    case.put(row, row.actuals[year], before["stored"] - case.one([1, 2]), before["format"])
    return case.expect(row, row.actuals[year], "W")


@near("T11", plans=("seki_plan", "shimotsuma"), closed=2)
def no_running_total(case):
    row = case.row(lambda r: r.indicator["accumulation"] not in ("cumulative",)
                   and "累計" not in r.indicator["name"] and len(r.answered(case.closed)) > 1)
    year = row.answered(case.closed)[1]
    before = row.actual(year - 1)
    case.put(row, row.actuals[year], before["stored"] * 0.98, before["format"])
    return case.lawful(row)


def same_names(case):
    rows = [r for f in case.forms for r in f.rows]
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1:]
             if a.indicator["name"] == b.indicator["name"] and a.form is not b.form]
    return case.one(pairs)


@fault("T12", plans=("seki_plan", "minami_alps"), count=2)
def same_indicator_with_another_target(case):
    first, second = same_names(case)
    set_target(case, second, case.last, printed(second, case.last) - 1)
    return case.expect([first, second], {first.targets[case.last], second.targets[case.last]}, "W")


@fault("T12", plans=("seki_plan", "minami_alps"), count=2)
def same_indicator_with_another_actual(case):
    first, second = same_names(case)
    year = case.one(case.closed)
    value = second.actual(year)
    case.put(second, second.actuals[year], value["stored"] * 0.96, value["format"])
    return case.expect([first, second], {first.actuals[year], second.actuals[year]}, "W")


@near("T12", plans=("seki_plan", "minami_alps"), count=2)
def same_indicator_with_the_same_figures(case):
    same_names(case)
    return case.lawful()


@near("T12", plans=("kanuma", "shimotsuma"), count=2)
def similar_names(case):
    first, second = case.forms[:2]
    first.sheet.set(first.rows[0].cells["name"], "講座の参加者数")
    second.sheet.set(second.rows[0].cells["name"], "講座の参加者数(市外)")
    return case.lawful()


# -- T13, T14

@fault("T13")
def target_changed_against_the_plan(case):
    case.mastered()
    row = case.row(lambda r: r.final() and "stored" in r.target(r.final())
                   and r.target(r.final())["number"] > 5)
    year = row.final()
    value = row.target(year)
    case.put(row, row.targets[year], value["stored"] * 0.9, value["format"])
    return case.expect(row, row.targets[year], "E")


@fault("T13", plans=("minami_alps", "seki_plan", "kanuma"))
def definition_changed_against_the_plan(case):
    case.mastered()
    row = case.row()
    case.put(row, row.cells["name"], "窓口で受けた相談のうち解決したもの")
    return case.expect(row, {row.cells["name"], *row.targets.values()}, "E")


@near("T13", plans=("minami_alps", "seki_plan", "shimotsuma"))
def target_in_another_format(case):
    case.mastered()
    row = case.row(lambda r: r.final() and r.target(r.final()).get("unit") == "%")
    year = row.final()
    case.put(row, row.targets[year], row.target(year)["stored"], "0.000%")
    return case.lawful(row, row.targets[year])


@fault("T14", plans=SINGLE)
def steps_go_back(case):
    row = case.row(lambda r: all(r.target(y)["kind"] == "milestone" for y in r.targets))
    steps = ["調査・研究", "検討", "試行", "実施", "実施"]
    low = case.one([2, 3, 4])
    steps[low] = case.one(["調査", "検討"]) if low > 2 else "調査"
    for year, word in zip(sorted(row.targets), steps):
        case.put(row, row.targets[year], word)
    return case.expect(row, row.targets[case.first + low], "W")


@fault("T14", plans=SINGLE)
def steps_end_before_the_goal(case):
    row = case.row(lambda r: all(r.target(y)["kind"] == "milestone" for y in r.targets))
    for year, word in zip(sorted(row.targets), ["調査・研究", "検討", "検討", "方針決定", "方針決定"]):
        case.put(row, row.targets[year], word)
    goal_sentence(case, row, "新しい窓口の仕組みの導入。")
    return case.expect(row, {row.targets[case.last], row.form.cells["final_goal"]}, "W")


@near("T14", plans=SINGLE)
def circle_of_plan_and_check(case):
    row = case.row(lambda r: all(r.target(y)["kind"] == "milestone" for y in r.targets))
    for year, word in zip(sorted(row.targets), ["検討", "実施", "効果検証・改善", "実施", "継続実施"]):
        case.put(row, row.targets[year], word)
    return case.lawful(row)
