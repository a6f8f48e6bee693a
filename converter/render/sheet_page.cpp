#include <algorithm>

#include "render/book_impl.h"
#include "render/book_text.h"

namespace shinchoku::render {
namespace {

constexpr std::size_t max_list_bytes = 255;
constexpr std::size_t max_prompt_units = 255;
constexpr std::size_t max_prompt_title_units = 32;
constexpr std::size_t max_header_units = 255;
constexpr std::size_t max_page_breaks = 1023;
constexpr double largest_entry = 1e15;

// The library copies a list into 258 bytes while it counts characters, and joins it with commas.
bool fits_in_place(const std::vector<std::string>& choices) {
    std::size_t bytes = choices.size();
    for (const std::string& choice : choices) {
        bytes += choice.size();
        const bool trimmed = choice.front() == ' ' || choice.back() == ' ';
        if (trimmed || choice.find_first_of(",\"\n\r\t") != std::string::npos ||
            choice.front() == '=') {
            return false;
        }
    }
    return bytes <= max_list_bytes;
}

// The library takes a leading '=' away.
std::string prompt_text(std::string_view text, std::size_t max_units) {
    std::string safe = plain_text(text, max_units).text;
    if (safe.starts_with('=')) {
        safe.insert(safe.begin(), '=');
    }
    return safe;
}

// "&G" asks for a picture, which the library then misses; a text without a section is centred, said
// plainly because not every reader knows that.
std::string header_text(std::string_view text) {
    std::string safe = plain_text(text, max_header_units).text;
    for (const std::string_view picture : {"&[Picture]", "&G"}) {
        for (std::size_t at = safe.find(picture); at != std::string::npos;
             at = safe.find(picture)) {
            safe.erase(at, picture.size());
        }
    }
    const bool has_section = safe.size() > 1 && safe[0] == '&' &&
                             std::string_view("LCR").find(safe[1]) != std::string_view::npos;
    return has_section || safe.empty() ? safe : "&C" + safe;
}

// ECMA-376 part 1, 18.3.1.63.
std::uint8_t paper_code(Paper paper) {
    switch (paper) {
        case Paper::a3:
            return 8;
        case Paper::a4:
            return 9;
        case Paper::a5:
            return 11;
        case Paper::b4:
            return 12;
        case Paper::b5:
            return 13;
        case Paper::letter:
            return 1;
    }
    return 9;
}

// A blank cell is always allowed, so "" is no choice of its own.
std::vector<std::string> written_choices(const Validation& validation) {
    std::vector<std::string> written;
    for (const std::string& choice : validation.choices) {
        if (!choice.empty()) {
            written.push_back(plain_text(choice, max_cell_units).text);
        }
    }
    return written;
}

struct Complaint {
    const char* title;
    const char* message;
};

Complaint complaint_of(Validation::Kind kind) {
    switch (kind) {
        case Validation::Kind::any:
            break;
        case Validation::Kind::list:
            return {"入力の確認", "一覧にない値です。一覧から選んでください。"};
        case Validation::Kind::decimal:
            return {"入力の確認", "数値ではありません。数値を入れてください。"};
        case Validation::Kind::text_length_at_most:
            return {"入力の確認", "文字数の上限を超えています。短くしてください。"};
    }
    return {"", ""};
}

}  // namespace

void SheetWriter::validate(const base::CellRange& range, const Validation& validation) {
    const std::string title = prompt_text(validation.prompt_title, max_prompt_title_units);
    const std::string prompt = prompt_text(validation.prompt, max_prompt_units);
    lxw_data_validation rule{};
    const Complaint complaint = complaint_of(validation.kind);
    std::string complaint_title = complaint.title;
    std::string complaint_message = complaint.message;
    rule.input_title = title.empty() ? nullptr : const_cast<char*>(title.c_str());
    rule.input_message = prompt.empty() ? nullptr : const_cast<char*>(prompt.c_str());
    rule.error_type =
        validation.reject ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;

    const std::vector<std::string> choices = written_choices(validation);
    std::vector<const char*> list;
    std::string formula;
    switch (validation.kind) {
        case Validation::Kind::any:
            rule.validate = LXW_VALIDATION_TYPE_ANY;
            break;
        case Validation::Kind::list:
            if (choices.empty()) {
                return;
            }
            if (fits_in_place(choices)) {
                for (const std::string& choice : choices) {
                    list.push_back(choice.c_str());
                }
                list.push_back(nullptr);
                rule.validate = LXW_VALIDATION_TYPE_LIST;
                rule.value_list = const_cast<char**>(list.data());
            } else {
                formula = "=" + impl_->book->list_name(choices);
                rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
                rule.value_formula = formula.data();
            }
            break;
        case Validation::Kind::decimal:
            rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.minimum_number = -largest_entry;
            rule.maximum_number = largest_entry;
            break;
        case Validation::Kind::text_length_at_most:
            rule.validate = LXW_VALIDATION_TYPE_LENGTH;
            rule.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
            rule.value_number = validation.length;
            break;
    }
    if (!complaint_title.empty()) {
        rule.error_title = complaint_title.data();
        rule.error_message = complaint_message.data();
    }
    worksheet_data_validation_range(impl_->sheet,
                                    range.first.row,
                                    column_code(range.first.column),
                                    range.last.row,
                                    column_code(range.last.column),
                                    &rule);
}

void SheetWriter::add_conditional_format(const ConditionalFormat& format) {
    // Always a formula: the library's text rules point at the last column of the range.
    std::string formula = "=" + plain_text(format.formula, 8192).text;
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = impl_->book->differential_format_of(format.style);
    worksheet_conditional_format_range(impl_->sheet,
                                       format.range.first.row,
                                       column_code(format.range.first.column),
                                       format.range.last.row,
                                       column_code(format.range.last.column),
                                       &rule);
}

void SheetWriter::add_data_bar(const DataBar& bar) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_DATA_BAR;
    rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.min_value = bar.low.to_double();
    rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.max_value = bar.high.to_double();
    rule.bar_color = color_code(bar.color);
    // The bars of Excel 2007 fade out and are never empty; these are as long as the number says.
    rule.data_bar_2010 = LXW_TRUE;
    rule.bar_solid = LXW_TRUE;
    rule.bar_no_border = LXW_TRUE;
    rule.bar_axis_position = LXW_CONDITIONAL_BAR_AXIS_NONE;
    impl_->book->edits[impl_->part_name()].push_back(whole_data_bars());
    worksheet_conditional_format_range(impl_->sheet,
                                       bar.range.first.row,
                                       column_code(bar.range.first.column),
                                       bar.range.last.row,
                                       column_code(bar.range.last.column),
                                       &rule);
}

