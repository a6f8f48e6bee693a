#include "render/schedule_look.h"

#include <cstdint>
#include <string_view>

#include "render/form_style.h"

namespace shinchoku::render {
namespace {

using plan::ScheduleMark;

// Light enough for black letters upon them, and apart from each other in grey.
constexpr std::uint32_t bar_fill = 0xDCE6F1;
constexpr std::uint32_t more_fill = 0x95B3D7;

std::string_view usual_sign(ScheduleMark mark) {
    switch (mark) {
        case ScheduleMark::bar:
        case ScheduleMark::same:
            return "⇒";
        case ScheduleMark::more:
            return "↗";
        case ScheduleMark::less:
            return "↘";
    }
    return "⇒";
}

}  // namespace

plan::ScheduleCell drawn_bar(const layout::Layout& layout, plan::ScheduleCell bar) {
    if (!bar.text.empty()) {
        return bar;
    }
    bar.mark = bar.mark.value_or(ScheduleMark::bar);
    bar.text = usual_sign(*bar.mark);
    for (const auto& [sign, meaning] : layout.marks) {
        if (meaning == plan::name_of(*bar.mark)) {
            bar.text = sign;
            break;
        }
    }
    return bar;
}

void apply_bar_look(CellStyle& style, const layout::Layout& layout, const plan::ScheduleCell& bar) {
    style.align = HAlign::center;
    style.indent = 0;
    const plan::ScheduleCell drawn = drawn_bar(layout, bar);
    switch (drawn.mark.value_or(ScheduleMark::bar)) {
        case ScheduleMark::bar:
        case ScheduleMark::same:
            style.fill = bar_fill;
            break;
        case ScheduleMark::more:
            style.fill = more_fill;
            style.bold = true;
            break;
        case ScheduleMark::less:
            style.fill.reset();
            break;
    }
    const auto own = layout.styles.find(drawn.text);
    if (own != layout.styles.end()) {
        apply_own_style(style, own->second);
    }
}

}  // namespace shinchoku::render
