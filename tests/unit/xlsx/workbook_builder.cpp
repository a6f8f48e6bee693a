#include "workbook_builder.h"

namespace shinchoku::xlsx {
namespace {

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relationship(const std::string& id,
                         const std::string& type,
                         const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" +
           target + "\"/>";
}

std::string relationships(const std::string& content) {
    return "<Relationships xmlns=\"" + package + "\">" + content + "</Relationships>";
}

}  // namespace

std::string WorkbookBuilder::sheet_xml() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"" + main_space + "\">" +
           before_rows + "<sheetData>" + rows + "</sheetData>" + after_rows + "</worksheet>";
}

std::vector<WorkbookBuilder::Part> WorkbookBuilder::parts() const {
    std::string links = relationship("rId1", "worksheet", "worksheets/sheet1.xml");
    std::vector<Part> parts;
    if (!strings.empty()) {
        links += relationship("rId2", "sharedStrings", "sharedStrings.xml");
        parts.emplace_back("xl/sharedStrings.xml",
                           "<sst xmlns=\"" + main_space + "\">" + strings + "</sst>");
    }
    if (!styles.empty()) {
        links += relationship("rId3", "styles", "styles.xml");
        parts.emplace_back("xl/styles.xml",
                           "<styleSheet xmlns=\"" + main_space + "\">" + styles + "</styleSheet>");
    }
    parts.emplace_back("_rels/.rels",
                       relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
    parts.emplace_back("xl/workbook.xml",
                       "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + office + "\">" +
                           workbook_first +
                           "<sheets><sheet name=\"評価\" sheetId=\"1\" r:id=\"rId1\"/></sheets>" +
                           workbook_extra + "</workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relationships(links));
    parts.emplace_back("xl/worksheets/sheet1.xml", sheet_xml());
    for (const Part& own : more) {  // takes the place of one of the same name
        std::erase_if(parts, [&](const Part& part) { return part.first == own.first; });
        parts.push_back(own);
    }
    return parts;
}

std::string WorkbookBuilder::bytes() const {
    return zip(parts());
}

std::string row_of(const std::string& cells) {
    return "<row r=\"1\">" + cells + "</row>";
}

}  // namespace shinchoku::xlsx
