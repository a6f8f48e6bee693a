"""C: what is typed into a cell and in which characters."""

from decimal import Decimal

from book import MAIN, OFFICE, beside, column_letters, split, tag
from cases import fault, near
from clean_books import printed_amount

NUMBERS = ("minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma")
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def bare(row, year):
    """The number of a cell that shows no unit: from the unit column or none."""
    return row.actual(year)["unit_from"] != "cell"


def with_unit(row, year):
    return row.actual(year)["unit_from"] == "cell"


def plain_text(row, year):
    return str(printed_amount(row.actual(year)))


def not_negative(row, year):
    values = [row.baseline(), *(row.target(y) for y in row.targets)]
    return all(v.get("number") is None or v["number"] >= 0 for v in values)


# -- numbers as text

@fault("C01", plans=("minami_alps", "seki_sap3", "kanuma"))
def number_stored_as_text(case):
    row, year = case.answered(bare)
    case.put(row, row.actuals[year], plain_text(row, year))
    return case.expect(row, row.actuals[year], "I")


MACHINES = ("--profile", "machine-readable")


@fault("C01", plans=("minami_alps", "seki_sap3", "kanuma"), options=MACHINES)
def number_stored_as_text_for_machines(case):
    row, year = case.answered(bare)
    case.put(row, row.actuals[year], plain_text(row, year))
    return case.expect(row, row.actuals[year], "W")


@near("C01")
def number_in_a_format(case):
    row, year = case.answered()
    return case.lawful(row, row.actuals[year], "I")


@near("C01", plans=("minami_alps", "seki_sap3"))
def words_with_a_digit(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], "第2案を検討")
    return case.lawful(row, row.actuals[year], "I")


@fault("C02", plans=("minami_alps", "seki_plan", "shimotsuma"))
def unit_typed_into_text(case):
    row, year = case.answered(lambda r, y: with_unit(r, y) and r.actual(y)["number"] >= 0)
    case.put(row, row.actuals[year], row.actual(year)["raw"])
    return case.expect(row, row.actuals[year], "I")


@fault("C02", plans=("minami_alps", "seki_sap3", "kanuma", "shimotsuma"))
def comma_typed_into_text(case):
    row, year = case.answered(lambda r, y: r.actual(y)["number"] >= 1000 and bare(r, y))
    case.put(row, row.actuals[year], f"{printed_amount(row.actual(year)):,}")
    return case.expect(row, row.actuals[year], "I")


@fault("C02", plans=("minami_alps", "seki_plan", "shimotsuma"), options=MACHINES)
def unit_typed_into_text_for_machines(case):
    row, year = case.answered(lambda r, y: with_unit(r, y) and r.actual(y)["number"] >= 0)
    case.put(row, row.actuals[year], row.actual(year)["raw"])
    return case.expect(row, row.actuals[year], "W")


@near("C02")
def unit_in_the_format(case):
    row, year = case.answered()
    return case.lawful(row, row.actuals[year], "I")


@fault("C03", plans=("seki_sap3",))
def two_labelled_data(case):
    row, year = case.answered()
    cases, persons = case.rng.randint(3001, 9999), case.rng.randint(150001, 199999)
    case.put(row, row.actuals[year], f"件数 {cases:,} 人数 {persons:,}")
    return case.expect(row, row.actuals[year], "I")


@fault("C03", plans=("seki_sap3", "kanuma"))
def second_number_in_a_remark(case):
    row, year = case.answered(bare)
    case.put(row, row.actuals[year], f"{plain_text(row, year)} （対象の約{case.rng.randint(11, 19)}%）")
    return case.expect(row, row.actuals[year], "W")


@near("C03", plans=("seki_sap3", "kanuma"))
def number_with_its_date(case):
    row, year = case.answered(bare)
    case.put(row, row.actuals[year], f"{plain_text(row, year)} (R{year - 2018})")
    return case.lawful(row, row.actuals[year])


