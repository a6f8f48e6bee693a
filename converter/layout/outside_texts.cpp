#include "layout/outside_texts.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/grid.h"
#include "layout/number_mark.h"

namespace shinchoku::layout {
namespace {

constexpr std::size_t most_texts = 5000;

void add_text(std::vector<OutsideText>& texts,
              const sheet::Sheet& sheet,
              int sheet_index,
              const sheet::Cell& cell) {
    std::string text;
    if (cell.type == sheet::CellType::text && holds_text(cell.text)) {
        text = cell.text;
    } else if (cell.type == sheet::CellType::number) {
        if (const auto number = base::Decimal::from_double(cell.number)) {
            text = number->to_string();  // the number of a measure in a list
        }
    }
    if (!text.empty()) {
        texts.push_back({.file = {},
                         .sheet = sheet.name,
                         .sheet_index = sheet_index,
                         .cell = cell.at,
                         .text = std::move(text)});
    }
}

bool is_leader(char32_t c) {
    return base::is_blank(c) || base::is_digit(base::fold_width(c)) || c == U'.' || c == U'…' ||
           c == U'・' || c == U'‥' || c == U'．';
}

// "……… 12" behind a title: leaders and a page; a digit alone belongs to the title.
std::string_view without_page(std::string_view line) {
    std::size_t end = 0;  // of the title
    bool has_leader = false;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = base::next_code_point(line, at);
        if (!is_leader(c)) {
            end = at;
            has_leader = false;
        } else {
            has_leader = has_leader || c == U'…' || c == U'\t' || c == U'‥';
        }
    }
    return has_leader ? line.substr(0, end) : line;
}

}  // namespace

std::vector<OutsideText> texts_above(const sheet::Sheet& sheet,
                                     int sheet_index,
                                     std::uint32_t first_block_row) {
    std::vector<OutsideText> texts;
    for (const sheet::Cell& cell : sheet.cells) {
        if (cell.at.row >= first_block_row || texts.size() == most_texts) {
            break;
        }
        add_text(texts, sheet, sheet_index, cell);
    }
    return texts;
}

std::vector<OutsideText> texts_of_sheet(const sheet::Sheet& sheet, int sheet_index) {
    std::vector<OutsideText> texts;
    for (const sheet::Cell& cell : sheet.cells) {
        if (texts.size() == most_texts) {
            break;
        }
        add_text(texts, sheet, sheet_index, cell);
    }
    return texts;
}

bool mark_list_of_measures(std::vector<OutsideText>& texts, const plan::Plan& plan) {
    std::set<std::string> titles;
    for (const plan::Measure& measure : plan.measures) {
        titles.insert(comparison_form(measure.title));
    }
    titles.erase("");
    std::set<std::string> found;
    for (const OutsideText& text : texts) {
        for (const std::string_view line :
             {std::string_view(text.text), title_of_line(text.text)}) {
            if (std::string form = comparison_form(line); titles.contains(form)) {
                found.insert(std::move(form));
            }
        }
    }
    const bool is_named_so =
        !texts.empty() && (texts.front().sheet.find("一覧") != std::string::npos ||
                           texts.front().sheet.find("目次") != std::string::npos);
    // Two titles cannot stand together by chance; a sheet that calls itself a list needs none where
    // the one title it should hold may be the one that differs.
    const bool is_list =
        found.size() >= 2 || (is_named_so && (!found.empty() || titles.size() == 1));
    for (OutsideText& text : texts) {
        text.is_in_list = is_list;
    }
    return is_list;
}

std::string_view title_of_line(std::string_view line) {
    line = base::trim(without_page(line));
    if (const auto number = leading_number(line)) {
        return base::trim(line.substr(number->length));
    }
    // "施策39 移住定住": the number stands behind a word for what is numbered.
    for (const std::string_view word : {"施策", "基本施策", "改革項目", "取組", "No.", "№"}) {
        if (!line.starts_with(word)) {
            continue;
        }
        const std::string_view rest = base::trim(line.substr(word.size()));
        if (const auto number = number_at_start(rest)) {
            return base::trim(rest.substr(number->length));
        }
    }
    return line;
}

}  // namespace shinchoku::layout
