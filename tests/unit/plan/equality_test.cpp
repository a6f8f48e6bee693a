#include <gtest/gtest.h>

#include <functional>

#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

// Two plans are equal when every field is. What compares plans (round trips, diff) would not see a
// field that was left out.

Plan full_plan() {
    Plan plan;
    plan.id = "p";
    plan.layout = "general";
    plan.title = "計画";
    plan.municipality = "市";
    plan.municipality_code = "000000";
    plan.first_year = 2026;
    plan.last_year = 2030;
    plan.groups = {{"1", std::nullopt, "基本方針1", "財源"}};
    Measure measure;
    measure.id = "1-1";
    measure.group = "1";
    measure.label = "施策1";
    measure.title = "収納";
    measure.departments = {"納税課"};
    measure.texts = {{"issues", "課題"}};
    measure.footnotes = {{"※", "注"}};
    measure.evaluations = {{"1-1/1", 2026, base::Decimal(98), "A", 3, "理由", "次"}};
    measure.schedule = {{"1", "周知", false, {{2026, 2027, "実施", ScheduleMark::bar}}}};
    measure.approaches = {{"方向", false, {"○"}, {{ItemMark::new_item, "新規"}}}};
    Indicator indicator;
    indicator.id = "1-1/1";
    indicator.name = "収納率";
    indicator.category = "行政指標";
    indicator.unit = "%";
    indicator.method = "simple";
    indicator.scheme = "default";
    indicator.weight = base::Decimal(1);
    indicator.tolerance = base::Decimal(2);
    indicator.note = "備考";
    indicator.baseline = {2024, read_text("95%")};
    indicator.years = {{2026, read_text("98%"), read_text("97%"), "順調"}};
    indicator.revisions = {{2028, 2030, read_text("98%"), read_text("99%"), "見直し"}};
    measure.indicators.push_back(indicator);
    plan.measures.push_back(measure);
    return plan;
}

struct Change {
    const char* what;
    std::function<void(Plan&)> make;
};

Measure& measure_of(Plan& plan) {
    return plan.measures.front();
}
Indicator& indicator_of(Plan& plan) {
    return measure_of(plan).indicators.front();
}

const Change changes[] = {
    {"id", [](Plan& p) { p.id = "q"; }},
    {"layout", [](Plan& p) { p.layout.clear(); }},
    {"title", [](Plan& p) { p.title.clear(); }},
    {"municipality", [](Plan& p) { p.municipality.clear(); }},
    {"code", [](Plan& p) { p.municipality_code.clear(); }},
    {"first year", [](Plan& p) { ++p.first_year; }},
    {"last year", [](Plan& p) { ++p.last_year; }},
    {"groups", [](Plan& p) { p.groups.clear(); }},
    {"group id", [](Plan& p) { p.groups[0].id = "2"; }},
    {"group parent", [](Plan& p) { p.groups[0].parent = "0"; }},
    {"group label", [](Plan& p) { p.groups[0].label.clear(); }},
    {"group title", [](Plan& p) { p.groups[0].title.clear(); }},
    {"measures", [](Plan& p) { p.measures.clear(); }},
    {"measure id", [](Plan& p) { measure_of(p).id.clear(); }},
    {"measure group", [](Plan& p) { measure_of(p).group.clear(); }},
    {"measure label", [](Plan& p) { measure_of(p).label.clear(); }},
    {"measure title", [](Plan& p) { measure_of(p).title.clear(); }},
    {"departments", [](Plan& p) { measure_of(p).departments = {"税務課"}; }},
    {"leading", [](Plan& p) { measure_of(p).leading = true; }},
    {"texts", [](Plan& p) { measure_of(p).texts["issues"] = ""; }},
    {"footnote mark", [](Plan& p) { measure_of(p).footnotes[0].mark = "*"; }},
    {"footnote text", [](Plan& p) { measure_of(p).footnotes[0].text.clear(); }},
    {"evaluation indicator",
     [](Plan& p) { measure_of(p).evaluations[0].indicator = std::nullopt; }},
    {"evaluation year", [](Plan& p) { measure_of(p).evaluations[0].year = 2027; }},
    {"evaluation rate",
     [](Plan& p) { measure_of(p).evaluations[0].rate_percent = base::Decimal(99); }},
    {"grade", [](Plan& p) { measure_of(p).evaluations[0].grade = "B"; }},
    {"step", [](Plan& p) { measure_of(p).evaluations[0].step = 4; }},
    {"reason", [](Plan& p) { measure_of(p).evaluations[0].reason.clear(); }},
    {"next", [](Plan& p) { measure_of(p).evaluations[0].next.clear(); }},
    {"schedule group", [](Plan& p) { measure_of(p).schedule[0].group.clear(); }},
    {"schedule label", [](Plan& p) { measure_of(p).schedule[0].label.clear(); }},
    {"schedule leading", [](Plan& p) { measure_of(p).schedule[0].leading = true; }},
    {"bar year", [](Plan& p) { measure_of(p).schedule[0].cells[0].year = 2025; }},
    {"bar end", [](Plan& p) { measure_of(p).schedule[0].cells[0].through = 2028; }},
    {"bar text", [](Plan& p) { measure_of(p).schedule[0].cells[0].text.clear(); }},
    {"bar mark", [](Plan& p) { measure_of(p).schedule[0].cells[0].mark = ScheduleMark::less; }},
    {"approach text", [](Plan& p) { measure_of(p).approaches[0].text.clear(); }},
    {"approach leading", [](Plan& p) { measure_of(p).approaches[0].leading = true; }},
    {"approach marks", [](Plan& p) { measure_of(p).approaches[0].marks.clear(); }},
    {"item mark", [](Plan& p) { measure_of(p).approaches[0].items[0].mark = ItemMark::none; }},
    {"item text", [](Plan& p) { measure_of(p).approaches[0].items[0].text.clear(); }},
    {"indicators", [](Plan& p) { measure_of(p).indicators.clear(); }},
    {"indicator id", [](Plan& p) { indicator_of(p).id.clear(); }},
    {"indicator name", [](Plan& p) { indicator_of(p).name.clear(); }},
    {"category", [](Plan& p) { indicator_of(p).category.reset(); }},
    {"unit", [](Plan& p) { indicator_of(p).unit = "件"; }},
    {"direction", [](Plan& p) { indicator_of(p).direction = Direction::down; }},
    {"direction from", [](Plan& p) { indicator_of(p).direction_from = DirectionFrom::stated; }},
    {"accumulation", [](Plan& p) { indicator_of(p).accumulation = Accumulation::level; }},
    {"method", [](Plan& p) { indicator_of(p).method.reset(); }},
    {"scheme", [](Plan& p) { indicator_of(p).scheme.reset(); }},
    {"weight", [](Plan& p) { indicator_of(p).weight = base::Decimal(2); }},
    {"tolerance", [](Plan& p) { indicator_of(p).tolerance.reset(); }},
    {"note", [](Plan& p) { indicator_of(p).note.clear(); }},
    {"baseline year", [](Plan& p) { indicator_of(p).baseline->year = 2023; }},
    {"baseline value", [](Plan& p) { indicator_of(p).baseline->value = read_text("94%"); }},
    {"year", [](Plan& p) { indicator_of(p).years[0].year = 2027; }},
    {"target", [](Plan& p) { indicator_of(p).years[0].target = read_text("98.1%"); }},
    {"actual", [](Plan& p) { indicator_of(p).years[0].actual = read_text("集計中"); }},
    {"note of a year", [](Plan& p) { indicator_of(p).years[0].note.clear(); }},
    {"revision year", [](Plan& p) { indicator_of(p).revisions[0].year = 2027; }},
    {"revised year", [](Plan& p) { indicator_of(p).revisions[0].target_year = 2029; }},
    {"old target", [](Plan& p) { indicator_of(p).revisions[0].old_target = read_text("1"); }},
    {"new target", [](Plan& p) { indicator_of(p).revisions[0].new_target = read_text("1"); }},
    {"revision reason", [](Plan& p) { indicator_of(p).revisions[0].reason.clear(); }},
};

