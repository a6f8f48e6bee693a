"""S: labels, merges, headings, pictures, pages; sheets that fit nothing."""

from book import OFFICE, beside, corners, join, split
from cases import Unsuitable, fault, near

# First-column labels of rows that a form must have, and that are found by their words alone.
REQUIRED = {"minami_alps": ("項目", "主な取組み", "取組み内容", "期間内の最終目標", "関係計画等"),
            "seki_sap3": ("現状・課題", "実施内容・効果"),
            "seki_plan": ("めざす姿", "現状・課題"),
            "kanuma": ("施策の将来像", "現状と課題", "取組方針（公助）"),
            "shimotsuma": ("●現状と課題●", "●取り組みの方針●")}
VARIANTS = {"取組み内容": "取組内容", "主な取組み": "主な取り組み", "関係計画等": "関連計画等",
            "現状・課題": "現状と課題", "実施内容・効果": "取組内容・効果", "関連計画": "関連計画等",
            "現状と課題": "現状・課題", "関連する個別計画": "関連計画", "●現状と課題●": "●現状・課題●"}
# Labels with so many letters that one other letter is a guess and no other label.
LONG = {"期間内の最終目標": "期間内の到達目標", "主な取組み": "主な取組等み", "実施内容・効果": "実施方法・効果",
        "取組スケジュール": "取組みスケジュル", "施策の将来像": "施策の未来像", "取組方針（公助）": "取組方法（公助）",
        "●取り組みの方針●": "●取り組みの方法●", "関連する個別計画": "関連する個別の計画"}


def labelled(case, words):
    """A form, one of its labels among `words`, and the label's cell."""
    form = case.form(lambda f: any(w in f.labels for w in words))
    word = case.one([w for w in words if w in form.labels])
    return form, word, form.labels[word]


# -- S01 to S05: labels, merges, headings

@fault("S01")
def label_wiped_out(case):
    layout = case.plan["plan"]["layout"]
    form, _, cell = labelled(case, REQUIRED[layout])
    form.sheet.set(cell, None)
    return case.expect(form, cell, "E")


@fault("S01", plans=("minami_alps", "seki_sap3", "seki_plan"))
def labelled_row_deleted(case):
    form, _, cell = labelled(case, REQUIRED[case.plan["plan"]["layout"]])
    form.sheet.delete_row(split(cell)[1])
    return case.expect(form, {cell, beside(cell, rows=-1)}, "E")


@near("S01", plans=("minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma"))
def label_in_another_wording(case):
    form, word, cell = labelled(case, VARIANTS)
    form.sheet.set(cell, VARIANTS[word])
    return case.lawful(form)


@near("S01", plans=("minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma"))
def optional_label_absent(case):
    form, word, cell = labelled(case, ("今後の方向性", "評価"))
    form.sheet.delete_row(split(cell)[1])
    return case.lawful(form)


@fault("S02")
def label_once_more(case):
    layout = case.plan["plan"]["layout"]
    words = [w for w in REQUIRED[layout] if layout not in ("kanuma", "shimotsuma")] or \
        ["現状と課題", "●現状と課題●"]
    form, word, cell = labelled(case, words)
    line = split(cell)[1] + (2 if layout in ("kanuma", "shimotsuma") else 1)
    form.sheet.insert_row(line)
    form.sheet.set(join(1, line), word)
    form.sheet.set(join(2, line), "別の担当からの追記。")
    return case.expect(form, join(1, line), "E")


@near("S02")
def label_word_in_a_text(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "現状の課題は実績の評価に時間がかかること。")
    return case.lawful(form)


@fault("S03")
def listed_wording(case):
    form, word, cell = labelled(case, VARIANTS)
    form.sheet.set(cell, VARIANTS[word])
    return case.expect(form, cell, "I")


@fault("S03")
def guessed_wording(case):
    form, word, cell = labelled(case, LONG)
    form.sheet.set(cell, LONG[word])
    return case.expect(form, cell, "W")


@near("S03")
def label_spaced(case):
    form, word, cell = labelled(case, LONG)
    form.sheet.set(cell, "　".join(word))
    return case.lawful(form, cell)


def merged_cell(case):
    """A form and a merged area of one row in it, of several columns."""
    form = case.form()
    lines = [(a, corners(a)[0][1], corners(a)[1][1]) for a in form.sheet.merges()]
    return form, case.one(a for a, top, bottom in lines if form.top <= top == bottom <= form.bottom)


def cells_of(area):
    (left, top), (right, bottom) = corners(area)
    return {join(c, r) for c in range(left, right + 1) for r in range(top, bottom + 1)}


