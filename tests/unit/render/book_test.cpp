#include "render/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "render/chart.h"
#include "render/written_cells.h"
#include "scratch_folder.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

using ::testing::HasSubstr;

base::Decimal decimal(std::string_view text) {
    return base::Decimal::parse(text).value();
}

class BookTest : public ::testing::Test {
protected:
    // Saves and reads back with the program's own strict reader.
    xlsx::ReadWorkbook save_and_read(Book& book) {
        auto saved = book.save(folder_ / "book.xlsx");
        EXPECT_TRUE(saved.has_value());
        findings_ = std::move(saved).value();
        bytes_ = bytes_of(folder_ / "book.xlsx");
        auto read = xlsx::read_workbook(bytes_);
        EXPECT_TRUE(read.has_value());
        return std::move(read).value();
    }

    ScratchFolder folder_;
    std::vector<base::Finding> findings_;
    std::string bytes_;
};

TEST_F(BookTest, TextsReadBackAsTheyWereGiven) {
    const std::string texts[] = {"=1+1",
                                 "+1",
                                 "-1",
                                 "@x",
                                 "'引用",
                                 "001",
                                 "1-2",
                                 "TRUE",
                                 "_x0041_",
                                 "_x000D_",
                                 "改\n行",
                                 "a\r\nb",
                                 " 前と後 ",
                                 "　",
                                 "\x01",
                                 "😀𠮷",
                                 "<&>\"'",
                                 "]]>",
                                 std::string(32767, 'x')};
    Book book;
    SheetWriter& sheet = book.add_sheet("文");
    std::uint32_t row = 0;
    for (const std::string& text : texts) {
        sheet.write({row++, 1}, text, CellStyle());
    }
    const auto read = save_and_read(book);
    row = 0;
    for (const std::string& text : texts) {
        const sheet::Cell* cell = read.workbook.sheets[0].find({row++, 1});
        ASSERT_NE(cell, nullptr) << text;
        EXPECT_EQ(cell->type, sheet::CellType::text) << text;
        EXPECT_EQ(cell->text, text);
    }
    EXPECT_TRUE(findings_.empty());
}

TEST_F(BookTest, NumbersReadBackAsTheSameDouble) {
    const char* numbers[] = {"0",
                             "98.6",
                             "0.1",
                             "0.30000000000000004",
                             "1.1000000000000001",
                             "-158",
                             "4263148000",
                             "123456789012345678",
                             "1E300",
                             "5E-324",
                             "2.2250738585072014E-308",
                             "0.1428571428571428",
                             "9007199254740993"};
    Book book;
    SheetWriter& sheet = book.add_sheet("数");
    std::uint32_t row = 0;
    for (const char* number : numbers) {
        sheet.write({row++, 0}, decimal(number), CellStyle());
    }
    const auto read = save_and_read(book);
    row = 0;
    for (const char* number : numbers) {
        const sheet::Cell* cell = read.workbook.sheets[0].find({row++, 0});
        ASSERT_NE(cell, nullptr);
        EXPECT_EQ(cell->type, sheet::CellType::number);
        EXPECT_EQ(cell->number, decimal(number).to_double()) << number;
    }
}

TEST_F(BookTest, ANumberThatNoDoubleHoldsIsToldWithItsCell) {
    Book book;
    SheetWriter& sheet = book.add_sheet("数");
    sheet.write({2, 1}, decimal("0.12345678901234567890"), CellStyle());
    sheet.write({3, 1}, decimal("1E400"), CellStyle());
    const auto read = save_and_read(book);
    ASSERT_EQ(findings_.size(), 2U);
    EXPECT_EQ(findings_[0].rule, "X10");
    EXPECT_EQ(findings_[0].cell, (base::CellRef{2, 1}));
    EXPECT_EQ(findings_[0].sheet, "数");
    EXPECT_EQ(read.workbook.sheets[0].find({3, 1})->type, sheet::CellType::text);
}

