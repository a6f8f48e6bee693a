#include <string>

#include "base/text.h"
#include "check/sheet_view.h"

namespace shinchoku::check {
namespace {

// What is drawn belongs to the block over which its middle lies: a logo that only reaches into it
// does not.
base::CellRef middle_of(const base::CellRange& area) {
    return {area.first.row + (area.last.row - area.first.row) / 2,
            area.first.column + (area.last.column - area.first.column) / 2};
}

base::Text message_of(const sheet::Drawing& drawing) {
    if (!drawing.text.empty()) {
        return {"図形・テキストボックスに文字があります。読み取られません。",
                "A shape or text box holds text, which is not read."};
    }
    if (drawing.is_picture) {
        return {"表の上に画像があります。内容は読み取られません。",
                "A picture lies on the table; what it shows is not read."};
    }
    if (drawing.is_diagram) {
        return {"表の上に図（SmartArt）があります。内容は読み取られません。",
                "A diagram lies on the table; what it shows is not read."};
    }
    return {"矢印や線が描かれています。予定として読み取られません。",
            "An arrow or line is drawn here; it is not read as part of the schedule."};
}

}  // namespace

void drawn_content(const SheetView& view, Collector& out) {
    for (const sheet::Drawing& drawing : view.attached().drawings) {
        const bool says_something =
            !drawing.text.empty() || drawing.is_picture || drawing.is_diagram || drawing.is_arrow;
        const BlockView* block = view.block_at(middle_of(drawing.area));
        if (!says_something || block == nullptr) {
            continue;
        }
        const bool begins_inside = block->range.contains(drawing.area.first);
        view.add(out,
                 {.rule = "S07",
                  .cell = begins_inside ? drawing.area.first : middle_of(drawing.area),
                  .part = "drawing",
                  .message = message_of(drawing),
                  .found = drawing.text});
    }
}

}  // namespace shinchoku::check
