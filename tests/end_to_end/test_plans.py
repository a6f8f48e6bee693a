"""The five plans: what `convert` reads from the sample workbooks, against the facts of the plans.

The facts were read by another hand from the published texts; where that hand's view differs from
design/values.md (plans/README.md says where), the design's is expected here.
"""

import json
import pathlib
import re
import tempfile
import unittest

from program import SHARED, SOURCE, run

SAMPLES = SOURCE / "sample_workbooks"

KINDS = {"percent": "number", "comparator": "bound", "direction-only": "trend",
         "multi": "compound", "cumulative": "compound"}

# Kinds that the design decides by the words, and the facts otherwise.
KINDS_BY_TEXT = {
    "5%増 件数 7,354 人数 171,460": "relative",
    "（5%増） 63万人": "relative",
    "854,506,508 (10%縮減)": "relative",
    "— 長寿命化計画策定": "milestone",  # a dash with words is not alone
}

ARROWS = {"↗": "up", "→": "keep", "↘": "down"}
UNKNOWN = object()  # the facts do not say


def facts_of(plan):
    return json.loads((SHARED / "plans" / f"{plan}.json").read_text("utf-8"))


def convert(*paths):
    """The plan that all workbooks of the paths make together. A second workbook of one measure is
    a finding (F08) and no fault here: the distributed and the returned one."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "plan.json")
        run("convert", *paths, "-o", out, "--quiet", "--asof", "2026-05-31", status={0, 1})
        return json.loads(out.read_text("utf-8"))


def squeezed(text):
    """Without spaces and line breaks: where a line broke in print, the facts have a space."""
    return re.sub(r"\s", "", text or "")


def number_of(value):
    """A number of a fact as the facts print it: 98.6, 3."""
    return None if value is None else float(value)


def unit_of_fact(fact, unit_text):
    """unit and unit_from that the design expects of a number or bound."""
    source = fact["unit_from"] if "unit_from" in fact else ("cell" if fact["unit"] else None)
    if source == "cell":
        return {"m²": "㎡"}.get(fact["unit"], fact["unit"]), "cell"
    if source == "unit column":
        return unit_text, "unit_column"
    if source == "definition":
        return unit_text, "name"
    return None, "none"


class Plans(unittest.TestCase):
    maxDiff = None

    # -- values

    def check_number(self, raw, fact, value, unit_text):
        unit, unit_from = unit_of_fact(fact, unit_text)
        printed = unit_from != "cell"
        self.assertEqual(float(value["number"]),
                         number_of(fact["printed_number"] if printed else fact["value"]), raw)
        self.assertEqual((value["unit"], value["unit_from"]), (unit, unit_from), raw)
        self.assertEqual(value["decimals"], fact["decimals"], raw)
        self.assertEqual(value["scale"], 1 if printed else fact["scale"], raw)
        if value["kind"] == "bound":
            self.assertEqual(value["comparator"], fact["comparator"], raw)

    def check_relative(self, raw, fact, value):
        told = fact["relative"]
        if "ratio" in told:
            self.assertEqual(float(value["share"]), told["ratio"] * 100, raw)
            return
        self.assertEqual(float(value["change"]), told["change_percent"], raw)
        self.assertEqual(value["change_unit"], "%", raw)
        # Printed beside no reference, "of" stays open: the facts' "baseline cell" is a conclusion.
        self.assertEqual(value["of"],
                         "previous_year" if told["base"] == "previous year" else None, raw)
        resolved = [(part["label"], float(part["number"])) for part in value["resolved"]]
        if fact["kind"] == "multi":
            self.assertEqual(resolved, [(p["label"], p["value"]) for p in fact["parts"]], raw)
        elif fact["kind"] == "number":
            self.assertEqual(resolved, [(None, fact["value"])], raw)
        else:
            self.assertEqual(resolved, [], raw)

    def check_compound(self, raw, fact, value):
        expected = [((p.get("label") or p["by"] + "までに"), float(p["value"]),
                     p.get("cumulative", False)) for p in fact["parts"]]
        got = [(p["label"], float(p["value"]["number"]),
                p["value"].get("qualifiers", {}).get("cumulative", False)) for p in value["parts"]]
        self.assertEqual(got, expected, raw)

    def check_value(self, raw, fact, value, unit_text):
        self.assertEqual(squeezed(value["raw"]), squeezed(raw))
        kind = KINDS_BY_TEXT.get(raw, KINDS.get(fact["kind"], fact["kind"]))
        self.assertEqual(value["kind"], kind, raw)
        if kind in ("number", "bound"):
            self.check_number(raw, fact, value, unit_text)
        elif kind == "relative":
            self.check_relative(raw, fact, value)
        elif kind == "compound":
            self.check_compound(raw, fact, value)
        elif kind == "trend":
            self.assertEqual(value["trend"], {"UP": "up"}[raw])
        if fact.get("year_note"):
            self.assertEqual(squeezed(value["qualifiers"]["as_of"]), squeezed(fact["year_note"]))
            self.assertEqual(value["qualifiers"].get("as_of_year"), fact["year"], raw)

    # -- indicators

    def direction_by_numbers(self, first, last):
        """Of two facts that are one number each; UNKNOWN where one has several."""
        if "multi" in (first["kind"], last["kind"]) or last["kind"] in ("cumulative", "relative"):
            return UNKNOWN
        if last["value"] is None:
            return "none", "default"
        if first["value"] is None:
            return "up", "default"
        change = last["value"] - first["value"]
        return ("up" if change > 0 else "down" if change < 0 else "keep"), "numbers"

    def check_direction(self, indicator, expected):
        if expected is not UNKNOWN:
            self.assertEqual((indicator["direction"], indicator["direction_from"]), expected,
                             indicator["name"])

    def check_indicator(self, indicator, fact, *, baseline="baseline", year, target_year, unit,
                        unit_text=None):
        """A baseline with its year, the last year's target, the units."""
        self.check_value(fact[baseline + "_raw"], fact[baseline],
                         indicator["baseline"]["value"], unit_text)
        self.assertEqual(indicator["baseline"]["year"], year, indicator["name"])
        targets = [y for y in indicator["years"] if y["target"]["kind"] != "blank"]
        self.assertEqual([y["year"] for y in targets], [target_year], indicator["name"])
        self.check_value(fact["target_raw"], fact["target"], targets[0]["target"], unit_text)
        self.assertEqual(indicator["unit"], unit, indicator["name"])

    def check_measures(self, plan, ids):
        self.assertEqual({m["id"] for m in plan["measures"]}, set(ids))
        return {m["id"]: m for m in plan["measures"]}

    def unit_shown(self, fact, baseline="baseline"):
        """The one unit that the values show where there is no unit column."""
        units = {unit_of_fact(fact[key], None)[0] for key in (baseline, "target")
                 if fact[key]["value"] is not None} - {None}
        return units.pop() if len(units) == 1 else None

    def books(self, plan):
        """Everything in the plan's folder together, then the returned workbooks alone."""
        for paths in ([SAMPLES / plan], [SAMPLES / plan / "returned"]):
            yield convert(*paths)

    def check_actuals(self, plan, years):
        """The returned workbooks answer for every indicator and each of the years."""
        for measure in plan["measures"]:
            for indicator in measure["indicators"]:
                filled = [y["year"] for y in indicator["years"] if y["actual"]["kind"] != "blank"]
                self.assertEqual(filled, years, indicator["id"])

    # -- the five plans

    def test_minami_alps(self):
        facts = facts_of("minami_alps")
        plan = convert(SAMPLES / "minami_alps")
        self.assertEqual(len(plan["measures"]), 31)
        by_title = {squeezed(m["title"]): m for m in plan["measures"]}
        for sheet in facts["sheets"]:
            measure = by_title[squeezed(sheet["main_measure"])]
            self.assertEqual(measure["departments"], sheet["departments"])
            [indicator] = measure["indicators"]
            if sheet["definition_raw"]:
                self.assertEqual(squeezed(indicator["name"]), squeezed(sheet["definition_raw"]))
            years = [y for y in indicator["years"] if y["target"]["kind"] != "blank"]
            self.assertEqual([y["year"] for y in years], [t["year"] for t in sheet["targets"]])
            for year, target in zip(years, sheet["targets"]):
                self.check_value(target["raw"], target, year["target"],
                                 sheet["definition_unit_raw"])
            self.assertIsNone(indicator["baseline"])
            shown = {unit_of_fact(t, sheet["definition_unit_raw"])[0]
                     for t in sheet["targets"] if t["kind"] in ("number", "percent")} - {None}
            if shown:
                self.assertEqual({indicator["unit"]}, shown, sheet["seq"])
            self.check_direction(indicator, self.direction_of_targets(sheet["targets"]))

    def direction_of_targets(self, targets):
        """Without a baseline: last minus first target where there are two."""
        if any(t["kind"] == "relative" for t in targets):
            return UNKNOWN
        numbers = [t for t in targets if t["value"] is not None]
        if not numbers:
            return "none", "default"
        return self.direction_by_numbers(numbers[0], numbers[-1])

    def test_seki_sap3(self):
        facts = facts_of("seki_sap3")
        for plan in self.books("seki_sap3"):
            measures = self.check_measures(plan, [str(i["no"]) for i in facts["items"]])
            for item in facts["items"]:
                measure = measures[str(item["no"])]
                self.assertEqual(squeezed(measure["title"]), squeezed(item["title"]))
                self.assertEqual(measure["departments"], item["departments"])
                self.check_goal(measure, item)
                self.check_schedule(measure, item)
        self.check_actuals(plan, [2021, 2022])

    def check_goal(self, measure, item):
        [indicator] = measure["indicators"]
        self.assertEqual(indicator["category"], item["goal_label"])
        self.assertEqual(squeezed(indicator["name"]), squeezed(item["goal_name"]))
        column = None if item["unit_raw"] in ("", "—") else item["unit_raw"]
        # A target without a year in its head (item 23) is the plan's last.
        self.check_indicator(indicator, item, year=item["baseline_year"],
                             target_year=item["target_year"] or 2023, unit=column,
                             unit_text=column)
        self.check_direction(indicator,
                             self.direction_by_numbers(item["baseline"], item["target"]))

    def check_schedule(self, measure, item):
        rows = item["schedule"]["rows"]
        self.assertEqual([squeezed(r["label"]) for r in measure["schedule"]],
                         [squeezed(r["label"]) for r in rows], item["no"])
        for row, fact in zip(measure["schedule"], rows):
            expected = {2018 + int(era[1:]): squeezed(text)
                        for era, text in fact["text_by_year"].items() if text}
            # The arrows drawn over other years are lost in the facts: bars may stand there.
            written = {c["year"]: squeezed(c["text"]) for c in row["cells"] if c["mark"] is None}
            self.assertEqual(written, expected, fact["label"])
            self.assertFalse(row["leading"])

    def test_seki_plan(self):
        facts = facts_of("seki_plan")
        for plan in self.books("seki_plan"):
            measures = self.check_measures(plan, [str(m["no"]) for m in facts["measures"]])
            for fact in facts["measures"]:
                measure = measures[str(fact["no"])]
                self.assertEqual(measure["label"], f"施策{fact['no']}")
                if fact["title"]:
                    self.assertEqual(measure["title"], fact["title"])
                self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
                for indicator, own in zip(measure["indicators"], fact["indicators"]):
                    self.assertEqual(squeezed(indicator["name"]), squeezed(own["name"]))
                    self.check_indicator(indicator, own, year=own["baseline_year"],
                                         target_year=own["target_year"],
                                         unit=self.unit_shown(own))
                    trend = own["target"]["kind"] == "direction-only"
                    self.check_direction(indicator, ("up", "stated") if trend else
                                         self.direction_by_numbers(own["baseline"], own["target"]))
                self.check_approaches(measure, fact)
                for related in fact["related_plans"] or []:
                    self.assertIn(squeezed(related["raw"]),
                                  squeezed(measure["texts"]["related_plans"]))
        self.check_actuals(plan, [2023, 2024, 2025])

    def check_approaches(self, measure, fact):
        words = {"○": "new", "◇": "expanded", None: "none"}
        self.assertEqual(len(measure["approaches"]), len(fact["initiatives"]))
        for approach, own in zip(measure["approaches"], fact["initiatives"]):
            self.assertEqual(len(approach["marks"]), own["sekiism_dots"])
            self.assertEqual(approach["leading"], bool(own["priority_cell_raw"]))
            self.assertEqual([(i["mark"], squeezed(i["text"])) for i in approach["items"]],
                             [(words[i["mark"]], squeezed(i["name"])) for i in own["items"]])

    def test_kanuma(self):
        facts = facts_of("kanuma")
        for plan in self.books("kanuma"):
            measures = self.check_measures(plan, [str(m["no"]) for m in facts["measures"]])
            for fact in facts["measures"]:
                measure = measures[str(fact["no"])]
                self.assertEqual(measure["title"], fact["title"])
                self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
                for indicator, own in zip(measure["indicators"], fact["indicators"]):
                    self.check_kanuma_indicator(indicator, own)
                self.assertEqual([n["mark"] for n in measure["footnotes"]],
                                 [n["mark"] for n in fact["footnotes"]])
                self.assertEqual(measure["texts"]["related_plans"].split("\n"),
                                 [f"{p['name']}\t{p['period_raw']}" for p in fact["related_plans"]])
        self.check_actuals(plan, [2022, 2023, 2024, 2025])

    def check_kanuma_indicator(self, indicator, own):
        self.assertEqual(squeezed(indicator["name"]), squeezed(own["name"]))
        column = None if own["unit_raw"] == "—" else own["unit_raw"]
        self.check_indicator(indicator, own, baseline="latest", year=own["latest"]["year"],
                             target_year=2026, unit=column or self.unit_shown(own, "latest"),
                             unit_text=column)
        [target] = [y["target"] for y in indicator["years"] if y["target"]["kind"] != "blank"]
        self.assertEqual(target.get("footnote"), own["footnote_mark"], own["name"])
        stated = ARROWS[own["direction_raw"]]
        if own["target"]["kind"] != "comparator" and own["latest"]["value"] is not None:
            counted, _ = self.direction_by_numbers(own["latest"], own["target"])
            stated = stated if counted == stated else "unknown"  # T04
        self.check_direction(indicator, (stated, "stated"))

    def test_shimotsuma(self):
        facts = facts_of("shimotsuma")
        for plan in self.books("shimotsuma"):
            measures = self.check_measures(plan, [str(m["no"]) for m in facts["basic_measures"]])
            groups = {(g["label"], g["title"]) for g in plan["groups"]}
            for fact in facts["basic_measures"]:
                measure = measures[str(fact["no"])]
                self.assertEqual(measure["title"], fact["title"])
                self.assertEqual(len(measure["indicators"]), len(fact["indicators"]))
                for indicator, own in zip(measure["indicators"], fact["indicators"]):
                    self.assertEqual(indicator["category"], own["category"])
                    self.assertEqual(squeezed(indicator["name"]), squeezed(own["name"]))
                    self.check_indicator(indicator, own, year=own["baseline_year"],
                                         target_year=own["target_year"],
                                         unit=self.unit_shown(own))
                    self.check_direction(indicator,
                                         self.direction_by_numbers(own["baseline"], own["target"]))
                for field in fact["field_measures"]:
                    self.assertIn((f"分野施策{field['no']}", field["title"]), groups)
                self.check_roadmap(measure, fact)
        self.check_actuals(plan, [2023, 2024, 2025])

    def check_roadmap(self, measure, fact):
        self.assertEqual([(r["group"], squeezed(r["label"]), r["leading"])
                          for r in measure["schedule"]],
                         [(f"分野施策{r['field_no']}", squeezed(r["project"]), r["leading"])
                          for r in fact["roadmap"]])
        for row, own in zip(measure["schedule"], fact["roadmap"]):
            self.assertEqual([(c["year"], c["through"], c["text"]) for c in row["cells"]],
                             [(2018 + int(era[1:]), 2018 + int(era[1:]), text)
                              for era, text in own["arrows"].items()], own["project"])
            self.assertTrue(all(c["mark"] for c in row["cells"]), own["project"])


if __name__ == "__main__":
    unittest.main()
