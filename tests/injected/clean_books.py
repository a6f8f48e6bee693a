"""Clean filled forms of the five plans: nothing in them deserves more than an information.

The plans are those of sample_workbooks/ (figures as published). Where a published plan is itself at
fault by the rule catalogue, `mend` puts it right. `filled` answers the closed years with plausible
actuals: unit and decimals of the target, near the way from baseline to goal, no round multiple.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
from decimal import ROUND_HALF_UP, Decimal

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PLANS = ("minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma")
BLANK = {"kind": "blank", "raw": ""}
REASONS = ("計画どおり進んだ。", "周知が進み増えた。", "相談の件数が伸びた。", "窓口の案内を改めた。")
SHORTFALLS = ("周知が足りなかった。", "着手が夏に遅れた。")
MILESTONES = ("予定どおり実施", "実施", "検討を実施", "実施済")
NOTES = ("説明会を開いた。", "案を関係課に示した。", "手引きを改めた。", "窓口で案内を始めた。")

# Lawful sentences with the numbers, years and words that rules look for in texts.
SENTENCES = (
    "令和6年度（2024年度）の件数は1,234件で、前年度より3%増えた。",
    "2018～2021年度の4年間で3か所を廃止した。",
    "平成31年4月に窓口を1か所にまとめた。",
    "第3次総合計画に基づき、令和2年5月から行っている。",
    "受付は午前9時～午後5時、相談は月2回である。",
    "案内は https://www.example.jp/ に載せている。",
    "基金は12億3,456万円（令和7年3月31日現在）である。",
    "申請の約3割がオンラインで、残りは窓口である。",
    "平成30年（2018年）の台風の後、調査を3年間続けた。",
    "対象は18歳未満の子で、1人当たり月5,000円を助成する。",
    "実施の時期は未定で、関係する課と検討している。",
)


# -- values

def number_format(decimals, comma, unit, percent):
    digits = ("#,##0" if comma else "0") + ("." + "0" * decimals if decimals else "")
    if percent:
        return digits + "%"
    return digits + (f'"{unit}"' if unit else "")


def number(amount, decimals=0, unit=None, unit_from="none", printed=None, scale=1):
    """A number as its cell shows it: the unit from its format where `unit_from` is cell."""
    amount = Decimal(amount)
    shown = printed if printed is not None else (unit if unit_from == "cell" else "")
    percent = shown == "%"
    comma = abs(amount) >= 1000
    code = number_format(decimals, comma, "" if percent else shown, percent)
    text = f"{abs(amount):{',' if comma else ''}.{decimals}f}{shown}"
    if amount < 0:
        code, text = f'{code};"▲"{code}', "▲" + text
    return {"kind": "number", "raw": text, "stored": plain(amount / 100 if percent else amount),
            "format": "General" if code == "0" else code, "number": plain(amount * scale),
            "unit": unit, "unit_from": unit_from, "decimals": decimals, "scale": scale}


def plain(amount):
    return int(amount) if amount == int(amount) else float(amount)


def printed_amount(value):
    """The amount as printed (before folding of 千円)."""
    return Decimal(str(value["number"])) / value.get("scale", 1)


def like(value, amount):
    """Another amount, printed as `value` is."""
    unit = value["unit"]
    shown = None
    if value["unit_from"] == "cell":
        shown = "%" if unit == "%" else re.sub(r"[▲\d,.以下内\s※]*", "", value["raw"], count=1)
        space = re.search(r"\d( )\D", value["raw"])
        shown = (" " if space else "") + shown.strip()
    return number(amount, value["decimals"], unit, value["unit_from"], shown, value["scale"])


def column(amount, unit, decimals=0):
    return number(amount, decimals, unit, "unit_column")


def celled(amount, unit, decimals=0):
    return number(amount, decimals, unit, "cell")


# -- the plans, put right

def mended_targets():
    """Last-year targets and baselines: (indicator, what) -> value."""
    satisfied = {"39/1": "90.0", "40/1": "91.0", "41/1": "90.0", "42/1": "90.0", "43/1": "90.0",
                 "46/1": "92.0", "47/1": "92.0", "48/1": "92.0"}
    mends = {("seki_plan", i, "target"): celled(v, "%", 1) for i, v in satisfied.items()}
    mends.update({
        ("seki_plan", "46/2", "target"): celled("1.0", "%", 1),
        ("kanuma", "30/1", "target"): column("3", "%"),
        ("kanuma", "30/1", "baseline"): column("5", "%"),
        ("kanuma", "30/2", "target"): column("6", "%"),
        ("kanuma", "30/2", "baseline"): column("8", "%"),
        ("kanuma", "29/3", "baseline"): column("11", "%"),
        ("kanuma", "30/5", "baseline"): column("55.8", "億円/年", 1),
        ("kanuma", "31/1", "baseline"): column("76", "%"),
        ("kanuma", "31/2", "baseline"): column("40", "%"),
        ("kanuma", "31/3", "baseline"): column("1911", "人"),
        ("seki_sap3", "11/1", "target"): column("171460", "人"),
        ("seki_sap3", "11/1", "baseline"): column("163295", "人"),
        ("seki_sap3", "12/1", "target"): column("630000", "人"),
        ("seki_sap3", "12/1", "baseline"): column("600000", "人"),
        ("seki_sap3", "16/1", "target"): column("854506508", "円"),
        ("seki_sap3", "16/1", "baseline"): column("949451676", "円"),
        ("seki_sap3", "21/1", "target"): column("50", "人/日"),
        ("seki_sap3", "23/1", "target"): column("3", "校"),
        ("seki_sap3", "28/1", "target"): column("300", "件"),
        ("shimotsuma", "1/4", "target"): celled("12", "回"),
        ("shimotsuma", "1/5", "target"): celled("7", "回"),
        ("shimotsuma", "1/8", "target"): celled("560", "人"),
        ("shimotsuma", "2/5", "target"): number(35, 0, "円", "cell", " 万円", 10000),
        ("shimotsuma", "2/5", "baseline"): number(38, 0, "円", "cell", " 万円", 10000),
        ("shimotsuma", "2/6", "target"): number(1650000, 0, "円", "cell", " 円"),
        ("shimotsuma", "2/8", "baseline"): celled("0", "%", 1),
        ("shimotsuma", "2/13", "target"): number(83194, 0, "円", "cell", " 千円", 1000),
        ("shimotsuma", "2/13", "baseline"): number(109829, 0, "円", "cell", " 千円", 1000),
        ("shimotsuma", "2/14", "target"): celled("58", "%"),
    })
    return mends


HEAD_YEARS = {"seki_sap3": 2020, "shimotsuma": 2022, "kanuma": None}
UNITS = {("kanuma", "30/1"): "%", ("kanuma", "30/2"): "%", ("seki_sap3", "28/1"): "件"}
DIRECTIONS = {("kanuma", "29/3"): "up"}
TEXTS = {("minami_alps", "1-1-1"): ("final_goal", "令和12年度の収納率を98.80%にする。"),
         ("minami_alps", "4-1-1"): ("final_goal", "令和12年度末の加入率を72.50%とする。")}
# Relative targets with nothing to relate to: what may be answered to them is not settled.
LEFT_OUT = {"minami_alps": {"2-1-1", "2-1-3"}}


def set_direction(name, indicator):
    """As the numbers say, where no column states it."""
    base, target = indicator["baseline"], indicator["years"][-1]["target"]
    if name in ("kanuma", "minami_alps") or not base or not numeric(target):
        return
    if numeric(base["value"]):
        change = target["number"] - base["value"]["number"]
        indicator["direction"] = "up" if change > 0 else "down" if change < 0 else "keep"
        indicator["direction_from"] = "numbers"


def mend(name, plan):
    targets = mended_targets()
    for measure in plan["measures"]:
        key, text = TEXTS.get((name, measure["id"]), (None, None))
        if key:
            measure["texts"][key] = text
        for indicator in measure["indicators"]:
            place = (name, indicator["id"])
            indicator["unit"] = UNITS.get(place, indicator["unit"])
            indicator["direction"] = DIRECTIONS.get(place, indicator["direction"])
            if (*place, "baseline") in targets:
                # Without a note of its own the value is of the year in the column's head.
                indicator["baseline"] = {"year": HEAD_YEARS[name],
                                         "value": targets[(*place, "baseline")]}
            if (*place, "target") in targets:
                indicator["years"][-1]["target"] = targets[(*place, "target")]
                if place == ("seki_sap3", "23/1"):
                    indicator["accumulation"] = "unknown"  # 累計 stood in the target
            set_direction(name, indicator)
        measure["footnotes"] = []
    plan["measures"] = [m for m in plan["measures"] if m["id"] not in LEFT_OUT.get(name, ())]
    return plan


# -- plausible answers

def percent_whole(value):
    return value["unit"] == "%"


def candidates(value, low, high):
    """Amounts with the value's decimals from low to high."""
    step = Decimal(1).scaleb(-value["decimals"])
    first = (low / step).to_integral_value(ROUND_HALF_UP) * step
    count = int((high - low) / step)
    return first, step, max(count, 0)


