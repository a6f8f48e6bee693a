#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "check/sheet_view.h"

namespace shinchoku::check {
namespace {

// A file's width counts characters and a character has about seven pixels, at 96 dots an inch.
constexpr double points_a_character = 7 * 72.0 / 96;

// Anything filled, labels too: a page without its labels cannot be read either.
const sheet::Cell* first_outside(const SheetView& view,
                                 const BlockView& block,
                                 const std::vector<base::CellRange>& printed) {
    const sheet::Cell* first = nullptr;
    view.for_each_cell(block, [&](const sheet::Cell& cell) {
        if (first == nullptr && view.grid().is_filled(cell) && !view.row_is_hidden(cell.at.row) &&
            std::none_of(printed.begin(), printed.end(), [&](const base::CellRange& area) {
                return area.contains(cell.at);
            })) {
            first = &cell;
        }
    });
    return first;
}

// "'1-1'!$A$1:$F$20,'1-1'!$A$30:$F$40"; nothing where it is calculated or broken.
std::optional<std::vector<base::CellRange>> areas_in(std::string_view refers_to) {
    std::vector<base::CellRange> areas;
    while (!refers_to.empty()) {
        // A comma may also stand in the sheet's quoted name.
        const std::size_t mark = refers_to.front() == '\'' ? refers_to.find("'!") : 0;
        const std::size_t end = mark == refers_to.npos ? mark : refers_to.find(',', mark);
        std::string_view one = refers_to.substr(0, end);
        refers_to.remove_prefix(end == refers_to.npos ? refers_to.size() : end + 1);
        one.remove_prefix(one.rfind('!') + 1);  // npos + 1 is 0
        const auto area = base::parse_a1_range(one);
        if (!area) {
            return std::nullopt;
        }
        areas.push_back(*area);
    }
    return areas;
}

const sheet::DefinedName* print_area_of(const sheet::Workbook& workbook, std::size_t sheet) {
    const auto found =
        std::find_if(workbook.names.begin(), workbook.names.end(), [&](const auto& name) {
            return name.sheet == sheet &&
                   (name.name == "_xlnm.Print_Area" || name.name == "Print_Area");
        });
    return found == workbook.names.end() ? nullptr : &*found;
}

// What is higher than a page must be broken somewhere, unless it is made smaller to fit one.
bool needs_more_than_a_page(const SheetView& view, const BlockView& block) {
    const sheet::PageLook& page = view.attached().page;
    if (page.fits_height) {
        return false;
    }
    const double width = std::max(1.0, page.width_points - page.side_margins_points);
    const double needed =
        view.width_chars({{0, 0}, {0, block.range.last.column}}) * points_a_character;
    const double scale = page.fits_width ? std::min(1.0, width / needed) : page.scale;
    return view.height_points(block.range) * scale > page.height_points - page.end_margins_points;
}

void report_breaks(const SheetView& view, const BlockView& block, Collector& out) {
    const auto report = [&](base::CellRef at, const base::Text& message) {
        view.add(out, {.rule = "S08", .cell = at, .part = "break", .message = message});
    };
    const base::CellRange& range = block.range;
    for (const std::uint32_t row : view.attached().row_breaks) {
        if (row > range.first.row && row <= range.last.row &&
            !needs_more_than_a_page(view, block)) {
            report({row, range.first.column},
                   {"表の途中に改ページがあります。", "A manual page break splits the table."});
        }
    }
    for (const std::uint32_t column : view.attached().column_breaks) {
        if (column > range.first.column && column <= range.last.column) {
            report({range.first.row, column},
                   {"表の途中に、縦の改ページがあります。",
                    "A manual vertical page break splits the table."});
        }
    }
}

bool is_filled(const SheetView& view, const BlockView& block) {
    bool filled = false;
    view.for_each_cell(
        block, [&](const sheet::Cell& cell) { filled = filled || view.holds_data(block, cell); });
    return filled;
}

// Once a sheet: one setting is the cause of all of them.
void report_area(const SheetView& view,
                 const std::vector<base::CellRange>& printed,
                 Collector& out) {
    for (const BlockView& block : view.blocks()) {
        if (const sheet::Cell* cell = first_outside(view, block, printed)) {
            view.add(out,
                     {.rule = "S08",
                      .cell = cell->at,
                      .part = "area",
                      .message = {"印刷範囲から外れている記入があります。",
                                  "Filled cells lie outside of the print area."},
                      .found = view.grid().shown(*cell)});
            return;
        }
    }
}

}  // namespace

void pages(const SheetView& view, bool is_own_form, Collector& out) {
    const auto number = static_cast<std::size_t>(view.grid().sheet_index());
    for (const BlockView& block : view.blocks()) {
        if (!view.attached().row_breaks.empty() || !view.attached().column_breaks.empty()) {
            if (is_filled(view, block)) {
                report_breaks(view, block, out);
            }
        }
    }
    if (const sheet::DefinedName* area = print_area_of(view.workbook(), number)) {
        if (const auto printed = areas_in(area->refers_to)) {
            report_area(view, *printed, out);
        }
    } else if (is_own_form) {
        view.add(out,
                 {.rule = "S08",
                  .severity = base::Severity::info,
                  .cell = view.blocks().front().range.first,
                  .part = "area",
                  .message = {"印刷範囲の設定がなくなっています。", "The print area is lost."}});
    }
}

}  // namespace shinchoku::check
