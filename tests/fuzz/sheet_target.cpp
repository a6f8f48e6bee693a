#include <deque>
#include <string>
#include <vector>

#include "sheet_laws.h"
#include "target.h"
#include "xlsx/sheet_part.h"
#include "xlsx/xml_encoding.h"

// Any bytes as one sheet part, past the zip and its checksums.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace shinchoku;
    std::string xml(reinterpret_cast<const char*>(data), size);
    if (xlsx::recode_to_utf8(xml).fault != xlsx::XmlFault::none) {
        return 0;
    }
    sheet::Workbook workbook;
    workbook.formats.resize(2);
    xlsx::TextArena texts(workbook.owned_texts);
    xlsx::SharedStrings strings;
    strings.is_present = true;
    strings.texts = {"目標", "実績"};
    strings.repaired = {1};
    xlsx::Styles styles;
    styles.is_present = true;
    styles.format_of_xf = {0, 1};
    const xlsx::Limits limits;
    const xlsx::Deadline deadline(limits.seconds);
    xlsx::SheetContext context{strings, styles, limits, deadline, false, texts, nullptr, 0};
    sheet::Sheet& sheet = workbook.sheets.emplace_back();
    std::vector<base::Finding> findings;
    xlsx::SheetRemarks remarks("評価", 0, findings);
    if (!xlsx::read_sheet_part(xml, context, remarks, sheet)) {
        check_sheet(workbook, sheet);
    }
    return 0;
}
