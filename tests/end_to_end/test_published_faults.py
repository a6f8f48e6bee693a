"""The faults of the published plans (reference/published-faults.md) that `check` finds.

The whole list of errors and warnings is compared, not only what is looked for: on a plan as
published, a finding that stands for no fault is a false alarm.
"""

import json
import pathlib
import tempfile
import unittest

from program import run
from published_texts import (minami_alps_book, minami_alps_list, seki_plan_book, shimotsuma_book)

# Of the file that openpyxl writes, not of the plan: no identity, no saved results of formulas.
OF_THE_FILE = {"F06", "F10"}

# Fault: (rule, severity, cells of one sheet each, what is found).
MINAMI_ALPS = {
    "MA01": ("T02", "warning", ["4-1-1!F11"]),   # 72.0 % in the sentence, 72.50 % in its year
    "MA02": ("T14", "warning", ["2-2-3!F11"]),   # to be introduced, but the steps only decide it
    "MA05": ("S13", "warning", ["一覧!A1"]),     # a heading of the plan before
    "MA06": ("S11", "warning", ["1-2-1!B3"]),    # the list says more than the sheet
    "MA08": ("S10", "warning", ["1-1-3!B2"]),    # one letter of the item's title
    "MA09": ("S11", "warning", ["3-1-1!B3"]),    # no line of the list
    "MA16": ("S10", "warning", [f"{s}!B7" for s in ("3-1-3", "3-2-1", "3-2-2", "3-2-3")]),
    "MA17": ("S10", "warning", [f"3-{i}-{n}!B5" for i in (1, 2) for n in (1, 2, 3)]),
    "MA22": ("A08", "warning", ["3-1-3!D5", "3-2-2!D5"]),  # 課題 of 3-1-1 in two more sheets
    "MA23": ("A08", "warning", ["3-1-2!B5"]),    # 現状 of 3-1-1
    "MA24": ("A08", "warning", ["3-2-2!B5"]),    # 現状 of 3-2-1
    "MA31": ("T02", "warning", ["1-1-1!F11"]),   # 99 % is of another rate than the row's
    "MA43": ("T09", "info", ["1-4-1!A11"]),      # counts and steps
    "MA44": ("T09", "info", ["2-1-3!A11"]),      # steps and growth
    "MA47": ("N01", "info", ["2-1-2!B11", "2-2-2!B11", "4-2-2!B11"]),  # no unit anywhere
    "MA59": ("S09", "warning", ["4-2-1!B5"]),    # the centre without 支援
}

SEKI_PLAN = {
    "SP08": ("T10", "warning", [f"施策{n}!D6" for n in (39, 40, 41, 42, 43, 46, 47, 48)]),  # UP
    "SP01": ("T04", "warning", ["施策46!D7"]),  # a debt ratio that rises, with no ceiling said
    "SP10": ("C05", "info", ["施策39!C8"]),      # the sign is read, and said
}

SHIMOTSUMA = {
    "SH01": ("T05", "warning", ["基本施策1!D13"]),  # 10 and 10
    "SH02": ("T05", "warning", ["基本施策1!D14"]),  # 5 and 5
    "SH03": ("T05", "warning", ["基本施策2!D19"]),  # the income
    "SH04": ("T05", "warning", ["基本施策2!D27"]),  # 61 % and 61 %
    "SH06": ("D06", "warning", ["基本施策2!C21"]),  # of H29 under R4
    "SH17": ("S09", "info", ["基本施策1!C6"]),      # 会議 and 委員会
}

# Only where the outline of chapter 2 is given apart, as the plan that --master names.
WITH_THE_OUTLINE = {
    "MA07": ("S10", "warning", ["1-4-1!B2"]),    # the sheets' title goes on where the list's ends
}

# Remarks on how a cell is written, never more than an info; they stand for no fault of the list.
NOTES = {
    "C02": "a number stored as text with its unit or year",
}

# What no rule decides, and why.
UNDECIDED = {
    "what a word implies": [
        "MA03",  # examining against introducing: a goal may lawfully be passed
        "MA04", "MA37", "MA55", "SP13", "SH07", "SH18"],
    "whether an indicator fits its goal or field": [
        "MA33", "MA34", "MA35", "MA36", "SH05", "SH08", "SH10", "SH11"],
    "a slip within a sentence: needs a dictionary or grammar": [
        "MA15", "MA25", "MA27", "MA28", "SP16"],
    "texts that are alike but not the same may be meant so": ["MA21"],
    "headings and contents of the printed book; its workbook has none": [
        "MA12", "MA13", "MA14", "SP03", "SH16", "SH20", "SH21", "SH22"],
    "a field that may stand empty": ["MA18", "MA19", "MA20", "SP04", "SP12"],
    "the form has no place for a baseline; it stands in prose if at all": [
        "MA38", "MA39", "MA40", "MA49", "MA50", "MA51"],
    "a goal without a figure can be meant so": ["MA29", "MA30", "MA52", "MA53", "MA54"],
    "per year or in all is not said, and both readings agree with the row": ["MA41", "MA42"],
    "two words for one count (施設, 件) in a sentence and a row": ["MA45"],
    "whose work it is": ["MA58"],
    "terms and style": ["MA32", "MA61", "MA62"],
    "colours and pictures, not in the text": ["SP02", "SP19", "SH19", "SH23"],
    "another plan's document": ["SP11"],
    "the status of the paper": ["MA66"],
}

