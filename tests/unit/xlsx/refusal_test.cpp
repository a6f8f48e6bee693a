#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "reading.h"
#include "xlsx/reader.h"

namespace shinchoku::xlsx {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Reader, EachLimitHoldsAndTheStepBeyondIsRefusedByName) {
    struct Case {
        std::string option;
        std::function<void(Limits&, int)> set;  // 0: just enough, -1: one too few
    };
    const std::string xml(40, ' ');
    WorkbookBuilder builder;
    builder.strings = "<si><t>ab</t></si><si><t>abc𠮷</t></si>";
    builder.rows = row_of("<c><v>1</v></c><c t='s'><v>1</v></c><c><v>3</v></c>");
    const std::size_t sheet_size = builder.sheet_xml().size();
    std::size_t total = 0;
    for (const WorkbookBuilder::Part& part : builder.parts()) {
        total += part.second.size();
    }
    std::size_t largest = sheet_size;
    for (const WorkbookBuilder::Part& part : builder.parts()) {
        largest = std::max(largest, part.second.size());
    }
    const auto entries = static_cast<int>(builder.parts().size());
    const Case cases[] = {
        {"part-bytes",
         [&](Limits& l, int d) { l.part_bytes = largest + static_cast<std::size_t>(d); }},
        {"total-bytes",
         [&](Limits& l, int d) { l.total_bytes = total + static_cast<std::size_t>(d); }},
        {"entries", [&](Limits& l, int d) { l.entries = static_cast<std::uint32_t>(entries + d); }},
        {"sheets", [](Limits& l, int d) { l.sheets = static_cast<std::uint32_t>(1 + d); }},
        {"cells", [](Limits& l, int d) { l.cells = static_cast<std::uint64_t>(3 + d); }},
        {"xml-depth", [](Limits& l, int d) { l.xml_depth = static_cast<std::uint32_t>(5 + d); }},
        {"shared-strings",
         [](Limits& l, int d) { l.shared_strings = static_cast<std::uint64_t>(2 + d); }},
        {"cell-characters",
         [](Limits& l, int d) { l.cell_characters = static_cast<std::uint32_t>(5 + d); }},
        {"seconds", [](Limits& l, int d) { l.seconds = d == 0 ? 3600 : 0; }},
    };
    for (const Case& c : cases) {
        Limits limits;
        c.set(limits, 0);
        read(builder, limits);
        c.set(limits, -1);
        const base::Finding finding = refusal(builder, limits);
        EXPECT_EQ(finding.rule, "F12") << c.option;
        EXPECT_THAT(finding.hint.ja, testing::HasSubstr("--limit-" + c.option));
        EXPECT_EQ(finding.key, "F12|" + c.option + "|");
    }
}

TEST(Reader, TheInflateRatioIsLimitedPastAMebibyte) {
    WorkbookBuilder builder;
    builder.rows = std::string((1 << 20) - 2000, ' ');
    read(builder);
    builder.rows = std::string(2 << 20, ' ');
    EXPECT_EQ(refusal(builder).key, "F12|inflate-ratio|");
}

TEST(Reader, MacrosAndLinksAreNamedAndNotFollowed) {
    WorkbookBuilder builder;
    builder.more = {{"xl/vbaProject.bin", "x"},
                    {"xl/_rels/workbook.xml.rels",
                     "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                     "relationships'><Relationship Id='rId1' Type='x/worksheet' "
                     "Target='worksheets/sheet1.xml'/><Relationship Id='l' Type='x/externalLink' "
                     "Target='externalLinks/externalLink1.xml'/></Relationships>"}};
    const ReadWorkbook result = read(builder);
    EXPECT_TRUE(result.workbook.has_macros);
    EXPECT_TRUE(result.workbook.has_external_links);
    EXPECT_THAT(marks_of(result.findings), ElementsAre("F03 warning", "F03 warning"));
}

TEST(Reader, StaleResultsAreOnlySaidOfWorkbooksWithFormulas) {
    WorkbookBuilder builder;
    builder.workbook_extra = "<calcPr fullCalcOnLoad='1'/>";
    EXPECT_THAT(marks_of(read(builder).findings), IsEmpty());
    builder.rows = row_of("<c><f>1+1</f><v>2</v></c>");
    EXPECT_THAT(marks_of(read(builder).findings), ElementsAre("F10 info"));
}

TEST(Reader, Utf16PartsAreRead) {
    for (const bool little : {true, false}) {
        WorkbookBuilder builder;
        builder.rows = row_of("<c t='inlineStr'><is><t>A&#x8A55;</t></is></c>");
        std::string wide = little ? "\xFF\xFE" : "\xFE\xFF";
        std::string xml = builder.sheet_xml();
        xml.replace(xml.find("UTF-8"), 5, "UTF-16");
        for (const char c : xml) {
            wide += little ? std::string{c, '\0'} : std::string{'\0', c};
        }
        builder.more = {{"xl/worksheets/sheet1.xml", wide}};
        EXPECT_THAT(cells_of(read(builder).workbook.sheets.at(0)), ElementsAre("A1='A評"));
        wide.pop_back();
        builder.more = {{"xl/worksheets/sheet1.xml", wide}};
        EXPECT_EQ(refusal(builder).rule, "F11");
    }
}

TEST(Reader, ADoctypeIsRefusedEvenInAPartThatNothingNeeds) {
    WorkbookBuilder builder;
    builder.more = {{"xl/theme/theme1.xml", "<!DOCTYPE a><a/>"}};
    EXPECT_EQ(refusal(builder).rule, "F11");
    builder.more = {{"xl/theme/theme1.xml", "<a><!-- <!DOCTYPE a> --></a>"}};
    read(builder);
}

