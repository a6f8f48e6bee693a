#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

void expect_clean(const Reading& reading) {
    EXPECT_THAT(lines_of(reading.findings), IsEmpty()) << account_of(reading.findings);
}

TestSheet kanuma_sheet() {
    return {"施策29", R"(
        | 施策29 移住の推進 | < | < | < | < | < | < | < | < | < | < |
        | 施策の将来像 | < | < | < | < | < | < | < | < | < | < |
        | 選ばれるまち | < | < | < | < | < | < | < | < | < | < |
        | 目標指標 | < | < | < | < | < | 実績値 | < | < | < | < |
        | No. | 指標名 | 単位 | 直近の実績値 | 計画最終年度の目標値 | 目指す方向性 | R4 | R5 | R6 | R7 | R8 |
        | #1 | 訪問者数 | 千人 | — | 80 | → | 12 | 20 | | | |
        | #2 | 好意度 | % | 87.8 (R3) | 90 | ↗ | | | | | |
        | #3 | 公債費比率 | — | 2.3(R2) | 5%以下 ※ | ↘ | 2.5 | | | | |
        | ※国の基準による | < | < | < | < | < | < | < | < | < | < |
        | 現状と課題 | < | < | < | < | < | < | < | < | < | < |
        | 人口が減る | < | < | < | < | < | < | < | < | < | < |
        | 関連する個別計画 | < | < | < | < | < | < | < | < | < | < |
        | No. | 計画名 | < | < | 計画期間 | < | < | < | < | < | < |
        | #1 | 移住計画 | < | < | 2022～2026 | < | < | < | < | < | < |
        | #2 | 広報計画 | < | < | 2020～ | < | < | < | < | < | < |
        | 取組方針（公助） | < | < | < | < | < | < | < | < | < | < |
        | 相談の窓口を置く | < | < | < | < | < | < | < | < | < | < |
    )"};
}

TEST(TableForm, KanumaTablesAreReadRowByRow) {
    const Layout layout = load_fixture("kanuma");
    const Reading reading = read_sheets(layout, {kanuma_sheet()});
    expect_clean(reading);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures.front();
    EXPECT_EQ(measure.id, "29");
    EXPECT_EQ(measure.label, "施策29");
    EXPECT_EQ(measure.title, "移住の推進");
    EXPECT_EQ(measure.texts.at("final_goal"), "選ばれるまち");
    EXPECT_EQ(measure.texts.at("current_state"), "人口が減る");
    EXPECT_EQ(measure.texts.at("actions"), "相談の窓口を置く");
    EXPECT_EQ(measure.texts.at("related_plans"), "移住計画\t2022～2026\n広報計画\t2020～");
    ASSERT_EQ(measure.footnotes.size(), 1U);
    EXPECT_EQ(measure.footnotes[0].mark, "※");
    EXPECT_EQ(measure.footnotes[0].text, "国の基準による");
    ASSERT_EQ(measure.indicators.size(), 3U);
    const plan::Indicator& visitors = measure.indicators[0];
    EXPECT_EQ(visitors.id, "29/1");
    EXPECT_EQ(visitors.unit, "千人");
    EXPECT_EQ(visitors.direction, plan::Direction::keep);
    ASSERT_TRUE(visitors.baseline);
    EXPECT_EQ(visitors.baseline->value.raw, "—");
    ASSERT_EQ(visitors.years.size(), 3U);
    EXPECT_EQ(visitors.years[0].year, 2022);
    EXPECT_EQ(visitors.years[0].actual.raw, "12");
    EXPECT_EQ(visitors.years[2].year, 2026);
    EXPECT_EQ(visitors.years[2].target.raw, "80");
    EXPECT_EQ(measure.indicators[1].baseline->year, 2021);
    EXPECT_EQ(measure.indicators[2].years.back().target.footnote, "※");
    const IndicatorPlaces& places = reading.places[0].indicators[2];
    EXPECT_EQ(base::to_a1(*places.target_label), "A8");
    EXPECT_EQ(base::to_a1(*places.years[1].actual), "H8");
    EXPECT_FALSE(reading.places[0].draws_target_each_year);
}

