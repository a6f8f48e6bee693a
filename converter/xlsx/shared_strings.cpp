#include "xlsx/shared_strings.h"

#include "xlsx/cell_text.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {

Refusal read_shared_strings(std::string& xml,
                            std::string_view part,
                            const Limits& limits,
                            TextArena& arena,
                            SharedStrings& strings) {
    strings.is_present = true;
    Scanner scanner(xml, limits.xml_depth);
    if (scanner.next() == Scanner::Tag::start && !scanner.is("sst")) {
        return refuse_damaged(part,
                              {"共有文字列の部品ではありません", "it holds no shared strings"});
    }
    Scanner::Tag tag = scanner.next();
    for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner.next()) {
        if (tag == Scanner::Tag::end) {
            continue;  // of the root
        }
        if (!scanner.is("si")) {
            scanner.skip_element();
            continue;
        }
        if (strings.texts.size() == limits.shared_strings) {
            return refuse_limit("shared-strings",
                                {"共有文字列の数", "number of shared strings"},
                                limits.shared_strings + 1,
                                limits.shared_strings);
        }
        const CellText text = read_rich_text(scanner, arena);
        if (text.text.size() > limits.cell_characters &&
            count_characters(text.text) > limits.cell_characters) {
            return refuse_cell_characters(count_characters(text.text), limits);
        }
        if (text.repaired) {
            strings.repaired.insert(static_cast<std::uint32_t>(strings.texts.size()));
        }
        strings.texts.push_back(text.text);
    }
    if (tag == Scanner::Tag::broken) {
        return refuse_xml(part, scanner.place(), limits);
    }
    return std::nullopt;
}

}  // namespace shinchoku::xlsx
