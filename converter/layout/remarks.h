#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace shinchoku::layout {

// What reading has to say about a sheet, rule by rule (F, S, C12, C18, D03 of design/rules.md):
// severity and wording in one place. The caller adds the cell and the measure.

// A finding without its place. `part` tells two findings of one rule in one measure apart.
struct Remark {
    std::string rule;
    base::Severity severity = base::Severity::info;
    std::string part;
    std::optional<int> year;
    base::Text message;
    base::Text hint;
    std::string found;
    std::string expected;
};

namespace remark {

// Labels: S01 S02 S03 F07.
[[nodiscard]] Remark label_missing(std::string_view label);
[[nodiscard]] Remark value_row_missing(std::string_view label_above);
[[nodiscard]] Remark row_deleted(std::string_view label);
[[nodiscard]] Remark label_twice(std::string_view label);
[[nodiscard]] Remark other_wording(std::string_view label, std::string_view found);
[[nodiscard]] Remark guessed_wording(std::string_view label, std::string_view found);
[[nodiscard]] Remark row_moved(std::string_view label);
[[nodiscard]] Remark rows_inserted(std::string_view after_label);
[[nodiscard]] Remark columns_inserted();
[[nodiscard]] Remark optional_row_absent(std::string_view label);

// Years: S05 D03.
[[nodiscard]] Remark year_heading_missing(int year);
[[nodiscard]] Remark year_column_missing(int year);
[[nodiscard]] Remark value_without_year(std::string_view found);
[[nodiscard]] Remark year_outside(std::string_view found, int first_year, int last_year);
[[nodiscard]] Remark year_twice(std::string_view found, int year);
[[nodiscard]] Remark year_out_of_order(std::string_view found, int expected);

// Cells: S04 S16 S17 C12 C18.
[[nodiscard]] Remark merge_undone(std::string_view label);
[[nodiscard]] Remark merged_over_years(std::string_view found, int first, int last);
[[nodiscard]] Remark merged_over_fields();
[[nodiscard]] Remark covered_value(std::string_view found);
[[nodiscard]] Remark extra_cell(std::string_view found);
[[nodiscard]] Remark two_values(std::string_view label,
                                std::string_view first,
                                std::string_view second);
[[nodiscard]] Remark ambiguous(std::string_view label);
[[nodiscard]] Remark two_marks(std::string_view label);
[[nodiscard]] Remark typed_over_formula(std::string_view label, std::string_view found);
[[nodiscard]] Remark malformed_number(std::string_view found);

// Measures and groups: F05 F08 S10 S15.
[[nodiscard]] Remark several_blocks(std::size_t count);
[[nodiscard]] Remark split_over_sheets(std::string_view first_sheet);
[[nodiscard]] Remark measure_twice(std::string_view title, std::string_view first, bool differs);
[[nodiscard]] Remark two_titles(std::string_view number,
                                std::string_view used,
                                std::string_view here);
[[nodiscard]] Remark id_from_position(std::string_view id);

// The identity that the program wrote: F06.
[[nodiscard]] Remark other_layout(std::string_view written, std::string_view fits);
[[nodiscard]] Remark other_plan(std::string_view written, std::string_view master);
[[nodiscard]] Remark no_identity();

// Sheets: F04 S14; the workbook: D08.
[[nodiscard]] Remark sheet_missing(std::string_view id);
[[nodiscard]] Remark sheet_renamed(std::string_view found, std::string_view expected);
[[nodiscard]] Remark sheet_extra(std::string_view name);
[[nodiscard]] Remark sheet_hidden(std::string_view name);
[[nodiscard]] Remark no_layout(std::string_view sheet,
                               std::string_view nearest,
                               const std::vector<std::string>& missing,
                               bool others_fit);
[[nodiscard]] Remark date_system_1904();

}  // namespace remark

// Findings of one block or sheet, until its measure's id is known.
class RemarkList {
public:
    void add(Remark remark, std::optional<base::CellRef> cell);

    // Those at cells of these rows, taken out of the list.
    [[nodiscard]] RemarkList take_rows(std::uint32_t first, std::uint32_t last);

    // The findings with their file, sheet and measure; the list is left empty. A plan that was read
    // from JSON has no sheet ("") and so no cells.
    [[nodiscard]] std::vector<base::Finding> take(std::string_view file,
                                                  std::string_view sheet,
                                                  int sheet_index,
                                                  std::string_view measure);

private:
    struct Placed {
        Remark remark;
        std::optional<base::CellRef> cell;
    };
    std::vector<Placed> placed_;
};

}  // namespace shinchoku::layout
