"""F: the file, its parts, its sheets."""

import struct
import zipfile

from book import MAIN, OFFICE, PACKAGE, join, split, tag
from cases import fault, near

SHEETED = ("minami_alps", "seki_plan", "kanuma", "shimotsuma")


# -- F01, F02: what is no workbook

@fault("F01")
def pdf_by_the_name_of_a_workbook(case):
    case.raw = (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
                b"trailer\n<< /Root 1 0 R >>\n%%EOF\n")
    return case.expect(None, None, "E")


@fault("F01")
def old_excel(case):
    case.raw = compound_file(["Workbook", "\x05SummaryInformation"])
    return case.expect(None, None, "E")


@fault("F01")
def web_page_by_the_name_of_a_workbook(case):
    case.raw = "<html><body><table><tr><td>実績値</td></tr></table></body></html>".encode()
    return case.expect(None, None, "E")


@near("F01")
def parts_stored_unpacked(case):
    case.raw = case.book.bytes(zipfile.ZIP_STORED)
    return case.lawful()


def compound_file(streams):
    """A compound file (OLE2) with empty streams of these names."""
    sector = 512
    header = struct.pack("<8s16sHHHHHHIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3e,
                         3, 0xfffe, 9, 6, 0, 0, 0, 1, 1, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0)
    header += struct.pack("<I", 0) + b"\xff" * (sector - len(header) - 4)
    table = struct.pack("<II", 0xfffffffd, 0xfffffffe).ljust(sector, b"\xff")
    entries = directory_entry("Root Entry", 5, 1)
    for number, name in enumerate(streams, 1):
        entries += directory_entry(name, 2, None, number + 1 if number < len(streams) else None)
    return header + table + entries.ljust(sector, b"\0")


def directory_entry(name, kind, child, right=None):
    text = name.encode("utf-16-le")
    none = 0xffffffff
    return struct.pack("<64sHBBIII16sIQQIQ", text, len(text) + 2, kind, 1, none,
                       none if right is None else right, none if child is None else child,
                       b"", 0, 0, 0, 0xfffffffe, 0)


@fault("F02")
def encrypted(case):
    case.raw = compound_file(["EncryptedPackage", "EncryptionInfo"])
    return case.expect(None, None, "E")


@near("F02")
def sheet_protected_only(case):
    for form in case.forms:
        form.sheet.element("sheetProtection").set("password", "CC1A")
    return case.lawful()


# -- F03: macros and links

@fault("F03")
def macros(case):
    case.book.add_part("xl/vbaProject.bin", compound_file(["VBA", "PROJECT"]),
                       "application/vnd.ms-office.vbaProject", "xl/workbook.xml",
                       "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    case.book.replace("[Content_Types].xml",
                      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                      "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    case.file = "提出.xlsm"
    return case.expect(None, None, "W")


LINKS = {
    "externalBook": '<externalBook xmlns:r="' + OFFICE + '" r:id="rId1"><sheetNames>'
                    '<sheetName val="集計"/></sheetNames></externalBook>',
    "ddeLink": '<ddeLink ddeService="Excel" ddeTopic="集計.xls"/>',
}


@fault("F03")
def external_link(case):
    kind = case.one(sorted(LINKS))
    part = "xl/externalLinks/externalLink1.xml"
    number = case.book.add_part(
        part, f'<externalLink xmlns="{MAIN}">{LINKS[kind]}</externalLink>',
        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
        "xl/workbook.xml", OFFICE + "/externalLink")
    if kind == "externalBook":
        case.book.parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/externalLink'
            'Path" Target="file:///C:/集計.xlsx" TargetMode="External"/></Relationships>').encode()
    references = case.book.workbook.makeelement(tag("externalReferences"), {})
    reference = references.makeelement(tag("externalReference"), {f"{{{OFFICE}}}id": number})
    references.append(reference)
    sheets = list(case.book.workbook).index(case.book.workbook.find(tag("sheets")))
    case.book.workbook.insert(sheets + 1, references)
    return case.expect(None, None, "W")


@near("F03")
def link_to_a_page(case):
    form = case.form()
    number = case.book.relate(form.sheet.part, OFFICE + "/hyperlink", "https://example.jp/",
                              "External")
    links = form.sheet.element("hyperlinks")
    links.append(links.makeelement(tag("hyperlink"), {
        "ref": form.cells["current_state"], f"{{{OFFICE}}}id": number}))
    return case.lawful()


# -- F04, F05: sheets

@fault("F04", plans=SHEETED, count=2)
def sheet_deleted(case):
    form = case.form()
    case.book.delete_sheet(form.sheet.name)
    return case.expect(None, None, "E")


