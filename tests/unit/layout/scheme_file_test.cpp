#include "layout/scheme_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace shinchoku::layout {
namespace {

TEST(SchemeFile, ThresholdsAreNumbersOrDecimalText) {
    const auto loaded = load_scheme(
        "scheme = \"x\"\ntitle = \"名\"\nmethod = \"pace\"\n"
        "[[grade]]\nname = \"良\"\nat_least = \"99.95\"\n"
        "[[grade]]\nname = \"可\"\nat_least = 66.7\n"
        "[[grade]]\nname = \"不可\"\n");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value().title.ja, "名");
    EXPECT_EQ(loaded.value().method, "pace");
    EXPECT_EQ(loaded.value().grades[0].threshold->from_percent.to_string(), "99.95");
    EXPECT_EQ(loaded.value().grades[1].threshold->from_percent.to_string(), "66.7");
}

TEST(SchemeFile, AboveMayStandJustOverAtLeastOfTheSameNumber) {
    const std::string head = "scheme = \"x\"\n[[grade]]\nname = \"S\"\n";
    const std::string rest = "[[grade]]\nname = \"A\"\nat_least = 100\n[[grade]]\nname = \"B\"\n";
    const auto loaded = load_scheme(head + "above = 100\n" + rest);
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(loaded.value().grades[0].threshold->strict);
    EXPECT_FALSE(loaded.value().grades[1].threshold->strict);
    EXPECT_FALSE(load_scheme(head + "at_least = 100\n" + rest));
}

TEST(SchemeFile, EachFaultIsNamedAtItsPlace) {
    const std::string head = "scheme = \"x\"\n";
    const std::string last = "[[grade]]\nname = \"D\"\n";
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"scheme = ", {"layout.toml"}},
        {last, {"1 layout.scheme_id_missing"}},
        {head, {"1 layout.scheme_no_grades"}},
        {head + "grade = 3\n", {"2 layout.scheme_no_grades"}},
        {head + "grade = [3]\n", {"2 layout.scheme_grade_not_a_table"}},
        {head + "colour = 1\n" + last, {"2 layout.scheme_unknown_key"}},
        {"scheme = 3\n" + last, {"1 layout.scheme_id_missing", "1 layout.scheme_not_text"}},
        {head + "title = { ja = \"名\", fr = \"nom\" }\n" + last, {"2 layout.scheme_unknown_key"}},
        {head + "title = 5\n" + last, {"2 layout.scheme_not_text"}},
        {head + "[[grade]]\nname = \"A\"\n" + last, {"2 layout.scheme_threshold_missing"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = \"高い\"\n" + last,
         {"4 layout.scheme_threshold_not_a_number"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = [1]\n" + last,
         {"4 layout.scheme_threshold_not_a_number"}},
        {head + "[[grade]]\nat_least = 80\n" + last, {"2 layout.scheme_grade_without_name"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = 80\n[[grade]]\nname = \"B\"\nat_least = 80\n" +
             last,
         {"7 layout.scheme_thresholds_not_falling"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = 80\n",
         {"4 layout.scheme_last_grade_has_threshold"}},
        {head + "method = \"fast\"\n" + last, {"2 layout.scheme_unknown_method"}},
        {head + "by = \"mood\"\n" + last, {"2 layout.scheme_unknown_basis"}},
        {head + "without_year_target = \"pace\"\n" + last, {"2 layout.scheme_without_year_target"}},
        {head + "by = \"growth\"\n" + last, {"1 layout.scheme_growth_grades"}},
        {head + "by = \"comparison\"\n[[grade]]\nname = \"S\"\nwhen = \"A < T\"\n" + last,
         {"5 layout.scheme_comparison_not_understood"}},
        {head + "by = \"comparison\"\n[[grade]]\nname = \"S\"\n" + last,
         {"3 layout.scheme_comparison_not_understood"}},
        {head + "by = \"person\"\n[[grade]]\nname = \"S\"\nat_least = 80\n" + last,
         {"5 layout.scheme_condition_not_used"}},
        {head + "[[grade]]\nname = \"A\"\npoints = \"many\"\nat_least = 80\n" + last,
         {"4 layout.scheme_points_not_a_number"}},
        {head + "step = 3\n" + last, {"2 layout.scheme_no_grades"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = 80\nabove = 90\n" + last,
         {"5 layout.scheme_two_thresholds"}},
        {head + "[[grade]]\nname = \"D\"\nat_least = 80\n" + last,
         {"6 layout.scheme_two_grades_of_one_name"}},
        {head + "[[grade]]\nname = \"A\"\nat_least = 80\nwhen = \"A > T\"\n" + last,
         {"5 layout.scheme_condition_not_used"}},
        {head + "by = \"comparison\"\n[[grade]]\nname = \"A\"\nwhen = \"A > T\"\nabove = 1\n" +
             last,
         {"6 layout.scheme_condition_not_used"}},
        {head + "[[grade]]\nname = \"A\"\npoints = 99999999999\nat_least = 80\n" + last,
         {"4 layout.scheme_points_not_a_number"}},
        {head + "without_baseline = \"-\"\n" + last, {"2 layout.scheme_baseline_not_used"}},
        {head + "by = \"person\"\n" + last + "[[step]]\nname = \"E\"\n",
         {"5 layout.scheme_steps_not_used"}},
    };
    for (const auto& [toml, expected] : cases) {
        const auto loaded = load_scheme(toml);
        ASSERT_FALSE(loaded) << toml;
        std::vector<std::string> found;
        for (const Diagnostic& diagnostic : loaded.error()) {
            found.push_back(expected.front() == "layout.toml"
                                ? diagnostic.code
                                : std::to_string(diagnostic.line) + " " + diagnostic.code);
            EXPECT_FALSE(diagnostic.message.ja.empty());
            EXPECT_FALSE(diagnostic.hint.en.empty());
        }
        EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected)) << toml;
    }
}

}  // namespace
}  // namespace shinchoku::layout
