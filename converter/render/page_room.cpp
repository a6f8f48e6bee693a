#include "render/page_room.h"

#include <algorithm>

namespace shinchoku::render {
namespace {

struct PaperSize {
    double short_points;
    double long_points;
};

PaperSize size_of(Paper paper) {
    constexpr double a4_short = 595;
    constexpr double a4_long = 842;
    constexpr double b5_short = 516;
    constexpr double b5_long = 729;
    switch (paper) {
        case Paper::a3:
            return {a4_long, 2 * a4_short};
        case Paper::a4:
            return {a4_short, a4_long};
        case Paper::a5:
            return {a4_long / 2, a4_short};
        case Paper::b4:
            return {b5_long, 2 * b5_short};
        case Paper::b5:
            return {b5_short, b5_long};
        case Paper::letter:
            return {612, 792};
    }
    return {a4_short, a4_long};
}

constexpr double points_an_inch = 72;
constexpr double points_of_column_padding = 3.75;  // 5 pixels beside the characters

}  // namespace

PageRoom room_on(const PageSetup& page) {
    const PaperSize paper = size_of(page.paper);
    const double across = page.landscape ? paper.long_points : paper.short_points;
    const double down = page.landscape ? paper.short_points : paper.long_points;
    return {across - points_an_inch * (page.margin_left_inches + page.margin_right_inches),
            down - points_an_inch * (page.margin_top_inches + page.margin_bottom_inches)};
}

double height_when_fitted(const PageSetup& page, const ColumnsWidth& columns) {
    const double width_points =
        columns.width_chars * points_a_width_unit + columns.count * points_of_column_padding;
    const PageRoom room = room_on(page);
    return room.height_points / std::min(1.0, room.width_points / width_points);
}

}  // namespace shinchoku::render
