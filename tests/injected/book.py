"""A workbook as its parts, changed as little as a clerk or another program would change it.

openpyxl writes a workbook anew: custom properties, hidden names and the marks of the program that
saved it do not survive that. So the cells are edited in the XML of the sheet and every other part
stays byte for byte.
"""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
ET.register_namespace("", MAIN)
ET.register_namespace("r", OFFICE)

REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]+)")
STAMP = (2026, 4, 1, 0, 0, 0)
# What comes after an element in a worksheet, as far as this test adds elements.
AFTER_DATA = ["sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
              "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
              "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
              "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
              "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
              "legacyDrawing"]


def tag(name):
    return f"{{{MAIN}}}{name}"


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def split(reference):
    """B12 -> (2, 12)."""
    found = REFERENCE.fullmatch(reference)
    return column_number(found[2]), int(found[4])


def join(column, row):
    return f"{column_letters(column)}{row}"


def beside(reference, columns=0, rows=0):
    column, row = split(reference)
    return join(column + columns, row + rows)


def corners(area):
    first, _, last = area.partition(":")
    return split(first), split(last or first)


def serialised(root):
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + ET.tostring(root)


class Strings:
    """The shared strings; new ones are added at the end."""

    def __init__(self, xml):
        self.root = ET.fromstring(xml)
        self.texts = ["".join(t.text or "" for t in item.iter(tag("t"))) for item in self.root]
        self.places = {text: place for place, text in enumerate(self.texts)}

    def place(self, text):
        if text not in self.places:
            item = ET.SubElement(self.root, tag("si"))
            ET.SubElement(item, tag("t"), {"{http://www.w3.org/XML/1998/namespace}space":
                                           "preserve"}).text = text
            self.places[text] = len(self.texts)
            self.texts.append(text)
        return self.places[text]

    def xml(self):
        self.root.set("uniqueCount", str(len(self.texts)))
        return serialised(self.root)


class Sheet:
    def __init__(self, book, name, part):
        self.book, self.name, self.part = book, name, part
        self.root = ET.fromstring(book.parts[part])
        self.data = self.root.find(tag("sheetData"))
        self.cells = {c.get("r"): c for c in self.data.iter(tag("c"))}

    # -- cells

    def get(self, reference):
        """A text, a float or None."""
        cell = self.cells.get(reference)
        value = None if cell is None else cell.find(tag("v"))
        if value is None or value.text is None:
            return None
        kind = cell.get("t")
        if kind == "s":
            return self.book.strings.texts[int(value.text)]
        return value.text if kind in ("str", "e") else float(value.text)

    def row(self, number):
        for row in self.data:
            if int(row.get("r")) == number:
                return row
        row = ET.Element(tag("row"), {"r": str(number)})
        where = sum(int(other.get("r")) < number for other in self.data)
        self.data.insert(where, row)
        return row

    def cell(self, reference):
        if reference not in self.cells:
            column, number = split(reference)
            row = self.row(number)
            cell = ET.Element(tag("c"), {"r": reference})
            row.insert(sum(split(c.get("r"))[0] < column for c in row), cell)
            row.attrib.pop("spans", None)
            self.cells[reference] = cell
        return self.cells[reference]

    def clear(self, reference):
        cell = self.cell(reference)
        cell.attrib.pop("t", None)
        for child in list(cell):
            cell.remove(child)
        return cell

    def set(self, reference, value, number_format=None):
        """A text or a number, in the cell's style or in one with another number format."""
        cell = self.clear(reference)
        if value is None:
            return
        if isinstance(value, str):
            cell.set("t", "s")
            value = self.book.strings.place(value)
        ET.SubElement(cell, tag("v")).text = str(value)
        if number_format is not None:
            cell.set("s", self.book.styled(cell.get("s", "0"), number_format))

    def set_error(self, reference, code):
        cell = self.clear(reference)
        cell.set("t", "e")
        ET.SubElement(cell, tag("v")).text = code

    def set_formula(self, reference, formula, cached):
        cell = self.clear(reference)
        ET.SubElement(cell, tag("f")).text = formula
        if cached is not None:
            ET.SubElement(cell, tag("v")).text = str(cached)

    def formula(self, reference):
        found = self.cells[reference].find(tag("f")) if reference in self.cells else None
        return None if found is None else found.text

    def filled(self):
        return [r for r in self.cells if self.get(r) is not None]

    # -- structure

    def element(self, name):
        """The element of that name, made in its place where it is absent."""
        found = self.root.find(tag(name))
        if found is None:
            found = ET.Element(tag(name))
            after = {tag(n) for n in AFTER_DATA[AFTER_DATA.index(name):]}
            where = next((i for i, child in enumerate(self.root) if child.tag in after),
                         len(self.root))
            self.root.insert(where, found)
        return found

    def merges(self):
        found = self.root.find(tag("mergeCells"))
        return [] if found is None else [m.get("ref") for m in found]

    def set_merges(self, areas):
        found = self.element("mergeCells")
        found[:] = [ET.Element(tag("mergeCell"), {"ref": area}) for area in areas]
        found.set("count", str(len(areas)))
        if not areas:
            self.root.remove(found)

    def merge_of(self, reference):
        column, row = split(reference)
        for area in self.merges():
            (left, top), (right, bottom) = corners(area)
            if left <= column <= right and top <= row <= bottom:
                return area
        return None

    def unmerge(self, reference):
        area = self.merge_of(reference)
        self.set_merges([m for m in self.merges() if m != area])
        return area

    def shift(self, first, by):
        """Moves everything from row `first` on; the references to it follow."""
        def moved(found):
            row = int(found[4])
            return f"{found[1]}{found[2]}{found[3]}{row + by if row >= first else row}"

        for row in self.data:
            if int(row.get("r")) >= first:
                row.set("r", str(int(row.get("r")) + by))
        self.set_merges([REFERENCE.sub(moved, m) for m in self.merges()])
        for element in self.root.iter():
            for key in ("sqref", "ref"):
                if key in element.attrib and element.tag != tag("mergeCell"):
                    element.set(key, REFERENCE.sub(moved, element.get(key)))
            if element.tag == tag("f") and element.text:
                element.text = REFERENCE.sub(moved, element.text)
        for cell in self.data.iter(tag("c")):
            cell.set("r", REFERENCE.sub(moved, cell.get("r")))
        self.cells = {c.get("r"): c for c in self.data.iter(tag("c"))}
        self.book.shift_names(self.name, moved)

    def insert_row(self, at):
        self.shift(at, 1)

    def delete_row(self, at):
        kept = [m for m in self.merges() if not corners(m)[0][1] == at == corners(m)[1][1]]
        self.set_merges(kept)
        for row in list(self.data):
            if int(row.get("r")) == at:
                self.data.remove(row)
        self.shift(at + 1, -1)

    def xml(self):
        dimension = self.root.find(tag("dimension"))
        if dimension is not None:
            self.root.remove(dimension)
        return serialised(self.root)


