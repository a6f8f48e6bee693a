#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "data_file.h"
#include "plan/value_reading.h"
#include "sample_books.h"
#include "sample_data.h"
#include "sample_findings.h"

namespace shinchoku::samples {
namespace {

using std::filesystem::path;

const path source = SHINCHOKU_SOURCE_DIR;
const path minami_alps = source / "sample_workbooks" / "minami_alps";

std::string layout_toml() {
    return bytes_of(source / "templates" / "minami_alps" / "layout.toml");
}

TEST(Samples, TheCommittedWorkbooksAreThoseThatTheDataMakes) {
    const Folder folder("shinchoku_samples_test");
    const auto samples = read_samples(minami_alps / "data");
    ASSERT_TRUE(samples) << samples.error();
    const auto files = write_sample_books(samples.value(), layout_toml(), folder.place);
    ASSERT_TRUE(files) << files.error();
    EXPECT_THAT(workbooks_below(minami_alps), testing::UnorderedElementsAreArray(files.value()));
    for (const std::string& file : files.value()) {
        EXPECT_TRUE(bytes_of(folder.place / file) == bytes_of(minami_alps / file))
            << file << " differs: build the target sample_workbooks";
    }
}

TEST(Samples, AFigureIsTypedAsANumberThatShowsItAsPrinted) {
    struct Case {
        const char* printed;
        const char* stored;  // nullptr: stays text
        const char* format;
    };
    const Case cases[] = {
        {"98.60%", "0.986", "0.00%"},
        {"110,000件", "110000", "#,##0\"件\""},
        {"1件", "1", "0\"件\""},
        {"6,000", "6000", "#,##0"},
        {"45", "45", "General"},
        {"44.1", "44.1", "General"},
        {"18.0", "18", "0.0"},  // General would show 18
        {"1,000 時間", "1000", "#,##0\" 時間\""},
        {"▲149人", "-149", "0\"人\";\"▲\"0\"人\""},
        {"60万人", nullptr, nullptr},  // no format multiplies by ten thousand
        {"１１１，２４０件", nullptr, nullptr},
        {"実施事業3%増加", nullptr, nullptr},
        {"研究・検討", nullptr, nullptr},
        {"—", nullptr, nullptr},
    };
    for (const Case& c : cases) {
        const plan::Value value = typed_value(c.printed);
        EXPECT_EQ(value.raw, c.printed);
        ASSERT_EQ(value.stored.has_value(), c.stored != nullptr) << c.printed;
        if (c.stored != nullptr) {
            EXPECT_EQ(value.stored->to_string(), c.stored) << c.printed;
            EXPECT_EQ(*value.format, c.format) << c.printed;
        }
    }
    EXPECT_TRUE(typed_value("#DIV/0!").is<plan::CellError>());
}

// The master is looked at when it is sent out; later all its actuals would be due.
std::vector<Expected> found_on_its_day(const std::string& file) {
    const int year = file == "master.xlsx" ? 2026 : 2027;
    return found_in(minami_alps, file, layout_of("minami_alps"), {year, 5, 31});
}

TEST(Samples, EachWorkbookGivesTheFindingsOfTheReadmeAndNoOthers) {
    const std::vector<Expected> expected = expected_in_readme(minami_alps);
    ASSERT_FALSE(expected.empty());
    for (const std::string& file : workbooks_below(minami_alps)) {
        std::vector<Expected> here;
        std::copy_if(
            expected.begin(), expected.end(), std::back_inserter(here), [&](const auto& e) {
                return e.file == file;
            });
        EXPECT_THAT(found_on_its_day(file), testing::UnorderedElementsAreArray(here)) << file;
    }
}

TEST(Samples, OnlyReturnedWorkbooksWithAFaultGiveAnError) {
    for (const std::string& file : workbooks_below(minami_alps)) {
        if (file.starts_with("returned/")) {
            continue;
        }
        for (const Expected& each : found_on_its_day(file)) {
            EXPECT_NE(each.severity, "error") << testing::PrintToString(each);
        }
    }
}

}  // namespace
}  // namespace shinchoku::samples
