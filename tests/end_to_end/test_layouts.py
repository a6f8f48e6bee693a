"""The other four plans' sheets, drawn by another hand in every shape in which departments return
them, are read as the facts say; what deviates is reported."""

import pathlib
import tempfile
import unicodedata
import unittest

from other_forms import BAR, Shape, bars, in_full_width, plans, workbook_of
from program import convert, meaning, quantity, run
from published_form import wide
from test_resave import PROGRAMS, without_formats, without_print

PLANS = plans()
KINDS = {"percent": "number", "comparator": "bound", "direction": "trend",
         "direction-only": "trend", "multi": "compound", "cumulative": "compound"}
# Where values.md reads otherwise than whoever made the facts.
OF_THE_DESIGN = {"5%増 件数 7,354 人数 171,460": "relative", "（5%増） 63万人": "relative",
                 "854,506,508 (10%縮減)": "relative", "— 長寿命化計画策定": "milestone"}


def rules(findings, severity=None):
    return {f["rule"] for f in findings if severity is None or f["severity"] == severity}


def errors(findings):
    return [f for f in findings if f["severity"] == "error"]


def read(book, name, folder):
    path = pathlib.Path(folder, name + ".xlsx")
    book.save(path)
    return convert(path, folder)


def year_of(indicator, year):
    return next((y for y in indicator["years"] if y["year"] == year), None)


