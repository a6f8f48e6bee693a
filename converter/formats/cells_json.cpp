#include "formats/cells_json.h"

#include <array>
#include <charconv>
#include <string_view>

namespace shinchoku::formats {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out += text.substr(from, at - from);
        from = at + 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[at];
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
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

void append_sheet(std::string& out, const sheet::Sheet& sheet) {
    out += "{\"name\":";
    append_escaped(out, sheet.name);
    out += ",\"state\":\"";
    out += name_of(sheet.state);
    out += "\",\"kind\":\"";
    out += name_of(sheet.kind);
    out += "\",\"cells\":{";
    bool is_first = true;
    for (const sheet::Cell& cell : sheet.cells) {
        if (!sheet::has_value(cell)) {
            continue;
        }
        out += is_first ? "\"" : ",\"";
        is_first = false;
        out += base::to_a1(cell.at);
        out += "\":";
        append_value(out, cell);
    }
    out += "}}";
}

}  // namespace

std::string write_cells_json(const sheet::Workbook& workbook) {
    std::string out = "{\"schema\":\"shinchoku/cells@1\",\"sheets\":[";
    bool is_first = true;
    for (const sheet::Sheet& sheet : workbook.sheets) {
        out += is_first ? "\n" : ",\n";
        is_first = false;
        append_sheet(out, sheet);
    }
    out += "\n]}\n";
    return out;
}

}  // namespace shinchoku::formats
