#include "layout/picture_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "layout/comparison.h"
#include "layout/field_names.h"
#include "layout/picture_joins.h"
#include "layout/read_picture.h"
#include "layout/vocabulary.h"

namespace shinchoku::layout {
namespace {

// What tells one field of a plan from another; the way it is drawn is no part of it.
struct FieldKey {
    FieldId id;
    std::string list;
    std::string text_key;
    std::size_t column;
    int year;  // -1: all years, or none
    std::string option;

    friend auto operator<=>(const FieldKey&, const FieldKey&) = default;
};

FieldKey key_of(const Field& field) {
    return {field.id,
            field.list,
            field.text_key,
            field.column,
            field.pin == YearPin::none ? -1 : field.pinned_year,
            field.option};
}

// Fields that may be printed as often as one likes: they are no values of a measure.
bool is_read_once(FieldId id) {
    return id != FieldId::year_heading && id != FieldId::running_number &&
           id != FieldId::last_year && id != FieldId::baseline_year;
}

class ReadingChecks {
public:
    ReadingChecks(const Layout& layout, Diagnostics& diagnostics)
        : layout_(layout), rows_(layout.picture.rows), diagnostics_(diagnostics) {}

    void run() {
        check_indicators_outside();
        check_bound_once();
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            check_labels_of(rows_[row]);
            for (const PictureCell& cell : rows_[row].cells) {
                check_formula(cell);
            }
            check_alternative(rows_[row]);
            check_heading(row);
        }
        check_neighbours();
    }

private:
    [[nodiscard]] std::set<FieldKey> fields_of(const PictureRow& row) const {
        std::set<FieldKey> keys;
        for (const PictureCell& cell : row.cells) {
            for (const Piece& piece : cell.pieces) {
                if (piece.kind != PieceKind::text) {
                    keys.insert(key_of(piece.field));
                }
            }
        }
        return keys;
    }

    // Without a list an indicator's field means the one indicator of the measure; that cannot be
    // where indicators are repeated elsewhere.
    void check_indicators_outside() {
        const bool repeated = std::any_of(rows_.begin(), rows_.end(), [&](const PictureRow& row) {
            const auto list = layout_.lists.find(row.list);
            return list != layout_.lists.end() && list->second.of == ListOf::indicators;
        });
        if (!repeated) {
            return;
        }
        for (const PictureRow& row : rows_) {
            for (const PictureCell& cell : row.cells) {
                for (const Piece& piece : cell.pieces) {
                    if (piece.kind != PieceKind::text && piece.field.list.empty() &&
                        is_of_indicator(piece.field.id)) {
                        report_outside(cell, piece.field);
                    }
                }
            }
        }
    }

    void report_outside(const PictureCell& cell, const Field& field) {
        diagnostics_.error(
            "outside_list",
            place_of(cell),
            {"「" + field.name + "」は指標の項目ですが、指標の繰り返しの外にあります。",
             "\"" + field.name +
                 "\" belongs to an indicator but stands outside the repeated rows "
                 "of indicators."},
            {"指標の行へ移すか、[lists] で only = 1 の一覧を作り、その名前を前に付けてください。",
             "Move it into the indicators' rows, or make a list with only = 1 in [lists] and put "
             "its name before the field."});
    }

    void check_bound_once() {
        std::map<FieldKey, const PictureCell*> first;
        for (const PictureRow& row : rows_) {
            if (row.alternative_of >= 0) {
                continue;
            }
            std::set<FieldKey> of_this_row;  // a value by year fills several cells of its row
            for (const PictureCell& cell : row.cells) {
                for (const Piece& piece : cell.pieces) {
                    if (piece.kind == PieceKind::text || !is_read_once(piece.field.id)) {
                        continue;
                    }
                    FieldKey key = key_of(piece.field);
                    const bool by_year = is_by_year(key.id) && piece.field.pin == YearPin::none;
                    if (by_year && !of_this_row.insert(key).second) {
                        continue;
                    }
                    const PictureCell* other = find_bound(first, key);
                    if (other != nullptr) {
                        report_twice(cell, piece.field, *other);
                    } else {
                        first.emplace(std::move(key), &cell);
                    }
                }
            }
        }
    }

