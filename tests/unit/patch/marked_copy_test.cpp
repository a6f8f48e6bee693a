#include "patch/marked_copy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "patch/book_parts.h"
#include "patch/edited_package.h"
#include "patch/zip_writer.h"
#include "xlsx/reader.h"

namespace shinchoku::patch {
namespace {

constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string link(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(office) + "/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string links(const std::string& list) {
    return "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           list + "</Relationships>";
}

// Two sheets, the second with a part that nothing knows.
std::string small_book() {
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    ZipWriter zip("");
    zip.add("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    zip.add("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml")));
    zip.add("xl/workbook.xml",
            "<workbook " + main + " xmlns:r=\"" + std::string(office) +
                "\"><sheets><sheet name=\"A\" sheetId=\"5\" r:id=\"rId1\"/><sheet name=\"B\" "
                "sheetId=\"2\" r:id=\"rId2\"/></sheets><definedNames><definedName name=\"n\" "
                "localSheetId=\"1\">B!$A$1</definedName></definedNames></workbook>");
    zip.add("xl/_rels/workbook.xml.rels",
            links(link("rId1", "worksheet", "worksheets/sheet1.xml") +
                  link("rId2", "worksheet", "worksheets/sheet2.xml")));
    for (const char* const part : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
        zip.add(
            part,
            "<worksheet " + main +
                "><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>");
    }
    zip.add("xl/media/image1.png", "not looked at");
    return std::move(zip).finish().value();
}

AddedSheet first_sheet() {
    AddedSheet sheet;
    sheet.name = "差戻し";
    sheet.names = {"shinchoku.own"};
    sheet.widths = {10};
    sheet.rows = {{{"=1+1 & <more>", AddedCell::Look::text, "'B'!A1"}}};
    return sheet;
}

TEST(MarkedCopy, TheWorkbookIsReadAsBeforeBehindTheNewSheet) {
    const std::string book = small_book();
    const auto copy =
        marked_copy(book, {{"B", {4, 2}, base::Severity::error, "note"}}, first_sheet());
    ASSERT_TRUE(copy);
    const auto read = xlsx::read_workbook(copy.value());
    ASSERT_TRUE(read);
    const sheet::Workbook& workbook = read.value().workbook;
    ASSERT_EQ(workbook.sheets.size(), 3U);
    EXPECT_EQ(workbook.sheets[0].name, "差戻し");
    EXPECT_EQ(workbook.sheets[0].cells.at(0).text, "=1+1 & <more>");
    EXPECT_TRUE(workbook.sheets[0].formulas.empty());
    EXPECT_EQ(workbook.sheets[1].cells.at(0).number, 7);
    const auto name = std::find_if(workbook.names.begin(),
                                   workbook.names.end(),
                                   [](const auto& one) { return one.name == "n"; });
    ASSERT_NE(name, workbook.names.end());
    EXPECT_EQ(name->sheet, 2U);
    EXPECT_TRUE(read.value().findings.empty());
}

TEST(MarkedCopy, UntouchedPartsAreCopiedAsTheyAreStored) {
    const std::string book = small_book();
    const auto copy =
        marked_copy(book, {{"B", {0, 0}, base::Severity::info, "note"}}, first_sheet());
    ASSERT_TRUE(copy);
    const auto before = xlsx::read_workbook(book);
    const auto after = xlsx::read_workbook(copy.value());
    ASSERT_TRUE(before && after);
    for (const char* const part :
         {"xl/worksheets/sheet1.xml", "xl/media/image1.png", "_rels/.rels"}) {
        const auto stream = [&](std::string_view file, const xlsx::ReadWorkbook& read) {
            const auto entry = std::find_if(read.entries.begin(),
                                            read.entries.end(),
                                            [&](const auto& one) { return one.name == part; });
            return file.substr(entry->data_offset, entry->compressed_size);
        };
        EXPECT_EQ(stream(book, before.value()), stream(copy.value(), after.value())) << part;
    }
}

TEST(MarkedCopy, MarkedAgainAlikeItIsTheSameToTheLastByte) {
    const std::vector<CellMark> marks{{"B", {4, 2}, base::Severity::error, "note"},
                                      {"A", {0, 0}, base::Severity::info, "other"}};
    const auto copy = marked_copy(small_book(), marks, first_sheet());
    ASSERT_TRUE(copy);
    const auto again = marked_copy(copy.value(), marks, first_sheet());
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.value() == copy.value());
}

TEST(MarkedCopy, MarkedAgainElsewhereItHoldsOnlyTheMarksOfNow) {
    const auto copy =
        marked_copy(small_book(), {{"B", {0, 0}, base::Severity::error, "old"}}, first_sheet());
    ASSERT_TRUE(copy);
    const auto again =
        marked_copy(copy.value(), {{"A", {0, 0}, base::Severity::error, "new"}}, first_sheet());
    ASSERT_TRUE(again);
    const auto read = xlsx::read_workbook(again.value());
    ASSERT_TRUE(read);
    const sheet::Workbook& workbook = read.value().workbook;
    ASSERT_EQ(workbook.sheets.size(), 3U);
    EXPECT_EQ(workbook.sheets[0].name, "差戻し");
    EXPECT_TRUE(read.value().findings.empty());
    auto package = EditedPackage::open(again.value(), {});
    ASSERT_TRUE(package);
    const auto sheet = package.value().read_xml("xl/worksheets/sheet2.xml");
    ASSERT_TRUE(sheet);
    EXPECT_NE(sheet.value().find("<c r=\"A1\" s=\"0\">"), std::string::npos) << sheet.value();
    EXPECT_EQ(sheet.value().find("legacyDrawing"), std::string::npos);
    const auto links_left = package.value().links_of("xl/worksheets/sheet2.xml");
    ASSERT_TRUE(links_left);
    EXPECT_TRUE(links_left.value().empty());
}

TEST(MarkedCopy, MarksOnSheetsThatAreNotThereAreLeftOut) {
    EXPECT_TRUE(
        marked_copy(small_book(), {{"C", {0, 0}, base::Severity::error, "note"}}, first_sheet()));
}

TEST(MarkedCopy, WhatIsNoPackageIsRefused) {
    const std::string book = small_book();
    for (const std::string& bytes :
         {std::string(), std::string("PK\x03\x04"), book.substr(0, 300)}) {
        EXPECT_FALSE(marked_copy(bytes, {}, first_sheet()));
    }
}

TEST(BookParts, TheOpenSheetAndLocalNamesMoveByOne) {
    const std::string before =
        "<workbook><bookViews><workbookView firstSheet=\"1\" activeTab=\"2\"/></bookViews><sheets>"
        "<sheet name=\"A\" sheetId=\"9\"/></sheets><definedNames><definedName name=\"g\">1"
        "</definedName><definedName name=\"l\" localSheetId=\"0\">2</definedName></definedNames>"
        "</workbook>";
    const std::string after = with_first_sheet(before, "N", "rId3", {{"own", "N!$A$1", true}});
    for (const char* const part : {"firstSheet=\"0\" activeTab=\"3\"",
                                   "<sheet name=\"N\" sheetId=\"10\"",
                                   "name=\"own\" localSheetId=\"0\" hidden=\"1\">N!$A$1<",
                                   "<definedName name=\"g\">1<",
                                   "name=\"l\" localSheetId=\"1\">2<"}) {
        EXPECT_NE(after.find(part), std::string::npos) << part << "\n" << after;
    }
}

TEST(BookParts, SheetsGoWithTheirNamesAndAllOthersMove) {
    const std::string before =
        "<workbook><bookViews><workbookView activeTab=\"2\"/></bookViews><sheets><sheet "
        "name=\"L\"/><sheet name=\"A\"/><sheet name=\"M\"></sheet><sheet name=\"B\"/></sheets>"
        "<definedNames><definedName name=\"l\" localSheetId=\"0\">1</definedName><definedName "
        "name=\"a\" localSheetId=\"1\">2</definedName><definedName name=\"b\" "
        "localSheetId=\"3\">3</definedName><definedName name=\"g\">4</definedName>"
        "</definedNames></workbook>";
    EXPECT_EQ(without_sheets(before, {0, 2}),
              "<workbook><bookViews><workbookView activeTab=\"1\"/></bookViews><sheets><sheet "
              "name=\"A\"/><sheet name=\"B\"/></sheets><definedNames><definedName name=\"a\" "
              "localSheetId=\"0\">2</definedName><definedName name=\"b\" "
              "localSheetId=\"1\">3</definedName><definedName name=\"g\">4</definedName>"
              "</definedNames></workbook>");
}

TEST(BookParts, TitlesAreListedWhereTheCountIsThatOfTheSheets) {
    const std::string before =
        "<Properties><HeadingPairs><v:vector><v:variant><v:lpstr>Worksheets</v:lpstr></v:variant>"
        "<v:variant><v:i4>2</v:i4></v:variant></v:vector></HeadingPairs><TitlesOfParts>"
        "<v:vector size=\"2\"><v:lpstr>A</v:lpstr></v:vector></TitlesOfParts></Properties>";
    const std::string after = with_first_title(before, "N", 2);
    EXPECT_NE(after.find("<v:i4>3</v:i4>"), std::string::npos);
    EXPECT_NE(after.find("size=\"3\"><v:lpstr>N</v:lpstr><v:lpstr>A<"), std::string::npos);
    EXPECT_EQ(without_title(after, "N"), before);
    EXPECT_EQ(without_title(before, "N"), before);
    EXPECT_EQ(with_first_title(before, "N", 5), before);
    EXPECT_EQ(with_first_title("<Properties/>", "N", 1), "<Properties/>");
}

TEST(EditedPackage, TargetsAreRelativeToTheFolderOfThePart) {
    EXPECT_EQ(relative_target("xl/worksheets/sheet1.xml", "xl/comments1.xml"), "../comments1.xml");
    EXPECT_EQ(relative_target("xl/workbook.xml", "xl/worksheets/a.xml"), "worksheets/a.xml");
    EXPECT_EQ(relative_target("workbook.xml", "styles.xml"), "styles.xml");
    EXPECT_EQ(links_part("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
    EXPECT_EQ(links_part(""), "_rels/.rels");
}

}  // namespace
}  // namespace shinchoku::patch
