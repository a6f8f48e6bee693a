// What stands outside the forms: lists of the measures, headings, the date system.

#include "layout/outside_texts.h"

#include <algorithm>
#include <utility>

#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

TEST(OutsideTexts, ALineOfContentsIsItsTitle) {
    const std::pair<const char*, const char*> cases[] = {
        {"窓口の改善", "窓口の改善"},
        {"① 窓口の改善", "窓口の改善"},
        {"1-1-1 窓口の改善", "窓口の改善"},
        {"施策39　窓口の改善", "窓口の改善"},
        {"窓口の改善……… 12", "窓口の改善"},
        {"窓口の改善 2026", "窓口の改善 2026"},  // no leaders: its own
        {"5年間の改善", "5年間の改善"},
    };
    for (const auto& [line, title] : cases) {
        EXPECT_EQ(title_of_line(line), title) << line;
    }
}

class ListSheets : public ::testing::Test {
protected:
    const Layout layout_ = load_fixture("minami_alps");

    static TestBook book_with(TestSheet list) {
        TestBook book;
        for (const int number : {1, 2}) {
            TestSheet sheet = minami_sheet_with_evaluation();
            sheet.name = "1-1-" + std::to_string(number);
            sheet.set("B3", number == 1 ? "窓口の改善" : "電子納付の推進");
            book.sheets.push_back(std::move(sheet));
        }
        book.sheets.push_back(std::move(list));
        return book;
    }

    Reading read(const TestBook& book) const {
        return bind(book.workbook(), {&layout_}, {"test.xlsx", nullptr});
    }
};

TEST_F(ListSheets, AListOfTheMeasuresIsNoStranger) {
    const Reading reading = read(book_with({"体系", R"(
        | 1 窓口の改善 |
        | 2 電子納付の推進 |
    )"}));
    for (const base::Finding& finding : reading.findings) {
        EXPECT_NE(finding.rule, "S14");
    }
    ASSERT_EQ(reading.outside.size(), 2U);
    EXPECT_TRUE(reading.outside[1].is_in_list);
    EXPECT_EQ(reading.outside[1].cell, (base::CellRef{1, 0}));
    EXPECT_EQ(reading.outside[1].file, "test.xlsx");
}

TEST_F(ListSheets, AnotherSheetIsOneAlthoughATitleStandsThere) {
    const Reading reading = read(book_with({"メモ", R"(
        | 窓口の改善 |
        | 会議は水曜日 |
    )"}));
    ASSERT_FALSE(reading.outside.empty());
    EXPECT_FALSE(reading.outside.front().is_in_list);
    EXPECT_EQ(std::count_if(reading.findings.begin(),
                            reading.findings.end(),
                            [](const base::Finding& f) { return f.rule == "S14"; }),
              1);
}

TEST_F(ListSheets, AnotherDateSystemIsTold) {
    TestBook book;
    book.sheets.push_back(minami_sheet());
    sheet::Workbook workbook = book.workbook();
    const auto told = [&] {
        const auto findings = bind(workbook, {&layout_}, {"test.xlsx", nullptr}).findings;
        return std::count_if(findings.begin(), findings.end(), [](const base::Finding& finding) {
            return finding.rule == "D08";
        });
    };
    EXPECT_EQ(told(), 0);
    workbook.date_1904 = true;
    EXPECT_EQ(told(), 1);
}

}  // namespace
}  // namespace shinchoku::layout
