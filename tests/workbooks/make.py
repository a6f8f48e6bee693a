#!/usr/bin/python3
"""Makes the small real workbooks: one form, written by openpyxl, XlsxWriter and LibreOffice.

    /usr/bin/python3 tests/workbooks/make.py     needs python3-openpyxl, python3-xlsxwriter, soffice

Beside each NAME.xlsx stands NAME.tsv with what openpyxl reads in it: sheet, cell, type, value. The
reader is held against these tables, so they are not made by it.
"""

import datetime
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

HERE = pathlib.Path(__file__).parent
ROWS = [
    ["基本方針", "１　健全な財政運営", None, None],
    ["項目", "市税収納率の向上", None, None],
    ["年度", "令和８年度", "令和９年度", "計"],
    ["目標値", 0.986, 0.987, None],
    ["実績値", 0.9855, "集計中", None],
    ["件数", 12, 1200, "=SUM(B6:C6)"],
    ["基準日", datetime.date(2027, 5, 31), " 前後の空白 ", "改行\nあり"],
    ["記号", "①Ⅲ㈱～〜−", "𠮷野家", "<&\"'>"],
    ["判定", True, False, "=B4>B5"],
    ["率", "=1/0", -0.5, 1e-7],
]
FORMATS = {"B4": "0.00%", "C4": "0.00%", "B5": "0.00%", "B6": '#,##0"件"', "C6": '#,##0"件"',
           "B7": '[$-411]ggge"年"m"月"d"日"'}


def by_openpyxl(path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "評価シート"
    for row in ROWS:
        page.append(row)
    for place, code in FORMATS.items():
        page[place].number_format = code
    page["B5"].protection = Protection(locked=False)
    page.merge_cells("B1:D1")
    page.merge_cells("B2:D2")
    page.row_dimensions[10].hidden = True
    page.column_dimensions["D"].hidden = True
    page.protection.sheet = True
    grades = DataValidation(type="list", formula1='"Ａ,Ｂ,Ｃ,Ｄ"', allow_blank=True)
    grades.add("B9")
    page.add_data_validation(grades)
    book.create_sheet("一覧").sheet_state = "hidden"
    book.defined_names.append(DefinedName("年度", attr_text="評価シート!$B$3"))
    book.properties.title = "進行管理"
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("評価シート")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            place = f"{'ABCD'[c]}{r + 1}"
            style = book.add_format({"num_format": FORMATS[place]}) if place in FORMATS else None
            if isinstance(value, datetime.date):
                page.write_datetime(r, c, datetime.datetime(value.year, value.month, value.day), style)
            elif value == "=SUM(B6:C6)":
                page.write_formula(r, c, value, style, 1212)
            elif value == "=1/0":
                page.write_formula(r, c, value, style, "#DIV/0!")
            elif value == "=B4>B5":
                page.write_formula(r, c, value, style, True)
            elif value is not None:
                page.write(r, c, value, style)
    page.write_rich_string("D4", book.add_format({"bold": True}), "太字", "と細字")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=評価シート!$B$6:$C$6"})
    book.add_chartsheet("グラフ").set_chart(chart)
    book.set_properties({"title": "進行管理"})
    book.set_custom_property("様式", "評価シート")
    book.close()


def by_libreoffice(source, path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder + "/out",
                        str(source)], check=True, stdout=subprocess.DEVNULL)
        path.write_bytes(pathlib.Path(folder, "out", source.name).read_bytes())


def table(path):
    book = openpyxl.load_workbook(path, data_only=True)
    rows = []
    for page in book.worksheets:
        for cell in (c for row in page.iter_rows() for c in row if c.value is not None):
            value = cell.value
            if isinstance(value, datetime.datetime):
                value = (value - datetime.datetime(1899, 12, 30)).days
            kind = {"b": "boolean", "e": "error", "s": "text"}.get(cell.data_type, "number")
            shown = str(value).replace("\\", "\\\\").replace("\n", "\\n")
            rows.append(f"{page.title}\t{cell.coordinate}\t{kind}\t{shown}\n")
    path.with_suffix(".tsv").write_text("".join(rows), "utf-8")


def main():
    files = [HERE / f"{name}.xlsx" for name in ("openpyxl", "xlsxwriter", "libreoffice")]
    by_openpyxl(files[0])
    by_xlsxwriter(files[1])
    by_libreoffice(files[0], files[2])
    for file in files:
        table(file)


if __name__ == "__main__":
    sys.exit(main())
