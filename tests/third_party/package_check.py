#!/usr/bin/env python3
"""Checks what Excel asks of a workbook's package and other readers forgive.

    package_check.py BOOK.xlsx...

Order of elements (ECMA-376 part 1, the sequences of its schemas), unique names, relationships and
content types without loose ends, references inside the sheet, Excel's limits. Prints each fault;
exit status 1 where there is one.
"""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from posixpath import dirname, join, normpath

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

ORDER = {
    "worksheet": """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr
        sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate
        customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
        printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
        cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture
        oleObjects controls webPublishItems tableParts extLst""",
    "workbook": """fileVersion fileSharing workbookPr workbookProtection bookViews sheets
        functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews
        pivotCaches webPublishing fileRecoveryPr webPublishObjects extLst""",
    "styleSheet": """numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles
        colors extLst""",
    "dataValidation": "formula1 formula2",
    "c": "f v is extLst",
}
SERIES_ORDER = {
    "barChart": """idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars
        cat val shape extLst""",
    "lineChart": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst",
    "pieChart": "idx order tx spPr explosion dPt dLbls cat val extLst",
}
PLOT_ORDER = {
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    "lineChart": """grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth
        axId extLst""",
    "pieChart": "varyColors ser dLbls firstSliceAng extLst",
}

MAX_ROW, MAX_COLUMN = 1048576, 16384
FORBIDDEN_IN_SHEET_NAMES = set("[]:*?/\\")


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def corner(text):
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", text)
    if not match:
        return None
    column, row = column_number(match.group(1)), int(match.group(2))
    return (row, column) if 1 <= row <= MAX_ROW and 1 <= column <= MAX_COLUMN else None


def area(text):
    corners = [corner(part) for part in text.split(":")]
    if None in corners or len(corners) > 2:
        return None
    (r1, c1), (r2, c2) = corners[0], corners[-1]
    return (r1, c1, r2, c2) if r1 <= r2 and c1 <= c2 else None


def utf16_units(text):
    return len(text.encode("utf-16-le")) // 2


