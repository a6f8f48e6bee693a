#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {

// Ten lines on one page, for whoever reads no more than that: each is a figure and the names behind
// it. 要点 is the office's, 議会資料 the council's.
struct KeyLine {
    std::string heading;
    render::Content figure;
    std::string text;
    render::CellStyle figure_style = count_style();
    std::string basis = {};  // of a figure that is no formula
};

// Title, lines and a remark below them, fitted to one page.
void write_key_lines_page(const Context& context,
                          render::SheetWriter& sheet,
                          const std::string& title,
                          const std::vector<KeyLine>& lines,
                          const std::string& remark);

using Lines = std::vector<const Line*>;

// Of the lines with an indicator.
template <class Holds>
[[nodiscard]] Lines select(const Context& context, Holds holds) {
    Lines lines;
    for (const Line& line : context.standings.lines) {
        if (line.indicator != nullptr && holds(line)) {
            lines.push_back(&line);
        }
    }
    return lines;
}
[[nodiscard]] Lines select(const Context& context, Standing standing);
void sort_by_rate(Lines& lines, bool lowest_first);  // those without a rate last

// "a、b、c ほか3件"
inline constexpr std::size_t names_shown = 4;
template <class Each, class Describe>
[[nodiscard]] std::string listed(const Context& context,
                                 const std::vector<Each>& all,
                                 Describe describe) {
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), names_shown); ++i) {
        text += (i == 0 ? "" : std::string(context.words.comma())) + describe(all[i]);
    }
    if (all.size() > names_shown) {
        text += context.words(" ほか", " and ") +
                context.words.count(all.size() - names_shown, "件", "other", "others");
    }
    return text;
}
[[nodiscard]] std::string or_none(const Context& context, const std::string& text);

// How many rates of the mean are still being checked, as a sentence; "" for none.
[[nodiscard]] std::string doubt_of_mean(const Context& context);

[[nodiscard]] std::string name_of(const Line& line);  // "1-1-1 納税相談"
[[nodiscard]] std::string rate_text(const Line& line);
[[nodiscard]] std::string with_rate(const Line* line);
[[nodiscard]] std::string with_department(const Line* line);

}  // namespace shinchoku::report
