#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "layout/field_names.h"
#include "layout/governance.h"
#include "layout/picture_joins.h"
#include "layout/read_picture.h"

namespace shinchoku::layout {
namespace {

// Cells of one row that hold one field year after year.
struct Run {
    std::vector<int> columns;
};

class YearNumbering {
public:
    YearNumbering(Layout& layout, Diagnostics& diagnostics)
        : layout_(layout), diagnostics_(diagnostics) {}

    void run() {
        for (int row = 0; row < static_cast<int>(layout_.picture.rows.size()); ++row) {
            number_row(row);
        }
    }

private:
    [[nodiscard]] PictureCell& cell(int row, int column) const {
        return layout_.picture.rows[static_cast<std::size_t>(row)]
            .cells[static_cast<std::size_t>(column)];
    }

    void number_row(int row) {
        std::map<std::tuple<FieldId, std::string, std::string>, Run> runs;
        std::map<std::string, Run> formulas;  // those that are named like no field
        const int columns = static_cast<int>(layout_.picture.column_count());
        for (int column = 0; column < columns; ++column) {
            PictureCell& at = cell(row, column);
            const Field* field = at.field();
            if (field == nullptr && at.kind == CellKind::formula) {
                formulas[at.formula].columns.push_back(column);
            }
            if (field == nullptr ||
                (!is_by_year(field->id) && field->id != FieldId::year_heading)) {
                continue;
            }
            if (field->pin == YearPin::none) {
                runs[{field->id, field->list, field->option}].columns.push_back(column);
            } else if (field->id == FieldId::year_heading) {
                at.year_index = field->pinned_year - layout_.first_year;
            }
        }
        for (const auto& [key, run] : runs) {
            number_run(row, std::get<FieldId>(key), run);
        }
        for (const auto& [name, run] : formulas) {
            number_formulas(row, run);
        }
    }

    // A formula of no field may stand anywhere; below every year it speaks of that year.
    void number_formulas(int row, const Run& run) {
        const bool headed = static_cast<int>(run.columns.size()) == layout_.year_count &&
                            std::all_of(run.columns.begin(), run.columns.end(), [&](int column) {
                                return year_row_above(layout_.picture, row, column) >= 0;
                            });
        for (std::size_t i = 0; headed && i < run.columns.size(); ++i) {
            cell(row, run.columns[i]).year_index = static_cast<int>(i);
        }
    }

    void number_run(int row, FieldId id, const Run& run) {
        const int count = static_cast<int>(run.columns.size());
        const int years = layout_.year_count;
        // Year headings may stand several times in a row: targets at the left, actuals at the
        // right.
        const bool whole = id == FieldId::year_heading ? count % years == 0 : count == years;
        if (!whole && stands_for_all_years(row, id, run)) {
            return;
        }
        if (!whole) {
            const int wrong = run.columns[static_cast<std::size_t>(std::min(count - 1, years))];
            report_count(cell(row, wrong), count);
            return;
        }
        for (int i = 0; i < count; ++i) {
            cell(row, run.columns[static_cast<std::size_t>(i)]).year_index = i % years;
        }
    }

    // An evaluation may be asked once, for no year in particular: evaluations[].year is null then.
    [[nodiscard]] bool stands_for_all_years(int row, FieldId id, const Run& run) const {
        if (!is_of_evaluation(id) || run.columns.size() != 1) {
            return false;
        }
        const int column = run.columns.front();
        const int year_row = year_row_above(layout_.picture, row, column);
        return year_row < 0 ||
               layout_.picture.span_of(row, column) != layout_.picture.span_of(year_row, column);
    }

    void report_count(const PictureCell& at, int count) {
        const std::string found = std::to_string(count);
        const std::string times = count == 1 ? "once" : found + " times";
        const std::string years = std::to_string(layout_.year_count);
        const std::string name = at.field()->name;
        diagnostics_.error(
            "year_count",
            place_of(at),
            {"「" + name + "」がこの行に " + found + " 個ありますが、計画は " + years + " 年です。",
             "\"" + name + "\" stands " + times + " in this row but the plan has " + years +
                 " years."},
            {"年度の数だけ並べるか、[years] の count を直してください。一つの年度だけなら @R9 や "
             "@最終 を付けます。",
             "Write it once a year, or mend count in [years]; for a single year add @R9 or "
             "@last."});
    }

    Layout& layout_;
    Diagnostics& diagnostics_;
};

}  // namespace

int year_row_above(const Picture& picture, int row, int column) {
    for (int above = row_above(picture, row); above >= 0; above = row_above(picture, above)) {
        const PictureCell& at =
            picture.rows[static_cast<std::size_t>(above)].cells[static_cast<std::size_t>(column)];
        if (is_year_heading(at)) {
            return above;
        }
    }
    return -1;
}

void number_years(Layout& layout, Diagnostics& diagnostics) {
    YearNumbering(layout, diagnostics).run();
}

}  // namespace shinchoku::layout
