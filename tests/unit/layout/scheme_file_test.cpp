#include "layout/scheme_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace shinchoku::layout {
namespace {

TEST(SchemeFile, TheDefaultOfTheTemplatesIsTheOneBuiltIn) {
    std::ifstream file(std::string(SHINCHOKU_SOURCE_DIR) + "/templates/schemes/default.toml");
    std::stringstream text;
    text << file.rdbuf();
    const auto loaded = load_scheme(text.str());
    ASSERT_TRUE(loaded);
    const calc::Scheme& scheme = loaded.value();
    EXPECT_EQ(scheme.id, "default");
    EXPECT_EQ(scheme.method, "");
    EXPECT_FALSE(scheme.source.empty());
    std::vector<std::string> steps;
    for (const calc::GradeStep& step : scheme.steps) {
        steps.push_back(step.grade + " " + step.at_least_percent.to_string());
    }
    EXPECT_EQ(steps, (std::vector<std::string>{"A 100", "B 80", "C 60", "D 0"}));
}

TEST(SchemeFile, ThresholdsAreNumbersOrDecimalText) {
    const auto loaded = load_scheme(
        "scheme = \"x\"\ntitle = \"名\"\nmethod = \"pace\"\n"
        "[[grade]]\nname = \"良\"\nat_least = \"99.95\"\n"
        "[[grade]]\nname = \"可\"\nat_least = 66.7\n"
        "[[grade]]\nname = \"不可\"\n");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value().title.ja, "名");
    EXPECT_EQ(loaded.value().method, "pace");
    EXPECT_EQ(loaded.value().steps[0].at_least_percent.to_string(), "99.95");
    EXPECT_EQ(loaded.value().steps[1].at_least_percent.to_string(), "66.7");
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
