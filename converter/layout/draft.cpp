#include "layout/draft.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "layout/draft_picture.h"
#include "layout/format_picture.h"

namespace shinchoku::layout {
namespace {

// What a picture may have at most (picture_text.cpp).
constexpr std::uint32_t most_rows = 1000;
constexpr std::uint32_t most_columns = 256;
// Boxes in rows of two lines or more are meant for sentences, which are of any length.
constexpr double lowest_growing_points = 30;
// The heading of a form stands in its first rows.
constexpr std::uint32_t rows_of_headings = 5;
constexpr std::size_t longest_municipality = 7;

std::string number(double value) {
    char digits[32];
    const std::to_chars_result end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 2);
    std::string text(digits, end.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

// TOML takes no control characters, and a picture no line breaks.
std::string plain(std::string_view text) {
    std::string kept;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
            kept += c;
        } else if (c == '\t') {
            kept += ' ';
        }
    }
    return kept;
}

// A label as a cell of the picture writes it.
std::string cell_text(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '|' || c == '{' || c == '[' || c == '\\') {
            text += '\\';
        }
        text += c == '\n' ? std::string("\\n") : plain({&c, 1});
    }
    const bool is_sign = text.find_first_not_of("<^.") == std::string::npos;
    if (text.starts_with('=') || (is_sign && !text.empty())) {
        text.insert(0, "\\");
    }
    return text;
}

// Between the quotes that need no escapes; the words themselves may hold such a quote.
std::string quoted(std::string_view words) {
    std::string text = "\"";
    for (const char c : plain(words)) {
        if (c == '"' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    return text + "\"";
}

std::string sign_of(const DraftCell& cell) {
    switch (cell.kind) {
        case DraftKind::outside:
            return ".";
        case DraftKind::label:
            return cell_text(cell.text);
        case DraftKind::entry:
            return "[?]";
        case DraftKind::value:
        case DraftKind::formula:
            return "{?}";
        case DraftKind::year:
            return "{年}";
        case DraftKind::join_left:
            return "<";
        case DraftKind::join_up:
            return "^";
    }
    return ".";
}

// What a filled cell held, so that the person who names the boxes sees it.
std::string remarks_on(const DraftSheet& draft, std::uint32_t row) {
    std::string text;
    for (std::uint32_t column = 0; column < draft.columns(); ++column) {
        const DraftCell& cell = draft.at(row, column);
        const bool is_formula = cell.kind == DraftKind::formula;
        const bool is_filled = cell.kind == DraftKind::value || cell.kind == DraftKind::entry;
        if (cell.text.empty() || (!is_formula && !is_filled)) {
            continue;
        }
        const base::CellRef at{draft.area.first.row + row, draft.area.first.column + column};
        text += "# " + base::to_a1(at) + (is_formula ? " 式: =" : " の値: ") + plain(cell.text);
        text += '\n';
    }
    return text;
}

std::string picture_of(const DraftSheet& draft, const sheet::Looks& looks) {
    std::string text = "幅 |";
    for (std::uint32_t column = 0; column < draft.columns(); ++column) {
        text += ' ' + number(looks.width_chars(draft.area.first.column + column)) + " |";
    }
    text += '\n';
    for (std::uint32_t row = 0; row < draft.rows(); ++row) {
        text += remarks_on(draft, row);
        const double height = looks.height_points(draft.area.first.row + row);
        std::string cells;
        bool has_box = false;
        for (std::uint32_t column = 0; column < draft.columns(); ++column) {
            const DraftCell& cell = draft.at(row, column);
            has_box = has_box || cell.kind == DraftKind::entry || cell.kind == DraftKind::value;
            cells += ' ' + sign_of(cell) + " |";
        }
        text += number(height) + (has_box && height >= lowest_growing_points ? "+" : "");
        text += " |" + cells + '\n';
    }
    return text;
}

// A literal string has no escapes at all, so quotes that would end it are written apart.
std::string between_quotes(std::string picture) {
    for (std::size_t at = picture.find("''"); at != std::string::npos;
         at = picture.find("''", at + 1)) {
        picture.replace(at, 2, "' '");
    }
    return "'''\n" + picture + "'''\n";
}

std::string layout_id_of(std::string_view file_name) {
    const std::size_t slash = file_name.rfind('/');
    file_name = slash == file_name.npos ? file_name : file_name.substr(slash + 1);
    file_name = file_name.substr(0, file_name.rfind('.'));
    std::string id;
    for (const char c : file_name) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool is_capital = c >= 'A' && c <= 'Z';
        if (is_letter || is_capital) {
            id += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!id.empty() && id.back() != '_') {
            id += '_';
        }
    }
    while (id.ends_with('_')) {
        id.pop_back();
    }
    return id.empty() ? "new_layout" : id;
}

struct Headings {
    std::string title;  // of the form
    std::string plan;
    std::string municipality;
};

// "南アルプス市 第5次…" begins with the city's name.
std::string municipality_in(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters <= longest_municipality;) {
        const char32_t c = base::next_code_point(text, at);
        ++letters;
        if (letters >= 2 && (c == U'市' || c == U'町' || c == U'村')) {
            return std::string(text.substr(0, at));
        }
    }
    return "";
}

