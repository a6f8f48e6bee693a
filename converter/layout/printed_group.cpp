#include "layout/printed_group.h"

#include "base/utf8.h"
#include "layout/number_mark.h"

namespace shinchoku::layout {

std::string printed_number(const Capture& capture) {
    return std::string(base::trim(base::fold_width(capture.text)));
}

void set_numbered(const std::string& text, PrintedGroup& group) {
    const std::string_view trimmed = base::trim(text);
    const auto mark = leading_number(trimmed);
    if (!mark) {
        group.title = text;
        return;
    }
    group.label = base::fold_width(mark->printed);
    group.number = mark->number;
    group.title = std::string(base::trim(trimmed.substr(mark->length)));
}

PrintedGroup heading_group(const PictureCell& cell,
                           const std::vector<Capture>& captures,
                           base::CellRef at) {
    PrintedGroup group;
    group.cell = at;
    for (const Capture& capture : captures) {
        if (capture.field->id != FieldId::schedule_group) {
            continue;
        }
        const std::string words = words_before(cell, FieldId::schedule_group);
        if (const auto mark = number_at_start(capture.text)) {
            group.number = mark->number;
            group.label = words + base::fold_width(mark->printed);
            group.title =
                std::string(base::trim(std::string_view(capture.text).substr(mark->length)));
        } else {
            group.label = words + capture.text;
        }
    }
    return group;
}

}  // namespace shinchoku::layout
