#include "layout/cell_picker.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/undone_joins.h"

namespace shinchoku::layout {
namespace {

// The text behind a box, where the text begins with one: "□ A" -> false, "A".
struct Box {
    bool marked = false;
    std::string text;
};

std::optional<Box> parse_box(std::string_view text) {
    constexpr std::u32string_view open = U"□☐○◯〇";
    constexpr std::u32string_view marked = U"■☑☒✓✔●レ◉";
    text = base::trim(text);
    if (text.empty()) {
        return std::nullopt;
    }
    std::size_t at = 0;
    const char32_t first = base::next_code_point(text, at);
    if (open.find(first) == open.npos && marked.find(first) == marked.npos) {
        return std::nullopt;
    }
    return Box{marked.find(first) != marked.npos, comparison_form(text.substr(at))};
}

}  // namespace

const PictureCell& CellPicker::cell_of(const Line& line, int column) const {
    return block_.layout->layout->picture.rows[static_cast<std::size_t>(line.picture_row)]
        .cells[static_cast<std::size_t>(column)];
}

std::optional<int> CellPicker::label_at(int picture_row, int column) const {
    const int label = block_.layout->label_at(picture_row, column);
    return label < 0 ? std::nullopt : std::optional(label);
}

std::optional<base::CellRange> CellPicker::label_area(const Line& line, int label) const {
    if (line.element != nullptr) {
        for (const Hit& hit : line.element->labels) {
            if (hit.label == label) {
                return grid_.own_area(hit.at);
            }
        }
    }
    const auto& found = block_.labels[static_cast<std::size_t>(label)];
    return found ? std::optional(found->area) : std::nullopt;
}

std::string CellPicker::label_text(const Line& line, int column) const {
    const Governance& governed = cell_of(line, column).governed;
    const auto label = label_at(governed.label_row, governed.label_column);
    if (label) {
        return block_.layout->labels[static_cast<std::size_t>(*label)].shown;
    }
    const Field* field = cell_of(line, column).field();
    return field != nullptr ? field->name : std::string();
}

std::optional<CellPicker::Reach> CellPicker::reach_of(const Line& line, int column) const {
    const Governance& governed = cell_of(line, column).governed;
    const auto label = label_at(governed.label_row, governed.label_column);
    switch (governed.by) {
        case GovernedBy::nothing:
            return std::nullopt;
        case GovernedBy::row:
        case GovernedBy::order:
            return label ? row_reach(line, *label) : std::nullopt;
        case GovernedBy::column:
            return label ? column_reach(line, column, *label) : std::nullopt;
        case GovernedBy::year:
            return year_reach(line, column);
    }
    return std::nullopt;
}

// From a label to before the next label of its row.
std::optional<CellPicker::Reach> CellPicker::row_reach(const Line& line, int label) const {
    const auto area = label_area(line, label);
    if (!area) {
        return std::nullopt;
    }
    Reach reach{area->first.row, area->last.row, area->last.column + 1, next_label_column(*area)};
    const bool own_row = line.row >= area->first.row && line.row <= area->last.row;
    if (own_row && block_.layout->labels[static_cast<std::size_t>(label)].row != line.picture_row) {
        reach.first_row = reach.last_row = line.row;  // a label joined down over several rows
    }
    for (const auto& other : block_.row_of) {
        if (other && *other > reach.first_row && *other <= reach.last_row) {
            reach.last_row = *other - 1;
        }
    }
    return reach.first_column > reach.last_column ? std::nullopt : std::optional(reach);
}

std::uint32_t CellPicker::next_label_column(const base::CellRange& area) const {
    std::uint32_t last = block_.last_column;
    for (const auto& other : block_.labels) {
        if (other && other->area.first.row <= area.first.row &&
            other->area.last.row >= area.first.row && other->area.first.column > area.last.column) {
            last = std::min(last, other->area.first.column - 1);
        }
    }
    for (const FreePlace& free : block_.free_fields) {
        if (free.area.first.row == area.first.row && free.area.first.column > area.last.column) {
            last = std::min(last, free.area.first.column - 1);
        }
    }
    return last;
}

// Under a heading, to before the next filled cell of the heading's row.
std::optional<CellPicker::Reach> CellPicker::column_reach(const Line& line,
                                                          int column,
                                                          int label) const {
    base::CellRange heading;
    if (const auto area = label_area(line, label)) {
        heading = *area;
    } else {
        const LabelCell& blank = block_.layout->labels[static_cast<std::size_t>(label)];
        const auto compiled =
            static_cast<std::size_t>(block_.layout->row_of_label[static_cast<std::size_t>(label)]);
        if (!blank.may_be_blank || !block_.row_of[compiled]) {
            return std::nullopt;
        }
        const auto offset = static_cast<std::uint32_t>(column - block_.layout->anchor_column);
        heading.first = {*block_.row_of[compiled], block_.column + offset};
        heading.last = heading.first;
    }
    Reach reach{line.row, line.row, heading.first.column, block_.last_column};
    for (const sheet::Cell& cell :
         grid_.part(heading.first.row, heading.last.column + 1, block_.last_column)) {
        if (grid_.is_filled(cell)) {
            reach.last_column = cell.at.column - 1;
            break;
        }
    }
    return reach;
}

const YearRow* CellPicker::years_of(const Line& line, int column) const {
    const int year_row = cell_of(line, column).governed.year_row;
    for (const YearRow& years : block_.years) {
        const CompiledRow& row = block_.layout->rows[static_cast<std::size_t>(years.compiled)];
        if (std::find(row.forms.begin(), row.forms.end(), year_row) != row.forms.end()) {
            return &years;
        }
    }
    return nullptr;
}

const YearColumn* CellPicker::year_column(const Line& line, int column) const {
    const YearRow* years = years_of(line, column);
    if (years == nullptr) {
        return nullptr;
    }
    for (const YearColumn& year : years->columns) {
        if (year.picture_column == column) {
            return &year;
        }
    }
    return nullptr;
}

const YearColumn* CellPicker::last_year_under(const Line& line,
                                              int column,
                                              const base::CellRange& area) const {
    const YearColumn* last = year_column(line, column);
    if (const YearRow* years = years_of(line, column)) {
        for (const YearColumn& year : years->columns) {
            if (last != nullptr && year.first_column > last->first_column &&
                year.first_column <= area.last.column && year.year > last->year) {
                last = &year;
            }
        }
    }
    return last;
}

void CellPicker::explain_unread_years(const Line& line) {
    const auto& cells =
        block_.layout->layout->picture.rows[static_cast<std::size_t>(line.picture_row)].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (cells[column].governed.by != GovernedBy::year) {
            continue;
        }
        const YearRow* years = years_of(line, static_cast<int>(column));
        if (years == nullptr) {  // no headings at all
            for (const sheet::Cell& cell :
                 grid_.part(line.row, block_.column, block_.last_column)) {
                grid_.mark_used(cell);
            }
            return;
        }
        for (const std::uint32_t unread : years->unread_columns) {
            grid_.mark_used(base::CellRef{line.row, unread});
        }
    }
}

