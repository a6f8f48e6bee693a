#include "formats/cells_json.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace shinchoku::formats {
namespace {

constexpr std::size_t piece_bytes = 64u << 10;

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

std::string write_cells_json(const sheet::Workbook& workbook) {
    std::string out;
    CellsJsonWriter writer([&](std::string_view text) { out += text; });
    for (const sheet::Sheet& sheet : workbook.sheets) {
        writer.add(sheet, sheet.cells);
    }
    writer.finish();
    return out;
}

}  // namespace shinchoku::formats
