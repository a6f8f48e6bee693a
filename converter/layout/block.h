#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "layout/alignment.h"
#include "layout/grid.h"
#include "layout/hits.h"
#include "layout/label_index.h"
#include "layout/remarks.h"

namespace shinchoku::layout {

// Where everything of one block stands on its sheet, before any value is read.

struct LabelPlace {
    base::CellRange area;  // the cell with what is merged to it
    Agreement agreement = Agreement::exact;
    std::string wording;            // the label or listed variant it agrees with
    std::vector<Capture> captures;  // of a pattern
};

// The column of one year: from its heading to before the next filled cell of the heading's row.
struct YearColumn {
    int picture_column = 0;
    int year = 0;
    base::CellRef heading;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
};

struct YearRow {
    int compiled = 0;                 // index into CompiledLayout::rows
    std::vector<YearColumn> columns;  // by place on the sheet
    // Columns whose heading is missing or wrong, which is reported: nothing is read from them.
    std::vector<std::uint32_t> unread_columns;
};

// One element of a repeated group.
struct Element {
    std::vector<std::optional<std::uint32_t>> line_rows;  // by line
    std::vector<Hit> labels;                              // labels and patterns in its rows
    std::optional<Hit> heading;                           // label of the heading row above it
};

// The label of a field that every layout accepts wherever it stands.
struct FreePlace {
    FreeField field = FreeField::note;
    base::CellRange area;
};

// The plan's years on a sheet: the layout's, or those that the program wrote into the workbook.
struct Period {
    int first_year = 0;
    int last_year = 0;
};

struct Block {
    const CompiledLayout* layout = nullptr;
    Period period;
    std::uint32_t column = 0;        // where its first-column labels stand
    std::uint32_t last_column = 0;   // its right edge
    std::uint32_t limit_column = 0;  // nothing beyond belongs to it
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;

    // By index into CompiledLayout::rows and ::labels.
    std::vector<std::optional<std::uint32_t>> row_of;  // single rows
    std::vector<int> form_of;                          // the form that was found
    std::vector<std::optional<LabelPlace>> labels;     // of single rows
    std::vector<std::vector<Element>> elements;        // by region
    std::vector<YearRow> years;
    std::vector<std::uint32_t> unsure_rows;  // a label is missing in them, which is reported

    // Labels of fields that every layout accepts, and labels that stand more often than drawn.
    std::vector<FreePlace> free_fields;
    std::vector<base::CellRef> surplus_labels;  // ascending

    RemarkList remarks;

    // Headings are drawn for every column, also past the last year of a shorter plan.
    [[nodiscard]] int last_heading_year() const {
        return period.first_year + layout->layout->year_count - 1;
    }
    [[nodiscard]] bool is_surplus(base::CellRef at) const {
        return std::binary_search(surplus_labels.begin(), surplus_labels.end(), at);
    }
    [[nodiscard]] base::CellRange range() const {
        return {{first_row, column}, {last_row, last_column}};
    }
    [[nodiscard]] base::CellRef first_cell(std::uint32_t row) const { return {row, column}; }

    // True for a row of the sheet that stands for a single row of the picture or a free field.
    [[nodiscard]] bool has_row(std::uint32_t row) const;
    // The first label of the nearest row above that was found, for messages.
    [[nodiscard]] std::string label_before(std::uint32_t row) const;
    void extend(std::uint32_t row) {
        first_row = std::min(first_row, row);
        last_row = std::max(last_row, row);
    }
    // S01, with F07 where the whole row is gone. `row` is where it should stand.
    void report_row_missing(int compiled, std::uint32_t row, bool deleted);
};

// Sheet rows that a block may reach into: those between its neighbours above and below.
struct Vicinity {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;  // the last row of the sheet where no block follows
};

// Sections 6.4 and 6.5 of design/layout-notation.md: second chances for labels that were not found,
// year columns, the right edge, unlabelled rows and repeated groups. `hits` are the layout's hits
// on the sheet by place, `index` tells the captures of patterns. Marks labels and headings as used.
[[nodiscard]] Block locate_block(Grid& grid,
                                 const LabelIndex& index,
                                 int layout,
                                 const Period& period,
                                 const AlignedBlock& aligned,
                                 const std::vector<Hit>& hits,
                                 const std::vector<TextHit>& texts,
                                 const Vicinity& vicinity);

// The steps of it, each after the other.
void find_year_columns(Grid& grid, Block& block);
// The block's right edge, from the label or heading that stands farthest right in the picture.
void find_right_edge(Block& block);
// Labels and years that stand in other columns than drawn are followed; told once, at the first.
void report_moved_columns(Block& block);
void assign_rows(Grid& grid, Block& block, const AlignedBlock& aligned, const Vicinity& vicinity);

// Gives the sheet rows first..end-1 to the elements of a region. `known` are the aligned rows of
// regions, ascending.
void assign_elements(Grid& grid,
                     Block& block,
                     int region,
                     std::uint32_t first,
                     std::uint32_t end,
                     const std::vector<const AlignedRow*>& known);

// What stands in the row of a missing label is accounted for by that finding.
void explain_row(Grid& grid, const Block& block, std::uint32_t row);

}  // namespace shinchoku::layout
