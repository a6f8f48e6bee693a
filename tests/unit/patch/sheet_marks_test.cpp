#include "patch/sheet_marks.h"

#include <gtest/gtest.h>

namespace shinchoku::patch {
namespace {

constexpr std::string_view styles_xml =
    "<styleSheet><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill/><fill/></fills>"
    "<borders count=\"1\"><border/></borders><cellXfs count=\"3\"><xf numFmtId=\"0\" fillId=\"0\"/>"
    "<xf numFmtId=\"9\" fillId=\"1\"><protection locked=\"0\"/></xf><xf numFmtId=\"2\"/></cellXfs>"
    "</styleSheet>";

std::string sheet(std::string_view data) {
    return "<worksheet xmlns=\"m\"><cols><col min=\"4\" max=\"5\" width=\"9\" "
           "style=\"2\"/></cols>" +
           std::string(data) + "<pageMargins/></worksheet>";
}

TEST(SheetMarks, OnlyTheFormatOfAMarkedCellChangesAndAnAbsentOneIsPutIn) {
    struct Case {
        std::string_view what;
        base::CellRef at;
        std::string_view before;
        std::string_view after;
    };
    // The formats 0 to 2 are there; the first one that is added is 3.
    const Case cases[] = {
        {"a cell with a format",
         {0, 0},
         R"(<sheetData><row r="1"><c r="A1" s="1" t="s"><v>7</v></c></row></sheetData>)",
         R"(<sheetData><row r="1"><c r="A1" s="3" t="s"><v>7</v></c></row></sheetData>)"},
        {"one without",
         {0, 1},
         R"(<sheetData><row r="1"><c r="A1"/><c r="B1"/></row></sheetData>)",
         R"(<sheetData><row r="1"><c r="A1"/><c r="B1" s="3"/></row></sheetData>)"},
        {"before the first cell of its row",
         {1, 0},
         R"(<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>)",
         R"(<sheetData><row r="2"><c r="A2" s="3"/><c r="B2"><v>1</v></c></row></sheetData>)"},
        {"between two",
         {1, 1},
         R"(<sheetData><row r="2"><c r="A2"/><c r="C2"/></row></sheetData>)",
         R"(<sheetData><row r="2"><c r="A2"/><c r="B2" s="3"/><c r="C2"/></row></sheetData>)"},
        {"behind the last",
         {1, 2},
         R"(<sheetData><row r="2"><c r="A2"/></row><row r="3"/></sheetData>)",
         R"(<sheetData><row r="2"><c r="A2"/><c r="C2" s="3"/></row><row r="3"/></sheetData>)"},
        {"in a row without cells",
         {2, 0},
         R"(<sheetData><row r="3" ht="20"/></sheetData>)",
         R"(<sheetData><row r="3" ht="20"><c r="A3" s="3"/></row></sheetData>)"},
        {"in a row that is not there",
         {3, 0},
         R"(<sheetData><row r="1"/><row r="9"/></sheetData>)",
         R"(<sheetData><row r="1"/><row r="4"><c r="A4" s="3"/></row><row r="9"/></sheetData>)"},
        {"behind the last row",
         {9, 0},
         R"(<sheetData><row r="9"/></sheetData>)",
         R"(<sheetData><row r="9"/><row r="10"><c r="A10" s="3"/></row></sheetData>)"},
        {"on a sheet without rows",
         {0, 0},
         R"(<sheetData/>)",
         R"(<sheetData><row r="1"><c r="A1" s="3"/></row></sheetData>)"},
        {"rows and cells that do not say where they are",
         {1, 1},
         R"(<sheetData><row><c/></row><row><c/><c><v>2</v></c></row></sheetData>)",
         R"(<sheetData><row><c/></row><row><c/><c s="3"><v>2</v></c></row></sheetData>)"},
    };
    for (const Case& one : cases) {
        StyleSheet styles(styles_xml);
        const std::string xml = sheet(one.before);
        EXPECT_EQ(with_fills(xml, read_sheet_frame(xml), {{one.at, {{}, 2}}}, styles).xml,
                  sheet(one.after))
            << one.what;
    }
}

TEST(SheetMarks, AnAbsentCellKeepsTheFormatOfItsRowElseOfItsColumn) {
    struct Case {
        base::CellRef at;
        std::string_view row;
        std::string_view xf;
    };
    const Case cases[] = {
        {{0, 3}, R"(<row r="1" s="1" customFormat="1"/>)", "<xf numFmtId=\"9\" fillId=\"2\""},
        {{0, 3}, R"(<row r="1" s="1"/>)", "<xf numFmtId=\"2\" fillId=\"2\""},
        {{0, 5}, R"(<row r="1"/>)", "<xf numFmtId=\"0\" fillId=\"2\""},
        {{7, 4}, R"(<row r="1" s="1" customFormat="1"/>)", "<xf numFmtId=\"2\" fillId=\"2\""},
    };
    for (const Case& one : cases) {
        StyleSheet styles(styles_xml);
        const std::string xml = sheet("<sheetData>" + std::string(one.row) + "</sheetData>");
        EXPECT_NE(
            with_fills(xml, read_sheet_frame(xml), {{one.at, {{}, 2}}}, styles).xml.find("s=\"3\""),
            std::string::npos);
        const std::string text = styles.text();
        EXPECT_NE(text.find(one.xf, text.find("<xf numFmtId=\"2\"") + 1), std::string::npos)
            << one.row << text;
    }
}

// 0 is plain, 1 a percentage on yellow; 2, 3 and 4 are those with the fill of a mark, in another
// order of attributes, as a program that saved the workbook may have written them; 5 is green.
constexpr std::string_view marked_styles =
    "<styleSheet><fills count=\"4\"><fill/><fill><patternFill><fgColor rgb=\"FFFFFF00\"/>"
    "</patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF8CBAD\"/>"
    "</patternFill></fill><fill><patternFill><fgColor rgb=\"FF00FF00\"/></patternFill></fill>"
    "</fills><cellXfs count=\"6\"><xf numFmtId=\"0\" fillId=\"0\"/><xf numFmtId=\"9\" "
    "fillId=\"1\"><protection locked=\"0\"/></xf><xf fillId=\"2\" numFmtId=\"0\" "
    "applyFill=\"1\"/><xf applyFill=\"1\" fillId=\"2\" numFmtId=\"9\"><protection "
    "locked=\"0\"/></xf><xf numFmtId=\"2\" fillId=\"2\" applyFill=\"1\"/><xf numFmtId=\"9\" "
    "fillId=\"3\"/></cellXfs></styleSheet>";

TEST(SheetMarks, AMarkOfAnEarlierReturnGoesAndWhatSomebodyChangedSinceStays) {
    struct Case {
        std::string_view what;
        std::string_view before;
        CellChange change;
        std::string_view after;
        std::string_view xf;  // that is added
    };
    const Case cases[] = {
        {"mended", R"(<c r="A1" s="3"/>)", {1, {}}, R"(<c r="A1" s="1"/>)", ""},
        {"still open", R"(<c r="A1" s="3"/>)", {1, 2}, R"(<c r="A1" s="3"/>)", ""},
        {"another number format",
         R"(<c r="A1" s="4"/>)",
         {1, {}},
         R"(<c r="A1" s="6"/>)",
         R"(<xf numFmtId="2" fillId="1" applyFill="1"/>)"},
        {"another colour", R"(<c r="A1" s="5"/>)", {1, {}}, R"(<c r="A1" s="5"/>)", ""},
        {"no format any more", R"(<c r="A1"/>)", {1, {}}, R"(<c r="A1"/>)", ""},
        {"a cell that is gone", R"(<c r="B1"/>)", {1, {}}, R"(<c r="B1"/>)", ""},
    };
    for (const Case& one : cases) {
        StyleSheet styles(marked_styles);
        const auto with = [](std::string_view cell) {
            return sheet("<sheetData><row r=\"1\">" + std::string(cell) + "</row></sheetData>");
        };
        const std::string xml = with(one.before);
        const FilledSheet filled =
            with_fills(xml, read_sheet_frame(xml), {{{0, 0}, one.change}}, styles);
        if (one.what == "still open") {
            EXPECT_EQ(filled.formats, (std::map<base::CellRef, std::uint32_t>{{{0, 0}, 1}}));
            continue;
        }
        EXPECT_EQ(filled.xml, with(one.after)) << one.what;
        EXPECT_TRUE(filled.formats.empty()) << one.what;
        EXPECT_NE(styles.text().find(one.xf), std::string::npos) << one.what << styles.text();
        EXPECT_EQ(styles.text() != StyleSheet(marked_styles).text(), !one.xf.empty()) << one.what;
    }
    // A row that is gone is not put in again.
    StyleSheet styles(marked_styles);
    const std::string xml = sheet("<sheetData><row r=\"9\"/></sheetData>");
    EXPECT_EQ(with_fills(xml, read_sheet_frame(xml), {{{4, 0}, {1, {}}}}, styles).xml, xml);
}

TEST(SheetMarks, ElementsHaveThePrefixOfTheSheet) {
    StyleSheet styles(styles_xml);
    const std::string xml = "<x:worksheet xmlns:x=\"m\"><x:sheetData/></x:worksheet>";
    const SheetFrame frame = read_sheet_frame(xml);
    EXPECT_EQ(with_fills(xml, frame, {{{0, 0}, {{}, 2}}}, styles).xml,
              "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" s=\"3\"/>"
              "</x:row></x:sheetData></x:worksheet>");
}

TEST(SheetMarks, ALegacyDrawingStandsWhereTheSchemaWantsIt) {
    const std::string root =
        "<worksheet "
        "xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"<sheetData/><drawing q:id=\"a\"/>", "<tableParts/>"},
        {"<sheetData/><pageMargins/>", "<legacyDrawingHF q:id=\"a\"/><picture q:id=\"b\"/>"},
        {"<sheetData></sheetData>", "<extLst><ext><drawing/></ext></extLst>"},
        {"<sheetData/><!-- <drawing/> --><colBreaks><brk/></colBreaks>", "<controls/>"},
    };
    for (const auto& [before, after] : cases) {
        const std::string xml = root + std::string(before) + std::string(after) + "</worksheet>";
        EXPECT_EQ(with_legacy_drawing(xml, read_sheet_frame(xml), "rId7"),
                  root + std::string(before) + "<legacyDrawing q:id=\"rId7\"/>" +
                      std::string(after) + "</worksheet>");
    }
}

