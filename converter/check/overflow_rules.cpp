#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "check/sheet_view.h"

namespace shinchoku::check {
namespace {

// The room of a text is estimated so that it errs towards fitting: fonts differ, and a warning on a
// text that is seen whole is worse than none on one whose last letters are cut.
constexpr double slack = 1.08;  // more fits on a line than is counted
constexpr double line_spacing =
    1.2;  // of the font's size; the tightest Japanese fonts; others take more
constexpr double seen_of_a_line = 0.6;  // so much of the last line shows enough of it
constexpr double least_excess = 1.15;
constexpr double pixels_a_point = 96.0 / 72;

// How many lines a text takes where so many half-width characters fit on one: characters fill a
// line one by one, Latin words as a whole where they fit.
int lines_of(std::string_view text, double capacity) {
    int lines = 1;
    double used = 0;
    double word = 0;
    const auto place = [&](double width) {
        if (used > 0 && used + width > capacity) {
            ++lines;
            used = 0;
        }
        used += width;
    };
    const auto end_word = [&] {
        for (; word > capacity; word -= capacity) {
            place(capacity);
        }
        if (word > 0) {
            place(word);
        }
        word = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == U'\n') {
            end_word();
            ++lines;
            used = 0;
        } else if (c > U' ' && c < 0x7F) {
            ++word;
        } else {
            end_word();
            place(base::display_width(c));
        }
    }
    end_word();
    return lines;
}

class OverflowChecker {
public:
    OverflowChecker(const SheetView& view, double character_pixels, Collector& out)
        : view_(view), character_pixels_(character_pixels), out_(out) {}

    void run() {
        for (const BlockView& block : view_.blocks()) {
            view_.for_each_cell(block, [&](const sheet::Cell& cell) {
                // Half a dozen letters fit anywhere they are put.
                constexpr std::size_t shortest_bytes = 20;
                if (cell.type == sheet::CellType::text && cell.text.size() > shortest_bytes) {
                    check(block, cell);
                }
            });
        }
    }

private:
    struct Room {
        base::CellRange area;
        double characters = 0;  // half-width ones on a line
        double lines = 0;
    };

    // Lines that are seen and that the text has; 0 where it is seen whole.
    struct Cut {
        int seen = 0;
        int needed = 0;
    };

    void check(const BlockView& block, const sheet::Cell& cell) {
        const sheet::CellStyle& style = view_.style_of(cell);
        const base::CellRange area = view_.grid().area(cell.at);
        if (style.shrinks || style.is_turned || area.first != cell.at || !is_fixed(area)) {
            return;
        }
        const std::string_view text = base::trim(cell.text);
        const double width = view_.width_chars(area) * character_pixels_;
        const double half_width = style.size_points * pixels_a_point / 2;
        const double indent = style.indent * 3 * character_pixels_;
        const Room room{area,
                        std::max(2.0, (width - indent) * slack / half_width),
                        view_.height_points(area) / (style.size_points * line_spacing)};
        // What is hidden is C15's.
        if (width <= 0 || room.lines <= 0) {
            return;
        }
        const Cut cut = style.wraps ? cut_lines(text, room) : cut_line(text, room);
        if (cut.needed > 0 && view_.holds_data(block, cell)) {
            report(cell, cut);
        }
    }

    // Excel grows a row with its texts, but never for merged cells, nor where its height was set.
    [[nodiscard]] bool is_fixed(const base::CellRange& area) const {
        if (area.first != area.last) {
            return tells_heights(area);
        }
        const sheet::RowHeight* height = view_.attached().height_of(area.first.row);
        return height != nullptr && height->is_fixed;
    }

    // A file by another hand may leave heights to the program that opens it.
    [[nodiscard]] bool tells_heights(const base::CellRange& area) const {
        const auto& heights = view_.attached().row_heights;
        const auto first = std::lower_bound(
            heights.begin(),
            heights.end(),
            area.first.row,
            [](const sheet::RowHeight& one, std::uint32_t row) { return one.row < row; });
        return first != heights.end() && first->row <= area.last.row;
    }

    static Cut cut_lines(std::string_view text, const Room& room) {
        const int needed = lines_of(text, room.characters);
        const int seen = std::max(1, static_cast<int>(std::floor(room.lines + 1 - seen_of_a_line)));
        return needed >= seen + 1 && needed > seen * least_excess ? Cut{seen, needed} : Cut{};
    }

    // Without wrapping a text goes on over blank cells at its right, but not out of a merge.
    [[nodiscard]] Cut cut_line(std::string_view text, const Room& room) const {
        const double needed = base::display_width(text);
        if (needed <= room.characters * least_excess) {
            return {};
        }
        const bool is_merged = room.area.first != room.area.last;
        const sheet::Cell* beside =
            view_.grid().find({room.area.first.row, room.area.last.column + 1});
        const bool is_cut = is_merged || (beside != nullptr && view_.grid().is_filled(*beside));
        return is_cut ? Cut{1, static_cast<int>(std::ceil(needed / room.characters))} : Cut{};
    }

    void report(const sheet::Cell& cell, const Cut& cut) {
        const std::string have = std::to_string(cut.seen);
        const std::string want = std::to_string(cut.needed);
        view_.add(
            out_,
            {.rule = "C16",
             .cell = cell.at,
             .message = {"文章がセルに収まらず、見切れています（約 " + want + " 行の文章に " +
                             have + " 行分の高さ）。",
                         "The text is cut off: about " + want + " lines in room for " + have + "."},
             .found = std::string(cell.text)});
    }

    const SheetView& view_;
    double character_pixels_;
    Collector& out_;
};

}  // namespace

void cut_off_texts(const SheetView& view, double character_pixels, Collector& out) {
    OverflowChecker(view, character_pixels, out).run();
}

}  // namespace shinchoku::check