class Package:
    def __init__(self, path):
        self.path = path
        self.faults = []
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()

    def fault(self, part, text):
        self.faults.append(f"{self.path}: {part}: {text}")

    def parse(self, part):
        return ET.fromstring(self.zip.read(part))

    def check(self):
        if len(set(name.lower() for name in self.names)) != len(self.names):
            self.fault("package", "two parts of one name")
        self.check_content_types()
        self.check_relationships()
        self.check_styles()
        sheets = self.check_workbook()
        strings = self.check_strings()
        for part in sheets:
            self.check_sheet(part, strings)
        for part in self.names:
            if re.fullmatch(r"xl/charts/chart\d+\.xml", part):
                self.check_chart(part)
        return self.faults

    def check_order(self, part, element, order):
        order = order.split()
        last = -1
        for child in element:
            name = child.tag.rsplit("}", 1)[-1]
            if name not in order:
                self.fault(part, f"<{name}> is no child of <{element.tag.rsplit('}', 1)[-1]}>")
                continue
            if order.index(name) < last:
                self.fault(part, f"<{name}> stands too late")
            last = max(last, order.index(name))

    def check_content_types(self):
        root = self.parse("[Content_Types].xml")
        endings = {e.get("Extension").lower() for e in root.findall(TYPES + "Default")}
        overrides = [e.get("PartName") for e in root.findall(TYPES + "Override")]
        if len(set(overrides)) != len(overrides):
            self.fault("[Content_Types].xml", "a part twice")
        for name in overrides:
            if name.lstrip("/") not in self.names:
                self.fault("[Content_Types].xml", f"{name} is not in the package")
        for name in self.names:
            if name != "[Content_Types].xml" and "/" + name not in overrides and \
                    name.rsplit(".", 1)[-1].lower() not in endings:
                self.fault("[Content_Types].xml", f"{name} has no type")

    def check_relationships(self):
        reached = {"[Content_Types].xml"}
        for rels in [n for n in self.names if n.endswith(".rels")]:
            reached.add(rels)
            folder = dirname(dirname(rels))
            ids = set()
            for link in self.parse(rels).findall(REL + "Relationship"):
                if link.get("Id") in ids:
                    self.fault(rels, f"{link.get('Id')} twice")
                ids.add(link.get("Id"))
                if link.get("TargetMode") == "External":
                    continue
                target = link.get("Target")
                part = target.lstrip("/") if target.startswith("/") else normpath(
                    join(folder, target))
                reached.add(part)
                if part not in self.names:
                    self.fault(rels, f"{target} is not in the package")
            owner = join(folder, rels.rsplit("/", 1)[-1][:-5]).lstrip("/")
            if owner and owner in self.names:
                text = self.zip.read(owner).decode("utf-8")
                for used in re.findall(r'\br:(?:id|embed)="([^"]+)"', text):
                    if used not in ids:
                        self.fault(owner, f"{used} is no relationship")
        for name in set(self.names) - reached:
            self.fault(name, "nothing refers to this part")

    def check_workbook(self):
        root = self.parse("xl/workbook.xml")
        self.check_order("xl/workbook.xml", root, ORDER["workbook"])
        links = {e.get("Id"): normpath(join("xl", e.get("Target").lstrip("/")))
                 for e in self.parse("xl/_rels/workbook.xml.rels").findall(REL + "Relationship")}
        names, ids, parts, visible = set(), set(), [], 0
        for sheet in root.find(MAIN + "sheets"):
            name = sheet.get("name")
            if not name or utf16_units(name) > 31 or FORBIDDEN_IN_SHEET_NAMES & set(name) or \
                    name[0] == "'" or name[-1] == "'" or name.lower() == "history":
                self.fault("xl/workbook.xml", f"unlawful sheet name {name!r}")
            if name.casefold() in names or sheet.get("sheetId") in ids:
                self.fault("xl/workbook.xml", f"sheet {name!r} twice")
            names.add(name.casefold())
            ids.add(sheet.get("sheetId"))
            visible += sheet.get("state", "visible") == "visible"
            parts.append(links[sheet.get(OFFICE_REL + "id")])
        if visible == 0:
            self.fault("xl/workbook.xml", "no visible sheet")
        defined = set()
        for name in root.iterfind(f"{MAIN}definedNames/{MAIN}definedName"):
            key = (name.get("name").casefold(), name.get("localSheetId"))
            if key in defined:
                self.fault("xl/workbook.xml", f"name {name.get('name')} twice")
            defined.add(key)
            if not re.fullmatch(r"[^\W\d]?[\w.\\?]*", name.get("name")) or len(key[0]) > 255:
                self.fault("xl/workbook.xml", f"unlawful name {name.get('name')}")
            local = name.get("localSheetId")
            if local is not None and int(local) >= len(parts):
                self.fault("xl/workbook.xml", f"{name.get('name')} is local to no sheet")
        return parts

    def check_styles(self):
        root = self.parse("xl/styles.xml")
        self.check_order("xl/styles.xml", root, ORDER["styleSheet"])
        counts = {tag: len(root.find(MAIN + tag) or []) for tag in
                  ("fonts", "fills", "borders", "cellXfs", "dxfs")}
        self.style_count, self.dxf_count = counts["cellXfs"], counts["dxfs"]
        if self.style_count > 65490:
            self.fault("xl/styles.xml", "more cell formats than Excel takes")
        formats = {e.get("numFmtId"): e.get("formatCode")
                   for e in root.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")}
        for xf in root.find(MAIN + "cellXfs"):
            for key, count in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
                if int(xf.get(key, "0")) >= counts[count]:
                    self.fault("xl/styles.xml", f"{key} {xf.get(key)} does not exist")
            number = xf.get("numFmtId", "0")
            if int(number) >= 164 and number not in formats:
                self.fault("xl/styles.xml", f"number format {number} does not exist")
        for code in formats.values():
            if len(code) > 255:
                self.fault("xl/styles.xml", "a number format of more than 255 characters")

    def check_strings(self):
        if "xl/sharedStrings.xml" not in self.names:
            return 0
        root = self.parse("xl/sharedStrings.xml")
        for item in root:
            text = "".join(t.text or "" for t in item.iter(MAIN + "t"))
            shown = re.sub(r"_x[0-9A-Fa-f]{4}_", "?", text)
            if utf16_units(shown) > 32767:
                self.fault("xl/sharedStrings.xml", "a text of more than 32,767 characters")
        return len(root)

    def check_sheet(self, part, strings):
        root = self.parse(part)
        self.check_order(part, root, ORDER["worksheet"])
        self.check_cells(part, root, strings)
        self.check_columns(part, root)
        self.check_merges(part, root)
        validations = root.findall(f"{MAIN}dataValidations/{MAIN}dataValidation")
        if len(validations) > 65534:
            self.fault(part, "too many validations")
        for rule in validations:
            self.check_order(part, rule, ORDER["dataValidation"])
            for key, limit in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255),
                               ("error", 255)):
                if utf16_units(rule.get(key, "")) > limit:
                    self.fault(part, f"{key} of more than {limit} characters")
            formula = rule.findtext(MAIN + "formula1") or ""
            if formula.startswith('"') and utf16_units(formula) - 2 > 255:
                self.fault(part, "a list of more than 255 characters")
            for reference in rule.get("sqref").split():
                if area(reference) is None:
                    self.fault(part, f"validation of {reference}")
        for rule in root.iterfind(f"{MAIN}conditionalFormatting/{MAIN}cfRule"):
            if int(rule.get("dxfId", "0")) >= max(self.dxf_count, 1):
                self.fault(part, f"differential format {rule.get('dxfId')} does not exist")
        if len(root.findall(f"{MAIN}hyperlinks/{MAIN}hyperlink")) > 65530:
            self.fault(part, "more than 65,530 links")
        if len(root.findall(f"{MAIN}rowBreaks/{MAIN}brk")) > 1023:
            self.fault(part, "more than 1,023 page breaks")
        for text in root.iterfind(f"{MAIN}headerFooter/*"):
            if utf16_units(text.text or "") > 255:
                self.fault(part, "a header or footer of more than 255 characters")

    def check_cells(self, part, root, strings):
        last_row = 0
        for row in root.find(MAIN + "sheetData"):
            number = int(row.get("r"))
            if not last_row < number <= MAX_ROW:
                self.fault(part, f"row {number} is out of order")
            last_row = number
            if float(row.get("ht", "15")) > 409.5:
                self.fault(part, f"row {number} is higher than 409.5 points")
            last_column = 0
            for cell in row:
                place = corner(cell.get("r"))
                if place is None or place[0] != number or place[1] <= last_column:
                    self.fault(part, f"cell {cell.get('r')} is out of order")
                    continue
                last_column = place[1]
                self.check_order(part, cell, ORDER["c"])
                self.check_cell(part, cell, strings)

    def check_cell(self, part, cell, strings):
        where, value = cell.get("r"), cell.findtext(MAIN + "v")
        if int(cell.get("s", "0")) >= self.style_count:
            self.fault(part, f"{where}: style {cell.get('s')} does not exist")
        kind = cell.get("t", "n")
        if kind == "s" and not 0 <= int(value) < strings:
            self.fault(part, f"{where}: text {value} does not exist")
        if kind == "n" and value is not None and not re.fullmatch(
                r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", value):
            self.fault(part, f"{where}: {value!r} is no number")
        formula = cell.findtext(MAIN + "f")
        if formula is not None:
            if utf16_units(formula) > 8192:
                self.fault(part, f"{where}: a formula of more than 8,192 characters")
            if "#REF!" in formula:
                self.fault(part, f"{where}: a formula with #REF!")
            for text in re.findall(r'"((?:[^"]|"")*)"', formula):
                if utf16_units(text.replace('""', '"')) > 255:
                    self.fault(part, f"{where}: a text of more than 255 characters in a formula")

    def check_columns(self, part, root):
        last = 0
        for column in root.iterfind(f"{MAIN}cols/{MAIN}col"):
            first, end = int(column.get("min")), int(column.get("max"))
            if not last < first <= end <= MAX_COLUMN:
                self.fault(part, f"columns {first} to {end} overlap others")
            last = end
            if float(column.get("width", "8")) > 256:
                self.fault(part, f"column {first} is wider than 255 characters")

    def check_merges(self, part, root):
        covered = {}
        for merge in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
            bounds = area(merge.get("ref"))
            if bounds is None or bounds[:2] == bounds[2:]:
                self.fault(part, f"merge {merge.get('ref')}")
                continue
            for row in range(bounds[0], bounds[2] + 1):
                for column in range(bounds[1], bounds[3] + 1):
                    if (row, column) in covered:
                        self.fault(part, f"{merge.get('ref')} overlaps {covered[row, column]}")
                    covered[row, column] = merge.get("ref")

    def check_chart(self, part):
        root = self.parse(part)
        plot = root.find(f"{CHART}chart/{CHART}plotArea")
        numbers = []
        for chart in plot:
            name = chart.tag.rsplit("}", 1)[-1]
            if name not in PLOT_ORDER:
                continue
            self.check_order(part, chart, PLOT_ORDER[name])
            for series in chart.findall(CHART + "ser"):
                self.check_order(part, series, SERIES_ORDER[name])
                numbers.append(series.find(CHART + "idx").get("val"))
        if len(set(numbers)) != len(numbers):
            self.fault(part, "two series of one number")


def main():
    faults = []
    for path in sys.argv[1:]:
        try:
            faults += Package(path).check()
        except (zipfile.BadZipFile, ET.ParseError, KeyError) as problem:
            faults.append(f"{path}: {problem!r}")
    print("\n".join(faults) if faults else f"{len(sys.argv) - 1} workbooks, no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
