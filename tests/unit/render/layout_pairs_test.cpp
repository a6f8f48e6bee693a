#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "all_layouts.h"
#include "form_sample.h"
#include "layout/bind.h"
#include "layout_plan.h"
#include "render/form.h"
#include "scratch_folder.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

constexpr std::uint64_t plans_for_each_pair = 4;

// Parts of a measure that differ, as the keys of findings name them.
std::vector<std::string> differences(const plan::Measure& p, const plan::Measure& q) {
    std::vector<std::string> found;
    const auto note = [&](bool equal, const char* part) {
        if (!equal) {
            found.emplace_back(part);
        }
    };
    note(p.group == q.group, "group");
    note(p.label == q.label, "label");
    note(p.title == q.title, "title");
    note(p.departments == q.departments, "departments");
    for (const auto& [key, text] : p.texts) {
        const auto other = q.texts.find(key);
        if (!text.empty() && (other == q.texts.end() || other->second != text)) {
            found.push_back("texts." + key);
        }
    }
    note(p.footnotes == q.footnotes, "footnotes");
    note(p.schedule == q.schedule, "schedule");
    note(p.approaches == q.approaches, "approaches");
    for (const plan::Indicator& indicator : p.indicators) {
        const bool held =
            std::any_of(q.indicators.begin(), q.indicators.end(), [&](plan::Indicator other) {
                const bool empty_cell = other.baseline && other.baseline->value.is<plan::Blank>();
                if (!indicator.baseline && empty_cell) {  // of a form that draws baselines
                    other.baseline.reset();
                }
                // Another cell may have decided the same direction.
                if (other.direction == indicator.direction) {
                    other.direction_from = indicator.direction_from;
                }
                return other == indicator;
            });
        if (!held) {
            found.push_back(indicator.id);
        }
    }
    note(p.evaluations == q.evaluations, "evaluations");
    return found;
}

bool is_named(const std::vector<base::Finding>& findings,
              const std::string& measure,
              const std::string& part) {
    const std::string key = "X10|" + measure + "/" + part;
    return std::any_of(findings.begin(), findings.end(), [&](const base::Finding& finding) {
        return finding.key.starts_with(key);
    });
}

class EveryPair : public ::testing::TestWithParam<std::filesystem::path> {};

// What the second layout can hold survives; what it cannot is named, not dropped.
TEST_P(EveryPair, WhatIsNotHeldIsNamed) {
    const layout::Layout from = layout_file(GetParam());
    const ScratchFolder folder;
    for (const std::filesystem::path& path : all_layouts()) {
        const layout::Layout to = layout_file(path);
        for (std::uint64_t seed = 1; seed <= plans_for_each_pair; ++seed) {
            const std::string where = from.id + " to " + to.id + ", seed " + std::to_string(seed);
            const plan::Plan plan = generators::LayoutPlans(from, seed).make();
            const auto written = write_forms(folder / "forms.xlsx", to, plan, {});
            if (!written) {
                ADD_FAILURE() << where << ": " << written.error().rule << " " << written.error().key
                              << " expected [" << written.error().expected << "] found ["
                              << written.error().found << "]";
                continue;
            }
            const std::string bytes = bytes_of(folder / "forms.xlsx");
            const auto workbook = xlsx::read_workbook(bytes);
            ASSERT_TRUE(workbook.has_value());
            const plan::Plan read = layout::bind(workbook.value().workbook, {&to}, {}).plan;
            ASSERT_EQ(read.measures.size(), plan.measures.size()) << where;
            for (std::size_t i = 0; i < read.measures.size(); ++i) {
                const plan::Measure& measure = plan.measures[i];
                ASSERT_EQ(read.measures[i].id, measure.id) << where;
                for (const std::string& part : differences(measure, read.measures[i])) {
                    EXPECT_TRUE(is_named(written.value(), measure.id, part))
                        << where << ": " << measure.id << " " << part;
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Templates, EveryPair, ::testing::ValuesIn(all_layouts()), name_of_layout);

}  // namespace
}  // namespace shinchoku::render