void SheetWriter::freeze(std::uint32_t rows, std::uint32_t columns) {
    worksheet_freeze_panes(impl_->sheet, rows, column_code(columns));
}

void SheetWriter::autofilter(const base::CellRange& range) {
    worksheet_autofilter(impl_->sheet,
                         range.first.row,
                         column_code(range.first.column),
                         range.last.row,
                         column_code(range.last.column));
}

void SheetWriter::set_page(const PageSetup& page) {
    lxw_worksheet* sheet = impl_->sheet;
    worksheet_set_paper(sheet, paper_code(page.paper));
    if (page.landscape) {
        worksheet_set_landscape(sheet);
    } else {
        worksheet_set_portrait(sheet);
    }
    if (page.fit != PageSetup::Fit::none) {
        worksheet_fit_to_pages(sheet, 1, page.fit == PageSetup::Fit::page ? 1 : 0);
    } else if (page.scale_percent != 100) {
        worksheet_set_print_scale(sheet, static_cast<std::uint16_t>(page.scale_percent));
    }
    worksheet_set_margins(sheet,
                          page.margin_left_inches,
                          page.margin_right_inches,
                          page.margin_top_inches,
                          page.margin_bottom_inches);
    if (!page.header.empty()) {
        worksheet_set_header(sheet, header_text(page.header).c_str());
    }
    if (!page.footer.empty()) {
        worksheet_set_footer(sheet, header_text(page.footer).c_str());
    }
    if (page.repeat_rows) {
        worksheet_repeat_rows(sheet, page.repeat_rows->first, page.repeat_rows->second);
    }
    if (page.print_area) {
        worksheet_print_area(sheet,
                             page.print_area->first.row,
                             column_code(page.print_area->first.column),
                             page.print_area->last.row,
                             column_code(page.print_area->last.column));
    }
    if (page.center_horizontally) {
        worksheet_center_horizontally(sheet);
    }
    std::vector<lxw_row_t> breaks;
    for (const std::uint32_t row : page.breaks_before_rows) {
        if (row != 0 && breaks.size() < max_page_breaks) {
            breaks.push_back(row);
        }
    }
    if (!breaks.empty()) {
        breaks.push_back(0);
        worksheet_set_h_pagebreaks(sheet, breaks.data());
    }
}

void SheetWriter::protect() {
    lxw_protection allowed{};
    allowed.format_rows = 1;  // a long answer may need a higher row
    allowed.format_columns = 1;
    worksheet_protect(impl_->sheet, nullptr, &allowed);
}

void SheetWriter::hide() {
    impl_->hidden = true;
}

void SheetWriter::hide_gridlines() {
    worksheet_gridlines(impl_->sheet, LXW_HIDE_ALL_GRIDLINES);
}

void SheetWriter::set_tab_color(std::uint32_t color) {
    worksheet_set_tab_color(impl_->sheet,
                            color == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : color);
}

void SheetWriter::define_name(std::string_view name, const std::string& refers_to) {
    impl_->book->names.push_back({std::string(name), refers_to, impl_->index});
}

}  // namespace shinchoku::render
