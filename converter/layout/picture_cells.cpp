#include "layout/picture_cells.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/label_guess.h"
#include "layout/read_picture.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

bool is_number(FieldId id) {
    switch (id) {
        case FieldId::measure_number:
        case FieldId::top_group_number:
        case FieldId::baseline_year:
        case FieldId::last_year:
        case FieldId::year_heading:
        case FieldId::running_number:
            return true;
        default:
            return false;
    }
}

std::vector<std::string> formula_names(const Layout& layout) {
    std::vector<std::string> names;
    names.reserve(layout.formulas.size());
    for (const auto& [name, formula] : layout.formulas) {
        names.push_back(name);
    }
    return names;
}

// A field as it is written between its brackets: name [@pin] [:option] [^].
struct WrittenField {
    std::string_view name;
    std::string_view pin;
    std::string_view option;
    bool has_pin = false;
    bool has_option = false;
    bool carried = false;
};

WrittenField split_field(std::string_view inside) {
    WrittenField written;
    inside = base::trim(inside);
    if (inside.ends_with('^')) {
        written.carried = true;
        inside = base::trim(inside.substr(0, inside.size() - 1));
    }
    if (const std::size_t colon = inside.find(':'); colon != inside.npos) {
        written.has_option = true;
        written.option = base::trim(inside.substr(colon + 1));
        inside = base::trim(inside.substr(0, colon));
    }
    if (const std::size_t at = inside.find('@'); at != inside.npos) {
        written.has_pin = true;
        written.pin = base::trim(inside.substr(at + 1));
        inside = base::trim(inside.substr(0, at));
    }
    written.name = inside;
    return written;
}

}  // namespace

struct CellReader::Cursor {
    std::string_view text;
    std::size_t offset = 0;  // of text in the picture
    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    [[nodiscard]] bool opens_field() const { return text[at] == '{' || text[at] == '['; }
};

PictureCell CellReader::read(const RawText& raw,
                             const List* row_list,
                             const std::function<NearWords()>& near) {
    near_ = &near;
    PictureCell cell;
    const SourcePlace place = places_.at(raw.offset);
    cell.line = place.line;
    cell.column_number = place.column_number;
    cell.written = raw.text;
    if (raw.text.empty()) {
        cell.kind = CellKind::empty;
    } else if (raw.text == "<") {
        cell.kind = CellKind::join_left;
    } else if (raw.text == "^") {
        cell.kind = CellKind::join_up;
    } else if (raw.text == ".") {
        cell.kind = CellKind::absent;
    } else if (raw.text.starts_with('=')) {
        read_formula(raw, row_list, cell);
    } else if (raw.text.find_first_not_of("<^.") == raw.text.npos) {
        const std::string found(raw.text);
        diagnostics_.error(
            "unknown_sign",
            place,
            {"「" + found + "」という記号はありません。",
             "There is no cell sign \"" + found + "\"."},
            {"左とつなぐなら < 、上とつなぐなら ^ 、枠のない所は . を一つだけ書きます。",
             "Write a single < (joined left), ^ (joined up) or . (no cell)."});
    } else {
        read_pieces(raw, row_list, cell);
    }
    return cell;
}

void CellReader::read_pieces(const RawText& raw, const List* row_list, PictureCell& cell) {
    Cursor cursor{raw.text, raw.offset, 0};
    while (!cursor.done()) {
        if (!cursor.opens_field()) {
            read_text(cursor, cell);
        } else if (!read_field(cursor, row_list, cell)) {
            cell.pieces.clear();
            return;
        }
    }
    settle_kind(cell);
}

void CellReader::read_text(Cursor& cursor, PictureCell& cell) {
    Piece piece;
    while (!cursor.done() && !cursor.opens_field()) {
        char c = cursor.text[cursor.at++];
        if (c != '\\') {
            piece.text += c;
            continue;
        }
        constexpr std::string_view escapable = "|{[<^=.\\";
        c = cursor.done() ? '\0' : cursor.text[cursor.at];
        if (c == 'n') {
            piece.text += '\n';
        } else if (c != '\0' && escapable.find(c) != escapable.npos) {
            piece.text += c;
        } else {
            diagnostics_.error("unknown_escape",
                               places_.at(cursor.offset + cursor.at - 1),
                               {"\\ の後の文字が分かりません。", "Unknown escape after \\."},
                               {"使えるのは \\| \\{ \\[ \\< \\^ \\= \\. \\n \\\\ です。",
                                "Known are \\| \\{ \\[ \\< \\^ \\= \\. \\n and \\\\."});
            continue;
        }
        ++cursor.at;
    }
    cell.pieces.push_back(std::move(piece));
}

