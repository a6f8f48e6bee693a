"""F11 to F13: damage, limits, damaged cells."""

import io
import zipfile

from book import split, tag
from cases import fault, near
from faults_files import copied

@fault("F11")
def cut_short(case):
    content = case.book.bytes()
    case.raw = content[:len(content) * case.rng.randint(40, 90) // 100]
    return case.expect(None, None, "E")


@fault("F11")
def part_not_well_formed(case):
    part = case.form().sheet.part
    case.raw = rewritten(case, part, lambda text: text[:len(text) * 2 // 3])
    return case.expect(None, None, "E")


@fault("F11")
def rows_out_of_order(case):
    data = case.form().sheet.data
    data[:] = [data[1], data[0], *data[2:]]
    return case.expect(None, None, "E")


def rewritten(case, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(case.book.bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


@near("F11")
def unknown_part(case):
    case.book.add_part("xl/extra/note.xml", "<note/>", "application/xml")
    return case.lawful()


@fault("F12", options=("--limit-cells", "30"))
def more_cells_than_the_limit(case):
    return case.expect(None, None, "E")


@fault("F12")
def more_characters_than_a_cell_holds(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "あ" * 32768)
    return case.expect(None, None, "E")


@near("F12", options=("--limit-cells", "30000"))
def cells_within_the_limit(case):
    return case.lawful()


@fault("F13")
def text_number_out_of_range(case):
    row, year = case.answered()
    cell = row.form.sheet.cell(row.actuals[year])
    cell.set("t", "s")
    cell.find(tag("v")).text = str(case.one([9999, -1]))
    return case.expect(row, row.actuals[year], "E")


@fault("F13")
def number_that_is_none(case):
    row, year = case.answered()
    row.form.sheet.cell(row.actuals[year]).find(tag("v")).text = case.one(["1e999", "12,3", "NaN"])
    return case.expect(row, row.actuals[year], "E")


@fault("F13")
def two_cells_at_one_place(case):
    row, year = case.answered()
    cell = row.form.sheet.cell(row.actuals[year])
    line = row.form.sheet.row(split(row.actuals[year])[1])
    line.insert(list(line).index(cell), copied(cell))
    return case.expect(row, row.actuals[year], "W")


@near("F13")
def number_with_an_exponent(case):
    row, year = case.answered()
    value = row.form.sheet.cell(row.actuals[year]).find(tag("v"))
    value.text = f"{float(value.text):.17g}"
    return case.lawful(row, row.actuals[year])