TEST(TableForm, RowsAndColumnsInsertedIntoATableAreFollowed) {
    const Layout layout = load_fixture("kanuma");
    const Reading base = read_sheets(layout, {kanuma_sheet()});
    for (std::uint32_t at = 0; at <= 17; ++at) {
        TestSheet sheet = kanuma_sheet();
        sheet.insert_rows(at);
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_EQ(reading.plan, base.plan) << "row " << at << "\n" << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty()) << at;
    }
    for (std::uint32_t at = 0; at <= 11; ++at) {
        TestSheet sheet = kanuma_sheet();
        sheet.insert_columns(at);
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_EQ(reading.plan, base.plan) << "column " << at << "\n"
                                           << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty()) << at;
    }
}

TEST(TableForm, DamageToATableIsFound) {
    const Layout layout = load_fixture("kanuma");
    const Reading base = read_sheets(layout, {kanuma_sheet()});
    for (std::uint32_t row = 0; row < 17; ++row) {
        if (row >= 5 && row <= 8) {
            continue;  // elements of lists may be there or not
        }
        if (row == 13 || row == 14) {
            continue;
        }
        TestSheet sheet = kanuma_sheet();
        sheet.delete_row(row);
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_FALSE(lines_of(reading.findings, base::Severity::warning).empty()) << row;
    }
    for (std::uint32_t column = 1; column < 11; ++column) {
        TestSheet sheet = kanuma_sheet();
        sheet.delete_column(column);
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_FALSE(lines_of(reading.findings, base::Severity::warning).empty()) << column;
    }
}

TEST(TableForm, AValueRightOfTheYearsHasNoYear) {
    const Layout layout = load_fixture("kanuma");
    for (const char* beside : {"L6", "L7", "L8"}) {
        TestSheet sheet = kanuma_sheet();
        sheet.set(beside, "24人");
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_THAT(lines_of(reading.findings), ElementsAre("S05 error " + std::string(beside)));
    }
    TestSheet sheet = kanuma_sheet();
    sheet.set("L9", "24人");
    EXPECT_THAT(lines_of(read_sheets(layout, {sheet}).findings), ElementsAre("S16 warning L9"))
        << "no row by year";
}

// Undoes the joins of a sheet one at a time: each is found where it was.
void expect_every_undone_join_found(const Layout& layout, const TestSheet& whole) {
    for (std::size_t i = 0; i < whole.merges.size(); ++i) {
        const base::CellRange undone = whole.merges[i];
        TestSheet sheet = whole;
        sheet.merges.erase(sheet.merges.begin() + static_cast<std::ptrdiff_t>(i));
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning),
                    ElementsAre("S04 warning " + base::to_a1(undone.first)))
            << account_of(reading.findings);
    }
}

TEST(TableForm, EveryJoinThatIsUndoneIsFound) {
    expect_every_undone_join_found(load_fixture("kanuma"), kanuma_sheet());
}

TestSheet sap_block(const std::string& number, const std::string& title) {
    return {"SAP",
            "| 改革項目 | " + number + " | " + title + R"( | < | < | 実施課 | 企画広報課及び関係課 |
        | 現状・課題 | 残業が多い | < | < | < | < | < |
        | 実施内容・効果 | 応援の仕組み | < | < | < | < | < |
        | 活動目標 | 目標名 | < | < | 単位 | 実績（R2） | 目標（R5） |
        | ^ | 希望者 | < | < | 人 | — | 20 |
        | 取組スケジュール | 令和3年度 | < | 令和4年度 | < | 令和5年度 | < |
        | 応援 | 検討 | < | 実施 | < | < | < |
        |  | 試行 | < |  | < |  | < |
        | 実績値 | 5 | < | 8 | < |  | < |
        | 進捗状況 | 始めた | < |  | < |  | < |
    )"};
}

TEST(TableForm, UndoneJoinsOfTitlesAndYearsAreFound) {
    TestSheet sheet = sap_block("1", "応援体制");
    // A bar of a schedule is as long as its work.
    std::erase_if(sheet.merges, [](const base::CellRange& merge) {
        return merge.first.row == 6 || merge.first.row == 7;
    });
    expect_every_undone_join_found(load_fixture("seki_sap3"), sheet);
}

