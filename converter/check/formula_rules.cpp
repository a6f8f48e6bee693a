#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"
#include "check/sheet_view.h"
#include "layout/vocabulary.h"
#include "plan/fiscal_year.h"
#include "sheet/formula.h"

namespace shinchoku::check {
namespace {

using base::CellRef;
using layout::FieldId;

// Formulas are compared as they would read here: far enough from every edge of the sheet.
constexpr CellRef common_place{base::max_rows / 2, base::max_columns / 2};

struct FormulaCell {
    const sheet::Cell* cell = nullptr;
    base::CellRange area;  // the cell with what is merged to it
    std::string text;      // in its plain spelling
    // As it would read at the common place; empty until it is asked for.
    mutable std::string relative;

    [[nodiscard]] const std::string& in_common() const {
        if (relative.empty()) {
            relative = sheet::move_formula(text, cell->at, common_place);
        }
        return relative;
    }
};

class FormulaChecker {
public:
    FormulaChecker(const SheetView& view, bool is_own_form, Collector& out)
        : view_(view), is_own_form_(is_own_form), out_(out) {}

    void run() {
        for (const BlockView& block : view_.blocks()) {
            cells_.clear();
            rates_.reset();
            view_.for_each_cell(block, [&](const sheet::Cell& cell) {
                if (cell.formula != sheet::no_formula && !view_.grid().is_covered(cell.at)) {
                    add(cell);
                }
            });
            for (const FormulaCell& cell : cells_) {
                check(block, cell);
            }
        }
    }

private:
    void add(const sheet::Cell& cell) {
        FormulaCell& own = cells_.emplace_back();
        own.cell = &cell;
        own.area = view_.grid().area(cell.at);
        own.text = sheet::plain_formula(view_.sheet().formula_of(cell));
    }

    // One finding a cell: the first that applies.
    void check(const BlockView& block, const FormulaCell& cell) {
        const PlacedCell* place = view_.place_at(cell.cell->at);
        if (place != nullptr) {
            const DrawnAs& drawn = drawn_of(block, *place);
            if (is_box(*place, drawn)) {
                report_box(cell);
                return;
            }
            if (place->field == FieldId::rate) {
                check_rate(cell, *place, drawn);
                return;
            }
        }
        if (!differs_from_neighbours(cell)) {
            check_sums(cell);
        }
    }

    // Formulas of one field come one after the other.
    const DrawnAs& drawn_of(const BlockView& block, const PlacedCell& place) {
        if (drawn_layout_ != block.layout || drawn_field_ != place.field ||
            place.field == FieldId::text) {
            drawn_ = drawn_as(*block.layout, place);
            drawn_layout_ = block.layout;
            drawn_field_ = place.field;
        }
        return drawn_;
    }

    // Values of the plan are typed, and so is what the layout has a box for; a printed title may be
    // looked up in a register.
    static bool is_box(const PlacedCell& place, const DrawnAs& drawn) {
        if (place.field == FieldId::rate || drawn.formula) {
            return false;
        }
        return drawn.entry || place.field == FieldId::target || place.field == FieldId::actual ||
               place.field == FieldId::baseline_value;
    }

    // ---- 達成率

    void check_rate(const FormulaCell& cell, const PlacedCell& place, const DrawnAs& drawn) {
        const auto expected =
            drawn.formula ? expected_text(drawn.formula_text, place) : std::nullopt;
        if ((expected && cell.text == *expected) || cell.text == "\"\"") {
            return;
        }
        const auto others = relative_of_others(cell, place);
        const bool is_odd = others && *others != cell.in_common();
        if (!drawn.formula) {
            if (is_odd) {
                report_neighbours(cell, *others);
            }
            return;
        }
        if (!expected) {
            return;  // the row has no figures yet: nothing says which cells are meant
        }
        const bool looks_at_own = looks_at_own_row(cell, place);
        const bool is_method = is_guarded(cell.text) && looks_at_own;
        const bool may_differ =
            is_method && !(is_odd && same_shape(cell.in_common(), *others)) &&
            !(is_odd && *others == in_common(expected, cell) && has_plain_target(place));
        const bool is_citys_own = looks_at_own && !is_odd && !is_own_form_;
        if (!may_differ && !is_citys_own) {
            report_rate(cell, "=" + *expected);
        }
    }

