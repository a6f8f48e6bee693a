#include <string>

#include "layout/read_picture.h"
#include "layout_sample.h"

namespace shinchoku::layout {
namespace {

std::string name_of(CellKind kind) {
    switch (kind) {
        case CellKind::empty:
            return "empty";
        case CellKind::absent:
            return "absent";
        case CellKind::label:
            return "label";
        case CellKind::value:
            return "value";
        case CellKind::entry:
            return "entry";
        case CellKind::choice:
            return "choice";
        case CellKind::pattern:
            return "pattern";
        case CellKind::formula:
            return "formula";
        case CellKind::join_left:
            return "join_left";
        case CellKind::join_up:
            return "join_up";
    }
    return "";
}

TEST(Picture, WhatStandsInACellDecidesItsKind) {
    struct Case {
        std::string_view cell;  // the second of a row that begins with a label
        std::string_view kind;
    };
    const Case cases[] = {
        {"", "empty"},
        {".", "absent"},
        {"実績値", "label"},
        {"実 績 値", "label"},
        {"{名称}", "value"},
        {"{ 名称 }", "value"},
        {"[名称]", "entry"},
        {"[評価:A]", "choice"},
        {"{評価:A}", "choice"},
        {"施策{番号}", "pattern"},
        {"約[番号]番", "pattern"},
        {"{番号} {名称}", "pattern"},
        {"{番号}{名称}", "pattern"},  // digits end where the title begins
        {"=達成率", "formula"},
        {"<", "join_left"},
        {"<5%", "label"},
        {"第1.2節", "label"},
        {"a=b", "label"},
        {"]}", "label"},
    };
    for (const Case& c : cases) {
        const Layout layout = load(around("20 | 見出し | " + std::string(c.cell) + " | . |\n",
                                          "[formulas]\n\"達成率\" = { text = \"1\" }\n"));
        EXPECT_EQ(name_of(cell_at(layout, 0, 1).kind), c.kind) << c.cell;
    }
}

TEST(Picture, ABackslashMakesASignAnOrdinaryCharacter) {
    struct Case {
        std::string_view cell;
        std::string_view label;
    };
    const Case cases[] = {
        {R"(a\|b)", "a|b"},
        {R"(\{名称})", "{名称}"},
        {R"(\[名称])", "[名称]"},
        {R"(\<)", "<"},
        {R"(\^)", "^"},
        {R"(\=1)", "=1"},
        {R"(\.)", "."},
        {R"(現状\nと課題)", "現状\nと課題"},
        {R"(\\)", "\\"},
    };
    for (const Case& c : cases) {
        const Layout layout = load(around("20 | " + std::string(c.cell) + " | {名称} | < |\n"));
        EXPECT_EQ(cell_at(layout, 0, 0).label(), c.label) << c.cell;
    }
}

TEST(Picture, AFieldCarriesItsYearItsOptionAndItsCaret) {
    const Layout layout =
        load(around("20 | 区分 | 指標名 | 目標 |\n20 指標*3 | {区分^} | {指標名} | {目標@R9} |\n"
                    "20 | 最終 | [評価:A] | . |\n"));
    const Field& category = *cell_at(layout, 1, 0).field();
    EXPECT_EQ(category.id, FieldId::indicator_category);
    EXPECT_EQ(category.name, "区分");
    EXPECT_EQ(category.list, "指標");
    EXPECT_TRUE(category.carried);
    const Field& target = *cell_at(layout, 1, 2).field();
    EXPECT_EQ(target.pin, YearPin::year);
    EXPECT_EQ(target.pinned_year, 2027);
    EXPECT_EQ(cell_at(layout, 1, 2).year_index, -1);
    EXPECT_EQ(cell_at(layout, 2, 1).field()->option, "A");
    EXPECT_EQ(cell_at(layout, 2, 1).field()->list, "");
}

TEST(Picture, TheLastYearMayBeNamedInEveryManner) {
    for (const std::string_view pin : {"最終", "last", "R9", "令和9年度", "2027", "２０２７"}) {
        const Layout layout =
            load(around("20 | 最終目標 | {目標@" + std::string(pin) + "} | < |\n"));
        EXPECT_EQ(cell_at(layout, 0, 1).field()->pinned_year, 2027) << pin;
    }
}

TEST(Picture, MarksAtTheLeftMayStandInAnyOrder) {
    for (const std::string_view marks :
         {"40+ .見出し ? 指標*3", "指標*3 ? 40+ .見出し", "? indicators*3\t.heading 40+"}) {
        const Layout layout = load(around("20 | 指標 | 名称 | 単位 |\n" + std::string(marks) +
                                          " | {#} | {指標名} | {単位} |\n"));
        const PictureRow& row = layout.picture.rows.at(1);
        EXPECT_EQ(row.height_points, 40) << marks;
        EXPECT_TRUE(row.grows) << marks;
        EXPECT_EQ(row.style, "見出し") << marks;
        EXPECT_TRUE(row.optional) << marks;
        EXPECT_EQ(row.list, "指標") << marks;
        EXPECT_EQ(row.at_least, 3) << marks;
        EXPECT_EQ(row.group, 0) << marks;
    }
}

TEST(Picture, HeightsAndNumbersOfRowsHaveLimits) {
    struct Case {
        std::string_view mark;
        bool lawful;
    };
    const Case cases[] = {
        {"0", true},
        {"12.5", true},
        {"409.5", true},
        {"409.6", false},
        {"1e2", false},
        {"20-", false},
        {"20++", false},
        {"指標*0", true},
        {"指標*", true},
        {"指標*999", true},
        {"指標*1000", false},
        {"指標*-1", false},
        {"指標*x", false},
        {"*3", false},
        {"^", false},
        {".", false},
        {"??", false},
    };
    for (const Case& c : cases) {
        const auto loaded = load_layout(around("20 | 名称 | 件名 | 番号 |\n" + std::string(c.mark) +
                                               " | {名称} | {番号} | . |\n"),
                                        "layout.toml");
        EXPECT_EQ(loaded.has_value(), c.lawful) << c.mark;
    }
}

TEST(Picture, APictureLargerThanAnyFormIsRefused) {
    struct Case {
        std::size_t rows;
        std::size_t columns;
        bool lawful;
    };
    const Case cases[] = {{1000, 2, true}, {1001, 2, false}, {1, 256, true}, {1, 257, false}};
    for (const Case& c : cases) {
        std::string picture = "幅 |";
        std::string row = "20 | 見出し |";
        for (std::size_t column = 0; column < c.columns; ++column) {
            picture += " 1 |";
            row += column == 0 ? "" : " |";
        }
        picture += "\n";
        for (std::size_t i = 0; i < c.rows; ++i) {
            picture += row + "\n";
        }
        const auto loaded = load_layout(
            "layout = \"tiny\"\nyears = { first = 2026, count = 2 }\n[sheet]\npicture = '''\n" +
                picture + "'''\n",
            "layout.toml");
        EXPECT_EQ(loaded.has_value(), c.lawful) << c.rows << " x " << c.columns;
        if (!loaded) {
            EXPECT_EQ(loaded.error().front().code, "layout.too_large");
        }
    }
}

TEST(Picture, RemarksBlankLinesAndMisalignmentDoNotMatter) {
    const Layout neat = load(around("20 | 名称 | {名称} | < |\n20 | 現状 | {現状} | < |\n"));
    const Layout wild = load(around(
        "# 先頭\n\n  20|名称|{名称}|<|  \n   # 途中\n\u300020 |\t現状 |{現状}     | <|\n\n"));
    ASSERT_EQ(wild.picture.rows.size(), neat.picture.rows.size());
    for (std::size_t row = 0; row < neat.picture.rows.size(); ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            EXPECT_EQ(cell_at(wild, row, column).pieces, cell_at(neat, row, column).pieces);
        }
    }
    EXPECT_EQ(wild.picture.rows.at(1).line, 12);
}

TEST(Picture, PlacesAreLinesAndCodePointsOfTheFile) {
    const Layout layout = load(around("20 | 名称 | {名称} | < |\n"));
    EXPECT_EQ(place_of(cell_at(layout, 0, 0)), (SourcePlace{8, 6}));
    EXPECT_EQ(place_of(cell_at(layout, 0, 1)), (SourcePlace{8, 11}));
    EXPECT_EQ(place_of(cell_at(layout, 0, 2)), (SourcePlace{8, 18}));
}

TEST(Picture, JoinedCellsKnowTheirOwner) {
    const Layout layout =
        load(around("20 | 本文 | {現状} | < |\n20 | ^ | ^ | < |\n20 | 名称 | {名称} | . |\n"));
    const auto owner = [&](std::size_t row, std::size_t column) {
        const PictureCell& cell = cell_at(layout, row, column);
        return std::pair(cell.owner_row, cell.owner_column);
    };
    EXPECT_EQ(owner(0, 0), std::pair(0, 0));
    EXPECT_EQ(owner(0, 2), std::pair(0, 1));
    EXPECT_EQ(owner(1, 0), std::pair(0, 0));
    EXPECT_EQ(owner(1, 1), std::pair(0, 1));
    EXPECT_EQ(owner(1, 2), std::pair(0, 1));
    EXPECT_EQ(owner(2, 2), std::pair(2, 2));
    EXPECT_EQ(layout.picture.span_of(0, 1), 2);
    EXPECT_EQ(layout.picture.span_of(0, 0), 1);
}

TEST(Picture, ALabelMayStretchOverAWholeRepeat) {
    const Layout layout =
        load(around("20 | 指標 | 名称 | 単位 |\n20 指標*2 | ^ | {指標名} | {単位} |\n"
                    "20 指標*2 | ^ | ^ | {方向} |\n"));
    EXPECT_EQ(cell_at(layout, 2, 0).owner_row, 0);
    EXPECT_EQ(cell_at(layout, 2, 1).owner_row, 1);
    EXPECT_EQ(layout.picture.rows.at(1).group, layout.picture.rows.at(2).group);
}

TEST(Picture, AnotherFormOfARowIsRepeatedAndOptionalAsTheRowItself) {
    const Layout layout =
        load(around("20 | 指標 | 名称 | 単位 |\n20 ? 指標*2 | 一 | {指標名} | {単位} |\n"
                    "又は | 二 | {指標名} | {単位} |\nor | 三 | {単位} | {指標名} |\n"));
    for (const std::size_t row : {2U, 3U}) {
        const PictureRow& other = layout.picture.rows.at(row);
        EXPECT_EQ(other.alternative_of, 1);
        EXPECT_EQ(other.list, "指標");
        EXPECT_EQ(other.group, layout.picture.rows.at(1).group);
        EXPECT_TRUE(other.optional);
    }
}

TEST(Picture, ListsLendTheirNameToTheFieldsOfTheirElements) {
    struct Case {
        std::string_view field;
        FieldId id;
        std::string_view list;
    };
    const Case cases[] = {
        {"成果.指標名", FieldId::indicator_name, "成果"},
        {"指標名", FieldId::indicator_name, "成果"},  // the list of its row
        {"成果.indicator.unit", FieldId::indicator_unit, "成果"},
        {"成果.単位", FieldId::indicator_unit, "成果"},
        {"indicator.category", FieldId::indicator_category, "成果"},
        {"名称", FieldId::measure_title, ""},
        {"#", FieldId::running_number, "成果"},
    };
    for (const Case& c : cases) {
        const Layout layout = load(
            around("20 | 一 | 二 | 三 |\n20 成果* | {" + std::string(c.field) + "} | . | . |\n",
                   "[lists]\n\"成果\" = { of = \"indicators\", where = { category = \"成果\" } "
                   "}\n"));
        const Field& field = *cell_at(layout, 1, 0).field();
        EXPECT_EQ(field.id, c.id) << c.field;
        EXPECT_EQ(field.list, c.list) << c.field;
        EXPECT_EQ(field.name, c.field);
    }
}

TEST(Picture, AFixedElementOfAListNeedsNoRepeat) {
    const Layout layout = load(around(
        "20 | 事業費 | {年} | {年} |\n20 | 決算額 | [費.実績] | [費.実績] |\n",
        "[lists]\n\"費\" = { of = \"indicators\", where = { name = \"事業費\" }, only = 1 }\n"));
    const Field& field = *cell_at(layout, 1, 1).field();
    EXPECT_EQ(field.list, "費");
    ASSERT_NE(layout.list_of(field), nullptr);
    EXPECT_EQ(layout.list_of(field)->where.at("name"), "事業費");
}

TEST(Picture, ATextKeptAsRowsHasTheColumnsOfItsList) {
    const Layout layout =
        load(around("20 | 計画名 | 期間 | 備考 |\n20 計画*1 | {計画.名称} | {計画.期間} | . |\n",
                    "[lists]\n\"計画\" = { lines = \"texts.related_plans\", "
                    "columns = [\"名称\", \"期間\"] }\n"));
    const Field& period = *cell_at(layout, 1, 1).field();
    EXPECT_EQ(period.id, FieldId::line_column);
    EXPECT_EQ(period.column, 1U);
    EXPECT_EQ(period.text_key, "related_plans");
    EXPECT_EQ(layout.list_of(period)->of, ListOf::lines);
}

}  // namespace
}  // namespace shinchoku::layout
