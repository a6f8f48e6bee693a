#include "layout/draft_picture.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

// A single year is as likely a date of the form itself.
constexpr int fewest_years = 2;
// Numbers that are meant as years; 8 alone is none.
constexpr double earliest_year_number = 1989;
constexpr double latest_year_number = 2100;

std::string number_text(double number) {
    const auto whole = static_cast<long long>(number);
    return static_cast<double>(whole) == number ? std::to_string(whole) : std::to_string(number);
}

// A row's cells that count years one by one, in columns of the area.
struct YearRun {
    std::uint32_t row = 0;
    std::vector<std::uint32_t> columns;
    int first = 0;
};

class Drafter {
public:
    Drafter(const sheet::Workbook& workbook,
            const sheet::Sheet& sheet,
            const sheet::Looks& looks,
            base::CellRange area)
        : workbook_(workbook), sheet_(sheet), looks_(looks) {
        draft_.area = area;
        draft_.cells.resize(std::size_t{draft_.rows()} * draft_.columns());
        owners_.resize(draft_.cells.size());
    }

    DraftSheet run() {
        unlocked_is_entry_ = has_locked_text();
        join();
        std::vector<YearRun> runs;
        for (std::uint32_t row = 0; row < draft_.rows(); ++row) {
            const bool row_is_used = is_used(row);
            for (std::uint32_t column = 0; column < draft_.columns(); ++column) {
                if (!covered(row, column)) {
                    draft_.at(row, column) = draw(row, column, row_is_used);
                }
            }
            find_years(row, runs);
        }
        take_years(runs);
        spread_outside();
        return std::move(draft_);
    }

private:
    [[nodiscard]] base::CellRef place(std::uint32_t row, std::uint32_t column) const {
        return {draft_.area.first.row + row, draft_.area.first.column + column};
    }
    [[nodiscard]] const base::CellRange* join_of(std::uint32_t row, std::uint32_t column) const {
        return owners_[std::size_t{row} * draft_.columns() + column];
    }
    [[nodiscard]] bool covered(std::uint32_t row, std::uint32_t column) const {
        const base::CellRange* const range = join_of(row, column);
        return range != nullptr && range->first != place(row, column);
    }
    [[nodiscard]] bool is_unlocked(const sheet::Cell* cell) const {
        return cell != nullptr && !workbook_.format_of(*cell).locked;
    }

    // Where the words themselves are unlocked, being unlocked says nothing.
    [[nodiscard]] bool has_locked_text() const {
        return std::any_of(sheet_.cells.begin(), sheet_.cells.end(), [&](const sheet::Cell& cell) {
            return cell.type == sheet::CellType::text && !is_unlocked(&cell);
        });
    }

