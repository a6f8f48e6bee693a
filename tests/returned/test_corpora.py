"""Real workbooks with charts, pictures, notes, controls, odd packages: cells of each are marked."""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import warnings
import xml.etree.ElementTree as ET
import zipfile

import openpyxl

from copies import faults

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "end_to_end"))
from program import SHARED, run  # noqa: E402

MARK_CELLS = os.environ["MARK_CELLS"]
CORPORA = SHARED / "corpora"
MARKED = ("A1", "B2", "C7", "ZZ3", "B99999")  # there or not, in rows that are there or not
LARGEST = 400_000  # bytes; a few larger ones say nothing more and take minutes in openpyxl


def workbooks():
    with open(CORPORA / "index.tsv", encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            path = CORPORA / "visible" / pathlib.Path(row["file"]).name
            if row["expect"] == "read" and path.stat().st_size < LARGEST:
                yield path


def worksheet_parts(path):
    """Name and part of each worksheet, by an XML parser; parts that are no plain UTF-8 left out."""
    with zipfile.ZipFile(path) as package:
        names = {name.lower(): name for name in package.namelist()}
        root = package.read(names["_rels/.rels"]) if "_rels/.rels" in names else b""
        target = re.search(rb'/officeDocument"[^>]*Target="/?([^"]+)"|'
                           rb'Target="/?([^"]+)"[^>]*/officeDocument"', root)
        book = next(filter(None, target.groups())).decode() if target else "xl/workbook.xml"
        folder, _, base = book.rpartition("/")
        links = {}
        list_name = f"{folder}/_rels/{base}.rels".lstrip("/").lower()
        if list_name not in names:
            return {}
        for link in ET.fromstring(package.read(names[list_name])):
            if link.get("Type", "").endswith("/worksheet"):
                part = link.get("Target").replace("\\", "/")
                part = part.lstrip("/") if part.startswith("/") else f"{folder}/{part}"
                links[link.get("Id")] = names.get(os.path.normpath(part).lstrip("/").lower())
        sheets = {}
        for sheet in ET.fromstring(package.read(names[book.lower()])).iter():
            if sheet.tag.endswith("}sheet"):
                ids = [v for k, v in sheet.attrib.items() if k.endswith("}id")]
                if ids and links.get(ids[0]):
                    sheets[sheet.get("name")] = links[ids[0]]
        return sheets


def is_odd(sheet):
    """A mark cannot be taken out again by its address: UTF-16, cells without one, merges (the mark
    goes to the cell that shows the place)."""
    return (sheet[:2] in (b"\xff\xfe", b"\xfe\xff") or b"mergeCell " in sheet
            or re.search(rb"<(\w+:)?(row|c)(?![^>]* r=)[ />]", sheet) is not None)


def kept(book, skip):
    """What openpyxl says of each sheet: values, charts, pictures, validations, rules, merges."""
    told = {}
    for sheet in book.worksheets:
        if sheet.title == skip:
            continue
        told[sheet.title] = (
            {at: cell.value for at, cell in sheet._cells.items() if cell.value is not None},
            len(sheet._charts), len(sheet._images), str(sheet.merged_cells),
            [(str(v.sqref), v.type, v.formula1) for v in sheet.data_validations.dataValidation],
            [(str(f.sqref), len(f.rules)) for f in sheet.conditional_formatting],
            sheet.print_title_rows, sheet.print_area)
    return told


class Corpora(unittest.TestCase):
    def mark(self, path, folder, marked=MARKED):
        sheets = worksheet_parts(path)
        copy = pathlib.Path(folder, path.stem + ".copy" + path.suffix)
        cells = [f"{sheet}!{cell}" for sheet in sheets for cell in marked]
        done = subprocess.run([MARK_CELLS, path, copy, *cells], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return sheets, copy

    def test_nothing_but_marks_differs(self):
        told = 0
        with tempfile.TemporaryDirectory() as folder:
            for path in workbooks():
                with self.subTest(path.name):
                    sheets, copy = self.mark(path, folder)
                    with zipfile.ZipFile(path) as package:
                        odd = {part for part in sheets.values() if is_odd(package.read(part))}
                    plain = {part: MARKED for part in sheets.values() if part not in odd}
                    wrong = [fault for fault in faults(path, copy, plain)
                             if fault.split(":")[0] not in odd]
                    told += len(plain)
                    self.assertEqual(wrong, [])
        self.assertGreater(told, 60)

    def test_marks_go_again(self):
        told = 0
        with tempfile.TemporaryDirectory() as folder:
            for path in workbooks():
                with self.subTest(path.name):
                    _, copy = self.mark(path, folder)
                    _, alike = self.mark(copy, folder)
                    with zipfile.ZipFile(copy) as one, zipfile.ZipFile(alike) as other:
                        self.assertEqual(set(other.namelist()), set(one.namelist()))
                        self.assertEqual([n for n in one.namelist()
                                          if one.read(n) != other.read(n)], [])
                    _, bare = self.mark(copy, folder, marked=())
                    with zipfile.ZipFile(path) as package:
                        notes = {n: package.read(n) for n in package.namelist()
                                 if "comments" in n.lower() or n.endswith(".vml")}
                    with zipfile.ZipFile(bare) as package:
                        self.assertLessEqual(len([n for n in package.namelist() if "comments" in n
                                                  or n.endswith(".vml")]), len(notes))
                        for name, data in notes.items():
                            if name.endswith(".vml"):
                                self.assertEqual(package.read(name).count(b"<v:shape "),
                                                 data.count(b"<v:shape "))
                    told += len(notes)
        self.assertGreater(told, 5)

    def test_the_program_reads_the_same_cells(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in workbooks():
                with self.subTest(path.name):
                    _, copy = self.mark(path, folder)
                    one, other = (run("inspect", book, "--format", "json", status={0, 1}).stdout
                                  for book in (path, copy))
                    sheets = json.loads(other)["sheets"]
                    self.assertTrue(sheets[0]["name"].startswith("差戻し"))
                    self.assertEqual(sheets[1:], json.loads(one)["sheets"])

    def test_openpyxl_reads_the_same_book(self):
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for path in workbooks():
                try:
                    before = kept(openpyxl.load_workbook(path), None)
                except Exception:  # what it cannot read it need not read with marks
                    continue
                if not before:  # it sees no sheet of some packages (corpora/README.md)
                    continue
                with self.subTest(path.name):
                    sheets, copy = self.mark(path, folder)
                    book = openpyxl.load_workbook(copy)
                    self.assertEqual(kept(book, "差戻し"), before)
                    for sheet in book.worksheets:
                        if sheet.title in sheets:
                            self.assertIn("note", sheet["B99999"].comment.text)


if __name__ == "__main__":
    unittest.main()
