"""Every workbook the program makes is a package as Excel asks for, and the check can fail."""

import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from package_check import Package

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = SOURCE / "sample_workbooks" / "minami_alps"
SHEET = "xl/worksheets/sheet1.xml"


def damaged(part, old, new):
    """A copy of a sample with one text of one part changed."""
    copy = tempfile.NamedTemporaryFile(suffix=".xlsx")
    with zipfile.ZipFile(SAMPLES / "master.xlsx") as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                changed = text.decode("utf-8").replace(old, new, 1)
                assert changed.encode("utf-8") != text, f"{old} is not in {part}"
                text = changed.encode("utf-8")
            target.writestr(name, text)
    copy.flush()
    return copy


class Packages(unittest.TestCase):
    def test_samples(self):
        workbooks = sorted(SAMPLES.rglob("*.xlsx"))
        self.assertTrue(workbooks)
        for workbook in workbooks:
            self.assertEqual(Package(workbook).check(), [])

    def test_books_and_blank_forms(self):
        program = os.environ["SHINCHOKU"]
        with tempfile.TemporaryDirectory() as folder:
            book, blank = pathlib.Path(folder, "book.xlsx"), pathlib.Path(folder, "blank.xlsx")
            subprocess.run([program, "progress", SAMPLES / "returned", "--master",
                            SAMPLES / "master.xlsx", "--asof", "2027-05-31", "-o", book],
                           stderr=subprocess.DEVNULL)
            subprocess.run([program, "layout", "blank", "minami_alps", "-o", blank],
                           check=True, stderr=subprocess.DEVNULL)
            for workbook in (book, blank):
                self.assertEqual(Package(workbook).check(), [])

    def test_each_kind_of_fault_is_found(self):
        cases = (
            ("elements out of order", SHEET, "<sheetData>", "<pageMargins/><sheetData>"),
            ("cells out of order", SHEET, '<c r="A1"', '<c r="C1"'),
            ("a style that does not exist", SHEET, ' s="1"', ' s="9999"'),
            ("a text that does not exist", SHEET, 't="s"><v>0</v>', 't="s"><v>99999</v>'),
            ("merges that overlap", SHEET, '<mergeCell ref="B1:F1"/>',
             '<mergeCell ref="B1:F1"/><mergeCell ref="C1:D2"/>'),
            ("a high row", SHEET, 'ht="24"', 'ht="999"'),
            ("two sheets of one name", "xl/workbook.xml", 'name="1-1-2"', 'name="1-1-1"'),
            ("an unlawful sheet name", "xl/workbook.xml", 'name="1-1-2"', 'name="1/1"'),
            ("a part without a type", "[Content_Types].xml", "/xl/styles.xml", "/xl/other.xml"),
            ("a link to nothing", "xl/_rels/workbook.xml.rels", "styles.xml", "other.xml"),
            ("a long prompt", SHEET, 'prompt="', 'prompt="' + "字" * 256),
        )
        for name, part, old, new in cases:
            with self.subTest(name), damaged(part, old, new) as copy:
                self.assertNotEqual(Package(copy.name).check(), [])


if __name__ == "__main__":
    unittest.main()
