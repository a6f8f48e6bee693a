#include <cmath>
#include <functional>

#include "render/book_impl.h"
#include "render/book_text.h"

namespace shinchoku::render {
namespace {

constexpr std::uint8_t shift_jis_charset = 128;
constexpr std::uint8_t modern_family = 3;  // fixed pitch
constexpr std::uint8_t roman_family = 1;
constexpr std::uint8_t swiss_family = 2;

std::uint8_t border_code(Border border) {
    switch (border) {
        case Border::none:
            return LXW_BORDER_NONE;
        case Border::hair:
            return LXW_BORDER_HAIR;
        case Border::thin:
            return LXW_BORDER_THIN;
        case Border::medium:
            return LXW_BORDER_MEDIUM;
    }
    return LXW_BORDER_NONE;
}

std::uint8_t align_code(HAlign align) {
    switch (align) {
        case HAlign::general:
            return LXW_ALIGN_NONE;
        case HAlign::left:
            return LXW_ALIGN_LEFT;
        case HAlign::center:
            return LXW_ALIGN_CENTER;
        case HAlign::right:
            return LXW_ALIGN_RIGHT;
        case HAlign::fill:
            return LXW_ALIGN_FILL;
        case HAlign::distributed:
            return LXW_ALIGN_DISTRIBUTED;
    }
    return LXW_ALIGN_NONE;
}

std::uint8_t valign_code(VAlign align) {
    switch (align) {
        case VAlign::top:
            return LXW_ALIGN_VERTICAL_TOP;
        case VAlign::center:
            return LXW_ALIGN_VERTICAL_CENTER;
        case VAlign::bottom:
            return LXW_ALIGN_VERTICAL_BOTTOM;
    }
    return LXW_ALIGN_VERTICAL_CENTER;
}

std::uint8_t family_of(std::string_view font) {
    if (font.find("ゴシック") == std::string_view::npos) {
        return font.find("明朝") == std::string_view::npos ? swiss_family : roman_family;
    }
    return modern_family;
}

void set_font(lxw_format* format, const CellStyle& style) {
    const std::string font = plain_text(style.font, 31).text;  // Excel's limit of font names
    format_set_font_name(format, font.c_str());
    format_set_font_size(format, style.size_points);
    format_set_font_family(format, family_of(font));
    format_set_font_charset(format, shift_jis_charset);
    if (style.bold) {
        format_set_bold(format);
    }
    if (style.italic) {
        format_set_italic(format);
    }
    if (style.underline) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    if (style.color != 0) {
        format_set_font_color(format, style.color);
    }
}

void set_alignment(lxw_format* format, const CellStyle& style) {
    format_set_align(format, align_code(style.align));
    format_set_align(format, valign_code(style.valign));
    if (style.wrap) {
        format_set_text_wrap(format);
    }
    if (style.shrink) {
        format_set_shrink(format);
    }
    if (style.indent > 0) {
        format_set_indent(format, static_cast<std::uint8_t>(std::min(style.indent, 15)));
    }
    if (style.rotation_degrees != 0) {
        format_set_rotation(format, static_cast<std::int16_t>(style.rotation_degrees));
    }
}

void set_frame(lxw_format* format, const CellStyle& style) {
    format_set_left(format, border_code(style.left));
    format_set_right(format, border_code(style.right));
    format_set_top(format, border_code(style.top));
    format_set_bottom(format, border_code(style.bottom));
    if (style.border_color != 0) {
        format_set_border_color(format, style.border_color);
    }
    if (style.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, color_code(*style.fill));
    }
}

}  // namespace

std::size_t CellStyleHash::operator()(const CellStyle& style) const {
    std::size_t hash = std::hash<std::string>()(style.font);
    const auto mix = [&hash](std::size_t value) {
        hash ^= value + 0x9E3779B9U + (hash << 6U) + (hash >> 2U);
    };
    mix(std::hash<std::string>()(style.number_format));
    mix(std::hash<double>()(style.size_points));
    mix(style.color);
    mix(style.border_color);
    mix(style.fill ? *style.fill + 1 : 0);
    const bool flags[] = {
        style.bold, style.italic, style.underline, style.wrap, style.shrink, style.locked};
    std::size_t bits = 0;
    for (const bool flag : flags) {
        bits = bits * 2 + (flag ? 1 : 0);
    }
    for (const Border border : {style.left, style.right, style.top, style.bottom}) {
        bits = bits * 4 + static_cast<std::size_t>(border);
    }
    bits = bits * 8 + static_cast<std::size_t>(style.align);
    bits = bits * 4 + static_cast<std::size_t>(style.valign);
    mix(bits);
    mix(static_cast<std::size_t>(style.indent));
    mix(static_cast<std::size_t>(style.rotation_degrees));
    return hash;
}

lxw_format* Book::Impl::format_of(const CellStyle& style) {
    const auto [place, is_new] = formats.try_emplace(style, nullptr);
    if (is_new) {
        lxw_format* format = workbook_add_format(workbook);
        set_font(format, style);
        set_alignment(format, style);
        set_frame(format, style);
        if (!style.locked) {
            format_set_unlocked(format);
        }
        const std::string code = plain_text(style.number_format, 255).text;
        if (code.size() >= LXW_FORMAT_FIELD_LEN) {
            report(nullptr,
                   std::nullopt,
                   {"表示形式が長すぎるため、標準の表示形式で書きました。",
                    "The number format is too long; the cell was written with the General format."},
                   code);
        } else if (!code.empty() && code != "General") {
            format_set_num_format(format, code.c_str());
        }
        place->second = format;
    }
    return place->second;
}

const CellStyle* Book::Impl::kept_style(const CellStyle& style) {
    static_cast<void>(format_of(style));
    return &formats.find(style)->first;
}

lxw_format* Book::Impl::differential_format_of(const CellStyle& style) {
    const auto [place, is_new] = differential_formats.try_emplace(style, nullptr);
    if (is_new) {
        lxw_format* format = workbook_add_format(workbook);
        if (style.bold) {
            format_set_bold(format);
        }
        format_set_font_color(format, color_code(style.color));
        if (style.fill) {
            // In a differential format the solid colour is the background.
            format_set_bg_color(format, color_code(*style.fill));
        }
        place->second = format;
    }
    return place->second;
}

}  // namespace shinchoku::render