@fault("F04", plans=SHEETED)
def sheet_renamed(case):
    form = case.form()
    name = case.one(["修正版", "提出用", "Sheet1 (2)"])
    case.book.rename_sheet(form.sheet.name, name)
    return case.expect(name, None, "W")


@fault("F04")
def sheet_added(case):
    name = case.one(["メモ", "作業用"])
    case.book.add_sheet(name, [["確認すること"], ["5月に財政課と打合せ"], ["資料を集める"]])
    return case.expect(name, None, "W")


@fault("F04")
def hidden_sheet_added(case):
    case.book.add_sheet("旧データ", [["前年の控え", 120], ["その前", 118]])
    case.book.hide_sheet("旧データ", case.one(["hidden", "veryHidden"]))
    return case.expect("旧データ", None, "W")


@near("F04")
def list_of_choices(case):
    case.book.add_sheet("リスト", [["評価"], ["A"], ["B"], ["C"], ["D"]])
    return case.lawful()


@near("F04", plans=("minami_alps",))
def sheet_that_the_program_added(case):
    form = case.form()
    form.sheet.set(form.yearly["grade"][case.first], "E")
    case.book.save(case.folder / case.file)
    case.plans.run("check", case.folder / case.file, "--return", case.folder / "back",
                   "-o", case.folder / "findings.txt")
    case.raw = next((case.folder / "back").glob("**/*.xlsx")).read_bytes()
    return case.lawful()


@near("F04")
def all_sheets_there(case):
    return case.lawful()


@fault("F05", plans=SHEETED, count=2)
def two_measures_on_a_sheet(case):
    first, second = case.forms[:2]
    below = first.bottom + 3
    by = below - 1
    for cell, element in list(second.sheet.cells.items()):
        value = second.sheet.get(cell)
        column, row = split(cell)
        if value is not None:
            first.sheet.set(join(column, row + by), value)
            first.sheet.cell(join(column, row + by)).set("s", element.get("s", "0"))
    case.book.delete_sheet(second.sheet.name)
    return case.expect(first.sheet.name, None, "I")


@fault("F05", plans=("minami_alps",))
def measure_split_over_sheets(case):
    form = case.form()
    second = case.book.copy_sheet(form.sheet.name, form.sheet.name + "(2)")
    middle, half = form.line("現状"), form.line("年度")
    for _ in range(form.bottom - half + 1):
        form.sheet.delete_row(half)
    for _ in range(half - middle):
        second.delete_row(middle)
    return case.expect([form, second.name], None, "W")


@near("F05", plans=("seki_sap3",), count=2)
def stacked_by_the_layout(case):
    return case.lawful()


# -- F06, F07: the template

def plan_property(case, change):
    part = "docProps/custom.xml"
    text = case.book.parts[part].decode("utf-8")
    case.book.parts[part] = change(text).encode("utf-8")


@fault("F06")
def id_of_another_template(case):
    layout = case.plan["plan"]["layout"]
    plan_property(case, lambda text: text.replace(f"|{layout}|", f"|{layout}_2015|"))
    return case.expect(None, None, "E")


@fault("F06")
def id_of_another_plan(case):
    case.mastered()
    own = case.plan["plan"]["id"]
    plan_property(case, lambda text: text.replace(f">{own}|", ">other-city-plan-3|"))
    return case.expect(None, None, "E")


@fault("F06")
def id_of_the_template_lost(case):
    plan_property(case, lambda text: text.split("<property")[0] + "</Properties>")
    return case.expect(None, None, "I")


@near("F06")
def id_of_the_template_kept(case):
    plan_property(case, lambda text: text.replace('pid="2"', 'pid="7"', 1))
    return case.lawful(threshold="I")


@fault("F07")
def row_inserted(case):
    form = case.form()
    label = case.one(sorted(form.labels)[1:])
    line = split(form.labels[label])[1]
    if line <= form.top or form.sheet.merge_of(join(1, line)) and \
            not form.sheet.merge_of(join(1, line)).startswith(join(1, line)):
        line = form.bottom
    form.sheet.insert_row(line)
    return case.expect(form, None, "I")


OPTIONAL = ("今後の方向性", "評価の理由", "進捗状況", "関連計画")


@fault("F07", plans=("minami_alps", "seki_sap3", "seki_plan"))
def optional_row_absent(case):
    form = case.form()
    label = case.one([w for w in OPTIONAL if w in form.labels])
    form.sheet.delete_row(split(form.labels[label])[1])
    return case.expect(form, None, "I")


REQUIRED = {"minami_alps": "related_plans", "seki_sap3": "actions"}


@fault("F07")
def required_row_deleted(case):
    form = case.form()
    key = REQUIRED.get(form.layout, "current_state")
    form.sheet.delete_row(split(form.cells[key])[1])
    return case.expect(form, None, "W")


