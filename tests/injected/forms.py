"""Where the fields of a drawn form stand, found by the labels of the five layouts.

Only for forms as the program draws them (templates/*/layout.toml): the injector must know the place
of a fault without asking the reader under test.
"""

from book import beside, corners, join, split

HEADS = {"seki_plan": "指標", "kanuma": "No.", "shimotsuma": "区分"}
# Columns of name, unit, baseline, target, direction and the first year of a row of an indicator.
COLUMNS = {"seki_plan": {"name": 1, "baseline": 3, "target": 4, "year": 5},
           "kanuma": {"name": 2, "unit": 3, "baseline": 4, "target": 5, "direction": 6, "year": 7},
           "shimotsuma": {"category": 1, "name": 2, "baseline": 3, "target": 4, "year": 5}}
TEXTS = {"minami_alps": {"current_state": "現状", "actions": "取組み内容",
                         "final_goal": "期間内の最終目標", "related_plans": "関係計画等"},
         "seki_sap3": {"current_state": "現状・課題", "actions": "実施内容・効果"},
         "seki_plan": {"final_goal": "めざす姿", "current_state": "現状・課題",
                       "related_plans": "関連計画"},
         "kanuma": {}, "shimotsuma": {}}
# Texts that stand below their label.
BELOW = {"kanuma": {"final_goal": "施策の将来像", "current_state": "現状と課題",
                    "actions": "取組方針（公助）"},
         "shimotsuma": {"current_state": "●現状と課題●"}}


class Row:
    """The cells of one indicator, with what the plan says of it."""

    def __init__(self, form, indicator):
        self.form, self.indicator = form, indicator
        self.cells = {}                      # name, unit, baseline, direction, category
        self.targets, self.actuals = {}, {}  # year -> cell
        self.values = {y["year"]: y for y in indicator["years"]}

    def target(self, year):
        return self.values.get(year, {}).get("target", {"kind": "blank", "raw": ""})

    def actual(self, year):
        return self.values.get(year, {}).get("actual", {"kind": "blank", "raw": ""})

    def baseline(self):
        base = self.indicator["baseline"]
        return base["value"] if base else {"kind": "blank", "raw": ""}

    def numeric_years(self, closed):
        """Closed years with a numeric target and a numeric actual."""
        return [y for y in closed if self.target(y)["kind"] == "number"
                and self.actual(y)["kind"] == "number"]

    def answered(self, closed):
        return [y for y in closed if self.actual(y)["kind"] == "number"]

    def final(self):
        numbers = [y for y in self.targets if self.target(y)["kind"] == "number"]
        return numbers[-1] if numbers else None


class Form:
    """One block of a sheet."""

    def __init__(self, sheet, layout, measure, years, top, bottom):
        self.sheet, self.layout, self.measure = sheet, layout, measure
        self.years, self.top, self.bottom = years, top, bottom
        self.labels = {}
        for row in range(top, bottom + 1):
            text = sheet.get(join(1, row))
            if isinstance(text, str):
                self.labels.setdefault(text, join(1, row))
        self.cells, self.headings, self.yearly = {}, {}, {}
        getattr(self, "_" + layout)()
        for key, label in TEXTS[layout].items():
            if label in self.labels:
                self.cells[key] = beside(self.labels[label], columns=1)
        for key, label in BELOW.get(layout, {}).items():
            self.cells[key] = beside(self.labels[label], rows=1)

    def line(self, label):
        return split(self.labels[label])[1]

    def by_year(self, row, first, step=1):
        return {year: join(first + step * n, row) for n, year in enumerate(self.years)}

    def _yearly(self, first, step=1):
        for label, key in (("評価", "grade"), ("評価の理由", "reason"), ("今後の方向性", "next"),
                           ("達成率", "rate"), ("進捗状況", "note")):
            if label in self.labels:
                self.yearly[key] = self.by_year(self.line(label), first, step)

    def _minami_alps(self):
        self.cells.update(group="B1", middle="B2", title="B3", department="B4", issues="D5")
        self.headings = self.by_year(self.line("年度"), 2)
        row = Row(self, self.measure["indicators"][0])
        row.cells["name"] = join(2, self.line("数値の定義"))
        row.targets = self.by_year(self.line("目標値"), 2)
        row.actuals = self.by_year(self.line("実績値"), 2)
        self.rows = [row]
        self._yearly(2)

    def _seki_sap3(self):
        top = self.top
        self.cells.update(number=join(2, top), title=join(3, top), department=join(7, top))
        years = self.line("取組スケジュール")
        self.headings = self.by_year(years, 2, 2)
        row = Row(self, self.measure["indicators"][0])
        line = years - 1
        row.cells = {"name": join(2, line), "unit": join(5, line), "baseline": join(6, line)}
        row.targets = {self.years[-1]: join(7, line)}
        row.actuals = self.by_year(self.line("実績値"), 2, 2)
        self.rows = [row]
        self._yearly(2, 2)

    def _table(self):
        places = COLUMNS[self.layout]
        head = self.line(HEADS[self.layout])
        self.headings = self.by_year(head, places["year"])
        self.rows = []
        for number, indicator in enumerate(self.measure["indicators"], 1):
            row = Row(self, indicator)
            line = head + number
            row.cells = {key: join(column, line) for key, column in places.items()
                         if key not in ("target", "year")}
            row.targets = {self.years[-1]: join(places["target"], line)}
            row.actuals = self.by_year(line, places["year"])
            self.rows.append(row)
        self.cells["title"] = "A1"
        self._yearly(places["year"])

    _seki_plan = _kanuma = _shimotsuma = _table


def blocks(sheet, layout, count):
    """First and last row of each block of the sheet."""
    last = max(split(r)[1] for r in sheet.cells)
    for area in sheet.merges():
        last = max(last, corners(area)[1][1])
    if layout != "seki_sap3":
        return [(1, last)]
    tops = [row for row in range(1, last + 1) if sheet.get(join(1, row)) == "改革項目"]
    ends = [top - 2 for top in tops[1:]] + [last]
    return list(zip(tops, ends))[:count]


def forms_of(book, plan):
    """The forms of a drawn workbook, in the order of its measures."""
    layout = plan["plan"]["layout"]
    years = list(range(plan["plan"]["first_year"], plan["plan"]["last_year"] + 1))
    forms, measures = [], iter(plan["measures"])
    for sheet in book.sheets.values():
        for top, bottom in blocks(sheet, layout, len(plan["measures"])):
            forms.append(Form(sheet, layout, next(measures), years, top, bottom))
    return forms