TEST(TableForm, StackedBlocksWithYearsOverSeveralColumns) {
    const Layout layout = load_fixture("seki_sap3");
    TestSheet sheet = sap_block("1", "応援体制");
    sheet.stamp(sap_block("2", "電子化"), 11, 0);
    sheet.stamp(sap_block("3", "見直し"), 21, 0);  // without a row between
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    ASSERT_EQ(reading.plan.measures.size(), 3U);
    const plan::Measure& measure = reading.plan.measures[1];
    EXPECT_EQ(measure.id, "2");
    EXPECT_EQ(measure.label, "2");
    EXPECT_EQ(measure.title, "電子化");
    EXPECT_THAT(measure.departments, ElementsAre("企画広報課", "関係課"));
    ASSERT_EQ(measure.indicators.size(), 1U);
    const plan::Indicator& indicator = measure.indicators[0];
    EXPECT_EQ(indicator.category, "活動目標");
    EXPECT_EQ(indicator.name, "希望者");
    EXPECT_EQ(indicator.unit, "人");
    EXPECT_EQ(indicator.baseline->year, 2020);
    ASSERT_EQ(indicator.years.size(), 3U);
    EXPECT_EQ(indicator.years[0].actual.raw, "5");
    EXPECT_EQ(indicator.years[0].note, "始めた");
    EXPECT_EQ(indicator.years[1].actual.raw, "8");
    EXPECT_EQ(indicator.years[2].target.raw, "20");
    ASSERT_EQ(measure.schedule.size(), 2U);
    EXPECT_EQ(measure.schedule[0].label, "応援");
    ASSERT_EQ(measure.schedule[0].cells.size(), 2U);
    EXPECT_EQ(measure.schedule[0].cells[1].year, 2022);
    EXPECT_EQ(measure.schedule[0].cells[1].through, 2023);
    EXPECT_EQ(measure.schedule[1].label, "");
    EXPECT_EQ(measure.schedule[1].cells[0].text, "試行");
}

TEST(TableForm, ThePublishedFiveColumnTableReadsWithTheSameFile) {
    const Layout layout = load_fixture("seki_sap3");
    const TestSheet sheet("SAP", R"(
        | 改革項目 | #7 | 窓口の見直し | 実施課 | 秘書課 |
        | 現状・課題 | 待ち時間が長い | < | < | < |
        | 実施内容・効果 | 予約制にする | < | < | < |
        | 数値目標 | 目標名 | 単位 | 実績 (R2) | 目標 |
        | ^ | 待ち時間 | 分 | 20 | 10 |
        | 取組スケジュール | 令和3年度 | 令和4年度 | 令和5年度 | < |
        | 予約制 | 検討 | 実施 | → | < |
    )");
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures[0];
    EXPECT_EQ(measure.id, "7");
    EXPECT_EQ(measure.title, "窓口の見直し");
    EXPECT_EQ(measure.indicators[0].years.back().year, 2023);
    EXPECT_EQ(measure.indicators[0].years.back().target.raw, "10");
    ASSERT_EQ(measure.schedule.size(), 1U);
    ASSERT_EQ(measure.schedule[0].cells.size(), 3U);
    EXPECT_EQ(measure.schedule[0].cells[2].year, 2023);
    EXPECT_EQ(measure.schedule[0].cells[2].mark, plan::ScheduleMark::bar);
}

TestSheet seki_sheet() {
    return {"施策39", R"(
        | 施策39　移住定住 | < | < | < | < | < | < | < | < |
        | めざす姿 | 住みたいまち | < | < | < | < | < | < | < |
        | 現状・課題 | 人口が減る | < | < | < | < | < | < | < |
        | 成果指標 | < | < | < | 実績 | < | < | < | < |
        | 指標 | < | 後期当初値 | 目標値(2027) | 2023 | 2024 | 2025 | 2026 | 2027 |
        | 満足度 | < | 88.1% (2022) | UP | 88% | | | | |
        | 移住者数 | < | 19人 (2021) | 50人 | | | | | |
        | 取組 | < | < | < | < | < | < | < | < |
        | 重点 | 取組の方向性 | SEKIism | 取組の主な内容 | < | < | < | < | < |
        | ★ | 知ってもらう | ● ● ● | 相談会\n○案内所 | < | < | < | < | < |
        |  | 住んでもらう | ●● | ◇空き家バンク | < | < | < | < | < |
        | 関連計画 | なし | < | < | < | < | < | < | < |
    )"};
}

