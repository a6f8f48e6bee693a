#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "layout/block.h"
#include "layout/year_heading.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

// A cell of the heading row that is no label.
struct HeadingCell {
    const sheet::Cell* cell = nullptr;
    base::CellRange area;
    int year = 0;  // 0: no year
};

// One {年} of the picture.
struct DrawnYear {
    int column = 0;
    int span = 1;
    int year = 0;
};

class YearFinder {
public:
    YearFinder(Grid& grid, Block& block, std::size_t compiled)
        : grid_(grid), block_(block), compiled_(compiled), row_(*block.row_of[compiled]) {
        const CompiledRow& own = block.layout->rows[compiled];
        const int picture_row = own.forms[static_cast<std::size_t>(block.form_of[compiled])];
        const Picture& picture = block.layout->layout->picture;
        const auto& cells = picture.rows[static_cast<std::size_t>(picture_row)].cells;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const Field* field = cells[column].field();
            if (field != nullptr && field->id == FieldId::year_heading) {
                drawn_.push_back({static_cast<int>(column),
                                  picture.span_of(picture_row, static_cast<int>(column)),
                                  first_year() + cells[column].year_index});
            }
        }
    }

    YearRow run() {
        choose_row();
        assign();
        report_manner();
        set_reach();
        mark_second_row();
        return {static_cast<int>(compiled_), std::move(columns_), std::move(unread_)};
    }