def is_bar(form, area):
    """A cell of the schedule: how far it is merged is how long the work takes."""
    first, last = (form.labels.get(w) for w in ("取組スケジュール", "実績値"))
    return bool(first and last) and split(first)[1] < corners(area)[0][1] < split(last)[1]


@fault("S04")
def merge_undone(case):
    form, area = merged_cell(case)
    if is_bar(form, area):
        raise Unsuitable
    form.sheet.set_merges([m for m in form.sheet.merges() if m != area])
    return case.expect(form, cells_of(area), "W")


@fault("S04")
def data_under_a_merge(case):
    form, area = merged_cell(case)
    hidden = case.one(sorted(cells_of(area) - {area.split(":")[0]}))
    form.sheet.set(hidden, "旧")
    return case.expect(form, cells_of(area), "W")


@near("S04", plans=("seki_sap3",))
def bar_of_half_a_year(case):
    form, area = merged_cell(case)
    if not is_bar(form, area):
        raise Unsuitable
    form.sheet.set_merges([m for m in form.sheet.merges() if m != area])
    return case.lawful(form, cells_of(area))


@near("S04")
def merges_listed_in_another_order(case):
    form = case.form()
    form.sheet.set_merges(form.sheet.merges()[::-1])
    return case.lawful()


@fault("S05")
def heading_wiped_out(case):
    form = case.form()
    year = case.one(form.years[1:-1] or form.years)
    for area in [form.sheet.merge_of(form.headings[year])]:
        if area and form.layout != "seki_sap3":
            form.sheet.unmerge(form.headings[year])
    form.sheet.set(form.headings[year], None)
    return case.expect(form, form.headings[year], "E")


def yearly_cells(form):
    return [form.headings, *form.yearly.values(), *(r.actuals for r in form.rows),
            *(r.targets for r in form.rows)]


@fault("S05")
def value_beyond_the_years(case):
    row, year = case.answered()
    line = split(row.actuals[year])[1]
    cell = join(last_column(row.form) + 1, line)
    value = row.actual(year)
    case.put(row, cell, value["stored"], value["format"])
    return case.expect(row, cell, "E")


@near("S05")
def headings_in_another_manner(case):
    form = case.form()
    for year, cell in form.headings.items():
        form.sheet.set(cell, f"R{year - 2018}")
    return case.lawful(form)


# -- S07, S08: pictures and pages

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def add_shape(case, form, cell, text):
    """A text box over the cell."""
    column, row = split(cell)
    body = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" if text else "<a:p/>"
    content = (
        f'<xdr:wsDr xmlns:xdr="{DRAWING}spreadsheetDrawing" xmlns:a="{DRAWING}main">'
        f'<xdr:twoCellAnchor><xdr:from><xdr:col>{column - 1}</xdr:col><xdr:colOff>0</xdr:colOff>'
        f'<xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
        f'<xdr:to><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row>'
        '<xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr>'
        '<xdr:cNvPr id="2" name="テキスト 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/>'
        f'{body}</xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')
    number = case.book.add_part("xl/drawings/drawing9.xml", content,
                                "application/vnd.openxmlformats-officedocument.drawing+xml",
                                form.sheet.part, OFFICE + "/drawing")
    form.sheet.element("drawing").set(f"{{{OFFICE}}}id", number)


@fault("S07")
def words_in_a_text_box(case):
    form = case.form()
    cell = form.rows[0].actuals[case.closed[0]]
    add_shape(case, form, cell, "確定値は来月に差し替えます")
    return case.expect(form, None, "W")


@near("S07")
def drawing_without_shapes(case):
    form = case.form()
    content = f'<xdr:wsDr xmlns:xdr="{DRAWING}spreadsheetDrawing"/>'
    number = case.book.add_part("xl/drawings/drawing9.xml", content,
                                "application/vnd.openxmlformats-officedocument.drawing+xml",
                                form.sheet.part, OFFICE + "/drawing")
    form.sheet.element("drawing").set(f"{{{OFFICE}}}id", number)
    return case.lawful()


def print_area(case, form):
    return next(n for n in case.book.names() if n.get("name") == "_xlnm.Print_Area"
                and n.text.rpartition("!")[0].strip("'") == form.sheet.name)