@fault("C04")
def full_width_digits(case):
    row, year = case.answered(lambda r, y: r.actual(y)["number"] >= 0)
    case.put(row, row.actuals[year], row.actual(year)["raw"].translate(WIDE))
    return case.expect(row, row.actuals[year], "I")


@near("C04", plans=("minami_alps", "seki_sap3"))
def full_width_words(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], "ＡＢ２案を検討")
    return case.lawful(row, row.actuals[year], "I")


@fault("C05", plans=("minami_alps", "shimotsuma", "kanuma", "seki_sap3"))
def triangle_before_a_count(case):
    row, year = case.answered(lambda r, y: not_negative(r, y) and r.actual(y)["unit"] != "%")
    case.put(row, row.actuals[year], case.one("▲△") + str(case.rng.randint(3, 9)))
    return case.expect(row, row.actuals[year], "W")


@fault("C05", plans=("seki_plan",))
def triangle_where_negatives_are_usual(case):
    row, year = case.answered(lambda r, y: r.baseline().get("number", 0) < 0)
    case.put(row, row.actuals[year], f"▲{case.rng.randint(101, 157)}人")
    return case.expect(row, row.actuals[year], "I")


@near("C05", plans=("seki_plan",))
def negative_number(case):
    row, year = case.answered(lambda r, y: r.baseline().get("number", 0) < 0)
    case.put(row, row.actuals[year], -case.rng.randint(101, 157), '0"人"')
    return case.lawful(row, row.actuals[year], "I")


# -- spaces and characters

@fault("C06", plans=("minami_alps", "seki_sap3"))
def spaced_department(case):
    form = case.form()
    cell = form.cells["department"]
    form.sheet.set(cell, case.one([" ", "　"]).join(form.measure["departments"][0]))
    return case.expect(form, cell, "W")


@fault("C06", plans=("minami_alps", "seki_sap3"))
def spaced_word(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], case.one(["実 施", "試\n行", "検　討"]))
    return case.expect(row, row.actuals[year], "W")


@near("C06")
def lines_of_a_text(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, "手続が多い。\n窓口が分かれている。")
    return case.lawful(form, cell)


@near("C06", plans=("minami_alps", "seki_sap3"))
def words_apart(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], "WEB研修 実施")
    return case.lawful(row, row.actuals[year])


@fault("C07")
def private_character(case):
    form = case.form()
    cell = form.cells["current_state"]
    character = case.one(["\ue000", "\uf8ff", "辻\U000e0100", "\ue321"])
    form.sheet.set(cell, f"担当の{character}が替わった。")
    return case.expect(form, cell, "W")


@near("C07")
def numbered_and_rare(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "①髙低差のある㈱跡地、Ⅲ期。")
    return case.lawful()


@fault("C09", plans=("kanuma",))
def mixed_wave_dashes(case):
    form = case.form()
    cells = [c for c in form.sheet.cells if split(c)[0] == 5
             and isinstance(form.sheet.get(c), str) and "～" in form.sheet.get(c)]
    cell = case.one(cells)
    if len(cells) < 2:
        form.sheet.set(form.cells["current_state"], "午前9時～正午に混む。")
        cells.append(form.cells["current_state"])
    form.sheet.set(cell, form.sheet.get(cell).replace("～", "〜"))
    return case.expect(form, cells, "W")


@fault("C09", plans=("minami_alps", "seki_sap3", "shimotsuma"))
def dash_for_a_long_vowel(case):
    form = case.form()
    cell = case.one(form.rows).cells["name"]
    form.sheet.set(cell, "センタ—の利用の状況")
    return case.expect(form, cell, "W")


@near("C09", plans=("kanuma",))
def one_wave_dash(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "午前9時～正午と午後3時～4時に混む。")
    return case.lawful()


@fault("C10")
def decomposed_or_compatible(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, case.one(["か\u3099", "\ufa19", "ハ\u309a", "\uf9d1"]) + "の案を示した。")
    return case.expect(form, cell, "W")


