#include "xlsx/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "reading.h"

namespace shinchoku::xlsx {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Reader, EveryTypeOfCellIsReadWithItsValue) {
    struct Case {
        std::string cell;
        std::string expected;
    };
    const Case cases[] = {
        {"<c r='A1'><v>42.5</v></c>", "A1=42.5"},
        {"<c r='A1' t='n'><v>1.5E3</v></c>", "A1=1500."},
        {"<c r='A1' t='s'><v>0</v></c>", "A1='共有"},
        {"<c r='A1' t='s'><v> 1 </v></c>", "A1='太字と細字 "},
        {"<c r='A1' t='s'><v>2</v></c>", "A1='事務事業"},
        {"<c r='A1' t='s'><v>3</v></c>", "A1='"},
        {"<c r='A1' t='b'><v>1</v></c>", "A1=TRUE"},
        {"<c r='A1' t='b'><v>false</v></c>", "A1=FALSE"},
        {"<c r='A1' t='e'><v>#N/A</v></c>", "A1=!#N/A"},
        {"<c r='A1' t='str'><f>A2</f><v>計</v></c>", "A1='計"},
        {"<c r='A1' t='str'><f>A2</f><v></v></c>", "A1='"},
        {"<c r='A1' t='inlineStr'><is><t xml:space='preserve'> 直 </t></is></c>", "A1=' 直 "},
        {"<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>",
         "A1='ab"},
        {"<c r='A1' t='inlineStr'><is><t>漢字</t><rPh sb='0' eb='2'><t>カンジ</t></rPh></is></c>",
         "A1='漢字"},
        {"<c r='A1' t='inlineStr'><is><t>a_x000D_b</t></is></c>", "A1='a\rb"},
        {"<c r='A1' t='d'><v>2027-05-31</v></c>", "A1=46538."},
        {"<c r='A1'/>", "A1="},
        {"<c r='A1'><v/></c>", "A1="},
        {"<c r='A1' t='s'/>", "A1="},
        {"<c r='A1' t='inlineStr'/>", "A1="},
        {"<c r='A1'><f>1+1</f></c>", "A1="},
        {"<c r='A1'><v>1<!-- x -->2</v></c>", "A1=12."},
        {"<c><v>7</v></c>", "A1=7."},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        builder.strings =
            "<si><t>共有</t></si><si><r><rPr><b/></rPr><t>太字</t></r><r><t>と細字 </t></r></si>"
            "<si><t>事務事業</t><rPh sb='0' eb='2'><t>ジム</t></rPh><phoneticPr "
            "fontId='1'/></si><si/>";
        builder.rows = row_of(c.cell);
        const ReadWorkbook result = read(builder);
        ASSERT_EQ(result.workbook.sheets.size(), 1u) << c.cell;
        EXPECT_THAT(cells_of(result.workbook.sheets[0]), ElementsAre(c.expected)) << c.cell;
        for (const base::Finding& finding : result.findings) {
            EXPECT_EQ(finding.rule, "F10") << c.cell;
        }
    }
}