@fault("S08")
def print_area_too_small(case):
    form = case.form()
    area = print_area(case, form)
    owner, _, cells = area.text.rpartition("!")
    last = max(split(c)[1] for c in form.sheet.filled())
    letters, bottom = cells.rpartition("$")[0], max(2, last * case.rng.randint(30, 70) // 100)
    area.text = f"{owner}!{letters}${bottom}"
    return case.expect(form, None, "W")


@fault("S08")
def print_area_lost(case):
    form = case.form()
    area = print_area(case, form)
    case.book.remove_names(lambda n: n is area)
    return case.expect(form, None, "I")


@near("S08")
def print_area_wider(case):
    form = case.form()
    area = print_area(case, form)
    owner, _, cells = area.text.rpartition("!")
    area.text = f"{owner}!{cells.rpartition('$')[0]}${form.bottom + 40}"
    return case.lawful(threshold="I")


# -- S14 to S17: sheets and cells that fit nothing

ANOTHER_TABLE = [["会議室の予約", None, None], ["日付", "部屋", "人数"], ["4月3日", "第1", 12],
                 ["4月9日", "第2", 8], ["4月21日", "大", 40]]


@fault("S14")
def no_sheet_fits(case):
    names = [f.sheet.name for f in case.forms]
    case.book.add_sheet("予約", ANOTHER_TABLE)
    for name in dict.fromkeys(names):
        case.book.delete_sheet(name)
    return case.expect("予約", None, "E")


@fault("S14")
def one_sheet_does_not_fit(case):
    case.book.add_sheet("予約", ANOTHER_TABLE)
    return case.expect("予約", None, "W")


@near("S14")
def empty_sheet(case):
    case.book.add_sheet("Sheet2")
    return case.lawful()


@near("S14")
def sheet_of_choices(case):
    case.book.add_sheet("選択肢", [["継続"], ["拡充"], ["見直し"], ["縮小"], ["終了"]])
    return case.lawful()


@fault("S15", plans=("minami_alps",))
def nothing_tells_the_number(case):
    forget(case)
    form = case.form()
    case.book.rename_sheet(form.sheet.name, "取組みの表")
    return case.expect("取組みの表", None, "I")


@near("S15", plans=("minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma"))
def number_printed(case):
    forget(case)
    return case.lawful(threshold="I")


def forget(case):
    """What the program wrote to know its measures again."""
    case.book.remove_names(lambda n: n.get("name").startswith("shinchoku."))
    case.book.parts["docProps/custom.xml"] = (
        case.book.parts["docProps/custom.xml"].split(b"<property")[0] + b"</Properties>")


def last_column(form):
    return max(split(c)[0] for c in form.sheet.cells)


@fault("S16")
def memo_beside_the_block(case):
    form = case.form()
    # Beside a row by year it is a value without a heading (S05).
    yearly = {split(c)[1] for cells in yearly_cells(form) for c in cells.values()}
    line = case.one(sorted(set(range(form.top + 1, form.bottom + 1)) - yearly))
    cell = join(last_column(form) + 1, line)
    form.sheet.set(cell, case.one(["要確認", "面接は11月", "昨年と同じ担当"]))
    return case.expect(form, cell, "W")


@fault("S16", plans=("minami_alps", "seki_plan", "kanuma", "shimotsuma"))
def memo_at_the_foot(case):
    form = case.form()
    cell = join(case.rng.randint(1, last_column(form)), form.bottom + 1)
    form.sheet.set(cell, case.one(["要確認", "この様式は5月までに戻す", "内線で相談済み"]))
    return case.expect(form, cell, "W")


@near("S16")
def memo_far_away(case):
    form = case.forms[-1]
    form.sheet.set(join(1, form.bottom + 8), "控え")
    return case.lawful(form)


@fault("S17", plans=("minami_alps", "seki_sap3", "seki_plan"))
def two_values_in_one_field(case):
    form = case.form()
    key = case.one([k for k in ("current_state", "actions", "final_goal")
                    if k in form.cells and form.sheet.merge_of(form.cells[k])])
    cell = form.cells[key]
    form.sheet.unmerge(cell)
    form.sheet.set(beside(cell, columns=1), "後から足した文。")
    return case.expect(form, {cell, beside(cell, columns=1)}, "E")


@fault("S17", plans=("minami_alps",))
def two_departments_side_by_side(case):
    form = case.form()
    cell = form.cells["department"]
    form.sheet.unmerge(cell)
    form.sheet.set(beside(cell, columns=2), "財政課")
    return case.expect(form, {cell, beside(cell, columns=2)}, "E")


@near("S17", plans=("minami_alps", "seki_sap3"))
def two_departments_in_one_cell(case):
    form = case.form()
    cell = form.cells["department"]
    form.sheet.set(cell, form.sheet.get(cell) + "・財政課")
    return case.lawful(form, cell)
