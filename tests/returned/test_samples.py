"""`check --return` on the sample workbooks: marks, list, mail, and nothing else."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

from copies import faults

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "end_to_end"), str(ROOT / "third_party")]
from package_check import Package  # noqa: E402
from program import SOURCE, run  # noqa: E402

SAMPLES = SOURCE / "sample_workbooks" / "minami_alps"
FILLS = {"error": "FFF8CBAD", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
RANKS = ["info", "warning", "error"]
OPTIONS = ("--master", SAMPLES / "master.xlsx", "--asof", "2027-05-31")


def findings(*inputs, cwd):
    done = run("check", *inputs, *OPTIONS, "--format", "json", cwd=cwd, status={0, 1})
    return json.loads(done.stdout)["findings"]


def sheet_parts(path):
    """Part of each sheet of a workbook that libxlsxwriter wrote: in order."""
    with zipfile.ZipFile(path) as package:
        names = re.findall(r'<sheet name="([^"]+)"', package.read("xl/workbook.xml").decode())
    return {name: f"xl/worksheets/sheet{i + 1}.xml" for i, name in enumerate(names)}


def node(script, *arguments):
    return subprocess.run(["node", script, *arguments], cwd=ROOT / "third_party", check=True,
                          capture_output=True, text=True,
                          env={"NODE_PATH": str(ROOT / "third_party" / "node_modules"),
                               **os.environ}).stdout


class Returned(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        shutil.copytree(SAMPLES / "returned", cls.folder / "in")
        cls.before = findings("in", cwd=cls.folder)
        cls.told = run("check", "in", *OPTIONS, "--return", "out", cwd=cls.folder, status={1})
        cls.out = cls.folder / "out"

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def of(self, name):
        return [f for f in self.before if f["file"] == f"in/{name}"]

    def test_only_workbooks_with_findings_go_back(self):
        expected = {pathlib.Path(f["file"]).stem for f in self.before if f["file"]}
        self.assertEqual({p.stem for p in self.out.glob("*.xlsx")}, expected)
        self.assertEqual({p.stem for p in self.out.glob("*.txt")}, expected)
        self.assertGreater(len(expected), 3)
        self.assertLess(len(expected), len(list((self.folder / "in").iterdir())))

    def test_nothing_but_marks_differs(self):
        for copy in self.out.glob("*.xlsx"):
            with self.subTest(copy.name):
                original = self.folder / "in" / copy.name
                parts, marked = sheet_parts(original), {}
                for finding in self.of(copy.name):
                    if finding["cell"]:
                        marked.setdefault(parts[finding["sheet"]], set()).add(finding["cell"])
                self.assertTrue(marked)
                self.assertEqual(faults(original, copy, marked), [])
                self.assertEqual(original.read_bytes(),
                                 (SAMPLES / "returned" / copy.name).read_bytes())

    def test_each_cell_has_one_note_and_its_colour(self):
        for copy in self.out.glob("*.xlsx"):
            book = openpyxl.load_workbook(copy)
            original = openpyxl.load_workbook(self.folder / "in" / copy.name)
            cells = {}
            for finding in self.of(copy.name):
                if finding["cell"]:
                    cells.setdefault((finding["sheet"], finding["cell"]), []).append(finding)
            noted = {(s.title, c.coordinate) for s in book for row in s.iter_rows() for c in row
                     if c.comment}
            self.assertEqual(noted, set(cells), copy.name)
            for (sheet, at), found in cells.items():
                cell, old = book[sheet][at], original[sheet][at]
                worst = max((f["severity"] for f in found), key=RANKS.index)
                self.assertEqual(cell.fill.fgColor.rgb, FILLS[worst])
                for finding in found:
                    for words in (finding["rule"], finding["message"], finding["hint"]):
                        self.assertIn(words, cell.comment.text)
                for aspect in ("number_format", "font", "border", "alignment", "protection"):
                    self.assertEqual(repr(getattr(cell, aspect)), repr(getattr(old, aspect)))

    def test_the_first_sheet_lists_and_links_and_the_mail_tells(self):
        for copy in self.out.glob("*.xlsx"):
            book = openpyxl.load_workbook(copy)
            sheet = book.worksheets[0]
            self.assertEqual(sheet.title, "差戻し")
            self.assertEqual(sheet.page_setup.orientation, "landscape")
            rows = [[c.value for c in row] for row in sheet.iter_rows()]
            start = next(i for i, row in enumerate(rows) if row[0] == "番号") + 1
            mail = copy.with_suffix(".txt").read_text("utf-8")
            self.assertEqual(len(rows) - start, len(self.of(copy.name)))
            for row, finding in zip(rows[start:], self.of(copy.name)):
                self.assertEqual(row[2] or None, finding["cell"])
                self.assertEqual(row[4:7], [finding["message"], finding["hint"] or None,
                                            finding["rule"]])
                for words in (finding["message"], finding["hint"], finding["cell"] or ""):
                    self.assertIn(words, mail)
            for row in range(start + 1, len(rows) + 1):
                self.assertEqual(sheet[f"C{row}"].hyperlink.location,
                                 f"'{sheet.cell(row, 2).value}'!{sheet.cell(row, 3).value}")

    def test_a_copy_read_again_gives_the_same_findings(self):
        def without_folder(found):
            return [{**f, "file": pathlib.Path(f["file"]).name} for f in found]
        for copy in self.out.glob("*.xlsx"):
            again = findings(copy, cwd=self.folder)
            first = findings(f"in/{copy.name}", cwd=self.folder)
            self.assertEqual(without_folder(again), without_folder(first))

    def test_names_and_the_open_sheet_follow_their_sheets(self):
        for copy in self.out.glob("*.xlsx"):
            book = openpyxl.load_workbook(copy)
            original = openpyxl.load_workbook(self.folder / "in" / copy.name)
            self.assertEqual(book.active.title, original.active.title)
            self.assertEqual(book.sheetnames[1:], original.sheetnames)
            for sheet in original:
                self.assertEqual(book[sheet.title].print_area, sheet.print_area)

    def test_packages_are_whole(self):
        for copy in self.out.glob("*.xlsx"):
            self.assertEqual(Package(copy).check(), [])

    def test_nothing_is_overwritten_unasked(self):
        again = run("check", "in", *OPTIONS, "--return", "out", cwd=self.folder)
        self.assertEqual(again.returncode, 2)
        forced = run("check", "in", *OPTIONS, "--return", "out", "--force", cwd=self.folder)
        self.assertEqual(forced.returncode, 1)
        onto = run("check", "in", *OPTIONS, "--return", "in", "--force", cwd=self.folder)
        self.assertEqual(onto.returncode, 2)
        for path in (self.folder / "in").iterdir():
            self.assertEqual(path.read_bytes(), (SAMPLES / "returned" / path.name).read_bytes())

    def test_a_copy_marked_again_has_one_note_a_cell(self):
        run("check", "out", *OPTIONS, "--return", "twice", cwd=self.folder, status={1})
        name = next(self.out.glob("*.xlsx")).name
        one, two = (openpyxl.load_workbook(self.folder / folder / name)
                    for folder in ("out", "twice"))
        self.assertEqual(two.sheetnames, one.sheetnames)
        for sheet in one.worksheets[1:]:
            for row in sheet.iter_rows():
                for cell in row:
                    note = two[sheet.title][cell.coordinate].comment
                    self.assertEqual(note and note.text, cell.comment and cell.comment.text)

    def test_in_english(self):
        run("check", "in", *OPTIONS, "--return", "english", "--lang", "en", cwd=self.folder,
            status={1})
        copy = next((self.folder / "english").glob("*.xlsx"))
        self.assertEqual(openpyxl.load_workbook(copy).sheetnames[0], "Returned")
        self.assertTrue(copy.with_suffix(".txt").read_text("utf-8").startswith("Subject: "))

    @unittest.skipUnless((ROOT / "third_party" / "node_modules" / "exceljs").exists(),
                         "npm modules are not installed")
    def test_exceljs_reads_the_notes_and_all_else(self):
        script = ROOT / "returned" / "notes.js"
        for copy in self.out.glob("*.xlsx"):
            with self.subTest(copy.name):
                seen = json.loads(node(script, copy))
                before = json.loads(node(script, self.folder / "in" / copy.name))
                marked = {(f["sheet"], f["cell"]) for f in self.of(copy.name) if f["cell"]}
                self.assertEqual({(s["name"], at) for s in seen for at in s["notes"]}, marked)
                for sheet in seen + before:
                    sheet.pop("notes")
                self.assertEqual(seen[1:], before)

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_libreoffice_prints_every_sheet(self):
        copy = next(self.out.glob("*.xlsx"))
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user",
                            "--convert-to", "pdf", "--outdir", folder, str(copy)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            pdf = pathlib.Path(folder, copy.stem + ".pdf").read_bytes()
        sheets = openpyxl.load_workbook(copy).sheetnames
        pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
        self.assertGreaterEqual(pages, len(sheets))


if __name__ == "__main__":
    unittest.main()
