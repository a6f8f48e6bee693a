#include "report/flow.h"

#include <cmath>
#include <numeric>
#include <utility>

#include "render/page_room.h"
#include "report/look.h"

namespace shinchoku::report {

Flow::Flow(render::SheetWriter& sheet, render::PageSetup page, std::vector<double> widths_chars)
    : sheet_(sheet), page_(std::move(page)), widths_chars_(std::move(widths_chars)) {
    sheet_.hide_gridlines();
    for (std::uint32_t column = 0; column < widths_chars_.size(); ++column) {
        sheet_.set_column_width(column, column, widths_chars_[column]);
    }
    room_points_ = render::height_when_fitted(
        page_, {width(0, last_column()), static_cast<int>(widths_chars_.size())});
}

std::uint32_t Flow::last_column() const {
    return static_cast<std::uint32_t>(widths_chars_.size() - 1);
}

double Flow::width(std::uint32_t first, std::uint32_t last) const {
    const auto from = widths_chars_.begin();
    return std::accumulate(from + first, from + last + 1, 0.0);
}

void Flow::begin_block() {
    end_block();
    block_row_ = row_;
}

void Flow::end_block() {
    if (used_points_ > 0 && used_points_ + block_points_ > room_points_) {
        page_.breaks_before_rows.push_back(block_row_);
        used_points_ = 0;
    }
    // A block longer than a page goes on over the next ones.
    used_points_ = std::fmod(used_points_ + block_points_, room_points_);
    block_points_ = 0;
}

void Flow::end_row(double height_points) {
    sheet_.set_row_height(row_, height_points);
    block_points_ += height_points;
    ++row_;
}

void Flow::write_text(const std::string& text,
                      const render::CellStyle& style,
                      std::uint32_t first_column) {
    const double room = width(first_column, last_column());
    if (first_column < last_column()) {
        sheet_.merge({{row_, first_column}, {row_, last_column()}}, text, style);
    } else {
        sheet_.write({row_, first_column}, text, style);
    }
    end_row(height_points({{text, room}}, style.size_points) + 4);
}

void Flow::finish() {
    end_block();
    sheet_.set_page(page_);
}

}  // namespace shinchoku::report