Headings headings_of(const DraftSheet& draft, const sheet::Sheet& sheet) {
    Headings headings;
    const std::uint32_t rows = std::min(draft.rows(), rows_of_headings);
    for (std::uint32_t i = 0; i < rows * draft.columns(); ++i) {
        const DraftCell& cell = draft.cells[i];
        if (cell.kind != DraftKind::label) {
            continue;
        }
        const std::string text = plain(cell.text);
        if (headings.title.empty()) {
            headings.title = text;
            headings.municipality = municipality_in(text);
        }
        for (const char* const word : {"計画", "戦略", "プラン", "ビジョン"}) {
            const std::size_t found = text.find(word);
            if (headings.plan.empty() && found != std::string::npos && found > 0) {
                headings.plan = text.substr(0, found + std::string_view(word).size());
            }
        }
    }
    headings.title = headings.title.empty() ? plain(sheet.name) : headings.title;
    headings.plan = headings.plan.empty() ? headings.title : headings.plan;
    return headings;
}

std::string years_of(const DraftSheet& draft) {
    const bool known = draft.years.has_value();
    const DraftYears years = draft.years.value_or(DraftYears{0, 1, "令和8年度"});
    std::string text = "[years]\n";
    text += "first   = " + std::to_string(years.first) +
            (known ? "\n" : "  # 計画の最初の年度を西暦で書いてください\n");
    text += "count   = " + std::to_string(years.count) +
            (known ? "\n" : "  # 年度の数を書いてください\n");
    return text + "heading = " + quoted(years.heading) + "  # 見出しの書き方の見本\n\n";
}

std::string page_of(const DraftSheet& draft, const sheet::Looks& looks) {
    double width = 0;
    for (std::uint32_t column = draft.area.first.column; column <= draft.area.last.column;
         ++column) {
        width += looks.width_chars(column);
    }
    // About what an A4 page takes upright.
    constexpr double widest_upright_chars = 95;
    const bool landscape = looks.landscape || (looks.paper.empty() && width > widest_upright_chars);
    return "[page]\npaper = " + quoted(looks.paper.empty() ? "A4" : looks.paper) +
           "\norientation = " + quoted(landscape ? "landscape" : "portrait") +
           "\nfit = \"width\"\n\n";
}

base::Finding refuse(const sheet::Sheet& sheet, base::Text message, base::Text hint) {
    return {.rule = "draft",
            .severity = base::Severity::error,
            .sheet = sheet.name,
            .message = std::move(message),
            .hint = std::move(hint)};
}

}  // namespace

base::Result<std::string> draft_layout(const sheet::Workbook& workbook,
                                       const sheet::Sheet& sheet,
                                       const sheet::Looks& looks,
                                       std::string_view file_name) {
    const std::optional<base::CellRange> area = draft_area(sheet, looks);
    if (!area) {
        return refuse(sheet,
                      {"シート" + base::quoted_ja(sheet.name) + "は空です。",
                       "The sheet " + base::quoted_en(sheet.name) + " is empty."},
                      {"--sheet で様式のあるシートを選んでください。",
                       "Choose the sheet of the form with --sheet."});
    }
    if (area->last.row - area->first.row >= most_rows ||
        area->last.column - area->first.column >= most_columns) {
        return refuse(sheet,
                      {"シート" + base::quoted_ja(sheet.name) + "は大きすぎて絵にできません（" +
                           base::to_a1(*area) + "）。",
                       "The sheet " + base::quoted_en(sheet.name) +
                           " is too large for a picture (" + base::to_a1(*area) + ")."},
                      {"様式一つ分（1000 行、256 列まで）だけを残した写しを作ってください。",
                       "Make a copy that keeps one form only (up to 1000 rows, 256 columns)."});
    }
    const DraftSheet draft = draft_sheet(workbook, sheet, looks, *area);
    const Headings headings = headings_of(draft, sheet);
    const std::string id = layout_id_of(file_name);
    std::string plan_id = id;
    std::replace(plan_id.begin(), plan_id.end(), '_', '-');
    std::string text =
        "# " + plain(sheet.name) +
        " から作った下書きです。\n"
        "# 1. [?]（記入する欄）と {?}（計画の値）に名前を付けます。例: [実績] {目標}\n"
        "#    何も入らない欄は空白に、名前の一覧は shinchoku layout fields。\n"
        "# 2. 同じ形の行が続くところは一行にして、左に 指標* と書きます。\n"
        "# 3. shinchoku layout check で確かめます。残った欄の場所と、書くものを知らせます。\n\n";
    text += "layout = " + quoted(id) + "\ntitle  = " + quoted(headings.title) + "\n\n";
    text += "[plan]\nid = " + quoted(plan_id) + "\ntitle = " + quoted(headings.plan) +
            "\nmunicipality = " + quoted(headings.municipality) + "\n\n";
    text += years_of(draft) + page_of(draft, looks);
    text +=
        "[sheet]\nblock   = \"measure\"  # 絵一つが施策一つ。全施策の一覧表なら \"plan\"\n"
        "place   = \"sheet\"    # 1シートに1つ。縦に並べるなら \"stack\"\n"
        "name    = \"{番号}\"\npicture = " +
        between_quotes(align_picture(picture_of(draft, looks)));
    return text;
}

}  // namespace shinchoku::layout
