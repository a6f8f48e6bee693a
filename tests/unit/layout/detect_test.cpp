#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Detection, TheLayoutOfAnUnknownSheetIsTold) {
    const Layout minami = load_fixture("minami_alps");
    const Layout kanuma = load_fixture("kanuma");
    const Layout seki = load_fixture("seki_sap3");
    const Binder binder({&kanuma, &seki, &minami});
    TestBook book;
    book.sheets.push_back(minami_sheet());
    book.sheets.back().delete_row(10);
    book.sheets.push_back({"別", "| 目指す方向性 | 文 |"});
    const std::vector<Fit> fits = binder.detect(book.workbook());
    ASSERT_FALSE(fits.empty());
    EXPECT_EQ(fits.front().layout, "minami_alps");
    EXPECT_EQ(fits.front().blocks, 1);
    EXPECT_GT(fits.front().share, 0.9);
    EXPECT_THAT(fits.front().missing, ElementsAre("目標値"));
    const auto other =
        std::find_if(fits.begin(), fits.end(), [](const Fit& fit) { return fit.sheet == "別"; });
    ASSERT_NE(other, fits.end());
    EXPECT_EQ(other->layout, "kanuma");
    EXPECT_EQ(other->blocks, 0);
}

TEST(Detection, EverySheetIsReadByItsOwnLayout) {
    const Layout minami = load_fixture("minami_alps");
    const Layout seki = load_fixture("seki_sap3");
    TestBook book;
    book.sheets.push_back(minami_sheet());
    book.sheets.push_back({"SAP", R"(
        | 改革項目 | #7 | 窓口の見直し | 実施課 | 秘書課 |
        | 現状・課題 | 待ち時間が長い | < | < | < |
        | 実施内容・効果 | 予約制にする | < | < | < |
        | 数値目標 | 目標名 | 単位 | 実績（R2） | 目標（R5） |
        | ^ | 待ち時間 | 分 | 20 | 10 |
        | 取組スケジュール | 令和3年度 | 令和4年度 | 令和5年度 | < |
        | 予約制 | 検討 | 実施 | → | < |
    )"});
    const Reading reading = Binder({&seki, &minami}).bind(book.workbook(), {"a.xlsx", nullptr});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    ASSERT_EQ(reading.places.size(), 2U);
    EXPECT_EQ(reading.places[0].layout, "minami_alps");
    EXPECT_EQ(reading.places[1].layout, "seki_sap3");
}

TEST(Detection, ABigForeignSheetIsNoBlock) {
    const Layout minami = load_fixture("minami_alps");
    sheet::Workbook book;
    book.formats.emplace_back();
    sheet::Sheet& sheet = book.sheets.emplace_back();
    sheet.name = "台帳";
    const std::string_view texts[] = {"目標の達成", "現状", "山田商店", "12", "現在の状況"};
    for (std::uint32_t row = 0; row < 5000; ++row) {
        for (std::uint32_t column = 0; column < 5; ++column) {
            sheet::Cell cell;
            cell.at = {row, column};
            cell.type = sheet::CellType::text;
            cell.text = texts[column];
            sheet.cells.push_back(cell);
        }
    }
    const Reading reading = bind(book, {&minami}, {"a.xlsx", nullptr});
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("S14 error"));
}

}  // namespace
}  // namespace shinchoku::layout
