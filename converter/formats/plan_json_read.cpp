#include <string>
#include <utility>
#include <vector>

#include "formats/json_tree.h"
#include "formats/plan_json.h"
#include "formats/tree_reader.h"
#include "formats/value_json.h"

namespace shinchoku::formats {

namespace {

using plan::Accumulation;
using plan::Direction;
using plan::DirectionFrom;
using plan::ItemMark;
using plan::ScheduleMark;

constexpr auto spell_plan_word = [](auto word) { return plan::name_of(word); };

plan::Baseline read_baseline(const TreeReader& in) {
    in.expect_only({"year", "value"});
    return {in.maybe_integer("year"), read_value(in.object("value"))};
}

plan::YearEntry read_year(const TreeReader& in) {
    in.expect_only({"year", "target", "actual", "note"});
    plan::YearEntry entry;
    entry.year = in.integer("year");
    // A hand-written document may leave out the cell that is not there.
    if (const auto target = in.maybe_object("target")) {
        entry.target = read_value(*target);
    }
    if (const auto actual = in.maybe_object("actual")) {
        entry.actual = read_value(*actual);
    }
    entry.note = in.text("note");
    return entry;
}

plan::Revision read_revision(const TreeReader& in) {
    in.expect_only({"year", "target_year", "old", "new", "reason"});
    return {.year = in.integer("year"),
            .target_year = in.integer("target_year"),
            .old_target = read_value(in.object("old")),
            .new_target = read_value(in.object("new")),
            .reason = in.text("reason")};
}

plan::Indicator read_indicator(const TreeReader& in) {
    in.expect_only({"id",
                    "name",
                    "category",
                    "unit",
                    "direction",
                    "direction_from",
                    "accumulation",
                    "method",
                    "scheme",
                    "weight",
                    "tolerance",
                    "note",
                    "baseline",
                    "years",
                    "revisions"});
    plan::Indicator indicator;
    indicator.id = in.text("id");
    indicator.name = in.text("name");
    indicator.category = in.maybe_text("category");
    indicator.unit = in.maybe_text("unit");
    indicator.direction = in.choice_or(Direction::unknown,
                                       "direction",
                                       {Direction::up,
                                        Direction::down,
                                        Direction::keep,
                                        Direction::within,
                                        Direction::none,
                                        Direction::unknown},
                                       spell_plan_word);
    indicator.direction_from = in.choice_or(DirectionFrom::fallback,
                                            "direction_from",
                                            {DirectionFrom::stated,
                                             DirectionFrom::bound,
                                             DirectionFrom::numbers,
                                             DirectionFrom::fallback},
                                            spell_plan_word);
    indicator.accumulation = in.choice_or(Accumulation::unknown,
                                          "accumulation",
                                          {Accumulation::cumulative,
                                           Accumulation::per_year,
                                           Accumulation::level,
                                           Accumulation::unknown},
                                          spell_plan_word);
    indicator.method = in.maybe_text("method");
    indicator.scheme = in.maybe_text("scheme");
    indicator.weight = in.maybe_number("weight");
    indicator.tolerance = in.maybe_number("tolerance");
    indicator.note = in.text("note");
    if (const auto baseline = in.maybe_object("baseline")) {
        indicator.baseline = read_baseline(*baseline);
    }
    indicator.years = in.list_of("years", read_year);
    indicator.revisions = in.list_of("revisions", read_revision);
    return indicator;
}

plan::Evaluation read_evaluation(const TreeReader& in) {
    in.expect_only({"indicator", "year", "rate_percent", "grade", "step", "reason", "next"});
    return {.indicator = in.maybe_text("indicator"),
            .year = in.maybe_integer("year"),
            .rate_percent = in.maybe_number("rate_percent"),
            .grade = in.text("grade"),
            .step = in.maybe_integer("step"),
            .reason = in.text("reason"),
            .next = in.text("next")};
}

plan::ScheduleCell read_schedule_cell(const TreeReader& in) {
    in.expect_only({"year", "through", "text", "mark"});
    plan::ScheduleCell cell;
    cell.year = in.integer("year");
    cell.through = in.maybe_integer("through").value_or(cell.year);
    cell.text = in.text("text");
    if (in.maybe_text("mark")) {
        cell.mark = in.choice(
            "mark",
            {ScheduleMark::bar, ScheduleMark::same, ScheduleMark::more, ScheduleMark::less},
            spell_plan_word);
    }
    return cell;
}

plan::ScheduleRow read_schedule_row(const TreeReader& in) {
    in.expect_only({"group", "label", "leading", "cells"});
    return {.group = in.text("group"),
            .label = in.text("label"),
            .leading = in.truth("leading"),
            .cells = in.list_of("cells", read_schedule_cell)};
}

plan::ApproachItem read_item(const TreeReader& in) {
    in.expect_only({"mark", "text"});
    return {in.choice_or(ItemMark::none,
                         "mark",
                         {ItemMark::new_item, ItemMark::expanded, ItemMark::none},
                         spell_plan_word),
            in.text("text")};
}

plan::Approach read_approach(const TreeReader& in) {
    in.expect_only({"text", "leading", "marks", "items"});
    return {.text = in.text("text"),
            .leading = in.truth("leading"),
            .marks = in.texts("marks"),
            .items = in.list_of("items", read_item)};
}

plan::Footnote read_footnote(const TreeReader& in) {
    in.expect_only({"mark", "text"});
    return {in.text("mark"), in.text("text")};
}

plan::Source read_source(const TreeReader& in) {
    in.expect_only({"file", "sheet", "range"});
    return {in.text("file"), in.text("sheet"), in.text("range")};
}

plan::Measure read_measure(const TreeReader& in) {
    in.expect_only({"id",
                    "group",
                    "label",
                    "title",
                    "departments",
                    "leading",
                    "texts",
                    "footnotes",
                    "indicators",
                    "evaluations",
                    "schedule",
                    "approaches",
                    "source"});
    plan::Measure measure;
    measure.id = in.text("id");
    if (measure.id.empty()) {
        in.fail("id", {"施策の番号が必要です", "expected the measure's id"});
    }
    measure.group = in.text("group");
    measure.label = in.text("label");
    measure.title = in.text("title");
    measure.departments = in.texts("departments");
    measure.leading = in.truth("leading");
    if (const auto texts = in.maybe_object("texts")) {
        for (const std::string& key : texts->keys()) {
            measure.texts[key] = texts->text(key);
        }
    }
    measure.footnotes = in.list_of("footnotes", read_footnote);
    measure.indicators = in.list_of("indicators", read_indicator);
    measure.evaluations = in.list_of("evaluations", read_evaluation);
    measure.schedule = in.list_of("schedule", read_schedule_row);
    measure.approaches = in.list_of("approaches", read_approach);
    if (const auto source = in.maybe_object("source")) {
        measure.source = read_source(*source);
    }
    return measure;
}

plan::Group read_group(const TreeReader& in) {
    in.expect_only({"id", "parent", "label", "title"});
    return {.id = in.text("id"),
            .parent = in.maybe_text("parent"),
            .label = in.text("label"),
            .title = in.text("title")};
}

plan::Plan read_plan(const TreeReader& in) {
    in.expect_only({"schema", "plan", "groups", "measures", "assessments"});
    const TreeReader about = in.object("plan");
    about.expect_only(
        {"id", "layout", "title", "municipality", "municipality_code", "first_year", "last_year"});
    return {.id = about.text("id"),
            .layout = about.text("layout"),
            .title = about.text("title"),
            .municipality = about.text("municipality"),
            .municipality_code = about.text("municipality_code"),
            .first_year = about.maybe_integer("first_year").value_or(0),
            .last_year = about.maybe_integer("last_year").value_or(0),
            .groups = in.list_of("groups", read_group),
            .measures = in.list_of("measures", read_measure)};
}

}  // namespace

base::Result<ReadPlanJson> read_plan_json(std::string_view text) {
    base::Result<JsonTree> tree = parse_json(text);
    if (!tree) {
        return tree.error();
    }
    TreeReport report;
    const TreeReader top(&tree.value(), "", report);
    if (tree.value().as<JsonTree::Object>() == nullptr ||
        top.text("schema") != "shinchoku/plan@1") {
        report.error.reset();
        top.fail("schema", {"「shinchoku/plan@1」が必要です", "expected \"shinchoku/plan@1\""});
        return *std::move(report.error);
    }
    ReadPlanJson read{read_plan(top), {}};
    if (report.error) {
        return *std::move(report.error);
    }
    read.findings = std::move(report.unknown_keys);
    return read;
}

}  // namespace shinchoku::formats
