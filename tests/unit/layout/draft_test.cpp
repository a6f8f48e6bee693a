#include "layout/draft.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/format_picture.h"
#include "layout/label_guess.h"
#include "layout_sample.h"
#include "sheet_picture.h"

namespace shinchoku::layout {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A sheet of which some cells are framed and some may be filled in.
struct Paper {
    TestBook book;
    sheet::Looks looks;
    std::vector<std::string> unlocked;

    explicit Paper(std::string_view picture) {
        book.sheets.emplace_back("様式", picture);
        frame(0, 0, book.sheets[0].rows() - 1, book.sheets[0].columns() - 1);
    }

    void frame(std::uint32_t top, std::uint32_t left, std::uint32_t bottom, std::uint32_t right) {
        looks.framed.clear();
        for (std::uint32_t row = top; row <= bottom; ++row) {
            for (std::uint32_t column = left; column <= right; ++column) {
                looks.framed.push_back({row, column});
            }
        }
    }

    [[nodiscard]] sheet::Workbook workbook() const {
        sheet::Workbook made = book.workbook();
        const auto open = static_cast<std::uint32_t>(made.formats.size());
        made.formats.push_back({"General", false});
        for (const std::string& a1 : unlocked) {
            const base::CellRef at = *base::parse_a1(a1);
            std::vector<sheet::Cell>& cells = made.sheets[0].cells;
            auto cell = std::lower_bound(
                cells.begin(), cells.end(), at, [](const sheet::Cell& one, base::CellRef sought) {
                    return one.at < sought;
                });
            if (cell == cells.end() || cell->at != at) {
                cell = cells.insert(cell, {.at = at});
            }
            cell->format = open;
        }
        return made;
    }

    [[nodiscard]] std::string draft(std::string_view file = "様式.xlsx") const {
        const sheet::Workbook made = workbook();
        const auto text = draft_layout(made, made.sheets[0], looks, file);
        EXPECT_TRUE(text.has_value());
        return text ? text.value() : "";
    }
};

std::vector<std::string> rows_of(const std::string& toml) {
    std::vector<std::string> rows;
    std::stringstream lines(toml);
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('|')) {
            rows.push_back(line);
        }
    }
    return rows;
}

std::vector<std::string> faults_of(const std::string& toml) {
    const auto loaded = load_layout(toml, "layout.toml");
    std::vector<std::string> codes;
    if (!loaded) {
        for (const Diagnostic& fault : loaded.error()) {
            codes.push_back(fault.code);
        }
    }
    return codes;
}

constexpr std::string_view small_form = R"(
    | 主管課 |           | <          | <          |
    | 年度   | 令和8年度 | 令和9年度  | 令和10年度 |
    | 実績値 |           |            |            |
    | ^      |           | <          | 単位：%    |
)";

TEST(Draft, DrawsLabelsJoinsYearsAndBoxes) {
    Paper paper(small_form);
    paper.unlocked = {"B3", "C3", "D3"};
    paper.looks.column_widths = {{0, 0, 16}, {1, 3, 12.5}};
    paper.looks.row_heights = {{3, 3, 40}};
    EXPECT_THAT(rows_of(paper.draft()),
                ElementsAre("幅  | 16     | 12.5 | 12.5 | 12.5    |",
                            "15  | 主管課 | {?}  | <    | <       |",
                            "15  | 年度   | {年} | {年} | {年}    |",
                            "15  | 実績値 | [?]  | [?]  | [?]     |",
                            "40+ | ^      | {?}  | <    | 単位：% |"));
}

TEST(Draft, ReadsTheTablesOffTheHeadings) {
    const std::string toml = Paper(R"(
        | 南アルプス市 第5次実施計画 進行管理シート | < |
        | R8 | R9 |
    )")
                                 .draft("forms/Kouen 2026.xlsx");
    for (const char* const line : {"layout = \"kouen_2026\"\n",
                                   "title  = \"南アルプス市 第5次実施計画 進行管理シート\"\n",
                                   "id = \"kouen-2026\"\n",
                                   "title = \"南アルプス市 第5次実施計画\"\n",
                                   "municipality = \"南アルプス市\"\n",
                                   "first   = 2026\ncount   = 2\nheading = \"R8\""}) {
        EXPECT_THAT(toml, HasSubstr(line));
    }
}

TEST(Draft, LeavesWhatLiesOutsideTheFrames) {
    Paper paper("| 名称 |  |  |\n|  |  | 印 |\n");
    paper.frame(0, 0, 0, 1);
    EXPECT_THAT(
        rows_of(paper.draft()),
        ElementsAre(
            "幅 | 8.43 | 8.43 | 8.43 |", "15 | 名称 | {?}  | .    |", "15 | .    | .    | 印   |"));
}

