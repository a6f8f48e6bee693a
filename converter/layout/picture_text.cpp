#include "layout/picture_text.h"

#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

// A column of Excel is at most 255 characters wide.
constexpr double widest_column_chars = 255;
// Far beyond any form on paper; a larger picture would take more time than it is worth.
constexpr std::size_t most_picture_rows = 1000;
constexpr std::size_t most_picture_columns = 256;

RawText trimmed(std::string_view picture, std::size_t from, std::size_t to) {
    const std::string_view text = base::trim(picture.substr(from, to - from));
    // An empty cell is named by the place right behind its '|'.
    const std::size_t offset =
        text.empty() ? from : static_cast<std::size_t>(text.data() - picture.data());
    return {text, offset};
}

std::vector<RawText> split_marks(std::string_view picture, const RawText& gutter) {
    std::vector<RawText> marks;
    std::size_t at = 0;
    while (at < gutter.text.size()) {
        const std::size_t from = at;
        const char32_t c = base::next_code_point(gutter.text, at);
        if (c == U' ' || c == U'\t' || c == 0x3000) {
            continue;
        }
        std::size_t end = at;
        while (end < gutter.text.size()) {
            std::size_t next = end;
            const char32_t following = base::next_code_point(gutter.text, next);
            if (following == U' ' || following == U'\t' || following == 0x3000) {
                break;
            }
            end = next;
        }
        marks.push_back(trimmed(picture, gutter.offset + from, gutter.offset + end));
        at = end;
    }
    return marks;
}

class PictureSplitter {
public:
    PictureSplitter(std::string_view text, StringPlaces& places, Diagnostics& diagnostics)
        : text_(text), places_(places), diagnostics_(diagnostics) {}

    RawPicture run() {
        for (std::size_t from = 0; from < text_.size() && !is_too_large();) {
            const std::size_t end = std::min(text_.find('\n', from), text_.size());
            take_line(from, end);
            from = end + 1;
        }
        if (is_too_large()) {
            report_too_large();
        } else if (!has_ruler_) {
            report_no_ruler(0);
        }
        return std::move(picture_);
    }

private:
    [[nodiscard]] bool is_too_large() const {
        return picture_.rows.size() > most_picture_rows ||
               picture_.widths_chars.size() > most_picture_columns;
    }

    void report_too_large() {
        const std::string rows = std::to_string(most_picture_rows);
        const std::string columns = std::to_string(most_picture_columns);
        diagnostics_.error(
            "too_large",
            places_.at(0),
            {"絵が大きすぎます（" + rows + " 行、" + columns + " 列まで）。",
             "The picture is too large: up to " + rows + " rows and " + columns + " columns."},
            {"同じ形の行は「指標*」のように繰り返しで書いてください。",
             "Write rows of one form once, as a repeat such as 指標*."});
    }

    void take_line(std::size_t from, std::size_t end) {
        const RawText line = trimmed(text_, from, end);
        if (line.text.empty() || line.text.starts_with('#')) {
            return;
        }
        std::optional<RawRow> row = split_row(line);
        if (!has_ruler_) {
            has_ruler_ = true;
            if (row) {
                read_ruler(*row);
            } else {
                ruler_is_faulty_ = true;
            }
            return;
        }
        if (row && check_count(*row)) {
            picture_.rows.push_back(std::move(*row));
        }
    }

    std::optional<RawRow> split_row(const RawText& line) {
        std::vector<std::size_t> bars;
        for (std::size_t i = 0; i < line.text.size(); ++i) {
            if (line.text[i] == '\\') {
                ++i;
            } else if (line.text[i] == '|') {
                bars.push_back(line.offset + i);
            }
        }
        const std::size_t end = line.offset + line.text.size();
        if (bars.size() < 2 || bars.back() + 1 != end) {
            diagnostics_.error(
                "row_not_closed",
                places_.at(end),
                {"行が | で閉じられていません。", "The row is not closed by |."},
                {"行の最後に | を書いてください。", "Write | at the end of the row."});
            return std::nullopt;
        }
        RawRow row;
        row.offset = line.offset;
        row.marks = split_marks(text_, trimmed(text_, line.offset, bars.front()));
        for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
            row.cells.push_back(trimmed(text_, bars[i] + 1, bars[i + 1]));
        }
        return row;
    }

    void report_no_ruler(std::size_t offset) {
        ruler_is_faulty_ = true;
        diagnostics_.error(
            "no_ruler",
            places_.at(offset),
            {"絵の最初の行に列幅がありません。", "The picture does not begin with a ruler."},
            {"最初の行に「幅 | 16 | 18 |」のように、列ごとの幅を文字数で書いてください。",
             "Begin with the column widths in characters: \"width | 16 | 18 |\"."});
    }

    void read_ruler(const RawRow& row) {
        if (row.marks.size() != 1 ||
            (row.marks.front().text != "幅" && row.marks.front().text != "width")) {
            report_no_ruler(row.offset);
            return;
        }
        for (const RawText& cell : row.cells) {
            const std::optional<double> width = parse_measure(cell.text);
            if (!width || *width > widest_column_chars) {
                const std::string found(cell.text);
                diagnostics_.error(
                    "ruler_width",
                    places_.at(cell.offset),
                    {"列幅が数ではありません（「" + found + "」）。",
                     "A column width is no number: \"" + found + "\"."},
                    {"0 から 255 までの数で書いてください。", "Write a number from 0 to 255."});
                ruler_is_faulty_ = true;
            }
            picture_.widths_chars.push_back(width.value_or(0));
        }
    }

    bool check_count(const RawRow& row) {
        const std::size_t expected = picture_.widths_chars.size();
        if (ruler_is_faulty_ && expected == 0) {
            return false;  // told already
        }
        if (row.cells.size() == expected) {
            return true;
        }
        const bool too_many = row.cells.size() > expected;
        const RawText& at = too_many ? row.cells[expected] : row.cells.back();
        const std::string found = std::to_string(row.cells.size());
        const std::string wanted = std::to_string(expected);
        diagnostics_.error(
            "cell_count",
            places_.at(at.offset),
            {"この行のセルは " + found + " 個ですが、幅の行は " + wanted + " 列です。",
             "This row has " + found + " cells but the ruler has " + wanted + " columns."},
            too_many
                ? base::Text{"余分な | を消すか、幅の行に列を足してください。",
                             "Remove the extra |, or add a column to the ruler."}
                : base::Text{"足りない列を | で足してください。左とつなぐセルは < と書きます。",
                             "Add the missing cells; a cell joined to its left one is <."});
        return false;
    }

    std::string_view text_;
    StringPlaces& places_;
    Diagnostics& diagnostics_;
    RawPicture picture_;
    bool has_ruler_ = false;
    bool ruler_is_faulty_ = false;
};

}  // namespace

std::optional<double> parse_measure(std::string_view text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const std::from_chars_result result =
        std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (text.empty() || result.ec != std::errc() || result.ptr != end || text.front() < '0' ||
        text.front() > '9') {
        return std::nullopt;
    }
    return number;
}

RawPicture split_picture(std::string_view text, StringPlaces& places, Diagnostics& diagnostics) {
    return PictureSplitter(text, places, diagnostics).run();
}

}  // namespace shinchoku::layout