TEST(Reader, ADamagedCellIsSaidAndTheRestIsRead) {
    struct Case {
        std::string cell;
        std::string expected;
        std::string mark;
    };
    const Case cases[] = {
        {"<c r='A1' t='s'><v>1</v></c>", "A1=!#VALUE!", "F13 error A1"},
        {"<c r='A1' t='s'><v>-1</v></c>", "A1=!#VALUE!", "F13 error A1"},
        {"<c r='A1' t='s'><v>99999999999999999999</v></c>", "A1=!#VALUE!", "F13 error A1"},
        {"<c r='A1' t='s'><v></v></c>", "A1=!#VALUE!", "F13 error A1"},
        {"<c r='A1' s='2'><v>5</v></c>", "A1=5.", "F13 error A1"},
        {"<c r='A1' s='-1'><v>5</v></c>", "A1=5.", "F13 error A1"},
        {"<c r='A1' s='2'/>", "A1=", "F13 warning A1"},
        {"<c r='A1'><v>1e999</v></c>", "A1='1e999", "F13 error A1"},
        {"<c r='A1'><v>NaN</v></c>", "A1='NaN", "F13 error A1"},
        {"<c r='A1'><v>１２３</v></c>", "A1='１２３", "F13 error A1"},
        {"<c r='A1' t='b'><v>2</v></c>", "A1=!#VALUE!", "F13 error A1"},
        {"<c r='A1' t='d'><v>2024-02-31</v></c>", "A1='2024-02-31", "F13 error A1"},
        {"<c r='A1' t='zz'><v>1</v></c>", "A1='1", "F13 error A1"},
        {"<c r='A1' t='inlineStr'><is><t>a_xD800_</t></is></c>", "A1='a\uFFFD", "F13 warning A1"},
        {"<c r='A1'><v>1</v></c><c r='A1'><v>2</v></c>", "A1=2.", "F13 warning A1"},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        builder.strings = "<si><t>x</t></si>";
        builder.styles = "<cellXfs><xf/><xf/></cellXfs>";
        builder.rows = row_of(c.cell + "<c r='B1'><v>9</v></c>");
        const ReadWorkbook result = read(builder);
        EXPECT_THAT(cells_of(result.workbook.sheets.at(0)), ElementsAre(c.expected, "B1=9."))
            << c.cell;
        EXPECT_THAT(marks_of(result.findings), ElementsAre(c.mark)) << c.cell;
        EXPECT_EQ(result.findings.at(0).sheet, "評価") << c.cell;
    }
}

TEST(Reader, AMillionDamagedCellsDoNotCostAMillionSentences) {
    WorkbookBuilder builder;
    for (int row = 0; row < 1500; ++row) {
        builder.rows += "<row><c><v>x</v></c></row>";
    }
    const ReadWorkbook result = read(builder);
    EXPECT_EQ(result.workbook.sheets.at(0).cells.size(), 1500u);
    ASSERT_EQ(result.findings.size(), 1001u);
    EXPECT_THAT(result.findings.back().message.en, testing::HasSubstr("500"));
}

TEST(Reader, PlacesAscendOrTheFileIsRefused) {
    struct Case {
        std::string rows;
        std::vector<std::string> expected;  // empty: refused
    };
    const Case cases[] = {
        {"<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>",
         {"A1=1.", "B1=2.", "A2=", "B2=4."}},
        {"<row r='3'><c r='C3'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>",
         {"C3=3.", "D3=4.", "A4=5."}},
        {"<row r='1'><c r='a1'><v>1</v></c></row>", {"A1=1."}},
        {"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", {"XFD1048576=1."}},
        {"<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='B2'><v>2</v></c></row>",
         {"A2=1.", "B2=2."}},
        {"<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>", {}},
        {"<row r='2'/><row r='1'/>", {}},
        {"<row r='1'><c r='A2'><v>1</v></c></row>", {}},
        {"<row r='1'><c r='XFE1'><v>1</v></c></row>", {}},
        {"<row r='1'><c r='XFD1'/><c/></row>", {}},
        {"<row r='1048577'/>", {}},
        {"<row r='1048576'/><row/>", {}},
        {"<row r='0'/>", {}},
        {"<row r='-3'/>", {}},
        {"<row r='x'/>", {}},
        {"<row r='1'><c r='A0'/></row>", {}},
        {"<row r='1'><c r=''/></row>", {}},
        {"<row r='1'><c r=' A1'/></row>", {}},
        {"<row r='1'><c r='A1:B2'/></row>", {}},
        {"<row r='1'><c r='Ａ１'/></row>", {}},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        builder.rows = c.rows;
        if (c.expected.empty()) {
            EXPECT_EQ(refusal(builder).rule, "F11") << c.rows;
        } else {
            EXPECT_EQ(cells_of(read(builder).workbook.sheets.at(0)), c.expected) << c.rows;
        }
    }
}