@near("F07")
def text_in_two_lines(case):
    form = case.form()
    form.sheet.set(form.cells["current_state"], "手続が多い。\n窓口が分かれている。")
    return case.lawful(form)


# -- F08: twice

def second_file(case, change):
    """The same measures again in a second file; `change` alters the second one."""
    case.file = "1回目.xlsx"
    first = case.book.bytes()
    change()
    case.others["2回目.xlsx"] = case.book.bytes()
    case.raw = first


@fault("F08")
def measure_twice_with_other_figures(case):
    row, year = case.answered(lambda r, y: r.actual(y)["number"] > 5)
    value = row.actual(year)["stored"]
    second_file(case, lambda: case.put(row, row.actuals[year], value * 0.96))
    return case.expect(row, title_cells(row.form), "E")


@fault("F08")
def measure_twice_with_other_words(case):
    form = case.form()
    second_file(case, lambda: form.sheet.set(form.cells["current_state"], "窓口が混む日がある。"))
    return case.expect(form, title_cells(form), "W")


@fault("F08", plans=SHEETED)
def measure_twice_in_a_file(case):
    row, year = case.answered(lambda r, y: r.actual(y)["number"] > 5)
    copy = case.book.copy_sheet(row.form.sheet.name, row.form.sheet.name + " (2)")
    copy.set(row.actuals[year], row.actual(year)["stored"] * 0.96)
    return case.expect(copy.name, title_cells(row.form), "E")


def title_cells(form):
    return {form.cells["title"], form.cells.get("number", form.cells["title"])}


@near("F08", count=2, plans=SHEETED)
def two_files_of_two_measures(case):
    first, second = case.forms[0].sheet.name, [f.sheet.name for f in case.forms[1:]]
    whole = dict(case.book.parts), dict(case.book.sheets)
    case.others["2回目.xlsx"] = without_sheets(case, second)
    case.book.parts, case.book.sheets = whole
    case.raw = None
    case.book.delete_sheet(first)
    case.file = "1回目.xlsx"
    return case.lawful()


def without_sheets(case, names):
    """The book's bytes without these sheets; the book itself is left as it was."""
    workbook = case.book.workbook
    case.book.workbook = workbook.makeelement(workbook.tag, dict(workbook.attrib))
    case.book.workbook.extend(copied(child) for child in workbook)
    for name in names:
        case.book.delete_sheet(name)
    content = case.book.bytes()
    case.book.workbook = workbook
    return content


def copied(element):
    made = element.makeelement(element.tag, dict(element.attrib))
    made.text, made.tail = element.text, element.tail
    made.extend(copied(child) for child in element)
    return made


# -- F09, F10: who saved it

@fault("F09")
def saved_by_another_program(case):
    program = case.one(["LibreOffice/7.4$Linux_X86_64", "WPS 表格", "Google Sheets"])
    case.book.replace("docProps/app.xml", "Microsoft Excel", program)
    return case.expect(None, None, "I")


DATES = ("--distributed", "2027-04-05", "--deadline", "2027-05-20")


def saved_on(case, date):
    case.book.replace("docProps/core.xml", ">2026-01-01T00:00:00Z</dcterms:modified>",
                      f">{date}T03:00:00Z</dcterms:modified>")


@fault("F09", options=DATES)
def saved_too_early_or_late(case):
    saved_on(case, case.one(["2026-12-11", "2027-04-01", "2027-05-28", "2027-08-02"]))
    return case.expect(None, None, "W")


@near("F09", options=DATES)
def saved_in_time(case):
    saved_on(case, case.one(["2027-04-06", "2027-05-19"]))
    return case.lawful()


@near("F09", options=DATES[:2])
def saved_with_no_deadline_given(case):
    saved_on(case, "2026-12-11")
    return case.lawful()


@near("F09")
def saved_by_another_excel(case):
    case.book.replace("docProps/app.xml", "Microsoft Excel",
                      case.one(["Microsoft Excel Online", "Microsoft Macintosh Excel"]))
    case.book.replace("docProps/app.xml", "12.0000", "16.0300")
    return case.lawful(threshold="I")


@fault("F10", plans=("minami_alps",))
def formula_without_its_value(case):
    row, year = case.compared()
    cell = row.form.sheet.cells[row.form.yearly["rate"][year]]
    cell.remove(cell.find(tag("v")))
    cell.attrib.pop("t", None)
    return case.expect(None, None, "I")


@fault("F10", plans=("minami_alps",))
def values_to_be_computed_on_load(case):
    case.book.workbook.find(tag("calcPr")).set("fullCalcOnLoad", "1")
    return case.expect(None, None, "I")


@near("F10", plans=SHEETED)
def values_computed(case):
    return case.lawful(threshold="I")