std::optional<CellPicker::Reach> CellPicker::year_reach(const Line& line, int column) const {
    const YearColumn* year = year_column(line, column);
    if (year == nullptr) {
        return std::nullopt;
    }
    Reach reach{line.row, line.row, year->first_column, year->last_column};
    const Governance& governed = cell_of(line, column).governed;
    const auto label = label_at(governed.label_row, governed.label_column);
    if (label && governed.label_row == line.picture_row) {
        if (const auto rows = row_reach(line, *label)) {
            reach.last_row = std::max(reach.last_row, rows->last_row);
        }
    }
    return reach;
}

std::vector<const sheet::Cell*> CellPicker::filled_in(const Reach& reach) const {
    std::vector<const sheet::Cell*> found;
    for (std::uint32_t row = reach.first_row; row <= reach.last_row; ++row) {
        for (const sheet::Cell& cell : grid_.part(row, reach.first_column, reach.last_column)) {
            if (grid_.is_filled(cell) && !grid_.is_used(cell) && !block_.is_surplus(cell.at)) {
                found.push_back(&cell);
            }
        }
    }
    return found;
}

bool CellPicker::is_unsure(std::uint32_t row) const {
    return std::find(block_.unsure_rows.begin(), block_.unsure_rows.end(), row) !=
           block_.unsure_rows.end();
}