TEST(Reader, FormatsAreKeptOnceAndWithTheirLocks) {
    WorkbookBuilder builder;
    builder.styles =
        "<numFmts><numFmt numFmtId='164' formatCode='#,##0&quot;件&quot;'/></numFmts><cellXfs>"
        "<xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='164'><protection locked='0'/></xf>"
        "<xf numFmtId='10' borderId='1'><alignment/></xf><xf numFmtId='999'/></cellXfs>"
        "<dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs>";
    builder.rows = row_of(
        "<c><v>1</v></c><c s='1'><v>0.986</v></c><c s='2'><v>12</v></c><c s='3'><v>1</v></c>"
        "<c s='4'><v>1</v></c>");
    const sheet::Workbook workbook = read(builder).workbook;
    std::vector<sheet::Format> formats;
    for (const sheet::Cell& cell : workbook.sheets.at(0).cells) {
        formats.push_back(workbook.format_of(cell));
    }
    const sheet::Format expected[] = {{"General", true},
                                      {"0.00%", true},
                                      {"#,##0\"件\"", false},
                                      {"0.00%", true},
                                      {"General", true}};
    EXPECT_THAT(formats, testing::ElementsAreArray(expected));
    EXPECT_EQ(workbook.sheets.at(0).cells[1].format, workbook.sheets.at(0).cells[3].format);
}

TEST(Reader, BuiltInFormatsAreThoseOfJapaneseExcel) {
    const std::pair<const char*, std::string> formats[] = {{"0", "General"},
                                                           {"9", "0%"},
                                                           {"38", "#,##0;[Red]\\-#,##0"},
                                                           {"57", "[$-411]ge.m.d"},
                                                           {"23", "General"},
                                                           {"163", "General"}};
    for (const auto& [id, code] : formats) {
        WorkbookBuilder builder;
        builder.styles = "<cellXfs><xf numFmtId='" + std::string(id) + "'/></cellXfs>";
        builder.rows = "<row r='1'><c r='A1' s='0'><v>1</v></c></row>";
        const sheet::Workbook workbook = read(builder).workbook;
        EXPECT_EQ(workbook.format_of(workbook.sheets.at(0).cells.at(0)).number_format, code) << id;
    }
}

TEST(Reader, FormulasAreReadSharedOnesAsInEachCell) {
    WorkbookBuilder builder;
    builder.rows =
        "<row r='1'><c r='A1'><f>SUM(B1:C1)</f><v>3</v></c></row>"
        "<row r='2'><c r='A2'><f t='shared' ref='A2:A4' si='0'>B2*$C$1</f><v>4</v></c></row>"
        "<row r='3'><c r='A3'><f t='shared' si='0'/><v>5</v></c></row>"
        "<row r='4'><c r='A4'><f t='shared' si='0'/><v></v></c><c r='B4'><f t='shared' "
        "si='9'/><v>1</v></c>"
        "<c r='C4'><v>6</v></c></row>";
    const ReadWorkbook result = read(builder);
    const sheet::Sheet& sheet = result.workbook.sheets.at(0);
    std::vector<std::string> formulas;
    for (const sheet::Cell& cell : sheet.cells) {
        formulas.push_back(cell.formula == sheet::no_formula ? "none" : sheet.formula_of(cell));
    }
    EXPECT_THAT(formulas, ElementsAre("SUM(B1:C1)", "B2*$C$1", "B3*$C$1", "B4*$C$1", "", "none"));
    EXPECT_THAT(marks_of(result.findings), ElementsAre("F10 info A4"));
}

