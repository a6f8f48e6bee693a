#include "xlsx/xml_space.h"

namespace shinchoku::xlsx {

Space space_of_uri(std::string_view uri) {
    struct Known {
        std::string_view uri;
        Space space;
    };
    static constexpr Known known[] = {
        {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::spreadsheet},
        {"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::spreadsheet},
        {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
         Space::relationships},
        {"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::relationships},
        {"http://schemas.openxmlformats.org/package/2006/relationships",
         Space::package_relationships},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::compatibility},
        {"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", Space::spreadsheet_2009},
        {"http://schemas.microsoft.com/office/excel/2006/main", Space::excel_2006},
    };
    for (const Known& entry : known) {
        if (entry.uri == uri) {
            return entry.space;
        }
    }
    return uri.empty() ? Space::none : Space::other;
}

}  // namespace shinchoku::xlsx