@near("C10")
def composed(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "神社のガイド、ＡＢＣ、㎡、ｶﾅ。")
    return case.lawful()


CP932 = ("--encoding", "cp932")


@fault("C08", options=CP932)
def not_in_the_encoding(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, f"広さは5{case.one(['m²', '—', '➤', '𠮷', '−'])}の所がある。")
    return case.expect(form, cell, "E")


@fault("C08", options=("--profile", "publish"))
def not_in_the_encoding_when_published(case):
    return not_in_the_encoding(case)


@near("C08", options=CP932)
def in_the_encoding(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, "髙さ①Ⅲ㈱～―㎡→。")
    return case.lawful(form, cell)


# -- errors and formulas

@fault("C11")
def error_value(case):
    row, year = case.answered()
    row.form.sheet.set_error(
        row.actuals[year], case.one(["#DIV/0!", "#REF!", "#N/A", "#VALUE!"]))
    return case.expect(row, row.actuals[year], "E")


@near("C11")
def not_yet_known(case):
    row, year = case.answered()
    case.put(row, row.actuals[year], "集計中")
    return case.lawful(row, row.actuals[year])


@fault("C12", plans=("minami_alps",))
def typed_over_a_formula(case):
    row, year = case.compared()
    cell = row.form.yearly["rate"][year]
    case.put(row, cell, round(row.actual(year)["number"] / row.target(year)["number"], 3))
    return case.expect(row, cell, "W")


@near("C12", plans=("minami_alps",))
def formula_left_alone(case):
    row, year = case.compared()
    return case.lawful(row, row.form.yearly["rate"][year])


@fault("C13", plans=("minami_alps",))
def other_formula(case):
    row, year = case.compared()
    cell = row.form.yearly["rate"][year]
    wrong = beside(row.targets[year], columns=1 if year < case.last else -1)
    rate = row.actual(year)["number"] / row.target(year)["number"]
    row.form.sheet.set_formula(cell, f"{row.actuals[year]}/{wrong}", rate)
    return case.expect(row, cell, "W")


@fault("C13")
def formula_in_an_entry_box(case):
    row, year = case.answered()
    cell = row.actuals[year]
    value = row.form.sheet.get(cell)
    row.form.sheet.set_formula(cell, f"{Decimal(str(value)) - 1}+1", value)
    return case.expect(row, cell, "W")


@near("C13", plans=("minami_alps",))
def formula_saved_again(case):
    row, year = case.compared()
    cell = row.form.yearly["rate"][year]
    formula = row.form.sheet.formula(cell)
    if formula is None:
        return case.lawful(row, cell)
    spaced = formula.replace(",", ", ") if case.rng.random() < 0.5 else formula
    row.form.sheet.set_formula(cell, spaced, row.form.sheet.get(cell))
    return case.lawful(row, cell)


@fault("C14", plans=("minami_alps", "seki_plan", "kanuma", "shimotsuma"))
def not_in_the_list(case):
    form = case.form()
    cell = form.yearly["next"][case.one(case.closed)]
    form.sheet.set(cell, case.one(["中止", "拡大", "継 続する"]))
    return case.expect(form, cell, "E")


@fault("C14", plans=("minami_alps",))
def longer_than_allowed(case):
    form = case.form()
    cell = form.yearly["reason"][case.one(case.closed)]
    form.sheet.set(cell, "周知が進み申請の数が増えた。" * case.rng.randint(15, 18))
    return case.expect(form, cell, "E")


@near("C14", plans=("minami_alps", "seki_plan", "kanuma", "shimotsuma"))
def in_the_list(case):
    form = case.form()
    cell = form.yearly["next"][case.one(case.closed)]
    form.sheet.set(cell, case.one(["継続", "見直し", "縮小"]))
    return case.lawful(form, cell)


# -- what is not seen

