#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "check/collector.h"
#include "check/workbook_rules.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "layout/reading.h"
#include "sheet/attachments.h"
#include "sheet/workbook.h"

namespace shinchoku::check {

// The cell of a field, as the reading found it.
struct PlacedCell {
    base::CellRef at;
    std::size_t measure = 0;  // index into the plan's measures
    int indicator = -1;       // index into the measure's indicators; -1: of the measure
    int year = 0;             // 0: of no year
    layout::FieldId field = layout::FieldId::text;
    std::string_view path;  // of a measure's own field: "texts.issues", "departments"
};

// One block of a sheet.
struct BlockView {
    std::size_t measure = 0;
    base::CellRange range;
    const layout::Layout* layout = nullptr;  // never null
};

// A sheet with blocks, laid out for the rules that look at its cells. Borrows everything.
class SheetView {
public:
    SheetView(const sheet::Workbook& workbook,
              const sheet::SheetAttachments& attached,
              const std::vector<sheet::CellStyle>& styles,
              const layout::Reading& reading,
              std::size_t sheet_index,
              std::vector<BlockView> blocks);

    [[nodiscard]] const sheet::Workbook& workbook() const { return grid_.workbook(); }
    [[nodiscard]] const sheet::Sheet& sheet() const { return grid_.sheet(); }
    [[nodiscard]] const sheet::SheetAttachments& attached() const { return attached_; }
    [[nodiscard]] const layout::Reading& reading() const { return reading_; }
    [[nodiscard]] const layout::Grid& grid() const { return grid_; }
    [[nodiscard]] const std::vector<BlockView>& blocks() const { return blocks_; }

    [[nodiscard]] const BlockView* block_at(base::CellRef at) const;  // nullptr outside of all
    [[nodiscard]] const PlacedCell* place_at(base::CellRef at) const;
    [[nodiscard]] const std::vector<PlacedCell>& places() const { return places_; }
    [[nodiscard]] const sheet::CellStyle& style_of(const sheet::Cell& cell) const;

    // The cells of a block in order, filled and others; of one beside another only its own.
    void for_each_cell(const BlockView& block,
                       const std::function<void(const sheet::Cell&)>& visit) const;

    // Something to read stands there that is neither a label of the layout nor a year heading.
    [[nodiscard]] bool holds_data(const BlockView& block, const sheet::Cell& cell) const;

    [[nodiscard]] bool row_is_hidden(std::uint32_t row) const;
    [[nodiscard]] bool column_is_hidden(std::uint32_t column) const;
    // Columns that are shown, in characters, and rows that are shown, in points.
    [[nodiscard]] double width_chars(const base::CellRange& area) const;
    [[nodiscard]] double height_points(const base::CellRange& area) const;

    // Adds what is said of a cell in a block: its field tells the key, its block the measure.
    void add(Collector& out, Remark remark) const;

private:
    void place_measure(std::size_t measure);
    // The labels of a layout in the form in which they are compared, and how those of its labels
    // begin that have a year at their end.
    struct Labels {
        const layout::Layout* layout = nullptr;
        std::set<std::string> whole;
        std::vector<std::string> beginnings;
    };
    [[nodiscard]] bool is_label(const layout::Layout& layout, std::string_view text) const;

    const sheet::SheetAttachments& attached_;
    const std::vector<sheet::CellStyle>& styles_;
    const layout::Reading& reading_;
    layout::Grid grid_;
    std::vector<bool> hidden_columns_;
    std::vector<BlockView> blocks_;   // by place
    std::vector<PlacedCell> places_;  // by place
    std::set<base::CellRef> headings_;
    // Made when first asked for: most sheets hide nothing.
    mutable Labels labels_;
};

// How the layout draws a field: a box to fill in, a formula, a printed value.
struct DrawnAs {
    bool entry = false;
    bool formula = false;
    std::string formula_text;  // with {field}
};
[[nodiscard]] DrawnAs drawn_as(const layout::Layout& layout, const PlacedCell& place);

// One function a rule, each looking at one sheet.
void formulas(const SheetView& view, bool is_own_form, Collector& out);  // C13, formula_rules.cpp
void era_years_alone(const SheetView& view, Collector& out);             // D05, era_year_rules.cpp
void validations(const SheetView& view, Collector& out);     // C14, validation_rules.cpp
void hidden_content(const SheetView& view, Collector& out);  // C15, hidden_rules.cpp
void cut_off_texts(const SheetView& view, double character_pixels, Collector& out);  // C16
void drawn_content(const SheetView& view, Collector& out);            // S07, drawing_rules.cpp
void pages(const SheetView& view, bool is_own_form, Collector& out);  // S08, page_rules.cpp

// Looking at all sheets of the workbook, or at the file.
void ditto_marks(const std::vector<SheetView>& sheets, Collector& out);  // S06, ditto_rules.cpp
void saved_file(const sheet::Properties& properties,
                const WorkbookOptions& options,
                Collector& out);  // F09, file_rules.cpp

}  // namespace shinchoku::check
