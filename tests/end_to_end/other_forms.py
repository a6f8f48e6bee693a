"""Sheets of the other four plans made by another hand: openpyxl, from the facts and the published
forms alone, as `layouts-as-published.md` describes them, with the yearly 実績 beside them.

A form is a list of rows; a row a list of cells with what they are. A Shape holds the choices in
which real workbooks differ; `draw` puts a block on a sheet at any place.
"""

import dataclasses
import json

import openpyxl
from openpyxl.styles import Border, Side

from program import SHARED
from published_form import wide

FRAME = Border(*[Side(style="thin")] * 4)
BAR = "⇒"


@dataclasses.dataclass
class Cell:
    column: int           # 1-based, in the block
    value: object
    last: int = 0         # last column of its span; 0: its own
    kind: str = "value"   # label (held: with a text of the plan in it), year (its value), actual
    down: int = 0         # so many rows below are merged to it


@dataclasses.dataclass
class Shape:
    row: int = 1
    column: int = 1
    merges: bool = True
    year: object = None               # function of the fiscal year; None: as the plan prints it
    label: object = None              # respells a label
    blank_rows_after: tuple = ()      # tags of rows; a blank sheet row follows the first of each
    blank_columns_after: tuple = ()   # block columns
    actual: object = None             # function (raw text) -> (cell value, number format or None)


def label(column, text, last=0, down=0):
    return Cell(column, text, last, "label", down)


def held(column, text, last=0):
    return Cell(column, text, last, "held")


def era(year):
    return f"R{year - 2018}" if year > 2019 else "R元"


def facts(name):
    return json.loads((SHARED / "plans" / f"{name}.json").read_text("utf-8"))


# --- 関市 SAPⅢ -------------------------------------------------------------------------------


def bars(by_year, years):
    """(year, through, text): a text lasts until the next one; no text at all is a drawn arrow."""
    starts = [(y, by_year.get(era(y), "")) for y in years if by_year.get(era(y), "")]
    if not starts:
        return [(years[0], years[-1], BAR)]
    ends = [y - 1 for y, _ in starts[1:]] + [years[-1]]
    return [(y, end, text) for (y, text), end in zip(starts, ends)]


def sap3_rows(item):
    years = [2021, 2022, 2023]
    columns = {2021: (2, 2), 2022: (3, 4), 2023: (5, 5)}  # three years over four columns
    rows = [
        ("title", [label(1, "改革項目"), Cell(2, item["no"]), Cell(3, item["title"]),
                   label(4, "実施課"), Cell(5, item["departments_raw"])]),
        ("situation", [label(1, "現状・課題"), Cell(2, f"{item['no']}番の現状", 5)]),
        ("actions", [label(1, item["content_label"]), Cell(2, f"{item['no']}番の内容", 5)]),
        ("goal", [label(1, item["goal_label"], down=1), label(2, "目標名"), label(3, "単位"),
                  label(4, item["baseline_label"]), label(5, item["target_label"])]),
        ("indicator", [Cell(2, item["goal_name"]), Cell(3, item["unit_raw"]),
                       Cell(4, item["baseline_raw"]), Cell(5, item["target_raw"])]),
        ("years", [label(1, "取組スケジュール")]
         + [Cell(*[columns[y][0], y, columns[y][1]], kind="year") for y in years]),
    ]
    for row in item["schedule"]["rows"]:
        rows.append(("schedule", [Cell(1, row["label"])] + [
            Cell(columns[first][0], text, columns[last][1])
            for first, last, text in bars(row["text_by_year"], years)]))
    rows.append(("actual", [label(1, "実績値"), Cell(2, item["target_raw"], kind="actual"),
                            Cell(3, None, 4), Cell(5, None)]))
    rows.append(("note", [label(1, "進捗状況"), Cell(2, "予定どおり"), Cell(3, None, 4),
                          Cell(5, None)]))
    return rows


# --- 関市 総合計画 -----------------------------------------------------------------------------


