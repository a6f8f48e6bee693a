#include "render/text_height.h"

#include <algorithm>

#include "base/utf8.h"

namespace shinchoku::render {
namespace {

constexpr double width_unit_points = 10;  // a column's unit is as wide as half a character of this
constexpr double line_spacing = 1.25;
constexpr double margins_points = 4;

bool is_word_letter(char32_t c) {
    return c > U' ' && c < 0x7F;
}

// Fills lines character by character, words whole.
class LineCounter {
public:
    explicit LineCounter(int capacity) : capacity_(capacity) {}

    void add(char32_t c) {
        if (c == U'\n') {
            end_word();
            ++lines_;
            used_ = 0;
        } else if (is_word_letter(c)) {
            ++word_;
        } else {
            end_word();
            place(base::display_width(c));
        }
    }

    int finish() {
        end_word();
        return lines_;
    }

private:
    void end_word() {
        if (word_ <= capacity_) {
            place(word_);
        } else {
            for (; word_ > 0; --word_) {
                place(1);
            }
        }
        word_ = 0;
    }

    void place(int width) {
        if (used_ + width > capacity_) {
            ++lines_;
            used_ = 0;
        }
        used_ += width;
    }

    int capacity_;
    int lines_ = 1;
    int used_ = 0;
    int word_ = 0;
};

}  // namespace

int count_lines(std::string_view text, double width_chars) {
    LineCounter counter(std::max(2, static_cast<int>(width_chars)));
    for (std::size_t at = 0; at < text.size();) {
        counter.add(base::next_code_point(text, at));
    }
    return counter.finish();
}

double height_points_of(std::string_view text, double width_chars, double size_points) {
    const int lines = count_lines(text, width_chars * width_unit_points / size_points);
    return lines * size_points * line_spacing + margins_points;
}

}  // namespace shinchoku::render
