#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "render/book.h"
#include "render/package_patch.h"
#include "render/written_cells.h"
#include "render/xlsxwriter.h"

namespace shinchoku::render {

// What stands behind Book and SheetWriter; for the files of this folder only.

[[nodiscard]] inline lxw_col_t column_code(std::uint32_t column) {
    return static_cast<lxw_col_t>(column);
}

// The library takes 0 for "not set", and has a code of its own for black.
[[nodiscard]] inline lxw_color_t color_code(std::uint32_t color) {
    return color == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : color;
}

struct CellStyleHash {
    [[nodiscard]] std::size_t operator()(const CellStyle& style) const;
};
using FormatCache = std::unordered_map<CellStyle, lxw_format*, CellStyleHash>;

// A name that is defined when the book is saved, in sorted order.
struct PendingName {
    std::string name;
    std::string refers_to;
    std::optional<std::uint16_t> sheet;  // local to it, and hidden

    friend bool operator==(const PendingName&, const PendingName&) = default;
};

struct Book::Impl {
    Impl();
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    // Made once for each style; valid as long as the workbook.
    [[nodiscard]] lxw_format* format_of(const CellStyle& style);
    [[nodiscard]] const CellStyle* kept_style(const CellStyle& style);
    [[nodiscard]] lxw_format* differential_format_of(const CellStyle& style);
    // Name of the range on the hidden sheet that holds these choices.
    [[nodiscard]] std::string list_name(const std::vector<std::string>& choices);
    void report(const SheetWriter::Impl* sheet,
                std::optional<base::CellRef> cell,
                base::Text message,
                std::string found);
    SheetWriter& add_sheet(std::string_view wanted_name);

    void write_lists();
    void write_names();
    void write_properties();
    void choose_active_sheet();
    void plan_chart_edits();

    lxw_workbook* workbook = nullptr;  // nothing after save()
    std::vector<std::unique_ptr<SheetWriter>> sheets;
    std::set<std::string> sheet_keys;
    FormatCache formats;
    FormatCache differential_formats;
    std::vector<PendingName> names;
    std::map<std::vector<std::string>, std::string> lists;
    std::string title;
    std::vector<std::pair<std::string, std::string>> properties;
    PartEdits edits;  // of the finished package
    std::vector<base::Finding> findings;
};

struct SheetWriter::Impl {
    struct RowState {
        double height_points = 15;
        int level = 0;
    };

    void write_text(base::CellRef at, std::string_view text, lxw_format* format);
    void write_number(base::CellRef at, const base::Decimal& number, lxw_format* format);
    void write_formula(base::CellRef at, const FormulaCell& formula, lxw_format* format);
    void write_runs(base::CellRef at, const RichText& text, const CellStyle& style);
    void write_link(base::CellRef at, const InternalLink& link, lxw_format* format);
    [[nodiscard]] std::string part_name() const;
    void apply_row(std::uint32_t row);
    void apply_column_widths();
    [[nodiscard]] bool claim(const base::CellRange& range);
    void keep(base::CellRef at, const Content& content, const CellStyle& style);

    Book::Impl* book = nullptr;  // owns this
    lxw_worksheet* sheet = nullptr;
    std::uint16_t index = 0;
    std::string name;
    bool hidden = false;
    std::uint32_t link_count = 0;
    struct ChartEdits {
        std::vector<std::size_t> lines;     // series drawn as lines
        std::vector<std::size_t> in_front;  // series drawn as narrower bars
    };
    std::vector<ChartEdits> chart_edits;  // one a chart
    std::map<std::uint32_t, double> widths_chars;
    std::map<std::uint32_t, RowState> rows;
    std::unordered_set<std::uint64_t> joined_cells;
    std::unique_ptr<WrittenCells> written;  // null unless asked to remember
};

}  // namespace shinchoku::render
