#include "report/progress_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "small_plan.h"
#include "xlsx/reader.h"

namespace shinchoku::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ProgressBook : public testing::Test {
protected:
    // A file of this test's own, taken away afterwards.
    [[nodiscard]] std::filesystem::path path() const {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::filesystem::temp_directory_path() /
               (std::string("shinchoku_") + test->name() + ".xlsx");
    }
    void TearDown() override { std::filesystem::remove(path()); }

    std::string written(const ProgressBookInput& input) {
        const auto findings = write_progress_book(path(), input);
        EXPECT_TRUE(findings.has_value());
        std::ifstream file(path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    }

    sheet::Workbook read(const ProgressBookInput& input) {
        auto book = xlsx::read_workbook(written(input));
        EXPECT_TRUE(book.has_value());
        return std::move(book.value().workbook);
    }
};

const sheet::Sheet& sheet_of(const sheet::Workbook& book, std::string_view name) {
    for (const sheet::Sheet& sheet : book.sheets) {
        if (sheet.name == name) {
            return sheet;
        }
    }
    ADD_FAILURE() << "no sheet " << name;
    return book.sheets.front();
}

const sheet::Cell& cell_of(const sheet::Sheet& sheet, std::string_view a1) {
    static const sheet::Cell none;
    const sheet::Cell* cell = sheet.find(*base::parse_a1(a1));
    return cell == nullptr ? none : *cell;
}

std::vector<std::string> names_of(const sheet::Workbook& book) {
    std::vector<std::string> names;
    for (const sheet::Sheet& sheet : book.sheets) {
        names.push_back(sheet.name);
    }
    return names;
}

TEST_F(ProgressBook, HasItsSheetsInTheOrderOfReading) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    EXPECT_THAT(names_of(read(input)),
                ElementsAre("表紙",
                            "要点",
                            "次にすること",
                            "議会資料",
                            "一年の動き",
                            "一覧",
                            "年度別",
                            "グラフ",
                            "方針別",
                            "課別",
                            "提出状況",
                            "所見",
                            "算定",
                            "算定根拠",
                            "データ"));
}

TEST_F(ProgressBook, SpeaksEnglishWhereAsked) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    input.language = base::Language::en;
    const sheet::Workbook read_back = read(input);
    EXPECT_THAT(names_of(read_back), testing::Contains("Measures"));
    EXPECT_EQ(cell_of(sheet_of(read_back, "Measures"), "A1").text, "All measures");
    EXPECT_EQ(cell_of(sheet_of(read_back, "Measures"), "L5").text, "Met");
}

TEST_F(ProgressBook, LeavesFormsOutPast250MeasuresUnlessAskedFor) {
    struct Case {
        std::size_t measures;
        Forms forms;
        bool expected;
    };
    const Case cases[] = {
        {5, Forms::automatic, true},
        {5, Forms::never, false},
        {250, Forms::automatic, true},
        {251, Forms::automatic, false},
        {251, Forms::always, true},
    };
    for (const Case& c : cases) {
        SmallBook book;
        auto& measures = book.reading.plan.measures;
        while (measures.size() < c.measures) {
            plan::Measure more = measures[measures.size() % 5];
            more.id += "x" + std::to_string(measures.size());
            more.indicators.clear();
            measures.push_back(more);
        }
        ProgressBookInput input = book.input();
        input.forms = c.forms;
        const std::size_t tables = 15;
        EXPECT_EQ(read(input).sheets.size(), tables + (c.expected ? c.measures : 0)) << c.measures;
    }
}

TEST_F(ProgressBook, RatesAreLiveFormulasWithTheValueAReaderSeesFirst) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& calculation = sheet_of(read_back, "算定");
    const sheet::Cell& rate = cell_of(calculation, "J6");
    ASSERT_NE(rate.formula, sheet::no_formula);
    EXPECT_THAT(calculation.formulas[rate.formula], HasSubstr("H6/G6"));
    EXPECT_DOUBLE_EQ(rate.number, 0.8);
    const sheet::Cell& grade = cell_of(calculation, "K6");
    ASSERT_NE(grade.formula, sheet::no_formula);
    EXPECT_EQ(grade.text, "B") << "80 reaches the threshold of 80";
    EXPECT_FALSE(has_value(cell_of(calculation, "J7"))) << "a blank actual has no rate";

    const sheet::Sheet& measures = sheet_of(read_back, "一覧");
    EXPECT_DOUBLE_EQ(cell_of(measures, "H6").number, 0.8);
    EXPECT_EQ(cell_of(measures, "L7").text, "未入力");
    EXPECT_EQ(cell_of(measures, "L8").text, "集計中");
    EXPECT_EQ(cell_of(measures, "L9").text, "要確認");
}