TEST(TableForm, SekiInitiativesKeepTheirMarksAndItems) {
    const Layout layout = load_fixture("seki_plan");
    const Reading reading = read_sheets(layout, {seki_sheet()});
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("F07 info A12"))
        << account_of(reading.findings);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures[0];
    EXPECT_EQ(measure.label, "施策39");
    EXPECT_EQ(measure.title, "移住定住");
    ASSERT_EQ(measure.indicators.size(), 2U);
    EXPECT_EQ(measure.indicators[0].baseline->year, 2022);
    EXPECT_EQ(measure.indicators[0].years[0].actual.raw, "88%");
    EXPECT_EQ(measure.indicators[1].years[0].target.raw, "50人");
    ASSERT_EQ(measure.approaches.size(), 2U);
    EXPECT_TRUE(measure.approaches[0].leading);
    EXPECT_THAT(measure.approaches[0].marks, ElementsAre("●", "●", "●"));
    ASSERT_EQ(measure.approaches[0].items.size(), 2U);
    EXPECT_EQ(measure.approaches[0].items[1].mark, plan::ItemMark::new_item);
    EXPECT_EQ(measure.approaches[0].items[1].text, "案内所");
    EXPECT_EQ(measure.approaches[1].items[0].mark, plan::ItemMark::expanded);
    EXPECT_EQ(measure.texts.at("related_plans"), "なし");
}

TestSheet shimotsuma_sheet() {
    return {"基本施策1", R"(
        | 基本施策1 協働の推進 | < | < | < | < | < | < | < | < |
        | ●現状と課題● | < | < | < | < | < | < | < | < |
        | 担い手が減る | < | < | < | < | < | < | < | < |
        | ●取り組みの方針● | < | < | < | < | < | < | < | < |
        | 分野施策1 住民自治 | < | 活動を支える | < | < | < | < | < | < |
        | 分野施策2 男女共同参画 | < | 機会を広げる | < | < | < | < | < | < |
        | ●目標指標● | < | < | < | < | < | < | < | < |
        | 区分 | 指標 | 現状値（令和4年） | 目標値（令和9年） | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度 | 令和9年度 |
        | 行政\n指標 | 事業数 | 7件 | 10件 | 8件 | | | | |
        | ^ | 参加者数 | 60人 | 80人 | | | | | |
        | 市民\n指標 | 団体数 | 9団体 | 15団体 | | | | | |
        | ●令和9年度までのロードマップ● | < | < | < | < | < | < | < | < |
        |  | < | < | リーディングプロジェクト | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度 | 令和9年度 |
        | 分野施策1 住民自治 | < | < | < | < | < | < | < | < |
        | 区長の仕事 | < | < | ★ | ▶▶▶▶▶ | ▶▶▶▶▶ | ▲▲▲▲▲ | | |
        | 集会所の整備 | < | < |  | ▶▶▶▶▶ | | | | |
        | 分野施策2 男女共同参画 | < | < | < | < | < | < | < | < |
        | 講演会 | < | < |  | | ▶▶▶▶▶ | | | |
        | ※印は重点事業 | < | < | < | < | < | < | < | < |
    )"};
}

