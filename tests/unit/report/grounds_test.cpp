#include "report/grounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "report/progress_book.h"
#include "small_plan.h"
#include "xlsx/reader.h"

namespace shinchoku::report {
namespace {

using testing::HasSubstr;

// The sheet of grounds of a book: what its rows say of each place.
class GroundsSheet : public testing::Test {
protected:
    struct Row {
        std::string of_row, heading, basis, formula;
        sheet::Cell value;
    };

    void TearDown() override { std::filesystem::remove(path()); }

    void write(const ProgressBookInput& input) {
        ASSERT_TRUE(write_progress_book(path(), input).has_value());
        std::ifstream file(path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        book_ = std::move(xlsx::read_workbook(bytes.str()).value());
        const sheet::Sheet* grounds = find("算定根拠");
        ASSERT_NE(grounds, nullptr);
        for (std::uint32_t row = 4; grounds->find({row, 0}) != nullptr; ++row) {
            const auto text = [&](std::uint32_t column) {
                const sheet::Cell* cell = grounds->find({row, column});
                return cell == nullptr ? std::string() : std::string(cell->text);
            };
            const sheet::Cell* value = grounds->find({row, 3});
            rows_.emplace(
                text(0),
                Row{text(1), text(2), text(4), text(5), value == nullptr ? sheet::Cell() : *value});
        }
    }

    [[nodiscard]] const sheet::Sheet* find(std::string_view name) const {
        for (const sheet::Sheet& sheet : book_.workbook.sheets) {
            if (sheet.name == name) {
                return &sheet;
            }
        }
        return nullptr;
    }

    // The only row of a place.
    [[nodiscard]] Row row(const std::string& place) const {
        EXPECT_EQ(rows_.count(place), 1U) << place;
        const auto found = rows_.find(place);
        return found == rows_.end() ? Row() : found->second;
    }

    [[nodiscard]] static std::filesystem::path path() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::filesystem::temp_directory_path() /
               (std::string("shinchoku_grounds_") + test->name() + ".xlsx");
    }

    std::multimap<std::string, Row> rows_;
    xlsx::ReadWorkbook book_;
};

bool holds_number(const sheet::Cell& cell) {
    return cell.type == sheet::CellType::number || cell.formula != sheet::no_formula;
}

TEST_F(GroundsSheet, EveryNumberAndFormulaOfTheOtherSheetsHasExactlyOneRow) {
    SmallBook book;
    ProgressBookInput input = book.input();
    const layout::Reading master = small_reading();
    input.master = &master;
    input.forms = Forms::never;
    write(input);
    std::size_t numbers = 0;
    for (const sheet::Sheet& sheet : book_.workbook.sheets) {
        if (sheet.name == "算定根拠" || sheet.name == "データ" || sheet.name == "グラフ" ||
            sheet.name == "選択肢") {
            continue;
        }
        for (const sheet::Cell& cell : sheet.cells) {
            const std::string place = std::string(sheet.name) + " " + base::to_a1(cell.at);
            if (holds_number(cell)) {
                EXPECT_EQ(rows_.count(place), 1U) << place;
                ++numbers;
            }
        }
    }
    EXPECT_GT(numbers, 100U);
    // And no row tells of anything else.
    EXPECT_EQ(rows_.size(), numbers);
}

TEST_F(GroundsSheet, TellsWhatANumberIsAndHowItComesAbout) {
    SmallBook book;
    book.reading.places.resize(book.reading.plan.measures.size());
    layout::MeasurePlaces& places = book.reading.places[1];
    places.file = "課/納税課.xlsx";
    places.sheet = "1-1-2";
    places.indicators.resize(1);
    places.indicators[0].years = {
        {.year = 2026, .target = base::parse_a1("C5"), .actual = base::parse_a1("C6")}};
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    write(input);

    EXPECT_EQ(row("算定 H6").of_row, "1-1-2/1 電子納付の数");
    EXPECT_EQ(row("算定 H6").heading, "実績値");
    EXPECT_EQ(row("算定 H6").basis, "「納税課.xlsx」シート「1-1-2」セルC6に記入された値");
    EXPECT_EQ(row("一覧 F6").basis, "「納税課.xlsx」シート「1-1-2」セルC5に記入された値");
    EXPECT_THAT(row("算定 J6").basis, HasSubstr("実績 8 ÷ 目標 10 × 100 = 80.0%"));
    EXPECT_THAT(row("算定 J6").formula, HasSubstr("H6/G6"));
    EXPECT_DOUBLE_EQ(row("算定 J6").value.number, 0.8);
    EXPECT_NE(row("算定 J6").value.formula, sheet::no_formula) << "a live reference";
    EXPECT_THAT(row("算定 K6").basis, HasSubstr("Bは80%以上"));
    EXPECT_THAT(row("一覧 H6").basis, HasSubstr("「算定」のJ6と同じ値"));
    EXPECT_EQ(row("方針別 D5").of_row, "基本方針1 財政");
    EXPECT_EQ(row("方針別 D5").heading, "達成");
    EXPECT_THAT(row("方針別 D5").basis,
                HasSubstr("基本方針「基本方針1」、状態「達成」の行を数える"));
    EXPECT_THAT(row("方針別 N5").basis, HasSubstr("達成率のある2指標の平均"));
    EXPECT_EQ(row("方針別 D7").basis, "D5:D6の合計");
}

TEST_F(GroundsSheet, SaysWhyARateShownAs80IsNotGradedAs80) {
    SmallBook book;
    plan::YearEntry& year = book.reading.plan.measures[1].indicators[0].years[0];
    const auto set = [](plan::Value& value, int number) {
        value.content = plan::Number{base::Decimal(number), {}};
        value.stored = base::Decimal(number);
    };
    set(year.target, 10000);
    set(year.actual, 7995);
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    write(input);
    EXPECT_EQ(row("算定 K6").value.text, "C");
    EXPECT_THAT(row("算定 K6").basis, HasSubstr("表示は80.0%だが、正確な値は80%に届かない"));
}

TEST_F(GroundsSheet, AGradeThatNoFormulaGivesStandsAsAValueWithItsReason) {
    calc::Scheme growth = calc::default_scheme();
    growth.id = "growth";
    growth.basis = calc::Basis::growth;
    growth.grades = {{.name = "達成"}, {.name = "十分"}, {.name = "やや"}, {.name = "わずか"}};
    SmallBook book;
    ProgressBookInput input = book.input();
    input.scheme = &growth;
    input.forms = Forms::never;
    book.assessments[0].scheme = "growth";
    book.assessments[0].grade = "十分";
    write(input);
    EXPECT_THAT(row("算定 K5").basis, HasSubstr("式ではなく値を記す"));
    EXPECT_EQ(row("算定 K5").formula, "");
    EXPECT_EQ(row("算定 K5").value.text, "十分");
}

TEST_F(GroundsSheet, OfALargeBookSaysBrieflyWhatOnlyRepeatsAnotherCell) {
    SmallBook book;
    auto& measures = book.reading.plan.measures;
    for (std::size_t i = 0; measures.size() < 600; ++i) {
        plan::Measure more = measures[i % 2];
        more.id += "x" + std::to_string(i);
        more.indicators[0].id = more.id + "/1";
        measures.push_back(more);
    }
    ProgressBookInput input = book.input();
    input.forms = Forms::never;
    write(input);
    EXPECT_GT(rows_.size(), most_numbers_told_twice);
    EXPECT_EQ(row("一覧 H6").basis, "「算定」のJ6と同じ値");
    EXPECT_THAT(row("算定 J6").basis, HasSubstr("÷"));
}

}  // namespace
}  // namespace shinchoku::report
