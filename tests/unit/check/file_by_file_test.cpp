// A plan that is checked file by file, with nothing kept of a file but names, has the findings of a
// plan that is checked as a whole.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "layout/merge.h"
#include "sheets.h"

namespace shinchoku::check::file_by_file {
namespace {

using Files = std::vector<layout::Reading>;
using Lines = std::vector<std::string>;

struct SplitCase {
    const char* what;
    Files files;
    std::set<std::string> rules;  // that have to be among the findings
    Profile profile = Profile::form;
    const layout::Reading* master = nullptr;
};

// Two headings of two files have one key each; of one plan the second is "S13|heading#2|".
std::string first_key(std::string key) {
    if (const std::size_t at = key.find('#'); at != std::string::npos) {
        key.erase(at, key.find('|', at) - at);
    }
    return key;
}

Lines full_lines(const std::vector<base::Finding>& findings) {
    Lines all;
    for (const base::Finding& f : findings) {
        all.push_back(first_key(f.key) + " " + f.file + " " + f.sheet.value_or("-") + " " +
                      (f.cell ? base::to_a1(*f.cell) : "-") + " " + f.measure.value_or("-") + " " +
                      std::string(base::name_of(f.severity)) + " " + f.message.ja + " " + f.found +
                      " " + f.expected);
    }
    return all;
}

Lines as_a_whole(const SplitCase& one, const CheckOptions& options) {
    layout::Merger merger(one.master != nullptr ? &one.master->plan : nullptr);
    for (const layout::Reading& file : one.files) {
        merger.add(file);
    }
    const layout::Reading plan = std::move(merger).finish();
    Lines all = full_lines(plan.findings);
    const Lines of_rules = full_lines(check(plan, options));
    all.insert(all.end(), of_rules.begin(), of_rules.end());
    return all;
}

Lines one_by_one(const SplitCase& one, const CheckOptions& options) {
    layout::Merger merger(one.master != nullptr ? &one.master->plan : nullptr);
    PlanCheck rules(one.files.front().plan, options);
    for (const layout::Reading& file : one.files) {
        const std::size_t first = merger.so_far().plan.measures.size();
        const layout::Reading added = merger.add_names(file);
        merger.add_findings(rules.add(added, first));
    }
    const layout::Reading plan = std::move(merger).finish();
    Lines all = full_lines(plan.findings);
    const Lines of_plan = full_lines(rules.finish(plan));
    all.insert(all.end(), of_plan.begin(), of_plan.end());
    return all;
}

// A file of its own name, with one measure of one row; changed by `change`.
template <class Change>
layout::Reading file(const std::string& name,
                     const std::string& id,
                     const Row& row,
                     const Change& change) {
    SheetPlan sheet;
    sheet.reading().plan.title = "第5次行政改革実施計画";
    sheet.measure(id, {row});
    sheet.last().group = id.substr(0, id.rfind('-'));
    sheet.last_places().file = name;
    sheet.last_places().fields["title"] = {2, 1};
    sheet.last_places().fields["texts.issues"] = {6, 1};
    change(sheet);
    return sheet.reading();
}

layout::Reading file(const std::string& name, const std::string& id, const Row& row) {
    return file(name, id, row, [](SheetPlan&) {});
}

layout::Reading file_with_text(const std::string& name,
                               const std::string& id,
                               const std::string& text) {
    return file(name, id, {.targets = {"1人"}}, [&](SheetPlan& sheet) {
        sheet.last().texts["issues"] = text;
    });
}

const Row steady{.name = "相談を受けた世帯の数",
                 .targets = {"10世帯", "12世帯", "14世帯", "16世帯", "18世帯"},
                 .actuals = {"11世帯"}};
const Row other{.name = "相談を受けた世帯の数",
                .targets = {"10世帯", "12世帯", "14世帯", "16世帯", "20世帯"},
                .actuals = {"11世帯"}};
const char* const long_text =
    "窓口の混雑が続き、繁忙期には待ち時間が一時間を超える日もあるため、予約の枠を広げて分散を図る"
    "。";

std::vector<SplitCase> cases() {
    const auto counted = [](SheetPlan& sheet) {
        sheet.last_places().id_from_position = true;
        sheet.last().title = "数えただけの番号";
        sheet.last().texts["issues"] = long_text;
    };
    const auto text_of = [](const char* text) {
        return [text](SheetPlan& sheet) { sheet.last().texts["issues"] = text; };
    };
    const auto with_heading = [](const char* name) {
        return [name](SheetPlan& sheet) {
            sheet.reading().outside.push_back({.file = name,
                                               .sheet = "表紙",
                                               .sheet_index = 1,
                                               .cell = {0, 0},
                                               .text = "第4次行政改革実施計画"});
        };
    };
    const Row with_error{.targets = {"10人"}, .actuals = {"#DIV/0!"}};
    return {
        {"nothing to tell", {file("a", "1-1-1", steady)}, {}},
        {"a copied text",
         {file_with_text("a", "1-1-1", long_text), file_with_text("b", "1-1-2", long_text)},
         {"A08"}},
        {"one indicator, two targets",
         {file("a", "1-1-1", steady), file("b", "1-1-2", other)},
         {"T12"}},
        {"baselines: most are of 2024, one of 2025",
         {file("a", "1-1-1", {.targets = {"5人"}, .baseline = "3人", .baseline_year = 2024}),
          file("b", "1-1-2", {.targets = {"5人"}, .baseline = "3人", .baseline_year = 2025}),
          file("c", "1-1-3", {.targets = {"5人"}, .baseline = "3人", .baseline_year = 2024})},
         {"D06"}},
        {"a department that another file names",
         {file("a", "1-1-1", steady, text_of("管財契約室と調整する。")),
          file("b",
               "1-1-2",
               {.targets = {"1人"}},
               [](SheetPlan& sheet) { sheet.last().departments = {"管財計約室"}; })},
         {"S09"}},
        {"returned twice with other figures",
         {file("a", "1-1-1", steady), file("b", "1-1-1", other)},
         {"F08"}},
        {"returned twice, printed otherwise",
         {file("a", "1-1-1", {.targets = {"1,000人"}}),
          file("b", "1-1-1", {.targets = {"1000人"}})},
         {"F08"}},
        {"a counted number that another file has, with findings on both",
         {file("a", "1-1-1", with_error, counted),
          file("b", "1-1-1", with_error),
          file("c", "1-1-3", {.targets = {"1人"}}, text_of(long_text))},
         {"C11", "A08"}},
        {"another edition, in a text and in a title",
         {file("a",
               "1-1-1",
               steady,
               text_of("本計画は第4次行政改革実施計画（以下「本計画」）である。"))},
         {"S13"}},
        {"headings of another edition in two files",
         {file("a", "1-1-1", steady, with_heading("a")),
          file("b", "1-1-2", {.targets = {"1人"}}, with_heading("b"))},
         {"S13"}},
        {"a list that calls a measure otherwise",
         {file("a",
               "1-1-1",
               steady,
               [](SheetPlan& sheet) {
                   sheet.last().title = "相談の充実";
                   sheet.reading().outside.push_back({.file = "a",
                                                      .sheet = "一覧",
                                                      .sheet_index = 9,
                                                      .cell = {0, 0},
                                                      .text = "1-1-1 相談窓口の充実",
                                                      .is_in_list = true});
               })},
         {"S11"}},
        {"two titles of one number",
         {file("a", "1-1-1", steady),
          file("b",
               "1-1-2",
               {.targets = {"1人"}},
               [](SheetPlan& sheet) { sheet.last().title = "取組み1-1-1"; })},
         {"S12"}},
        {"few actuals, to be published",
         {file("a", "1-1-1", {.targets = {"10人", "11人"}}), file("b", "1-1-2", steady)},
         {"X09"},
         Profile::publish},
    };
}

TEST(FileByFile, HasTheFindingsOfTheWhole) {
    for (const SplitCase& one : cases()) {
        CheckOptions options = in_may_2027();
        options.profile = one.profile;
        options.master = one.master;
        const Lines whole = as_a_whole(one, options);
        EXPECT_THAT(one_by_one(one, options), testing::UnorderedElementsAreArray(whole))
            << one.what;
        std::set<std::string> rules;
        for (const std::string& line : whole) {
            rules.insert(line.substr(0, line.find('|')));
        }
        EXPECT_THAT(rules, testing::IsSupersetOf(one.rules)) << one.what;
    }
}

// What is only counted is none of the master's measures, whatever number it has by then.
TEST(FileByFile, ACountedNumberIsNotHeldAgainstTheMaster) {
    const layout::Reading master = file("master", "1-1-1", steady);
    SplitCase one{"new and known",
                  {file("a",
                        "1-1-1",
                        other,
                        [](SheetPlan& sheet) {
                            sheet.last_places().id_from_position = true;
                            sheet.last().title = "数えただけの番号";
                        }),
                   file("b", "1-1-1", steady)},
                  {},
                  Profile::form,
                  &master};
    CheckOptions options = in_may_2027();
    options.master = &master;
    const Lines whole = as_a_whole(one, options);
    EXPECT_THAT(one_by_one(one, options), testing::UnorderedElementsAreArray(whole));
    EXPECT_THAT(whole, testing::Not(testing::Contains(testing::StartsWith("T13"))));
    one.files = {file("b", "1-1-1", other)};
    EXPECT_THAT(one_by_one(one, options), testing::Contains(testing::StartsWith("T13|1-1-1/1")));
}

// rules.md, F08: E where any cell differs.
TEST(FileByFile, AMeasureReturnedTwiceDiffersWhereACellDoes) {
    struct Twice {
        Row first;
        Row second;
        base::Severity severity;
        const char* why;
    };
    using enum base::Severity;
    const std::vector<Twice> table{
        {{.targets = {"1,000人"}}, {.targets = {"1000人"}}, warning, "grouping of digits"},
        {{.targets = {"１０人"}}, {.targets = {"10人"}}, warning, "width"},
        {{.targets = {"10人"}}, {.targets = {"11人"}}, error, "a target"},
        {{.targets = {"10人"}, .actuals = {"9人"}}, {.targets = {"10人"}}, error, "an actual"},
        {{.targets = {"10人"}}, {.targets = {"10人", "11人"}}, error, "a year more"},
        {{.targets = {"1.0%"}}, {.targets = {"1%"}}, error, "decimals"},
        {{.targets = {"1万人"}}, {.targets = {"10,000人"}}, error, "a scale word"},
        {{.targets = {"10人以上"}}, {.targets = {"10人以下"}}, error, "a bound"},
        {{.targets = {"10～20人"}}, {.targets = {"10～30人"}}, error, "a range"},
        {{.targets = {"実施"}}, {.targets = {"検討"}}, error, "words"},
        {{.targets = {"男 10人 女 20人"}}, {.targets = {"男 10人 女 30人"}}, error, "parts"},
        {{.targets = {"前年度比5%増"}}, {.targets = {"前年度比6%増"}}, error, "a change"},
    };
    for (const Twice& each : table) {
        layout::Merger merger(nullptr);
        (void)merger.add_names(file("a", "1-1-1", each.first));
        (void)merger.add_names(file("b", "1-1-1", each.second));
        const layout::Reading plan = std::move(merger).finish();
        ASSERT_EQ(plan.findings.size(), 1U) << each.why;
        EXPECT_EQ(plan.findings[0].rule, "F08") << each.why;
        EXPECT_EQ(plan.findings[0].severity, each.severity) << each.why;
    }
}

TEST(FileByFile, KeepsNamesAndNoFigures) {
    layout::Merger merger(nullptr);
    const layout::Reading added = merger.add_names(file("a", "1-1-1", steady));
    ASSERT_EQ(added.plan.measures.size(), 1U);
    EXPECT_EQ(added.plan.measures[0].indicators.size(), 1U);
    EXPECT_EQ(added.plan.title, "第5次行政改革実施計画");
    const layout::Reading& kept = merger.so_far();
    ASSERT_EQ(kept.plan.measures.size(), 1U);
    EXPECT_EQ(kept.plan.measures[0].title, added.plan.measures[0].title);
    EXPECT_TRUE(kept.plan.measures[0].indicators.empty());
    EXPECT_TRUE(kept.plan.measures[0].texts.empty());
    EXPECT_TRUE(kept.places[0].indicators.empty());
    EXPECT_TRUE(kept.places[0].fields.contains("title"));
    EXPECT_FALSE(kept.places[0].fields.contains("texts.issues"));
}

}  // namespace
}  // namespace shinchoku::check::file_by_file
