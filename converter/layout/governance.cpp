#include "layout/governance.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "layout/picture_joins.h"
#include "layout/read_picture.h"

namespace shinchoku::layout {
namespace {

// Values that must be found on the sheet: not year headings and running numbers.
bool is_governed(const PictureCell& cell) {
    switch (cell.kind) {
        case CellKind::value:
        case CellKind::entry:
        case CellKind::choice:
            return cell.field()->id != FieldId::year_heading &&
                   cell.field()->id != FieldId::running_number;
        case CellKind::formula:
            return cell.field() != nullptr;
        case CellKind::pattern:
            return !has_words(cell);  // one with words is its own label
        case CellKind::empty:
        case CellKind::absent:
        case CellKind::label:
        case CellKind::join_left:
        case CellKind::join_up:
            return false;
    }
    return false;
}

// Cells of one row behind one label, up to the next label.
struct Siblings {
    int fields = 0;  // different ones: years and options of a field count once
    int order = 0;   // of the cell asked about
};

class Governor {
public:
    Governor(Layout& layout, Diagnostics& diagnostics)
        : picture_(layout.picture), year_count_(layout.year_count), diagnostics_(diagnostics) {}

    void run() {
        for (int row = 0; row < static_cast<int>(picture_.rows.size()); ++row) {
            for (int column = 0; column < static_cast<int>(picture_.column_count()); ++column) {
                PictureCell& at = cell(row, column);
                if (is_governed(at)) {
                    at.governed = decide(at, row, column);
                    if (at.governed.by == GovernedBy::nothing) {
                        report(at);
                    }
                }
            }
        }
    }

private:
    [[nodiscard]] PictureCell& cell(int row, int column) const {
        return picture_.rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const PictureCell& owner(int row, int column) const {
        const PictureCell& at = cell(row, column);
        return cell(at.owner_row, at.owner_column);
    }

    [[nodiscard]] Governance decide(const PictureCell& at, int row, int column) const {
        Governance governance;
        const int first = first_behind_label(row, column);
        if (first > 0) {
            governance.label_row = cell(row, first - 1).owner_row;
            governance.label_column = cell(row, first - 1).owner_column;
        }
        if (is_one_of_many_years(at)) {
            governance.year_row = year_row_above(picture_, row, column);
            const bool headed = governance.year_row >= 0 &&
                                cell(governance.year_row, column).year_index == at.year_index;
            governance.by = headed ? GovernedBy::year : GovernedBy::nothing;
            return governance;
        }
        const Siblings siblings = siblings_of(row, column, first);
        if (first > 0 && siblings.fields == 1) {
            governance.by = GovernedBy::row;
            return governance;
        }
        if (const auto [label_row, found] = label_above(row, column); found) {
            governance.by = GovernedBy::column;
            governance.label_row = label_row;
            governance.label_column = column;
            return governance;
        }
        if (first > 0) {
            governance.by = GovernedBy::order;
            governance.order = siblings.order;
        }
        return governance;
    }

    // A plan of a single year needs no year headings.
    [[nodiscard]] bool is_one_of_many_years(const PictureCell& at) const {
        const Field* field = at.field();
        return field != nullptr && is_by_year(field->id) && at.year_index >= 0 && year_count_ > 1;
    }

    // The first column behind the nearest label at the left; 0 where there is no label.
    [[nodiscard]] int first_behind_label(int row, int column) const {
        int first = column;
        while (first > 0 && !is_anchor(owner(row, first - 1))) {
            --first;
        }
        return first;
    }

    [[nodiscard]] Siblings siblings_of(int row, int column, int first) const {
        Siblings siblings;
        std::set<std::tuple<FieldId, std::string, std::string, std::size_t, int>> different;
        for (int at = first; at < static_cast<int>(picture_.column_count()); ++at) {
            const PictureCell& sibling = owner(row, at);
            if (is_anchor(sibling)) {
                break;
            }
            if (!is_governed(sibling) || sibling.owner_column != at) {
                continue;
            }
            for (const Piece& piece : sibling.pieces) {
                const Field& field = piece.field;
                if (piece.kind != PieceKind::text) {
                    different.emplace(
                        field.id, field.list, field.text_key, field.column, field.pinned_year);
                }
            }
            siblings.order += at < column ? 1 : 0;
        }
        siblings.fields = static_cast<int>(different.size());
        return siblings;
    }

    // The nearest label above with the same left edge; one that begins elsewhere bars the way.
    [[nodiscard]] std::pair<int, bool> label_above(int row, int column) const {
        const PictureRow& own = picture_.rows[static_cast<std::size_t>(row)];
        for (int above = row_above(picture_, row); above >= 0; above = row_above(picture_, above)) {
            const PictureRow& other = picture_.rows[static_cast<std::size_t>(above)];
            if (!other.heading_of.empty() && other.heading_of == own.list) {
                continue;
            }
            const PictureCell& label = owner(above, column);
            if (is_anchor(label)) {
                return {label.owner_row, label.owner_column == column};
            }
        }
        return {-1, false};
    }

    void report(const PictureCell& at) {
        if (is_one_of_many_years(at)) {
            diagnostics_.error(
                "no_year_heading",
                place_of(at),
                {"「" + at.written + "」の真上に、その年度の見出し {年} がありません。",
                 "There is no year heading {年} above \"" + at.written + "\"."},
                {"左端をそろえて、上の行に {年} を年度の数だけ並べてください。",
                 "Write {年} once a year in a row above, with the same left edges."});
            return;
        }
        diagnostics_.error(
            "no_label",
            place_of(at),
            {"「" + at.written + "」がどの見出しの値か決まりません。",
             "No label governs \"" + at.written + "\"."},
            {"同じ行の左か、左端をそろえて上に、見出しを書いてください。",
             "Write a label at its left in the row, or above it with the same left edge."});
    }

    Picture& picture_;
    int year_count_;
    Diagnostics& diagnostics_;
};

}  // namespace

void govern(Layout& layout, Diagnostics& diagnostics) {
    Governor(layout, diagnostics).run();
}

}  // namespace shinchoku::layout
