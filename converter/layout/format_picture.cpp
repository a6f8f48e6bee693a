#include "layout/format_picture.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {
namespace {

constexpr int widest_padding = 20;
constexpr std::string_view quotes = "'''";

struct TextLine {
    std::string_view written;
    std::string_view ending;              // "\n", "\r\n" or nothing at the end of the picture
    std::string gutter;                   // marks left of the first '|'
    std::vector<std::string_view> cells;  // empty: no row, left as it is
};

// The marks with one space between them.
std::string joined_marks(std::string_view gutter) {
    std::string joined;
    bool gap = false;
    for (std::size_t at = 0; at < gutter.size();) {
        const std::size_t from = at;
        if (base::is_blank(base::next_code_point(gutter, at))) {
            gap = !joined.empty();
            continue;
        }
        if (gap) {
            joined += ' ';
            gap = false;
        }
        joined += gutter.substr(from, at - from);
    }
    return joined;
}

void split_cells(TextLine& line) {
    const std::string_view text = base::trim(line.written);
    if (text.empty() || text.front() == '#' || text.back() != '|') {
        return;
    }
    std::size_t from = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '|') {
            if (from == std::string_view::npos) {
                line.gutter = joined_marks(text.substr(0, i));
            } else {
                line.cells.push_back(base::trim(text.substr(from, i - from)));
            }
            from = i + 1;
        }
    }
    if (from != text.size()) {
        line.cells.clear();  // its last bar is an escaped one
    }
}

std::vector<TextLine> split_lines(std::string_view picture) {
    std::vector<TextLine> lines;
    for (std::size_t from = 0; from < picture.size();) {
        const std::size_t end = std::min(picture.find('\n', from), picture.size());
        const std::size_t next = std::min(end + 1, picture.size());
        const bool has_return = end > from && picture[end - 1] == '\r';
        const std::size_t words_end = end - (has_return ? 1 : 0);
        TextLine line;
        line.written = picture.substr(from, words_end - from);
        line.ending = picture.substr(words_end, next - words_end);
        split_cells(line);
        lines.push_back(std::move(line));
        from = next;
    }
    return lines;
}

void pad(std::string& text, std::string_view cell, int width) {
    text += cell;
    text.append(static_cast<std::size_t>(std::max(width - base::display_width(cell), 0)), ' ');
}

// Where the characters between the quotes of a literal string of several lines begin; npos where
// the picture is written in another way.
std::size_t picture_begin(std::string_view toml, SourcePlace opening) {
    std::size_t at = 0;
    for (int line = 1; line < opening.line && at < toml.size(); ++line) {
        at = std::min(toml.find('\n', at), toml.size() - 1) + 1;
    }
    for (int column = 1; column < opening.column_number && at < toml.size(); ++column) {
        static_cast<void>(base::next_code_point(toml, at));
    }
    return toml.substr(at).starts_with(quotes) ? at + quotes.size() : std::string_view::npos;
}

}  // namespace

std::string align_picture(std::string_view picture) {
    const std::vector<TextLine> lines = split_lines(picture);
    int gutter = 0;
    std::vector<int> widths;
    for (const TextLine& line : lines) {
        if (line.cells.empty()) {
            continue;
        }
        gutter = std::max(gutter, base::display_width(line.gutter));
        widths.resize(std::max(widths.size(), line.cells.size()), 1);
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            widths[i] =
                std::max(widths[i], std::min(base::display_width(line.cells[i]), widest_padding));
        }
    }
    std::string text;
    for (const TextLine& line : lines) {
        if (line.cells.empty()) {
            text += line.written;
        } else {
            pad(text, line.gutter, std::min(gutter, widest_padding));
            text += " |";
            for (std::size_t i = 0; i < line.cells.size(); ++i) {
                text += ' ';
                pad(text, line.cells[i], widths[i]);
                text += " |";
            }
        }
        text += line.ending;
    }
    return text;
}

base::Result<std::string, Diagnostic> format_layout(std::string_view toml) {
    base::Result<TomlValue, Diagnostic> root = parse_toml(toml);
    if (!root) {
        return root.error();
    }
    const TomlEntry* const sheet = root.value().find("sheet");
    const TomlEntry* const picture = sheet == nullptr ? nullptr : sheet->value.find("picture");
    if (picture == nullptr) {
        return Diagnostic{
            .code = "layout.missing_key",
            .line = 1,
            .column_number = 1,
            .message = {"[sheet] に絵（picture）がありません。", "There is no picture in [sheet]."},
            .hint = {"picture = ''' の下に絵を書いてください。",
                     "Write the picture below picture = '''."}};
    }
    const std::size_t from = picture_begin(toml, picture->value.place);
    if (from == std::string_view::npos) {
        return Diagnostic{.code = "layout.picture_quotes",
                          .line = picture->value.place.line,
                          .column_number = picture->value.place.column_number,
                          .message = {"絵が ''' で囲まれていないので、そろえられません。",
                                      "The picture is not written between ''' and is not aligned."},
                          .hint = {"picture = ''' と書き、絵の下の行に ''' を書いてください。",
                                   "Write picture = ''' above it and ''' below it."}};
    }
    const std::size_t end = toml.find(quotes, from);
    std::string text(toml.substr(0, from));
    text += align_picture(toml.substr(from, end - from));
    return text.append(toml.substr(end));
}

}  // namespace shinchoku::layout