def drawn(rng, value, low, high, lawful):
    """A lawful amount between low and high, else None."""
    low, high = min(low, high), max(low, high)
    first, step, count = candidates(value, low, high)
    for _ in range(40):
        amount = first + step * rng.randint(0, count)
        if lawful(amount) and not (percent_whole(value) and not 0 <= amount <= 100):
            return amount
    return None


def plainly(rate):
    """Not a rate that is shown as a threshold and lies below it (A03)."""
    return not any(Decimal(t) - Decimal("0.0006") <= rate < Decimal(t)
                   for t in ("0.6", "0.8", "1"))


def of_year_target(rng, value, earlier):
    """An actual for a target of the year: B at worst, a tenth above at best."""
    target = printed_amount(value)
    if target <= 2:
        return target
    taken = set(earlier)
    step = Decimal(1).scaleb(-value["decimals"])
    low, high = Decimal("0.93") * target, Decimal("1.09") * target

    def lawful(amount):
        likely = Decimal("0.8") <= amount / target <= Decimal("1.4")
        return likely and amount not in taken and amount != target and plainly(amount / target)

    amount = drawn(rng, value, min(low, target - step), max(high, target + step), lawful)
    return target if amount is None else amount


def on_the_way(rng, final, base, elapsed, years, earlier):
    """An actual of a year without a target of its own, near the line from baseline to goal."""
    goal = printed_amount(final)
    whole = (goal - base) * Decimal(elapsed) / years
    last = earlier[-1] if earlier else None

    def lawful(amount):
        forward = last is None or (amount - last) * (goal - base) > 0
        forward = forward and (goal - amount) * (goal - base) > 0
        pace = (amount - base) / whole
        return forward and Decimal("0.62") <= pace <= Decimal("1.38") and plainly(pace)

    found = drawn(rng, final, base + whole * Decimal("0.6"), base + whole * Decimal("1.4"), lawful)
    if found is not None:
        return found
    return coarse(final, base, whole, last)


