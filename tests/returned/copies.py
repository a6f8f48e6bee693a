"""What may differ between a workbook and its marked copy, told without the program's own code.

A changed sheet is turned back: the formats of marked cells, cells and rows that were put in and the
<legacyDrawing> are taken out again, and what is left must be the original byte for byte.
"""

import pathlib
import re
import struct
import zipfile

# Parts that know of all sheets, and those a mark adds to.
SHARED_PARTS = re.compile(r"(?i)\[Content_Types\]\.xml|docProps/app\.xml|(.*/)?_rels/.*\.rels|"
                          r"(.*/)?(workbook|styles|stylesheet)\.xml|.*comments[^/]*\.xml|.*\.vml")


def stored(path):
    """The compressed bytes, checksum and time of each entry, by name, in order."""
    data = pathlib.Path(path).read_bytes()
    entries = {}
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
            begin = info.header_offset + 30 + name + extra
            entries[info.filename] = (data[begin:begin + info.compress_size], info.CRC,
                                      info.compress_type, info.date_time)
    return entries


def text(path, part):
    with zipfile.ZipFile(path) as package:
        return package.read(part).decode("utf-8-sig")


def references(xml):
    return set(re.findall(r'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+[0-9]+)"', xml))


def turned_back(copy, original, marked):
    """The sheet of the copy without the marks of these cells."""
    before = references(original)
    rows = set(re.findall(r'<(?:\w+:)?row\b[^>]*?\br="([0-9]+)"', original))
    if not re.search(r"<(?:\w+:)?legacyDrawing\b", original):
        copy = re.sub(r"<(?:\w+:)?legacyDrawing\b[^>]*/>", "", copy, count=1)
    for reference in marked:
        cell = rf'<(?:\w+:)?c\b[^>]*?\br="{reference}"[^>]*>'
        if reference not in before:
            copy = re.sub(rf'<(?:\w+:)?c r="{reference}" s="[0-9]+"/>', "", copy, count=1)
            row = re.search("[0-9]+", reference).group()
            if row not in rows:
                copy = re.sub(rf'<(?:(\w+):)?row r="{row}"></(?:\w+:)?row>', "", copy, count=1)
            continue
        old = re.search(cell, original).group()
        new = re.search(cell, copy)
        style = re.search(r' s="[0-9]+"', old)
        back = re.sub(r' s="[0-9]+"', style.group() if style else "", new.group(), count=1)
        copy = copy[:new.start()] + back + copy[new.end():]
    return copy


def closed(xml):
    """Empty rows and an empty sheet alike, however they were written."""
    return re.sub(r"<((?:\w+:)?(?:row|sheetData)\b[^>]*?)></(?:\w+:)?(?:row|sheetData)>", r"<\1/>",
                  xml)


def faults(original, copy, marked):
    """What differs and may not; `marked`: the cells of each sheet part."""
    found = []
    before, after = stored(original), stored(copy)
    if list(after)[:len(before)] != list(before):
        found.append("entries are gone or out of order")
    for name, entry in before.items():
        if after.get(name) == entry:
            continue
        if name in marked:
            one, other = text(original, name), text(copy, name)
            if closed(turned_back(other, one, marked[name])) != closed(one):
                found.append(f"{name}: more than marks differs")
        elif not SHARED_PARTS.fullmatch(name):
            found.append(f"{name}: differs")
    for name in marked:
        if before[name] == after[name]:
            found.append(f"{name}: is not marked")
    return found
