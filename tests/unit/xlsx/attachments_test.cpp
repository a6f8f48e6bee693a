// What a workbook holds beside its cells: read where it is asked for, and never at the cost of a
// value.

#include <gmock/gmock.h>

#include <string>

#include "reading.h"

namespace shinchoku::xlsx {
namespace {

const std::string leads_to = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Read {
    ReadWorkbook book;
    sheet::Attachments attached;
};

Read read_all(const WorkbookBuilder& builder) {
    Read read;
    const std::string bytes = builder.bytes();
    base::Result<ReadWorkbook> result = read_workbook(bytes, {}, read.attached);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().message.en);
    if (result) {
        read.book = std::move(result).value();
        EXPECT_EQ(read.attached.sheets.size(), read.book.workbook.sheets.size());
    }
    return read;
}

// A part that sheet1.xml leads to.
void attach(WorkbookBuilder& builder, const std::string& type, const std::string& xml) {
    builder.more.emplace_back(
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" +
            leads_to + type + "\" Target=\"../part.xml\"/></Relationships>");
    builder.more.emplace_back("xl/part.xml", xml);
}

std::string comments(const std::string& list) {
    return "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
           "<authors><author>総務課</author><author>shinchoku</author></authors><commentList>" +
           list + "</commentList></comments>";
}

std::string drawing(const std::string& anchors) {
    return "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
           "spreadsheetDrawing\" "
           "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" +
           anchors + "</xdr:wsDr>";
}

std::string place(const std::string& name, int column, int row) {
    return "<xdr:" + name + "><xdr:col>" + std::to_string(column) +
           "</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>" + std::to_string(row) +
           "</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:" + name + ">";
}

std::string anchor(const std::string& content) {
    return "<xdr:twoCellAnchor>" + place("from", 1, 2) + place("to", 3, 4) + content +
           "<xdr:clientData/></xdr:twoCellAnchor>";
}

TEST(Attachments, StylesAreThoseOfEachCell) {
    WorkbookBuilder builder;
    builder.styles =
        "<fonts><font><sz val=\"11\"/><name val=\"ＭＳ 明朝\"/></font><font><sz val=\"9\"/>"
        "<color rgb=\"FFFFFFFF\"/></font><font><color theme=\"0\"/></font></fonts>"
        "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
        "patternType=\"solid\"><fgColor rgb=\"FF1F4E79\"/></patternFill></fill><fill><patternFill "
        "patternType=\"gray125\"/></fill></fills><cellXfs><xf/><xf fontId=\"1\" fillId=\"1\">"
        "<alignment wrapText=\"1\" indent=\"2\"/></xf><xf fontId=\"2\" fillId=\"2\"><alignment "
        "shrinkToFit=\"1\" textRotation=\"255\"/></xf></cellXfs>";
    builder.rows = row_of(
        "<c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\"/><c r=\"C1\" s=\"2\"/>"
        "<c r=\"C1\" s=\"1\"/>");
    const Read read = read_all(builder);
    EXPECT_EQ(read.attached.sheets.at(0).style_of_cell, (std::vector<std::uint32_t>{1, 0, 1}));
    ASSERT_EQ(read.attached.styles.size(), 3U);
    const sheet::CellStyle& white_on_blue = read.attached.styles[1];
    EXPECT_DOUBLE_EQ(white_on_blue.size_points, 9);
    EXPECT_EQ(white_on_blue.text, sheet::white);
    EXPECT_EQ(white_on_blue.fill, 0x1F4E79U);
    EXPECT_TRUE(white_on_blue.wraps);
    EXPECT_EQ(white_on_blue.indent, 2U);
    const sheet::CellStyle& on_pattern = read.attached.styles[2];
    EXPECT_EQ(on_pattern.text, sheet::white);
    EXPECT_EQ(on_pattern.fill, sheet::unknown_color);
    EXPECT_TRUE(on_pattern.shrinks && on_pattern.is_turned);
    EXPECT_EQ(read.attached.styles[0].text, sheet::black);
    EXPECT_DOUBLE_EQ(read.attached.character_pixels, 8);
}

TEST(Attachments, SizesAndPagesAreThoseOfTheSheet) {
    WorkbookBuilder builder;
    builder.before_rows =
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetFormatPr "
        "defaultRowHeight=\"13.5\"/>"
        "<cols><col min=\"1\" max=\"2\" width=\"16.7109375\"/></cols>";
    builder.rows =
        "<row r=\"2\" ht=\"40\" customHeight=\"1\"/><row r=\"3\" ht=\"20\"/><row r=\"4\"/>";
    builder.after_rows =
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"1\" bottom=\"1\"/><pageSetup "
        "paperSize=\"8\" "
        "orientation=\"landscape\" fitToHeight=\"0\"/><rowBreaks><brk id=\"7\" man=\"1\"/>"
        "<brk id=\"9\"/></rowBreaks><colBreaks><brk id=\"3\" man=\"1\"/></colBreaks>";
    const Read read = read_all(builder);
    const sheet::SheetAttachments& own = read.attached.sheets.at(0);
    EXPECT_DOUBLE_EQ(own.width_chars(1), 16);
    EXPECT_DOUBLE_EQ(own.width_chars(2), 8.43);
    EXPECT_DOUBLE_EQ(own.usual_height_points, 13.5);
    ASSERT_NE(own.height_of(1), nullptr);
    EXPECT_TRUE(own.height_of(1)->is_fixed);
    EXPECT_FALSE(own.height_of(2)->is_fixed);
    EXPECT_EQ(own.height_of(3), nullptr);
    EXPECT_EQ(own.row_breaks, std::vector<std::uint32_t>{7});
    EXPECT_EQ(own.column_breaks, std::vector<std::uint32_t>{3});
    EXPECT_DOUBLE_EQ(own.page.width_points, 1191);
    EXPECT_DOUBLE_EQ(own.page.side_margins_points, 72);
    EXPECT_TRUE(own.page.fits_width);
    EXPECT_FALSE(own.page.fits_height);
}

TEST(Attachments, NotesHaveTheirCellAndAuthor) {
    WorkbookBuilder builder;
    attach(builder,
           "comments",
           comments("<comment ref=\"B12\" authorId=\"0\"><text><r><t>速報は</t></r><r><t>98.4％</t>"
                    "</r></text></comment><comment ref=\"??\" authorId=\"0\"><text><t>どこにもない"
                    "</t></text></comment><comment ref=\"C3\" authorId=\"7\"><text/></comment>"));
    const Read read = read_all(builder);
    const auto& notes = read.attached.sheets.at(0).notes;
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0].at, (base::CellRef{11, 1}));
    EXPECT_EQ(notes[0].author, "総務課");
    EXPECT_EQ(notes[0].text, "速報は98.4％");
    EXPECT_EQ(notes[1].author, "");
}

