#include <algorithm>
#include <string>
#include <vector>

#include "base/a1.h"
#include "base/utf8.h"
#include "layout/layout_library.h"
#include "layout/read_picture.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

struct FieldLine {
    std::string name;
    std::string cells;
    std::string label;
    std::string how;
};

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string name_of(GovernedBy by, base::Language language) {
    const bool ja = language == base::Language::ja;
    switch (by) {
        case GovernedBy::nothing:
            return ja ? "見出しの中" : "in the label";
        case GovernedBy::row:
            return ja ? "行" : "row";
        case GovernedBy::column:
            return ja ? "列" : "column";
        case GovernedBy::order:
            return ja ? "順" : "order";
        case GovernedBy::year:
            return ja ? "年度" : "year";
    }
    return "";
}

class Account {
public:
    Account(const Layout& layout, base::Language language)
        : layout_(layout), ja_(language == base::Language::ja), language_(language) {}

    std::string write() {
        line("様式", "layout", layout_.id);
        line("題名", "title", layout_.title);
        line("ファイル", "file", layout_.file);
        line("計画", "plan", layout_.plan_title + " (" + layout_.plan_id + ")");
        line("自治体", "municipality", layout_.municipality + " " + layout_.municipality_code);
        line("年度", "years", years());
        line("シート", "sheet", block());
        line("絵",
             "picture",
             std::to_string(layout_.picture.rows.size()) + (ja_ ? " 行 " : " rows, ") +
                 std::to_string(layout_.picture.column_count()) + (ja_ ? " 列" : " columns"));
        text_ += ja_ ? "\n項目（セル、決め手の見出し、決め方）\n"
                     : "\nfields (cells, governing label, how)\n";
        collect();
        write_fields();
        return std::move(text_);
    }

private:
    void line(std::string_view ja, std::string_view en, const std::string& value) {
        if (!base::trim(value).empty()) {
            text_ += pad(std::string(ja_ ? ja : en), 14) + std::string(base::trim(value)) + "\n";
        }
    }

    [[nodiscard]] static std::string pad(std::string text, int width) {
        const int own = base::display_width(std::string_view(text));
        text.append(static_cast<std::size_t>(std::max(width - own, 1)), ' ');
        return text;
    }

    [[nodiscard]] std::string years() const {
        return plan::write_fiscal_year(layout_.year_heading, layout_.first_year) +
               (ja_ ? "～" : " to ") +
               plan::write_fiscal_year(layout_.year_heading, layout_.last_year()) + " (" +
               std::to_string(layout_.first_year) + "-" + std::to_string(layout_.last_year()) + ")";
    }

    [[nodiscard]] std::string block() const {
        if (layout_.block == BlockOf::plan) {
            return ja_ ? "計画全体を一つの表に" : "one table for the whole plan";
        }
        if (layout_.place == Place::stack) {
            return ja_ ? "施策を縦に並べる" : "measures stacked on one sheet";
        }
        return ja_ ? "施策ごとに一枚" : "one sheet a measure";
    }

    void collect() {
        std::uint32_t row = 0;  // of a drawn form in which nothing is repeated
        for (const PictureRow& picture_row : layout_.picture.rows) {
            if (picture_row.alternative_of >= 0) {
                continue;
            }
            std::uint32_t column = 0;
            for (const PictureCell& cell : picture_row.cells) {
                collect(cell, {row, column++});
            }
            ++row;
        }
    }

    void collect(const PictureCell& cell, base::CellRef at) {
        const std::string address = base::to_a1(at);
        for (const Piece& piece : cell.pieces) {
            if (piece.kind == PieceKind::text || piece.field.id == FieldId::running_number) {
                continue;
            }
            FieldLine found{piece.field.name, address, label_of(cell), how(cell, piece.field)};
            const bool same = !lines_.empty() && lines_.back().name == found.name &&
                              lines_.back().label == found.label && lines_.back().how == found.how;
            if (same) {  // the years of one field, the boxes of one choice
                FieldLine& run = lines_.back();
                run.cells = run.cells.substr(0, run.cells.find(':')) + ":" + address;
            } else {
                lines_.push_back(std::move(found));
            }
        }
    }

    [[nodiscard]] std::string how(const PictureCell& cell, const Field& field) const {
        if (field.id == FieldId::year_heading) {
            return ja_ ? "年度の見出し" : "year heading";
        }
        return name_of(cell.governed.by, language_);
    }

    [[nodiscard]] std::string label_of(const PictureCell& cell) const {
        if (is_anchor(cell)) {
            return one_line(cell.written);
        }
        if (cell.governed.label_row < 0) {
            return "-";
        }
        const PictureRow& row =
            layout_.picture.rows[static_cast<std::size_t>(cell.governed.label_row)];
        return one_line(row.cells[static_cast<std::size_t>(cell.governed.label_column)].written);
    }

    void write_fields() {
        int widest = 0;
        for (const FieldLine& found : lines_) {
            widest = std::max(widest, base::display_width(std::string_view(found.name)));
        }
        for (const FieldLine& found : lines_) {
            text_ += "  " + pad(found.name, widest + 2) + pad(found.cells, 10) +
                     pad(found.how, 16) + found.label + "\n";
        }
    }

    const Layout& layout_;
    bool ja_;
    base::Language language_;
    std::string text_;
    std::vector<FieldLine> lines_;
};

}  // namespace

std::string show(const Layout& layout, base::Language language) {
    return Account(layout, language).write();
}

}  // namespace shinchoku::layout