class Book:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.strings = Strings(self.parts["xl/sharedStrings.xml"])
        self.workbook = ET.fromstring(self.parts["xl/workbook.xml"])
        self.styles = ET.fromstring(self.parts["xl/styles.xml"])
        self.made_styles = {}
        targets = {r.get("Id"): r.get("Target")
                   for r in ET.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        self.sheets = {s.get("name"): Sheet(self, s.get("name"),
                                            "xl/" + targets[s.get(f"{{{OFFICE}}}id")])
                       for s in self.workbook.find(tag("sheets"))}

    # -- parts

    def add_part(self, name, content, kind, source=None, relation=None):
        """A part with its content type, related to `source`; returns the relation's id."""
        self.parts[name] = content if isinstance(content, bytes) else content.encode("utf-8")
        types = self.parts["[Content_Types].xml"].decode("utf-8")
        self.parts["[Content_Types].xml"] = types.replace(
            "</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        ).encode("utf-8")
        return self.relate(source, relation, "/" + name) if source else None

    def relate(self, source, relation, target, mode=""):
        folder, _, file = source.rpartition("/")
        part = f"{folder}/_rels/{file}.rels"
        old = self.parts.get(part, f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships '
                             f'xmlns="{PACKAGE}"></Relationships>'.encode()).decode("utf-8")
        number = f"rIdX{len(self.parts)}{old.count('<Relationship ')}"
        mode = f' TargetMode="{mode}"' if mode else ""
        entry = f'<Relationship Id="{number}" Type="{relation}" Target="{target}"{mode}/>'
        self.parts[part] = old.replace("</Relationships>", entry + "</Relationships>").encode()
        return number

    def replace(self, part, old, new):
        text = self.parts[part].decode("utf-8")
        assert old in text, (part, old)
        self.parts[part] = text.replace(old, new).encode("utf-8")

    # -- sheets and names

    def names(self):
        found = self.workbook.find(tag("definedNames"))
        return [] if found is None else list(found)

    def remove_names(self, condition):
        for name in self.names():
            if condition(name):
                self.workbook.find(tag("definedNames")).remove(name)
        found = self.workbook.find(tag("definedNames"))
        if found is not None and not len(found):
            self.workbook.remove(found)

    def shift_names(self, sheet, moved):
        for name in self.names():
            owner, _, area = name.text.rpartition("!")
            if owner.strip("'") == sheet:
                name.text = owner + "!" + REFERENCE.sub(moved, area)

    def rename_sheet(self, old, new):
        for entry in self.workbook.find(tag("sheets")):
            if entry.get("name") == old:
                entry.set("name", new)
        for name in self.names():
            owner, _, area = name.text.rpartition("!")
            if owner.strip("'") == old:
                name.text = f"'{new}'!{area}"
        self.sheets[new] = self.sheets.pop(old)
        self.sheets[new].name = new

    def hide_sheet(self, name, state="hidden"):
        for entry in self.workbook.find(tag("sheets")):
            if entry.get("name") == name:
                entry.set("state", state)

    def delete_sheet(self, name):
        sheets = self.workbook.find(tag("sheets"))
        place = [entry.get("name") for entry in sheets].index(name)
        sheets.remove(sheets[place])
        self.remove_names(lambda n: n.get("localSheetId") == str(place))
        for entry in self.names():
            local = entry.get("localSheetId")
            if local and int(local) > place:
                entry.set("localSheetId", str(int(local) - 1))
        self.parts.pop(self.sheets.pop(name).part)

    def add_sheet(self, name, rows=()):
        part = f"xl/worksheets/added{len(self.sheets)}.xml"
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
        number = self.add_part(part, f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>', kind,
                               "xl/workbook.xml", OFFICE + "/worksheet")
        ET.SubElement(self.workbook.find(tag("sheets")), tag("sheet"),
                      {"name": name, "sheetId": str(90 + len(self.sheets)),
                       f"{{{OFFICE}}}id": number})
        sheet = self.sheets[name] = Sheet(self, name, part)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value is not None:
                    sheet.set(join(c, r), value)
        return sheet

    def copy_sheet(self, old, new):
        sheet = self.add_sheet(new)
        sheet.root = ET.fromstring(self.sheets[old].xml())
        sheet.data = sheet.root.find(tag("sheetData"))
        sheet.cells = {c.get("r"): c for c in sheet.data.iter(tag("c"))}
        return sheet

    # -- styles

    def styled(self, style, number_format):
        """The style with another number format."""
        key = (style, number_format)
        if key not in self.made_styles:
            formats = self.styles.find(tag("numFmts"))
            if formats is None:
                formats = ET.Element(tag("numFmts"))
                self.styles.insert(0, formats)
            number = 300 + len(self.made_styles)
            ET.SubElement(formats, tag("numFmt"),
                          {"numFmtId": str(number), "formatCode": number_format})
            formats.set("count", str(len(formats)))
            self.made_styles[key] = self.new_style(style, numFmtId=str(number),
                                                   applyNumberFormat="1")
        return self.made_styles[key]

    def new_style(self, style, **changes):
        cells = self.styles.find(tag("cellXfs"))
        made = ET.fromstring(ET.tostring(cells[int(style)]))
        made.attrib.update(changes)
        cells.append(made)
        cells.set("count", str(len(cells)))
        return str(len(cells) - 1)

    def new_font(self, xml):
        fonts = self.styles.find(tag("fonts"))
        fonts.append(ET.fromstring(f'<font xmlns="{MAIN}">{xml}</font>'))
        fonts.set("count", str(len(fonts)))
        return str(len(fonts) - 1)

    # -- writing

    def bytes(self, compression=zipfile.ZIP_DEFLATED):
        parts = dict(self.parts)
        for sheet in self.sheets.values():
            parts[sheet.part] = sheet.xml()
        parts["xl/workbook.xml"] = serialised(self.workbook)
        if "xl/sharedStrings.xml" in parts:
            parts["xl/sharedStrings.xml"] = self.strings.xml()
        if self.made_styles or "xl/styles.xml" in parts:
            parts["xl/styles.xml"] = serialised(self.styles)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", compression, compresslevel=1) as package:
            for name, content in parts.items():
                info = zipfile.ZipInfo(name, STAMP)
                info.compress_type = compression
                package.writestr(info, content)
        return out.getvalue()

    def save(self, path):
        path.write_bytes(self.bytes())
