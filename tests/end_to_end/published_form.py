"""Minami-Alps sheets made by another hand: openpyxl, from the facts and the published form alone.

Twelve rows, six columns, as `layouts-as-published.md` describes them. A Form holds the choices in
which real workbooks differ; `draw` puts a measure's block on a sheet at any place.
"""

import dataclasses
import unicodedata

import openpyxl
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter

FRAME = Border(*[Side(style="thin")] * 4)

LABELS = ["項目", "主な取組み", "主管課", "現状", "課題", "取組み内容", "期間内の最終目標",
          "関係計画等", "年度", "数値の定義", "目標値", "実績値"]


def wide(text):
    """ASCII in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@dataclasses.dataclass
class Form:
    row: int = 1                      # of the block's first cell, 1-based
    column: int = 1
    one_cell_policy: bool = False     # 基本方針1 and its title in one cell
    issues_column: int = 3            # 課題: 3 (C) or 4 (D), counted from the block's first column
    merges: bool = True
    year: object = "令和{era}年度"     # format of a heading, or a function of the fiscal year
    label: object = None              # respells a label
    blank_rows_after: tuple = ()      # block rows (1-12) followed by a blank sheet row
    blank_columns_after: tuple = ()   # block columns (1-6) followed by a blank sheet column
    actual: object = None             # function (raw text) -> (cell value, number format or None)
    evaluation: bool = False          # the four self-evaluation rows


def year_text(form, year):
    if callable(form.year):
        return form.year(year)
    return form.year.format(era=year - 2018, year=year)


def block_rows(form, measure):
    """The rows of a block: lists of (column 1-6, value, number format, last column of the span)."""
    issues = form.issues_column
    policy = f"基本方針{measure['policy_no']}"
    texts = measure["texts"]
    spell = form.label or (lambda text: text)
    actual = form.actual or (lambda raw: (raw, None))
    def line(label, text):
        return [(1, spell(label), None, 1), (2, text, None, 6)]
    rows = [
        [(1, f"{policy} {measure['policy_title']}", None, 6)] if form.one_cell_policy
        else [(1, policy, None, 1), (2, measure["policy_title"], None, 6)],
        line("項目", measure["item_raw"]),
        line("主な取組み", measure["main_measure"]),
        line("主管課", measure["departments_raw"]),
        [(1, spell("現状"), None, 1), (2, texts["current_state"], None, issues - 1),
         (issues, spell("課題"), None, issues), (issues + 1, texts["issues"], None, 6)],
        line("取組み内容", texts["actions"]),
        line("期間内の最終目標", texts["final_goal"]),
        line("関係計画等", texts["related_plans"]),
        [(1, spell("年度"), None, 1)]
        + [(2 + i, year_text(form, 2026 + i), None, 2 + i) for i in range(5)],
        line("数値の定義", measure["definition_raw"]),
        [(1, spell("目標値"), None, 1)]
        + [(2 + i, t["raw"], None, 2 + i) for i, t in enumerate(measure["targets"])],
        [(1, spell("実績値"), None, 1)]
        + [(2 + i, *actual(raw), 2 + i) for i, raw in enumerate(measure["actuals"]) if raw],
    ]
    if form.evaluation:
        rows += [[(1, spell(label), None, 1)] for label in
                 ("達成率", "評価", "評価の理由", "今後の方向性")]
    return rows


def draw(sheet, form, measure):
    """Puts the block on the sheet; returns {(block row, block column): A1} of every cell."""
    def place(block_row, block_column):
        row = form.row + block_row - 1 + sum(1 for r in form.blank_rows_after if r < block_row)
        column = (form.column + block_column - 1
                  + sum(1 for c in form.blank_columns_after if c < block_column))
        return row, column

    places = {}
    for number, cells in enumerate(block_rows(form, measure), start=1):
        for column in range(1, 7):
            row, sheet_column = place(number, column)
            places[number, column] = f"{get_column_letter(sheet_column)}{row}"
            sheet.cell(row, sheet_column).border = FRAME
        for column, value, number_format, last in cells:
            row, sheet_column = place(number, column)
            cell = sheet.cell(row, sheet_column)
            cell.value = value or None
            if number_format:
                cell.number_format = number_format
            end = place(number, last)[1]
            if form.merges and end > sheet_column:
                sheet.merge_cells(start_row=row, end_row=row, start_column=sheet_column,
                                  end_column=end)
    return places


def measures_of(facts):
    """The facts' measures with short texts of our own, and actuals where a test gives them."""
    out = []
    for sheet in facts["sheets"]:
        measure = dict(sheet)
        goals = sheet["final_goal_figures"]
        measure["texts"] = {
            "current_state": f"{sheet['seq']}番の現状",
            "issues": f"{sheet['seq']}番の課題",
            "actions": f"{sheet['seq']}番の内容",
            "final_goal": f"目標は{goals[0]}" if goals else "目標を達成する",
            "related_plans": sheet["related_plans_raw"],
        }
        measure["actuals"] = [sheet["targets"][0]["raw"]] + [""] * 4
        out.append(measure)
    return out


def sheet_names(measures):
    """1-1-1 and so on: policy, item, place within the item."""
    names, seen = [], {}
    for m in measures:
        item = unicodedata.normalize("NFKC", m["item_mark"])
        seen[m["policy_no"], item] = seen.get((m["policy_no"], item), 0) + 1
        names.append(f"{m['policy_no']}-{item}-{seen[m['policy_no'], item]}")
    return names


def workbook_of(measures, form=None, names=None):
    """One sheet a measure. Returns the workbook and the places of each block."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    places = []
    for measure, name in zip(measures, names or sheet_names(measures)):
        places.append(draw(book.create_sheet(name), form or Form(), measure))
    return book, places