std::optional<Pick> CellPicker::pick(const Line& line, int column) {
    const auto reach = reach_of(line, column);
    if (!reach) {
        return std::nullopt;
    }
    Pick found = cell_of(line, column).governed.by == GovernedBy::order
                     ? pick_by_order(line, column, *reach)
                     : pick_one(line, column, *reach);
    check_merge(line, column, *reach, found);
    return found;
}

// The one filled cell; of two the first, and the second is reported.
Pick CellPicker::pick_one(const Line& line, int column, const Reach& reach) {
    const std::vector<const sheet::Cell*> cells = filled_in(reach);
    if (cells.empty()) {
        const Field* field = cell_of(line, column).field();
        return empty_place(reach, field != nullptr && field->carried);
    }
    if (cells.size() > 1 && !is_unsure(reach.first_row)) {
        block_.remarks.add(
            remark::two_values(
                label_text(line, column), grid_.shown(*cells[0]), grid_.shown(*cells[1])),
            cells[1]->at);
    }
    for (const sheet::Cell* cell : cells) {
        grid_.mark_used(*cell);
    }
    return {cells.front()->at, cells.front(), grid_.area(cells.front()->at)};
}

// Where a value would be typed: the first joined cells behind the label, else the first cell.
base::CellRef CellPicker::first_box(const Reach& reach) const {
    constexpr std::uint32_t farthest = 16;
    for (std::uint32_t column = reach.first_column;
         column <= reach.last_column && column < reach.first_column + farthest;
         ++column) {
        const base::CellRange area = grid_.area({reach.first_row, column});
        if (area.last.column > area.first.column && area.first.row == reach.first_row &&
            area.first.column == column) {
            return area.first;
        }
    }
    return {reach.first_row, reach.first_column};
}

Pick CellPicker::empty_place(const Reach& reach, bool carried) {
    const base::CellRef first = first_box(reach);
    const base::CellRange area = grid_.area(first);
    if (area.first.row < reach.first_row && !carried) {
        // Joined with a cell of another row: what it says is said once.
        const bool known =
            std::find(merges_over_fields_.begin(), merges_over_fields_.end(), area.first) !=
            merges_over_fields_.end();
        const sheet::Cell* owner = grid_.find(area.first);
        if (!known && owner != nullptr && sheet::has_value(*owner)) {
            merges_over_fields_.push_back(area.first);
            block_.remarks.add(remark::merged_over_fields(), area.first);
        }
    }
    return {first, nullptr, area};
}

// The k-th filled cell, if there are as many as drawn; else by the drawn places.
Pick CellPicker::pick_by_order(const Line& line, int column, const Reach& reach) {
    const Governance& own = cell_of(line, column).governed;
    const auto& cells =
        block_.layout->layout->picture.rows[static_cast<std::size_t>(line.picture_row)].cells;
    std::vector<int> drawn;  // columns of the siblings
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Governance& other = cells[i].governed;
        if (other.by == GovernedBy::order && other.label_row == own.label_row &&
            other.label_column == own.label_column) {
            drawn.push_back(static_cast<int>(i));
        }
    }
    const LabelCell& label =
        block_.layout->labels[static_cast<std::size_t>(*label_at(own.label_row, own.label_column))];
    const auto place_of = [&](int picture_column) {
        return reach.first_column +
               static_cast<std::uint32_t>(picture_column - label.column - label.span);
    };
    std::vector<const sheet::Cell*> filled;
    for (const sheet::Cell& cell :
         grid_.part(reach.first_row, reach.first_column, reach.last_column)) {
        if (grid_.is_filled(cell)) {
            filled.push_back(&cell);
        }
    }
    const auto order = static_cast<std::size_t>(own.order);
    const sheet::Cell* found = nullptr;
    if (filled.size() == drawn.size()) {
        found = filled[order];
    } else if (filled.size() < drawn.size() &&
               std::all_of(filled.begin(), filled.end(), [&](const sheet::Cell* cell) {
                   return std::any_of(drawn.begin(), drawn.end(), [&](int picture_column) {
                       return cell->at.column == place_of(picture_column);
                   });
               })) {
        const auto here = std::find_if(filled.begin(), filled.end(), [&](const sheet::Cell* cell) {
            return cell->at.column == place_of(column);
        });
        found = here == filled.end() ? nullptr : *here;
    } else {
        const base::CellRef row{reach.first_row, reach.first_column};
        if (ambiguous_row_ != row) {
            ambiguous_row_ = row;
            const std::size_t at = std::min(filled.size() - 1, drawn.size());
            block_.remarks.add(remark::ambiguous(label_text(line, column)), filled[at]->at);
        }
        found = order < filled.size() ? filled[order] : nullptr;
        for (const sheet::Cell* cell : filled) {
            grid_.mark_used(*cell);
        }
    }
    if (found == nullptr) {
        const base::CellRef place{reach.first_row, std::min(place_of(column), reach.last_column)};
        return {place, nullptr, grid_.area(place)};
    }
    grid_.mark_used(*found);
    return {found->at, found, grid_.area(found->at)};
}