TEST_F(ProgressBook, TotalsCountEveryStandingAndMeanOnlyWhatHasARate) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& policies = sheet_of(read_back, "方針別");
    struct Case {
        const char* what;
        const char* cell;
        double expected;
    };
    const double first = (98.7 / 98.6 + 0.8) / 2;
    const Case cases[] = {
        {"indicators of 基本方針1", "C5", 2},
        {"met", "D5", 1},
        {"missed", "E5", 1},
        {"blank in 基本方針2", "F6", 1},
        {"pending", "G6", 1},
        {"to confirm", "I6", 1},
        {"assessed in 基本方針1", "L5", 2},
        {"of all in 基本方針2: blank and pending, not words", "M6", 2},
        {"mean of 基本方針1", "N5", first},
        {"total of indicators", "C7", 5},
        {"mean of all is over two rates", "N7", first},
        {"with the one blank as 0 it is over three", "O7", first * 2 / 3},
    };
    for (const Case& c : cases) {
        const sheet::Cell& cell = cell_of(policies, c.cell);
        EXPECT_NE(cell.formula, sheet::no_formula) << c.what;
        EXPECT_NEAR(cell.number, c.expected, 1e-12) << c.what;
    }
    EXPECT_EQ(cell_of(policies, "N6").text, "―") << "a policy without a rate has no mean";
}

TEST_F(ProgressBook, TheDataSheetIsATableForMachines) {
    SmallBook book;
    book.reading.plan.measures[0].indicators[0].name = "率\n(現年度)";
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& data = sheet_of(read_back, "データ");
    EXPECT_TRUE(data.merges.empty());
    EXPECT_TRUE(data.formulas.empty());
    EXPECT_EQ(cell_of(data, "A1").text, "団体コード");
    EXPECT_EQ(cell_of(data, "F2").text, "1-1-1");
    EXPECT_EQ(cell_of(data, "J2").text, "率 (現年度)");
    EXPECT_EQ(cell_of(data, "K2").number, 2026);
    EXPECT_EQ(cell_of(data, "L2").text, "令和8年度");
    EXPECT_EQ(cell_of(data, "M2").type, sheet::CellType::number);
    for (const sheet::Cell& cell : data.cells) {
        EXPECT_EQ(cell.text.find('\n'), std::string_view::npos) << base::to_a1(cell.at);
    }
    // Two years for each of five indicators, below the head.
    EXPECT_EQ(data.cells.back().at.row, 10U);
}

TEST_F(ProgressBook, SaysWhoHasNotReturned) {
    SmallBook book;
    const layout::Reading master = small_reading();
    book.reading.plan.measures.pop_back();
    ProgressBookInput input = book.input();
    input.master = &master;
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& submissions = sheet_of(read_back, "提出状況");
    EXPECT_EQ(cell_of(submissions, "A7").text, "秘書課");
    EXPECT_EQ(cell_of(submissions, "D7").number, 1);
    EXPECT_EQ(cell_of(submissions, "G7").text, "2-1-3 情報発信");
    EXPECT_EQ(cell_of(submissions, "D8").number, 1) << "total";
    EXPECT_EQ(cell_of(sheet_of(read_back, "一覧"), "L9").text, "未提出");
}

TEST_F(ProgressBook, GivesTheSameBytesForTheSameInput) {
    SmallBook book;
    ProgressBookInput input = book.input();
    const std::string first = written(input);
    EXPECT_EQ(first, written(input));
    book.reading.plan.title += "!";
    EXPECT_NE(first, written(input));
}

TEST_F(ProgressBook, OfAPlanWithoutMeasuresIsStillABook) {
    SmallBook book;
    book.reading.plan.measures.clear();
    const ProgressBookInput input = book.input();
    EXPECT_EQ(cell_of(sheet_of(read(input), "一覧"), "A1").text, "施策一覧");
}

TEST_F(ProgressBook, ThatCannotBeWrittenSaysSo) {
    SmallBook book;
    const auto findings = write_progress_book("/nowhere/at/all/book.xlsx", book.input());
    ASSERT_FALSE(findings.has_value());
    EXPECT_THAT(findings.error().message.ja, HasSubstr("書けません"));
}

}  // namespace
}  // namespace shinchoku::report