private:
    int first_year() const { return block_.period.first_year; }
    int last_year() const { return block_.last_heading_year(); }

    // The year of a heading; of a heading in two rows ("令和" over "8年度") both together.
    int year_of(const sheet::Cell& cell) const {
        const std::string text = grid_.shown(cell);
        if (const auto year = read_year_heading(text)) {
            return *year;
        }
        if (cell.at.row == 0) {
            return 0;
        }
        const base::CellRange above = grid_.area({cell.at.row - 1, cell.at.column});
        const sheet::Cell* upper = grid_.find(above.first);
        if (upper == nullptr || !grid_.is_filled(*upper)) {
            return 0;
        }
        return plan::parse_fiscal_year(grid_.shown(*upper) + text).value_or(0);
    }

    std::vector<HeadingCell> headings_in(std::uint32_t row) const {
        std::vector<HeadingCell> headings;
        for (const sheet::Cell& cell : grid_.part(row, block_.column, block_.limit_column)) {
            if (grid_.is_filled(cell) && !grid_.is_used(cell)) {
                headings.push_back({&cell, grid_.area(cell.at), year_of(cell)});
            }
        }
        return headings;
    }

    static std::size_t years_among(const std::vector<HeadingCell>& headings) {
        return static_cast<std::size_t>(std::count_if(
            headings.begin(), headings.end(), [](const HeadingCell& h) { return h.year != 0; }));
    }

    // The years may stand in a second row below the label's, or above it.
    void choose_row() {
        headings_ = headings_in(row_);
        if (2 * years_among(headings_) >= drawn_.size()) {
            return;
        }
        for (const std::uint32_t other : {row_ + 1, row_ == 0 ? row_ : row_ - 1}) {
            std::vector<HeadingCell> headings = headings_in(other);
            if (2 * years_among(headings) >= drawn_.size() &&
                years_among(headings) > years_among(headings_)) {
                for (const HeadingCell& upper : headings_) {
                    grid_.mark_used(*upper.cell);  // a title over the years
                }
                headings_ = std::move(headings);
                row_ = other;
            }
        }
    }

    void assign() {
        std::vector<HeadingCell> years;
        std::copy_if(headings_.begin(),
                     headings_.end(),
                     std::back_inserter(years),
                     [](const HeadingCell& h) { return h.year != 0; });
        if (years.size() == drawn_.size()) {
            assign_in_place(years);
        } else {
            assign_by_year(years);
            report_missing();
        }
        for (const HeadingCell& heading : years) {
            grid_.mark_used(*heading.cell);
        }
    }

    // As many headings as drawn: each has its place, so that the first that is wrong is known. A
    // heading that stands elsewhere, once, still tells its column's year.
    void assign_in_place(const std::vector<HeadingCell>& years) {
        bool reported = false;
        for (std::size_t i = 0; i < years.size(); ++i) {
            const HeadingCell& heading = years[i];
            if (heading.year == drawn_[i].year) {
                add_column(heading, drawn_[i]);
                continue;
            }
            const auto place = drawn_place(heading.year, i);
            const bool once = std::count_if(years.begin(), years.end(), [&](const HeadingCell& h) {
                                  return h.year == heading.year;
                              }) == occurrences(heading.year);
            if (place && once) {
                add_column(heading, drawn_[*place]);
            } else {
                unread_.push_back(heading.area.first.column);
            }
            if (!reported) {
                report_wrong(heading, drawn_[i].year, place.has_value(), once);
                reported = true;
            }
        }
    }

    // Where a year is drawn that does not stand in its own place.
    std::optional<std::size_t> drawn_place(int year, std::size_t near) const {
        std::optional<std::size_t> place;
        for (std::size_t i = 0; i < drawn_.size(); ++i) {
            if (drawn_[i].year == year &&
                (!place || (i > near ? i - near : near - i) <
                               (*place > near ? *place - near : near - *place))) {
                place = i;
            }
        }
        return place;
    }

    std::ptrdiff_t occurrences(int year) const {
        return std::count_if(
            drawn_.begin(), drawn_.end(), [&](const DrawnYear& d) { return d.year == year; });
    }

    void report_wrong(const HeadingCell& heading, int expected, bool of_plan, bool once) {
        const std::string found = grid_.shown(*heading.cell);
        if (!of_plan) {
            block_.remarks.add(remark::year_outside(found, first_year(), last_year()),
                               heading.cell->at);
        } else if (!once) {
            block_.remarks.add(remark::year_twice(found, heading.year), heading.cell->at);
        } else {
            block_.remarks.add(remark::year_out_of_order(found, expected), heading.cell->at);
        }
    }

    // Some are missing or too many: each heading stands for its own year.
    void assign_by_year(const std::vector<HeadingCell>& years) {
        taken_.assign(drawn_.size(), false);
        std::size_t run_from = 0;  // the years are drawn once for each group of columns
        int last = 0;
        for (const HeadingCell& heading : years) {
            if (heading.year < first_year() || heading.year > last_year()) {
                block_.remarks.add(
                    remark::year_outside(grid_.shown(*heading.cell), first_year(), last_year()),
                    heading.cell->at);
                unread_.push_back(heading.area.first.column);
                continue;
            }
            if (heading.year <= last && run_from + year_count() < drawn_.size()) {
                run_from += year_count();
            }
            last = heading.year;
            const std::size_t place = place_of(heading.year, run_from);
            if (place == drawn_.size() || taken_[place]) {
                block_.remarks.add(remark::year_twice(grid_.shown(*heading.cell), heading.year),
                                   heading.cell->at);
                unread_.push_back(heading.area.first.column);
                continue;
            }
            taken_[place] = true;
            add_column(heading, drawn_[place]);
        }
    }

    std::size_t year_count() const {
        return static_cast<std::size_t>(block_.layout->layout->year_count);
    }

    std::size_t place_of(int year, std::size_t from) const {
        for (std::size_t i = from; i < drawn_.size(); ++i) {
            if (drawn_[i].year == year) {
                return i;
            }
        }
        return drawn_.size();
    }

    void add_column(const HeadingCell& heading, const DrawnYear& drawn) {
        columns_.push_back({drawn.column,
                            drawn.year,
                            heading.cell->at,
                            heading.area.first.column,
                            heading.area.last.column});
        spans_.push_back(drawn.span);
    }

    // A year without a heading: the empty or unreadable cell where it should stand, else the row.
    void report_missing() {
        for (std::size_t i = 0; i < drawn_.size(); ++i) {
            if (taken_[i]) {
                continue;
            }
            if (const auto empty = empty_heading(i)) {
                walls_.push_back(empty->column);
                unread_.push_back(empty->column);
                block_.remarks.add(remark::year_heading_missing(drawn_[i].year), *empty);
                if (const sheet::Cell* cell = grid_.find(*empty)) {
                    grid_.mark_used(*cell);
                }
            } else {
                block_.remarks.add(remark::year_column_missing(drawn_[i].year),
                                   block_.first_cell(row_));
            }
        }
    }

    const YearColumn* column_of(std::size_t drawn) const {
        for (const YearColumn& column : columns_) {
            if (column.picture_column == drawn_[drawn].column) {
                return &column;
            }
        }
        return nullptr;
    }

    // The place of a missing heading: between its neighbours, a cell that has something below it or
    // that the picture's widths ask for.
    std::optional<base::CellRef> empty_heading(std::size_t missing) const {
        const YearColumn* left = missing > 0 ? column_of(missing - 1) : nullptr;
        const YearColumn* right = missing + 1 < drawn_.size() ? column_of(missing + 1) : nullptr;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        if (left != nullptr) {
            first = left->last_column + 1;
            last = right != nullptr ? right->first_column - 1
                                    : first + static_cast<std::uint32_t>(drawn_[missing].span) - 1;
        } else if (right != nullptr) {
            const auto span = static_cast<std::uint32_t>(drawn_[missing].span);
            if (right->first_column < block_.column + span) {
                return std::nullopt;
            }
            last = right->first_column - 1;
            first = last + 1 - span;
        } else {
            return std::nullopt;
        }
        for (std::uint32_t column = first; column <= last && column <= block_.limit_column;
             ++column) {
            if (is_free_heading(column)) {
                return base::CellRef{row_, column};
            }
        }
        return std::nullopt;
    }

    // Not a label, not another heading, not taken for another missing year, and used as a column:
    // formatted or filled in the rows below.
    bool is_free_heading(std::uint32_t column) const {
        const sheet::Cell* cell = grid_.find({row_, column});
        if ((cell != nullptr && grid_.is_used(*cell)) || grid_.is_covered({row_, column}) ||
            std::find(walls_.begin(), walls_.end(), column) != walls_.end()) {
            return false;
        }
        if (cell != nullptr) {
            return true;
        }
        const auto rows = static_cast<std::uint32_t>(block_.layout->rows.size());
        for (std::uint32_t below = row_ + 1; below <= row_ + rows; ++below) {
            if (grid_.find({below, column}) != nullptr) {
                return true;
            }
        }
        return false;
    }

    // Years in another manner than the layout's example are read all the same; told once.
    void report_manner() {
        for (const YearColumn& column : columns_) {
            const std::string shown = grid_.shown(*grid_.find(column.heading));
            const std::string drawn =
                plan::write_fiscal_year(block_.layout->layout->year_heading, column.year);
            if (shown != drawn) {
                block_.remarks.add(remark::other_wording(drawn, shown), column.heading);
                return;
            }
        }
    }

    // A heading reaches to before the next filled cell of its row, merged or not. What stands right
    // of the last one, and is no label, is no column of the form, and bounds none.
    void set_reach() {
        std::uint32_t rightmost = 0;
        for (const YearColumn& column : columns_) {
            rightmost = std::max(rightmost, column.first_column);
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            YearColumn& column = columns_[i];
            std::uint32_t end = block_.limit_column;
            bool is_last = true;
            for (const sheet::Cell& cell :
                 grid_.part(row_, column.last_column + 1, block_.limit_column)) {
                if (grid_.is_filled(cell)) {
                    end = cell.at.column - 1;
                    is_last = column.first_column == rightmost && !grid_.is_used(cell);
                    break;
                }
            }
            for (const std::uint32_t wall : walls_) {
                if (wall > column.last_column && wall - 1 < end) {
                    end = wall - 1;
                    is_last = false;
                }
            }
            if (is_last) {
                end = std::min(
                    end,
                    std::max(column.last_column,
                             column.first_column + static_cast<std::uint32_t>(spans_[i]) - 1));
            }
            column.last_column = end;
        }
        std::stable_sort(
            columns_.begin(), columns_.end(), [](const YearColumn& a, const YearColumn& b) {
                return a.first_column < b.first_column;
            });
    }

    // Headings in two rows: a row beside it that shows the same years again, or words over them.
    void mark_second_row() {
        for (const std::uint32_t other : {row_ + 1, row_ == 0 ? row_ : row_ - 1}) {
            if (other == row_) {
                continue;
            }
            std::vector<const sheet::Cell*> same;
            bool all = true;
            for (const sheet::Cell& cell : grid_.part(other, block_.column, block_.limit_column)) {
                if (!grid_.is_filled(cell)) {
                    continue;
                }
                all = all && shows_year_of_its_column(cell);
                same.push_back(&cell);
            }
            if (all) {
                for (const sheet::Cell* cell : same) {
                    grid_.mark_used(*cell);
                }
            }
        }
    }

    bool shows_year_of_its_column(const sheet::Cell& cell) const {
        const std::string text = grid_.shown(cell);
        const auto year = plan::parse_fiscal_year(without_brackets(text));
        return std::any_of(columns_.begin(), columns_.end(), [&](const YearColumn& column) {
            if (cell.at.column < column.first_column || cell.at.column > column.last_column) {
                return false;
            }
            const sheet::Cell* lower = grid_.find(column.heading);
            return (year && *year == column.year) ||
                   (cell.at.row < row_ && plan::parse_fiscal_year(text + grid_.shown(*lower)) ==
                                              std::optional<int>(column.year));
        });
    }

    static std::string_view without_brackets(std::string_view text) {
        text = base::trim(text);
        for (const std::string_view open : {"(", "（"}) {
            for (const std::string_view close : {")", "）"}) {
                if (text.size() > open.size() + close.size() && text.starts_with(open) &&
                    text.ends_with(close)) {
                    return text.substr(open.size(), text.size() - open.size() - close.size());
                }
            }
        }
        return text;
    }

    Grid& grid_;
    Block& block_;
    std::size_t compiled_;
    std::uint32_t row_;
    std::vector<DrawnYear> drawn_;
    std::vector<HeadingCell> headings_;
    std::vector<YearColumn> columns_;
    std::vector<int> spans_;
    std::vector<bool> taken_;
    std::vector<std::uint32_t> walls_;  // columns of missing headings
    std::vector<std::uint32_t> unread_;
};

}  // namespace

void find_year_columns(Grid& grid, Block& block) {
    for (std::size_t compiled = 0; compiled < block.layout->rows.size(); ++compiled) {
        const CompiledRow& row = block.layout->rows[compiled];
        if (row.has_years && row.region < 0 && block.row_of[compiled]) {
            block.years.push_back(YearFinder(grid, block, compiled).run());
        }
    }
    find_right_edge(block);
    report_moved_columns(block);
}

}  // namespace shinchoku::layout
