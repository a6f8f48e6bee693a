#include "excel/commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../files/own_temporary_folder.h"
#include "excel/workspace.h"
#include "fake_host.h"

namespace shinchoku::addin::excel {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class Commands : public testing::Test {
protected:
    // 4-1-1 has one finding, T02 at F11.
    Commands() {
        host_.file = sample("minami_alps/returned/市民活動支援課.xlsx");
        host_.sheets = {"4-1-1", "4-1-2", "4-1-3", "4-1-4"};
    }
    ~Commands() override {
        EXPECT_EQ(host_.lent, 0);
        for (const std::string& copy : host_.copies) {
            EXPECT_FALSE(fs::exists(fs::path(copy).parent_path())) << copy;
        }
    }

    files::OwnTemporaryFolder temporary_;
    FakeHost host_;
};

TEST_F(Commands, findings_of_the_active_sheet_stand_on_a_new_one) {
    host_.sheets.push_back("点検");
    EXPECT_EQ(check_sheet(host_.host()), 1);
    EXPECT_THAT(host_.alerts, IsEmpty());
    EXPECT_EQ(host_.sheets.back(), "点検 2");
    ASSERT_THAT(host_.written, SizeIs(1));
    const std::vector<std::string>& texts = host_.written[0];
    EXPECT_EQ(texts.size(), 6U * 5U);  // a finding below three lines, a gap and headings
    EXPECT_THAT(texts, Contains("点検の結果: 4-1-1"));
    EXPECT_THAT(texts, Contains("回答.xlsx    エラー 0 件、警告 1 件、情報 0 件"));
    EXPECT_THAT(texts, Contains("T02"));
    EXPECT_THAT(host_.formulas, ElementsAre(Pair("A6", "=HYPERLINK(\"#'4-1-1'!$F$11\",\"F11\")")));
}

TEST_F(Commands, a_sheet_without_findings_is_told_so) {
    host_.file = sample("minami_alps/returned/財政課.xlsx");
    host_.sheets = {"1-2-3"};
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("「1-2-3」に、直すところは")));
    EXPECT_THAT(host_.sheets, SizeIs(1));
}

TEST_F(Commands, the_copy_has_the_ending_of_the_book) {
    host_.book = "回答.xlsm";
    check_sheet(host_.host());
    EXPECT_THAT(host_.copies, ElementsAre(testing::EndsWith(".xlsm")));
}

TEST_F(Commands, a_protected_book_gets_no_sheet) {
    host_.refused = {service::workbook_insert};
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("ブックの保護")));
    EXPECT_THAT(host_.written, IsEmpty());
}

// Where the new sheet is not the active one, its rows would go over those of the user.
TEST_F(Commands, a_sheet_that_was_there_before_is_never_written_to) {
    host_.adds_sheets = false;
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("ブックの保護")));
    EXPECT_THAT(host_.written, IsEmpty());
    EXPECT_THAT(host_.formulas, IsEmpty());
}

TEST_F(Commands, a_host_that_answers_nothing_makes_no_crash) {
    EXPECT_EQ(check_sheet(Host(nullptr)), 1);
    EXPECT_EQ(insert_columns(Host(nullptr)), 1);
}

TEST_F(Commands, long_sentences_are_cut_as_excel_would) {
    std::string longer;
    for (int i = 0; i < 300; ++i) {
        longer += "長";
    }
    Workspace(host_.host()).tell(longer);
    ASSERT_THAT(host_.alerts, SizeIs(1));
    EXPECT_EQ(host_.alerts[0].size(), 3U * 255U);
    EXPECT_THAT(host_.alerts[0], testing::EndsWith("長…"));
}

// Layouts and their rules beside the add-in come before those of the program.
class OwnTemplates : public Commands {
protected:
    OwnTemplates() {
        fs::create_directories(own());
        fs::copy_file(SHINCHOKU_SOURCE_DIR "/templates/minami_alps/layout.toml",
                      own() / "layout.toml");
        host_.add_in = (temporary_.path() / "shinchoku64.xll").string();
    }
    void put(const char* name, const char* text) const { std::ofstream(own() / name) << text; }
    [[nodiscard]] fs::path own() const { return temporary_.path() / "templates" / "様式"; }
};

TEST_F(OwnTemplates, rules_can_be_left_out) {
    put("rules.toml", "disable = [\"T02\"]\n");
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("見つかりませんでした")));
}

TEST_F(OwnTemplates, faulty_files_are_told_and_nothing_is_judged) {
    put("layout.toml", "layout = ");
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("様式の定義に誤りがあります")));
    host_.alerts.clear();
    fs::remove(own() / "layout.toml");
    fs::copy_file(SHINCHOKU_SOURCE_DIR "/templates/minami_alps/layout.toml", own() / "layout.toml");
    put("rules.toml", "disable = 1\n");
    check_sheet(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("誤りがあります")));
    EXPECT_THAT(host_.copies, IsEmpty());
}

TEST_F(Commands, columns_are_written_beside_the_form) {
    insert_columns(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("1 行に達成率と状況の式を書きました")));
    EXPECT_THAT(host_.formulas,
                ElementsAre(Pair("J12", "=IFNA(SHINCHOKU.RATE(RC[-8],R[-1]C[-8],,\"up\"),\"\")"),
                            Pair("K12", "=SHINCHOKU.STATUS(RC[-9],R[-1]C[-9],,\"up\")")));
    EXPECT_THAT(host_.written,
                ElementsAre(ElementsAre("達成率%（令和8年度）"), ElementsAre("状況（令和8年度）")));
}

TEST_F(Commands, nothing_is_written_over) {
    host_.cells[{11, 10}] = Cell(std::string("備考"));
    insert_columns(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("空いた列がありません")));
    EXPECT_THAT(host_.formulas, IsEmpty());
    EXPECT_THAT(host_.written, IsEmpty());
}

// The cell of 1-1-1 holds 0.9872 where the target says 98.80%: a formula over them would be wrong.
TEST_F(Commands, a_formula_that_would_give_another_figure_is_not_written) {
    host_.file = sample("minami_alps/returned/納税課.xlsx");
    host_.sheets = {"1-1-1", "1-1-2"};
    insert_columns(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("計算できる組がありません")));
    EXPECT_THAT(host_.formulas, IsEmpty());
}

TEST_F(Commands, a_selection_says_where_to_look_in_an_unknown_book) {
    host_.file.clear();
    host_.sheets = {"一覧"};
    host_.selection = {1, 1048575, 0, 1};
    host_.documents[10] = 3.0;
    host_.cells[{1, 0}] = Cell(100.0);
    host_.cells[{2, 1}] = Cell(std::string("集計中"));
    insert_columns(host_.host());
    EXPECT_THAT(host_.alerts, ElementsAre(HasSubstr("2 行に")));
    EXPECT_THAT(host_.formulas,
                AllOf(SizeIs(4), Contains(Pair("K3", "=SHINCHOKU.STATUS(RC[-9],RC[-10])"))));
}

}  // namespace
}  // namespace shinchoku::addin::excel
