#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "base/decimal.h"

namespace shinchoku::render {

// A chart over cells of the book, as SheetWriter::insert_chart() draws it.

struct ChartSeries {
    std::string name;
    std::string sheet;  // where categories and values stand
    base::CellRange categories;
    base::CellRange values;
    std::uint32_t color = 0x4472C4;
    bool as_line = false;  // drawn as a line over the columns
    bool dashed = false;
    bool patterned = false;        // hatched: readable in black and white
    int pattern = 0;               // which hatching; neighbours take different ones
    bool outlined = false;         // an empty bar with a strong edge: a mark to be reached
    int transparency_percent = 0;  // of bars: what lies behind shines through
    bool edged = true;             // false: bars without a line around them
    bool in_front = false;  // bars only: narrower, drawn over the others of the same category
};

struct Chart {
    enum class Kind {
        column,
        stacked_column,
        bar,
        stacked_bar,
        percent_stacked_bar,
        line,
        pie
    } kind = Kind::column;
    std::string title;
    double title_points = 11;
    std::string x_title;
    std::string y_title;
    std::string number_format;  // of the value axis, "" for the source's
    std::vector<ChartSeries> series;
    int width_pixels = 480;
    int height_pixels = 240;
    bool legend = true;
    bool data_labels = false;
    bool from_zero = false;  // the value axis begins at 0, so that lengths can be compared
    std::optional<base::Decimal> up_to;  // the end of the value axis, the same to compare charts by
    std::optional<base::Decimal> step;   // between its lines
    bool overlapped = false;             // bars of one category lie over one another
};

}  // namespace shinchoku::render
