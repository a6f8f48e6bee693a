#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.h"
#include "plan/model.h"

namespace shinchoku::render {

// The rows of a picture written once for each element of their lists: section 4, steps 1 and 2 of
// design/layout-notation.md. Nothing here knows a workbook.

// One element of a list: which indicator, schedule row, approach, footnote or line of a text.
struct Element {
    const plan::Measure* measure = nullptr;
    const plan::Indicator* indicator = nullptr;
    const plan::ScheduleRow* schedule = nullptr;
    const plan::Approach* approach = nullptr;
    const plan::Footnote* footnote = nullptr;
    std::vector<std::string> line;  // columns of a text kept as rows
    bool is_line = false;
    int number = 0;  // running, from 1; 0: a blank row to spare

    [[nodiscard]] bool is_spare() const { return number == 0; }
};

// The elements that a list of the layout draws of one measure, in order.
[[nodiscard]] std::vector<Element> elements_of(const layout::List& list,
                                               const plan::Measure& measure);

// The list that a field without a list of its own takes its first element from.
[[nodiscard]] const layout::List& own_list(layout::ListOf of);
[[nodiscard]] std::optional<layout::ListOf> list_kind_of(layout::FieldId id);

// One row of the sheet to be drawn, relative to the block's first row.
struct SheetRow {
    int picture_row = 0;
    const plan::Measure* measure = nullptr;  // nothing in the single rows of a block of the plan
    std::optional<Element> element;          // of the row's list, or of the list it heads
};

// All rows of a block: of one measure, or, where the layout's block is the plan, of all of them.
[[nodiscard]] std::vector<SheetRow> expand_rows(const layout::Layout& layout,
                                                const std::vector<const plan::Measure*>& measures);

// The element a field of a row speaks of: the row's own, or the first of the field's list; spare
// where there is none.
[[nodiscard]] Element element_for(const layout::Layout& layout,
                                  const SheetRow& row,
                                  const layout::Field& field);

}  // namespace shinchoku::render
