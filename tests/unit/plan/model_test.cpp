#include "plan/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shinchoku::plan {
namespace {

TEST(Model, TextsStandInTheOrderOfTheDesignThenByName) {
    const Texts texts = {{"zebra", ""},
                         {"related_plans", ""},
                         {"current_state", ""},
                         {"actions", ""},
                         {"issues", ""},
                         {"final_goal", ""},
                         {"aim", ""}};
    std::vector<std::string> keys;
    for (const auto& [key, text] : texts) {
        keys.push_back(key);
    }
    EXPECT_THAT(
        keys,
        testing::ElementsAre(
            "current_state", "issues", "actions", "final_goal", "related_plans", "aim", "zebra"));
}

TEST(Model, AGroupIsFoundWithAllAboveIt) {
    Plan plan;
    plan.groups = {{"1", std::nullopt, "基本方針1", "財源"}, {"1-1", "1", "①", "税収"}};
    ASSERT_NE(find_group(plan, "1-1"), nullptr);
    EXPECT_EQ(find_group(plan, "1-1")->title, "税収");
    EXPECT_EQ(find_group(plan, "2"), nullptr);
    const auto path = group_path(plan, "1-1");
    ASSERT_EQ(path.size(), 2U);
    EXPECT_EQ(path[0]->id, "1");
    EXPECT_EQ(path[1]->id, "1-1");
    EXPECT_TRUE(group_path(plan, "9").empty());
}

TEST(Model, GroupsInACircleEnd) {
    Plan plan;
    plan.groups = {{"a", "b", "", ""}, {"b", "a", "", ""}};
    EXPECT_EQ(group_path(plan, "a").size(), 2U);
}

TEST(Model, WordsOfThePlanDocument) {
    EXPECT_EQ(name_of(Direction::within), "within");
    EXPECT_EQ(name_of(DirectionFrom::fallback), "default");
    EXPECT_EQ(name_of(Accumulation::per_year), "per_year");
    EXPECT_EQ(name_of(ScheduleMark::bar), "bar");
    EXPECT_EQ(name_of(ScheduleMark::same), "same");
    EXPECT_EQ(name_of(ScheduleMark::more), "more");
    EXPECT_EQ(name_of(ScheduleMark::less), "less");
    EXPECT_EQ(name_of(ItemMark::new_item), "new");
    EXPECT_EQ(name_of(ItemMark::expanded), "expanded");
    EXPECT_EQ(name_of(ItemMark::none), "none");
}

}  // namespace
}  // namespace shinchoku::plan