def coarse(final, base, whole, last):
    """Where no amount lies near the line: the next one on its good side of the baseline."""
    step = Decimal(1).scaleb(-final["decimals"])
    forward = step if whole > 0 else -step
    amount = (base + whole).quantize(step, ROUND_HALF_UP)
    while abs(amount - base) > abs(whole) * Decimal("1.45"):
        amount -= forward
    while (amount - base) * forward < 0:
        amount += forward
    return amount if last is None or (amount - last) * forward >= 0 else last


def final_answer(rng, final, base):
    """The last year's goal is met, so that no two ways of looking at it disagree."""
    goal = printed_amount(final)
    if base is None or base == goal or percent_whole(final):
        return goal
    room = (goal - base) * Decimal("0.05")
    found = drawn(rng, final, goal, goal + room, lambda a: (a - goal) * (goal - base) >= 0)
    return goal if found is None else found


def without_base(rng, final, elapsed, years, earlier):
    goal = printed_amount(final)
    share = Decimal(elapsed) / years * Decimal(rng.randint(88, 99)) / 100
    amount = goal * share
    if earlier and amount <= earlier[-1]:
        amount = earlier[-1] + Decimal(1).scaleb(-final["decimals"])
    step = Decimal(1).scaleb(-final["decimals"])
    return min(amount, goal).quantize(step)


def numeric(value):
    return value["kind"] == "number"


