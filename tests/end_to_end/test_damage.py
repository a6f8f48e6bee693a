"""Every kind of damage to a target or actual row is found, at its cell, with its severity.

The cases come from the rule catalogue alone; each breaks one thing in a clean sheet.
"""

import json
import tempfile
import unittest

import openpyxl

from program import SHARED, check, run
from published_form import Form, measures_of, sheet_names, workbook_of

FACTS = json.loads((SHARED / "plans" / "minami_alps.json").read_text("utf-8"))
MEASURES = measures_of(FACTS)
NAMES = sheet_names(MEASURES)

TARGET, ACTUAL, YEAR = 11, 12, 9  # rows of the published form


def put(cell, value, number_format=None):
    def change(sheet):
        sheet[cell].value = value
        if number_format:
            sheet[cell].number_format = number_format
    return change


def delete_row(row):
    def change(sheet):
        # openpyxl moves cells but not merges: the whole sheet's are undone first.
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        sheet.delete_rows(row)
    return change


# Which measure (0-based), what is changed, and the finding it must give: rule, severity, cell.
CASES = {
    "target label emptied": (0, put("A11", None), ("S01", "error", "A11")),
    "target row deleted": (0, delete_row(11), ("S01", "error", "A11")),
    "actual row deleted": (0, delete_row(12), ("S01", "error", "A12")),
    "definition row deleted": (0, delete_row(10), ("S01", "error", "A10")),
    "label doubled": (0, put("A13", "実績値"), ("S02", "error", "A13")),
    "label one letter off": (0, put("A4", "主菅課"), ("S03", "warning", "A4")),
    "listed variant": (0, put("A6", "取組内容"), ("S03", "info", "A6")),
    "year heading emptied": (0, put("D9", None), ("S05", "error", "D9")),
    "year beyond the plan": (0, put("F9", "令和18年度"), ("D03", "error", "F9")),
    "year twice": (0, put("D9", "令和9年度"), ("D03", "error", "D9")),
    "stray value beside the block": (0, put("G11", "99.0%"), ("S05", "error", "G11")),
    "stray words beside the block": (0, put("G5", "要確認"), ("S16", "warning", "G5")),
    "stray value below the block": (0, put("B13", "98.9%"), ("S16", "warning", "B13")),
    "actual left blank": (0, put("B12", None), ("A01", "error", "B12")),
    "actual only spaces": (0, put("B12", "　 "), ("A01", "error", "B12")),
    "actual a dash without reason": (0, put("B12", "—"), ("A01", "warning", "B12")),
    "actual of a future year": (0, put("D12", "98.7%"), ("D07", "error", "D12")),
    "actual is an error value": (0, put("B12", "#DIV/0!"), ("C11", "error", "B12")),
    "target left blank": (0, put("D11", None), ("T01", "error", "D11")),
    "target goes back": (0, put("D11", "98.40%"), ("T06", "warning", "D11")),
    "number as text": (12, put("B12", "1"), ("C01", "info", "B12")),
    "number with its unit": (0, put("B12", "98.60%"), ("C02", "info", "B12")),
    "full-width number": (0, put("B12", "９８．６％"), ("C04", "info", "B12")),
    "two data in one cell": (1, put("B12", "口座 60,000件 電子 50,000件"), ("C03", "info", "B12")),
    "looks like a number": (1, put("B12", "110,00"), ("C18", "warning", "B12")),
    "unit of the actual differs": (4, put("B12", "7人"), ("N02", "error", "B12")),
    "scale of the actual differs": (3, put("B12", "4,500,000千円"), ("N02", "warning", "B12")),
    "fraction in a percent row": (0, put("B12", 0.986), ("N03", "warning", "B12")),
    "percent format on whole percents": (0, put("B12", 98.6, "0.00%"), ("N03", "warning", "B12")),
    "ten times the target": (1, put("B12", "1,100,000件"), ("N06", "warning", "B12")),
    "actual as of another year": (0, put("B12", "98.6%(R6.3.31現在)"), ("D06", "warning", "B12")),
}


