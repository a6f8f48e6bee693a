#pragma once

#include <xlsxwriter.h>

#include <utility>

namespace shinchoku::render {

// libxlsxwriter, loaded when the first book is made. Linked in the usual way it would be loaded by
// every command, and with it libcrypto, whose relocations cost more than reading a workbook does.
//
// Inside this namespace the functions below stand before those of the header, under their names;
// one that is missing here does not link.

// Throws std::runtime_error with the loader's words where the library is not installed.
void load_xlsxwriter();

template <class Signature>
class LibraryFunction;

template <class Result, class... Arguments>
class LibraryFunction<Result(Arguments...)> {
public:
    // REQUIRES: load_xlsxwriter().
    Result operator()(Arguments... arguments) const { return address_(arguments...); }
    void bind(void* address) { address_ = reinterpret_cast<Result (*)(Arguments...)>(address); }

private:
    Result (*address_)(Arguments...) = nullptr;
};

#define SHINCHOKU_XLSXWRITER_FUNCTIONS(X)     \
    X(chart_add_series)                       \
    X(chart_axis_major_gridlines_set_line)    \
    X(chart_axis_major_gridlines_set_visible) \
    X(chart_axis_set_crossing_max)            \
    X(chart_axis_set_label_position)          \
    X(chart_axis_set_major_unit)              \
    X(chart_axis_set_max)                     \
    X(chart_axis_set_min)                     \
    X(chart_axis_set_name)                    \
    X(chart_axis_set_name_font)               \
    X(chart_axis_set_num_font)                \
    X(chart_axis_set_num_format)              \
    X(chart_axis_set_reverse)                 \
    X(chart_legend_set_font)                  \
    X(chart_legend_set_position)              \
    X(chart_series_set_categories)            \
    X(chart_series_set_fill)                  \
    X(chart_series_set_labels)                \
    X(chart_series_set_labels_font)           \
    X(chart_series_set_line)                  \
    X(chart_series_set_marker_fill)           \
    X(chart_series_set_marker_line)           \
    X(chart_series_set_marker_size)           \
    X(chart_series_set_marker_type)           \
    X(chart_series_set_name)                  \
    X(chart_series_set_pattern)               \
    X(chart_series_set_values)                \
    X(chart_set_series_gap)                   \
    X(chart_set_series_overlap)               \
    X(chart_title_off)                        \
    X(chart_title_set_name)                   \
    X(chart_title_set_name_font)              \
    X(format_set_align)                       \
    X(format_set_bg_color)                    \
    X(format_set_bold)                        \
    X(format_set_border_color)                \
    X(format_set_bottom)                      \
    X(format_set_fg_color)                    \
    X(format_set_font_charset)                \
    X(format_set_font_color)                  \
    X(format_set_font_family)                 \
    X(format_set_font_name)                   \
    X(format_set_font_size)                   \
    X(format_set_indent)                      \
    X(format_set_italic)                      \
    X(format_set_left)                        \
    X(format_set_num_format)                  \
    X(format_set_pattern)                     \
    X(format_set_right)                       \
    X(format_set_rotation)                    \
    X(format_set_shrink)                      \
    X(format_set_text_wrap)                   \
    X(format_set_top)                         \
    X(format_set_underline)                   \
    X(format_set_unlocked)                    \
    X(lxw_strerror)                           \
    X(lxw_workbook_free)                      \
    X(lxw_worksheet_find_row)                 \
    X(workbook_add_chart)                     \
    X(workbook_add_format)                    \
    X(workbook_add_worksheet)                 \
    X(workbook_close)                         \
    X(workbook_define_name)                   \
    X(workbook_new_opt)                       \
    X(workbook_set_custom_property_string)    \
    X(workbook_set_properties)                \
    X(worksheet_activate)                     \
    X(worksheet_autofilter)                   \
    X(worksheet_center_horizontally)          \
    X(worksheet_conditional_format_range)     \
    X(worksheet_data_validation_range)        \
    X(worksheet_fit_to_pages)                 \
    X(worksheet_freeze_panes)                 \
    X(worksheet_gridlines)                    \
    X(worksheet_hide)                         \
    X(worksheet_insert_chart_opt)             \
    X(worksheet_merge_range)                  \
    X(worksheet_print_area)                   \
    X(worksheet_protect)                      \
    X(worksheet_repeat_rows)                  \
    X(worksheet_set_column)                   \
    X(worksheet_set_first_sheet)              \
    X(worksheet_set_footer)                   \
    X(worksheet_set_h_pagebreaks)             \
    X(worksheet_set_header)                   \
    X(worksheet_set_landscape)                \
    X(worksheet_set_margins)                  \
    X(worksheet_set_paper)                    \
    X(worksheet_set_portrait)                 \
    X(worksheet_set_print_scale)              \
    X(worksheet_set_row_opt)                  \
    X(worksheet_set_tab_color)                \
    X(worksheet_write_blank)                  \
    X(worksheet_write_boolean)                \
    X(worksheet_write_formula_num)            \
    X(worksheet_write_formula_str)            \
    X(worksheet_write_number)                 \
    X(worksheet_write_rich_string)            \
    X(worksheet_write_string)                 \
    X(worksheet_write_url_opt)

// NOLINTNEXTLINE(bugprone-macro-parentheses): the name that is declared
#define SHINCHOKU_DECLARE(name) extern LibraryFunction<decltype(::name)> name;
SHINCHOKU_XLSXWRITER_FUNCTIONS(SHINCHOKU_DECLARE)
#undef SHINCHOKU_DECLARE

}  // namespace shinchoku::render
