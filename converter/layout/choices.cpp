#include "layout/choices.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "base/words.h"
#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

constexpr std::size_t most_cells = 500;
constexpr std::size_t longest_word = 12;
constexpr std::size_t longest_word_unnamed = 5;  // a longer one may be a note
constexpr std::size_t words_at_least = 2;
constexpr std::size_t words_at_least_unnamed = 3;

bool is_named_as_list(std::string_view sheet_name) {
    constexpr std::array<std::string_view, 7> words{
        "リスト", "選択", "候補", "区分", "マスタ", "list", "choice"};
    const std::string name = comparison_form(sheet_name);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return name.find(comparison_form(word)) != std::string::npos;
    });
}

bool is_short_word(std::string_view text, std::size_t longest) {
    constexpr std::array<std::string_view, 5> of_sentences{"。", "、", "\n", "？", "※"};
    return base::count_code_points(text) <= longest && !base::contains_any(text, of_sentences);
}

struct Column {
    std::vector<std::string> words;
    std::uint32_t last_row = 0;
};

}  // namespace

bool lists_choices(const sheet::Sheet& sheet, std::size_t labels) {
    if (!sheet.merges.empty() || sheet.cells.size() > most_cells) {
        return false;
    }
    const bool is_named = is_named_as_list(sheet.name);
    std::map<std::uint32_t, Column> columns;
    for (const sheet::Cell& cell : sheet.cells) {
        const std::string_view text = base::trim(cell.text);
        if (!sheet::has_value(cell) || (cell.type == sheet::CellType::text && text.empty())) {
            continue;
        }
        Column& column = columns[cell.at.column];
        const bool goes_on = column.words.empty() || column.last_row + 1 == cell.at.row;
        if (cell.type != sheet::CellType::text || !goes_on ||
            !is_short_word(text, is_named ? longest_word : longest_word_unnamed)) {
            return false;
        }
        column.words.push_back(comparison_form(text));
        column.last_row = cell.at.row;
    }
    if (labels > columns.size() || (!is_named && columns.size() > 1)) {
        return false;
    }
    return std::all_of(columns.begin(), columns.end(), [&](auto& column) {
        std::vector<std::string>& words = column.second.words;
        std::sort(words.begin(), words.end());
        return words.size() >= (is_named ? words_at_least : words_at_least_unnamed) &&
               std::adjacent_find(words.begin(), words.end()) == words.end();
    });
}

bool accompanies_forms(const sheet::Sheet& sheet) {
    constexpr std::array<std::string_view, 14> words{"表紙",
                                                     "記入要領",
                                                     "記載要領",
                                                     "作成要領",
                                                     "記入要綱",
                                                     "記入方法",
                                                     "記載方法",
                                                     "作成方法",
                                                     "記入の手引",
                                                     "記入上の注意",
                                                     "留意事項",
                                                     "はじめに",
                                                     "目次",
                                                     "使い方"};
    return sheet.state == sheet::SheetState::visible &&
           base::contains_any(base::without_blanks(sheet.name), words);
}

}  // namespace shinchoku::layout