    static std::string in_common(const std::optional<std::string>& formula,
                                 const FormulaCell& cell) {
        return formula ? sheet::move_formula(*formula, cell.cell->at, common_place) : "";
    }

    // A method is the indicator's: one year alone has another only where its target is of another
    // kind than a figure, a bound or a range in words.
    [[nodiscard]] bool has_plain_target(const PlacedCell& place) const {
        const auto at = cell_of(FieldId::target, place.year, place);
        const sheet::Cell* target = at ? view_.grid().find(*at) : nullptr;
        return target != nullptr && target->type == sheet::CellType::number;
    }

    // The layout's text for this cell; nothing where a field of it has no cell.
    [[nodiscard]] std::optional<std::string> expected_text(const std::string& text,
                                                           const PlacedCell& place) const {
        std::string formula;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
            if (end == std::string::npos) {
                formula += text[at++];
                continue;
            }
            const auto cell =
                named_cell(std::string_view(text).substr(at + 1, end - at - 1), place);
            if (!cell) {
                return std::nullopt;
            }
            formula += base::to_a1(*cell);
            at = end + 1;
        }
        return sheet::plain_formula(formula);
    }

    [[nodiscard]] std::optional<CellRef> named_cell(std::string_view name,
                                                    const PlacedCell& place) const {
        int year = place.year;
        if (const std::size_t pin = name.find('@'); pin != name.npos) {
            const std::string_view pinned = base::trim(name.substr(pin + 1));
            const bool is_last = pinned == "最終" || pinned == "last";
            year = is_last ? view_.reading().plan.last_year
                           : plan::parse_fiscal_year(pinned).value_or(0);
            name = base::trim(name.substr(0, pin));
        }
        const layout::Word* word = layout::find_word(name);
        if (word == nullptr) {
            word = layout::find_word(name.substr(name.rfind('.') + 1));
        }
        if (word == nullptr) {
            return std::nullopt;
        }
        return cell_of(word->id, year, place);
    }

    [[nodiscard]] std::optional<CellRef> cell_of(FieldId field,
                                                 int year,
                                                 const PlacedCell& place) const {
        const auto& indicators = view_.reading().places[place.measure].indicators;
        const auto number = static_cast<std::size_t>(place.indicator);
        if (place.indicator < 0 || number >= indicators.size()) {
            return std::nullopt;
        }
        const layout::IndicatorPlaces& own = indicators[number];
        if (field == FieldId::baseline_value) {
            return own.baseline;
        }
        for (const layout::YearPlaces& at : own.years) {
            if (at.year == year && field == FieldId::target) {
                return at.target;
            }
            if (at.year == year && field == FieldId::actual) {
                return at.actual;
            }
        }
        return std::nullopt;
    }

    // The formulas of all methods ask first whether their cells hold numbers.
    static bool is_guarded(const std::string& text) {
        return text.starts_with("IF(") && text.find("ISNUMBER(") != std::string::npos;
    }

    // Every cell it names is a figure of its own indicator, the actual of its own year among them.
    [[nodiscard]] bool looks_at_own_row(const FormulaCell& cell, const PlacedCell& place) const {
        bool meets_actual = false;
        for (const sheet::FormulaReference& reference : sheet::references_of(cell.text)) {
            const PlacedCell* first = named_by(reference.range.first);
            const PlacedCell* last = named_by(reference.range.last);
            if (reference.on_other_sheet || !is_figure_of(first, place) ||
                !is_figure_of(last, place)) {
                return false;
            }
            meets_actual =
                meets_actual || (last->field == FieldId::actual && last->year == place.year);
        }
        return meets_actual;
    }

    [[nodiscard]] const PlacedCell* named_by(CellRef at) const {
        return view_.place_at(view_.grid().area(at).first);
    }

    static bool is_figure_of(const PlacedCell* figure, const PlacedCell& place) {
        return figure != nullptr && figure->measure == place.measure &&
               figure->indicator == place.indicator &&
               (figure->field == FieldId::target || figure->field == FieldId::actual ||
                figure->field == FieldId::baseline_value);
    }