bool CellReader::read_field(Cursor& cursor, const List* row_list, PictureCell& cell) {
    const bool entry = cursor.text[cursor.at] == '[';
    const SourcePlace place = places_.at(cursor.offset + cursor.at);
    const std::size_t end = cursor.text.find_first_of(entry ? "]{[" : "}{[", cursor.at + 1);
    if (end == cursor.text.npos || cursor.text[end] != (entry ? ']' : '}')) {
        const std::string closing = entry ? "]" : "}";
        diagnostics_.error("bracket_not_closed",
                           place,
                           {"かっこが閉じられていません。", "The bracket is not closed."},
                           {"項目の名前の後に " + closing +
                                " を書いてください。文字としてのかっこは前に \\ を付けます。",
                            "Write " + closing +
                                " after the field's name; a bracket meant as text is written "
                                "with \\ before it."});
        return false;
    }
    const WrittenField written =
        split_field(cursor.text.substr(cursor.at + 1, end - cursor.at - 1));
    cursor.at = end + 1;
    if (written.name == unnamed) {
        report_unnamed(place, entry);
        return false;
    }
    std::optional<Field> field = names_.resolve(written.name, row_list, place, diagnostics_);
    if (!field) {
        return false;
    }
    field->option = written.option;
    field->carried = written.carried;
    if (written.has_option && written.option.empty()) {
        diagnostics_.error("empty_option",
                           place,
                           {"「:」の後に選択肢がありません。", "There is no option after ':'."},
                           {"[妥当性:A] のように書いてください。", "Write it as in [妥当性:A]."});
        return false;
    }
    if (written.carried && row_list == nullptr) {
        diagnostics_.error(
            "carry_outside_list",
            place,
            {"{…^} は繰り返しの行だけで使えます。", "{…^} is for repeated rows only."},
            {"^ を消すか、行の左に「指標*」のように書いてください。",
             "Remove the ^, or mark the row as repeated (指標*)."});
        return false;
    }
    if (written.has_pin && !read_pin(written.pin, place, *field)) {
        return false;
    }
    cell.pieces.push_back({entry ? PieceKind::entry : PieceKind::value, "", std::move(*field)});
    return true;
}

void CellReader::report_unnamed(SourcePlace place, bool entry) {
    const NearWords words = (*near_)();
    std::string guess = guess_field(words.left);
    std::string_view label = words.left;
    if (guess.empty() && !words.above.empty()) {
        guess = guess_field(words.above);
        label = words.above;
    }
    if (guess.empty() && words.under_year) {
        guess = entry ? "実績" : "目標";
    }
    const auto boxed = [&](std::string_view name) {
        return (entry ? "[" : "{") + std::string(name) + (entry ? "]" : "}");
    };
    const base::Text by =
        label.empty() ? base::Text{"", ""}
                      : base::Text{base::quoted_ja(label) + "の", " by " + base::quoted_en(label)};
    diagnostics_.error(
        "unnamed_box",
        place,
        {by.ja + "欄にまだ名前がありません。", "The box" + by.en + " has no name yet."},
        guess.empty()
            ? base::Text{"? のところに項目の名前を書いてください。名前の一覧は `shinchoku layout "
                         "fields`、様式だけの項目は [fields] に is = \"texts.名前\" "
                         "で足せます。何も入らない欄なら空白にします。",
                         "Write the field's name in place of the ?: `shinchoku layout fields` "
                         "lists them, one of your own is declared in [fields] with is = "
                         "\"texts.KEY\". Leave the cell empty where nothing goes in."}
            : base::Text{
                  boxed(guess) + " ではありませんか。何も入らない欄なら空白にします。",
                  "Is it " + boxed(guess) + "? Leave the cell empty where nothing goes in."});
}

