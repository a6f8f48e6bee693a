#include "formats/cells_json.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace shinchoku::formats {
namespace {

constexpr std::size_t piece_bytes = 64u << 10;

// The length of a character that a terminal might act on (C1 controls, direction marks, line and
// paragraph separators) at this byte; 0 for any other.
std::size_t control_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
    };
    if (byte(0) == 0xC2) {
        return byte(1) < 0xA0 ? 2 : 0;
    }
    const bool is_mark = byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F ||
                                             (byte(2) >= 0xA8 && byte(2) <= 0xAE));
    const bool is_isolate = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
    return byte(0) == 0xE2 && (is_mark || is_isolate) ? 3 : 0;
}

void append_escape(std::string& out, std::uint32_t unit) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) {
        out += digits[unit >> shift & 15];
    }
}

void append_escaped(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        const bool is_plain = c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
        if (is_plain && c != 0xC2 && c != 0xE2) {
            continue;
        }
        const std::size_t length = is_plain ? control_length(text, at) : 1;
        if (length == 0) {
            continue;
        }
        out += text.substr(from, at - from);
        from = at + length;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[at];
        } else if (c == '\n') {
            out += "\\n";
        } else {
            std::size_t next = at;
            append_escape(out, base::next_code_point(text, next));
        }
    }
    out += text.substr(from);
    out += '"';
}

// The shortest digits that read back as the same number.
void append_number(std::string& out, double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_value(std::string& out, const sheet::Cell& cell) {
    switch (cell.type) {
        case sheet::CellType::blank:
            break;
        case sheet::CellType::number:
            append_number(out, cell.number);
            break;
        case sheet::CellType::text:
            append_escaped(out, cell.text);
            break;
        case sheet::CellType::boolean:
            out += cell.number != 0 ? "true" : "false";
            break;
        case sheet::CellType::error:
            out += "{\"error\":";
            append_escaped(out, cell.text);
            out += '}';
            break;
    }
}

std::string_view name_of(sheet::SheetState state) {
    switch (state) {
        case sheet::SheetState::visible:
            return "visible";
        case sheet::SheetState::hidden:
            return "hidden";
        case sheet::SheetState::very_hidden:
            return "veryHidden";
    }
    return "visible";
}

std::string_view name_of(sheet::SheetKind kind) {
    switch (kind) {
        case sheet::SheetKind::worksheet:
            return "worksheet";
        case sheet::SheetKind::chartsheet:
            return "chartsheet";
        case sheet::SheetKind::other:
            return "other";
    }
    return "other";
}

// Column letters and row number, without a detour over the heap.
void append_a1(std::string& out, base::CellRef at) {
    std::array<char, 16> text{};
    char* const end = text.data() + text.size();
    char* first = end;
    for (std::uint32_t rest = at.row + 1; rest > 0; rest /= 10) {
        *--first = static_cast<char>('0' + rest % 10);
    }
    for (std::uint32_t rest = at.column + 1; rest > 0; rest = (rest - 1) / 26) {
        *--first = static_cast<char>('A' + (rest - 1) % 26);
    }
    out.append(first, end);
}

}  // namespace

CellsJsonWriter::CellsJsonWriter(Sink sink)
    : sink_(std::move(sink)), text_("{\"schema\":\"shinchoku/cells@1\",\"sheets\":[") {}

void CellsJsonWriter::add(const sheet::Sheet& sheet, std::span<const sheet::Cell> cells) {
    if (!has_sheet_ || sheet_ != &sheet) {
        end_sheet();
        text_ += has_sheet_ ? ",\n{\"name\":" : "\n{\"name\":";
        append_escaped(text_, sheet.name);
        text_ += ",\"state\":\"";
        text_ += name_of(sheet.state);
        text_ += "\",\"kind\":\"";
        text_ += name_of(sheet.kind);
        text_ += "\",\"cells\":{";
        sheet_ = &sheet;
        has_sheet_ = true;
        has_cell_ = false;
    }
    for (const sheet::Cell& cell : cells) {
        if (!sheet::has_value(cell)) {
            continue;
        }
        text_ += has_cell_ ? ",\"" : "\"";
        has_cell_ = true;
        append_a1(text_, cell.at);
        text_ += "\":";
        append_value(text_, cell);
        if (text_.size() > piece_bytes) {
            pass_on();
        }
    }
}

void CellsJsonWriter::finish() {
    end_sheet();
    text_ += "\n]}\n";
    pass_on();
}

void CellsJsonWriter::end_sheet() {
    text_ += has_sheet_ ? "}}" : "";
}

void CellsJsonWriter::pass_on() {
    sink_(text_);
    text_.clear();
}

}  // namespace shinchoku::formats