    // The one formula that most other years of the row have, at least two of them.
    [[nodiscard]] std::optional<std::string> relative_of_others(const FormulaCell& cell,
                                                                const PlacedCell& place) {
        if (!rates_) {
            rates_.emplace();
            for (const FormulaCell& rate : cells_) {
                const PlacedCell* at = view_.place_at(rate.cell->at);
                if (at != nullptr && at->field == FieldId::rate) {
                    ++(*rates_)[at->indicator][rate.in_common()];
                }
            }
        }
        int others = -1;  // not the cell itself
        for (const auto& [relative, count] : (*rates_)[place.indicator]) {
            others += count;
        }
        for (const auto& [relative, count] : (*rates_)[place.indicator]) {
            const int of_others = count - (relative == cell.in_common() ? 1 : 0);
            if (of_others >= 2 && of_others * 2 > others) {
                return std::string(relative);
            }
        }
        return std::nullopt;
    }

    // The same but for the cells they name.
    static bool same_shape(const std::string& a, const std::string& b) {
        return shape_of(a) == shape_of(b);
    }
    static std::string shape_of(const std::string& formula) {
        std::string shape = formula;
        for (const sheet::FormulaReference& reference : sheet::references_of(formula)) {
            for (const CellRef corner : {reference.range.first, reference.range.last}) {
                const std::string name = base::to_a1(corner);
                for (std::size_t at = shape.find(name); at != std::string::npos;
                     at = shape.find(name, at + 1)) {
                    shape.replace(at, name.size(), "?");
                }
            }
        }
        return shape;
    }

    // ---- Any other formula

    [[nodiscard]] const FormulaCell* formula_at(CellRef at) const {
        const CellRef owner = view_.grid().area(at).first;
        const auto found = std::lower_bound(
            cells_.begin(), cells_.end(), owner, [](const FormulaCell& one, CellRef sought) {
                return one.cell->at < sought;
            });
        return found != cells_.end() && found->cell->at == owner ? &*found : nullptr;
    }

    // As Excel judges it: those on both sides agree, in the row or in the column, and this one
    // does not.
    bool differs_from_neighbours(const FormulaCell& cell) {
        const auto& [first, last] = cell.area;
        const FormulaCell* const right = formula_at({first.row, last.column + 1});
        const FormulaCell* const left =
            first.column == 0 ? nullptr : formula_at({first.row, first.column - 1});
        const FormulaCell* const below = formula_at({last.row + 1, first.column});
        const FormulaCell* const above =
            first.row == 0 ? nullptr : formula_at({first.row - 1, first.column});
        for (const auto& [one, other] : {std::pair(left, right), std::pair(above, below)}) {
            if (one != nullptr && other != nullptr && one->in_common() == other->in_common() &&
                one->in_common() != cell.in_common()) {
                report_neighbours(cell, one->in_common());
                return true;
            }
        }
        is_in_series_ = (left != nullptr && left->in_common() == cell.in_common()) ||
                        (right != nullptr && right->in_common() == cell.in_common());
        return false;
    }

    // SUM(B4:D4) beside a figure in E4 that nothing else sums.
    void check_sums(const FormulaCell& cell) {
        for (const std::string_view name : {"SUM(", "AVERAGE("}) {
            const std::size_t at = cell.text.find(name);
            if (at != 0) {
                continue;
            }
            const std::size_t end = cell.text.find(')');
            const auto range = base::parse_a1_range(
                std::string_view(cell.text).substr(name.size(), end - name.size()));
            if (end + 1 == cell.text.size() && range) {
                check_range(cell, *range);
            }
        }
    }

    void check_range(const FormulaCell& cell, const base::CellRange& range) {
        const bool is_row = range.first.row == range.last.row;
        const bool is_column = range.first.column == range.last.column;
        if (is_row == is_column) {
            return;
        }
        // A running total ends where it stands.
        if (is_in_series_ || (is_row && range.last.column >= cell.area.first.column &&
                              range.last.column <= cell.area.last.column)) {
            return;
        }
        const std::uint32_t across = is_row ? 1 : 0;
        const std::uint32_t down = is_row ? 0 : 1;
        base::CellRange whole = range;
        while (whole.first.row >= down && whole.first.column >= across &&
               is_left_out({whole.first.row - down, whole.first.column - across}, range, cell)) {
            whole.first = {whole.first.row - down, whole.first.column - across};
        }
        while (is_left_out({whole.last.row + down, whole.last.column + across}, range, cell)) {
            whole.last = {whole.last.row + down, whole.last.column + across};
        }
        if (whole != range) {
            report_sum(cell, range, whole);
        }
    }

