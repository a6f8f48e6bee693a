"""Two forms of no plan of ours work from their layout files alone: a 事務事業評価シート, and a KPI管理表
written from templates/README.md. Each is drawn, filled in by openpyxl, read, checked and reported."""

import json
import pathlib
import tempfile
import unittest

import openpyxl

from program import SOURCE, check, convert, run

LAYOUTS = SOURCE / "tests/fixtures/layouts"


def figures(years, of):
    """year: number (or the text where there is none) of the filled targets or actuals."""
    return {y["year"]: y[of].get("number", y[of]["raw"]) for y in years
            if y[of]["kind"] != "blank"}


class Form(unittest.TestCase):
    """One layout file and the blank form drawn from it."""

    layout = None

    @classmethod
    def setUpClass(cls):
        if cls.layout is None:
            raise unittest.SkipTest("only its subclasses are forms")
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = LAYOUTS / f"{cls.layout}.toml"
        cls.blank = pathlib.Path(cls.folder.name) / "blank.xlsx"
        run("layout", "blank", cls.path, "-o", cls.blank, status={0})
        book = openpyxl.load_workbook(cls.blank)
        cls.fill(book)
        cls.filled = pathlib.Path(cls.folder.name) / "filled.xlsx"
        book.save(cls.filled)
        cls.plan, cls.findings = convert(cls.filled, cls.folder.name, "--layout", cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_layout_has_no_fault(self):
        self.assertIn("誤りはありません", run("layout", "check", self.path, status={0}).stdout)

    def test_the_blank_form_is_recognised(self):
        done = run("layout", "detect", self.blank, "--layout", self.path, status={0})
        self.assertRegex(done.stdout, f"{self.layout} .*100%")

    def test_nothing_is_wrong_with_the_filled_form(self):
        self.assertEqual([f for f in self.findings if f["severity"] != "info"], [])
        found = check(self.filled, options=("--layout", self.path))
        self.assertEqual([f for f in found if f["severity"] == "error"], [])

    def test_what_was_read_is_drawn_and_read_again(self):
        plan = pathlib.Path(self.folder.name) / "plan.json"
        plan.write_text(json.dumps(self.plan, ensure_ascii=False), encoding="utf-8")
        drawn = pathlib.Path(self.folder.name) / "drawn.xlsx"
        run("convert", plan, "-o", drawn, "--layout", self.path, "--force", status={0})
        again, _ = convert(drawn, self.folder.name, "--layout", self.path)
        for plan in (again, self.plan):
            for measure in plan["measures"]:
                measure["source"] = None
        self.assertEqual(again, self.plan)

    def test_the_progress_book_holds_every_measure(self):
        book = pathlib.Path(self.folder.name) / "progress.xlsx"
        run("progress", self.filled, "--layout", self.path, "-o", book, "--force", "--asof",
            "2027-05-31", status={0})
        words = {c.value for s in openpyxl.load_workbook(book) for row in s.iter_rows()
                 for c in row}
        for measure in self.plan["measures"]:
            self.assertIn(measure["title"], words)

    def test_a_draft_of_the_blank_form_has_its_rows_and_columns(self):
        drafted = run("layout", "draft", self.blank, status={0}).stdout
        rows = [line for line in drafted.splitlines() if line.endswith("|")]
        sheet = openpyxl.load_workbook(self.blank).active
        self.assertEqual(len(rows), sheet.max_row + 1)
        self.assertEqual({row.count("|") for row in rows}, {sheet.max_column + 1})


class KpiTable(Form):
    layout = "kpi_kanri"

    @staticmethod
    def fill(book):
        first = book.active
        second = book.copy_worksheet(first)
        for sheet, number, title, department in (
                (first, "1-1", "企業誘致の推進", "商工課、農政課"), (second, "1-2", "創業の支援", "商工課")):
            sheet.title = number
            sheet["A1"], sheet["B1"] = "基本目標1", "しごとをつくる"
            for column, value in zip("BCDEFG", ("新しく雇われた人の数", "人", 120, 600, 130, 245)):
                sheet[f"{column}3"] = value
            sheet["L3"], sheet["M3"] = "B", "累計で見る"
            sheet["B4"], sheet["C4"], sheet["L4"] = number, title, department
        for column, value in zip("BCDEFG", ("誘致した企業の数", "社", 2, 10, 3, 5)):
            first[f"{column}6"] = value
        first["L6"], first["M6"] = "A", "用地の紹介を広げる"
        for column, value in zip("BCDEF", ("企業見学会の参加者", "人", 40, 80, "集計中")):
            first[f"{column}7"] = value
        for column, value in zip("BCDEFG", ("創業した人の数", "人", 5, 30, 6, 14)):
            second[f"{column}6"] = value
        second["L6"] = "C"

    def test_the_plan(self):
        self.assertEqual([(g["id"], g["label"], g["title"]) for g in self.plan["groups"]],
                         [("1", "基本目標1", "しごとをつくる")])
        first, second = self.plan["measures"]
        self.assertEqual((first["id"], first["title"], first["departments"]),
                         ("1-1", "企業誘致の推進", ["商工課", "農政課"]))
        self.assertEqual((second["id"], second["title"]), ("1-2", "創業の支援"))
        self.assertEqual([(i["category"], i["name"], i["unit"], i["baseline"]["value"]["number"])
                          for i in first["indicators"]],
                         [("数値目標", "新しく雇われた人の数", "人", 120),
                          ("KPI", "誘致した企業の数", "社", 2),
                          ("KPI", "企業見学会の参加者", "人", 40)])
        kpi = first["indicators"][1]["years"]
        self.assertEqual(figures(kpi, "target"), {2029: 10})
        self.assertEqual(figures(kpi, "actual"), {2025: 3, 2026: 5})
        self.assertEqual(figures(first["indicators"][2]["years"], "actual"), {2025: "集計中"})
        self.assertEqual([(e["indicator"], e["year"], e["grade"], e["next"])
                          for e in first["evaluations"]],
                         [("1-1/1", None, "B", ""), ("1-1/2", None, "A", "用地の紹介を広げる")])

    def test_each_rate_is_a_formula_on_its_own_row(self):
        sheet = openpyxl.load_workbook(self.blank).active
        for row in (3, 6, 7):
            self.assertEqual(sheet[f"K{row}"].value,
                             f'=IF(COUNT(F{row}:J{row})=0,"",LOOKUP(9E+307,F{row}:J{row})/E{row})')


class WorkSheet(Form):
    layout = "jimu_jigyo"

    @staticmethod
    def fill(book):
        sheet = book.active
        sheet.title = "101"
        for cell, value in {
                "B1": "図書館の運営", "F1": "101", "H1": "生涯学習課", "B3": "本に親しむ人を増やす",
                "B4": "資料を集め、貸し出す", "C7": "千円", "E7": 1200, "F7": 1250, "C8": "千円",
                "E8": 800, "F8": 790, "H7": "資料費", "B10": "開館した日数", "C10": "日", "E10": 290,
                "F10": 290, "G10": 292, "E11": 288, "F11": 291, "G11": 292, "B13": "貸し出した冊数", "C13": "冊",
                "E13": 52000, "F13": 53000, "G13": 54000, "E14": 51200, "F14": 53400, "G14": 54100,
                "B16": "■A", "G16": "市が行うべき仕事である", "C17": "■B", "G17": "開館時間に工夫の余地がある",
                "B18": "■A", "G18": "費用は増えていない", "B20": "継続", "F20": "B",
                "B21": "電子図書を始める"}.items():
            sheet[cell] = value

    def test_the_plan(self):
        (measure,) = self.plan["measures"]
        self.assertEqual((measure["id"], measure["title"], measure["departments"]),
                         ("101", "図書館の運営", ["生涯学習課"]))
        by_name = {i["name"]: i for i in measure["indicators"]}
        self.assertEqual({n: i["category"] for n, i in by_name.items()},
                         {"事業費": "投入", "人件費": "投入", "開館した日数": "活動指標",
                          "貸し出した冊数": "成果指標"})
        self.assertEqual(figures(by_name["事業費"]["years"], "actual"), {2024: 1200, 2025: 1250})
        self.assertEqual(by_name["事業費"]["note"], "資料費")
        self.assertEqual(figures(by_name["貸し出した冊数"]["years"], "target"),
                         {2024: 52000, 2025: 53000, 2026: 54000})
        self.assertEqual(figures(by_name["貸し出した冊数"]["years"], "actual"),
                         {2024: 51200, 2025: 53400, 2026: 54100})
        texts = measure["texts"]
        self.assertEqual([texts[k] for k in ("validity", "effectiveness", "efficiency")],
                         ["A", "B", "A"])
        self.assertEqual([texts[k] for k in ("next_direction", "overall", "improvement")],
                         ["継続", "B", "電子図書を始める"])


if __name__ == "__main__":
    unittest.main()
