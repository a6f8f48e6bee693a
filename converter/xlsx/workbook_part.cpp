#include "xlsx/workbook_part.h"

#include <algorithm>

#include "xlsx/cell_number.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

sheet::SheetState state_of(std::string_view word) {
    if (word == "hidden") {
        return sheet::SheetState::hidden;
    }
    return word == "veryHidden" ? sheet::SheetState::very_hidden : sheet::SheetState::visible;
}

sheet::DefinedName read_name(Scanner& scanner) {
    sheet::DefinedName name;
    name.name = scanner.attribute("name");
    name.hidden = parse_boolean(scanner.attribute("hidden")).value_or(false);
    const std::string_view local = scanner.attribute("localSheetId");
    if (local.data() != nullptr) {
        name.sheet = parse_index(local).value_or(UINT32_MAX);
    }
    name.refers_to = scanner.element_text();
    return name;
}

void read_element(Scanner& scanner, WorkbookPart& workbook) {
    const auto is_set = [&](std::string_view attribute) {
        return parse_boolean(scanner.attribute(attribute)).value_or(false);
    };
    if (scanner.is("sheet")) {
        workbook.sheets.push_back({std::string(scanner.attribute("name")),
                                   std::string(scanner.attribute(Space::relationships, "id")),
                                   state_of(scanner.attribute("state"))});
    } else if (scanner.is("definedName")) {
        workbook.names.push_back(read_name(scanner));
    } else if (scanner.is("workbookPr")) {
        workbook.date_1904 = is_set("date1904");
    } else if (scanner.is("calcPr")) {
        workbook.calculates_on_load = is_set("fullCalcOnLoad") || is_set("forceFullCalc");
    }
}

}  // namespace

Refusal read_workbook_part(std::string& xml,
                           std::string_view part,
                           const Limits& limits,
                           WorkbookPart& workbook) {
    Scanner scanner(xml, limits.xml_depth);
    Scanner::Tag tag = scanner.next();
    workbook.is_workbook = tag == Scanner::Tag::start && scanner.is("workbook");
    for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner.next()) {
        if (tag == Scanner::Tag::start) {
            read_element(scanner, workbook);
        }
        if (workbook.sheets.size() > limits.sheets) {
            return refuse_limit("sheets",
                                {"シートの数", "number of sheets"},
                                workbook.sheets.size(),
                                limits.sheets);
        }
    }
    if (tag == Scanner::Tag::broken) {
        return refuse_xml(part, scanner.place(), limits);
    }
    // Tools that delete sheets leave the numbers of names as they were; what a name refers to still
    // holds.
    for (sheet::DefinedName& name : workbook.names) {
        if (name.sheet && *name.sheet >= workbook.sheets.size()) {
            name.sheet.reset();
            ++workbook.lost_names;
        }
    }
    return std::nullopt;
}

}  // namespace shinchoku::xlsx
