#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/block.h"

namespace shinchoku::layout {

// The cell of one field: where it stands, and what stands there if anything does.
struct Pick {
    base::CellRef place;
    const sheet::Cell* cell = nullptr;  // nullptr: nothing is filled in
    base::CellRange area;               // of the cell, or of the empty place

    [[nodiscard]] bool filled() const { return cell != nullptr; }
};

// A row of the picture at its place on the sheet.
struct Line {
    int picture_row = 0;
    std::uint32_t row = 0;
    const Element* element = nullptr;  // of a repeated group
};

// Finds cells as their labels govern them (section 6.6 of design/layout-notation.md). What it
// picks is marked as used; values that stand in one place with another are reported.
class CellPicker {
public:
    CellPicker(Grid& grid, Block& block) : grid_(grid), block_(block) {}

    // The cell of the picture's cell in this column; nothing where the label or year heading that
    // governs it was not found.
    [[nodiscard]] std::optional<Pick> pick(const Line& line, int column);

    // The boxes of a choice: the option of the marked one, "" where none is.
    struct Choice {
        base::CellRef place;
        std::string option;
    };
    [[nodiscard]] std::optional<Choice> pick_choice(const Line& line, int column);

    // The column of a by-year cell, and the last one that a merge reaches.
    [[nodiscard]] const YearColumn* year_column(const Line& line, int column) const;
    [[nodiscard]] const YearColumn* last_year_under(const Line& line,
                                                    int column,
                                                    const base::CellRange& area) const;

    // What stands under headings that are wrong or missing is accounted for by that finding.
    void explain_unread_years(const Line& line);

    // S04 for a join of the layout that a label or heading has lost, unless a value has been told.
    void check_label_joins();

    // The words of the label that governs a cell, for messages.
    [[nodiscard]] std::string label_text(const Line& line, int column) const;

private:
    struct Reach {
        std::uint32_t first_row = 0;
        std::uint32_t last_row = 0;
        std::uint32_t first_column = 0;
        std::uint32_t last_column = 0;
    };

    [[nodiscard]] const PictureCell& cell_of(const Line& line, int column) const;
    [[nodiscard]] std::optional<int> label_at(int picture_row, int column) const;
    [[nodiscard]] std::optional<base::CellRange> label_area(const Line& line, int label) const;
    [[nodiscard]] std::optional<Reach> reach_of(const Line& line, int column) const;
    [[nodiscard]] std::optional<Reach> row_reach(const Line& line, int label) const;
    [[nodiscard]] std::optional<Reach> column_reach(const Line& line, int column, int label) const;
    [[nodiscard]] std::optional<Reach> year_reach(const Line& line, int column) const;
    [[nodiscard]] const YearRow* years_of(const Line& line, int column) const;
    [[nodiscard]] std::uint32_t next_label_column(const base::CellRange& area) const;
    [[nodiscard]] std::vector<const sheet::Cell*> filled_in(const Reach& reach) const;
    [[nodiscard]] Pick pick_one(const Line& line, int column, const Reach& reach);
    [[nodiscard]] Pick pick_by_order(const Line& line, int column, const Reach& reach);
    [[nodiscard]] base::CellRef first_box(const Reach& reach) const;
    [[nodiscard]] Pick empty_place(const Reach& reach, bool carried);
    void check_merge(const Line& line, int column, const Reach& reach, const Pick& pick);
    [[nodiscard]] bool is_free_beside(const Line& line, int column, base::CellRef place) const;
    [[nodiscard]] bool is_unsure(std::uint32_t row) const;

    Grid& grid_;
    Block& block_;
    bool merge_reported_ = false;
    std::vector<base::CellRef> merges_over_fields_;
    std::optional<base::CellRef> ambiguous_row_;
};

}  // namespace shinchoku::layout