TEST(TableForm, ShimotsumaCarriesCategoriesAndHeadingsDown) {
    const Layout layout = load_fixture("shimotsuma");
    const Reading reading = read_sheets(layout, {shimotsuma_sheet()});
    expect_clean(reading);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures[0];
    EXPECT_EQ(measure.id, "1");
    EXPECT_EQ(measure.texts.at("actions"),
              "1\t住民自治\t活動を支える\n2\t男女共同参画\t機会を広げる");
    ASSERT_EQ(measure.indicators.size(), 3U);
    EXPECT_EQ(measure.indicators[0].category, "行政指標");
    EXPECT_EQ(measure.indicators[1].category, "行政指標");
    EXPECT_EQ(measure.indicators[2].category, "市民指標");
    EXPECT_EQ(measure.indicators[1].baseline->year, 2022);
    ASSERT_EQ(measure.schedule.size(), 3U);
    EXPECT_EQ(measure.schedule[0].group, "分野施策1");
    EXPECT_TRUE(measure.schedule[0].leading);
    EXPECT_EQ(measure.schedule[0].cells[2].mark, plan::ScheduleMark::more);
    EXPECT_EQ(measure.schedule[0].cells[0].mark, plan::ScheduleMark::same);
    EXPECT_EQ(measure.schedule[2].group, "分野施策2");
    EXPECT_EQ(measure.schedule[2].cells[0].year, 2024);
    ASSERT_EQ(reading.plan.groups.size(), 2U);
    EXPECT_EQ(reading.plan.groups[1].id, "1-2");
    EXPECT_EQ(reading.plan.groups[1].title, "男女共同参画");
    ASSERT_EQ(measure.footnotes.size(), 1U);
}

TEST(TableForm, AHeadingThatIsWipedOutIsMissedInItsOwnRow) {
    struct Case {
        const char* layout;
        TestSheet whole;
        const char* heading;
        bool plan_stays;  // a list is known without its heading
    };
    const Case cases[] = {
        {"kanuma", kanuma_sheet(), "A2", false},
        {"kanuma", kanuma_sheet(), "A10", false},
        {"kanuma", kanuma_sheet(), "A12", true},
        {"kanuma", kanuma_sheet(), "A16", false},
        {"shimotsuma", shimotsuma_sheet(), "A4", true},
        {"shimotsuma", shimotsuma_sheet(), "A7", true},
        {"shimotsuma", shimotsuma_sheet(), "A12", true},
        {"seki_plan", seki_sheet(), "A8", true},
    };
    for (const Case& each : cases) {
        SCOPED_TRACE(std::string(each.layout) + " " + each.heading);
        const Layout layout = load_fixture(each.layout);
        TestSheet sheet = each.whole;
        sheet.clear(each.heading);
        const Reading reading = read_sheets(layout, {sheet});
        std::vector<std::string> lines = lines_of(reading.findings, base::Severity::error);
        EXPECT_THAT(lines, ElementsAre("S01 error " + std::string(each.heading)))
            << account_of(reading.findings);
        if (each.plan_stays) {
            EXPECT_EQ(reading.plan, read_sheets(layout, {each.whole}).plan)
                << account_of(reading.findings);
        }
    }
}