def seki_rows(measure):
    years = range(2023, 2028)
    number = measure["no"]
    rows = [
        ("title", [held(1, f"施策{number}　{measure['title'] or ''}", 9)]),
        ("goal", [label(1, "めざす姿"), Cell(2, f"○{number}のめざす姿", 9)]),
        ("situation", [label(1, "現状・課題"),
                       Cell(2, "\n".join(f"({i['no']}) {i['title']}" for i in measure["issues"]) or
                            f"{number}の課題", 9)]),
        ("indicators", [label(1, "成果指標", 4), label(5, "実績", 9)]),
        ("head", [label(1, "指標", 2), label(3, "後期当初値"), label(4, "目標値(2027)")]
         + [Cell(5 + i, y, kind="year") for i, y in enumerate(years)]),
    ]
    for indicator in measure["indicators"]:
        rows.append(("indicator", [Cell(1, indicator["name"], 2), Cell(3, indicator["baseline_raw"]),
                                   Cell(4, indicator["target_raw"]),
                                   Cell(5, indicator["target_raw"], kind="actual")]))
    rows += [("approaches", [label(1, "取組", 9)]),
             ("approach_head", [label(1, "重点"), label(2, "取組の方向性"), label(3, "SEKIism"),
                                label(4, "取組の主な内容", 9)])]
    for initiative in measure["initiatives"]:
        items = "\n".join((i["mark"] or "") + i["name"] for i in initiative["items"])
        rows.append(("approach", [Cell(1, initiative["priority_cell_raw"]),
                                  Cell(2, f"{number}の方向{initiative['seq']}"),
                                  Cell(3, initiative["sekiism_raw"]), Cell(4, items, 9)]))
    rows.append(("legend", [label(1, "新規の取組は○、拡充する取組は◇としています。", 9)]))
    if measure["related_plans_block_printed"]:
        plans = "\n".join("○" + p["name"] for p in measure["related_plans"] or []) or "なし"
        rows.append(("plans", [label(1, "関連計画"), Cell(2, plans, 9)]))
    return rows


# --- 鹿沼市 ----------------------------------------------------------------------------------


def kanuma_rows(measure):
    years = range(2022, 2027)
    rows = [
        ("title", [held(1, f"施策{measure['no']} {measure['title']}", 11)]),
        ("goal_head", [label(1, "施策の将来像", 11)]),
        ("goal", [Cell(1, f"{measure['no']}の将来像", 11)]),
        ("indicators", [label(1, "目標指標", 6), label(7, "実績値", 11)]),
        ("head", [label(1, "No."), label(2, "指標名"), label(3, "単位"), label(4, "直近の実績値"),
                  label(5, "計画最終年度の目標値"), label(6, "目指す方向性")]
         + [Cell(7 + i, y, kind="year") for i, y in enumerate(years)]),
    ]
    for i in measure["indicators"]:
        rows.append(("indicator", [Cell(1, i["no"]), Cell(2, i["name"]), Cell(3, i["unit_raw"]),
                                   Cell(4, i["latest_raw"]), Cell(5, i["target_raw"]),
                                   Cell(6, i["direction_raw"]),
                                   Cell(7, i["target_raw"], kind="actual")]))
    for number, _ in enumerate(measure["footnotes"], start=1):
        rows.append(("footnote", [held(1, f"※注の文{number}", 11)]))
    rows += [("situation_head", [label(1, "現状と課題", 11)]),
             ("situation", [Cell(1, f"・{measure['no']}の現状\n・課題", 11)]),
             ("plans", [label(1, "関連する個別計画", 11)]),
             ("plan_head", [label(1, "No."), label(2, "計画名", 4), label(5, "計画期間", 11)])]
    for plan in measure["related_plans"]:
        rows.append(("plan", [Cell(1, plan["no"]), Cell(2, plan["name"], 4),
                              Cell(5, plan["period_raw"], 11)]))
    rows += [("actions_head", [label(1, "取組方針(公助)", 11)]),
             ("actions", [Cell(1, "\n".join(f"{p['mark']}方針" for p in measure["policies"]), 11)])]
    return rows


# --- 下妻市 ----------------------------------------------------------------------------------


