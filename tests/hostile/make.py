#!/usr/bin/env python3
"""Makes the small hostile set: workbooks that are damaged, ambiguous or malicious, each for one reason.

    python3 tests/hostile/make.py        writes tests/hostile/files/*.xlsx and cases.tsv again

A row of cases.tsv is: file, what must become of it, why. What must become of it is `read`, or the
rule that refuses it (F01 F02 F11 F12), or `F13 A1=…`: read, the cell said to be damaged and holding
this. The same files are seeds of the package fuzzer. Standard library only; the same bytes each time.
"""

import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).parent
FILES = HERE / "files"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
CASES = []


def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def zipped(parts, lies=None, comment=b"", end=None):
    """A zip of name -> bytes. `lies` maps a name to header fields that are not true."""
    out, directory = bytearray(), bytearray()
    for name, data in parts:
        lie = (lies or {}).get(name, {})
        raw = name.encode("utf-8")
        packed = lie.get("packed", deflate(data))
        fields = dict(flags=0, method=8, crc=zlib.crc32(data), csize=len(packed), size=len(data))
        local = {**fields, **lie.get("both", {}), **lie.get("local", {})}
        central = {**fields, **lie.get("both", {}), **lie.get("central", {})}
        offset = lie.get("offset", len(out))
        local_name = lie.get("local_name", raw)

        def header(f):
            return struct.pack("<HHIIII", f["flags"], f["method"], 0, f["crc"], f["csize"], f["size"])

        out += struct.pack("<IH", 0x04034B50, 20) + header(local)
        out += struct.pack("<HH", len(local_name), 0) + local_name + packed
        directory += struct.pack("<IHH", 0x02014B50, 20, 20) + header(central)
        directory += struct.pack("<HHHHHII", len(raw), 0, 0, 0, 0, 0, offset) + raw
    end = end or {}
    count = end.get("count", len(parts))
    return bytes(out + directory + struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, count, count, end.get("size", len(directory)),
        end.get("offset", len(out)), len(comment)) + comment)


def sheet(rows, before="", after="", space=MAIN):
    return (f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{space}">{before}<sheetData>'
            f"{rows}</sheetData>{after}</worksheet>").encode("utf-8")


def cell(inner, attributes="", place="A1"):
    return sheet(f'<row r="1"><c r="{place}"{attributes}>{inner}</c><c r="B1"><v>9</v></c></row>')


def text(content):
    return cell(f"<is><t>{content}</t></is>", ' t="inlineStr"')


def links(*targets):
    rows = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
                   for i, kind, target, mode in targets)
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'.encode("utf-8")


GOOD_SHEET = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>98.6</v></c></row>')
GOOD_LINKS = links(("r1", "worksheet", "worksheets/sheet1.xml", ""),
                   ("r2", "sharedStrings", "sharedStrings.xml", ""))
GOOD_BOOK = (f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="評価" sheetId="1" '
             'r:id="r1"/></sheets></workbook>').encode("utf-8")
STRINGS = f'<sst xmlns="{MAIN}"><si><t>目標値</t></si></sst>'.encode("utf-8")


def parts(replace=None, drop=(), add=()):
    good = [("_rels/.rels", links(("r1", "officeDocument", "xl/workbook.xml", ""))),
            ("xl/workbook.xml", GOOD_BOOK), ("xl/_rels/workbook.xml.rels", GOOD_LINKS),
            (SHEET, GOOD_SHEET), ("xl/sharedStrings.xml", STRINGS)]
    return [(n, (replace or {}).get(n, d)) for n, d in good if n not in drop] + list(add)


def case(name, end, why, data):
    (FILES / f"{name}.xlsx").write_bytes(data)
    CASES.append(f"{name}.xlsx\t{end}\t{why}")


def with_sheet(name, end, why, data):
    case(name, end, why, zipped(parts({SHEET: data})))