// Merges that the layout draws and the sheet has not; one finding a block is enough.
void CellPicker::check_merge(const Line& line, int column, const Reach& reach, const Pick& pick) {
    const int span = block_.layout->layout->picture.span_of(line.picture_row, column);
    const bool is_merged = pick.area.first != pick.area.last;
    if (merge_reported_ || span < 2 || is_merged || reach.last_column == reach.first_column) {
        return;
    }
    const GovernedBy by = cell_of(line, column).governed.by;
    const Field* field = cell_of(line, column).field();
    // A bar of a schedule is as long as its work, not as its column.
    if ((field != nullptr && field->id == FieldId::schedule_cells) ||
        (by == GovernedBy::order && !is_free_beside(line, column, pick.place))) {
        return;
    }
    if (by == GovernedBy::year) {
        const YearColumn* year = year_column(line, column);
        if (grid_.area(year->heading).last.column == year->heading.column) {
            return;  // the heading is as wide as the value
        }
    }
    merge_reported_ = true;
    block_.remarks.add(remark::merge_undone(label_text(line, column)), pick.place);
}

// Values in order share the reach of their label: the next column is this one's only where its
// value stands as drawn and nothing else stands there.
bool CellPicker::is_free_beside(const Line& line, int column, base::CellRef place) const {
    const auto drawn =
        block_.column + static_cast<std::uint32_t>(column - block_.layout->anchor_column);
    const base::CellRef beside{place.row, place.column + 1};
    const sheet::Cell* cell = grid_.find(beside);
    const base::CellRange area = grid_.area(beside);
    return place.column == drawn && area.first == area.last &&
           (cell == nullptr || !grid_.is_filled(*cell)) &&
           place.column < reach_of(line, column)->last_column;
}

void CellPicker::check_label_joins() {
    if (merge_reported_) {
        return;
    }
    if (const auto undone = find_undone_join(grid_, block_)) {
        merge_reported_ = true;
        block_.remarks.add(remark::merge_undone(undone->label), undone->cell);
    }
}

std::optional<CellPicker::Choice> CellPicker::pick_choice(const Line& line, int column) {
    const PictureCell& drawn = cell_of(line, column);
    const auto label = label_at(drawn.governed.label_row, drawn.governed.label_column);
    const auto reach = label ? row_reach(line, *label) : std::nullopt;
    if (!reach) {
        return std::nullopt;
    }
    const std::string wanted = comparison_form(drawn.field()->option);
    for (const sheet::Cell* cell : filled_in(*reach)) {
        const auto box = parse_box(grid_.shown(*cell));
        if (box && box->text == wanted) {
            grid_.mark_used(*cell);
            return Choice{cell->at, box->marked ? drawn.field()->option : std::string()};
        }
    }
    return std::nullopt;
}

}  // namespace shinchoku::layout
