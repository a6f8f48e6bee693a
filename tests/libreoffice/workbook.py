"""Small .xlsx files with formulas and the values that a program stored for them; stdlib only."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from xml.sax.saxutils import escape

from notation import Error

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# No case expects it: what a formula shows before it is calculated anew.
STORED = -987654321.5


def column_name(column):
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def cell_name(row, column):
    return f"{column_name(column)}{row + 1}"


class Sheet:
    def __init__(self, name):
        self.name = name
        self.cells = {}  # (row, column) -> XML

    def put(self, row, column, value):
        """A value as it is; None leaves the cell empty."""
        at = cell_name(row, column)
        if value is None or value == "":
            return
        if isinstance(value, Error):
            cell = f'<c r="{at}" t="e"><v>{value.name}</v></c>'
        elif isinstance(value, str):
            text = escape(value)
            cell = f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        else:
            cell = f'<c r="{at}"><v>{value!r}</v></c>'
        self.cells[row, column] = cell

    def put_formula(self, row, column, formula, size=None):
        """With the stored value. A size (rows, columns) makes it an array formula."""
        rows, columns = size or (1, 1)
        for r in range(row, row + rows):
            for c in range(column, column + columns):
                self.cells[r, c] = f'<c r="{cell_name(r, c)}"><v>{STORED!r}</v></c>'
        at = cell_name(row, column)
        kind = ""
        if size is not None:
            kind = f' t="array" ref="{at}:{cell_name(row + rows - 1, column + columns - 1)}"'
        self.cells[row, column] = (
            f'<c r="{at}"><f{kind}>{escape(formula)}</f><v>{STORED!r}</v></c>')

    def xml(self):
        parts = [f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetData>']
        open_row = None
        for row, column in sorted(self.cells):
            if row != open_row:
                parts.append("" if open_row is None else "</row>")
                parts.append(f'<row r="{row + 1}">')
                open_row = row
            parts.append(self.cells[row, column])
        parts.append("" if open_row is None else "</row>")
        parts.append("</sheetData></worksheet>")
        return "".join(parts)


def write(path, sheets):
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{KIND}.worksheet+xml"/>'
                  for n in numbers) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>'
        + "".join(f'<sheet name="{sheet.name}" sheetId="{n}" r:id="r{n}"/>'
                  for n, sheet in zip(numbers, sheets)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="r{n}" Type="{DOCUMENT}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                  for n in numbers) + "</Relationships>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, DECLARATION + text)
        for n, sheet in zip(numbers, sheets):
            package.writestr(f"xl/worksheets/sheet{n}.xml", sheet.xml())


def position(name):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def read_values(path):
    """(row, column) -> the stored value of each cell of the first sheet: float, str, bool, Error."""
    with zipfile.ZipFile(path) as package:
        shared = []
        if "xl/sharedStrings.xml" in package.namelist():
            root = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
            shared = ["".join(t.text or "" for t in item.iter(f"{{{MAIN}}}t"))
                      for item in root.iter(f"{{{MAIN}}}si")]
        root = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    values = {}
    for cell in root.iter(f"{{{MAIN}}}c"):
        value = cell.find(f"{{{MAIN}}}v")
        if value is None:
            continue
        text, kind = value.text or "", cell.get("t", "n")
        if kind == "n":
            values[position(cell.get("r"))] = float(text)
        elif kind == "b":
            values[position(cell.get("r"))] = text == "1"
        elif kind == "e":
            values[position(cell.get("r"))] = Error(text)
        else:
            values[position(cell.get("r"))] = shared[int(text)] if kind == "s" else text
    return values