TEST_F(BookTest, ErrorsTruthsAndFormulasKeepTheirValues) {
    Book book;
    SheetWriter& sheet = book.add_sheet("値");
    sheet.write({0, 0}, ErrorCell{"#DIV/0!"}, CellStyle());
    sheet.write({0, 1}, true, CellStyle());
    sheet.write({0, 2}, FormulaCell{"1/3", decimal("0.3333333333333333")}, CellStyle());
    sheet.write({0, 3}, FormulaCell{"\"<&>\"", std::string("<&>")}, CellStyle());
    sheet.write({0, 4}, FormulaCell{"\"\"", {}}, CellStyle());
    const auto read = save_and_read(book);
    const sheet::Sheet& got = read.workbook.sheets[0];
    EXPECT_EQ(got.find({0, 0})->type, sheet::CellType::error);
    EXPECT_EQ(got.find({0, 0})->text, "#DIV/0!");
    EXPECT_EQ(got.find({0, 1})->type, sheet::CellType::boolean);
    EXPECT_EQ(got.find({0, 2})->number, 1.0 / 3);
    EXPECT_EQ(got.formula_of(*got.find({0, 2})), "1/3");
    EXPECT_EQ(got.find({0, 3})->text, "<&>");
    EXPECT_EQ(got.formula_of(*got.find({0, 3})), "\"<&>\"");
}

TEST_F(BookTest, EqualInputGivesEqualBytes) {
    std::string first;
    for (int run = 0; run < 2; ++run) {
        Book book;
        book.set_title("題");
        book.set_property("shinchoku.plan", "x");
        SheetWriter& sheet = book.add_sheet("表");
        sheet.write({0, 0}, decimal("0.30000000000000004"), CellStyle());
        sheet.write({1, 0}, std::string("文"), CellStyle());
        ASSERT_TRUE(book.save(folder_ / "book.xlsx").has_value());
        const std::string bytes = bytes_of(folder_ / "book.xlsx");
        if (run == 0) {
            first = bytes;
        }
        EXPECT_TRUE(bytes == first);
    }
}

TEST_F(BookTest, SheetNamesBecomeUniqueWhateverTheirCase) {
    Book book;
    EXPECT_EQ(book.add_sheet("Ａ課").name(), "Ａ課");
    EXPECT_EQ(book.add_sheet("a課").name(), "a課(2)");
    EXPECT_EQ(book.add_sheet("A課").name(), "A課(3)");
    const std::string long_name(31, 'x');
    EXPECT_EQ(book.add_sheet(long_name).name(), long_name);
    EXPECT_EQ(book.add_sheet(long_name).name(), std::string(28, 'x') + "(2)");
    EXPECT_EQ(save_and_read(book).workbook.sheets.size(), 5U);
}

// libxlsxwriter 1.1.4 copies a list into 258 bytes while it counts characters.
TEST_F(BookTest, AListLongerThan255BytesMovesToAHiddenSheet) {
    struct Case {
        std::vector<std::string> choices;
        bool in_place;
    };
    const Case cases[] = {
        {{"A", "B", "C", "D"}, true},
        {{std::string(254, 'a')}, true},
        {{std::string(255, 'a')}, false},
        {{std::string(84, 'x'), std::string(84, 'y'), std::string(84, 'z')}, true},
        {std::vector<std::string>(15, "六文字の課名"), false},
        {{"A,B", "C"}, false},
        {{" A", "B"}, false},
    };
    for (const Case& c : cases) {
        Book book;
        SheetWriter& sheet = book.add_sheet("箱");
        Validation rule;
        rule.kind = Validation::Kind::list;
        rule.choices = c.choices;
        sheet.validate({{0, 0}, {0, 4}}, rule);
        const auto read = save_and_read(book);
        ASSERT_EQ(read.workbook.sheets[0].validations.size(), 1U);
        EXPECT_EQ(read.workbook.sheets.size(), c.in_place ? 1U : 2U) << c.choices[0];
        if (!c.in_place) {
            EXPECT_EQ(read.workbook.sheets[1].state, sheet::SheetState::hidden);
            EXPECT_EQ(read.workbook.sheets[1].find({0, 0})->text, c.choices[0]);
            ASSERT_EQ(read.workbook.names.size(), 1U);
            EXPECT_THAT(read.workbook.names[0].refers_to, HasSubstr("$A$1:$A$"));
        }
    }
}