    // A typed figure of the same kind as those that are summed.
    [[nodiscard]] bool is_left_out(CellRef at,
                                   const base::CellRange& range,
                                   const FormulaCell& cell) const {
        const sheet::Cell* const figure = view_.grid().find(at);
        if (figure == nullptr || figure->type != sheet::CellType::number ||
            figure->formula != sheet::no_formula || cell.area.contains(at) ||
            view_.block_at(at) == nullptr) {
            return false;
        }
        const PlacedCell* const own = view_.place_at(at);
        const PlacedCell* const summed = view_.place_at(range.first);
        if (own == nullptr || summed == nullptr) {
            return own == summed && !looks_like_year(*figure);
        }
        return own->field == summed->field &&
               (own->indicator == summed->indicator || range.first.column == range.last.column);
    }

    // A heading above a column of figures.
    static bool looks_like_year(const sheet::Cell& cell) {
        return cell.number >= 1900 && cell.number < 2100 &&
               cell.number == static_cast<double>(static_cast<int>(cell.number));
    }

    // ---- What is said

    [[nodiscard]] Remark remark_on(const FormulaCell& cell) const {
        return {.rule = "C13",
                .cell = cell.cell->at,
                .found = "=" + view_.sheet().formula_of(*cell.cell)};
    }

    void report_box(const FormulaCell& cell) {
        Remark remark = remark_on(cell);
        remark.message = {
            "値を記入する欄に数式" + remark.found + "が入っています。",
            "The formula " + remark.found + " stands where a value is to be entered."};
        view_.add(out_, std::move(remark));
    }

    void report_rate(const FormulaCell& cell, std::string expected) {
        Remark remark = remark_on(cell);
        remark.message = {"達成率の数式が様式のもの（" + expected + "）と違います。",
                          "The rate's formula is not that of the form, " + expected + "."};
        remark.expected = std::move(expected);
        view_.add(out_, std::move(remark));
    }

    void report_neighbours(const FormulaCell& cell, const std::string& relative) {
        Remark remark = remark_on(cell);
        remark.expected = "=" + sheet::move_formula(relative, common_place, cell.cell->at);
        remark.message = {
            "この数式だけが、並びのほかの数式（ここでは" + remark.expected + "）と違います。",
            "This formula alone differs from those beside it, which here would read " +
                remark.expected + "."};
        view_.add(out_, std::move(remark));
    }

    void report_sum(const FormulaCell& cell,
                    const base::CellRange& range,
                    const base::CellRange& whole) {
        const std::string summed = base::to_a1(range);
        Remark remark = remark_on(cell);
        remark.message = {
            "計算の範囲 " + summed + " に、隣の値が入っていません（" + base::to_a1(whole) + "）。",
            "The range " + summed + " leaves out a figure beside it: " + base::to_a1(whole) + "."};
        remark.expected =
            "=" + cell.text.substr(0, cell.text.find('(') + 1) + base::to_a1(whole) + ")";
        view_.add(out_, std::move(remark));
    }

    const SheetView& view_;
    bool is_own_form_;
    Collector& out_;
    DrawnAs drawn_;  // of the field asked for last
    const layout::Layout* drawn_layout_ = nullptr;
    FieldId drawn_field_ = FieldId::text;
    std::vector<FormulaCell> cells_;  // of one block, by place
    // By indicator of the block, how often each formula of a rate stands there; made when asked
    // for.
    std::optional<std::map<int, std::map<std::string_view, int>>> rates_;
    bool is_in_series_ = false;  // a neighbour of the cell being checked has its formula
};

}  // namespace

void formulas(const SheetView& view, bool is_own_form, Collector& out) {
    if (!view.sheet().formulas.empty()) {
        FormulaChecker(view, is_own_form, out).run();
    }
}

}  // namespace shinchoku::check
