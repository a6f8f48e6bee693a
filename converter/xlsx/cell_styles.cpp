#include "xlsx/cell_styles.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "xlsx/cell_number.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

constexpr double smallest_points = 1;
constexpr double largest_points = 409;
// More than Excel ever writes; a file may claim them for a few bytes each.
constexpr std::size_t most_styles = 65'536;

// Colours that are no plain RGB get numbers above all of those.
constexpr sheet::Color palette_base = 0x40000000;
constexpr sheet::Color theme_base = 0x80000000;

std::optional<sheet::Color> rgb_color(std::string_view text) {
    sheet::Color color = 0;
    const std::string_view digits = text.size() == 8 ? text.substr(2) : text;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), color, 16);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && digits.size() == 6 ? std::optional(color) : std::nullopt;
}

sheet::Color palette_color(std::uint32_t index) {
    switch (index) {
        case 0:
        case 8:
        case 64:  // the system's text
            return sheet::black;
        case 1:
        case 9:
        case 65:  // the system's window
            return sheet::white;
        default:
            return palette_base + (index & 0xFFFF);
    }
}

// Themes begin with the window and its text.
sheet::Color theme_color(std::uint32_t index, double tint) {
    if (tint == 0 && index <= 1) {
        return index == 0 ? sheet::white : sheet::black;
    }
    const double bounded = tint > -1 ? (tint < 1 ? tint : 1) : -1;
    const auto shade = static_cast<sheet::Color>(std::lround((bounded + 1) * 1000));
    return theme_base + ((index & 0xFF) << 16) + shade;
}

sheet::Color color_of(const Scanner& scanner, sheet::Color usual) {
    if (const auto rgb = rgb_color(scanner.attribute("rgb"))) {
        return *rgb;
    }
    if (const auto theme = parse_index(scanner.attribute("theme"))) {
        return theme_color(*theme, parse_number(scanner.attribute("tint")).value_or(0));
    }
    if (const auto index = parse_index(scanner.attribute("indexed"))) {
        return palette_color(*index);
    }
    return usual;
}

struct Font {
    double size_points = 11;
    sheet::Color color = sheet::black;
    bool is_western = false;
};

class CellStyleReader {
public:
    CellStyleReader(std::string& xml, const Limits& limits, sheet::Attachments& into)
        : scanner_(xml, limits.xml_depth), into_(into) {}

    void read() {
        for (Scanner::Tag tag = scanner_.next();
             tag == Scanner::Tag::start || tag == Scanner::Tag::end;
             tag = scanner_.next()) {
            const bool starts = tag == Scanner::Tag::start;
            for (auto& [name, inside] : {std::pair<std::string_view, bool&>{"fonts", in_fonts_},
                                         {"fills", in_fills_},
                                         {"cellXfs", in_formats_}}) {
                if (scanner_.is(name)) {
                    inside = starts;
                }
            }
            if (starts && in_fonts_ && scanner_.is("font") && fonts_.size() < most_styles) {
                fonts_.push_back(read_font());
            } else if (starts && in_fills_ && scanner_.is("fill") && fills_.size() < most_styles) {
                fills_.push_back(read_fill());
            } else if (starts && in_formats_ && scanner_.is("xf") &&
                       into_.styles.size() < most_styles) {
                into_.styles.push_back(read_format());
            }
        }
        if (!fonts_.empty()) {
            into_.character_pixels = character_pixels(fonts_.front());
        }
    }

private:
    Font read_font() {
        Font font;
        while (scanner_.next() == Scanner::Tag::start) {
            const std::string_view value = scanner_.attribute("val");
            if (scanner_.is("sz")) {
                const auto size = parse_number(value);
                if (size && *size >= smallest_points && *size <= largest_points) {
                    font.size_points = *size;
                }
            } else if (scanner_.is("color")) {
                font.color = color_of(scanner_, sheet::black);
            } else if (scanner_.is("name")) {
                font.is_western = value == "Calibri" || value == "Arial" || value == "Aptos Narrow";
            }
            scanner_.skip_element();
        }
        return font;
    }

    // A pattern or a gradient has two colours: no text is the same as both.
    sheet::Color read_fill() {
        sheet::Color color = sheet::white;
        bool is_solid = false;
        int depth = 0;
        for (;;) {
            const Scanner::Tag tag = scanner_.next();
            if (tag == Scanner::Tag::start) {
                ++depth;
                if (scanner_.is("patternFill")) {
                    const std::string_view pattern = scanner_.attribute("patternType");
                    is_solid = pattern == "solid";
                    color =
                        pattern.empty() || pattern == "none" ? sheet::white : sheet::unknown_color;
                } else if (scanner_.is("gradientFill")) {
                    color = sheet::unknown_color;
                } else if (scanner_.is("fgColor") && is_solid) {
                    color = color_of(scanner_, sheet::unknown_color);
                }
            } else if (tag != Scanner::Tag::end || depth-- == 0) {
                return color;
            }
        }
    }

    sheet::CellStyle read_format() {
        sheet::CellStyle style;
        const auto font = parse_index(scanner_.attribute("fontId"));
        if (font && *font < fonts_.size()) {
            style.size_points = fonts_[*font].size_points;
            style.text = fonts_[*font].color;
        }
        const auto fill = parse_index(scanner_.attribute("fillId"));
        if (fill && *fill < fills_.size()) {
            style.fill = fills_[*fill];
        }
        while (scanner_.next() == Scanner::Tag::start) {
            if (scanner_.is("alignment")) {
                set_alignment(style);
            }
            scanner_.skip_element();
        }
        return style;
    }

    void set_alignment(sheet::CellStyle& style) const {
        const auto is_true = [&](std::string_view name) {
            return parse_boolean(scanner_.attribute(name)).value_or(false);
        };
        const std::string_view across = scanner_.attribute("horizontal");
        const std::string_view down = scanner_.attribute("vertical");
        style.wraps = is_true("wrapText") || across == "justify" || across == "distributed" ||
                      down == "justify" || down == "distributed";
        style.shrinks = is_true("shrinkToFit");
        style.is_turned = parse_index(scanner_.attribute("textRotation")).value_or(0) != 0 ||
                          across == "centerContinuous" || across == "fill";
        style.indent = parse_index(scanner_.attribute("indent")).value_or(0);
    }

    // The widest digit at 96 dots an inch: half of a Japanese font's square, a little less of a
    // western one's.
    static double character_pixels(const Font& usual) {
        const double half = usual.size_points * 96 / 72 / 2;
        return std::max(1.0, usual.is_western ? std::floor(half) : std::ceil(half));
    }

    Scanner scanner_;
    sheet::Attachments& into_;
    bool in_fonts_ = false;
    bool in_fills_ = false;
    bool in_formats_ = false;
    std::vector<Font> fonts_;
    std::vector<sheet::Color> fills_;
};

}  // namespace

void read_cell_styles(std::string& xml, const Limits& limits, sheet::Attachments& into) {
    CellStyleReader(xml, limits, into).read();
}

}  // namespace shinchoku::xlsx