TEST_F(BookTest, EqualListsShareOneRange) {
    Book book;
    SheetWriter& sheet = book.add_sheet("箱");
    Validation rule;
    rule.kind = Validation::Kind::list;
    rule.choices = std::vector<std::string>(15, "六文字の課名");
    sheet.validate({{0, 0}, {0, 0}}, rule);
    sheet.validate({{1, 0}, {1, 0}}, rule);
    EXPECT_EQ(save_and_read(book).workbook.names.size(), 1U);
}

TEST_F(BookTest, PromptsOfAnyLengthAreCutToExcelsLimit) {
    Book book;
    SheetWriter& sheet = book.add_sheet("箱");
    Validation rule;
    rule.prompt_title = std::string(40, 't');
    for (int i = 0; i < 300; ++i) {
        rule.prompt += "字";
    }
    sheet.validate({{0, 0}, {0, 0}}, rule);
    EXPECT_EQ(save_and_read(book).workbook.sheets[0].validations.size(), 1U);
}

TEST_F(BookTest, NamesLocalToASheetAreHiddenAndMayRepeat) {
    Book book;
    SheetWriter& first = book.add_sheet("a'b!");
    SheetWriter& second = book.add_sheet("二");
    first.define_name("shinchoku.x", "'a''b!'!$A$1");
    second.define_name("shinchoku.x", "'二'!$B$2");
    book.define_name("全体", "'二'!$C$3");
    const auto read = save_and_read(book);
    ASSERT_EQ(read.workbook.names.size(), 3U);
    EXPECT_EQ(read.workbook.names[0].name, "shinchoku.x");
    EXPECT_EQ(read.workbook.names[0].sheet, 0U);
    EXPECT_TRUE(read.workbook.names[0].hidden);
    EXPECT_EQ(read.workbook.names[0].refers_to, "'a''b!'!$A$1");
    EXPECT_EQ(read.workbook.names[1].sheet, 1U);
    EXPECT_EQ(read.workbook.names[2].sheet, std::nullopt);
    EXPECT_FALSE(read.workbook.names[2].hidden);
}

TEST_F(BookTest, AMergeKeepsItsValueAndItsRange) {
    Book book;
    SheetWriter& sheet = book.add_sheet("表");
    sheet.merge({{0, 0}, {1, 2}}, decimal("12"), CellStyle());
    sheet.merge({{2, 0}, {2, 0}}, std::string("単独"), CellStyle());
    const auto read = save_and_read(book);
    ASSERT_EQ(read.workbook.sheets[0].merges.size(), 1U);
    EXPECT_EQ(read.workbook.sheets[0].merges[0], (base::CellRange{{0, 0}, {1, 2}}));
    EXPECT_EQ(read.workbook.sheets[0].find({0, 0})->number, 12);
    EXPECT_EQ(read.workbook.sheets[0].find({2, 0})->text, "単独");
}

TEST_F(BookTest, AHiddenFirstSheetIsNotTheOneShown) {
    Book book;
    book.add_sheet("裏").hide();
    book.add_sheet("表");
    const auto read = save_and_read(book);
    EXPECT_EQ(read.workbook.sheets[0].state, sheet::SheetState::hidden);
    EXPECT_EQ(read.workbook.sheets[1].state, sheet::SheetState::visible);
}

TEST_F(BookTest, ABookOfHiddenSheetsShowsOne) {
    Book book;
    book.add_sheet("裏").hide();
    EXPECT_EQ(save_and_read(book).workbook.sheets[0].state, sheet::SheetState::visible);
}

