#include "xlsx/sheet_sizes.h"

#include <algorithm>
#include <cmath>

#include "base/a1.h"
#include "xlsx/cell_number.h"

namespace shinchoku::xlsx {
namespace {

// A file's width counts five pixels of padding, of seven a character in the usual fonts.
constexpr double padding_chars = 5.0 / 7.0;
constexpr double widest_column_chars = 255;
constexpr double highest_row_points = 409.5;

double rounded_size(double size) {
    return std::round(size * 100) / 100;
}

}  // namespace

std::optional<sheet::Looks::Run> column_width(const Scanner& scanner) {
    const auto first = parse_index(scanner.attribute("min"));
    const auto last = parse_index(scanner.attribute("max"));
    const auto width = parse_number(scanner.attribute("width"));
    if (!first || !last || !width || *first < 1 || *first > *last || *first > base::max_columns ||
        *width < 0 || *width > widest_column_chars + 1) {
        return std::nullopt;
    }
    const double shown = rounded_size(std::max(*width - padding_chars, 0.0));
    return sheet::Looks::Run{*first - 1, std::min(*last, base::max_columns) - 1, shown};
}

std::optional<double> usual_width(std::string_view written) {
    const std::optional<double> given = parse_number(written);
    if (!given || *given <= 0 || *given > widest_column_chars) {
        return std::nullopt;
    }
    return rounded_size(std::max(*given - padding_chars, 0.0));
}

std::optional<double> row_height(std::string_view written) {
    const std::optional<double> given = parse_number(written);
    if (!given || *given <= 0 || *given > highest_row_points) {
        return std::nullopt;
    }
    return rounded_size(*given);
}

void add_run(std::vector<sheet::Looks::Run>& runs, sheet::Looks::Run run) {
    if (!runs.empty() && run.first <= runs.back().last) {
        return;  // out of order: what came first stays
    }
    if (!runs.empty() && runs.back().last + 1 == run.first && runs.back().size == run.size) {
        runs.back().last = run.last;
    } else {
        runs.push_back(run);
    }
}

}  // namespace shinchoku::xlsx
