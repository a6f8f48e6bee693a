#include "render/form_style.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace shinchoku::render {
namespace {

using layout::CellKind;
using layout::FieldId;

constexpr std::string_view gothic = "ＭＳ ゴシック";
constexpr std::string_view mincho = "ＭＳ 明朝";
constexpr std::uint32_t label_fill = 0xEDEDED;
constexpr std::uint32_t title_fill = 0xD9D9D9;
constexpr std::uint32_t entry_fill = 0xFFFBE6;
constexpr double usual_points = 10;
constexpr double title_points = 12;
constexpr double note_points = 9;

void set_border(CellStyle& style, Border border) {
    style.left = style.right = style.top = style.bottom = border;
}

bool is_prose(const layout::Field& field) {
    switch (field.id) {
        case FieldId::text:
        case FieldId::note:
        case FieldId::reason:
        case FieldId::indicator_note:
        case FieldId::approach_text:
        case FieldId::approach_items:
        case FieldId::approach_marks:
        case FieldId::footnote_text:
            return true;
        default:
            return false;
    }
}

// Names and sentences begin at the left, figures and short signs stand in the middle.
HAlign align_of(const layout::Field& field) {
    switch (field.id) {
        case FieldId::baseline_value:
        case FieldId::target:
        case FieldId::actual:
        case FieldId::rate:
        case FieldId::grade:
        case FieldId::next:
        case FieldId::schedule_cells:
        case FieldId::schedule_leading:
        case FieldId::approach_leading:
        case FieldId::indicator_unit:
        case FieldId::indicator_direction:
        case FieldId::indicator_category:
        case FieldId::year_heading:
        case FieldId::running_number:
        case FieldId::measure_number:
        case FieldId::last_year:
        case FieldId::baseline_year:
            return HAlign::center;
        default:
            return HAlign::left;
    }
}

CellStyle label_style() {
    CellStyle style;
    style.font = gothic;
    style.fill = label_fill;
    style.align = HAlign::center;
    return style;
}

CellStyle value_style(const layout::Field* field) {
    CellStyle style;
    style.font = mincho;
    if (field != nullptr) {
        style.align = align_of(*field);
        // Sentences need the whole width, and so does what stands in the narrow columns of years.
        const bool roomy = !is_prose(*field) && !layout::is_by_year(field->id);
        style.indent = style.align == HAlign::left && roomy ? 1 : 0;
    }
    return style;
}

CellStyle style_by_kind(const layout::PictureCell& cell) {
    switch (cell.kind) {
        case CellKind::label:
        case CellKind::pattern:
            return label_style();
        case CellKind::value:
            if (cell.field()->id == FieldId::year_heading) {
                return label_style();
            }
            return value_style(cell.field());
        case CellKind::entry: {
            CellStyle style = value_style(cell.field());
            style.fill = entry_fill;
            style.locked = false;
            return style;
        }
        case CellKind::choice: {
            CellStyle style = label_style();
            style.fill = entry_fill;
            style.locked = false;
            return style;
        }
        case CellKind::formula: {
            CellStyle style = value_style(nullptr);
            style.align = HAlign::center;
            return style;
        }
        case CellKind::empty:
        case CellKind::absent:
        case CellKind::join_left:
        case CellKind::join_up:
            break;
    }
    return value_style(nullptr);
}

void apply_row_style(CellStyle& style, const layout::PictureRow& row, CellKind kind) {
    if (row.style == "表題") {
        style.bold = true;
        style.font = gothic;
        style.size_points = title_points;
        if (kind == CellKind::label || kind == CellKind::pattern) {
            style.fill = title_fill;
        }
    } else if (row.style == "見出し") {
        style.bold = true;
        style.font = gothic;
        style.align = HAlign::center;
        style.fill = title_fill;
    } else if (row.style == "小見出し") {
        style.bold = true;
        style.font = gothic;
        style.align = HAlign::left;
        style.indent = 1;
        style.fill = label_fill;
    } else if (row.style == "注") {
        style.size_points = note_points;
        style.align = HAlign::left;
        style.fill.reset();
        set_border(style, Border::none);
    }
}

HAlign align_named(std::string_view name, HAlign usual) {
    if (name == "left") {
        return HAlign::left;
    }
    if (name == "right") {
        return HAlign::right;
    }
    return name == "center" ? HAlign::center : usual;
}

VAlign valign_named(std::string_view name, VAlign usual) {
    if (name == "top") {
        return VAlign::top;
    }
    if (name == "bottom") {
        return VAlign::bottom;
    }
    return name == "center" ? VAlign::center : usual;
}

}  // namespace

std::optional<std::uint32_t> color_of(std::string_view text) {
    std::uint32_t color = 0;
    if (text.size() != 7 || text.front() != '#') {
        return std::nullopt;
    }
    const auto [end, failed] = std::from_chars(text.data() + 1, text.data() + 7, color, 16);
    return failed == std::errc() && end == text.data() + 7 ? std::optional(color) : std::nullopt;
}

void apply_own_style(CellStyle& style, const layout::Style& own) {
    if (!own.font.empty()) {
        style.font = own.font;
    }
    if (own.size_points > 0) {
        style.size_points = own.size_points;
    }
    style.bold = own.bold.value_or(style.bold);
    if (const auto fill = color_of(own.fill)) {
        style.fill = *fill;
    } else if (own.fill == "none") {
        style.fill.reset();
    }
    style.color = color_of(own.color).value_or(style.color);
    if (own.border == "none") {
        set_border(style, Border::none);
    } else if (own.border == "thin") {
        set_border(style, Border::thin);
    } else if (own.border == "medium") {
        set_border(style, Border::medium);
    }
    style.align = align_named(own.align, style.align);
    style.valign = valign_named(own.valign, style.valign);
    if (style.align != HAlign::left) {
        style.indent = 0;
    }
    if (!own.number_format.empty()) {
        style.number_format = own.number_format;
    }
}

CellStyle style_of(const layout::Layout& layout,
                   const layout::PictureRow& row,
                   const layout::PictureCell& cell) {
    CellStyle style = style_by_kind(cell);
    style.size_points = usual_points;
    style.wrap = true;
    set_border(style, Border::thin);
    apply_row_style(style, row, cell.kind);
    if (style.align != HAlign::left) {
        style.indent = 0;
    }
    const auto own = layout.styles.find(row.style);
    if (own != layout.styles.end()) {
        apply_own_style(style, own->second);
    }
    return style;
}

}  // namespace shinchoku::render
