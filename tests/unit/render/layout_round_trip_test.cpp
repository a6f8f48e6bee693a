#include <gtest/gtest.h>

#include <string>

#include "all_layouts.h"
#include "form_sample.h"
#include "layout/bind.h"
#include "layout_plan.h"
#include "render/form.h"
#include "scratch_folder.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

constexpr std::uint64_t plans_for_each = 25;

std::string account(const base::Finding& finding) {
    return finding.rule + " " + finding.key + " expected [" + finding.expected + "] found [" +
           finding.found + "]";
}

class EveryLayout : public ::testing::TestWithParam<std::filesystem::path> {};

// The first law of the notation, read(write(p)) == p, for whatever a layout draws.
TEST_P(EveryLayout, APlanReadsBackEqual) {
    const layout::Layout layout = layout_file(GetParam());
    const ScratchFolder folder;
    for (std::uint64_t seed = 1; seed <= plans_for_each; ++seed) {
        const plan::Plan plan = generators::LayoutPlans(layout, seed).make();
        const auto written = write_forms(folder / "forms.xlsx", layout, plan, {});
        ASSERT_TRUE(written.has_value()) << "seed " << seed << ": " << account(written.error());
        for (const base::Finding& finding : written.value()) {
            ADD_FAILURE() << "seed " << seed << ": " << account(finding);
        }
        const std::string bytes = bytes_of(folder / "forms.xlsx");
        const auto workbook = xlsx::read_workbook(bytes);
        ASSERT_TRUE(workbook.has_value());
        const layout::Reading reading = layout::bind(workbook.value().workbook, {&layout}, {});
        ASSERT_TRUE(reading.plan == plan) << "seed " << seed;
        for (const base::Finding& finding : reading.findings) {
            if (finding.rule[0] != 'C') {  // what a cell says is as the plan has it
                EXPECT_EQ(finding.severity, base::Severity::info)
                    << "seed " << seed << ": " << account(finding);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Templates,
                         EveryLayout,
                         ::testing::ValuesIn(all_layouts()),
                         name_of_layout);

}  // namespace
}  // namespace shinchoku::render
