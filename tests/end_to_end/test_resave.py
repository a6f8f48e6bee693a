"""The same plan is read after other programs have opened the workbook and saved it again."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

import openpyxl

from program import SOURCE, convert, meaning, quantity

SAMPLES = SOURCE / "sample_workbooks" / "minami_alps"
THIRD_PARTY = SOURCE / "tests" / "third_party"


def by_openpyxl(source, target):
    openpyxl.load_workbook(source).save(target)


def by_node(library):
    def resave(source, target):
        subprocess.run(["node", THIRD_PARTY / "resave.js", library, source, target], check=True,
                       cwd=THIRD_PARTY)
    return resave


def by_libreoffice(source, target):
    """In a profile of its own, so that two runs do not meet."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(pathlib.Path(folder, source.name), target)


# What each keeps: SheetJS' free edition writes no styles, so a number loses its format and with it
# how it was printed; its plan is compared by what the cells still say. LibreOffice writes a number
# format in words of its own (#,##0"件" becomes #,##0\\件) that show the same.
PROGRAMS = {"openpyxl": by_openpyxl, "exceljs": by_node("exceljs"), "sheetjs": by_node("sheetjs"),
            "libreoffice": by_libreoffice}


def without_formats(node):
    if isinstance(node, dict):
        return {k: without_formats(v) for k, v in node.items() if k != "format"}
    return [without_formats(v) for v in node] if isinstance(node, list) else node


def without_print(plan):
    """A plan with each value reduced to what it says."""
    def reduce(node):
        if isinstance(node, dict):
            if "kind" in node and "raw" in node:
                return quantity(node)
            return {k: reduce(v) for k, v in node.items()}
        return [reduce(v) for v in node] if isinstance(node, list) else node
    return reduce(plan)


class Resave(unittest.TestCase):
    def test_the_plan_stays_the_same(self):
        workbooks = [SAMPLES / "master.xlsx", *sorted((SAMPLES / "returned").glob("*.xlsx"))[:3]]
        with tempfile.TemporaryDirectory() as folder:
            for workbook in workbooks:
                original = meaning(convert(workbook, folder)[0])
                for name, resave in PROGRAMS.items():
                    with self.subTest(name, workbook=workbook.name):
                        again = pathlib.Path(folder, name + ".xlsx")
                        resave(workbook, again)
                        plan, findings = convert(again, folder)
                        self.assertEqual(without_print(meaning(plan)), without_print(original))
                        if name != "sheetjs":
                            self.assertEqual(without_formats(meaning(plan)),
                                             without_formats(original))
                        before = [f["key"] for f in convert(workbook, folder)[1]
                                  if f["severity"] != "info"]
                        after = [f["key"] for f in findings if f["severity"] != "info"]
                        self.assertEqual(after, before)


if __name__ == "__main__":
    unittest.main()
