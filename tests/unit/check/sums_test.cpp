// N08: which rows and which parts of a cell a total stands for.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

struct Group {
    std::vector<Row> rows;
    Lines expected;
    const char* why;
};

void expect_sums(const std::vector<Group>& groups) {
    for (const Group& group : groups) {
        SheetPlan plan;
        plan.measure("1-1-1", group.rows);
        EXPECT_EQ(lines_of("N08", plan), group.expected) << group.why;
    }
}

Row people(const std::string& name,
           const std::string& target,
           const std::string& unit = "人",
           const std::string& baseline = "") {
    return {.name = name, .targets = {target}, .baseline = baseline, .unit = unit};
}

TEST(Sums, TargetsAndBaselinesAddUpToo) {
    expect_sums({
        {{people("男性", "30"), people("女性", "40"), people("合計", "75")},
         {"N08 warning B32"},
         "a target"},
        {{people("男性", "30"), people("女性", "40"), people("合計", "70")}, {}, "right"},
        {{people("男性", "30"), people("女性", "40"), people("（計）", "75")},
         {"N08 warning B32"},
         "a total in brackets"},
        {{people("男性", "30", "人", "20"),
          people("女性", "40", "人", "30"),
          people("合計", "70", "人", "60")},
         {"N08 warning H32"},
         "a baseline"},
        {{people("男性", "30", "人", "20"),
          people("女性", "40", "人", "30"),
          people("合計", "70", "人", "50")},
         {},
         "the right one"},
        {{people("男性", "30", "人", "20"), people("女性", "40"), people("合計", "70", "人", "60")},
         {},
         "a part without a baseline"},
        {{{.name = "男性", .targets = {"30", "31"}, .unit = "人"},
          {.name = "女性", .targets = {"40"}, .unit = "人"},
          {.name = "合計", .targets = {"70", "99"}, .unit = "人"}},
         {},
         "a part without that year"},
    });
}

TEST(Sums, RatesAndOtherThingsAreNoParts) {
    expect_sums({
        {{people("男性", "30", "%"), people("女性", "40", "%"), people("合計", "75", "%")},
         {},
         "percent"},
        {{people("男性", "3", "割"), people("女性", "4", "割"), people("合計", "8", "割")},
         {},
         "tenths"},
        {{people("男性", "3", "ポイント"),
          people("女性", "4", "ポイント"),
          people("合計", "8", "ポイント")},
         {},
         "points"},
        {{people("男性", "30", "点"),
          people("女性", "40", "点"),
          people("平均点の合計", "75", "点")},
         {},
         "means"},
        {{people("男性", "30"),
          people("講座", "9", "回"),
          people("女性", "40"),
          people("合計", "75")},
         {},
         "another unit ends the rows of a total: one row alone is none"},
        {{people("男性", "30"), people("平均", "9"), people("女性", "40"), people("合計", "75")},
         {},
         "a mean ends them"},
        {{people("男性", "30"), people("女性", "40世帯"), people("合計", "75")},
         {},
         "a cell with a unit of its own"},
        {{people("男性", "30"),
          people("女性", "40"),
          people("小計", "70"),
          people("法人", "5"),
          people("団体", "6"),
          people("小計", "12")},
         {"N08 warning B62"},
         "from the total before"},
        {{people("男性", "30"),
          people("うち市内", "10"),
          people("女性", "40"),
          people("合計", "75")},
         {"N08 warning B42"},
         "what is some of a part is passed over"},
        {{people("男性", "30"),
          people("うち市内", "10"),
          people("女性", "40"),
          people("合計", "70")},
         {},
         "and is not added"},
    });
}

TEST(Sums, ATotalBelongsToItsCategory) {
    SheetPlan plan;
    plan.measure("1-1-1", {people("男性", "30"), people("女性", "40"), people("合計", "75")});
    for (plan::Indicator& indicator : plan.last().indicators) {
        indicator.category = "活動";
    }
    EXPECT_EQ(lines_of("N08", plan), Lines{"N08 warning B32"});
    plan.last().indicators[0].category = "成果";
    EXPECT_EQ(lines_of("N08", plan), Lines{}) << "one row of its own category";
}

TEST(Sums, PartsBelowATotalAreSomeOfItOrAllOfIt) {
    expect_sums({
        {{people("参加者数", "70"), people("（うち市内）", "50"), people("（うち市外）", "30")},
         {"N08 warning B12"},
         "more than there are, in brackets"},
        {{people("参加者数", "70"), people("（うち市内）", "50"), people("（うち市外）", "10")},
         {},
         "some of them"},
        {{people("参加者数", "70"), people("内訳　市内", "50"), people("内訳　市外", "10")},
         {"N08 warning B12"},
         "a breakdown is all of it"},
        {{people("参加者数", "70"), people("内訳　市内", "50"), people("内訳　市外", "20")},
         {},
         "all of it"},
        {{people("参加者数", "70"), people("内訳　市内", "50")}, {}, "one line of a breakdown"},
        {{people("参加者数", "70"), people("うち講座", "90", "回")}, {}, "another unit"},
        {{people("参加率", "70", "人"), people("うち市内", "90", "人")}, {}, "a rate has no parts"},
        {{people("参加者数", "増加"), people("うち市内", "90")}, {}, "a trend is no number"},
    });
}

TEST(Sums, ATotalInACellStandsBeforeOrBehindItsParts) {
    struct InOneCell {
        const char* target;
        Lines expected;
        const char* why;
    };
    const std::vector<InOneCell> cases{
        {"計 75人 窓口 30人 電話 40人", {"N08 warning B12"}, "before them"},
        {"計 70人 窓口 30人 電話 40人", {}, "right"},
        {"計 75人 窓口 30人 電話 40世帯", {}, "other units"},
        {"窓口 30% 電話 40% 計 75%", {}, "rates"},
        {"計 30人 窓口 40人 合計 75人", {}, "two totals"},
        {"窓口 30人 電話 40人 郵送 75人", {}, "no total"},
        {"窓口 30人 計 75人", {}, "one part"},
    };
    for (const InOneCell& c : cases) {
        EXPECT_EQ(lines_of("N08", Row{.targets = {c.target}}), c.expected) << c.why;
    }
}

}  // namespace
}  // namespace shinchoku::check
