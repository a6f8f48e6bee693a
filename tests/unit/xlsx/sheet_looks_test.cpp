#include "xlsx/sheet_looks.h"

#include <string>

#include "reading.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::string_view thin = "<left style=\"thin\"/><right style=\"thin\"/>";

sheet::Looks looks_of(const WorkbookBuilder& builder) {
    const std::string bytes = builder.bytes();
    const ReadWorkbook book = read(builder);
    base::Result<sheet::Looks> looks = read_looks(bytes, book.workbook.sheets.at(0));
    EXPECT_TRUE(looks.has_value());
    return looks ? std::move(looks).value() : sheet::Looks();
}

TEST(SheetLooks, WidthsAreThoseThatExcelShows) {
    WorkbookBuilder builder;
    builder.before_rows =
        "<sheetFormatPr defaultColWidth=\"9.140625\" defaultRowHeight=\"13.5\"/>"
        "<cols><col min=\"1\" max=\"1\" width=\"16.7109375\"/>"
        "<col min=\"2\" max=\"3\" width=\"10.7109375\"/>"
        "<col min=\"5\" max=\"16384\" width=\"0\"/></cols>";
    builder.rows =
        "<row r=\"2\" ht=\"40\"><c r=\"A2\"/></row><row r=\"3\" ht=\"40\"/>"
        "<row r=\"4\" ht=\"-1\"/><row r=\"5\" ht=\"500\"/>";
    const sheet::Looks looks = looks_of(builder);
    struct Case {
        std::uint32_t column;
        double width;
    };
    for (const Case& c : {Case{0, 16}, {1, 10}, {2, 10}, {3, 8.43}, {4, 0}, {16383, 0}}) {
        EXPECT_DOUBLE_EQ(looks.width_chars(c.column), c.width) << c.column;
    }
    EXPECT_DOUBLE_EQ(looks.height_points(0), 13.5);
    EXPECT_DOUBLE_EQ(looks.height_points(1), 40);
    EXPECT_DOUBLE_EQ(looks.height_points(2), 40);
    EXPECT_DOUBLE_EQ(looks.height_points(3), 13.5);  // no height Excel would draw
    EXPECT_DOUBLE_EQ(looks.height_points(4), 13.5);
    EXPECT_EQ(looks.row_heights.size(), 1U);
}

TEST(SheetLooks, CellsWithLinesOnTwoSidesAreFramed) {
    WorkbookBuilder builder;
    builder.styles = "<borders><border/><border><bottom style=\"thin\"/></border><border>" +
                     std::string(thin) +
                     "</border><border><left style=\"none\"/><right style=\"thin\"/></border>"
                     "</borders><cellXfs><xf borderId=\"0\"/><xf borderId=\"1\"/>"
                     "<xf borderId=\"2\"/><xf borderId=\"3\"/><xf borderId=\"99\"/><xf/></cellXfs>"
                     "<dxfs><dxf><border>" +
                     std::string(thin) + "</border></dxf></dxfs>";
    builder.rows =
        "<row r=\"1\"><c r=\"A1\" s=\"0\"/><c r=\"B1\" s=\"1\"/><c r=\"C1\" s=\"2\"/>"
        "<c r=\"D1\" s=\"3\"/><c r=\"E1\" s=\"4\"/><c r=\"F1\" s=\"5\"/>"
        "<c s=\"2\"/><c r=\"H1\" s=\"77\"/><c r=\"I1\"/></row>";
    const sheet::Looks looks = looks_of(builder);
    EXPECT_EQ(looks.framed, (std::vector<base::CellRef>{{0, 2}, {0, 6}}));
    EXPECT_TRUE(looks.is_framed({0, 2}));
    EXPECT_FALSE(looks.is_framed({0, 1}));
}

TEST(SheetLooks, PaperIsNamedWhereItIsSet) {
    struct Case {
        std::string setup;
        std::string paper;
        bool landscape;
    };
    const Case cases[] = {
        {"", "", false},
        {"<pageSetup paperSize=\"9\" orientation=\"landscape\"/>", "A4", true},
        {"<pageSetup paperSize=\"8\" orientation=\"portrait\"/>", "A3", false},
        {"<pageSetup paperSize=\"1\"/>", "", false},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        builder.after_rows = c.setup;
        const sheet::Looks looks = looks_of(builder);
        EXPECT_EQ(looks.paper, c.paper) << c.setup;
        EXPECT_EQ(looks.landscape, c.landscape) << c.setup;
    }
}

TEST(SheetLooks, ASheetThatIsNotThereIsAFinding) {
    sheet::Sheet missing;
    missing.part = "xl/worksheets/none.xml";
    const auto looks = read_looks(WorkbookBuilder().bytes(), missing);
    ASSERT_FALSE(looks);
    EXPECT_EQ(looks.error().rule, "F11");
    EXPECT_FALSE(read_looks("no package", missing));
}

}  // namespace
}  // namespace shinchoku::xlsx