# Not faults: spelled otherwise, or values that agree. A finding on them would be a false alarm.
NOTHING_TO_SAY = {
    "MA10", "MA11", "MA26", "MA46", "MA48", "MA56", "MA57", "MA60", "MA63", "MA64", "MA65", "MA67",
    "SP05", "SP06", "SP07", "SP09", "SP14", "SP15", "SP17", "SP18", "SP20",
    "SH09", "SH12", "SH13", "SH14", "SH15", "SH24", "SH25",
}


def fit_heights(book):
    """Rows of no fixed height: the published texts are longer than those the heights are for."""
    for sheet in book.worksheets:
        for row in sheet.row_dimensions.values():
            row.height = None


def with_the_outline(book):
    """The items of every sheet called as chapter 2 calls them."""
    policies = {}
    for policy, item, _ in minami_alps_list():
        items = policies.setdefault(policy, [])
        if item not in items:
            items.append(item)
    outline = list(policies.values())
    for sheet in book.worksheets:
        if sheet.title != "一覧":
            policy, item, _ = map(int, sheet.title.split("-"))
            sheet["B2"].value = outline[policy - 1][item - 1]


class PublishedFaults(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def save(self, book, name):
        fit_heights(book)
        book.save(self.folder / name)
        return self.folder / name

    def findings(self, *arguments):
        done = run("check", "--profile", "plan", "--asof", "2026-03-31", "--format", "json",
                   *arguments, status={0})
        return [f for f in json.loads(done.stdout)["findings"] if f["rule"] not in OF_THE_FILE]

    def has_faults(self, findings, *tables):
        """Every fault is found where it stands, and nothing else is but the notes."""
        found = sorted((f["rule"], f["severity"], f"{f['sheet']}!{f['cell']}")
                       for f in findings if f["rule"] not in NOTES)
        places = {}
        for table in tables:
            for fault, (rule, severity, cells) in table.items():
                for cell in cells:
                    places[rule, severity, cell] = fault
        for place in places:
            with self.subTest(places[place]):
                self.assertIn(place, found)
        self.assertEqual([place for place in found if place not in places], [], "false alarms")
        self.assertEqual(len(found), len(set(found)), "one fault, one finding")
        for finding in findings:
            if finding["rule"] in NOTES:
                self.assertEqual(finding["severity"], "info", finding)

    def test_minami_alps(self):
        book, taken = minami_alps_book()
        self.assertGreaterEqual(sum(count >= 3 for count in taken), 25)
        self.has_faults(self.findings(self.save(book, "plan.xlsx")), MINAMI_ALPS)

    def test_minami_alps_with_the_outline(self):
        master, _ = minami_alps_book()
        with_the_outline(master)
        book, _ = minami_alps_book()
        findings = self.findings(self.save(book, "plan.xlsx"),
                                 "--master", self.save(master, "master.xlsx"))
        self.has_faults(findings, MINAMI_ALPS, WITH_THE_OUTLINE)

    def test_seki_plan(self):
        book, taken = seki_plan_book()
        self.assertTrue(all(count >= 3 for count in taken), taken)
        self.has_faults(self.findings(self.save(book, "plan.xlsx")), SEKI_PLAN)

    def test_shimotsuma(self):
        book, taken = shimotsuma_book()
        self.assertTrue(all(count >= 3 for count in taken), taken)
        self.has_faults(self.findings(self.save(book, "plan.xlsx")), SHIMOTSUMA)

    def test_every_fault_is_judged_once(self):
        judged = [*MINAMI_ALPS, *SEKI_PLAN, *SHIMOTSUMA, *WITH_THE_OUTLINE, *NOTHING_TO_SAY]
        for faults in UNDECIDED.values():
            judged += faults
        for prefix, count in (("MA", 67), ("SP", 20), ("SH", 25)):
            self.assertEqual(sorted(f for f in judged if f.startswith(prefix)),
                             [f"{prefix}{n:02}" for n in range(1, count + 1)])


if __name__ == "__main__":
    unittest.main()