TEST(Reader, ADamagedPartThatNothingNeedsIsOnlyReported) {
    WorkbookBuilder builder;
    ZipFile file;
    for (const WorkbookBuilder::Part& part : builder.parts()) {
        file.entries.push_back({.name = part.first, .data = part.second});
    }
    file.entries.push_back({.name = "xl/media/image1.png", .data = "abc", .crc = 1});
    const std::string bytes = file.bytes();
    const auto result = read_workbook(bytes);
    ASSERT_TRUE(result.has_value());
    EXPECT_THAT(marks_of(result.value().findings), ElementsAre("F13 warning"));
    for (ZipEntry& entry : file.entries) {
        if (entry.name == "xl/worksheets/sheet1.xml") {
            entry.crc = 1;
        }
    }
    const std::string damaged = file.bytes();
    const auto refused = read_workbook(damaged);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().rule, "F11");
    EXPECT_EQ(refused.error().found, "xl/worksheets/sheet1.xml");
}

TEST(Reader, WhatIsNoWorkbookIsNamed) {
    using namespace std::string_literals;
    const auto compound = [](const std::string& stream) {
        std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
        for (const char c : stream) {
            bytes += c;
            bytes += '\0';
        }
        return bytes;
    };
    struct Case {
        std::string bytes;
        std::string rule;
        std::string word;
    };
    const Case cases[] = {
        {"", "F11", "empty"},
        {"P", "F11", "cut short"},
        {"PK\x03\x04", "F11", "cut short"},
        {compound("Workbook"), "F01", ".xls"},
        {compound("EncryptedPackage"), "F02", "password"},
        {compound("\tDRMContent"), "F02", "rights"},
        {compound("WordDocument"), "F01", ".doc"},
        {"\x09\x08\x10\0\0\x06\x05\0"s, "F01", ".xls"},
        {"%PDF-1.7\n", "F01", "PDF"},
        {"<html><table>", "F01", "HTML"},
        {"\xEF\xBB\xBF<!DOCTYPE HTML>", "F01", "HTML"},
        {"番号,名称\r\n1,評価\r\n", "F01", "CSV"},
        {"\x01\x02\x03", "F01", "no Excel workbook"},
        {zip({{"readme.txt", "hi"}}), "F01", "zip"},
        {zip({{"mimetype", "x"}, {"content.xml", "<a/>"}}), "F01", "OpenDocument"},
        {zip({{"xl/workbook.bin", "x"},
              {"_rels/.rels",
               "<Relationships "
               "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
               "<Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/>"
               "</Relationships>"}}),
         "F01",
         ".xlsb"},
        {zip({{"word/document.xml", "<a/>"},
              {"_rels/.rels",
               "<Relationships "
               "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
               "<Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/>"
               "</Relationships>"}}),
         "F01",
         ".docx"},
    };
    for (const Case& c : cases) {
        const auto result = read_workbook(c.bytes);
        ASSERT_FALSE(result.has_value()) << c.word;
        EXPECT_EQ(result.error().rule, c.rule) << c.word;
        EXPECT_THAT(result.error().message.en, testing::HasSubstr(c.word));
        EXPECT_FALSE(result.error().hint.ja.empty());
    }
}

TEST(Reader, BrokenPackagesAreRefused) {
    const std::string links =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    struct Case {
        const char* name;
        std::vector<WorkbookBuilder::Part> more;
    };
    const Case cases[] = {
        {"no relationships", {{"xl/_rels/workbook.xml.rels", links + "</Relationships>"}}},
        {"a sheet outside",
         {{"xl/_rels/workbook.xml.rels",
           links + "<Relationship Id='rId1' Type='x/worksheet' Target='http://127.0.0.1:9/a.xml' "
                   "TargetMode='External'/></Relationships>"}}},
        {"a sheet above the package",
         {{"xl/_rels/workbook.xml.rels",
           links + "<Relationship Id='rId1' Type='x/worksheet' Target='../../a.xml'/>"
                   "</Relationships>"}}},
        {"one id twice",
         {{"xl/_rels/workbook.xml.rels",
           links + "<Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                   "<Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                   "</Relationships>"}}},
        {"no sheet part",
         {{"xl/_rels/workbook.xml.rels",
           links + "<Relationship Id='rId1' Type='x/worksheet' Target='none.xml'/>"
                   "</Relationships>"}}},
        {"another root", {{"xl/worksheets/sheet1.xml", "<worksheet xmlns='urn:other'/>"}}},
        {"an empty sheet part", {{"xl/worksheets/sheet1.xml", ""}}},
        {"content types with a DOCTYPE", {{"[Content_Types].xml", "<!DOCTYPE a><a/>"}}},
    };
    for (const Case& c : cases) {
        WorkbookBuilder builder;
        builder.more = c.more;
        EXPECT_EQ(refusal(builder).rule, "F11") << c.name;
    }
}

TEST(Reader, TextsWithoutTheirPartAreRefusedButNumbersAreRead) {
    WorkbookBuilder builder;
    builder.rows = row_of("<c><v>1</v></c>");
    read(builder);
    builder.rows = row_of("<c t='s'><v>0</v></c>");
    EXPECT_EQ(refusal(builder).rule, "F11");
}

}  // namespace
}  // namespace shinchoku::xlsx