TEST(Equality, of_plans_sees_every_field) {
    EXPECT_EQ(full_plan(), full_plan());
    for (const Change& change : changes) {
        Plan changed = full_plan();
        change.make(changed);
        EXPECT_NE(changed, full_plan()) << change.what;
    }
}

TEST(Equality, of_plans_leaves_out_where_they_were_read) {
    Plan elsewhere = full_plan();
    measure_of(elsewhere).source = {"別.xlsx", "別", "A1"};
    EXPECT_EQ(elsewhere, full_plan());
}

// Texts that differ in one thing that the grammar tells apart, though their words look alike.
TEST(Equality, of_values_sees_what_the_cell_says) {
    const char* const texts[] = {"98%",
                                 "98",
                                 "98.0%",
                                 "98件",
                                 "98千件",
                                 "5%以下",
                                 "5%以上",
                                 "6%以下",
                                 "5件以下",
                                 "10～20件",
                                 "10～21件",
                                 "11～20件",
                                 "10～20人",
                                 "前年比3%増加",
                                 "前年比4%増加",
                                 "前年比3件増加",
                                 "基準比3%増加",
                                 "前年度以上",
                                 "書式数の3割",
                                 "書式数の4割",
                                 "5%増 件数 7",
                                 "5%増 人数 7",
                                 "5%増 件数 8",
                                 "UP",
                                 "DOWN",
                                 "検討",
                                 "実施",
                                 "→",
                                 "—",
                                 "集計中",
                                 "",
                                 "件数 1 人数 2",
                                 "件数 1 人数 3",
                                 "約98%",
                                 "98%（見込）",
                                 "98% ※",
                                 "累計98件",
                                 "98%(R2.6.1現在)",
                                 "98%(R3.6.1現在)"};
    for (const char* const one : texts) {
        EXPECT_EQ(read_text(one), read_text(one)) << one;
        for (const char* const other : texts) {
            if (one != other) {
                EXPECT_NE(read_text(one), read_text(other)) << one << " and " << other;
            }
        }
    }
    EXPECT_NE(read_error("#N/A"), read_error("#REF!"));
    EXPECT_NE(read_number(base::Decimal(5), "General"), read_number(base::Decimal(5), "0"));
    EXPECT_NE(read_number(base::Decimal(5), "General"), read_text("5"));
}

}  // namespace
}  // namespace shinchoku::plan
