#include "layout/grid.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/utf8.h"
#include "plan/number_format.h"

namespace shinchoku::layout {
namespace {

constexpr std::uint32_t tall_rows = 256;

}  // namespace

bool holds_text(std::string_view text) {
    if (!text.empty() && static_cast<unsigned char>(text.front()) > 0x20 &&
        static_cast<unsigned char>(text.front()) < 0x7F) {
        return true;
    }
    return !base::trim(text).empty();
}

Grid::Grid(const sheet::Workbook& workbook, std::size_t sheet_index)
    : workbook_(&workbook),
      sheet_(&workbook.sheets[sheet_index]),
      sheet_index_(static_cast<int>(sheet_index)),
      used_(sheet_->cells.size()) {
    for (std::size_t i = 0; i < sheet_->cells.size(); ++i) {
        const std::uint32_t row = sheet_->cells[i].at.row;
        if (rows_.empty() || rows_.back().row != row) {
            rows_.push_back({row, i});
        }
    }
    index_merges();
}

void Grid::index_merges() {
    for (std::size_t i = 0; i < sheet_->merges.size(); ++i) {
        const base::CellRange& merge = sheet_->merges[i];
        const auto number = static_cast<std::uint32_t>(i);
        if (merge.last.row - merge.first.row >= tall_rows) {
            tall_merges_.push_back(number);
            continue;
        }
        for (std::uint32_t row = merge.first.row; row <= merge.last.row; ++row) {
            merge_rows_.push_back({row, number});
        }
    }
    std::stable_sort(merge_rows_.begin(),
                     merge_rows_.end(),
                     [](const MergeRow& a, const MergeRow& b) { return a.row < b.row; });
}

std::span<const sheet::Cell> Grid::row(std::uint32_t row) const {
    const auto found =
        std::lower_bound(rows_.begin(), rows_.end(), row, [](const Row& r, std::uint32_t wanted) {
            return r.row < wanted;
        });
    if (found == rows_.end() || found->row != row) {
        return {};
    }
    const std::size_t end = found + 1 == rows_.end() ? sheet_->cells.size() : (found + 1)->first;
    return {sheet_->cells.data() + found->first, end - found->first};
}

std::span<const sheet::Cell> Grid::part(std::uint32_t row_number,
                                        std::uint32_t first_column,
                                        std::uint32_t last_column) const {
    const std::span<const sheet::Cell> cells = row(row_number);
    const auto first = std::lower_bound(
        cells.begin(), cells.end(), first_column, [](const sheet::Cell& c, std::uint32_t wanted) {
            return c.at.column < wanted;
        });
    const auto last = std::upper_bound(
        first, cells.end(), last_column, [](std::uint32_t wanted, const sheet::Cell& c) {
            return wanted < c.at.column;
        });
    return {first, last};
}

const sheet::Cell* Grid::find(base::CellRef at) const {
    const std::span<const sheet::Cell> found = part(at.row, at.column, at.column);
    return found.empty() ? nullptr : &found.front();
}

const base::CellRange* Grid::merge_at(base::CellRef at) const {
    auto entry = std::lower_bound(
        merge_rows_.begin(), merge_rows_.end(), at.row, [](const MergeRow& m, std::uint32_t row) {
            return m.row < row;
        });
    for (; entry != merge_rows_.end() && entry->row == at.row; ++entry) {
        if (sheet_->merges[entry->merge].contains(at)) {
            return &sheet_->merges[entry->merge];
        }
    }
    for (const std::uint32_t merge : tall_merges_) {
        if (sheet_->merges[merge].contains(at)) {
            return &sheet_->merges[merge];
        }
    }
    return nullptr;
}

base::CellRange Grid::area(base::CellRef at) const {
    const base::CellRange* merge = merge_at(at);
    return merge != nullptr ? *merge : base::CellRange{at, at};
}

base::CellRange Grid::own_area(base::CellRef at) const {
    const base::CellRange whole = area(at);
    return whole.first == at ? whole : base::CellRange{at, at};
}

bool Grid::is_covered(base::CellRef at) const {
    const base::CellRange* merge = merge_at(at);
    return merge != nullptr && merge->first != at;
}

bool Grid::is_filled(const sheet::Cell& cell) const {
    if (!sheet::has_value(cell) || (cell.type == sheet::CellType::text && !holds_text(cell.text))) {
        return false;
    }
    return !is_covered(cell.at);
}

bool Grid::row_is_blank(std::uint32_t row_number,
                        std::uint32_t first_column,
                        std::uint32_t last_column) const {
    const std::span<const sheet::Cell> cells = part(row_number, first_column, last_column);
    return std::none_of(
        cells.begin(), cells.end(), [&](const sheet::Cell& cell) { return is_filled(cell); });
}

std::string Grid::shown(const sheet::Cell& cell) const {
    switch (cell.type) {
        case sheet::CellType::blank:
            return {};
        case sheet::CellType::number: {
            const auto number = base::Decimal::from_double(cell.number);
            return number ? plan::display_number(*number,
                                                 workbook_->format_of(cell).number_format,
                                                 workbook_->date_1904)
                          : std::string();
        }
        case sheet::CellType::text:
        case sheet::CellType::error:
            return std::string(cell.text);
        case sheet::CellType::boolean:
            return cell.number != 0 ? "TRUE" : "FALSE";
    }
    return {};
}

void Grid::mark_used(base::CellRef at) {
    if (const sheet::Cell* cell = find(at)) {
        mark_used(*cell);
    }
}

}  // namespace shinchoku::layout