TEST(Attachments, DrawingsTellWhatTheyAre) {
    struct Case {
        const char* why;
        std::string content;
        bool picture, arrow, diagram;
        std::string text;
    };
    const auto shape = [](const std::string& geometry, const std::string& text) {
        return "<xdr:sp><xdr:spPr><a:prstGeom prst=\"" + geometry +
               "\"/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>" + text +
               "</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp>";
    };
    const Case cases[] = {
        {"a text box", shape("rect", "見直し"), false, false, false, "見直し"},
        {"a block arrow", shape("rightArrow", ""), false, true, false, ""},
        {"a home plate", shape("homePlate", "実施"), false, true, false, "実施"},
        {"a connector", "<xdr:cxnSp/>", false, true, false, ""},
        {"a picture", "<xdr:pic/>", true, false, false, ""},
        {"a group",
         "<xdr:grpSp>" + shape("rect", "ア") + "<xdr:pic/></xdr:grpSp>",
         true,
         false,
         false,
         "ア"},
        {"a chart",
         "<xdr:graphicFrame><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/"
         "drawingml/2006/chart\"/></a:graphic></xdr:graphicFrame>",
         false,
         false,
         false,
         ""},
        {"a diagram",
         "<xdr:graphicFrame><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/"
         "drawingml/2006/diagram\"/></a:graphic></xdr:graphicFrame>",
         false,
         false,
         true,
         ""},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        attach(builder, "drawing", drawing(anchor(c.content)));
        const Read read = read_all(builder);
        const auto& drawings = read.attached.sheets.at(0).drawings;
        ASSERT_EQ(drawings.size(), 1U) << c.why;
        EXPECT_EQ(drawings[0].area, (base::CellRange{{2, 1}, {4, 3}})) << c.why;
        EXPECT_EQ(drawings[0].is_picture, c.picture) << c.why;
        EXPECT_EQ(drawings[0].is_arrow, c.arrow) << c.why;
        EXPECT_EQ(drawings[0].is_diagram, c.diagram) << c.why;
        EXPECT_EQ(drawings[0].text, c.text) << c.why;
    }
}

TEST(Attachments, DamageToThemIsToldAsBeforeAndCostsNoValue) {
    const std::string whole = drawing(anchor("<xdr:pic/>") + anchor("<xdr:pic/>"));
    for (const std::string& xml : {std::string("<<<"),
                                   whole.substr(0, whole.size() - 40),
                                   std::string(),
                                   std::string("\xFF\xFE\x00", 3)}) {
        WorkbookBuilder builder;
        builder.rows = row_of("<c r=\"A1\"><v>5</v></c>");
        attach(builder, "drawing", xml);
        const Read read = read_all(builder);
        EXPECT_THAT(cells_of(read.book.workbook.sheets.at(0)), testing::SizeIs(1)) << xml;
        EXPECT_EQ(marks_of(read.book.findings), marks_of(xlsx::read(builder).findings)) << xml;
    }
    WorkbookBuilder hostile;
    attach(hostile, "drawing", "<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>");
    sheet::Attachments attached;
    EXPECT_FALSE(read_workbook(hostile.bytes(), {}, attached).has_value());
}

TEST(Attachments, OneSheetKeepsNoMoreNotesThanAPersonMakes) {
    std::string many =
        "<comment ref=\"A1\"><text><t>" + std::string(2000, 'x') + "</t></text></comment>";
    for (int i = 2; i <= 12'000; ++i) {
        many += "<comment ref=\"A" + std::to_string(i) + "\"/>";
    }
    WorkbookBuilder builder;
    attach(builder, "comments", comments(many));
    const Read read = read_all(builder);
    const auto& notes = read.attached.sheets.at(0).notes;
    ASSERT_EQ(notes.size(), 10'000U);
    EXPECT_EQ(notes.front().text.size(), 1024U);
}

TEST(Attachments, ARuleThatShowsNoMessageOnlySuggests) {
    WorkbookBuilder builder;
    builder.after_rows =
        "<dataValidations><dataValidation type=\"list\" sqref=\"A1\" showErrorMessage=\"1\">"
        "<formula1>\"A,B\"</formula1></dataValidation><dataValidation type=\"list\" sqref=\"A2\">"
        "<formula1>\"A,B\"</formula1></dataValidation></dataValidations>";
    const ReadWorkbook book = read(builder);
    ASSERT_EQ(book.workbook.sheets.at(0).validations.size(), 2U);
    EXPECT_TRUE(book.workbook.sheets[0].validations[0].complains);
    EXPECT_FALSE(book.workbook.sheets[0].validations[1].complains);
}

}  // namespace
}  // namespace shinchoku::xlsx