def shimotsuma_rows(measure):
    years = range(2023, 2028)
    rows = [
        ("title", [held(1, f"基本施策{measure['no']} {measure['title']}", 9)]),
        ("situation_head", [label(1, "● 現状と課題 ●", 9)]),
        ("situation", [Cell(1, f"・{measure['no']}の現状", 9)]),
        ("actions_head", [label(1, "● 取り組みの方針 ●", 9)]),
    ]
    for field in measure["field_measures"]:
        rows.append(("action", [held(1, f"分野施策{field['no']} {field['title']}", 2),
                                Cell(3, f"・方針{field['no']}", 9)]))
    rows += [("indicators", [label(1, "● 目標指標 ●", 9)]),
             ("head", [label(1, "区分"), label(2, "指標"), label(3, "現状値（令和4年）"),
                       label(4, "目標値（令和9年）")]
              + [Cell(5 + i, y, kind="year") for i, y in enumerate(years)])]
    last = None
    for i in measure["indicators"]:
        same = sum(1 for other in measure["indicators"] if other["category"] == i["category"])
        first = [] if i["category"] == last else [
            Cell(1, i["category_cell_raw"].replace(" ", "\n"), down=same - 1)]
        last = i["category"]
        rows.append(("indicator", first + [Cell(2, i["name"]), Cell(3, i["baseline_raw"]),
                                           Cell(4, i["target_raw"]),
                                           Cell(5, i["target_raw"], kind="actual")]))
    rows += [("roadmap", [label(1, "● 令和9年度までのロードマップ ●", 9)]),
             ("roadmap_head", [Cell(1, "", 3), label(4, "リーディング プロジェクト")]
              + [Cell(5 + i, y, kind="year") for i, y in enumerate(years)])]
    last = None
    for row in measure["roadmap"]:
        if row["field_no"] != last:
            rows.append(("field", [held(1, f"分野施策{row['field_no']} {row['field_title']}", 9)]))
            last = row["field_no"]
        rows.append(("project", [Cell(1, row["project"], 3), Cell(4, "★" if row["leading"] else "")]
                     + [Cell(5 + i, row["arrows"][f"R{5 + i}"]) for i in range(5)]))
    rows.append(("legend", [held(1, "※▶は各年度の費用の増減を示します。", 9)]))
    return rows


@dataclasses.dataclass
class Plan:
    name: str
    measures: list
    rows: object
    width: int
    year: object  # how the plan prints a year
    first_year: int
    last_year: int
    sheet_name: object  # of a measure


def plans():
    sap3, seki, kanuma, shimotsuma = map(
        facts, ("seki_sap3", "seki_plan", "kanuma", "shimotsuma"))
    return {
        "seki_sap3": Plan("seki_sap3", sap3["items"], sap3_rows, 5,
                          lambda y: f"令和{y - 2018}年度", 2021, 2023, lambda m: f"項目{m['no']}"),
        "seki_plan": Plan("seki_plan", seki["measures"], seki_rows, 9, lambda y: f"{y}", 2023, 2027,
                          lambda m: f"施策{m['no']}"),
        "kanuma": Plan("kanuma", kanuma["measures"], kanuma_rows, 11, era, 2022, 2026,
                       lambda m: f"施策{m['no']}"),
        "shimotsuma": Plan("shimotsuma", shimotsuma["basic_measures"], shimotsuma_rows, 9,
                           lambda y: f"令和{y - 2018}年度", 2023, 2027,
                           lambda m: f"基本施策{m['no']}"),
    }


def draw(sheet, plan, measure, shape):
    """Puts the block on the sheet; returns its number of sheet rows."""
    rows = plan.rows(measure)
    spell = shape.label or (lambda text: text)
    actual = shape.actual or (lambda raw: (raw, None))
    inserted, above, seen = [], 0, set()
    for tag, _ in rows:
        inserted.append(above)
        if tag in shape.blank_rows_after and tag not in seen:
            above += 1
        seen.add(tag)

    def place(number, column):
        return (shape.row + number + inserted[number], shape.column + column - 1
                + sum(1 for c in shape.blank_columns_after if c < column))

    for number, (_, cells) in enumerate(rows):
        for column in range(1, plan.width + 1):
            sheet.cell(*place(number, column)).border = FRAME
        for cell in cells:
            value, number_format = cell.value, None
            if cell.kind == "label":
                value = spell(value)
            elif cell.kind == "year":
                value = (shape.year or plan.year)(value)
            elif cell.kind == "actual":
                value, number_format = actual(value)
            row, column = place(number, cell.column)
            target = sheet.cell(row, column)
            target.value = value if value != "" else None
            if number_format:
                target.number_format = number_format
            last_row, last_column = place(number + cell.down, cell.last or cell.column)
            if shape.merges and (last_row > row or last_column > column):
                sheet.merge_cells(start_row=row, end_row=last_row, start_column=column,
                                  end_column=last_column)
    return len(rows) + above


def workbook_of(plan, shape=None, count=1, gap=2, beside=False, names=None):
    """A sheet for each `count` measures, stacked or side by side."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    shape = shape or Shape()
    for start in range(0, len(plan.measures), count):
        name = plan.sheet_name(plan.measures[start])
        sheet = book.create_sheet(names(start) if names else name)
        row, column = shape.row, shape.column
        for measure in plan.measures[start:start + count]:
            height = draw(sheet, plan, measure, dataclasses.replace(shape, row=row, column=column))
            if beside:
                column += plan.width + 1 + len(shape.blank_columns_after)
            else:
                row += height + gap
    return book


def in_full_width(raw):
    return (wide(raw) if isinstance(raw, str) else raw), None