    void join() {
        for (const base::CellRange& range : sheet_.merges) {
            for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
                for (std::uint32_t column = range.first.column; column <= range.last.column;
                     ++column) {
                    const std::uint32_t r = row - draft_.area.first.row;
                    const std::uint32_t c = column - draft_.area.first.column;
                    owners_[std::size_t{r} * draft_.columns() + c] = &range;
                    draft_.at(r, c).kind =
                        column > range.first.column ? DraftKind::join_left : DraftKind::join_up;
                }
            }
        }
    }

    [[nodiscard]] bool is_used(std::uint32_t row) const {
        for (std::uint32_t column = 0; column < draft_.columns(); ++column) {
            const sheet::Cell* const cell = sheet_.find(place(row, column));
            if (cell != nullptr && sheet::has_value(*cell)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_framed(std::uint32_t row, std::uint32_t column) const {
        const base::CellRange* const range = join_of(row, column);
        if (range == nullptr) {
            return looks_.is_framed(place(row, column));
        }
        // Of joined cells the lines stand at the rim.
        for (std::uint32_t r = range->first.row; r <= range->last.row; ++r) {
            const auto at = std::lower_bound(
                looks_.framed.begin(), looks_.framed.end(), base::CellRef{r, range->first.column});
            if (at != looks_.framed.end() && range->contains(*at)) {
                return true;
            }
        }
        return false;
    }

    DraftCell draw(std::uint32_t row, std::uint32_t column, bool row_is_used) const {
        const sheet::Cell* const cell = sheet_.find(place(row, column));
        const bool unlocked = unlocked_is_entry_ && is_unlocked(cell);
        if (cell != nullptr && cell->formula != sheet::no_formula) {
            return {DraftKind::formula, sheet_.formula_of(*cell)};
        }
        const bool is_text = cell != nullptr && cell->type == sheet::CellType::text &&
                             !base::trim(cell->text).empty();
        if (unlocked) {
            return {DraftKind::entry, is_text ? std::string(cell->text) : ""};
        }
        if (is_text) {
            return {DraftKind::label, std::string(base::trim(cell->text))};
        }
        if (cell != nullptr && cell->type == sheet::CellType::number) {
            return {DraftKind::value, number_text(cell->number)};
        }
        // A sheet without any line is taken as framed where its rows hold something.
        const bool framed = looks_.framed.empty() ? row_is_used : is_framed(row, column);
        return {framed ? DraftKind::value : DraftKind::outside, ""};
    }

    // The year a cell shows as its whole text.
    [[nodiscard]] std::optional<int> year_at(std::uint32_t row, std::uint32_t column) const {
        const sheet::Cell* const cell = sheet_.find(place(row, column));
        if (cell == nullptr) {
            return std::nullopt;
        }
        if (cell->type == sheet::CellType::number) {
            const bool is_year =
                cell->number >= earliest_year_number && cell->number <= latest_year_number;
            return is_year ? plan::parse_fiscal_year(number_text(cell->number)) : std::nullopt;
        }
        return cell->type == sheet::CellType::text ? plan::parse_fiscal_year(cell->text)
                                                   : std::nullopt;
    }

    void find_years(std::uint32_t row, std::vector<YearRun>& runs) const {
        YearRun run{row, {}, 0};
        const auto finish = [&] {
            if (static_cast<int>(run.columns.size()) >= fewest_years) {
                runs.push_back(run);
            }
            run = {row, {}, 0};
        };
        for (std::uint32_t column = 0; column < draft_.columns(); ++column) {
            if (covered(row, column)) {
                continue;
            }
            const std::optional<int> year = year_at(row, column);
            const int next = run.first + static_cast<int>(run.columns.size());
            if (!run.columns.empty() && (!year || *year != next)) {
                finish();
            }
            if (year) {
                run.first = run.columns.empty() ? *year : run.first;
                run.columns.push_back(column);
            }
        }
        finish();
    }

    // The plan's years are the longest row of them; rows that count others keep what they say.
    void take_years(const std::vector<YearRun>& runs) {
        const auto longest =
            std::max_element(runs.begin(), runs.end(), [](const YearRun& a, const YearRun& b) {
                return a.columns.size() < b.columns.size();
            });
        if (longest == runs.end()) {
            return;
        }
        for (const YearRun& run : runs) {
            if (run.first != longest->first || run.columns.size() != longest->columns.size()) {
                continue;
            }
            for (const std::uint32_t column : run.columns) {
                draft_.at(run.row, column) = {DraftKind::year, ""};
            }
        }
        const sheet::Cell* const first = sheet_.find(place(longest->row, longest->columns.front()));
        draft_.years =
            DraftYears{longest->first,
                       static_cast<int>(longest->columns.size()),
                       first->type == sheet::CellType::text ? std::string(base::trim(first->text))
                                                            : std::to_string(longest->first)};
    }

    // Joined cells outside every table are no cells of the picture.
    void spread_outside() {
        for (std::uint32_t row = 0; row < draft_.rows(); ++row) {
            for (std::uint32_t column = 0; column < draft_.columns(); ++column) {
                const base::CellRange* const range = join_of(row, column);
                if (range != nullptr && draft_.at(range->first.row - draft_.area.first.row,
                                                  range->first.column - draft_.area.first.column)
                                                .kind == DraftKind::outside) {
                    draft_.at(row, column).kind = DraftKind::outside;
                }
            }
        }
    }

    const sheet::Workbook& workbook_;
    const sheet::Sheet& sheet_;
    const sheet::Looks& looks_;
    DraftSheet draft_;
    std::vector<const base::CellRange*> owners_;  // the join each cell is in
    bool unlocked_is_entry_ = false;
};

}  // namespace

std::optional<base::CellRange> draft_area(const sheet::Sheet& sheet, const sheet::Looks& looks) {
    std::optional<base::CellRange> area;
    for (const sheet::Cell& cell : sheet.cells) {
        if (sheet::has_value(cell) || cell.formula != sheet::no_formula) {
            base::widen(area, {cell.at, cell.at});
        }
    }
    for (const base::CellRef at : looks.framed) {
        base::widen(area, {at, at});
    }
    if (!area) {
        return std::nullopt;
    }
    for (const base::CellRange& range : sheet.merges) {
        base::widen(area, range);
    }
    return area;
}

DraftSheet draft_sheet(const sheet::Workbook& workbook,
                       const sheet::Sheet& sheet,
                       const sheet::Looks& looks,
                       base::CellRange area) {
    return Drafter(workbook, sheet, looks, area).run();
}

}  // namespace shinchoku::layout
