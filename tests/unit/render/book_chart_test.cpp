#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "render/book.h"
#include "render/chart.h"
#include "scratch_folder.h"
#include "xlsx/package.h"

namespace shinchoku::render {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

base::Decimal of_digits(std::string_view text) {
    return base::Decimal::parse(text).value();
}

class BookChartTest : public ::testing::Test {
protected:
    // A part of the saved package, as it is written.
    std::string part_of(Book& book, std::string_view name) {
        EXPECT_TRUE(book.save(folder_ / "book.xlsx").has_value());
        bytes_ = bytes_of(folder_ / "book.xlsx");
        auto package = xlsx::Package::open(bytes_, {});
        EXPECT_TRUE(package.has_value());
        const xlsx::PackageEntry* entry = package.value().find(name);
        std::string text;
        if (entry == nullptr) {
            ADD_FAILURE() << "no part " << name;
            return text;
        }
        static_cast<void>(package.value().read(*entry, text));
        return text;
    }

    ScratchFolder folder_;
    std::string bytes_;
};

std::size_t times_in(const std::string& text, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos;
         at = text.find(wanted, at + wanted.size())) {
        ++count;
    }
    return count;
}

// A target and an actual for each of three rows.
Chart bullet_chart(SheetWriter& sheet) {
    for (std::uint32_t row = 0; row < 3; ++row) {
        sheet.write({row, 0}, "指標", CellStyle());
        sheet.write({row, 1}, of_digits("1"), CellStyle());
        sheet.write({row, 2}, of_digits("0.8"), CellStyle());
    }
    Chart chart;
    chart.kind = Chart::Kind::bar;
    chart.overlapped = true;
    chart.from_zero = true;
    chart.up_to = of_digits("1.5");
    chart.step = of_digits("0.25");
    for (std::uint32_t column = 1; column < 3; ++column) {
        ChartSeries series;
        series.name = column == 1 ? "目標" : "実績";
        series.sheet = sheet.name();
        series.categories = {{0, 0}, {2, 0}};
        series.values = {{0, column}, {2, column}};
        series.outlined = column == 1;
        series.in_front = column == 2;
        chart.series.push_back(series);
    }
    return chart;
}

TEST_F(BookChartTest, BarsInFrontStandOnASecondPairOfAxesThatRunsAsTheFirst) {
    Book book;
    SheetWriter& sheet = book.add_sheet("図");
    sheet.insert_chart({5, 0}, bullet_chart(sheet));
    const std::string part = part_of(book, "xl/charts/chart1.xml");
    EXPECT_EQ(times_in(part, "<c:barChart>"), 2U);
    EXPECT_EQ(times_in(part, "<c:ser>"), 2U);
    EXPECT_EQ(times_in(part, "<c:catAx>"), 2U);
    EXPECT_EQ(times_in(part, "<c:valAx>"), 2U);
    // One end for both, or the bars in front would be measured by another rule.
    EXPECT_EQ(times_in(part, "<c:max val=\"1.5\"/>"), 2U);
    EXPECT_EQ(times_in(part, "<c:min val=\"0\"/>"), 2U);
    EXPECT_EQ(times_in(part, "<c:delete val=\"1\"/>"), 2U) << "the second pair is not drawn";
    const std::size_t second = part.rfind("<c:barChart>");
    EXPECT_THAT(part.substr(0, second), HasSubstr("目標"));
    EXPECT_THAT(part.substr(0, second), Not(HasSubstr("実績")));
    EXPECT_THAT(part.substr(second), HasSubstr("実績"));
}

TEST_F(BookChartTest, WithoutBarsInFrontThereIsOnePairOfAxes) {
    Book book;
    SheetWriter& sheet = book.add_sheet("図");
    Chart chart = bullet_chart(sheet);
    chart.series.pop_back();
    sheet.insert_chart({5, 0}, chart);
    const std::string part = part_of(book, "xl/charts/chart1.xml");
    EXPECT_EQ(times_in(part, "<c:barChart>"), 1U);
    EXPECT_EQ(times_in(part, "<c:catAx>"), 1U);
}

TEST_F(BookChartTest, AnOutlineHasNoFillAndBarsLieOverOneAnother) {
    Book book;
    SheetWriter& sheet = book.add_sheet("図");
    sheet.insert_chart({5, 0}, bullet_chart(sheet));
    const std::string part = part_of(book, "xl/charts/chart1.xml");
    EXPECT_THAT(part, HasSubstr("<c:overlap val=\"100\"/>"));
    EXPECT_THAT(part, HasSubstr("<c:majorUnit val=\"0.25\"/>"));
    const std::size_t outline = part.find("目標");
    const std::size_t solid = part.find("実績");
    ASSERT_LT(outline, solid);
    EXPECT_THAT(part.substr(outline, solid - outline), HasSubstr("<a:noFill/>"));
    EXPECT_THAT(part.substr(solid), Not(HasSubstr("<a:noFill/>")));
}

TEST_F(BookChartTest, ChartsOfSeveralSheetsAreCompletedEachInItsOwnPart) {
    Book book;
    SheetWriter& first = book.add_sheet("一");
    Chart plain = bullet_chart(first);
    plain.series.pop_back();
    first.insert_chart({5, 0}, plain);
    SheetWriter& second = book.add_sheet("二");
    second.insert_chart({5, 0}, bullet_chart(second));
    EXPECT_EQ(times_in(part_of(book, "xl/charts/chart2.xml"), "<c:barChart>"), 2U);
}

TEST_F(BookChartTest, ADataBarHasFixedEndsAndLeavesTheNumberToBeRead) {
    Book book;
    SheetWriter& sheet = book.add_sheet("表");
    sheet.write({0, 0}, of_digits("0.8"), CellStyle());
    sheet.add_data_bar({.range = {{0, 0}, {9, 0}}, .low = of_digits("0"), .high = of_digits("1")});
    const std::string part = part_of(book, "xl/worksheets/sheet1.xml");
    EXPECT_THAT(part, HasSubstr("type=\"dataBar\""));
    EXPECT_THAT(part, HasSubstr("<cfvo type=\"num\" val=\"0\"/>"));
    EXPECT_THAT(part, HasSubstr("<cfvo type=\"num\" val=\"1\"/>"));
    EXPECT_THAT(part, HasSubstr("gradient=\"0\"")) << "solid";
    // Once for Excel 2007 and its heirs, once for those that came after.
    EXPECT_EQ(times_in(part, "minLength=\"0\" maxLength=\"100\""), 2U);
    EXPECT_THAT(part, Not(HasSubstr("showValue=\"0\"")));
}

}  // namespace
}  // namespace shinchoku::render
