#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "layout/layout.h"
#include "plan/model.h"
#include "render/book.h"

namespace shinchoku::render {

struct FormOptions {
    bool protect = true;
    bool tell_plan = true;  // write the identity (properties, hidden names) for reading back
};

// One block of the layout for one measure, its first cell at `at` of the sheet: expanded, joined,
// filled, styled, validated (section 4 of design/layout-notation.md). Returns the rows it took and
// where each by-year row ended up, so that a chart can point at them.
struct DrawnBlock {
    base::CellRange range;
    double width_chars = 0;
    double height_points = 0;
    struct SeriesRows {
        std::string indicator;                       // id
        base::CellRange headings, targets, actuals;  // one cell a year, in one row
        bool numeric = false;  // all filled targets and actuals are written as numbers
    };
    std::vector<SeriesRows> series;
};
[[nodiscard]] DrawnBlock draw_form(SheetWriter& sheet,
                                   base::CellRef at,
                                   const layout::Layout& layout,
                                   const plan::Plan& plan,
                                   const plan::Measure& measure,
                                   const FormOptions& options);

// The same for a layout whose block is the whole plan: one table of all measures.
[[nodiscard]] DrawnBlock draw_plan_form(SheetWriter& sheet,
                                        base::CellRef at,
                                        const layout::Layout& layout,
                                        const plan::Plan& plan,
                                        const FormOptions& options);

// Page, margins, header, footer and repeated rows as the layout asks, for a sheet whose last block
// is `drawn`. A single block that is a little too high for its page is made to fit it.
[[nodiscard]] PageSetup page_of(const layout::Layout& layout, const DrawnBlock& drawn);

// The same for forms that stand below each other on one sheet: as many on a page as it holds whole.
// REQUIRES: at least one form.
[[nodiscard]] PageSetup page_of_stack(const layout::Layout& layout,
                                      const std::vector<DrawnBlock>& forms);

// Draws every measure of the plan in the layout's form to `path` (created beside it, read back,
// compared with the plan, synced, renamed). The findings name what the form cannot hold (X10); the
// error names the first cell that did not read back equal, or why the file could not be written.
[[nodiscard]] base::Result<std::vector<base::Finding>> write_forms(
    const std::filesystem::path& path,
    const layout::Layout& layout,
    const plan::Plan& plan,
    const FormOptions& options);

// The empty form of the layout as a workbook of one sheet: labels and boxes, no values.
[[nodiscard]] base::Result<std::vector<base::Finding>> write_blank(
    const std::filesystem::path& path, const layout::Layout& layout);

}  // namespace shinchoku::render