TEST(TableForm, TwoLinesAnElementAndBoxesOfAChoice) {
    const Layout layout = load_fixture("jimu_jigyo");
    const TestSheet sheet("評価", R"(
        | 事務事業名 | 図書館の運営 | < | < | 整理番号 | 0123 | 担当課 | 図書館 |
        | Plan 計画 | < | < | < | < | < | < | < |
        | 目的 | 学びを支える | < | < | < | < | < | < |
        | 手段 | 本を貸す | < | < | < | < | < | < |
        | Do 実施 | < | < | < | < | < | < | < |
        | コスト | 区分 | 単位 | < | R6 | R7 | R8 | 備考 |
        | ^ | 事業費 | 千円 | < | #100 | #110 | | 増額 |
        | ^ | 人件費 | 千円 | < | #50 | #50 | | |
        | 活動指標 | 指標名 | 単位 | < | R6 | R7 | R8 | 備考 |
        | ^ | 開館日 | 日 | 計画 | #300 | #300 | #300 | 祝日も |
        | ^ | ^ | ^ | 実績 | #298 | #301 | | ^ |
        | ^ | 講座 | 回 | 計画 | #4 | #4 | #4 | |
        | ^ | ^ | ^ | 実績 | #4 | | | ^ |
        | 成果指標 | 指標名 | 単位 | < | R6 | R7 | R8 | 備考 |
        | ^ | 貸出 | 冊 | 計画 | #900 | #950 | #1000 | |
        | ^ | ^ | ^ | 実績 | #880 | | | ^ |
        | Check 評価 | < | < | < | < | < | < | < |
        | 妥当性 | ■A | □B | □C | □D | 理由 | 必要 | < |
        | 有効性 | □A | ■B | □C | □D | 理由 | 効く | < |
        | 効率性 | □A | □B | □C | □D | 理由 |  | < |
        | Action 改善 | < | < | < | < | < | < | < |
        | 今後の方向性 | 継続 | < | < | 総合評価 | A | < | < |
        | 改善の内容 | 夜も開ける | < | < | < | < | < | < |
    )");
    const Reading reading = read_sheets(layout, {sheet});
    expect_clean(reading);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures[0];
    EXPECT_EQ(measure.id, "0123");
    EXPECT_EQ(measure.title, "図書館の運営");
    ASSERT_EQ(measure.indicators.size(), 5U);
    EXPECT_EQ(measure.indicators[0].category, "投入");
    EXPECT_EQ(measure.indicators[0].name, "事業費");
    EXPECT_EQ(measure.indicators[0].note, "増額");
    EXPECT_EQ(measure.indicators[0].years[1].actual.raw, "110");
    EXPECT_EQ(measure.indicators[2].name, "開館日");
    EXPECT_EQ(measure.indicators[2].category, "活動指標");
    EXPECT_EQ(measure.indicators[2].unit, "日");
    EXPECT_EQ(measure.indicators[2].years[1].target.raw, "300");
    EXPECT_EQ(measure.indicators[2].years[1].actual.raw, "301");
    EXPECT_EQ(measure.indicators[2].note, "祝日も");
    EXPECT_EQ(measure.indicators[3].name, "講座");
    EXPECT_EQ(measure.indicators[4].category, "成果指標");
    EXPECT_EQ(measure.texts.at("validity"), "A");
    EXPECT_EQ(measure.texts.at("effectiveness"), "B");
    EXPECT_EQ(measure.texts.at("efficiency"), "");
    EXPECT_EQ(measure.texts.at("validity_reason"), "必要");
    EXPECT_EQ(measure.texts.at("next_direction"), "継続");
    EXPECT_EQ(measure.texts.at("overall"), "A");
}

TEST(TableForm, TwoMarkedBoxesAreOneTooMany) {
    const Layout layout = load_fixture("jimu_jigyo");
    TestSheet sheet("評価", R"(
        | 事務事業名 | 図書館の運営 | < | < | 整理番号 | 0123 | 担当課 | 図書館 |
        | Plan 計画 | < | < | < | < | < | < | < |
        | 目的 | 学びを支える | < | < | < | < | < | < |
        | 手段 | 本を貸す | < | < | < | < | < | < |
        | Do 実施 | < | < | < | < | < | < | < |
        | コスト | 区分 | 単位 | < | R6 | R7 | R8 | 備考 |
        | ^ | 事業費 | 千円 | < | #100 | #110 | | |
        | ^ | 人件費 | 千円 | < | #50 | #50 | | |
        | 活動指標 | 指標名 | 単位 | < | R6 | R7 | R8 | 備考 |
        | 成果指標 | 指標名 | 単位 | < | R6 | R7 | R8 | 備考 |
        | Check 評価 | < | < | < | < | < | < | < |
        | 妥当性 | ■A | □B | ■C | □D | 理由 | 必要 | < |
        | 有効性 | □A | ■B | □C | □D | 理由 | 効く | < |
        | 効率性 | □A | □B | □C | □D | 理由 |  | < |
        | Action 改善 | < | < | < | < | < | < | < |
        | 今後の方向性 | 継続 | < | < | 総合評価 | A | < | < |
        | 改善の内容 | 夜も開ける | < | < | < | < | < | < |
    )");
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("S17 error D12"))
        << account_of(reading.findings);
    EXPECT_EQ(reading.plan.measures[0].texts.at("validity"), "A");
}

}  // namespace
}  // namespace shinchoku::layout
