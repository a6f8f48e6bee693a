#include "plan_samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "sample_findings.h"

namespace shinchoku::samples {
namespace {

using std::filesystem::path;

struct City {
    const char* plan;
    plan::Date as_of;  // when the returned workbooks are checked
    plan::Date sent;   // when the master was distributed
    std::size_t books;
};

constexpr City cities[] = {
    {"seki_sap3", {2023, 5, 31}, {2021, 5, 31}, 16},
    {"seki_plan", {2026, 5, 31}, {2023, 5, 31}, 10},
    {"kanuma", {2026, 5, 31}, {2022, 5, 31}, 4},
    {"shimotsuma", {2026, 5, 31}, {2023, 5, 31}, 2},
};

path folder_of(const City& city) {
    return path(SHINCHOKU_SOURCE_DIR) / "sample_workbooks" / city.plan;
}

TEST(PlanSamples, TheCommittedWorkbooksAreThoseThatTheDataMakes) {
    for (const City& city : cities) {
        const Folder made("shinchoku_plan_samples_test");
        const layout::Layout& layout = layout_of(city.plan);
        const auto samples = read_plan_samples(folder_of(city), layout);
        ASSERT_TRUE(samples) << samples.error();
        const auto files = write_plan_books(samples.value(), layout, made.place);
        ASSERT_TRUE(files) << files.error();
        EXPECT_EQ(files.value().size(), city.books + 1) << city.plan;
        EXPECT_THAT(workbooks_below(folder_of(city)),
                    testing::UnorderedElementsAreArray(files.value()));
        for (const std::string& file : files.value()) {
            EXPECT_TRUE(bytes_of(made.place / file) == bytes_of(folder_of(city) / file))
                << city.plan << "/" << file << " differs: build the target sample_workbooks";
        }
    }
}

TEST(PlanSamples, EachWorkbookGivesTheFindingsOfItsReadmeAndNoError) {
    for (const City& city : cities) {
        const path folder = folder_of(city);
        const std::vector<Expected> expected = expected_in_readme(folder);
        for (const std::string& file : workbooks_below(folder)) {
            std::vector<Expected> here;
            std::copy_if(
                expected.begin(), expected.end(), std::back_inserter(here), [&](const auto& e) {
                    return e.file == file;
                });
            const plan::Date day = file == "master.xlsx" ? city.sent : city.as_of;
            const auto found = found_in(folder, file, layout_of(city.plan), day);
            EXPECT_THAT(found, testing::UnorderedElementsAreArray(here)) << city.plan << file;
            for (const Expected& each : found) {
                EXPECT_NE(each.severity, "error") << testing::PrintToString(each);
            }
        }
    }
}

}  // namespace
}  // namespace shinchoku::samples