TEST_F(BookTest, ALinkToASheetOfAnyNameKeepsItsText) {
    Book book;
    SheetWriter& from = book.add_sheet("一覧");
    std::uint32_t row = 0;
    for (const char* name : {"普通", "a#b", "internal:x", "q'uote"}) {
        SheetWriter& to = book.add_sheet(name);
        from.write({row++, 0}, InternalLink{to.name(), {0, 0}, "行き先"}, CellStyle());
    }
    const auto read = save_and_read(book);
    for (std::uint32_t each = 0; each < row; ++each) {
        EXPECT_EQ(read.workbook.sheets[0].find({each, 0})->text, "行き先");
    }
    EXPECT_EQ(read.workbook.sheets[0].formula_of(*read.workbook.sheets[0].find({1, 0})),
              "HYPERLINK(\"#'a#b'!A1\",\"行き先\")");
}

TEST_F(BookTest, ColumnsAndLinesDrawnTogetherMakeAWellFormedChart) {
    Book book;
    SheetWriter& sheet = book.add_sheet("図");
    for (std::uint32_t column = 0; column < 3; ++column) {
        sheet.write({0, column}, decimal("1"), CellStyle());
        sheet.write({1, column}, decimal("2"), CellStyle());
    }
    Chart chart;
    for (const bool as_line : {true, false}) {
        ChartSeries series;
        series.name = as_line ? "目標" : "実績";
        series.sheet = sheet.name();
        series.categories = {{0, 0}, {0, 2}};
        series.values = {{1, 0}, {1, 2}};
        series.as_line = as_line;
        chart.series.push_back(series);
    }
    sheet.insert_chart({3, 0}, chart);
    EXPECT_EQ(save_and_read(book).workbook.sheets.size(), 1U);
}

TEST_F(BookTest, APlaceThatCannotBeWrittenIsAnErrorAndNothingIsPrinted) {
    ::testing::internal::CaptureStderr();
    Book book;
    book.add_sheet("表");
    const auto saved = book.save(folder_.path() / "missing" / "book.xlsx");
    EXPECT_FALSE(saved.has_value());
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST_F(BookTest, LengthsBeyondExcelsAreKeptAwayFromTheLibrary) {
    ::testing::internal::CaptureStderr();
    Book book;
    SheetWriter& sheet = book.add_sheet(std::string(100, 's'));
    PageSetup page;
    page.header = std::string(400, 'h');
    page.footer = "&G&[Picture]&P / &N";
    sheet.set_page(page);
    sheet.set_row_height(0, 9999);
    sheet.set_column_width(0, 3, 9999);
    sheet.set_column_width(1, 1, 5);  // inside the columns already set
    CellStyle style;
    style.number_format = std::string(200, '0');
    sheet.write({0, 0}, std::string(40000, 'x'), style);
    book.set_property("長い", std::string(300, 'v'));
    book.define_name(std::string(200, 'n'), "Sheet1!$A$1");
    save_and_read(book);
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(findings_.size(), 4U);  // format, text, name, property
}

TEST_F(BookTest, RemembersWhatIsWrittenWhereItIsAskedTo) {
    Book book;
    SheetWriter& plain = book.add_sheet("忘れる");
    plain.write({0, 0}, decimal("1"), CellStyle());
    EXPECT_EQ(plain.written(), nullptr);
    SheetWriter& sheet = book.add_sheet("覚える");
    sheet.remember();
    CellStyle style;
    style.number_format = "0.0%";
    sheet.write({1, 0}, decimal("0.5"), style);
    sheet.merge({{2, 0}, {2, 3}}, FormulaCell{"A2*2", decimal("1"), "二倍"}, CellStyle());
    sheet.write({3, 0}, std::string("消える"), CellStyle());
    sheet.write({3, 0}, std::monostate{}, CellStyle());
    sheet.explain({1, 0}, "半分");
    ASSERT_NE(sheet.written(), nullptr);
    const WrittenCells& written = *sheet.written();
    ASSERT_EQ(written.cells.size(), 2U);
    EXPECT_EQ(written.cells.at({1, 0}).style->number_format, "0.0%");
    EXPECT_EQ(written.cells.at({2, 0}).last, (base::CellRef{2, 3}));
    EXPECT_EQ(written.explained.at({1, 0}), "半分");
    EXPECT_EQ(written.explained.at({2, 0}), "二倍");
    EXPECT_TRUE(written.complete);
}

}  // namespace
}  // namespace shinchoku::render