class Published(unittest.TestCase):
    """The published forms against the facts."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.read = {name: read(workbook_of(plan), name, cls.folder.name)
                    for name, plan in PLANS.items()}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def measures(self, name):
        got = self.read[name][0]["measures"]
        self.assertEqual(len(got), len(PLANS[name].measures))
        return zip(PLANS[name].measures, got)

    def has_value(self, value, raw, fact, where):
        with self.subTest(where, raw=raw):
            self.assertEqual(value["raw"], raw)
            kind = OF_THE_DESIGN.get(raw) or KINDS.get(fact["kind"], fact["kind"])
            self.assertEqual(value["kind"], kind)
            if kind == "number":
                from_column = fact.get("unit_from") == "unit column" and value[
                    "unit_from"] == "unit_column"
                self.assertEqual(value["number"],
                                 fact["printed_number" if from_column else "value"])
                self.assertEqual(value["decimals"], fact["decimals"])
            if kind == "bound":
                self.assertEqual(value["comparator"], fact["comparator"])
            if fact.get("year"):
                self.assertEqual(value["qualifiers"]["as_of_year"], fact["year"])

    def has_indicator(self, got, fact, baseline, target_year, where):
        self.has_value(got["baseline"]["value"], fact[baseline + "_raw"], fact[baseline], where)
        self.has_value(year_of(got, target_year)["target"], fact["target_raw"], fact["target"],
                       where)
        first = min(y["year"] for y in got["years"])
        self.assertEqual(year_of(got, first)["actual"]["raw"], fact["target_raw"])

    def test_the_published_forms_give_nothing_but_information(self):
        for name, (plan, findings) in self.read.items():
            with self.subTest(name):
                self.assertEqual(plan["plan"]["layout"], name)
                self.assertEqual([f for f in findings if f["severity"] != "info"], [])

    def test_seki_sap3(self):
        for fact, measure in self.measures("seki_sap3"):
            self.assertEqual((measure["id"], measure["title"], measure["departments"]),
                             (str(fact["no"]), fact["title"], fact["departments"]))
            self.assertEqual(measure["texts"], {"current_state": f"{fact['no']}番の現状",
                                                "actions": f"{fact['no']}番の内容"})
            indicator, = measure["indicators"]
            self.assertEqual((indicator["name"], indicator["category"]),
                             (fact["goal_name"], fact["goal_label"]))
            self.has_indicator(indicator, fact, "baseline", 2023, fact["no"])
            self.assertEqual(indicator["baseline"]["year"], fact["baseline_year"])
            if fact["unit_raw"] not in ("", "—"):
                self.assertEqual(indicator["unit"], fact["unit_raw"])
            self.assertEqual(year_of(indicator, 2021)["note"], "予定どおり")
            self.assertEqual(
                [(row["label"], [(c["year"], c["through"], c["text"]) for c in row["cells"]])
                 for row in measure["schedule"]],
                [(row["label"], bars(row["text_by_year"], [2021, 2022, 2023]))
                 for row in fact["schedule"]["rows"]])
            for row in measure["schedule"]:
                for cell in row["cells"]:
                    self.assertEqual(cell["mark"], "bar" if cell["text"] == BAR else None)

    def test_seki_plan(self):
        marks = {"○": "new", "◇": "expanded", None: "none"}
        for fact, measure in self.measures("seki_plan"):
            self.assertEqual((measure["id"], measure["title"], measure["label"]),
                             (str(fact["no"]), fact["title"] or "", f"施策{fact['no']}"))
            self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
            for got, indicator in zip(measure["indicators"], fact["indicators"]):
                self.assertEqual(got["name"], indicator["name"])
                self.has_indicator(got, indicator, "baseline", 2027, fact["no"])
                self.assertEqual(got["baseline"]["year"], indicator["baseline_year"])
            self.assertEqual(
                [([(i["mark"], i["text"]) for i in a["items"]], len(a["marks"]))
                 for a in measure["approaches"]],
                [([(marks[i["mark"]], i["name"]) for i in a["items"]], a["sekiism_dots"])
                 for a in fact["initiatives"]])
            self.assertEqual([a["text"] for a in measure["approaches"]],
                             [f"{fact['no']}の方向{a['seq']}" for a in fact["initiatives"]])
            plans_of = measure["texts"].get("related_plans", "")
            for plan in fact["related_plans"] or []:
                self.assertIn(plan["name"], plans_of)

    def test_kanuma(self):
        directions = {"↗": "up", "→": "keep", "↘": "down"}
        for fact, measure in self.measures("kanuma"):
            self.assertEqual((measure["id"], measure["title"], measure["label"]),
                             (str(fact["no"]), fact["title"], f"施策{fact['no']}"))
            self.assertEqual(measure["texts"]["final_goal"], f"{fact['no']}の将来像")
            self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
            for got, indicator in zip(measure["indicators"], fact["indicators"]):
                self.assertEqual(got["name"], indicator["name"])
                self.has_indicator(got, indicator, "latest", 2026, fact["no"])
                self.assertEqual(got["baseline"]["year"], indicator["latest"]["year"])
                if got["direction"] != "unknown":  # stated against its numbers: T04
                    self.assertEqual(got["direction"], directions[indicator["direction_raw"]])
                self.assertEqual(got["direction_from"], "stated")
                if indicator["unit_raw"] != "—":
                    self.assertEqual(got["unit"], indicator["unit_raw"])
            self.assertEqual(measure["texts"]["related_plans"].split("\n"),
                             [f"{p['name']}\t{p['period_raw']}" for p in fact["related_plans"]])
            self.assertEqual(len(measure["footnotes"]), len(fact["footnotes"]))

    def test_shimotsuma(self):
        for fact, measure in self.measures("shimotsuma"):
            self.assertEqual((measure["id"], measure["title"], measure["label"]),
                             (str(fact["no"]), fact["title"], f"基本施策{fact['no']}"))
            self.assertEqual(measure["texts"]["actions"].split("\n"),
                             [f"{f['no']}\t{f['title']}\t・方針{f['no']}"
                              for f in fact["field_measures"]])
            self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
            for got, indicator in zip(measure["indicators"], fact["indicators"]):
                self.assertEqual((got["name"], got["category"]),
                                 (indicator["name"], indicator["category"]))
                self.has_indicator(got, indicator, "baseline", 2027, fact["no"])
                # A year in the cell goes before the one in the head.
                self.assertEqual(got["baseline"]["year"],
                                 indicator["baseline"]["year"] or indicator["baseline_year"])
            self.assertEqual(
                [(r["group"], r["label"], r["leading"], [c["year"] for c in r["cells"]],
                  {c["text"] for c in r["cells"]}) for r in measure["schedule"]],
                [(f"分野施策{r['field_no']}", r["project"], r["leading"], list(range(2023, 2028)),
                  set(r["arrows"].values())) for r in fact["roadmap"]])
            self.assertNotIn(None, [c["mark"] for r in measure["schedule"] for c in r["cells"]])
        groups = {(g["id"], g["label"], g["title"]) for g in self.read["shimotsuma"][0]["groups"]}
        for fact in PLANS["shimotsuma"].measures:
            for field in fact["field_measures"]:
                if any(r["field_no"] == field["no"] for r in fact["roadmap"]):
                    self.assertIn((f"{fact['no']}-{field['no']}", f"分野施策{field['no']}",
                                   field["title"]), groups)


RESPELLED = {
    "実施内容・効果": "取り組み内容・効果", "取組スケジュール": "取り組みスケジュール",
    "現状・課題": "現状･課題", "めざす姿": "めざす姿（5年後）", "施策の将来像": "施策の将来像\n（10年後）",
    "取組の主な内容": "取り組みの主な内容", "関連計画": "関係計画", "計画名": "計画名（正式名称）",
    "目標指標": "目標指標（行政）", "区分": "区　分", "指標": "指 標", "単位": "単　位",
    "● 目標指標 ●": "●目標指標●", "● 取り組みの方針 ●": "●取組の方針●",
}


def brackets(text):
    return text.translate(str.maketrans("（）()", "()（）"))


def spaced(text, blank):
    """Blanks between the letters of a word; numbers and what a label holds of the plan stay."""
    return text if any(c.isdigit() for c in text) else blank.join(text)


def after_first_letters(text):
    return text if any(c.isdigit() for c in text) else text[:2] + "\n" + text[2:]


def full_width_label(text):
    return wide(text)


class Variants(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.base = {name: meaning(read(workbook_of(plan), name, cls.folder.name)[0])
                    for name, plan in PLANS.items()}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def same(self, book, name, case, reported=(), severity=None):
        """The book reads as the base does, each deviation is reported, and nothing is an error."""
        plan, findings = read(book, f"{name}_{case}", self.folder.name)
        plan = meaning(plan)
        self.assertEqual(len(plan["measures"]), len(self.base[name]["measures"]))
        for got, expected in zip(plan["measures"], self.base[name]["measures"]):
            self.assertEqual(got, expected)
        self.assertEqual(plan, self.base[name])
        self.assertLessEqual(set(reported), rules(findings, severity))
        self.assertEqual(errors(findings), [])
        return findings

    def test_forms_that_read_equal(self):
        cases = {
            "moved": (Shape(row=7, column=4), ()),
            "years_short": (Shape(year=lambda y: f"R{y - 2018}"), ()),
            "years_2026": (Shape(year=str), ()),
            "years_number": (Shape(year=lambda y: y), ()),
            "years_both": (Shape(year=lambda y: f"{y}(令和{y - 2018})年度"), ()),
            "years_full_width": (Shape(year=lambda y: wide(f"R{y - 2018}")), ()),
            "variants": (Shape(label=lambda t: RESPELLED.get(t, t)), ("S03",)),
            "spaces": (Shape(label=lambda t: spaced(t, " ")), ("S03",)),
            "ideographic_spaces": (Shape(label=lambda t: spaced(t, "　")), ("S03",)),
            "line_breaks": (Shape(label=after_first_letters), ("S03",)),
            "full_width_labels": (Shape(label=full_width_label), ("S03",)),
            "remarks": (Shape(label=lambda t: t + "（記入欄）" if t in ("実績値", "実績") else t),
                        ("S03",)),
        }
        for name, plan in PLANS.items():
            for case, (shape, reported) in cases.items():
                with self.subTest(name, case=case):
                    self.same(workbook_of(plan, shape), name, case,
                              () if name == "shimotsuma" and case == "remarks" else reported)

    def test_other_brackets(self):
        for name in ("seki_sap3", "kanuma", "shimotsuma", "seki_plan"):
            with self.subTest(name):
                self.same(workbook_of(PLANS[name], Shape(label=brackets)), name, "brackets")

    def test_merges_are_undone(self):
        for name, plan in PLANS.items():
            with self.subTest(name):
                read_plan, findings = read(workbook_of(plan, Shape(merges=False)),
                                           f"{name}_unmerged", self.folder.name)
                got, expected = meaning(read_plan), self.base[name]
                if name == "seki_sap3":  # how far a bar reaches stood in its merge alone
                    got, expected = without_reach(got), without_reach(expected)
                self.assertEqual(got, expected)
                self.assertEqual(errors(findings), [])

    def test_blank_rows_and_columns_inside(self):
        rows = {"seki_sap3": ("title", "actions", "goal", "indicator", "years", "schedule"),
                "seki_plan": ("title", "goal", "indicators", "head", "indicator", "approach_head",
                              "approach", "legend"),
                "kanuma": ("title", "goal_head", "indicators", "head", "indicator",
                           "situation_head", "plan_head", "plan", "actions_head"),
                "shimotsuma": ("title", "situation_head", "actions_head", "action", "head",
                               "indicators", "roadmap_head", "field")}
        columns = {"seki_sap3": (1, 2, 3, 4), "seki_plan": (1, 2, 3, 4, 6),
                   "kanuma": (1, 2, 4, 6, 8), "shimotsuma": (1, 2, 3, 4, 7)}
        for name, plan in PLANS.items():
            for tag in rows[name]:
                with self.subTest(name, blank_row_after=tag):
                    self.same(workbook_of(plan, Shape(blank_rows_after=(tag,))), name,
                              f"row_{tag}", ("F07",))
            for column in columns[name]:
                with self.subTest(name, blank_column_after=column):
                    self.same(workbook_of(plan, Shape(blank_columns_after=(column,))), name,
                              f"column_{column}", ("F07",))

    def test_titles_and_notes_stand_above(self):
        for name, plan in PLANS.items():
            book = workbook_of(plan, Shape(row=6))
            for sheet in book:
                sheet["A1"] = "進捗状況調査票"
                sheet["A2"] = "※黄色の欄に記入してください。"
                sheet["C3"] = "記入者"
                sheet["D3"] = "内線"
            with self.subTest(name):
                self.same(book, name, "titles")

    def test_sheets_are_renamed(self):
        for name, plan in PLANS.items():
            with self.subTest(name):
                self.same(workbook_of(plan, names=lambda i: f"Sheet{i + 1}"), name, "renamed")

    def test_blocks_are_stacked_and_stand_side_by_side(self):
        for name, plan in PLANS.items():
            for count, gap, beside in ((2, 2, False), (4, 1, False), (4, 0, False), (2, 0, True),
                                       (4, 0, True)):
                with self.subTest(name, count=count, gap=gap, beside=beside):
                    book = workbook_of(plan, count=count, gap=gap, beside=beside)
                    several = () if name == "seki_sap3" else ("F05",)  # stacked as it is drawn
                    self.same(book, name, f"blocks_{count}_{gap}_{beside}", several, "info")

    def test_actuals_typed_in_every_way_say_the_same(self):
        def as_number(raw):
            text = raw.replace(",", "")
            for unit in ("件", "社", "回", "団体", "ページ", "人"):
                number = text[:-len(unit)].strip()
                if text.endswith(unit) and number.isdigit():
                    return int(number), f'#,##0"{unit}"'
            if text.endswith("%") and text[:-1].replace(".", "").isdigit():
                places = len(text.split(".")[1]) - 1 if "." in text else 0
                return float(text[:-1]) / 100, "0." + "0" * places + "%" if places else "0%"
            return (int(text), "General") if text.isdigit() else (raw, None)

        for name, plan in PLANS.items():
            for case, actual in (("numbers", as_number), ("full_width", in_full_width)):
                got, findings = read(workbook_of(plan, Shape(actual=actual)), f"{name}_{case}",
                                     self.folder.name)
                self.assertEqual(errors(findings), [])
                for measure, expected in zip(got["measures"], self.base[name]["measures"]):
                    for a, b in zip(measure["indicators"], expected["indicators"]):
                        with self.subTest(name, case=case, indicator=a["id"]):
                            self.assertEqual(
                                [half_width(quantity(y["actual"])) for y in a["years"]],
                                [half_width(quantity(y["actual"])) for y in b["years"]])


def half_width(node):
    """Words of a compound stay as they are typed."""
    if isinstance(node, dict):
        return {k: half_width(v) for k, v in node.items() if k != "raw"}
    if isinstance(node, list):
        return [half_width(v) for v in node]
    return unicodedata.normalize("NFKC", node) if isinstance(node, str) else node


def without_reach(plan):
    if isinstance(plan, dict):
        return {k: without_reach(v) for k, v in plan.items() if k != "through"}
    return [without_reach(v) for v in plan] if isinstance(plan, list) else plan


class Resaved(unittest.TestCase):
    """A book that the program drew in each layout, opened and saved by other programs."""

    def test_the_plan_stays_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, plan in PLANS.items():
                read(workbook_of(plan), name, folder)
                drawn = pathlib.Path(folder, f"drawn_{name}.xlsx")
                run("convert", pathlib.Path(folder, f"{name}.plan.json"), "-o", drawn, "--quiet",
                    status={0})
                original, before = convert(drawn, folder)
                for program, resave in PROGRAMS.items():
                    with self.subTest(name, program=program):
                        again = pathlib.Path(folder, f"{name}_{program}.xlsx")
                        resave(drawn, again)
                        got, after = convert(again, folder)
                        self.assertEqual(without_print(meaning(got)),
                                         without_print(meaning(original)))
                        if program != "sheetjs":
                            self.assertEqual(without_formats(meaning(got)),
                                             without_formats(meaning(original)))
                        self.assertEqual([f["key"] for f in after if f["severity"] != "info"],
                                         [f["key"] for f in before if f["severity"] != "info"])


if __name__ == "__main__":
    unittest.main()