TEST(Draft, WhatASheetHoldsCanAlwaysBeWritten) {
    Paper paper(R"(| a{b | c[d | = | ^^ |
                   | '''x | q"\\ | #5 | =#3 |)");
    paper.book.sheets[0].set("A2", "'''x");
    paper.book.sheets[0].cells[{1, 1}].text = "a|b\\c\nd\"";
    paper.book.sheets[0].name = "様式\"\\";
    paper.unlocked = {"C2"};
    // Everything but the boxes without a name and the years that no sheet told is right.
    for (const std::string& code : faults_of(paper.draft())) {
        EXPECT_TRUE(code == "layout.unnamed_box" || code == "layout.unknown_value" ||
                    code == "layout.wrong_kind")
            << code;
    }
    EXPECT_THAT(paper.draft(), HasSubstr("# D2 式: ="));
}

TEST(Draft, IsRefusedUntilEveryBoxHasAName) {
    Paper paper(small_form);
    paper.unlocked = {"B3", "C3", "D3"};
    std::string toml = paper.draft();
    EXPECT_EQ(faults_of(toml), std::vector<std::string>(5, "layout.unnamed_box"));
    const auto name = [&](std::string_view box, std::string_view named) {
        const std::size_t at = toml.find(box, toml.find('|'));
        toml.replace(at, box.size(), named);
    };
    name("{?}", "{担当課}");
    for (int i = 0; i < 3; ++i) {
        name("[?]", "[実績]");
    }
    name("{?}", "");
    EXPECT_THAT(faults_of(toml), ElementsAre());
}

TEST(Draft, RefusesEmptyAndHugeSheets) {
    Paper paper("| a |\n");
    const sheet::Workbook made = paper.workbook();
    sheet::Sheet empty;
    const auto nothing = draft_layout(made, empty, {}, "a.xlsx");
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().rule, "draft");
    struct Case {
        base::CellRef last;
        bool fits;
    };
    for (const Case& c : {Case{{999, 255}, true}, Case{{1000, 0}, false}, Case{{0, 256}, false}}) {
        sheet::Looks looks;
        looks.framed = {{0, 0}, c.last};
        EXPECT_EQ(draft_layout(made, made.sheets[0], looks, "a.xlsx").has_value(), c.fits)
            << base::to_a1(c.last);
    }
}

TEST(AlignPicture, PadsColumnsToTheWidestCellUpToTwenty) {
    struct Case {
        std::string_view given;
        std::string_view expected;
    };
    const Case cases[] = {
        {"幅|1|20|\n20 .見出し|名称|{名}|\n",
         "幅         | 1    | 20   |\n20 .見出し | 名称 | {名} |\n"},
        {"幅 | 5 |\n20 | |\n", "幅 | 5 |\n20 |   |\n"},
        // 20 is padded to, 21 is not.
        {"幅 | 1 | 2 |\n20 | aaaaaaaaaaaaaaaaaaaaa | b |\n",
         "幅 | 1                    | 2 |\n20 | aaaaaaaaaaaaaaaaaaaaa | b |\n"},
        {"  # 注 | 注  |\n\n幅 |  1 |\r\n1|a\\|b|",
         "  # 注 | 注  |\n\n幅 | 1    |\r\n1  | a\\|b |"},
        {"行ではない\n24+  指標*|x|\n20 | a \\|\n", "行ではない\n24+ 指標* | x |\n20 | a \\|\n"},
        {"", ""},
    };
    for (const Case& c : cases) {
        const std::string once = align_picture(c.given);
        EXPECT_EQ(once, c.expected);
        EXPECT_EQ(align_picture(once), once);
    }
}

TEST(FormatLayout, ChangesNothingButThePicture) {
    for (const auto& entry :
         std::filesystem::directory_iterator(tests_folder() / "fixtures" / "layouts")) {
        const std::string toml = read_text(entry.path());
        const auto formatted = format_layout(toml);
        ASSERT_TRUE(formatted) << entry.path();
        const std::string& text = formatted.value();
        EXPECT_EQ(format_layout(text).value(), text);
        const std::size_t from = toml.find("'''");
        const std::size_t end = toml.find("'''", from + 3);
        EXPECT_EQ(text.substr(0, from), toml.substr(0, from));
        EXPECT_TRUE(text.ends_with(toml.substr(end))) << entry.path();
        Layout before = load(toml);
        Layout after = load(text);
        ASSERT_EQ(before.picture.rows.size(), after.picture.rows.size());
        for (std::size_t row = 0; row < before.picture.rows.size(); ++row) {
            const PictureRow& a = before.picture.rows[row];
            const PictureRow& b = after.picture.rows[row];
            EXPECT_EQ(a.line, b.line);
            for (std::size_t i = 0; i < a.cells.size(); ++i) {
                EXPECT_EQ(a.cells[i].written, b.cells[i].written);
            }
        }
    }
}

TEST(FormatLayout, SaysWhyThereIsNothingToAlign) {
    struct Case {
        std::string toml;
        std::string code;
        int line;
    };
    const Case cases[] = {
        {"[sheet]\n", "layout.missing_key", 1},
        {"[sheet]\npicture = \"幅 | 1 |\"\n", "layout.picture_quotes", 2},
        {"[sheet]\npicture = \"\"\"\n幅 | 1 |\n\"\"\"\n", "layout.picture_quotes", 2},
    };
    for (const Case& c : cases) {
        const auto formatted = format_layout(c.toml);
        ASSERT_FALSE(formatted) << c.toml;
        EXPECT_EQ(formatted.error().code, c.code);
        EXPECT_EQ(formatted.error().line, c.line);
    }
    EXPECT_FALSE(format_layout("[sheet\n"));
}

TEST(GuessField, OffersTheWordThatALabelMeans) {
    struct Case {
        std::string_view label;
        std::string_view field;
    };
    const Case cases[] = {{"主管課", "担当課"},
                          {"目標値（R12）", "目標"},
                          {"期間内の最終目標", "最終目標"},
                          {"評価の理由", "理由"},
                          {"今後の方向性", "今後"},
                          {"実 績 値", "実績"},
                          {"ＫＰＩ", "指標名"},
                          {"決裁", ""}};
    for (const Case& c : cases) {
        EXPECT_EQ(guess_field(c.label), c.field) << c.label;
    }
}

}  // namespace
}  // namespace shinchoku::layout
