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

TEST_F(ProgressBook, HasTheSheetsOfItsReadersInTheOrderOfReading) {
    SmallBook book;
    struct Case {
        Audience audience;
        std::vector<std::string> sheets;
    };
    const Case cases[] = {
        {Audience::office,
         {"表紙",
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
          "データ"}},
        {Audience::department,
         {"表紙",
          "次にすること",
          "一年の動き",
          "一覧",
          "年度別",
          "所見",
          "算定",
          "算定根拠",
          "1-1-1",
          "1-1-2",
          "2-1-1",
          "2-1-2",
          "2-1-3"}},
        {Audience::council,
         {"表紙",
          "議会資料",
          "一年の動き",
          "一覧",
          "年度別",
          "グラフ",
          "方針別",
          "算定",
          "算定根拠"}},
    };
    for (const Case& c : cases) {
        ProgressBookInput input = book.input();
        input.audience = c.audience;
        input.forms = c.audience == Audience::office ? Forms::never : Forms::always;
        const sheet::Workbook read_back = read(input);
        EXPECT_EQ(names_of(read_back), c.sheets);
    }
}

TEST_F(ProgressBook, SparesTheCouncilTheWordsOfTheOffice) {
    SmallBook book;
    base::Finding finding;
    finding.rule = "N05";
    finding.measure = "1-1-1";
    finding.severity = base::Severity::warning;
    book.findings.push_back(finding);
    ProgressBookInput input = book.input();
    input.audience = Audience::council;
    const sheet::Workbook read_back = read(input);
    for (const char* name : {"表紙", "議会資料", "一年の動き", "一覧", "年度別", "方針別"}) {
        const sheet::Sheet& sheet = sheet_of(read_back, name);
        for (const sheet::Cell& cell : sheet.cells) {
            for (const char* word : {"所見", "未入力", "要確認", "判定不能", "原本", "提出"}) {
                EXPECT_EQ(cell.text.find(word), std::string_view::npos)
                    << sheet.name << " " << base::to_a1(cell.at) << ": " << cell.text;
            }
        }
    }
    EXPECT_THAT(std::string(cell_of(sheet_of(read_back, "議会資料"), "A2").text),
                HasSubstr("議会・市民用"));
    EXPECT_EQ(cell_of(sheet_of(read_back, "一覧"), "L7").text, "数値なし");
    // "All of five, one reached": the counts are formulas over the same words.
    const sheet::Sheet& council = sheet_of(read_back, "議会資料");
    EXPECT_EQ(cell_of(council, "C6").number, 1) << "reached";
    EXPECT_EQ(cell_of(council, "C13").number, 2) << "one blank, one still being counted";
    EXPECT_THAT(std::string(cell_of(council, "D13").text), HasSubstr("まだ集計中 1(2-1-2"));
}

TEST_F(ProgressBook, CallsNothingMissedOrMissingWhileTheYearRuns) {
    SmallBook book;
    book.as_of = {2026, 10, 31};
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& measures = sheet_of(read_back, "一覧");
    EXPECT_THAT(std::string(cell_of(measures, "A2").text), HasSubstr("中間評価"));
    EXPECT_EQ(cell_of(measures, "L5").text, "途中・達成");
    EXPECT_EQ(cell_of(measures, "L6").text, "途中");
    EXPECT_EQ(cell_of(measures, "L7").text, "途中・未入力");
    const sheet::Sheet& policies = sheet_of(read_back, "方針別");
    EXPECT_EQ(cell_of(policies, "F6").number, 1) << "blank, in the column where missing stands";
    EXPECT_EQ(cell_of(policies, "M6").number, 1) << "only the pending one could have a result";
    const double mean = (98.7 / 98.6 + 0.8) / 2;
    EXPECT_NEAR(cell_of(policies, "O7").number, mean, 1e-12) << "no blank counts as 0 yet";
    for (const char* name :
         {"表紙", "要点", "次にすること", "議会資料", "一年の動き", "一覧", "方針別"}) {
        const sheet::Sheet& sheet = sheet_of(read_back, name);
        for (const sheet::Cell& cell : sheet.cells) {
            for (const char* word : {"未達成", "届かなかった", "の結果である", "0とみなすと"}) {
                EXPECT_EQ(cell.text.find(word), std::string_view::npos)
                    << sheet.name << " " << base::to_a1(cell.at) << ": " << cell.text;
            }
        }
    }
}

TEST_F(ProgressBook, OfAPlanThatHasNotBegunIsNoInterimReview) {
    SmallBook book;
    book.as_of = {2026, 3, 31};
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    EXPECT_THAT(std::string(cell_of(sheet_of(read_back, "表紙"), "B7").text),
                HasSubstr("計画はまだ始まっていない"));
    for (const sheet::Sheet& sheet : read_back.sheets) {
        for (const sheet::Cell& cell : sheet.cells) {
            EXPECT_EQ(cell.text.find("中間評価"), std::string_view::npos)
                << sheet.name << " " << base::to_a1(cell.at) << ": " << cell.text;
        }
    }
}

TEST_F(ProgressBook, CountsNoMeasureWithoutAnIndicatorAsOne) {
    SmallBook book;
    plan::Measure bare = book.reading.plan.measures[4];
    bare.id = "2-1-4";
    bare.indicators.clear();
    book.reading.plan.measures.push_back(bare);
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& policies = sheet_of(read_back, "方針別");
    EXPECT_EQ(cell_of(policies, "C7").number, 5);
    EXPECT_EQ(cell_of(policies, "J7").number, 0) << "a measure is no indicator without a target";
    EXPECT_EQ(cell_of(sheet_of(read_back, "議会資料"), "C5").number, 5);
    EXPECT_EQ(cell_of(sheet_of(read_back, "一覧"), "L10").text, "指標なし");
}

TEST_F(ProgressBook, CountsTheGradesOfAnotherSchemeApart) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    calc::Scheme other = calc::default_scheme();
    other.id = "other";
    const calc::Schemes schemes = {{"other", other}};
    input.schemes = &schemes;
    book.assessments[0].scheme = "other";
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& policies = sheet_of(read_back, "方針別");
    EXPECT_EQ(cell_of(policies, "P7").number, 0) << "its A is no A of the plan's";
    EXPECT_EQ(cell_of(policies, "Q7").number, 1);
    EXPECT_EQ(cell_of(policies, "T4").text, "ほかの\n評価");
    EXPECT_EQ(cell_of(policies, "T5").number, 1);
    EXPECT_EQ(cell_of(sheet_of(read_back, "算定"), "P5").text, "other");
}

TEST_F(ProgressBook, CountsThePeoplesGradesWherePeopleJudge) {
    SmallBook book;
    calc::Scheme scheme = calc::default_scheme();
    scheme.id = "judged";
    scheme.basis = calc::Basis::person;
    for (calc::Grade& grade : scheme.grades) {
        grade.threshold.reset();
    }
    book.reading.plan.measures[4].evaluations.push_back({.year = 2026, .grade = "B"});
    ProgressBookInput input = book.input();
    book.assessments = calc::assess(book.reading.plan, scheme, {.as_of = book.as_of});
    input.scheme = &scheme;
    input.forms = Forms::never;
    const sheet::Workbook read_back = read(input);
    const sheet::Sheet& policies = sheet_of(read_back, "方針別");
    EXPECT_EQ(cell_of(policies, "P7").number, 0) << "nobody gave an A";
    EXPECT_EQ(cell_of(policies, "Q7").number, 1);
    EXPECT_THAT(std::string(cell_of(policies, "A8").text), HasSubstr("担当課の書いた評価"));
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
