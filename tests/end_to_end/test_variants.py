"""The same plan is read from every shape in which departments return the Minami-Alps sheet."""

import json
import tempfile
import unittest

import openpyxl

from program import SHARED, convert, meaning, quantity
from published_form import Form, draw, measures_of, sheet_names, wide, workbook_of

FACTS = json.loads((SHARED / "plans" / "minami_alps.json").read_text("utf-8"))
MEASURES = measures_of(FACTS)
KINDS = {"percent": "number", "comparator": "bound", "direction": "trend", "multi": "compound",
         "cumulative": "compound"}


def rules(findings, severity=None):
    return {f["rule"] for f in findings if severity is None or f["severity"] == severity}


class Published(unittest.TestCase):
    """The published form, 31 sheets, against the facts."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        book, _ = workbook_of(MEASURES)
        book.save(f"{cls.folder.name}/base.xlsx")
        cls.plan, cls.findings = convert(f"{cls.folder.name}/base.xlsx", cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_target_has_the_kind_number_unit_and_decimals_of_the_facts(self):
        seen = 0
        for fact, measure in zip(FACTS["sheets"], self.plan["measures"]):
            self.assertEqual(len(measure["indicators"]), 1, measure["id"])
            years = {y["year"]: y for y in measure["indicators"][0]["years"]}
            for target in fact["targets"]:
                value = years[target["year"]]["target"]
                with self.subTest(measure=measure["id"], raw=target["raw"]):
                    kind = KINDS.get(target["kind"], target["kind"])
                    self.assertEqual(value["raw"], target["raw"])
                    self.assertEqual(value["kind"], kind)
                    if kind == "number":
                        from_name = target["unit_from"] in ("definition", "unit_column")
                        number = target["printed_number" if from_name else "value"]
                        self.assertEqual(value["number"], number)
                        self.assertEqual(value["decimals"], target["decimals"])
                        self.assertEqual(
                            value["unit_from"],
                            {"definition": "name", None: "none"}.get(
                                target["unit_from"], target["unit_from"]))
                        if not from_name:
                            self.assertEqual(value["unit"], target["unit"])
                    seen += 1
        self.assertEqual(seen, 155)

    def test_measures_policies_and_departments_are_all_there(self):
        self.assertEqual(len(self.plan["measures"]), 31)
        tops = [g for g in self.plan["groups"] if g["parent"] is None]
        self.assertEqual([g["id"] for g in tops], ["1", "2", "3", "4"])
        self.assertEqual([m["id"] for m in self.plan["measures"]], sheet_names(MEASURES))
        for fact, measure in zip(FACTS["sheets"], self.plan["measures"]):
            self.assertEqual(measure["departments"], fact["departments"])
            self.assertEqual(measure["title"], fact["main_measure"])

    def test_the_published_form_gives_no_error(self):
        self.assertEqual([f for f in self.findings if f["severity"] == "error"], [])


class Variants(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.base = cls.read(workbook_of(MEASURES)[0], "base")[0]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def read(cls, book, name):
        path = f"{cls.folder.name}/{name}.xlsx"
        book.save(path)
        plan, findings = convert(path, cls.folder.name)
        return meaning(plan), findings

    def same(self, book, name, reported=(), severity=None):
        """The book reads as the base does, and each deviation is reported."""
        plan, findings = self.read(book, name)
        self.assertEqual(len(plan["measures"]), len(self.base["measures"]))
        for got, expected in zip(plan["measures"], self.base["measures"]):
            self.assertEqual(got, expected)
        self.assertEqual(plan, self.base)
        self.assertLessEqual(set(reported), rules(findings, severity))
        self.assertEqual([f for f in findings if f["severity"] == "error"], [])

    def test_forms_that_read_equal(self):
        respelled = {"主な取組み": "主な取り組み", "取組み内容": "取組内容", "関係計画等": "関連計画"}
        cases = {
            "moved": (Form(row=7, column=4), ()),
            "one_cell_policy": (Form(one_cell_policy=True), ()),
            "issues_in_d": (Form(issues_column=4), ()),
            "issues_wide": (Form(issues_column=3, merges=False), ()),
            "no_merges": (Form(merges=False), ()),
            "evaluation_rows": (Form(evaluation=True), ()),
            "years_R8": (Form(year="R{era}"), ()),
            "years_2026": (Form(year="{year}"), ()),
            "years_number": (Form(year=lambda y: y), ()),
            "years_both": (Form(year="{year}(令和{era})年度"), ()),
            "years_wide": (Form(year=lambda y: wide(f"R{y - 2018}")), ()),
            "variants": (Form(label=lambda t: respelled.get(t, t)), ("S03",)),
            "spaces": (Form(label=lambda t: " ".join(t)), ("S03",)),
            "ideographic_spaces": (Form(label=lambda t: "　".join(t)), ("S03",)),
            "line_breaks": (Form(label=lambda t: t[:2] + "\n" + t[2:]), ("S03",)),
            "remarks": (Form(label=lambda t: t + "（記入欄）" if t == "実績値" else t), ("S03",)),
            "remark_below": (Form(label=lambda t: t + "\n※5月末まで" if t == "実績値" else t),
                             ("S03",)),
            "shorter": (Form(label=lambda t: {"目標値": "目標", "実績値": "実績"}.get(t, t)), ("S03",)),
            "blank_rows": (Form(blank_rows_after=(3, 8, 10)), ("F07",)),
            "blank_columns": (Form(blank_columns_after=(1, 3)), ("F07",)),
        }
        for name, (form, reported) in cases.items():
            with self.subTest(name):
                self.same(workbook_of(MEASURES, form)[0], name, reported)

    def test_titles_and_notes_stand_above(self):
        book, _ = workbook_of(MEASURES, Form(row=5))
        for sheet in book:
            sheet["A1"] = "第5次南アルプス市行政改革実施計画　進行管理・評価シート"
            sheet["A2"] = "※黄色の欄に記入してください。"
            sheet["F3"] = "記入者"
        self.same(book, "titles")

    def test_sheets_are_renamed(self):
        names = [f"Sheet{i}" for i in range(1, 32)]
        self.same(workbook_of(MEASURES, names=names)[0], "renamed", ("S15",))

    def test_blocks_are_stacked_on_one_sheet(self):
        for count, gap in ((2, 2), (4, 1), (4, 0)):
            with self.subTest(count=count, gap=gap):
                book = openpyxl.Workbook()
                book.remove(book.active)
                for start in range(0, 31, count):
                    sheet = book.create_sheet(f"p{start}")
                    for i, measure in enumerate(MEASURES[start:start + count]):
                        draw(sheet, Form(row=1 + i * (12 + gap)), measure)
                self.same(book, f"stacked_{count}_{gap}", ("F05",), "info")

    def test_blocks_stand_side_by_side(self):
        for count in (2, 4):
            with self.subTest(count):
                book = openpyxl.Workbook()
                book.remove(book.active)
                for start in range(0, 31, count):
                    sheet = book.create_sheet(f"p{start}")
                    for i, measure in enumerate(MEASURES[start:start + count]):
                        draw(sheet, Form(column=1 + i * 7), measure)
                self.same(book, f"side_{count}", ("F05",), "info")

    def test_four_blocks_in_a_square(self):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for start in range(0, 31, 4):
            sheet = book.create_sheet(f"p{start}")
            for i, measure in enumerate(MEASURES[start:start + 4]):
                draw(sheet, Form(row=1 + (i // 2) * 14, column=1 + (i % 2) * 8), measure)
        plan, findings = self.read(book, "square")
        by_title = lambda p: sorted((m["title"], m["indicators"][0]["years"]) for m in p["measures"])
        self.assertEqual(by_title(plan), by_title(self.base))
        self.assertIn("F05", rules(findings))

    def test_actuals_typed_in_every_way_say_the_same(self):
        def as_number(raw):
            text = raw.replace(",", "")
            for unit in ("件", "社", "回", "団体"):
                if text.endswith(unit) and text[:-len(unit)].isdigit():
                    return int(text[:-len(unit)]), f'#,##0"{unit}"'
            if text.endswith("%"):
                places = len(text.split(".")[1]) - 1 if "." in text else 0
                return float(text[:-1]) / 100, "0." + "0" * places + "%" if places else "0%"
            return (int(text), "General") if text.isdigit() else (raw, None)

        for name, actual in (("numbers", as_number), ("wide", lambda raw: (wide(raw), None))):
            plan, _ = self.read(workbook_of(MEASURES, Form(actual=actual))[0], name)
            for got, expected in zip(plan["measures"], self.base["measures"]):
                for a, b in zip(got["indicators"][0]["years"], expected["indicators"][0]["years"]):
                    with self.subTest(name, measure=got["id"], year=a["year"]):
                        self.assertEqual(quantity(a["actual"]), quantity(b["actual"]))


if __name__ == "__main__":
    unittest.main()