@fault("C15", plans=("minami_alps", "seki_plan", "kanuma", "shimotsuma"))
def hidden_column(case):
    form = case.form(lambda f: any(r.answered(case.closed) for r in f.rows))
    year = case.one(case.closed)
    number = split(form.headings[year])[0]
    columns = form.sheet.root.find(tag("cols"))
    for column in list(columns):
        low, high = int(column.get("min")), int(column.get("max"))
        if low <= number <= high:
            columns.remove(column)
            for n in range(low, high + 1):
                made = columns.makeelement(column.tag, dict(column.attrib, min=str(n), max=str(n)))
                if n == number:
                    made.set("hidden", "1")
                columns.append(made)
    columns[:] = sorted(columns, key=lambda c: int(c.get("min")))
    letters = column_letters(number)
    return case.expect(form, {letters + str(n) for n in range(1, form.bottom + 1)}, "I")


@fault("C15")
def hidden_row(case):
    row, year = case.answered()
    line = split(row.actuals[year])[1]
    row.form.sheet.row(line).set("hidden", "1")
    letters = [column_letters(n) for n in range(1, 13)]
    return case.expect(row, {f"{c}{line}" for c in letters}, "I")


@fault("C15")
def white_on_white(case):
    row, year = case.answered()
    cell = row.form.sheet.cell(row.actuals[year])
    font = case.book.new_font('<sz val="11"/><color rgb="FFFFFFFF"/><name val="ＭＳ ゴシック"/>')
    cell.set("s", case.book.new_style("0", fontId=font, applyFont="1"))
    return case.expect(row, row.actuals[year], "I")


def add_comment(case, form, cell, text):
    content = (f'<comments xmlns="{MAIN}"><authors><author/></authors><commentList>'
               f'<comment ref="{cell}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
               '</commentList></comments>')
    case.book.add_part("xl/comments9.xml", content,
                       "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                       form.sheet.part, OFFICE + "/comments")


@fault("C15")
def value_in_a_comment(case):
    row, year = case.answered()
    add_comment(case, row.form, row.actuals[year], f"確定値は{case.rng.randint(120, 990)}件です。")
    return case.expect(row, row.actuals[year], "I")


@near("C15")
def comment_in_words(case):
    row, year = case.answered()
    add_comment(case, row.form, row.actuals[year], "担当に確かめました。")
    return case.lawful(row, row.actuals[year], "I")


@near("C15")
def hidden_blank_row(case):
    form = case.forms[-1]
    form.sheet.row(form.bottom + 6).set("hidden", "1")
    return case.lawful(form, None, "I")


@fault("C16", plans=("minami_alps",))
def reason_cut_off(case):
    form = case.form()
    cell = form.yearly["reason"][case.one(case.closed)]
    form.sheet.set(cell, "窓口での案内を増やし、封筒と広報紙と市のサイトで知らせた。" * 5)
    return case.expect(form, cell, "W")


@fault("C16", plans=("minami_alps", "seki_sap3"))
def text_in_a_low_row(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], "関係する課と協議を重ね、実施の時期と方法を定めた要領の案を作り、検討")
    return case.expect(row, row.actuals[year], "W")


@near("C16")
def short_text(case):
    form = case.form()
    if "reason" in form.yearly:
        form.sheet.set(form.yearly["reason"][case.closed[0]], "周知が進んだ。")
    return case.lawful()


# -- nearly numbers

@fault("C18", plans=NUMBERS)
def nearly_a_number(case):
    row, year = case.answered()
    text = case.one(["1,23", "12.3.4", "3/5施設", "1,2345", "98..5"])
    case.put(row, row.actuals[year], text)
    return case.expect(row, row.actuals[year], "W")


@near("C18", plans=("minami_alps", "seki_sap3"))
def months_and_words(case):
    row, year = case.worded()
    case.put(row, row.actuals[year], case.one(["7～8月実施", "第2期を検討", "3月に実施"]))
    return case.lawful(row, row.actuals[year])