def answer(rng, plan, indicator, year, earlier):
    """The actual of a year: a VALUE."""
    targets = {y["year"]: y["target"] for y in indicator["years"]}
    target = targets.get(year, BLANK)
    final = [v for v in targets.values() if numeric(v)]
    if target["kind"] == "none":
        return {"kind": "none", "raw": "—"}
    if not final or target["kind"] in ("milestone", "continue"):
        words = rng.choice(MILESTONES)
        return {"kind": "milestone", "raw": words, "steps": [5]}
    final = final[-1]
    base = indicator["baseline"]
    base = printed_amount(base["value"]) if base and numeric(base["value"]) else None
    first, last = plan["first_year"], plan["last_year"]
    if numeric(target) and len(final) and year != last or plan["layout"] == "minami_alps":
        return like(target, of_year_target(rng, target, earlier))
    if year == last:
        return like(final, final_answer(rng, final, base))
    span = (year - first + 1, last - first + 1)
    if base is None:
        return like(final, without_base(rng, final, *span, earlier))
    if base == printed_amount(final):
        return like(final, base)
    return like(final, on_the_way(rng, final, base, *span, earlier))


def grade_of(target, actual):
    """By the default scheme; milestones are judged by people."""
    if not (numeric(target) and numeric(actual)) or not target["number"]:
        return "A"
    rate = printed_amount(actual) / printed_amount(target) * 100
    return "A" if rate >= 100 else "B" if rate >= 80 else "C" if rate >= 60 else "D"


def judged(rng, measure, indicator, year):
    answered = next(y for y in indicator["years"] if y["year"] == year)
    if answered["target"]["kind"] == "none":
        return
    grade = grade_of(answered["target"], answered["actual"])
    reason = rng.choice(REASONS if grade in "AB" else SHORTFALLS)
    measure["evaluations"].append({
        "indicator": None, "year": year, "rate_percent": None, "grade": grade, "step": None,
        "reason": reason, "next": rng.choice(("継続", "拡充", "見直し"))})


def fill_measure(rng, plan, measure, years, same_names):
    if rng.random() < 0.5:
        measure["texts"]["current_state"] = rng.choice(SENTENCES)
    for indicator in measure["indicators"]:
        entries = {y["year"]: y for y in indicator["years"]}
        known = same_names.setdefault(indicator["name"], {})
        for year in years:
            entry = entries.setdefault(year, {"year": year, "target": BLANK, "note": ""})
            earlier = [printed_amount(v) for v in known.values() if numeric(v)]
            if year not in known:
                known[year] = answer(rng, plan, indicator, year, earlier)
            entry["actual"] = known[year]
            if plan["layout"] == "seki_sap3":
                entry["note"] = rng.choice(NOTES)
        indicator["years"] = [entries[y] for y in sorted(entries)]
        if plan["layout"] == "minami_alps":
            for year in years:
                judged(rng, measure, indicator, year)


class Plans:
    """The five plans, and the program that draws their forms."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.plans = {}
        for name in PLANS:
            out = self.folder / f"{name}.plan.json"
            self.run("convert", SOURCE / "sample_workbooks" / name / "master.xlsx", "-o", out)
            self.plans[name] = mend(name, json.loads(out.read_text("utf-8")))
            self.master(name).write_text(json.dumps(self.plans[name], ensure_ascii=False), "utf-8")

    def run(self, *arguments):
        done = subprocess.run([self.program, *map(str, arguments), "--force", "--quiet",
                               "--asof", "2027-05-31"], capture_output=True, text=True)
        if done.returncode == 2:
            raise SystemExit(f"{arguments[0]} {arguments[1]} …: {done.stderr[:2000]}")

    def master(self, name):
        return self.folder / f"{name}.master.json"

    def filled(self, name, seed, ids, closed):
        """The measures `ids` of the plan with the first `closed` years answered."""
        rng = random.Random(seed)
        plan = copy.deepcopy(self.plans[name])
        plan["measures"] = [m for m in plan["measures"] if m["id"] in ids]
        first = plan["plan"]["first_year"]
        years = range(first, first + closed)
        same_names = {}
        for measure in plan["measures"]:
            fill_measure(rng, plan["plan"], measure, years, same_names)
        return plan

    def draw(self, books):
        """{file name: plan} -> {file name: path of the workbook}; one run a layout."""
        drawn_books = {}
        for layout in PLANS:
            chosen = {f: p for f, p in books.items() if p["plan"]["layout"] == layout}
            inputs = []
            for file, plan in chosen.items():
                path = self.folder / f"{file}.json"
                path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
                inputs.append(path)
                drawn_books[file] = self.folder / "drawn" / f"{file}.xlsx"
            if inputs:
                (self.folder / "drawn").mkdir(exist_ok=True)
                self.run("convert", *inputs, "-o", f"{self.folder / 'drawn'}/", "--to", "xlsx")
        return drawn_books
