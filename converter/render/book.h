#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/a1.h"
#include "base/decimal.h"
#include "base/result.h"

namespace shinchoku::render {

// Writing a workbook through libxlsxwriter with every guard it needs (reference: bugs of 1.1.4):
// texts are checked and escaped, numbers written so that they read back equal, long lists go to a
// hidden sheet, sheet names are made lawful and unique, equal input gives equal bytes.

enum class Border : std::uint8_t { none, hair, thin, medium };
enum class HAlign : std::uint8_t { general, left, center, right, fill, distributed };
enum class VAlign : std::uint8_t { top, center, bottom };

struct CellStyle {
    std::string font = "ＭＳ ゴシック";
    double size_points = 10;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool wrap = false;
    bool shrink = false;
    bool locked = true;
    std::uint32_t color = 0x000000;  // 0xRRGGBB
    std::optional<std::uint32_t> fill;
    Border left = Border::none;
    Border right = Border::none;
    Border top = Border::none;
    Border bottom = Border::none;
    std::uint32_t border_color = 0x000000;
    HAlign align = HAlign::general;
    VAlign valign = VAlign::center;
    int indent = 0;
    int rotation_degrees = 0;
    std::string number_format = "General";

    friend bool operator==(const CellStyle&, const CellStyle&) = default;
};

// A formula with the value that a reader sees before it is recalculated.
struct FormulaCell {
    std::string formula;  // without '='
    std::variant<std::monostate, base::Decimal, std::string> cached;
    std::string basis = {};  // how it comes about, in a reader's words; not in the file
};

struct InternalLink {
    std::string sheet;  // name as returned by add_sheet()
    base::CellRef cell;
    std::string text;
};

// "#N/A", "#DIV/0!" … as a cell's own value.
struct ErrorCell {
    std::string code;
};

// A text some words of which have a colour of their own.
struct TextRun {
    std::string text;
    std::uint32_t color = 0x000000;
};
struct RichText {
    std::vector<TextRun> runs;
};

using Content = std::variant<std::monostate,
                             std::string,
                             base::Decimal,
                             bool,
                             FormulaCell,
                             InternalLink,
                             ErrorCell,
                             RichText>;

struct Validation {
    enum class Kind { any, list, decimal, text_length_at_most } kind = Kind::any;
    std::vector<std::string> choices;
    int length = 0;
    std::string prompt_title;  // at most 32 characters
    std::string prompt;        // at most 255 characters
    bool reject = false;       // false: warns and lets through
};

enum class Paper : std::uint8_t { a3, a4, a5, b4, b5, letter };  // B sizes are the Japanese ones

struct PageSetup {
    Paper paper = Paper::a4;
    bool landscape = false;
    enum class Fit { none, width, page } fit = Fit::width;
    int scale_percent = 100;  // Fit::none only
    double margin_left_inches = 0.5, margin_right_inches = 0.5;
    double margin_top_inches = 0.6, margin_bottom_inches = 0.6;
    std::string header;  // Excel's codes: "&C表題"
    std::string footer;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> repeat_rows;  // 0-based first, last
    std::optional<base::CellRange> print_area;
    bool center_horizontally = false;
    std::vector<std::uint32_t> breaks_before_rows;  // 0-based
};

struct ConditionalFormat {
    base::CellRange range;
    std::string formula;  // without '=', relative to the first cell of the range
    CellStyle style;      // font colour, bold and fill are used
};

// A bar behind the number of each cell, from nothing at `low` to the whole cell at `high`; the
// number stays to be read.
struct DataBar {
    base::CellRange range;
    base::Decimal low;
    base::Decimal high;
    std::uint32_t color = 0xBDD7EE;
};

class Book;
struct Chart;  // chart.h
struct WrittenCells;

// A sheet being written; owned by its Book.
class SheetWriter {
public:
    [[nodiscard]] const std::string& name() const;

    void set_column_width(std::uint32_t first, std::uint32_t last, double width_chars);
    void set_row_height(std::uint32_t row, double height_points);
    void write(base::CellRef at, const Content& content, const CellStyle& style);
    // Joins the range and writes its first cell; the frame is drawn around the whole range.
    // REQUIRES: no earlier merge touches the range.
    void merge(const base::CellRange& range, const Content& content, const CellStyle& style);
    void validate(const base::CellRange& range, const Validation& validation);
    void add_conditional_format(const ConditionalFormat& format);
    void add_data_bar(const DataBar& bar);
    void freeze(std::uint32_t rows, std::uint32_t columns);
    void autofilter(const base::CellRange& range);
    void set_page(const PageSetup& page);
    void protect();  // without a password: entry boxes stay open, the rest is guarded from slips
    void hide();
    void hide_gridlines();
    void set_tab_color(std::uint32_t color);
    void set_outline(std::uint32_t row, int level);
    void insert_chart(base::CellRef at, const Chart& chart);
    void define_name(std::string_view name, const std::string& refers_to);  // local to the sheet
    // From now on what is written can be asked for (written_cells.h).
    void remember();
    [[nodiscard]] const WrittenCells* written() const;  // null where nothing is remembered
    // How the number in a cell comes about, in words; told only of sheets that remember.
    void explain(base::CellRef at, const std::string& words);

private:
    friend class Book;
    struct Impl;
    explicit SheetWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;

public:
    ~SheetWriter();
};

class Book {
public:
    Book();
    ~Book();
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;

    // A new sheet; the name is made lawful (31 characters, no []:*?/\, not blank, no ' at the ends)
    // and unique, SheetWriter::name() tells what became of it. The reference stays valid.
    SheetWriter& add_sheet(std::string_view wanted_name);

    void set_title(std::string_view title);
    void set_property(std::string_view name, std::string_view value);  // custom, value <= 255 bytes
    void define_name(std::string_view name, const std::string& refers_to);

    // Writes to exactly this path (the caller gives a temporary one and renames). What could not be
    // represented (X10) is among the findings; the error is the reason why nothing was written.
    [[nodiscard]] base::Result<std::vector<base::Finding>> save(const std::filesystem::path& path);

private:
    friend class SheetWriter;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace shinchoku::render