def packages():
    good = zipped(parts())
    case("good", "read", "the sound workbook that the others are made from", good)
    case("cut_in_half", "F11", "half of the file", good[:len(good) // 2])
    case("last_byte_missing", "F11", "the last byte is missing", good[:-1])
    case("byte_too_many", "F11", "a byte after the end record", good + b"x")
    case("two_ends", "F11", "a second end record in the comment",
         zipped(parts(), comment=b"PK\5\6" + bytes(18)))
    case("count_wrong", "F11", "the directory holds more entries than announced",
         zipped(parts(), end={"count": 2}))
    case("directory_elsewhere", "F11", "the directory is not where it is said to be",
         zipped(parts(), end={"offset": 5}))
    for name, lie, end, why in (
            ("name_differs", {"local_name": b"xl/worksheets/other1.xml"}, "F11", "names differ"),
            ("size_differs", {"local": {"size": 5}}, "F11", "local and central sizes differ"),
            ("size_lie", {"both": {"size": 0xFFFFFFF0}}, "F11", "4 GiB are claimed"),
            ("size_short", {"both": {"size": 9}}, "F11", "fewer bytes are claimed than there are"),
            ("crc_wrong", {"both": {"crc": 1}}, "F11", "the checksum is wrong"),
            ("method_bzip2", {"both": {"method": 12}}, "F11", "a compression no workbook may use"),
            ("encrypted_entry", {"both": {"flags": 1}}, "F02", "an encrypted entry"),
            ("stream_damaged", {"packed": b"\x07" + bytes(9), "both": {"csize": 10}}, "F11",
             "a deflate block of no known kind"),
            ("offset_shared", {"offset": 0}, "F11", "two entries share one header")):
        case(name, end, why, zipped(parts(), {SHEET: lie}))
    case("entry_twice", "F11", "two entries of one name", zipped(parts(add=[(SHEET, text("evil"))])))
    case("entry_twice_case", "F11", "the same name in capitals",
         zipped(parts(add=[(SHEET.upper(), text("evil"))])))
    case("spaces_3m", "F12", "3 MiB of spaces out of 3 KiB", zipped(parts({SHEET: GOOD_SHEET.replace(
        b"<sheetData>", b"<sheetData>" + b" " * (3 << 20))})))
    case("unneeded_crc", "read", "a picture is damaged; no value is",
         zipped(parts(add=[("xl/media/a.png", b"abc")]), {"xl/media/a.png": {"both": {"crc": 1}}}))
    case("path_above", "read", "an entry named as a path out of the folder",
         zipped(parts(add=[("../../../tmp/evil.txt", b"evil")])))
    case("backslashes", "read", "names with backslashes, as some programs write them",
         zipped([(n.replace("/", "\\"), d) for n, d in parts()]))


def structures():
    case("csv", "F01", "a CSV under the name of a workbook", "番号,目標\r\n1,98.6\r\n".encode("cp932"))
    case("html", "F01", "a web page under the name of a workbook", b"<html><table></table></html>")
    case("old_xls", "F01", "an old workbook",
         bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "Workbook".encode("utf-16-le"))
    case("encrypted", "F02", "a workbook with a password",
         bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    case("plain_zip", "F01", "a zip of something else", zipped([("readme.txt", b"hello")]))
    rels = "xl/_rels/workbook.xml.rels"
    for name, target, mode, why in (
            ("sheet_on_the_net", "http://127.0.0.1:9/a.xml", ' TargetMode="External"', "on the net"),
            ("sheet_above", "../../etc/passwd", "", "above the package"),
            ("sheet_missing", "worksheets/none.xml", "", "missing")):
        case(name, "F11", f"the sheet is {why}",
             zipped(parts({rels: links(("r1", "worksheet", target, mode))})))
    case("link_twice", "F11", "two relationships of one id", zipped(parts(
        {rels: links(*[("r1", "worksheet", "worksheets/sheet1.xml", "")] * 2)})))
    case("strings_missing", "F11", "the part with the texts is missing",
         zipped(parts(drop=["xl/sharedStrings.xml"])))
    case("no_sheet", "F11", "no sheet at all", zipped(parts(
        {"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'.encode()})))


def xml():
    head, body = GOOD_SHEET.split(b"?>", 1)
    with_sheet("doctype", "F11", "a DOCTYPE", head + b"?><!DOCTYPE worksheet>" + body)
    laughs = '<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with_sheet("laughs", "F11", "entities that grow",
               head + b"?>" + laughs.encode() + text("&b;").split(b"?>", 1)[1])
    with_sheet("file_entity", "F11", "an entity that is a file",
               head + b'?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + body)
    with_sheet("deep", "F12", "elements nested too deeply", sheet("<a>" * 100 + "</a>" * 100))
    for name, content, why in (("bare_ampersand", "a & b", "an ampersand alone"),
                               ("unknown_entity", "&nbsp;", "an entity that XML does not have"),
                               ("zero", "&#0;", "a reference to NUL"),
                               ("surrogate", "&#xD800;", "a reference to half a character")):
        with_sheet(name, "F11", why, text(content))
    with_sheet("shift_jis", "F11", "Shift_JIS in a UTF-8 part",
               text("@").replace(b"@", "評価".encode("cp932")))
    with_sheet("control", "F11", "a control character", text("@").replace(b"@", b"\1"))
    with_sheet("attribute_twice", "F11", "an attribute given twice", cell("<v>1</v>", ' s="0" s="0"'))
    with_sheet("two_roots", "F11", "two roots", GOOD_SHEET + b"<a/>")
    with_sheet("open_tag", "F11", "an element without end", GOOD_SHEET[:-13])
    with_sheet("foreign_root", "F11", "the root of another language", sheet("", space="urn:other"))
    with_sheet("utf16", "read", "UTF-16, which every XML reader reads", (
        "\ufeff" + GOOD_SHEET.decode("utf-8").replace("UTF-8", "UTF-16")).encode("utf-16-le"))
    with_sheet("prefixes", "read", "every name with a prefix", re_prefixed(GOOD_SHEET))


def re_prefixed(data):
    for name in (b"worksheet", b"sheetData", b"row", b"c", b"v"):
        for before in (b"<", b"</"):
            for after in (b" ", b">"):
                data = data.replace(before + name + after, before + b"x:" + name + after)
    return data.replace(b"xmlns=", b"xmlns:x=")


def cells():
    for name, value in (("index_out", "1"), ("index_negative", "-1"), ("index_text", "abc")):
        with_sheet(name, "F13 A1=#VALUE!", "a text number out of range",
                   cell(f"<v>{value}</v>", ' t="s"'))
    for name, value in (("number_nan", "NaN"), ("number_huge", "1e999"), ("number_wide", "１２３"),
                        ("number_comma", "1,5")):
        with_sheet(name, f"F13 A1={value}", "no number where one must be", cell(f"<v>{value}</v>"))
    for name, place in (("place_beyond", "XFE1"), ("place_row_0", "A0"), ("place_wraps", "A4294967297")):
        with_sheet(name, "F11", "a place that is on no sheet", cell("<v>1</v>", place=place))
    with_sheet("places_descend", "F11", "cells out of order",
               sheet('<row r="1"><c r="B1"/><c r="A1"/></row>'))
    with_sheet("place_twice", "F13 A1=2", "two cells at one place",
               sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))
    with_sheet("long_text", "F12", "a text longer than a cell", text("あ" * 32768))
    with_sheet("claims", "read", "a dimension of all cells, and merges over them", sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>',
        '<mergeCells count="2147483648"><mergeCell ref="A1:XFD1048576"/></mergeCells>'))
    with_sheet("formula_text", "read", "a text that looks like a formula", text("=1+1"))


def main():
    FILES.mkdir(exist_ok=True)
    for old in FILES.iterdir():
        old.unlink()
    packages()
    structures()
    xml()
    cells()
    (HERE / "cases.tsv").write_text("".join(row + "\n" for row in CASES), "utf-8")


if __name__ == "__main__":
    main()
