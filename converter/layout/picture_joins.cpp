#include "layout/picture_joins.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "layout/read_picture.h"

namespace shinchoku::layout {
namespace {

using CellPlace = std::pair<int, int>;  // row, column

class Joiner {
public:
    Joiner(Picture& picture, Diagnostics& diagnostics)
        : picture_(picture), diagnostics_(diagnostics), regions_(repeat_regions(picture)) {}

    void run() {
        for (int row = 0; row < row_count(); ++row) {
            for (int column = 0; column < column_count(); ++column) {
                own(row, column);
            }
        }
        if (diagnostics_.has_errors()) {
            return;
        }
        check_rectangles();
        check_repeats();
    }

private:
    [[nodiscard]] int row_count() const { return static_cast<int>(picture_.rows.size()); }
    [[nodiscard]] int column_count() const { return static_cast<int>(picture_.column_count()); }
    [[nodiscard]] PictureRow& row_at(int row) const {
        return picture_.rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] PictureCell& cell(int row, int column) const {
        return row_at(row).cells[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] CellPlace owner(int row, int column) const {
        const PictureCell& at = cell(row, column);
        return {at.owner_row, at.owner_column};
    }
    [[nodiscard]] int region(int row) const { return regions_[static_cast<std::size_t>(row)]; }

    void own(int row, int column) {
        PictureCell& at = cell(row, column);
        at.owner_row = row;
        at.owner_column = column;
        if (at.kind == CellKind::join_left) {
            if (column == 0) {
                diagnostics_.error("join_first_column",
                                   place_of(at),
                                   {"最初の列の < には、つなぐ相手が左にありません。",
                                    "There is no cell to the left of < in the first column."},
                                   {"見出しや項目を書くか、空にしてください。",
                                    "Write a label or a field, or leave the cell empty."});
                return;
            }
            take_owner(at, row, column - 1);
        } else if (at.kind == CellKind::join_up) {
            const int above = row_above(picture_, row);
            if (above < 0) {
                diagnostics_.error("join_first_row",
                                   place_of(at),
                                   {"最初の行の ^ には、つなぐ相手が上にありません。",
                                    "There is no cell above ^ in the first row."},
                                   {"見出しや項目を書くか、空にしてください。",
                                    "Write a label or a field, or leave the cell empty."});
                return;
            }
            take_owner(at, above, column);
        }
    }

    void take_owner(PictureCell& at, int row, int column) {
        std::tie(at.owner_row, at.owner_column) = owner(row, column);
        if (cell(at.owner_row, at.owner_column).kind == CellKind::absent) {
            diagnostics_.error(
                "join_to_nothing",
                place_of(at),
                {"つなぐ相手が「.」（セルなし）です。", "This cell is joined to \".\" (no cell)."},
                {"ここも . にするか、相手をセルにしてください。",
                 "Write . here too, or make the other one a cell."});
        }
    }

    struct Box {
        int top, left, bottom, right;
    };

    void check_rectangles() {
        std::map<CellPlace, Box> boxes;
        for (int row = 0; row < row_count(); ++row) {
            if (row_at(row).alternative_of >= 0) {
                check_alternative(row);
                continue;
            }
            for (int column = 0; column < column_count(); ++column) {
                const auto [box, is_new] =
                    boxes.try_emplace(owner(row, column), Box{row, column, row, column});
                box->second.left = std::min(box->second.left, column);
                box->second.bottom = row;
                box->second.right = std::max(box->second.right, column);
            }
        }
        for (const auto& [owner_cell, box] : boxes) {
            check_rectangle(owner_cell, box);
        }
    }

    void check_rectangle(const CellPlace& owner_cell, const Box& box) {
        for (int row = box.top; row <= box.bottom; ++row) {
            if (row_at(row).alternative_of >= 0) {
                continue;
            }
            for (int column = box.left; column <= box.right; ++column) {
                if (owner(row, column) != owner_cell) {
                    report_shape(cell(row, column), cell(owner_cell.first, owner_cell.second));
                    return;
                }
            }
        }
    }

    void report_shape(const PictureCell& at, const PictureCell& owner_cell) {
        diagnostics_.error("join_not_rectangle",
                           place_of(at),
                           {std::to_string(owner_cell.line) + " 行目の「" + owner_cell.written +
                                "」につながるセルが長方形になりません。",
                            "The cells joined to \"" + owner_cell.written + "\" (line " +
                                std::to_string(owner_cell.line) + ") form no rectangle."},
                           {"つなぐ範囲のすべてのセルを < か ^ にしてください。",
                            "Write < or ^ in every cell of the joined area."});
    }

    // Another form of a row is joined upwards exactly where the row itself is.
    void check_alternative(int row) {
        const int base = row_at(row).alternative_of;
        for (int column = 0; column < column_count(); ++column) {
            const bool from_above = cell(row, column).owner_row < base;
            const bool base_from_above = cell(base, column).owner_row < base;
            if (from_above != base_from_above ||
                (from_above && owner(row, column) != owner(base, column))) {
                const CellPlace joined = from_above ? owner(row, column) : owner(base, column);
                report_shape(cell(row, column), cell(joined.first, joined.second));
                return;
            }
        }
    }

    // A join may pass over a repeat whole or stay inside one element; for anything else the second
    // element would be joined to the first.
    void check_repeats() {
        for (int row = 0; row < row_count(); ++row) {
            for (int column = 0; column < column_count(); ++column) {
                const PictureCell& at = cell(row, column);
                if (at.owner_row == row) {
                    continue;
                }
                const bool leaves = region(at.owner_row) != region(row);
                if (leaves && (region(at.owner_row) >= 0 ||
                               (region(row) >= 0 && !covers_region(row, column)))) {
                    report_crossing(at);
                }
            }
        }
    }

    [[nodiscard]] bool covers_region(int row, int column) const {
        for (int other = 0; other < row_count(); ++other) {
            if (region(other) == region(row) && owner(other, column) != owner(row, column)) {
                return false;
            }
        }
        return true;
    }

    void report_crossing(const PictureCell& at) {
        diagnostics_.error("join_across_repeat",
                           place_of(at),
                           {"^ が繰り返しの行の境をまたいでいます。",
                            "This ^ crosses the border of repeated rows."},
                           {"繰り返しの行の全部につなぐか、その外だけでつないでください。",
                            "Join all rows of the repeat, or only rows outside it."});
    }

    Picture& picture_;
    Diagnostics& diagnostics_;
    std::vector<int> regions_;
};

}  // namespace

int row_above(const Picture& picture, int row) {
    const auto alternative_of = [&](int r) {
        return picture.rows[static_cast<std::size_t>(r)].alternative_of;
    };
    int above = (alternative_of(row) >= 0 ? alternative_of(row) : row) - 1;
    while (above >= 0 && alternative_of(above) >= 0) {
        --above;
    }
    return above;
}

std::vector<int> repeat_regions(const Picture& picture) {
    std::vector<int> regions;
    regions.reserve(picture.rows.size());
    int count = 0;
    std::string_view current;
    for (const PictureRow& row : picture.rows) {
        const std::string_view list = row.list.empty() ? row.heading_of : row.list;
        if (list.empty()) {
            regions.push_back(-1);
        } else {
            regions.push_back(list == current ? regions.back() : count++);
        }
        current = list;
    }
    return regions;
}

void join_cells(Picture& picture, Diagnostics& diagnostics) {
    Joiner(picture, diagnostics).run();
}

}  // namespace shinchoku::layout