TEST(Reader, WhatSurroundsTheCellsIsRead) {
    WorkbookBuilder builder;
    builder.before_rows =
        "<dimension ref='A1:XFD1048576'/><cols><col min='2' max='3' hidden='1'/>"
        "<col min='5' max='2147483647' hidden='true'/><col min='1' max='1'/></cols>";
    builder.rows = "<row r='2' hidden='1'><c r='B2'><v>1</v></c></row><row r='3'/>";
    builder.after_rows =
        "<sheetProtection sheet='1'/><mergeCells count='9'><mergeCell ref='A1:B2'/>"
        "<mergeCell ref='D5:C4'/><mergeCell ref='F6'/></mergeCells><dataValidations>"
        "<dataValidation type='list' allowBlank='1' sqref='C3 D4:D9'><formula1>\"A,B\"</formula1>"
        "</dataValidation><dataValidation type='decimal' operator='between' sqref='E1'>"
        "<formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>"
        "<extLst><ext><x:dataValidations "
        "xmlns:x='http://schemas.microsoft.com/office/spreadsheetml/2009/9/main' "
        "xmlns:xm='http://schemas.microsoft.com/office/excel/2006/main'><x:dataValidation "
        "type='list'><x:formula1><xm:f>一覧!$A$1:$A$9</xm:f></x:formula1><xm:sqref>G1</xm:sqref>"
        "</x:dataValidation></x:dataValidations></ext></extLst>";
    const ReadWorkbook result = read(builder);
    const sheet::Sheet& sheet = result.workbook.sheets.at(0);
    EXPECT_THAT(marks_of(result.findings), IsEmpty());
    EXPECT_THAT(sheet.hidden_rows, ElementsAre(1u));
    EXPECT_THAT(sheet.hidden_columns, ElementsAre(std::pair(1u, 2u), std::pair(4u, 16383u)));
    EXPECT_TRUE(sheet.is_protected);
    ASSERT_EQ(sheet.merges.size(), 2u);
    EXPECT_EQ(base::to_a1(sheet.merges[1]), "C4:D5");
    ASSERT_EQ(sheet.validations.size(), 3u);
    EXPECT_EQ(sheet.validations[0].type, "list");
    EXPECT_EQ(sheet.validations[0].formula1, "\"A,B\"");
    EXPECT_TRUE(sheet.validations[0].allow_blank);
    ASSERT_EQ(sheet.validations[0].ranges.size(), 2u);
    EXPECT_EQ(base::to_a1(sheet.validations[0].ranges[1]), "D4:D9");
    EXPECT_EQ(sheet.validations[1].op, "between");
    EXPECT_EQ(sheet.validations[1].formula2, "100");
    EXPECT_EQ(sheet.validations[2].formula1, "一覧!$A$1:$A$9");
    EXPECT_EQ(base::to_a1(sheet.validations[2].ranges.at(0)), "G1:G1");
}

TEST(Reader, OddMergesAreReportedAndTheCellsRead) {
    for (const std::string& merges :
         {std::string("<mergeCell ref='A1:C3'/><mergeCell ref='B2:D4'/>"),
          std::string("<mergeCell ref='A1:'/>"),
          std::string("<mergeCell ref='A1:XFE1'/>"),
          std::string("<mergeCell/>")}) {
        WorkbookBuilder builder;
        builder.rows = row_of("<c><v>1</v></c><c><v>2</v></c>");
        builder.after_rows = "<mergeCells>" + merges + "</mergeCells>";
        const ReadWorkbook result = read(builder);
        EXPECT_THAT(cells_of(result.workbook.sheets.at(0)), ElementsAre("A1=1.", "B1=2."));
        ASSERT_EQ(result.findings.size(), 1u) << merges;
        EXPECT_EQ(result.findings[0].rule, "F13") << merges;
        EXPECT_EQ(result.findings[0].severity, base::Severity::warning) << merges;
    }
}