class Damage(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def findings(self, measures, names, change=None, sheet=0, options=()):
        book, _ = workbook_of(measures, names=names)
        if change:
            change(book.worksheets[sheet])
        path = f"{self.folder.name}/book.xlsx"
        book.save(path)
        return check(path, options=options)

    def test_each_damage_is_found_at_its_cell(self):
        for name, (index, change, expected) in CASES.items():
            with self.subTest(name):
                found = self.findings([MEASURES[index]], [NAMES[index]], change)
                here = {(f["rule"], f["severity"], f["cell"]) for f in found}
                self.assertIn(expected, here)

    def test_a_clean_sheet_gives_no_error_and_no_warning(self):
        for index in (0, 1, 3, 4, 6, 12):
            with self.subTest(NAMES[index]):
                measure = dict(MEASURES[index])
                measure["texts"] = dict(measure["texts"], final_goal="目標を達成する")
                found = self.findings([measure], [NAMES[index]])
                self.assertEqual([f for f in found if f["severity"] != "info"], [])

    def test_a_measure_twice_is_found_in_the_later_one(self):
        changed = dict(MEASURES[0], actuals=["98.1%"] + [""] * 4)
        for other, severity in ((MEASURES[0], "warning"), (changed, "error")):
            with self.subTest(severity):
                found = self.findings([MEASURES[0], other], ["1-1-1", "1-1-1 (2)"])
                self.assertIn(("F08", severity, "1-1-1 (2)", "B3"),
                              {(f["rule"], f["severity"], f["sheet"], f["cell"]) for f in found})

    def test_a_foreign_sheet_is_named(self):
        book = openpyxl.Workbook()
        for row in (("品名", "数量", "単価"), ("鉛筆", 10, 80), ("消しゴム", 5, 60)):
            book.active.append(row)
        book.active.title = "購入"
        path = f"{self.folder.name}/foreign.xlsx"
        book.save(path)
        found = check(path)
        self.assertIn(("S14", "error", "購入"), {(f["rule"], f["severity"], f["sheet"]) for f in found})

        book, _ = workbook_of(MEASURES[:1], names=NAMES[:1])
        for row in (("品名", "数量", "単価"), ("鉛筆", 10, 80), ("消しゴム", 5, 60)):
            (book["購入"] if "購入" in book.sheetnames else book.create_sheet("購入")).append(row)
        book.save(path)
        found = check(path)
        self.assertIn(("S14", "warning", "購入"),
                      {(f["rule"], f["severity"], f["sheet"]) for f in found})

    def test_the_plan_s_own_faults_are_found(self):
        found = self.findings(MEASURES, NAMES)
        here = {(f["rule"], f["measure"]) for f in found}
        for rule, index in (("T09", 8), ("T09", 13), ("N01", 12), ("N01", 16), ("N01", 29)):
            self.assertIn((rule, NAMES[index]), here)
        self.assertIn("S10", {f["rule"] for f in found})  # 税込 for 税収 in sheet 3

    def test_final_goal_against_the_last_target(self):
        measure = dict(MEASURES[24])
        measure["texts"] = dict(measure["texts"], final_goal="令和12年度末までに加入率72.0%とする")
        found = self.findings([measure], [NAMES[24]])
        self.assertIn(("T02", "warning", "F11"),
                      {(f["rule"], f["severity"], f["cell"]) for f in found})

    def test_departments_and_items_are_held_against_the_master(self):
        book, _ = workbook_of(MEASURES, names=NAMES)
        master = f"{self.folder.name}/master.xlsx"
        book.save(master)
        for cell, value, expected in (("B4", "納税果", ("S09", "warning", "B4")),
                                      ("B4", "宇宙開発課", ("S09", "error", "B4")),
                                      ("B2", "①税込確保のための収納率向上と未利用財産の活用",
                                       ("S10", "warning", "B2"))):
            with self.subTest(value):
                found = self.findings(MEASURES[:2], NAMES[:2], put(cell, value),
                                      options=("--master", master))
                self.assertIn(expected, {(f["rule"], f["severity"], f["cell"]) for f in found})

    def test_keys_hold_no_address_and_exit_status_follows_the_errors(self):
        book, _ = workbook_of([MEASURES[0]], names=[NAMES[0]])
        path = f"{self.folder.name}/book.xlsx"
        book.save(path)
        self.assertEqual(run("check", path, "--asof", "2027-05-31").returncode, 0)
        book.worksheets[0]["B12"].value = None
        book.save(path)
        self.assertEqual(run("check", path, "--asof", "2027-05-31").returncode, 1)
        found = [f for f in check(path) if f["rule"] == "A01"]
        self.assertEqual([f["key"] for f in found], ["A01|1-1-1/1|2026"])
        # Not due while the year is running.
        self.assertEqual(run("check", path, "--asof", "2027-03-31").returncode, 0)
        self.assertEqual(run("check", f"{self.folder.name}/none.xlsx").returncode, 2)


if __name__ == "__main__":
    unittest.main()