    // All years hold a single one too.
    [[nodiscard]] static const PictureCell* find_bound(
        const std::map<FieldKey, const PictureCell*>& bound, const FieldKey& key) {
        for (const auto& [other, cell] : bound) {
            FieldKey same_year = other;
            if (is_by_year(key.id) && (key.year < 0 || other.year < 0)) {
                same_year.year = key.year;
            }
            if (same_year == key) {
                return cell;
            }
        }
        return nullptr;
    }

    void report_twice(const PictureCell& cell, const Field& field, const PictureCell& other) {
        const std::string line = std::to_string(other.line);
        diagnostics_.error("bound_twice",
                           place_of(cell),
                           {"「" + field.name + "」は " + line + " 行目にもあります。",
                            "\"" + field.name + "\" stands in line " + line + " as well."},
                           {"同じ値を二か所から読むことはできません。どちらかを消してください。",
                            "One value cannot be read from two places; remove one of them."});
    }

    // A formula for no year in particular says itself which years it means.
    void check_formula(const PictureCell& cell) {
        const Field* own = cell.field();
        const auto known = layout_.formulas.find(cell.formula);
        if (cell.kind != CellKind::formula || known == layout_.formulas.end() ||
            cell.year_index >= 0 || layout_.year_count == 1 ||
            (own != nullptr && own->pin != YearPin::none)) {
            return;
        }
        const std::string& text = known->second.text;
        for (std::size_t open = text.find('{'); open != text.npos;
             open = text.find('{', open + 1)) {
            const std::string name = text.substr(open + 1, text.find('}', open) - open - 1);
            const Word* word = find_word(name.substr(name.rfind('.') + 1));
            if (word != nullptr && is_by_year(word->id)) {
                diagnostics_.error(
                    "formula_without_year",
                    place_of(cell),
                    {"「" + cell.written + "」は年度に分かれていないので、式の {" + name +
                         "} がどの年度か決まりません。",
                     "\"" + cell.written + "\" stands for no year, so its {" + name +
                         "} could be of any year."},
                    {"式に {" + name + "@最終} や {" + name + "@R9} のように年度を書いてください。",
                     "Name the year in the formula, as in {" + name + "@last} or {" + name +
                         "@R9}."});
                return;
            }
        }
    }

    void check_labels_of(const PictureRow& row) {
        std::map<std::string, const PictureCell*> forms;
        for (const PictureCell& cell : row.cells) {
            if (!is_anchor(cell)) {
                continue;
            }
            const auto [other, is_new] = forms.emplace(anchor_form(cell), &cell);
            if (!is_new) {
                diagnostics_.error("equal_labels",
                                   place_of(cell),
                                   {"同じ行の「" + other->second->written + "」と「" +
                                        cell.written + "」を読み分けられません。",
                                    "\"" + other->second->written + "\" and \"" + cell.written +
                                        "\" of one row cannot be told apart."},
                                   {"見出しの言葉を変えるか、行を分けてください。",
                                    "Change one of the labels, or put them in two rows."});
            }
        }
        for (const PictureCell& cell : row.cells) {
            check_variants(cell, forms);
        }
    }

    void check_variants(const PictureCell& cell,
                        const std::map<std::string, const PictureCell*>& forms) {
        const auto variants = layout_.labels.find(cell.drawn_text());
        if (!is_anchor(cell) || variants == layout_.labels.end()) {
            return;
        }
        for (const std::string& variant : variants->second.accepted) {
            const auto other = forms.find(comparison_form(variant));
            if (other != forms.end() && other->second != &cell) {
                diagnostics_.error(
                    "variant_is_label",
                    place_of(cell),
                    {"「" + cell.written + "」の別の言い方「" + variant +
                         "」は、同じ行のほかの見出しです。",
                     "\"" + variant + "\", a variant of \"" + cell.written +
                         "\", is another label of its row."},
                    {"[labels] からその言い方を消してください。", "Remove it from [labels]."});
            }
        }
    }

