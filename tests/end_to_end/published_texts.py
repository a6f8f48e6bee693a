"""The sample masters with the texts of the plans as published, made while a test runs.

The masters hold a plan's figures, titles and departments, and short texts of their own; the
published sentences stay in the seeds. What a seed does not have keeps the master's text.
"""

import re

import openpyxl

from program import SHARED, SOURCE

LABELS = ["現状", "課題", "取組み内容", "期間内の最終目標", "関係計画等", "数値の定義"]


def seed_lines(number):
    return next((SHARED / "seeds").glob(number + "_*.txt")).read_text("utf-8").splitlines()


def squeezed(text):
    return re.sub(r"\s", "", str(text or ""))


def cells(line):
    return [cell.strip() for cell in line.split("\t")]


def sample(plan):
    return openpyxl.load_workbook(SOURCE / "sample_workbooks" / plan / "master.xlsx")


def put_beside(sheet, label, text):
    """Puts the text into the first cell right of the label; False where there is no label."""
    for row in sheet.iter_rows():
        for at, cell in enumerate(row[:-1]):
            if squeezed(cell.value) == label:
                row[at + 1].value = text
                return True
    return False


# -- 南アルプス市 第5次行政改革実施計画

def minami_alps_sheets():
    """The texts of each published sheet by label, in the order of the plan."""
    sheets = []
    for line in seed_lines("003"):
        row = cells(line)
        if re.match(r"基本方針\d", row[0]):
            sheets.append({})
        elif sheets and row[0] in LABELS + ["主な取組み"]:
            filled = [cell for cell in row[1:] if cell]
            if row[0] == "現状" and "課題" in filled:
                sheets[-1]["課題"] = "".join(filled[filled.index("課題") + 1:])
                filled = filled[:filled.index("課題")]
            if filled:
                sheets[-1][row[0]] = filled[0]
    return sheets


def minami_alps_list():
    """The rows (policy, item, main measure) of chapter 2; what a row leaves blank is carried."""
    lines = seed_lines("003")
    end = next(i for i, line in enumerate(lines) if line.startswith("4. 取組みの視点") and i > 30)
    rows, policy, item, is_open = [], "", "", False
    for line in lines[:end]:
        row = [cell for cell in cells(line) if cell]
        if row[-2:] == ["項目", "主な取組み"]:
            is_open = True
        elif is_open and row:
            for cell in row:
                if re.match(r"[①-⑨]", cell):
                    item = cell
                elif re.match(r"\d ", cell):
                    rows.append((policy, item, cell))
                else:
                    policy = cell
    return rows


def minami_alps_book():
    """The workbook, and how many published texts each sheet of it took."""
    book, taken = sample("minami_alps"), []
    blocks = list(book.worksheets)
    for sheet, texts in zip(blocks, minami_alps_sheets()):
        if squeezed(sheet["B3"].value) != squeezed(texts["主な取組み"]):
            continue
        taken.append(sum(put_beside(sheet, label, texts[label])
                         for label in LABELS if label in texts))
    contents = book.create_sheet("一覧", 0)
    for line in seed_lines("003"):
        if re.fullmatch(r"\d\s*第\s*\d次\S+の概要", line):
            contents.append([line])
    contents.append(["番号", "基本方針", "項目", "主な取組み"])
    policies = []
    for policy, item, measure in minami_alps_list():
        policies += [] if policy in policies else [policy]
        number, title = measure.split(" ", 1)
        mark = "①②③④".index(item[0]) + 1
        contents.append([f"{len(policies)}-{mark}-{number}", policy, item, title])
    return book, taken


# -- 関市 後期基本計画 政策7

def seki_plan_book():
    book, taken = sample("seki_plan"), []
    parts, texts = [], None
    for line in seed_lines("000"):
        line = line.strip(" ")
        if line == "めざす姿":
            parts.append({"めざす姿": [], "現状・課題": [], "取組": [], "関連計画": []})
            texts = parts[-1]["めざす姿"]
        elif parts and line in parts[-1]:
            texts = parts[-1][line]
        elif re.match(r"成果指標|後期基本計画|新規の取組は|SUSTAINABLE|資料", line):
            texts = None
        elif texts is not None and line:
            texts.append(line)
    for sheet, part in zip(book.worksheets, parts):
        count = 0
        for label in ("めざす姿", "現状・課題", "関連計画"):
            if part[label]:
                count += put_beside(sheet, label, "\n".join(part[label]))
        rows = [line.split("\t") for line in part["取組"] if line.count("\t") >= 1]
        head = next(cell.row for cell in sheet["A"] if cell.value == "重点")
        for at, row in enumerate(rows[1:], start=head + 1):
            if len(row) >= 4 and squeezed(row[3]) and sheet.cell(at, 4).value:
                sheet.cell(at, 2).value = row[1].strip()
                count += 1
        taken.append(count)
    return book, taken


# -- 下妻市 まちづくりの目標6

def plain(text):
    """Without the marks of the page that the text was taken from."""
    return "\n".join(part.strip() for part in re.split(r"<[^>]*>", text) if part.strip())


def shimotsuma_book():
    book, taken = sample("shimotsuma"), []
    parts, part = [], None
    for line in seed_lines("004"):
        head = re.fullmatch(r"●\s*(.+?)\s*●", line.strip())
        if head:
            if head[1] == "現状と課題":
                parts.append({})
            part = parts[-1].setdefault(head[1], []) if parts else None
        elif part is not None and line.strip():
            part.append(line.strip())
    for sheet, part in zip(book.worksheets, parts):
        sheet["A3"].value = "\n".join(part["現状と課題"] + part.get("5年間でできたこと", []))
        rows = [line.split("\t", 1) for line in part["取り組みの方針"] if "\t" in line]
        count = 1
        for name, text in rows:
            for cell in sheet["A"]:
                if squeezed(cell.value) == squeezed(name) and sheet.cell(cell.row, 3).value:
                    sheet.cell(cell.row, 3).value = plain(text)
                    count += 1
                    break
        taken.append(count)
    return book, taken
