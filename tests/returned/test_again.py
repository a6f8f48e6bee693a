"""Copies that come back mended and are given back again: what the first return added is gone."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from copies import stored

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "end_to_end"), str(ROOT / "third_party")]
from package_check import Package  # noqa: E402
from program import SOURCE, run  # noqa: E402

SAMPLES = SOURCE / "sample_workbooks" / "minami_alps"
BOOK, SHEET, CELL = "納税課.xlsx", "1-1-1", "B12"  # N03: 0.9872 where a percentage is asked for
FILLS = {"error": "FFF8CBAD", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
RANKS = ["info", "warning", "error"]
OPTIONS = ("--master", SAMPLES / "master.xlsx", "--asof", "2027-05-31")
BEGIN, END = "―― shinchoku ――", "――――――――"
GREEN = PatternFill("solid", fgColor="FF00B050")


def mend(book):
    book[SHEET][CELL] = "98.6%"


def answer_in_the_note(book):
    note = book[SHEET][CELL].comment
    note.text += "\n課で確認済み"


def note_of_another(book, text):
    book[SHEET][CELL].comment = Comment(text, "総務課")


def change(book, **aspects):
    for name, value in aspects.items():
        setattr(book[SHEET][CELL], name, value)


def both(*steps):
    def all_steps(book):
        for step in steps:
            step(book)
    return all_steps


# What is done to the workbook before the first return, what the department does to the copy, and
# what the cell then has: words of others, and an aspect that is theirs.
CASES = {
    "saved and no more": (None, lambda book: None, "", {}),
    "mended": (None, mend, "", {}),
    "mended in another format": (
        None, both(mend, lambda book: change(book, number_format="0.00")), "",
        {"number_format": "0.00"}),
    "mended and coloured": (None, both(mend, lambda book: change(book, fill=GREEN)), "",
                            {"fill": GREEN}),
    "somebody's note, open": (lambda book: note_of_another(book, "要確認"), lambda book: None,
                              "要確認", {}),
    "somebody's note, mended": (lambda book: note_of_another(book, "要確認"), mend, "要確認", {}),
    "an answer, open": (None, answer_in_the_note, "課で確認済み", {}),
    "an answer, mended": (None, both(answer_in_the_note, mend), "課で確認済み", {}),
    "coloured before, mended": (lambda book: change(book, fill=GREEN), mend, "", {"fill": GREEN}),
    "list moved to the end": (
        None, both(mend, lambda book: book.move_sheet("差戻し", len(book.sheetnames))), "", {}),
    "list renamed": (
        None, both(mend, lambda book: setattr(book["差戻し"], "title", "済")), "", {}),
    "lines of the list deleted": (
        None, both(mend, lambda book: book["差戻し"].delete_rows(7, 3)), "", {}),
}


def check(*words, cwd, **options):
    return run("check", *words, *OPTIONS, cwd=cwd, **options)


def through_openpyxl(path, step):
    book = openpyxl.load_workbook(path)
    step(book)
    book.save(path)


def through_libreoffice(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user",
                        "--convert-to", "xlsx", "--outdir", folder, str(path)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(pathlib.Path(folder, path.name), path)


def look(cell):
    fill = cell.fill
    return (fill.fill_type, fill.fgColor.rgb if fill.fill_type else None, cell.number_format)


class Again(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def return_twice(self, before, mended, saved=lambda path: None):
        """The workbook before, and the second copy with the findings it was made of."""
        for name in ("in", "out", "twice"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "in").mkdir()
        shutil.copy(SAMPLES / "returned" / BOOK, self.folder / "in")
        if before:
            through_openpyxl(self.folder / "in" / BOOK, before)
        check("in", "--return", "out", "--format", "json", "-o", "before.json", "--force",
              cwd=self.folder, status={0, 1})
        through_openpyxl(self.folder / "out" / BOOK, mended)
        saved(self.folder / "out" / BOOK)
        told = check("out", "--return", "twice", "--returned", "before.json", "--format", "json",
                     cwd=self.folder, status={0, 1})
        return (openpyxl.load_workbook(self.folder / "in" / BOOK),
                openpyxl.load_workbook(self.folder / "twice" / BOOK),
                json.loads(told.stdout)["findings"])

    def assert_only_marks_of_now(self, before, after, findings, words, aspects, seen=3):
        self.assertEqual(after.sheetnames, ["差戻し", *before.sheetnames])
        self.assertNotIn("差戻し", {f["sheet"] for f in findings})
        marked = {}
        for finding in findings:
            if finding["cell"]:
                marked.setdefault((finding["sheet"], finding["cell"]), []).append(finding)
        for sheet in before:
            for row in after[sheet.title].iter_rows():
                for cell in row:
                    place = (sheet.title, cell.coordinate)
                    is_theirs = place == (SHEET, CELL)
                    found = marked.get(place, [])
                    text = cell.comment.text if cell.comment else ""
                    self.assertEqual(text.count(BEGIN), 1 if found else 0, place)
                    self.assertEqual(text.count(END), 1 if found else 0, place)
                    for finding in found:
                        self.assertIn(finding["message"], text)
                    if is_theirs and words:
                        self.assertEqual(text.count(words), 1)
                    if not found:
                        self.assertEqual(text.strip(), words if is_theirs else "", place)
                    old = look(sheet[cell.coordinate])
                    want = list(old)
                    if is_theirs and "fill" in aspects:
                        want[:2] = ["solid", aspects["fill"].fgColor.rgb]
                    if is_theirs and "number_format" in aspects:
                        want[2] = aspects["number_format"]
                    if found:
                        worst = max((f["severity"] for f in found), key=RANKS.index)
                        want[:2] = ["solid", FILLS[worst]]
                    self.assertEqual(list(look(cell))[:seen], want[:seen], place)

    def test_what_the_first_return_added_is_gone(self):
        for name, (first, mended, words, aspects) in CASES.items():
            with self.subTest(name):
                before, after, findings = self.return_twice(first, mended)
                is_open = any((f["sheet"], f["cell"], f["rule"]) == (SHEET, CELL, "N03")
                              for f in findings)
                self.assertEqual(is_open, name.endswith("open") or name == "saved and no more")
                self.assert_only_marks_of_now(before, after, findings, words, aspects)

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_also_where_libreoffice_saved_the_copy(self):
        for name in ("mended", "somebody's note, open", "somebody's note, mended",
                     "coloured before, mended"):
            with self.subTest(name):
                first, mended, words, aspects = CASES[name]
                before, after, findings = self.return_twice(first, mended, through_libreoffice)
                # It writes formats of numbers in words of its own.
                self.assert_only_marks_of_now(before, after, findings, words, aspects, seen=2)

    def test_untouched_copies_come_out_the_same_to_the_last_byte(self):
        shutil.copytree(SAMPLES / "returned", self.folder / "in")
        check("in", "--return", "out", cwd=self.folder, status={1})
        check("out", "--return", "twice", cwd=self.folder, status={1})
        copies = sorted(p.name for p in (self.folder / "out").iterdir())
        self.assertGreater(len(copies), 6)
        for name in copies:
            self.assertEqual((self.folder / "twice" / name).read_bytes(),
                             (self.folder / "out" / name).read_bytes(), name)

    def test_a_sheet_without_findings_is_what_it_was_to_the_last_byte(self):
        shutil.copytree(SAMPLES / "returned", self.folder / "in")
        check("in", "--return", "out", cwd=self.folder, status={1})
        check("out", "--return", "twice", "--disable", "C04", cwd=self.folder, status={1})
        original, first, second = (self.folder / folder / BOOK for folder in ("in", "out", "twice"))
        part = "xl/worksheets/sheet2.xml"  # 1-1-2, of which C04 is the only finding
        with zipfile.ZipFile(original) as one, zipfile.ZipFile(second) as other:
            self.assertEqual(other.read(part), one.read(part))
        self.assertNotEqual(stored(first)[part], stored(original)[part])
        self.assertEqual(Package(second).check(), [])
        gone = set(stored(first)) - set(stored(second))
        self.assertEqual(len([name for name in gone if "comments" in name]), 1)
        self.assertEqual(len([name for name in gone if name.endswith(".vml")]), 1)

    def test_a_conversation_stays_and_the_list_tells_why_there_is_no_note(self):
        (self.folder / "in").mkdir()
        book = self.folder / "in" / BOOK
        shutil.copy(SAMPLES / "returned" / BOOK, book)
        add_conversation(book)
        check("in", "--return", "out", cwd=self.folder, status={0, 1})
        check("out", "--return", "twice", cwd=self.folder, status={0, 1})
        for folder in ("out", "twice"):
            copy = self.folder / folder / BOOK
            for part in ("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"):
                self.assertEqual(stored(copy)[part], stored(book)[part])
            after = openpyxl.load_workbook(copy)
            cell = after[SHEET][CELL]
            self.assertEqual(cell.comment.text, PLACEHOLDER)
            self.assertEqual(cell.comment.author, f"tc={THREAD}")
            self.assertEqual(cell.fill.fgColor.rgb, FILLS["warning"])
            told = [row[0].value for row in after.worksheets[0].iter_rows() if row[0].value]
            self.assertEqual(len([t for t in told if f"'{SHEET}'!{CELL}" in str(t)]), 1)
            self.assertIn(BEGIN, after[SHEET]["F11"].comment.text)


THREAD = "{7A1B0E0C-5B1B-4B6E-9D5E-0123456789AB}"
PERSON = "{11111111-2222-3333-4444-555555555555}"
PLACEHOLDER = "[Threaded comment]\n\nComment:\n    確認中です"
KIND = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
LINK = "http://schemas.microsoft.com/office/2017/10/relationships/"


def add_conversation(path):
    """The parts as Excel writes them: the conversation, who speaks, and a note that stands for it."""
    book = openpyxl.load_workbook(path)
    book[SHEET][CELL].comment = Comment(PLACEHOLDER, f"tc={THREAD}")
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = f"xl/worksheets/_rels/sheet{book.sheetnames.index(SHEET) + 1}.xml.rels"
    for rels, kind, target in (
            (sheet, "threadedComment", "/xl/threadedComments/threadedComment1.xml"),
            ("xl/_rels/workbook.xml.rels", "person", "/xl/persons/person.xml")):
        link = f'<Relationship Id="tc1" Type="{LINK}{kind}" Target="{target}"/>'
        parts[rels] = parts[rels].replace(b"</Relationships>",
                                          f"{link}</Relationships>".encode())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/threadedComments/threadedComment1.xml" '
        b'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
        b'<Override PartName="/xl/persons/person.xml" '
        b'ContentType="application/vnd.ms-excel.person+xml"/></Types>')
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{KIND}"><threadedComment ref="{CELL}" '
        f'dT="2027-04-20T01:00:00.00" personId="{PERSON}" id="{THREAD}"><text>確認中です</text>'
        "</threadedComment></ThreadedComments>").encode()
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{KIND}"><person displayName="総務課" id="{PERSON}" '
        'userId="soumu" providerId="None"/></personList>').encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


if __name__ == "__main__":
    unittest.main()