TEST(SheetMarks, APlaceUnderAMergeIsShownByItsFirstCell) {
    const std::string xml =
        sheet("<sheetData/><mergeCells><mergeCell ref=\"B2:D3\"/></mergeCells>");
    const SheetFrame frame = read_sheet_frame(xml);
    EXPECT_EQ(frame.shown({2, 3}), (base::CellRef{1, 1}));
    EXPECT_EQ(frame.shown({3, 3}), (base::CellRef{3, 3}));
    EXPECT_TRUE(frame.note_anchor({1, 1}, "text").starts_with("4, "));  // beside all of it
}

TEST(StyleSheet, AFormatIsClonedOnceAndTheListsThatAreMissingBegin) {
    StyleSheet styles(styles_xml);
    EXPECT_EQ(styles.filled(1, 2), 3U);
    EXPECT_EQ(styles.filled(1, 2), 3U);
    EXPECT_EQ(styles.filled(1, 3), 4U);
    EXPECT_EQ(styles.filled(styles.shown(99), 2), styles.filled(0, 2));
    const std::string text = styles.text();
    EXPECT_NE(text.find("<cellXfs count=\"6\">"), std::string::npos);
    EXPECT_NE(
        text.find("<xf numFmtId=\"9\" fillId=\"2\" applyFill=\"1\"><protection locked=\"0\"/>"),
        std::string::npos);

    StyleSheet empty("<styleSheet/>");
    EXPECT_EQ(empty.add_fill("<fill/>"), 2U);  // two have their fixed meaning
    EXPECT_EQ(empty.filled(0, 2), 1U);
    EXPECT_EQ(empty.text().find("<styleSheet><fonts count=\"1\">"), 0U);
    EXPECT_LT(empty.text().find("<fills count=\"3\">"), empty.text().find("<cellXfs count=\"2\">"));
}

}  // namespace
}  // namespace shinchoku::patch