bool CellReader::read_pin(std::string_view pin, SourcePlace place, Field& field) {
    if (!is_by_year(field.id) && field.id != FieldId::year_heading) {
        diagnostics_.error(
            "pin_without_years",
            place,
            {"「" + field.name + "」は年度ごとの項目ではないので @ は付けられません。",
             "\"" + field.name + "\" has no value by year, so it takes no @."},
            {"@ から後を消してください。", "Remove the @ and what follows it."});
        return false;
    }
    if (pin == "最終" || pin == "last") {
        field.pin = YearPin::last;
        field.pinned_year = layout_.last_year();
        return true;
    }
    const std::optional<int> year = plan::parse_fiscal_year(pin);
    if (!year || *year < layout_.first_year || *year > layout_.last_year()) {
        const std::string found(pin);
        const std::string span =
            std::to_string(layout_.first_year) + "～" + std::to_string(layout_.last_year());
        diagnostics_.error("year_outside_plan",
                           place,
                           {"「" + found + "」は計画の年度（" + span + "）ではありません。",
                            "\"" + found + "\" is no fiscal year of the plan (" + span + ")."},
                           {"@最終 か @R9 のように計画の年度を書いてください。",
                            "Write @last or a year of the plan such as @R9."});
        return false;
    }
    field.pin = YearPin::year;
    field.pinned_year = *year;
    return true;
}

void CellReader::read_formula(const RawText& raw, const List* row_list, PictureCell& cell) {
    cell.formula = base::trim(raw.text.substr(1));
    const SourcePlace place = place_of(cell);
    if (layout_.formulas.find(cell.formula) == layout_.formulas.end()) {
        diagnostics_.error("unknown_formula",
                           place,
                           {"「" + cell.formula + "」という式は [formulas] にありません。",
                            "There is no formula \"" + cell.formula + "\" in [formulas]."},
                           name_hint(cell.formula, formula_names(layout_)));
        return;
    }
    cell.kind = CellKind::formula;
    // A formula named like a field takes what is typed over it into that field.
    Diagnostics ignored;
    if (std::optional<Field> field = names_.resolve(cell.formula, row_list, place, ignored)) {
        cell.pieces.push_back({PieceKind::value, "", std::move(*field)});
    }
}

void CellReader::settle_kind(PictureCell& cell) {
    if (cell.pieces.size() == 1) {
        const Piece& only = cell.pieces.front();
        if (only.kind == PieceKind::text) {
            cell.kind = CellKind::label;
        } else if (!only.field.option.empty()) {
            cell.kind = CellKind::choice;
        } else {
            cell.kind = only.kind == PieceKind::entry ? CellKind::entry : CellKind::value;
        }
        return;
    }
    cell.kind = CellKind::pattern;
    check_pattern(cell);
}

void CellReader::check_pattern(const PictureCell& cell) {
    const bool has_box = std::any_of(cell.pieces.begin(), cell.pieces.end(), [](const Piece& p) {
        return p.kind != PieceKind::text && !p.field.option.empty();
    });
    if (has_box) {
        diagnostics_.error("choice_not_alone",
                           place_of(cell),
                           {"選択の箱は、一つのセルに一つだけ置けます。",
                            "A box to mark stands alone in its cell."},
                           {"箱ごとに列を分けてください。", "Give each box a column of its own."});
        return;
    }
    const auto year = std::find_if(cell.pieces.begin(), cell.pieces.end(), [](const Piece& p) {
        return p.kind != PieceKind::text && p.field.pin == YearPin::none &&
               (is_by_year(p.field.id) || p.field.id == FieldId::year_heading);
    });
    if (year != cell.pieces.end()) {
        diagnostics_.error(
            "year_in_pattern",
            place_of(cell),
            {"年度ごとの「" + year->field.name + "」は、文字と同じセルには置けません。",
             "\"" + year->field.name +
                 "\", which has a value for each year, cannot share a cell "
                 "with text."},
            {"項目だけのセルにするか、@R9 のように年度を決めてください。",
             "Give it a cell of its own, or name the year as in @R9."});
        return;
    }
    for (std::size_t i = 1; i < cell.pieces.size(); ++i) {
        const Piece& left = cell.pieces[i - 1];
        const Piece& right = cell.pieces[i];
        if (left.kind == PieceKind::text || right.kind == PieceKind::text) {
            continue;
        }
        if (is_number(left.field.id) == is_number(right.field.id)) {
            diagnostics_.error(
                "no_boundary",
                place_of(cell),
                {"「" + left.field.name + "」と「" + right.field.name +
                     "」の間に区切りがないので、読み分けられません。",
                 "Nothing separates \"" + left.field.name + "\" from \"" + right.field.name +
                     "\", so they cannot be told apart."},
                {"間に空白か文字を入れてください。", "Put a space or a word between them."});
        }
    }
}

}  // namespace shinchoku::layout
