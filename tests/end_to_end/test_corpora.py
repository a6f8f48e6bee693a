"""Seventy-two real workbooks that nobody here made, through `inspect`, against independent readers."""

import csv
import datetime
import hashlib
import json
import pathlib
import tempfile
import unittest

from program import SHARED, run

VISIBLE = SHARED / "corpora" / "visible"
EXPECTED = SHARED / "corpora" / "expected"

# File -> rules of which one must be given where the format is not supported.
REFUSALS = {"encrypted": {"F02"}, "xlsb": {"F01"}, "not_zip": {"F01"}, "crc": {"F11"},
            "corrupt": {"F11"}, "duplicate": {"F11"}, "doctype": {"F11"}, "package": {"F11", "F01"}}


# SheetJS loses the second run of this inline string; LibreOffice and this program do not.
KNOWN = {("V063_calamine_minimal_package.xlsx", "Sheet1", "A1")}


def serial(value, date_1904):
    """A value of the expected files as inspect gives it; openpyxl made dates of some numbers."""
    if isinstance(value, dict):
        if "e" in value:
            return value["e"]
        epoch = datetime.datetime(1904, 1, 1) if date_1904 else datetime.datetime(1899, 12, 30)
        if "dt" in value or "d" in value:
            moment = datetime.datetime.fromisoformat(value.get("dt") or value["d"])
            days = (moment - epoch).total_seconds() / 86400
            # Excel counts a 29 February 1900 that never was; openpyxl steps over it.
            return days - 1 if not date_1904 and 1 < days < 61 else days
        if "t" in value:
            t = datetime.time.fromisoformat(value["t"])
            return (t.hour * 3600 + t.minute * 60 + t.second + t.microsecond / 1e6) / 86400
        if "td" in value:
            return value["td"] / 86400
    return value


def same(ours, theirs):
    ours = ours["error"] if isinstance(ours, dict) else ours
    if isinstance(theirs, bool) or isinstance(ours, bool):
        return ours == theirs
    if isinstance(theirs, (int, float)) and isinstance(ours, (int, float)):
        return abs(ours - theirs) <= 1e-6 * max(1.0, abs(theirs))
    if isinstance(theirs, str) and isinstance(ours, str):
        return ours.replace("\r\n", "\n").replace("\r", "\n") == \
            theirs.replace("\r\n", "\n").replace("\r", "\n")
    return ours == theirs


class Corpora(unittest.TestCase):
    def rows(self):
        with open(SHARED / "corpora" / "index.tsv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    def inspect(self, path, folder):
        findings = pathlib.Path(folder, "findings.json")
        done = run("inspect", path, "--format", "json", "--findings", findings, "--force", "--quiet",
                   status={0, 1, 2})
        return done, json.loads(findings.read_text("utf-8"))["findings"]

    def compare(self, expected, document, at):
        date_1904 = expected.get("openpyxl", {}).get("epoch") == "1904"
        if expected["preferred"] == "sheetjs":
            date_1904 = False  # raw numbers
        sheets = {s["name"]: s["cells"] for s in document["sheets"]}
        for name, values in (expected["values"] or {}).items():
            # None: a time that the other reader could not make a number of.
            left_out = {a for a, v in values.items() if v is None or (at, name, a) in KNOWN}
            ours = {a: v for a, v in sheets.get(name, {}).items() if v != "" and a not in left_out}
            theirs = {a: serial(v, date_1904) for a, v in values.items()
                      if v != "" and a not in left_out}
            wrong = {a: (ours.get(a), theirs.get(a)) for a in ours.keys() | theirs.keys()
                     if not same(ours.get(a), theirs.get(a))}
            self.assertEqual(dict(list(wrong.items())[:5]), {}, f"{at} {name}: ours, theirs")
        if expected["values"] is None:
            for name, count in expected.get("per_sheet_counts", {}).items():
                here = len(sheets.get(name, {}))
                self.assertEqual(here, count, f"{at} {name}")

    def test_every_workbook_reads_or_is_refused_with_a_clear_finding(self):
        rows = self.rows()
        self.assertEqual(len(rows), 72)
        with tempfile.TemporaryDirectory() as folder:
            for row in rows:
                name = pathlib.Path(row["file"]).name
                with self.subTest(name):
                    done, findings = self.inspect(VISIBLE / name, folder)
                    expect, _, kind = row["expect"].partition(":")
                    if expect == "read":
                        self.assertNotEqual(done.returncode, 2, done.stderr[-800:])
                        expected = json.loads((EXPECTED / f"{name}.json").read_text("utf-8"))
                        if expected.get("values_from") and expected.get("preferred"):
                            self.compare(expected, json.loads(done.stdout), name)
                    elif expect == "refuse":
                        self.assertEqual(done.returncode, 2)
                        self.assertTrue(REFUSALS[kind] & {f["rule"] for f in findings}, findings)


if __name__ == "__main__":
    unittest.main()