TEST(Reader, WorkbookNamesDatesAndPropertiesAreRead) {
    WorkbookBuilder builder;
    builder.workbook_first = "<workbookPr date1904='1'/>";
    builder.workbook_extra =
        "<definedNames><definedName name='年度'>評価!$A$1</definedName><definedName name='local' "
        "localSheetId='0' hidden='1'>1&amp;2</definedName><definedName name='lost' "
        "localSheetId='5'>1</definedName></definedNames>";
    builder.rows = row_of("<c t='d'><v>1904-01-02</v></c>");
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    builder.more = {
        {"_rels/.rels",
         "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
         "<Relationship Id='a' Type='" +
             office +
             "officeDocument' Target='xl/workbook.xml'/>"
             "<Relationship Id='b' "
             "Type='http://schemas.openxmlformats.org/package/2006/relationships/"
             "metadata/core-properties' Target='docProps/core.xml'/><Relationship Id='c' Type='" +
             office +
             "extended-properties' Target='docProps/app.xml'/><Relationship Id='d' Type='" +
             office + "custom-properties' Target='docProps/custom.xml'/></Relationships>"},
        {"docProps/core.xml",
         "<c:coreProperties xmlns:c='u' xmlns:dc='d' xmlns:t='t'><dc:title>行政経営計画</dc:title>"
         "<t:created>2027-04-01T00:00:00Z</t:created><t:modified>2027-05-31T00:00:00Z</t:modified>"
         "</c:coreProperties>"},
        {"docProps/app.xml", "<Properties><Application>Microsoft Excel</Application></Properties>"},
        {"docProps/custom.xml",
         "<Properties xmlns:vt='v'><property name='template'><vt:lpwstr>x</vt:lpwstr></property>"
         "<property name='year'><vt:i4>8</vt:i4></property></Properties>"},
    };
    const ReadWorkbook result = read(builder);
    const sheet::Workbook& workbook = result.workbook;
    EXPECT_TRUE(workbook.date_1904);
    EXPECT_EQ(workbook.sheets.at(0).cells.at(0).number, 1);
    ASSERT_EQ(workbook.names.size(), 3u);
    EXPECT_EQ(workbook.names[0].refers_to, "評価!$A$1");
    EXPECT_EQ(workbook.names[1].sheet, 0u);
    EXPECT_EQ(workbook.names[1].refers_to, "1&2");
    EXPECT_TRUE(workbook.names[1].hidden);
    EXPECT_FALSE(workbook.names[2].sheet) << "of a sheet that is not there";
    EXPECT_THAT(marks_of(result.findings), ElementsAre("F13 warning"));
    EXPECT_EQ(workbook.properties.title, "行政経営計画");
    EXPECT_EQ(workbook.properties.application, "Microsoft Excel");
    EXPECT_EQ(workbook.properties.modified, "2027-05-31T00:00:00Z");
    ASSERT_NE(workbook.properties.find_custom("year"), nullptr);
    EXPECT_EQ(*workbook.properties.find_custom("year"), "8");
}

TEST(Reader, WhereEachCellAndEntryBeganIsKept) {
    WorkbookBuilder builder;
    builder.rows =
        "<row r='1'><c r='A1' t='inlineStr'><is><t>&lt;a&gt; &amp;\r\n b</t></is></c>"
        "<c r='B1'><v>&#49;</v></c></row><row r='2'><c r='C2'/></row>";
    const std::string bytes = builder.bytes();
    const auto result = read_workbook(bytes);
    ASSERT_TRUE(result.has_value());
    const std::string xml = builder.sheet_xml();
    for (const sheet::Cell& cell : result.value().workbook.sheets.at(0).cells) {
        EXPECT_EQ(xml.substr(cell.part_offset, 9), "<c r='" + base::to_a1(cell.at) + "'");
    }
    EXPECT_EQ(result.value().workbook.sheets.at(0).part, "xl/worksheets/sheet1.xml");
    ASSERT_EQ(result.value().entries.size(), builder.parts().size());
    for (const PackageEntry& entry : result.value().entries) {
        EXPECT_EQ(bytes.substr(entry.header_offset + 30, entry.name.size()), entry.name);
    }
}

TEST(Reader, CellsHandedOutInBatchesAreTheSameCells) {
    WorkbookBuilder builder;
    for (int row = 0; row < 700; ++row) {
        builder.rows += "<row><c><v>" + std::to_string(row) + "</v></c><c/><c t='str'><v>x</v></c>";
        builder.rows += row == 500 ? "<c r='C501'><v>1</v></c></row>" : "</row>";
    }
    const std::string bytes = builder.bytes();
    const auto whole = read_workbook(bytes);
    ASSERT_TRUE(whole.has_value());
    sheet::Sheet collected;
    int batches = 0;
    const auto streamed = read_cells(bytes, {}, [&](const sheet::Sheet& sheet, auto cells) {
        EXPECT_EQ(sheet.name, "評価");
        collected.cells.insert(collected.cells.end(), cells.begin(), cells.end());
        for (sheet::Cell& cell : collected.cells) {
            cell.text = cell.text.empty() ? "" : "x";  // the texts live as long as the reading
        }
        ++batches;
    });
    ASSERT_TRUE(streamed.has_value());
    EXPECT_GT(batches, 1);
    EXPECT_TRUE(streamed.value().workbook.sheets.at(0).cells.empty());
    EXPECT_EQ(cells_of(collected), cells_of(whole.value().workbook.sheets.at(0)));
}

}  // namespace
}  // namespace shinchoku::xlsx