    void check_alternative(const PictureRow& row) {
        if (row.alternative_of < 0) {
            return;
        }
        const PictureRow& base = rows_[static_cast<std::size_t>(row.alternative_of)];
        if (fields_of(row) != fields_of(base)) {
            const std::string line = std::to_string(base.line);
            diagnostics_.error(
                "alternative_fields",
                place_of(row.cells.front()),
                {"「又は」の行の項目が、" + line + " 行目の項目と違います。",
                 "This \"or\" row has other fields than its row, line " + line + "."},
                {"二つの行に同じ項目を書いてください。", "Write the same fields in both rows."});
        }
    }

    // Heading rows of a list stand directly above its repeated rows.
    void check_heading(std::size_t row) {
        std::size_t next = row + 1;
        while (next < rows_.size() && rows_[next].heading_of == rows_[row].heading_of) {
            ++next;
        }
        const std::string& list = rows_[row].heading_of;
        if (list.empty() || (next < rows_.size() && rows_[next].list == list)) {
            return;
        }
        diagnostics_.error("heading_without_list",
                           place_of(rows_[row].cells.front()),
                           {"「" + list + "^」の行の下に「" + list + "*」の行がありません。",
                            "There is no row \"" + list + "*\" below this row \"" + list + "^\"."},
                           {"見出しの行のすぐ下に、繰り返しの行を書いてください。",
                            "Write the repeated row directly below its heading row."});
    }

    void check_neighbours() {
        const std::vector<int> regions = repeat_regions(layout_.picture);
        for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
            const int above = row_above(layout_.picture, row);
            const PictureRow& own = rows_[static_cast<std::size_t>(row)];
            if (above < 0 || own.alternative_of >= 0) {
                continue;
            }
            const int region_above = regions[static_cast<std::size_t>(above)];
            if (region_above < 0 || region_above == regions[static_cast<std::size_t>(row)]) {
                continue;
            }
            if (regions[static_cast<std::size_t>(row)] >= 0) {
                check_touching(own);
            } else if (own.optional) {
                warn_optional(own, rows_[static_cast<std::size_t>(above)]);
            }
        }
    }

    void check_touching(const PictureRow& row) {
        if (std::any_of(row.cells.begin(), row.cells.end(), is_anchor)) {
            return;
        }
        diagnostics_.error(
            "touching_repeats",
            place_of(row.cells.front()),
            {"二つの繰り返しの間に見出しがないので、境が分かりません。",
             "Two repeats touch with no label between them."},
            {"間に見出しの行を入れてください。", "Put a row with a label between them."});
    }

    void warn_optional(const PictureRow& row, const PictureRow& repeated) {
        const PictureCell& first = repeated.cells.front();
        if (is_anchor(first) || first.kind == CellKind::join_up || first.kind == CellKind::absent) {
            return;
        }
        diagnostics_.warning(
            "optional_below_repeat",
            place_of(row.cells.front()),
            {"繰り返しのすぐ下に、なくてもよい行（?）があります。この見出しが書き換えられると、"
             "繰り返しの一行と見分けられません。",
             "An optional row (?) stands directly below a repeat: if its label is renamed it looks "
             "like one more element."},
            {"できれば、間に必ずある見出しの行を入れてください。",
             "If possible, put a row with a label that is always there between them."});
    }

    const Layout& layout_;
    const std::vector<PictureRow>& rows_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::string anchor_form(const PictureCell& cell) {
    std::string form;
    for (const Piece& piece : cell.pieces) {
        // U+FFFC stands for an object in running text.
        form += piece.kind == PieceKind::text ? comparison_form(piece.text) : "\xEF\xBF\xBC";
    }
    return form;
}

void check_reading(const Layout& layout, Diagnostics& diagnostics) {
    ReadingChecks(layout, diagnostics).run();
}

}  // namespace shinchoku::layout
