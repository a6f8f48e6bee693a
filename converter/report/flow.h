#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/book.h"

namespace shinchoku::report {

// Rows written from the top of a sheet down, in blocks that stay on one page: a block for which a
// page has no room left begins the next one.
class Flow {
public:
    Flow(render::SheetWriter& sheet, render::PageSetup page, std::vector<double> widths_chars);

    [[nodiscard]] render::SheetWriter& sheet() { return sheet_; }
    [[nodiscard]] std::uint32_t row() const { return row_; }
    [[nodiscard]] std::uint32_t last_column() const;
    // Of columns joined to one.
    [[nodiscard]] double width(std::uint32_t first, std::uint32_t last) const;

    void begin_block();
    // The row is done: it gets this height, and the next one begins.
    void end_row(double height_points);
    // A text over the whole width, or from a column on, as high as it needs.
    void write_text(const std::string& text,
                    const render::CellStyle& style,
                    std::uint32_t first_column = 0);
    // REQUIRES: called once, last.
    void finish();

private:
    void end_block();

    render::SheetWriter& sheet_;
    render::PageSetup page_;
    std::vector<double> widths_chars_;
    double room_points_ = 0;
    double used_points_ = 0;   // of the page, by the blocks before this one
    double block_points_ = 0;  // by this one
    std::uint32_t row_ = 0;
    std::uint32_t block_row_ = 0;
};

}  // namespace shinchoku::report
